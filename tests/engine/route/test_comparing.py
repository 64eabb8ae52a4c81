"""Two files, or two folders of them: what changed per school, held against a plain count."""

from pathlib import Path
from typing import Any

import pytest

from sop_templates.domain.answers import blank
from sop_templates.engine.models import open_model
from sop_templates.engine.route.comparing import Compared, compare
from sop_templates.errors import SopError
from tests.support.school_files import write_file, write_files
from tests.support.summaries import SAMPLE, last_year, sample_sources
from tests.support.word_editing import edited, replaced
from tests.support.word_xml import docx, p

NEW = SAMPLE / "word"
SCHOOL = {"school.naam": "De Brug", "school.vestigingscode": "12AB00"}
Answers = dict[str, Any]
DEFAULTS: Answers = {one.key: one.default for one in open_model().fields if one.default}


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    board, _ = sample_sources()
    folder = tmp_path_factory.mktemp("oud")
    texts = DEFAULTS | board["texts"]
    write_files(folder, [texts | one for one in last_year()])
    return folder


def plain_count(before: Answers, after: Answers) -> int:
    """Cells that differ, and list rows that only one of the two has; the school year apart."""
    count = 0
    for key in (set(before) | set(after)) - {"school.schooljaar"}:
        was: Any = before.get(key) or None
        now: Any = after.get(key) or None
        if isinstance(was or now, dict) and "url" not in (was or now):
            rows = set(was or ()) | set(now or ())
            for row in rows:
                cells = (was or {}).get(row, {}), (now or {}).get(row, {})
                count += sum(
                    cells[0].get(column) != cells[1].get(column)
                    for column in set(cells[0]) | set(cells[1])
                )
        elif isinstance(was or now, list):
            count += sum(row not in (now or []) for row in was or [])
            count += sum(row not in (was or []) for row in now or [])
        else:
            count += was != now
    return count


def test_every_change_of_the_sample_board_is_counted(old: Path) -> None:
    compared = compare(old, NEW)
    then = {one["school.vestigingscode"]: DEFAULTS | one for one in last_year()}
    now = {one["school.vestigingscode"]: DEFAULTS | one for one in sample_sources()[1]}
    both = {one.code: len(one.changes) for one in compared.schools if one.is_in_both}
    assert both == {code: plain_count(then[code], now[code]) for code in set(then) & set(now)}
    assert sum(both.values()) > 50
    assert {one.code for one in compared.schools if one.before is None} == set(now) - set(then)
    assert {one.code for one in compared.schools if one.after is None} == set(then) - set(now)
    assert compared.findings == []


def test_what_differs_each_year_stands_apart(old: Path) -> None:
    school = next(one for one in compare(old, NEW).schools if one.is_in_both)
    assert [one.field.key for one in school.yearly] == ["school.schooljaar"]
    assert "school.schooljaar" not in [one.field.key for one in school.changes]
    assert school.proposal.startswith("Gewijzigd ten opzichte van het profiel voor 2025-2026:")


def compared_files(tmp_path: Path, before: Answers, after: Answers) -> Compared:
    old, new = tmp_path / "oud", tmp_path / "nieuw"
    for folder in (old, new):
        folder.mkdir()
    return compare(write_file(old, before, "a.docx"), write_file(new, after, "b.docx"))


def test_two_files_are_compared_whatever_they_are_called(tmp_path: Path) -> None:
    found = compared_files(
        tmp_path, SCHOOL | {"visie.visie": "Oud"}, SCHOOL | {"visie.visie": "Nieuw"}
    )
    (school,) = found.schools
    assert [(one.field.key, one.before, one.after) for one in school.changes] == [
        ("visie.visie", "Oud", "Nieuw")
    ]
    assert found.findings == []


def test_two_schools_are_compared_too_but_that_is_said(tmp_path: Path) -> None:
    other = {"school.naam": "De Kade", "school.vestigingscode": "12AB01"}
    found = compared_files(tmp_path, SCHOOL, other)
    assert [one.code for one in found.findings] == ["SOP432"]
    assert "12AB00 De Brug" in found.findings[0].message
    assert len(found.schools) == 1


def test_a_school_that_only_lacks_its_code_is_no_other_school(tmp_path: Path) -> None:
    assert compared_files(tmp_path, {"school.naam": "De Brug"}, SCHOOL).findings == []


def test_hostile_values_come_out_as_typed(tmp_path: Path) -> None:
    before, after = "{{ 7*7 }} <w:p> & oud", '{% raw %} "=cmd" <w:p> & nieuw'
    found = compared_files(
        tmp_path, SCHOOL | {"visie.visie": before}, SCHOOL | {"visie.visie": after}
    )
    (change,) = found.schools[0].changes
    assert change.before.replace("\\", "") == before
    assert change.after.replace("\\", "") == after


def test_a_changed_fixed_text_is_told_and_other_quotes_are_not(tmp_path: Path) -> None:
    old = write_file(tmp_path, SCHOOL, "oud.docx")
    new, quoted = tmp_path / "nieuw.docx", tmp_path / "quoted.docx"
    new.write_bytes(edited(old.read_bytes(), replaced("zorgplicht", "zorgtaak")))
    quoted.write_bytes(edited(old.read_bytes(), replaced("zorgplicht", "zorg\u00adplicht")))
    found = compare(old, new).schools[0].fixed
    assert {(one.before, one.after) for one in found} == {("intact", "changed")}
    assert "vast.zorgplicht" in [one.key for one in found]
    assert compare(old, quoted).schools[0].fixed == ()


def test_of_several_years_in_a_folder_the_last_counts(tmp_path: Path) -> None:
    old, new = tmp_path / "oud", tmp_path / "nieuw"
    years = ("2024-2025", "2026-2027", "2025-2026")
    write_files(old, [SCHOOL | {"school.schooljaar": one, "visie.visie": one} for one in years])
    write_files(new, [SCHOOL | {"school.schooljaar": "2027-2028", "visie.visie": "x"}])
    (school,) = compare(old, new).schools
    assert [one.before for one in school.changes] == ["2026-2027"]


def test_a_letter_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    letter = docx(p("Geachte ouders, morgen is er geen school."))
    for folder in ("oud", "nieuw"):
        write_files(tmp_path / folder, [SCHOOL])
        (tmp_path / folder / "brief.docx").write_bytes(letter)
    found = compare(tmp_path / "oud", tmp_path / "nieuw")
    assert (len(found.schools), found.failures) == (1, [])


def test_an_unreadable_file_is_named_and_a_path_that_is_not_there_stops(tmp_path: Path) -> None:
    good = write_file(tmp_path, SCHOOL, "goed.docx")
    bad = tmp_path / "memo.docx"
    bad.write_bytes(b"words")
    found = compare(bad, good)
    assert (found.schools, [Path(one.file).name for one in found.failures]) == ([], ["memo.docx"])
    with pytest.raises(SopError) as error:
        compare(tmp_path / "niets", good)
    assert error.value.code == "SOP001"


def test_machines_get_every_key_of_a_change(tmp_path: Path) -> None:
    after = SCHOOL | {
        "basis.aanbod": blank(open_model())["basis.aanbod"]
        | {"mdo": {"status": "op orde", "toelichting": None}},
        "vaststelling.status": "concept",
    }
    (school,) = compared_files(tmp_path, SCHOOL, after).schools
    data = school.as_json()
    assert data["changes"] == [
        {
            "key": "basis.aanbod",
            "label": "Wat bieden wij alle leerlingen die het nodig hebben?",
            "kind": "added",
            "item": "MDO met adviseur SPPOH",
            "column": "status",
            "before": None,
            "after": "op orde",
            "internal": False,
        }
    ]
    assert [one["key"] for one in data["yearly"]] == ["vaststelling.status"]
    assert data["before"] == {"file": str(tmp_path / "oud" / "a.docx"), "year": None}
