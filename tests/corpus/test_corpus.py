"""Every case of how a finished control must be read is read right, wherever it stands."""

import pytest

from tests.corpus.cases import BUILDERS, Case, cases
from tests.corpus.places import PLACES, in_body
from tests.corpus.readers import OURS
from tests.support.make_readback import PAGE, page
from tests.support.word_validity import audited

EVERY = cases()
LEFT_OUT = "required relationship type"  # styles, settings: no case is about them
NOT_KNOWN = "smartTag"  # the audit's schema begins with Word 2010, which made no new ones
OUR_COLUMNS = 3  # case, right answer, ours


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.key)
def test_every_case_is_read_right_everywhere(case: Case, place: str) -> None:
    verdict = OURS.judge(PLACES[place](case.blocks()), case)
    assert verdict.is_right, verdict.said


def test_every_builder_has_its_right_answer() -> None:
    assert [case.key for case in EVERY] == list(BUILDERS)


def test_the_cases_are_word_as_word_writes_it() -> None:
    found = audited(in_body([block for case in EVERY for block in case.blocks()]))
    assert [one for one in found if LEFT_OUT not in one and NOT_KNOWN not in one] == []


def test_a_reader_that_sees_nothing_is_told_so() -> None:
    def nothing(case: Case) -> bool:
        return OURS.judge(in_body([]), case).is_right

    assert [case.key for case in EVERY if nothing(case)] == []


def test_the_page_is_fresh() -> None:
    assert _ours(page([OURS])) == _ours(PAGE.read_text(encoding="utf-8"))


def _ours(text: str) -> list[list[str]]:
    """What a page says of our reader: the cases with its verdict, and its counts by place."""
    _, told, counts = text.split("\n## ")[1:]
    return [*_columns(told, OUR_COLUMNS), *_columns(counts, OUR_COLUMNS - 1)]


def _columns(text: str, count: int) -> list[list[str]]:
    rows = [line.split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip("| ") for cell in row[:count]] for row in rows]
