"""The three-way merge: who changed what since the last filling, and what is filled last afterwards."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_templates.domain.answers import blank
from sop_templates.domain.merging import (
    UNKNOWN,
    Decision,
    answers_after,
    base_after,
    decide,
    known_base,
    merge,
    with_standard_texts,
)
from tests.support.small_model import SMALL_MODEL as MODEL

VISION = "visie.visie"


@pytest.mark.parametrize(
    ("base", "file", "intake", "decision"),
    [
        # only the intake was changed: base filled, base empty, no base
        ("a", "a", "b", Decision.WRITE),
        (None, None, "b", Decision.WRITE),
        (UNKNOWN, None, "b", Decision.WRITE),
        # only the file was changed
        ("a", "b", "a", Decision.KEEP),
        (None, "b", None, Decision.KEEP),
        (UNKNOWN, "b", None, Decision.KEEP),
        # both were changed
        ("a", "b", "c", Decision.CONFLICT),
        (None, "b", "c", Decision.CONFLICT),
        (UNKNOWN, "b", "c", Decision.DIFFERS),
    ],
)
def test_the_nine_cases(base: Any, file: Any, intake: Any, decision: Decision) -> None:
    assert decide(base, file, intake) is decision


@pytest.mark.parametrize(
    ("base", "file", "intake", "decision"),
    [
        ("a", "a", None, Decision.KEEP),  # an empty cell never clears
        ("a", None, "a", Decision.KEEP),  # the school took it away
        ("a", None, "b", Decision.CONFLICT),  # it did, and the intake changed
        ("a", None, None, Decision.KEEP),
        ("a", "b", None, Decision.KEEP),
        ("a", "b", "b", Decision.ALIKE),
        (None, "b", "b", Decision.ALIKE),
        (UNKNOWN, "b", "b", Decision.ALIKE),
        (UNKNOWN, None, None, Decision.KEEP),
        ("a", "a", "a", Decision.ALIKE),
        # a program put a slash behind the address of a site: nobody changed it
        (
            {"text": "a", "url": "https://a.nl"},
            {"text": "a", "url": "https://a.nl/"},
            "b",
            Decision.WRITE,
        ),
        ("[a](https://a.nl) b", "[a](https://a.nl/) b", "b", Decision.WRITE),
        ("a", "https://a.nl/", "https://a.nl", Decision.ALIKE),
        ("a", "https://a.nl/b/", "https://a.nl/b", Decision.CONFLICT),
        (False, False, True, Decision.WRITE),
        (True, True, False, Decision.KEEP),  # a box without a tick says no more than an empty cell
        (True, False, True, Decision.KEEP),
        (5, 5, 0, Decision.WRITE),  # nought is a number
        ([], [{"kwaliteit": "rust"}], [], Decision.KEEP),
    ],
)
def test_answers_that_were_emptied_and_answers_alike(
    base: Any, file: Any, intake: Any, decision: Decision
) -> None:
    assert decide(base, file, intake) is decision


@pytest.mark.parametrize(
    ("base", "file", "decision"),
    [
        (True, True, Decision.WRITE),
        (False, True, Decision.KEEP),
        (True, False, Decision.ALIKE),
        (UNKNOWN, True, Decision.DIFFERS),
        (UNKNOWN, False, Decision.ALIKE),
    ],
)
def test_a_flag_that_the_intake_denies(base: Any, file: Any, decision: Decision) -> None:
    assert decide(base, file, False, is_denied=True) is decision  # noqa: FBT003 - the value itself


def merged(base: Any, file: Any, intake: Any, key: str = VISION) -> Any:
    answers = [blank(MODEL) | {key: value} for value in (file, intake)]
    known = None if base is UNKNOWN else blank(MODEL) | {key: base}
    return merge(MODEL, known, *answers)


@pytest.mark.parametrize(
    ("base", "file", "intake", "after"),
    [
        ("a", "a", "b", "b"),  # written
        ("a", "b", "b", "b"),  # the school had it already
        ("a", "b", "a", "a"),  # the school's own: the base stays what the intake gave
        ("a", "b", "c", "a"),  # a conflict stays one
        ("a", "a", None, "a"),
        (UNKNOWN, None, "b", "b"),
        (UNKNOWN, "b", "b", "b"),
    ],
)
def test_the_base_moves_only_where_file_and_intake_agree(
    base: Any, file: Any, intake: Any, after: Any
) -> None:
    assert base_after(merged(base, file, intake))[VISION] == after


@pytest.mark.parametrize(("file", "intake"), [("b", "c"), ("b", None), (None, None)])
def test_a_base_that_nobody_knows_stays_unknown(file: Any, intake: Any) -> None:
    assert VISION not in base_after(merged(UNKNOWN, file, intake))


def test_the_base_of_what_could_not_be_written_stays() -> None:
    found = merged("a", "a", "b")
    assert base_after(found, [VISION])[VISION] == "a"
    assert answers_after(blank(MODEL) | {VISION: "a"}, found, [VISION])[VISION] == "a"


def test_a_change_of_the_intake_is_seen_after_the_school_s_own() -> None:
    base = base_after(merged("a", "b", "a"))[VISION]
    assert decide(base, "b", "c") is Decision.CONFLICT
    assert decide(base, "b", "b") is Decision.ALIKE


def test_fixed_rows_are_merged_cell_by_cell() -> None:
    key = "basis.aanbod"
    base = {
        "mdo": {"status": "op orde", "toelichting": "a"},
        "taal": {"status": None, "toelichting": None},
    }
    file = base | {"mdo": {"status": "op orde", "toelichting": "b"}}
    intake = base | {
        "mdo": {"status": "n.v.t.", "toelichting": "a"},
        "taal": {"status": "op orde", "toelichting": None},
    }
    found = merged(base, file, intake, key)
    written = {one.tag for one in found if one.decision is Decision.WRITE}
    assert written == {"basis.aanbod.mdo.status", "basis.aanbod.taal.status"}
    assert answers_after(blank(MODEL) | {key: file}, found)[key] == {
        "mdo": {"status": "n.v.t.", "toelichting": "b"},
        "taal": {"status": "op orde", "toelichting": None},
    }
    assert {one.label for one in found if one.tag in written} == {
        "Wat bieden wij?, MDO met adviseur, Status",
        "Wat bieden wij?, Taalachterstand, Status",
    }


def test_a_list_is_one_answer() -> None:
    found = merged(
        [{"kwaliteit": "a"}],
        [{"kwaliteit": "a"}, {"kwaliteit": "b"}],
        [{"kwaliteit": "c"}],
        "visie.sterk",
    )
    assert [one.tag for one in found if one.decision is Decision.CONFLICT] == ["visie.sterk"]


def test_what_a_file_keeps_is_known_as_far_as_it_goes() -> None:
    kept = {
        "school.leerlingen": "285",
        "basis.aanbod": {"mdo": {"status": "OP ORDE"}},
        "van.vroeger": "weg",
    }
    assert known_base(MODEL, kept) == {
        "school.leerlingen": 285,
        "basis.aanbod": {"mdo": {"status": "op orde"}},
    }
    assert known_base(MODEL, None) is None


@pytest.mark.parametrize(
    ("base", "file", "intake", "expected"),
    [
        (None, None, None, "standaard"),
        (None, None, "eigen", "eigen"),
        (None, "van de school", None, None),
        ("standaard", None, None, None),  # the school took it away
        ("vorig", "vorig", None, None),
    ],
)
def test_standard_texts_fill_gaps_only(base: Any, file: Any, intake: Any, expected: Any) -> None:
    last, ours, theirs = (blank(MODEL) | {VISION: value} for value in (base, file, intake))
    found = with_standard_texts(MODEL, last, ours, theirs, {VISION: "standaard"})
    assert found[VISION] == expected


ANSWERS = st.sampled_from([None, "a", "b", "c"])
BASES = st.sampled_from([UNKNOWN, None, "a", "b", "c"])


@given(BASES, ANSWERS, ANSWERS)
def test_a_second_run_changes_nothing(base: Any, file: Any, intake: Any) -> None:
    first = merged(base, file, intake)
    now = answers_after(blank(MODEL) | {VISION: file}, first)
    known = base_after(first)
    second = merge(MODEL, known, now, blank(MODEL) | {VISION: intake})
    assert answers_after(now, second) == now
    assert base_after(second) == known
    conflicts = {Decision.CONFLICT, Decision.DIFFERS}
    assert [one.decision for one in first if one.decision in conflicts] == [
        one.decision for one in second if one.decision in conflicts
    ]


@given(BASES, ANSWERS, ANSWERS)
def test_nothing_of_the_school_s_is_lost(base: Any, file: Any, intake: Any) -> None:
    now = answers_after(blank(MODEL) | {VISION: file}, merged(base, file, intake))[VISION]
    assert now in {file, intake}
    if file is not None and file != base:
        assert now == file
