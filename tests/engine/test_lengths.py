"""Documents that are too long are told of: counted where LibreOffice is, else called an estimate."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sop_templates.engine import lengths
from sop_templates.engine.demo import samples_folder
from sop_templates.engine.lengths import find_lengths
from sop_templates.engine.path_checking import check_paths
from sop_templates.engine.reading import FORMAT_OWN, ReadRecord, read_file
from sop_templates.formats.office_runs import Source
from tests.support import libreoffice

WORD = samples_folder() / "regenboogbestuur" / "word"
LONG = WORD / "99XX04-De-Draaibrug-sop-2026-2027.docx"  # eleven pages
SHORT = WORD / "99XX11-De-Turfschuit-sop-2026-2027.docx"


@pytest.fixture(scope="module")
def reads() -> list[ReadRecord]:
    return [read_file(path) for path in (SHORT, LONG)]


def counting(monkeypatch: pytest.MonkeyPatch, pages: int | None) -> list[str]:
    """Stands in for LibreOffice; gives the names of the files that it is asked to count."""
    asked: list[str] = []

    def count(files: list[Source], **_: object) -> list[int | None]:
        asked.extend(one.name for one in files)
        return [pages for _ in files]

    monkeypatch.setattr(lengths, "count_pages", count)
    return asked


def codes(reads: list[ReadRecord]) -> dict[str, list[str]]:
    found = find_lengths(reads, jobs=1)
    assert not found.failures
    return {name: [one.code for one in told] for name, told in found.findings.items() if told}


def test_only_files_that_may_be_too_long_are_counted(
    reads: list[ReadRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = counting(monkeypatch, 12)
    assert codes(reads) == {str(LONG): ["SOP153"]}
    assert asked == [str(LONG)]


def test_a_count_is_believed_above_the_estimate(
    reads: list[ReadRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    counting(monkeypatch, 10)
    assert codes(reads) == {}


def test_without_a_count_it_is_called_an_estimate(
    reads: list[ReadRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    counting(monkeypatch, None)
    monkeypatch.setattr(lengths, "estimate_pages", lambda *_: 13)
    assert codes(reads) == {str(SHORT): ["SOP154"], str(LONG): ["SOP154"]}


def test_a_document_that_is_far_too_long_is_not_counted(
    reads: list[ReadRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = counting(monkeypatch, 12)
    monkeypatch.setattr(lengths, "estimate_pages", lambda *_: 400)
    assert codes(reads) == {str(SHORT): ["SOP154"], str(LONG): ["SOP154"]}
    assert asked == []


def test_an_own_format_may_be_as_long_as_it_likes(
    reads: list[ReadRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    counting(monkeypatch, 40)
    assert codes([replace(one, format=FORMAT_OWN) for one in reads]) == {}


def test_a_file_that_is_gone_since_is_named(
    reads: list[ReadRecord], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    counting(monkeypatch, 12)
    gone = replace(reads[0], file=str(tmp_path / "weg.docx"))
    found = find_lengths([gone, reads[1]], jobs=1)
    assert [one.file for one in found.failures] == [gone.file]
    assert found.findings[str(LONG)]


def test_the_check_of_a_folder_tells_it() -> None:
    libreoffice.office()
    checked = check_paths([LONG, SHORT], today=date(2026, 9, 15), jobs=1)
    told = [(one.code, one.file) for one in checked.findings if one.code in ("SOP153", "SOP154")]
    assert told == [("SOP153", str(LONG))]
