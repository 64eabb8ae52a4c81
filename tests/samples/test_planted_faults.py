"""The faults that are planted in the samples are found, each with its code and place, and nothing else."""

from collections import Counter
from pathlib import Path

import pytest

from sop_templates.engine.demo import DAY
from sop_templates.engine.path_checking import CheckedPaths, check_paths
from sop_templates.outcome import Severity
from tests.support import libreoffice
from tests.support.planted_faults import FOLDER, SAMPLES, read_faults

# What is to be said of the sample board's own documents, all of it but hints on empty fields.
NATURAL = {
    ("99XX04", "SOP153", None): 1,
    ("99XX07", "SOP101", "extra.grens"): 1,
    ("99XX07", "SOP101", "extra.specifiek"): 1,
    ("99XX07", "SOP101", "extra.verwijzing"): 1,
    ("99XX07", "SOP114", "basis.aanbod"): 1,
    ("99XX07", "SOP141", "basis.aanbod"): 1,
    ("99XX08", "SOP161", "extra.grens"): 1,
    ("99XX11", "SOP101", "extra.beschrijving"): 1,
    ("99XX11", "SOP101", "extra.specifiek"): 1,
    ("99XX11", "SOP101", "extra.verwijzing"): 1,
    ("99XX11", "SOP141", "basis.aanbod"): 1,
    ("99XX11", "SOP144", "basis.structuur"): 1,
    ("99XX11", "SOP144", "extra.grens"): 1,
    ("99XX11", "SOP144", "visie.visie"): 1,
}
EMPTY = ("SOP140", "SOP142", "SOP401")  # not yet filled in

Found = Counter[tuple[str, str, str | None]]


def found_in(checked: CheckedPaths) -> Found:
    assert not checked.failures
    assert not checked.about
    return Counter(
        (Path(one.file).name[:6], finding.code, finding.key)
        for one in checked.files
        for finding in one.findings
    )


@pytest.fixture(scope="module")
def faulty() -> CheckedPaths:
    return check_paths([SAMPLES / FOLDER / "word"], today=DAY, jobs=1)


def test_the_planted_faults_are_found_and_nothing_else(faulty: CheckedPaths) -> None:
    planted = Counter((one.school, code, one.key) for one in read_faults() for code in one.found)
    assert found_in(faulty) == planted


def test_they_are_of_many_kinds_and_each_names_its_place(faulty: CheckedPaths) -> None:
    findings = [one for one in faulty.findings if one.key is not None]
    assert len({one.code for one in findings}) >= 20
    assert all(one.key and one.key in str(one.place) for one in findings)


def test_of_the_sample_board_only_what_is_so_is_told() -> None:
    libreoffice.office()  # counts the pages
    found = found_in(check_paths([SAMPLES / "regenboogbestuur" / "word"], today=DAY, jobs=1))
    assert {one: count for one, count in found.items() if one[1] not in EMPTY} == NATURAL


def test_hints_alone_are_given_on_what_may_stay_empty() -> None:
    checked = check_paths([SAMPLES / "regenboogbestuur" / "word"], today=DAY, jobs=1)
    hints = {one.code for one in checked.findings if one.severity is Severity.HINT}
    assert hints <= set(EMPTY)
