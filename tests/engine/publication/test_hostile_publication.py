"""A hostile SOP is published harmless and small."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from sop_templates.engine.publication.publishing import Choices, publish
from sop_templates.engine.publication.word_file import PublicFile, make_public_file
from sop_templates.engine.reading import read_bytes
from sop_templates.formats.word.names import qn
from tests.support.browser import assert_welcoming
from tests.support.publication import (
    SVG,
    WORD,
    bomb,
    established_answers,
    picture_run,
    png,
    text_of_parts,
    values,
    with_blocks,
    with_parts,
)
from tests.support.word_xml import e, field, p, r

SCRIPT = "</script><script>alert('x')</script><img src=x onerror=alert(1)>"
NAME = f"De {SCRIPT} & \"'{{{{ 7*7 }}}} {{% raw %}}"
PAYLOADS = ("javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd")
SMALL = 200_000  # bytes, of a page


def hostile() -> bytes:
    answers = established_answers() | {
        "school.naam": NAME,
        "school.samenvatting": f"Lees {SCRIPT} en [klik](javascript:alert%281%29).",
        "school.website": {"text": "onze site", "url": "javascript:alert(document.domain)"},
        "school.adres": SCRIPT,
    }
    links = {f"bad{at}": url for at, url in enumerate(PAYLOADS)}
    relations = {key: ("hyperlink", url, True) for key, url in links.items()} | {
        "remote": ("image", "https://tracker.example/pixel.png", True),
        "bomb": ("image", "media/bomb.png", False),
        "svg": ("image", "media/x.svg", False),
        "big": ("image", "media/big.png", False),
        "chunk": ("aFChunk", "chunk.html", False),
    }
    parts = {
        "word/media/bomb.png": bomb(),
        "word/media/x.svg": SVG,
        "word/media/big.png": png(3000, 3000),
        "word/chunk.html": b"<script>alert(1)</script>",
        "word/vbaProject.bin": b"VBAWORD",
    }
    blocks = [
        *(p(e("w:hyperlink", r(f"lees {key}"))) for key in links),
        p(*field('HYPERLINK "javascript:alert(2)"', r("veld"))),
        p(*field("INCLUDEPICTURE \\d https://tracker.example/a.png", r("plaatje"))),
        p(*field("DDEAUTO cmd.exe /c calc", r("uitkomst"))),
        p(r(SCRIPT), look="pStyle=Heading2"),
        p(picture_run("remote", "ver", link=True)),
        p(picture_run("bomb", "bom")),
        p(picture_run("svg", "vector")),
        p(picture_run("big", SCRIPT)),
        e("w:altChunk"),
    ]
    for block, key in zip(blocks, links, strict=False):
        next(block.iter(qn("w:hyperlink"))).set(qn("r:id"), key)
    blocks[-1].set(qn("r:id"), "chunk")
    return with_parts(with_blocks(WORD.fill(answers), *blocks), parts, relations)


DATA = hostile()


@pytest.fixture(scope="module")
def made() -> PublicFile:
    return make_public_file(DATA, read_bytes(DATA, "sop.docx"))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "sop.docx").write_bytes(DATA)
    choices = Choices(draft=True, finder=True)
    result = publish([folder / "sop.docx"], folder / "site", choices, today=date(2026, 9, 1))
    assert [one.state for one in result.files] == ["done"], result.failures
    return Path(result.files[0].page)


def test_no_part_leads_outside_but_by_safe_links(made: PublicFile) -> None:
    text = text_of_parts(made.data)
    for word in (
        "javascript:",
        "tracker.example",
        "file:///",
        "DDEAUTO",
        "INCLUDEPICTURE",
        "VBAWORD",
    ):
        assert word not in text, word
    assert "altChunk" not in text
    assert "uitkomst" in text


def test_pictures_that_are_none_or_too_big_are_left_out_and_told(made: PublicFile) -> None:
    told = {one.code: one for one in made.findings}
    assert told["SOP777"].values == {"count": 3}
    assert "javascript:alert(1)" in str(told["SOP779"].values["addresses"])


def test_all_pages_are_small_and_have_only_scripts_of_ours(page: Path) -> None:
    for path in page.parent.glob("*.html"):
        assert path.stat().st_size < SMALL
        tree = html.fromstring(path.read_bytes())
        kinds = [one.get("type", "") for one in tree.iter("script")]
        assert kinds == (
            [""] if path.name == "zoeken.html" else ["application/ld+json"] if path == page else []
        )
        names = {str(name) for one in tree.iter() for name in one.attrib}
        assert not [name for name in names if name.lower().startswith("on")]


def test_links_and_pictures_are_safe(page: Path) -> None:
    links = values(page.read_bytes(), "//a/@href")
    assert all(re.match(r"(https?:|mailto:|tel:|#|index\.html$)", link) for link in links), links
    [source] = values(page.read_bytes(), "//img/@src")
    assert source.startswith("data:image/png;base64,")


def test_what_was_typed_is_shown_as_typed(page: Path) -> None:
    heading = "".join(values(page.read_bytes(), "//h1/text()"))
    assert heading.strip() == NAME
    [data] = values(page.read_bytes(), "//script[@type='application/ld+json']/text()")
    assert json.loads(data)["name"] == NAME
    assert values(page.read_bytes(), "//img/@alt") == [SCRIPT]


def test_a_browser_runs_nothing_of_it(page: Path) -> None:
    assert_welcoming(sorted(page.parent.glob("*.html")))
