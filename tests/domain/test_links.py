"""A link is a text and an address, however the two were typed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sop_templates.domain.links import Link, is_malformed, make_link, read_link, write_link


@pytest.mark.parametrize(
    ("typed", "text", "url"),
    [
        ("onze gids <https://x.nl/gids>", "onze gids", "https://x.nl/gids"),
        ("onze gids <www.x.nl>", "onze gids", "https://www.x.nl"),
        ("onze gids<http://x.nl>", "onze gids", "http://x.nl"),
        ("de <b> gids <x.nl/a>", "de <b> gids", "https://x.nl/a"),
        ("[onze gids](https://x.nl)", "onze gids", "https://x.nl"),
        ("[**onze** gids](x.nl)", "onze gids", "https://x.nl"),
        ("https://x.nl/a(b)?c=d#e", "https://x.nl/a(b)?c=d#e", "https://x.nl/a(b)?c=d#e"),
        ("www.x.nl", "www.x.nl", "https://www.x.nl"),
        ("obs-de-brug.nl/gids.pdf", "obs-de-brug.nl/gids.pdf", "https://obs-de-brug.nl/gids.pdf"),
        ("info@x.nl", "info@x.nl", "mailto:info@x.nl"),
        ("tel:070-1234567", "tel:070-1234567", "tel:070-1234567"),
        ("gids <bijlage.docx>", "gids", "bijlage.docx"),
        ("zie de gids", "zie de gids", None),
        ("zie <groep>", "zie <groep>", None),
        ("gids.pdf", "gids.pdf", None),
        ("St.Jozef", "St.Jozef", None),
        ("[a](b)", "[a](b)", None),
        ("kijk op www.x.nl", "kijk op www.x.nl", None),
        ("<https://x.nl>", "<https://x.nl>", None),
    ],
)
def test_a_typed_link_is_read(typed: str, text: str, url: str | None) -> None:
    assert read_link(typed) == {"text": text, "url": url}


@pytest.mark.parametrize(
    ("text", "url", "link"),
    [
        ("", "www.x.nl", {"text": "www.x.nl", "url": "https://www.x.nl"}),
        ("", "mailto:a@x.nl", {"text": "a@x.nl", "url": "mailto:a@x.nl"}),
        ("www.x.nl", "", {"text": "www.x.nl", "url": "https://www.x.nl"}),
        ("gids", "C:\\gids.pdf", {"text": "gids", "url": "C:\\gids.pdf"}),
        ("gids", "x.nl/mijn gids", {"text": "gids", "url": "https://x.nl/mijn%20gids"}),
        ("gids", "groep", {"text": "gids <groep>", "url": None}),
        ("", "mailto:", {"text": "mailto:", "url": "mailto:"}),
    ],
)
def test_a_link_given_in_parts_gets_the_one_form(text: str, url: str, link: Link) -> None:
    assert make_link(text, url) == link


@pytest.mark.parametrize(
    "text", ["https:/x.nl", "http//x.nl", "htp://", "www.", "https://x.nl gids"]
)
def test_a_broken_address_is_noticed(text: str) -> None:
    assert is_malformed(read_link(text))


@pytest.mark.parametrize("text", ["de gids", "https://x.nl", "httpsch", "gids www.x.nl"])
def test_a_text_or_address_is_not_broken(text: str) -> None:
    assert not is_malformed(read_link(text))


TEXTS = st.text(max_size=12) | st.sampled_from(
    ["www.x.nl", "a <b.nl>", "[a](b.nl)", "zie <x>", "a@b.nl"]
)
URLS = st.text(max_size=12) | st.sampled_from(
    ["www.x.nl", "http://x.nl/a b", "groep", "mailto:a@b.nl"]
)


@given(TEXTS, URLS)
@example("a\u2028", "b.c d")
@example("[a](b.nl", "https://x.nl>")
def test_a_written_link_reads_back(text: str, url: str) -> None:
    link = make_link(text.strip(), url.strip())
    if link["text"].strip():
        assert read_link(write_link(link)) == link
        assert make_link(link["text"], link["url"] or "") == link
