"""Whom to remind and of what: a table that is the data source of a mail merge, in Dutch."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sop_templates.domain.delivery import Timing
from sop_templates.domain.dutch import write_date
from sop_templates.engine.route.status import Lack, Stand
from sop_templates.engine.summary.dutch_counts import some
from sop_templates.errors import UsageError
from sop_templates.formats.excel.delimited import write_delimited
from sop_templates.formats.excel.report_values import CellValue, Sheet, TableColumn
from sop_templates.formats.excel.report_workbook import write_report
from sop_templates.formats.files import write_whole
from sop_templates.kinds.batches import UNKNOWN_ENDING
from sop_templates.language import dutch

WORKBOOK, TABLE = ".xlsx", ".csv"
SHEET, TITLE = "Herinneringen", "Herinneringen schoolondersteuningsprofiel"
# Word reads the first rows of a workbook to tell how long a text may be, and cuts all others at 255
# characters where those are short.
MOST = 250
# Names that Word accepts as merge fields: letters and underscores.
COLUMNS = (
    TableColumn("school", 32),
    TableColumn("vestigingscode", 14),
    TableColumn("bestuur", 28),
    TableColumn("contact", 28),
    TableColumn("email", 32),
    TableColumn("schooljaar", 12),
    TableColumn("status", 14),
    TableColumn("volgende_stap", 28, "long"),
    TableColumn("uiterste_datum", 18),
    TableColumn("dagen_te_laat", 14, "number"),
    TableColumn("wat_ontbreekt", 80, "long"),
    TableColumn("bestand", 60),
)


def needs_reminder(stand: Stand) -> bool:
    """Whether a school has something to do: it delivered nothing, something is missing, or it is late."""
    return not stand.is_ready or stand.timing is Timing.OVERDUE


def reminder_rows(stands: Sequence[Stand]) -> Iterator[list[CellValue]]:
    """A row a school that has something to do, in the order of the stands, as `COLUMNS` says."""
    for one in stands:
        if needs_reminder(one):
            yield [
                one.name or one.code,
                one.code,
                one.board,
                one.contact,
                one.email,
                one.year,
                one.status or "niet aangeleverd",
                one.next_step,
                write_date(one.deadline) if one.deadline else "",
                one.days_late,
                lacking_in_words(one),
                Path(one.file).name,
            ]


def lacking_in_words(stand: Stand) -> str:
    """What a school still has to do, as it can stand in a letter; at most `MOST` characters."""
    if not stand.is_delivered:
        about = f" voor {stand.year}" if stand.year else ""
        return f"Het schoolondersteuningsprofiel{about} is nog niet aangeleverd."
    with dutch():
        errors = [one.message for one in stand.errors]
    if not stand.lacks and not errors:
        return f"Alles is ingevuld. De volgende stap: {stand.next_step or 'geen'}."
    parts = []
    if stand.lacks:
        count = some(len(stand.lacks), "vraag", "vragen")
        words = [_lack_in_words(one) for one in stand.lacks]
        room = MOST - len(_repair(errors)) if errors else MOST
        parts.append(_fitted(f"Nog invullen ({count}): ", words, max(room, MOST // 2)))
    if errors:
        parts.append(_repair(errors))
    text = " ".join(parts)
    return text if len(text) <= MOST else f"{text[: MOST - 1]}…"


def write_reminders(stands: Sequence[Stand], path: Path, *, force: bool = False) -> int:
    """Writes the list.

    Args:
        stands: where the schools stand.
        path: `.xlsx` or `.csv`.
        force: whether a file that exists is replaced.

    Returns:
        How many schools are in it.

    Raises:
        UsageError: another ending.
        SopError: it exists already, or cannot be written.
    """
    check_ending(path)
    rows = list(reminder_rows(stands))
    if path.suffix.lower() == TABLE:
        head = [one.header for one in COLUMNS]
        data = write_delimited([head, *([str(cell) for cell in row] for row in rows)])
    else:
        data = write_report([Sheet(SHEET, "", (), COLUMNS, rows)], TITLE)
    write_whole(path, data, force=force)
    return len(rows)


def check_ending(path: Path) -> None:
    """Raises UsageError where the path's ending is none that `write_reminders` writes."""
    if path.suffix.lower() not in (WORKBOOK, TABLE):
        raise UsageError(UNKNOWN_ENDING, path, endings=f"{WORKBOOK} {TABLE}")


def _lack_in_words(lack: Lack) -> str:
    if not lack.rows:
        return lack.title
    return f"{lack.title} ({lack.empty} van de {lack.rows} onderdelen)"


def _repair(errors: Sequence[str]) -> str:
    more = f" (en nog {len(errors) - 1})" if len(errors) > 1 else ""
    return f"Nog herstellen: {errors[0]}{more}"


def _fitted(start: str, words: Sequence[str], room: int) -> str:
    """The words as a list, as many as there is room for; the rest is counted."""
    for count in range(len(words), 0, -1):
        rest = len(words) - count
        more = f"; en nog {rest}" if rest else ""
        text = f"{start}{'; '.join(words[:count])}{more}."
        if len(text) <= room:
            return text
    return f"{start.removesuffix(': ')}."
