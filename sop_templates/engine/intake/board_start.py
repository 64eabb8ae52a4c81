"""The start sheet of the board form: what to do, which sheets there are, how far each is."""

from collections.abc import Sequence

from sop_templates.engine.intake.board import CODE, DONE, FIRST, Board
from sop_templates.engine.intake.layout import MERGE, SCHOOLS, at_sheet, link_to
from sop_templates.engine.intake.looks import (
    GROUP,
    HEADER,
    TABLE_BAR,
    TABLE_LINK,
    TABLE_SHARE,
    TABLE_TEXT,
    height_of,
    line_count,
)
from sop_templates.engine.intake.start import (
    COLUMNS,
    LEFT,
    RIGHT,
    Page,
    finish_page,
    page_sheet,
    start_page,
)
from sop_templates.engine.intake.states import filled_cells, share_bar
from sop_templates.formats.excel.cells import address
from sop_templates.formats.excel.sheets import Cell, Formula, Link, Sheet

MAX_LISTED = 100_000  # rows of a list that are counted
STEPS = (
    f"Zet op het blad {SCHOOLS} elke school op een eigen regel; de vestigingscode is de sleutel.",
    (
        "Vul de andere bladen in: elke regel begint met de vestigingscode van een school. De naam "
        "komt er vanzelf bij."
    ),
    (
        "Klik op een vak: dan staat erbij wat er gevraagd wordt en hoeveel woorden er passen. Gele "
        "vakken zijn verplicht en nog leeg."
    ),
    "Komt er een pijltje naast een vak, kies dan uit de lijst. Grijze koppen zijn alleen intern.",
    "Noem nergens een leerling: geen naam, en geen beschrijving waaraan een leerling te herkennen is.",
    "Sla het bestand op en maak de Word-documenten met de knop op het lint, of met: sop fill",
    (
        f"Zelf een brief maken in Word? Kies het blad {MERGE} als adressenlijst, en laat regels "
        "zonder schoolnaam weg met Adressenlijst bewerken, Filteren."
    ),
)


def board_start(board: Board, sheets: Sequence[tuple[Sheet, str]]) -> Sheet:
    """The start sheet of the board form.

    Args:
        board: what the sheets share.
        sheets: each sheet with answers and what it asks, *Scholen* first.
    """
    codes = f"{at_sheet(SCHOOLS)}$A${FIRST}:$A${board.last}"
    count = Formula(f'={filled_cells(codes)}&" scholen"', f"{len(board.records)} scholen")
    page = start_page(board.model.title, count, STEPS)
    page.wide("Zo ver is het", GROUP, 22)
    page.line(("Blad", "Vraag", "", "Ingevuld", ""), [HEADER] * 5, 22)
    for sheet, question in sheets:
        _progress(page, sheet, question)
    finish_page(page, board.model)
    return page_sheet(page)


def _progress(page: Page, sheet: Sheet, question: str) -> None:
    """A row for a sheet: how far its schools are, or how many items its list has."""
    shares = [
        cell.content.value
        for cell in sheet.cells
        if cell.column == DONE and isinstance(cell.content, Formula)
    ]
    row = page.row
    bar: Formula | str = ""
    if shares:
        known = [share for share in shares if isinstance(share, int | float)]
        mean = sum(known) / len(known) if known else 0.0
        area = f"{at_sheet(sheet.name)}C{FIRST}:C{FIRST + len(shares) - 1}"
        state = Formula(f"=IFERROR(AVERAGE({area}),0)", mean)
        bar = share_bar(address(row, RIGHT - 1), mean)
    else:
        codes = [cell for cell in sheet.cells if cell.column == CODE and cell.row >= FIRST]
        area = f"{at_sheet(sheet.name)}A{FIRST}:A{MAX_LISTED}"
        state = Formula(f'={filled_cells(area)}&" regels"', f"{len(codes)} regels")
    link = Link(sheet.name, link_to(sheet.name))
    looks = (TABLE_LINK, TABLE_TEXT, TABLE_TEXT, TABLE_SHARE, TABLE_BAR)
    page.line((link, "", "", state, bar), looks)
    page.cells.append(Cell(row, LEFT + 1, question, TABLE_TEXT, columns=2))
    page.heights[row] = max(20.0, height_of(line_count(question, COLUMNS[2] + COLUMNS[3])))
