"""The parts of the board's page: its facts, the rows of its lists, a card a school."""

from collections.abc import Iterator

from sop_templates.domain.coverage import (
    Meaning,
    choice_column,
    count_items,
    counted_rows,
    meaning_of,
    state_column,
)
from sop_templates.domain.delivery import Timing, is_decided
from sop_templates.domain.model import Column, Field, FieldType, Model
from sop_templates.engine.summary.dutch_counts import has, some
from sop_templates.engine.summary.route import WORDS
from sop_templates.engine.summary.sentences import timing_of
from sop_templates.engine.summary.values import School, Summary
from sop_templates.formats.addresses import public_address
from sop_templates.formats.web.board_values import (
    Answer,
    AnswerTable,
    Cell,
    Fact,
    Row,
    SchoolCard,
)
from sop_templates.outcome import Severity

TONES = {
    Timing.IN_TIME: "present",
    Timing.LATE: "partly",
    Timing.OVERDUE: "absent",
    Timing.OPEN: "other",
    Timing.UNKNOWN: "other",
}


def facts(summary: Summary) -> Iterator[Fact]:
    """The numbers that stand out."""
    delivered, total = len(summary.schools), len(summary.schools) + len(summary.missing)
    if summary.has_roster:
        tone = "good" if delivered == total else "partial"
        yield Fact("aangeleverd", delivered, f"van {total}", tone)
    else:
        yield Fact("scholen met een SOP", delivered)
    decided = sum(is_decided(summary.model, one.answers) for one in summary.schools)
    yield Fact("vastgesteld", decided, f"van {delivered}", "good")
    waiting = [one for one in summary.schools if one.ready_for]
    ready = sum(one.ready for one in waiting)
    yield Fact("klaar voor de volgende stap", ready, f"van {len(waiting)}", "good")
    late = sum(timing_of(one, summary) in (Timing.LATE, Timing.OVERDUE) for one in summary.schools)
    yield Fact("te laat", late, tone=_alarm(late))
    white = sum(
        one.is_white
        for field in counted_rows(summary.model)
        for one in count_items(field, summary.records)
    )
    words = has(white, "onderdeel dat geen school heeft", "onderdelen die geen school heeft")
    yield Fact(words, white, tone=_alarm(white))
    errors = sum(one.count(Severity.ERROR) for one in summary.schools)
    yield Fact(has(errors, "fout open", "fouten open"), errors, tone=_alarm(errors))


def _alarm(count: int) -> str:
    return "bad" if count else "good"


def list_rows(field: Field, summary: Summary) -> Iterator[Row]:
    """The rows of a list, each with its school and its theme."""
    themes = {
        theme for one in counted_rows(summary.model) for row in one.rows for theme in row.themes
    }
    theme = next((one for one in field.columns if themes & set(one.options)), None)
    state = state_column(field)
    for place, school in enumerate(summary.schools):
        for row in school.answers.get(field.key) or ():
            cells = tuple(_cell(column, row.get(column.key), state) for column in field.columns)
            yield Row(place, str(row.get(theme.key) or "") if theme else "", cells)


def _cell(column: Column, value: str | None, state: Column | None) -> Cell:
    if column is state and value:
        return Cell(value, meaning_of(column, value).value)
    return Cell(value or "")


def school_card(school: School, summary: Summary, names: dict[str, str]) -> SchoolCard:
    """The card of a school."""
    timing = timing_of(school, summary)
    errors = school.count(Severity.ERROR)
    tables = (
        AnswerTable(names[field.key], tuple(_answers(field, school)))
        for field in counted_rows(summary.model)
    )
    return SchoolCard(
        name=school.name,
        code=school.code,
        board=school.board if summary.has_many_boards else "",
        area=school.area,
        status=school.status,
        next=school.ready_for,
        timing=WORDS[timing],
        timing_tone=TONES[timing],
        errors=some(errors, "fout", "fouten") if errors else "",
        website=_website(summary.model, school),
        tables=tuple(one for one in tables if one.items),
    )


def _answers(field: Field, school: School) -> Iterator[Answer]:
    column = choice_column(field)
    assert column is not None, field.key  # `counted_rows` gives no other fields
    given = school.answers.get(field.key) or {}
    for row in field.rows:
        cells = given.get(row.key) or {}
        word = str(cells.get(column.key) or "")
        meaning = meaning_of(column, word)
        if meaning is not Meaning.UNANSWERED:
            notes = (cells.get(one.key) for one in field.columns if one is not column)
            note = " ".join(one for one in notes if one)
            yield Answer(f"{field.key}.{row.key}", row.label, word, meaning.value, note)


def _website(model: Model, school: School) -> str:
    """The first public address of the front page."""
    for chapter in model.chapters:
        for field in chapter.fields if chapter.front else ():
            link = school.answers.get(field.key)
            if field.type is FieldType.LINK and not field.internal and isinstance(link, dict):
                return public_address(link.get("url") or "")
    return ""
