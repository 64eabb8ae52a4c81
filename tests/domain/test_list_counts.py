"""Lists over all schools: crosses of two choices, and what is done about a theme."""

from typing import Any

from sop_templates.domain.list_counts import ThemeCounts, cross_count, crossed_columns
from sop_templates.engine.models import open_model

MODEL = open_model()
AMBITIONS = MODEL.by_key["ontwikkeling.ambities"]
PARTNERS = MODEL.by_key["basis.partners"]
OFFER = MODEL.by_key["basis.aanbod"]


def planning(*rows: tuple[str | None, str | None]) -> dict[str, Any]:
    return {AMBITIONS.key: [{"thema": theme, "status": status} for theme, status in rows]}


def test_a_list_is_crossed_by_its_first_choice_and_its_state() -> None:
    columns = crossed_columns(AMBITIONS)
    assert columns is not None
    assert [one.key for one in columns] == ["thema", "status"]
    partner = crossed_columns(PARTNERS)
    assert partner is not None
    assert [one.key for one in partner] == ["partner", "frequentie"]


def test_a_list_without_two_choices_gives_no_cross() -> None:
    assert crossed_columns(MODEL.by_key["visie.sterk"]) is None
    assert cross_count(MODEL.by_key["visie.sterk"], []) == []


def test_rows_and_schools_are_counted_apart() -> None:
    records = [planning(("leren", "loopt"), ("leren", "nieuw")), planning(("leren", "loopt")), {}]
    row = next(one for one in cross_count(AMBITIONS, records) if one.option == "leren")
    assert (row.schools, row.times) == (2, 3)
    assert row.by_other == {"nieuw": 1, "loopt": 2, "gereed": 0, "uitgesteld": 0}


def test_own_words_and_empty_cells_are_told_apart() -> None:
    records = [planning(("schaatsen", "loopt"), (None, None))]
    rows = {one.option: one for one in cross_count(AMBITIONS, records)}
    assert rows["eigen woorden"].by_other["loopt"] == 1
    assert rows["niet gekozen"].by_other["niet gekozen"] == 1
    assert sum(one.times for one in rows.values()) == 2


def test_what_stopped_or_was_postponed_answers_nothing() -> None:
    records = [planning(("begaafdheid", "uitgesteld"), ("begaafdheid", None)), planning()]
    row = OFFER.row("begaafd")
    assert row is not None
    done = {one.field.key: one for one in ThemeCounts(MODEL, records).of(row)}
    assert (done[AMBITIONS.key].times, done[AMBITIONS.key].schools) == (1, 1)
    assert done["extra.arrangementen"].times == 0


def test_an_item_without_a_theme_is_answered_by_nothing() -> None:
    row = OFFER.row("team")
    assert row is not None
    records = [planning(("leren", "loopt"))]
    assert [one.times for one in ThemeCounts(MODEL, records).of(row)] == [0, 0]
