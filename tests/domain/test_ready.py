"""The route: what is needed for the next step, by the status."""

from typing import Any

import pytest

from sop_templates.domain.model import FieldType, Model, Need
from sop_templates.domain.ready import readiness
from sop_templates.engine.models import open_model

MODEL = open_model()
TEAM, BOARD = {"vaststelling.teamdatum": "2026-05-20"}, {"vaststelling.bestuursdatum": "2026-07-01"}
ADVICE = {"vaststelling.mr_advies": "positief", "vaststelling.mr_datum": "2026-06-11"}
NAMENS = {"vaststelling.namens": "voorzitter"}


def chapters_done(model: Model = MODEL) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for field in model.fields:
        if field.need is not Need.REQUIRED:
            continue
        cells = {column.key: "op orde" for column in field.columns}
        answers[field.key] = (
            {row.key: cells for row in field.rows} if field.type is FieldType.ROWS else "x"
        )
    return answers


def with_status(status: str | None, *parts: dict[str, Any]) -> dict[str, Any]:
    answers = chapters_done()
    for part in parts:
        answers |= part
    return answers | {"vaststelling.status": status}


@pytest.mark.parametrize(
    ("status", "parts", "ready_for"),
    [
        ("concept", [TEAM], "de MR"),
        ("bij MR", [TEAM, ADVICE], "het schoolbestuur"),
        ("bij bestuur", [TEAM, ADVICE], "vaststelling door het schoolbestuur"),
        ("vastgesteld", [TEAM, ADVICE, BOARD, NAMENS], "SPPOH en de website"),
        (
            "gepubliceerd",
            [
                TEAM,
                ADVICE,
                BOARD,
                NAMENS,
                {"vaststelling.publicatie": {"text": "", "url": "https://x.nl"}},
            ],
            "",
        ),
    ],
)
def test_a_complete_sop_is_ready_for_the_next_step(
    status: str, parts: list[dict[str, Any]], ready_for: str
) -> None:
    found = readiness(MODEL, with_status(status, *parts))
    assert (found.status, found.ready_for, found.ready, found.missing) == (
        status,
        ready_for,
        True,
        (),
    )


@pytest.mark.parametrize(
    ("status", "parts", "missing", "due"),
    [
        ("concept", [], ["teamdatum"], []),
        ("bij MR", [TEAM], ["mr_advies"], []),
        ("bij MR", [ADVICE], ["teamdatum"], ["teamdatum"]),
        ("bij bestuur", [TEAM], ["mr_advies"], ["mr_advies"]),
        ("vastgesteld", [TEAM, ADVICE], ["bestuursdatum", "namens"], ["bestuursdatum", "namens"]),
        ("gepubliceerd", [TEAM, ADVICE, BOARD, NAMENS], ["publicatie"], ["publicatie"]),
    ],
)
def test_what_the_next_step_needs_is_missing_and_due_once_the_step_is_taken(
    status: str, parts: list[dict[str, Any]], missing: list[str], due: list[str]
) -> None:
    found = readiness(MODEL, with_status(status, *parts))
    assert not found.ready
    assert found.missing == tuple(f"vaststelling.{name}" for name in missing)
    assert found.due == tuple(f"vaststelling.{name}" for name in due)


@pytest.mark.parametrize(
    ("advice", "missing"),
    [
        ("positief", ["mr_datum"]),
        ("positief met opmerkingen", ["mr_datum", "mr_toelichting", "mr_opvolging"]),
        ("negatief", ["mr_datum", "mr_toelichting", "mr_opvolging"]),
        ("geen advies binnen termijn", []),
    ],
)
def test_the_advice_says_what_it_needs(advice: str, missing: list[str]) -> None:
    found = readiness(MODEL, with_status("bij MR", TEAM, {"vaststelling.mr_advies": advice}))
    assert found.missing == tuple(f"vaststelling.{name}" for name in missing)


@pytest.mark.parametrize(("had_previous", "asked"), [(True, True), (False, False), (None, False)])
def test_the_evaluation_is_asked_of_a_school_that_had_a_sop(
    *,
    had_previous: bool | None,
    asked: bool,
) -> None:
    answers = with_status("vastgesteld", TEAM, ADVICE, BOARD, NAMENS)
    found = readiness(MODEL, answers, had_previous)
    assert ("ontwikkeling.evaluatiedatum" in found.missing) is asked


@pytest.mark.parametrize("status", [None, "", "klaar"])
def test_an_unknown_status_counts_as_concept(status: str | None) -> None:
    found = readiness(MODEL, with_status(status, TEAM))
    assert (found.status, found.ready_for) == ("concept", "de MR")
    assert found.ready is bool(status), "an empty status is itself required"


def test_one_empty_row_of_a_required_table_is_missing() -> None:
    answers = with_status("concept", TEAM)
    answers["basis.aanbod"] = {
        **answers["basis.aanbod"],
        "mdo": {"status": None, "toelichting": "x"},
    }
    assert readiness(MODEL, answers).missing == ("basis.aanbod",)


def test_a_blank_sop_misses_every_required_field() -> None:
    required = {one.key for one in MODEL.fields if one.need is Need.REQUIRED}
    assert set(readiness(MODEL, {}).missing) == required | {"vaststelling.teamdatum"}


def test_an_own_format_needs_the_star_fields_only() -> None:
    assert readiness(MODEL, {}, own_format=True).missing == (
        "visie.visie",
        "basis.structuur",
        "extra.beschrijving",
    )


@pytest.mark.parametrize(
    ("status", "advice", "previous", "early"),
    [
        ("concept", None, True, {"vaststelling.mr_namens", "ontwikkeling.evaluatie"}),
        ("bij MR", None, True, {"vaststelling.mr_namens", "ontwikkeling.evaluatie"}),
        ("bij MR", "positief", True, {"ontwikkeling.evaluatie"}),
        (
            "bij MR",
            "geen advies binnen termijn",
            True,
            {"vaststelling.mr_namens", "ontwikkeling.evaluatie"},
        ),
        ("vastgesteld", "positief", True, set()),
        ("vastgesteld", "positief", None, {"ontwikkeling.evaluatie"}),
    ],
)
def test_nobody_is_advised_what_only_a_later_step_can_tell(
    status: str, advice: str | None, *, previous: bool | None, early: set[str]
) -> None:
    answers = with_status(status, {"vaststelling.mr_advies": advice})
    assert readiness(MODEL, answers, previous).early == early
