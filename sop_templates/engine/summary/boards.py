"""The sheet *Besturen*: boards side by side, for a samenwerkingsverband that sums them up."""

from collections import Counter

from sop_templates.domain.delivery import Timing
from sop_templates.domain.model import STATUS
from sop_templates.engine.summary import names
from sop_templates.engine.summary.columns import FRONT_TAB, step_series, title
from sop_templates.engine.summary.overview import SEVERITIES
from sop_templates.engine.summary.sentences import timing_of
from sop_templates.engine.summary.values import BoardPart, Summary
from sop_templates.formats.excel.report_values import BarChart, CellValue, Sheet, TableColumn

DRAWN = 40  # bars at most: more cannot be read
NO_BOARD = "(zonder board.toml)"
STEPS_AT = 6  # the column of the first step


def boards_sheet(summary: Summary) -> Sheet:
    """A row a board: its schools, how many delivered, how far they are, what is open."""
    steps = summary.model.by_key[STATUS].options
    columns = (
        TableColumn("Bestuur", 36),
        TableColumn("Contact", 30),
        TableColumn("Uiterste datum", 15, "date"),
        TableColumn("Op de lijst", 10, "number"),
        TableColumn("Aangeleverd", 12, "number"),
        TableColumn("Niet aangeleverd", 12, "number"),
        *(TableColumn(one, 11, "number", group="Status") for one in steps),
        TableColumn("Op tijd vastgesteld", 13, "number"),
        TableColumn("Te laat", 9, "number"),
        *(TableColumn(words, 14, "number", group="Signalen") for _, words in SEVERITIES),
    )
    boards = list(summary.boards)
    if "" in summary.by_board and summary.board("") is None:
        boards.append(BoardPart(""))
    missing = Counter(one.board for one in summary.missing)
    rows = [_row(one, summary, missing[one.name]) for one in boards]
    return Sheet(
        name=names.BOARDS,
        title=title(names.BOARDS, summary),
        intro=("De besturen naast elkaar: wie leverde aan, en hoe ver zijn de scholen?",),
        columns=columns,
        rows=rows,
        totals=["Totaal", None, None, *(_sum(rows, place) for place in range(3, len(columns)))],
        chart=BarChart(
            title="Stand op de route per bestuur",
            alt="Staafdiagram van de stand op de route per bestuur. De cijfers staan in de tabel ernaast.",
            names=0,
            series=step_series(summary.model, STEPS_AT),
            rows=len(rows),
        )
        if len(rows) <= DRAWN
        else None,
        tab=FRONT_TAB,
    )


def _row(board: BoardPart, summary: Summary, missing: int) -> list[CellValue]:
    schools = summary.by_board.get(board.name, [])
    statuses = Counter(one.status for one in schools)
    timings = Counter(timing_of(one, summary) for one in schools)
    return [
        board.name or NO_BOARD,
        board.contact,
        board.deadline,
        board.expected,
        len(schools),
        missing,
        *(statuses[option] for option in summary.model.by_key[STATUS].options),
        timings[Timing.IN_TIME],
        timings[Timing.LATE] + timings[Timing.OVERDUE],
        *(sum(one.count(severity) for one in schools) for severity, _ in SEVERITIES),
    ]


def _sum(rows: list[list[CellValue]], place: int) -> int:
    return sum(value for row in rows if isinstance(value := row[place], int))
