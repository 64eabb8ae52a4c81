"""Summaries for tests: of the sample board, or of a few answers, without Word files."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sop_templates.domain.answers import blank, canonical
from sop_templates.domain.model import Model
from sop_templates.domain.ready import readiness
from sop_templates.engine.models import open_model
from sop_templates.engine.sample_sources import read_sample
from sop_templates.engine.summary_values import BoardPart, Expected, School, Summary
from sop_templates.outcome import Finding

SAMPLE = Path(__file__).parents[2] / "samples" / "regenboogbestuur"
TODAY = date(2026, 9, 15)


def school(
    model: Model,
    answers: Mapping[str, Any],
    findings: tuple[Finding, ...] = (),
    file: str = "sop/school.docx",
    **more: Any,
) -> School:
    """A school that delivered these answers; all others are empty."""
    full = blank(model) | dict(answers)
    way = readiness(model, full)
    texts = dict.fromkeys(model.fixed_texts, "intact") | more.pop("fixed_texts", {})
    return School(
        file=file,
        format="model",
        answers=full,
        fixed_texts=texts,
        status=way.status,
        ready_for=way.ready_for,
        ready=way.ready,
        missing=way.missing,
        findings=findings,
        **more,
    )


def sample_sources() -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The sample board and its schools' answers, as they were written."""
    return read_sample(SAMPLE)


def sample_summary() -> Summary:
    """The summary of the sample board, as if its Word files had been read."""
    model = open_model()
    board, sources = sample_sources()
    areas = {one["vestigingscode"]: one["area"] for one in board["schools"]}
    schools = []
    for source in sources:
        answers, findings = canonical(model, source)
        code = answers["school.vestigingscode"]
        more = {"board": board["name"], "area": areas[code]}
        schools.append(school(model, answers, findings, f"word/{code}-sop.docx", **more))
    delivered = {one.code for one in schools}
    missing = [
        Expected(one["vestigingscode"], one["name"], board["name"], one["area"])
        for one in board["schools"]
        if one["vestigingscode"] not in delivered
    ]
    return Summary(
        model,
        schools,
        missing,
        boards=(
            BoardPart(board["name"], board["contact"], board["deadline"], len(board["schools"])),
        ),
        today=TODAY,
    )
