"""Only web, mail and telephone addresses may be followed from a page."""

import pytest

from sop_templates.formats.addresses import LONGEST, public_address


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (
            "https://www.school.example/sop?a=1&b=2#deel",
            "https://www.school.example/sop?a=1&b=2#deel",
        ),
        ("http://school.example", "http://school.example"),
        ("www.school.example", "https://www.school.example"),
        ("mailto:info@school.example", "mailto:info@school.example"),
        ("tel:0700001400", "tel:0700001400"),
        ("https://school.example/de gids.pdf", "https://school.example/de%20gids.pdf"),
        ('https://school.example/"><script>', "https://school.example/%22%3E%3Cscript%3E"),
        ("https://school.example/café", "https://school.example/caf%C3%A9"),
        ("https://school.example/100%25", "https://school.example/100%25"),
    ],
)
def test_a_safe_address_is_kept(given: str, kept: str) -> None:
    assert public_address(given) == kept


@pytest.mark.parametrize(
    "given",
    [
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,x",
        "file:///C:/gids.docx",
        "vbscript:x",
        "https:",
        "https://bank.example@elsewhere.example/",
        "https://a.example\\@b.example",
        "bijlage.docx",
        "#plek",
        "//elsewhere.example/a",
        "http://[::1",
        "mailto:",
        "https://a.example/" + "a" * LONGEST,
    ],
)
def test_any_other_address_is_none(given: str) -> None:
    assert public_address(given) == ""
