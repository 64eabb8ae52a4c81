"""Pages are counted by LibreOffice; where it is missing or gives up, nothing is said of them."""

import pytest

from sop_templates.engine.demo import samples_folder
from sop_templates.formats import page_counts
from sop_templates.formats.office_runs import Source
from sop_templates.formats.page_counts import count_pages
from tests.support import libreoffice

LONG = samples_folder() / "regenboogbestuur/word/99XX04-De-Draaibrug-sop-2026-2027.docx"


def test_each_file_has_its_pages_and_a_damaged_one_none() -> None:
    libreoffice.office()
    files = [LONG.read_bytes(), b"PK\x03\x04 cut", LONG.read_bytes()]
    assert count_pages([Source("x", one) for one in files]) == [11, None, 11]


def test_without_libreoffice_there_is_no_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_counts, "find_office", lambda: None)
    assert count_pages([Source("x", LONG.read_bytes())]) == [None]
