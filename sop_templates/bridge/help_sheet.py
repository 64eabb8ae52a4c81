"""The sheet that explains the buttons: their own words, as the ribbon has them, and the version."""

from typing import TYPE_CHECKING

from lxml import etree

from sop_templates import __version__
from sop_templates.bridge.open_book import add_sheet
from sop_templates.engine.addin.places import ribbon

if TYPE_CHECKING:  # an optional extra: only Excel's own Python needs it
    import xlwings as xw

SHEET = "SOP-uitleg"
TITLE = "Uitleg bij de knoppen van SOP"
LABEL_WIDTH, WORDS_WIDTH = 34, 100  # characters
CLOSING = (
    "Elke knop doet hetzelfde als een opdracht van sop. Wie geen macro's mag gebruiken, doet alles met "
    "de opdrachten: typ sop --help."
)


def explained_buttons() -> list[tuple[str, str, str]]:
    """The buttons in the order of the ribbon: tag, label and explanation."""
    root = etree.fromstring(ribbon())
    return [
        (button.get("tag", ""), button.get("label", ""), button.get("supertip", ""))
        for button in root.iter("{*}button")
    ]


def show_help(book: "xw.Book") -> "xw.Sheet":
    """Puts the explanation on a sheet of its own, or shows the one that is there."""
    for sheet in book.sheets:
        if sheet["A1"].value == TITLE:
            sheet.activate()
            return sheet
    sheet = add_sheet(book, SHEET)
    rows = [[label, words] for _, label, words in explained_buttons()]
    sheet["A1"].value = TITLE
    sheet["A1"].font.bold = True
    sheet["A2"].value = f"Versie {__version__}"
    sheet["A4"].value = rows
    last = 3 + len(rows)
    sheet[f"A4:A{last}"].font.bold = True
    sheet["A:A"].column_width, sheet["B:B"].column_width = LABEL_WIDTH, WORDS_WIDTH
    sheet[f"A4:B{last}"].wrap_text = True
    sheet[f"A4:B{last}"].vertical_alignment = "top"
    sheet[f"A{last + 2}"].value = CLOSING
    sheet.autofit("rows")
    sheet.activate()
    return sheet
