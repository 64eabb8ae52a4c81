"""Summaries for tests: of the sample board, of generated schools, of a few answers; no Word files."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from sop_templates.domain.answers import blank, canonical
from sop_templates.domain.model import SCHOOL_CODE, Model
from sop_templates.domain.ready import readiness
from sop_templates.engine.gathering import Gathered
from sop_templates.engine.models import open_model
from sop_templates.engine.reading import ReadRecord
from sop_templates.engine.sample_sources import read_sample
from sop_templates.engine.summary.board_folders import BoardFolders, find_boards
from sop_templates.engine.summary.summarising import summary_of
from sop_templates.engine.summary.values import School, Summary
from sop_templates.outcome import Finding
from tests.support.generated import generated_answers

SAMPLE = Path(__file__).parents[2] / "samples" / "regenboogbestuur"
TODAY = date(2026, 9, 15)

Answers = dict[str, Any]


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


def read_record(model: Model, raw: Mapping[str, Any], file: str, **more: Any) -> ReadRecord:
    """A record as the reader gives it, of answers as they were put in."""
    answers, findings = canonical(model, raw)
    states: Mapping[str, str] = more.get("fixed_texts", {})
    return ReadRecord(
        file=file,
        format="model",
        model=model.id,
        version=model.version,
        answers=answers,
        origin=dict.fromkeys(answers, "control"),
        fixed_texts=dict.fromkeys(model.fixed_texts, "intact") | dict(states),
        findings=findings,
    )


def sample_sources() -> tuple[Answers, list[Answers]]:
    """The sample board and its schools' answers, as they were written."""
    return read_sample(SAMPLE)


def sample_summary(previous: Sequence[Answers] | None = None) -> Summary:
    """The summary of the sample board, as if its Word files had been read.

    Args:
        previous: the answers of the year before.
    """
    model = open_model()
    board, sources = sample_sources()
    folder = SAMPLE / "word"
    records = [
        read_record(model, board["texts"] | one, str(folder / f"{one[SCHOOL_CODE]}-sop.docx"))
        for one in sources
    ]
    before = None
    if previous is not None:
        old = [read_record(model, one, f"{one[SCHOOL_CODE]}.docx") for one in previous]
        before = Gathered(old, [], [])
    boards = find_boards([], [one.file for one in records])
    return summary_of(Gathered(records, [], []), boards, today=TODAY, previous=before)


def last_year() -> list[Answers]:
    """The sample board a year ago: invented from this year's answers, some of them different."""
    _, sources = sample_sources()
    records = [dict(one) for one in sources[:-1]]
    for number, one in enumerate(records):
        one["school.schooljaar"] = "2025-2026"
        random = Random(number)  # noqa: S311 - the same answers each time
        for key, column, words in (
            ("basis.aanbod", "status", ("in ontwikkeling", "gepland", "op orde")),
            ("basis.gebouw", "aanwezig", ("nee", "deels")),
        ):
            rows = {row: dict(cells) for row, cells in one.get(key, {}).items()}
            for row in random.sample(sorted(rows), min(3, len(rows))):
                rows[row][column] = random.choice(words)
            one[key] = rows
        one["extra.arrangementen"] = one.get("extra.arrangementen", [])[1:]
        if text := one.get("extra.grens"):
            one["extra.grens"] = text.replace("wij", "wij soms", 1)
    return [*records, {SCHOOL_CODE: "99XX12", "school.naam": "De Letterloods"}]


def generated_codes(count: int) -> list[str]:
    """Vestigingscodes that no school has."""
    return [f"99{chr(65 + n // 2600)}{chr(65 + n // 100 % 26)}{n % 100:02d}" for n in range(count)]


def generated_records(count: int) -> list[ReadRecord]:
    """Records with generated answers for everything."""
    model = open_model()
    return [
        read_record(model, generated_answers(model, code), f"word/{code}.docx")
        for code in generated_codes(count)
    ]


def generated_summary(count: int) -> Summary:
    """The summary of that many generated schools, without a board."""
    gathered = Gathered(generated_records(count), [], [])
    return summary_of(gathered, BoardFolders(), today=TODAY)
