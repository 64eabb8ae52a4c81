"""Gaps: each rule with one record that it finds and the near ones that it lets go."""

from typing import Any

from sop_templates.domain.checks_gaps import (
    check_advised,
    check_cells,
    check_inspected,
    check_next_step,
    check_required,
)
from sop_templates.domain.model import Need
from sop_templates.engine.models import open_model
from tests.support.under_check import codes, found

MODEL = open_model()
AANBOD = MODEL.by_key["basis.aanbod"]


def aanbod(**other: str | None) -> dict[str, Any]:
    rows = {row.key: {"status": "op orde", "toelichting": None} for row in AANBOD.rows}
    for key, status in other.items():
        rows[key] = {"status": status, "toelichting": None}
    return {"basis.aanbod": rows}


def test_a_blank_sop_has_one_finding_for_each_required_field() -> None:
    required = [one.key for one in MODEL.fields if one.need is Need.REQUIRED]
    assert [one.key for one in found(check_required, {})] == required


def test_a_required_field_is_named_by_its_label() -> None:
    (first, *_) = found(check_required, {"school.naam": None})
    assert (first.code, first.message) == ("SOP101", "Required and still empty: Naam school.")
    assert (str(first.place), first.advice) == ('control "school.naam"', "Fill in the field.")


def test_rows_without_a_status_are_named() -> None:
    (finding,) = (
        one
        for one in found(check_required, aanbod(motoriek=None, rouw=None))
        if one.key == "basis.aanbod"
    )
    assert finding.code == "SOP141"
    assert finding.message == (
        "Required and still empty in Wat bieden wij alle leerlingen die het nodig hebben:"
        " Motoriek, Rouw en verlies."
    )


def test_a_table_with_every_status_has_no_gap() -> None:
    assert "basis.aanbod" not in {one.key for one in found(check_required, aanbod())}
    assert codes(check_cells, aanbod()) == []


def test_what_may_come_later_is_a_hint() -> None:
    (finding,) = found(check_next_step, {"vaststelling.status": "concept"})
    assert (finding.code, finding.severity.value) == ("SOP401", "hint")
    assert (
        finding.message == "Still needed before the next step (de MR): Besproken in het schoolteam."
    )


def test_nothing_is_needed_for_a_step_that_was_given() -> None:
    assert codes(check_next_step, {"vaststelling.teamdatum": "2026-05-20"}) == []


def test_an_advised_field_is_a_hint_until_it_is_filled() -> None:
    before = {one.key for one in found(check_advised, {})}
    after = {
        one.key
        for one in found(check_advised, {"school.website": {"text": "", "url": "https://x.nl"}})
    }
    assert before - after == {"school.website"}
    assert "school.denominatie" not in before, "optional"
    assert "school.naam" not in before, "required is another finding"


def test_an_advised_table_counts_as_filled_by_one_cell() -> None:
    rows: dict[str, dict[str, str | None]] = {
        row.key: {"waar": None} for row in MODEL.by_key["basis.expertise"].rows
    }
    assert "basis.expertise" in {one.key for one in found(check_advised, {"basis.expertise": rows})}
    rows["autisme"] = {"waar": "in het team"}
    assert "basis.expertise" not in {
        one.key for one in found(check_advised, {"basis.expertise": rows})
    }


def test_empty_cells_of_used_rows_are_one_finding_a_column() -> None:
    partners = [
        {"partner": "logopedie", "waarvoor": "taal", "frequentie": "soms"},
        {"partner": "wijkagent", "waarvoor": None, "frequentie": None},
        {"partner": "leerplicht", "waarvoor": "verzuim", "frequentie": None},
    ]
    told = [one.message for one in found(check_cells, {"basis.partners": partners})]
    label = "Met welke professionals van buiten de school werken we samen"
    assert told == [
        f"{label}: Waarvoor is still empty in row 2.",
        f"{label}: Hoe vaak is still empty in row 2, 3.",
    ]


def test_an_explanation_may_be_left_out_of_a_fixed_row() -> None:
    assert codes(check_cells, aanbod(mdo="gepland")) == []


def test_a_choice_left_open_in_a_used_table_is_found() -> None:
    rows: dict[str, dict[str, str | None]] = {
        row.key: {"waar": "in het team"} for row in MODEL.by_key["basis.expertise"].rows
    }
    rows["adhd"] = {"waar": None}
    assert codes(check_cells, {"basis.expertise": rows}) == ["SOP142"]


def test_an_own_format_is_asked_for_boundary_referral_and_what_follows() -> None:
    told = found(check_inspected, {"extra.grens": "Wij hebben geen lift."}, own_format=True)
    assert [one.key for one in told] == ["extra.verwijzing", "extra.vervolg"]
    assert codes(check_inspected, {}) == [], "in the model they are required already"
    assert codes(check_advised, {}, own_format=True) == []


def test_what_only_a_later_step_can_tell_is_advised_from_there_on() -> None:
    answers = {"vaststelling.status": "concept"}
    assert "vaststelling.mr_namens" not in {one.key for one in found(check_advised, answers)}
    answers = {"vaststelling.status": "bij MR", "vaststelling.mr_advies": "positief"}
    assert "vaststelling.mr_namens" in {one.key for one in found(check_advised, answers)}
