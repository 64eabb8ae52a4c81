"""Nothing internal, and no name of a person, is in anything that is published."""

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from sop_templates.engine.publication.publishing import Choices, publish
from sop_templates.engine.publication.schoolgids import ExtractChoices, extract
from sop_templates.engine.publication.word_file import make_public_file
from sop_templates.engine.reading import read_bytes
from sop_templates.formats.word.names import qn
from tests.support import word_strip
from tests.support.libreoffice import convert
from tests.support.publication import (
    WORD,
    foreign_schoolgids,
    marked_answers,
    sample_files,
    text_of_parts,
)
from tests.support.word_editing import edited
from tests.support.word_validity import assert_valid

DAY = date(2026, 9, 1)
ANSWERS, INTERNAL, PERSONS = marked_answers()
DATA = WORD.fill(ANSWERS)
PRIVATE = INTERNAL | PERSONS


def without_all(data: bytes) -> bytes:
    bare = word_strip.without_controls(word_strip.without_properties(data))
    return word_strip.without_bookmarks(bare)


def without_internal_heading(data: bytes) -> bytes:
    def remove(root: etree._Element) -> None:
        for one in list(root.iter(qn("w:p"))):
            if "Alleen voor bestuur" in "".join(map(str, one.itertext())):
                parent = one.getparent()
                assert parent is not None
                parent.remove(one)

    return edited(data, remove)


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "as filled": lambda data: data,
    "tags gone": word_strip.without_tags,
    "controls gone": word_strip.without_controls,
    "bookmarks gone": word_strip.without_bookmarks,
    "tags and bookmarks gone": lambda data: word_strip.without_bookmarks(
        word_strip.without_tags(data)
    ),
    "only words left": without_all,
    "last heading gone": without_internal_heading,
    "last heading, tags and bookmarks gone": lambda data: word_strip.without_bookmarks(
        word_strip.without_tags(without_internal_heading(data))
    ),
}


def leaks(text: str, words: dict[str, str]) -> dict[str, str]:
    low = text.lower()
    return {word: key for word, key in words.items() if word.lower() in low}


def published(data: bytes, folder: Path, **choices: bool) -> dict[str, str]:
    """The text of every file that publishing makes, by name."""
    source = folder / "word"
    source.mkdir()
    (source / "sop.docx").write_bytes(data)
    result = publish(
        [source], folder / "site", Choices(finder=True, draft=True, **choices), today=DAY
    )
    assert [one.state for one in result.files] == ["done"], result.failures
    return {path.name: path.read_text("utf-8") for path in (folder / "site").glob("*.html")}


def test_the_marks_stand_in_the_file_that_is_published() -> None:
    assert leaks(text_of_parts(DATA), PRIVATE) == PRIVATE


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_page_tells_what_is_private(change: Callable[[bytes], bytes], tmp_path: Path) -> None:
    pages = published(change(DATA), tmp_path)
    assert len(pages) == 3
    assert {name: found for name, text in pages.items() if (found := leaks(text, PRIVATE))} == {}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_part_of_the_public_word_file_tells_what_is_private(
    change: Callable[[bytes], bytes],
) -> None:
    data = change(DATA)
    made = make_public_file(data, read_bytes(data, "sop.docx"))
    assert leaks(text_of_parts(made.data), PRIVATE) == {}


def test_a_file_saved_by_libreoffice_tells_nothing_private(tmp_path: Path) -> None:
    (tmp_path / "sop.docx").write_bytes(DATA)
    saved = convert(tmp_path / "sop.docx", "docx", tmp_path / "saved").read_bytes()
    made = make_public_file(saved, read_bytes(saved, "sop.docx"))
    assert leaks(text_of_parts(made.data), PRIVATE) == {}
    pages = published(saved, tmp_path)
    assert {name: found for name, text in pages.items() if (found := leaks(text, PRIVATE))} == {}


def test_a_pdf_tells_nothing_private(tmp_path: Path) -> None:
    published(DATA, tmp_path, pdf=True)
    [pdf] = (tmp_path / "site").glob("*.pdf")
    said = [
        subprocess.run([*words, str(pdf), *more], capture_output=True, text=True, check=True).stdout  # noqa: S603 - poppler on our own file
        for words, more in ((["pdftotext"], ["-"]), (["pdfinfo", "-meta"], []), (["pdfinfo"], []))
    ]
    assert "Schoolondersteuningsprofiel" in said[0]
    assert leaks("\n".join(said) + pdf.read_bytes().decode("latin-1"), PRIVATE) == {}


def test_names_are_published_where_asked_and_internal_fields_never(tmp_path: Path) -> None:
    pages = published(DATA, tmp_path, names=True)
    text = "\n".join(pages.values())
    assert leaks(text, PERSONS) == PERSONS
    assert leaks(text, INTERNAL) == {}


@pytest.mark.parametrize("names", [False, True])
def test_no_extract_tells_what_is_private(names: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a case
    (tmp_path / "sop.docx").write_bytes(DATA)
    (tmp_path / "gids.docx").write_bytes(foreign_schoolgids())
    for into in (None, tmp_path / "gids.docx"):
        choices = ExtractChoices(names=names, draft=True, into=into)
        result = extract([tmp_path / "sop.docx"], tmp_path / "uit", choices, today=DAY)
        assert [one.state for one in result.files] == ["done"]
    files = list((tmp_path / "uit").iterdir())
    assert {one.suffix for one in files} == {".docx", ".html", ".md"}
    for path in files:
        data = path.read_bytes()
        text = text_of_parts(data) if path.suffix == ".docx" else data.decode()
        assert leaks(text, INTERNAL if names else PRIVATE) == {}, path.name


def test_words_that_a_tracked_change_took_away_are_not_published() -> None:
    def delete(root: etree._Element) -> None:
        run = next(one for one in root.iter(qn("w:r")) if one.getparent() is not None)
        parent = run.getparent()
        assert parent is not None
        gone = etree.fromstring(
            etree.tostring(run)
            .replace(b"<w:t", b"<w:delText")
            .replace(b"</w:t>", b"</w:delText>")
            .replace(b"Schoolondersteuningsprofiel", b"GEHEIMWOORD")
        )
        change = etree.Element(qn("w:del"), {qn("w:author"): "JANNAAM", qn("w:id"): "1"})
        change.append(gone)
        run.addnext(change)

    data = edited(DATA, delete)
    made = make_public_file(data, read_bytes(data, "sop.docx"))
    assert leaks(text_of_parts(made.data), {"GEHEIMWOORD": "", "JANNAAM": ""}) == {}


@pytest.mark.parametrize("name", sample_files())
def test_the_public_word_file_is_valid(name: str) -> None:
    data = sample_files()[name]
    assert_valid(make_public_file(data, read_bytes(data, name)).data, has_jinja=False)


def test_a_copy_of_an_internal_text_elsewhere_stops_publishing(tmp_path: Path) -> None:
    copy = "De MR vindt dat het team te weinig handen heeft voor deze plannen en zegt dat ook."
    copied = ANSWERS | {"vaststelling.mr_toelichting": copy}
    data = edited(WORD.fill(copied), lambda root: _type_after_vision(root, copy))
    (tmp_path / "sop.docx").write_bytes(data)
    result = publish([tmp_path / "sop.docx"], tmp_path / "site", Choices(draft=True), today=DAY)
    assert [one.code for one in result.failures] == ["SOP772"]
    assert not (tmp_path / "site").exists()


def _type_after_vision(root: etree._Element, words: str) -> None:
    marks = [one for one in root.iter(qn("w:tag")) if one.get(qn("w:val")) == "visie.visie"]
    control = next(marks[0].iterancestors(qn("w:sdt")))
    paragraph = etree.Element(qn("w:p"))
    etree.SubElement(etree.SubElement(paragraph, qn("w:r")), qn("w:t")).text = words
    control.addnext(paragraph)
