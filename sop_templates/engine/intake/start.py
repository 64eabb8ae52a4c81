"""The start sheet of an intake: what to do, how far it is, how to write, whom to ask."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sop_templates.domain.model import Chapter, Model
from sop_templates.engine.intake.layout import START, at_sheet, chapter_title, link_to
from sop_templates.engine.intake.looks import (
    BODY,
    BOLD,
    GROUP,
    HEADER,
    KEY,
    SUBTITLE,
    TABLE_BAR,
    TABLE_LINK,
    TABLE_SHARE,
    TABLE_TEXT,
    TITLE,
    height_of,
    line_count,
)
from sop_templates.engine.intake.school import DONE, FIRST, MUST_DONE, MUST_OF, OF
from sop_templates.engine.intake.states import share_bar
from sop_templates.formats.excel.cells import address, column_letters
from sop_templates.formats.excel.palette import ACCENT
from sop_templates.formats.excel.sheets import (
    PLAIN,
    Area,
    Cell,
    Columns,
    Content,
    Formula,
    Link,
    Look,
    Sheet,
)

SCHOOL_STEPS = (
    (
        "Ga de bladen langs, van links naar rechts. Naast elke vraag staat uitleg, en hoeveel woorden "
        "er passen."
    ),
    (
        "Gele vakken zijn verplicht en nog leeg. Aanbevolen vragen helpen ouders en bestuur verder; "
        "de rest mag leeg blijven."
    ),
    "Komt er een pijltje naast een vak, kies dan uit de lijst.",
    (
        "Alleen de antwoorden zijn te wijzigen. De rest staat op slot (zonder wachtwoord), zodat er "
        "niets per ongeluk verdwijnt."
    ),
    "Noem nergens een leerling: geen naam, en geen beschrijving waaraan een leerling te herkennen is.",
    "Klaar? Sla het bestand op en stuur het naar het bestuur. Dat maakt er het Word-document van.",
)
MARKUP = (
    (
        "Nieuwe regel in een vak",
        "Alt + Enter (Mac: Option + Enter). Een lege regel begint een nieuwe alinea.",
    ),
    ("Opsomming", "Begin elke regel met een streepje en een spatie:  - een punt"),
    ("Genummerde lijst", "Begin elke regel met een nummer, een punt en een spatie:  1. een stap"),
    ("Vet en schuin", "Zet sterretjes om de woorden:  **vet**  en  *schuin*"),
    (
        "Verwijzing",
        "Een internetadres, of woorden met het adres erachter:  onze gids <https://www.voorbeeld.nl>",
    ),
)
COLUMNS = (2.0, 42.0, 20.0, 20.0, 14.0, 20.0)
LEFT, RIGHT = 2, 6
WIDE = RIGHT - LEFT + 1
LAST = 200  # rows of a chapter's sheet that are counted
NONE = "–"  # noqa: RUF001 - a dash: nothing is asked
SUMMED = (DONE, OF, MUST_DONE, MUST_OF)


class Page:
    """A sheet in the making: rows from top to bottom, with the heights that merged cells need."""

    def __init__(self) -> None:
        """Starts an empty page."""
        self.cells: list[Cell] = []
        self.heights: dict[int, float] = {}
        self.row = 1

    def wide(self, content: str | Formula, look: Look, height: float = 0) -> None:
        """A row over all columns; without a height it fits the text."""
        words = str(content.value) if isinstance(content, Formula) else content
        self.heights[self.row] = height or height_of(line_count(words, sum(COLUMNS[1:])))
        self.cells.append(Cell(self.row, LEFT, content, look, columns=WIDE))
        self.row += 1

    def pair(self, label: str, words: str) -> None:
        """A label, and words over the other columns."""
        self.cells.append(Cell(self.row, LEFT, label, BOLD))
        self.cells.append(Cell(self.row, LEFT + 1, words, BODY, columns=WIDE - 1))
        self.heights[self.row] = height_of(line_count(words, sum(COLUMNS[2:])))
        self.row += 1

    def line(self, contents: Sequence[Content], looks: Sequence[Look], height: float = 20) -> None:
        """A row of a table."""
        for place, (content, look) in enumerate(zip(contents, looks, strict=True), LEFT):
            self.cells.append(Cell(self.row, place, content, look))
        self.heights[self.row] = height
        self.row += 1

    def gap(self) -> None:
        """An empty row."""
        self.row += 1


def start_page(title: str, subtitle: str | Formula, steps: Iterable[str]) -> Page:
    """The top of a start sheet: title, what it is, what to do step by step."""
    page = Page()
    page.wide(title, replace(TITLE, size=24), 44)
    page.wide(subtitle, replace(SUBTITLE, size=13), 22)
    page.gap()
    page.wide("Zo werkt het", GROUP, 22)
    for number, step in enumerate(steps, 1):
        page.wide(f"{number}.  {step}", BODY)
    page.gap()
    return page


def finish_page(page: Page, model: Model) -> None:
    """The end of a start sheet: how to write, whom to ask, which model it is."""
    page.gap()
    page.wide("Zo schrijft u", GROUP, 22)
    for label, words in MARKUP:
        page.pair(label, words)
    page.gap()
    page.wide("Vragen?", GROUP, 22)
    page.wide(" ".join(model.contact.split()), BODY)
    page.gap()
    page.wide(f"{model.name}, versie {model.version}. {model.region}.", replace(SUBTITLE, size=9))


def page_sheet(page: Page) -> Sheet:
    """The page as a sheet."""
    columns = [Columns(place, place, width, PLAIN) for place, width in enumerate(COLUMNS, 1)]
    hidden = Columns(min(SUMMED), max(SUMMED), 4, hidden=True)
    return Sheet(
        START,
        page.cells,
        columns=(*columns, hidden),
        heights=page.heights,
        landscape=False,
        print_area=Area(1, LEFT, page.row - 1, RIGHT),
        tab_color=ACCENT,
    )


def school_start(
    model: Model, subtitle: Formula, chapters: Sequence[tuple[Chapter, Sheet]]
) -> Sheet:
    """The start sheet of the school form.

    Args:
        model: the model.
        subtitle: the school and the year, by formula.
        chapters: with the sheets that they have, which are counted.
    """
    page = start_page(model.title, subtitle, SCHOOL_STEPS)
    page.wide("Zo ver is het", GROUP, 22)
    page.line(("Onderdeel", "Verplicht", "Aanbevolen", "Compleet", ""), [HEADER] * 5, 22)
    top = page.row
    totals = dict.fromkeys(SUMMED, 0)
    for chapter, sheet in chapters:
        title = Link(chapter_title(chapter).replace("  ", " "), link_to(sheet.name))
        sums = {column: _sum(sheet, column) for column in SUMMED}
        totals = {column: totals[column] + sums[column] for column in SUMMED}
        formulas = {
            column: f"SUM({at_sheet(sheet.name)}{_column(column, FIRST, LAST)})"
            for column in SUMMED
        }
        _progress(page, title, formulas, sums)
    formulas = {column: f"SUM({_column(column, top, page.row - 1)})" for column in SUMMED}
    _progress(page, "Alles bij elkaar", formulas, totals)
    finish_page(page, model)
    return page_sheet(page)


def _column(column: int, first: int, last: int) -> str:
    letters = column_letters(column)
    return f"{letters}{first}:{letters}{last}"


def _sum(sheet: Sheet, column: int) -> int:
    contents = [cell.content for cell in sheet.cells if cell.column == column and cell.row >= FIRST]
    numbers = (one.value if isinstance(one, Formula) else one for one in contents)
    return sum(one for one in numbers if isinstance(one, int))


def _progress(
    page: Page, title: str | Link, formulas: dict[int, str], sums: dict[int, int]
) -> None:
    row = page.row
    for column in SUMMED:
        page.cells.append(Cell(row, column, Formula(f"={formulas[column]}", sums[column]), KEY))
    done, of, must, must_of = (address(row, column) for column in SUMMED)
    asked, asked_of = sums[DONE] - sums[MUST_DONE], sums[OF] - sums[MUST_OF]
    required = f'=IF({must_of}=0,"{NONE}",{must}&" van "&{must_of})'
    advised = f'=IF({of}={must_of},"{NONE}",({done}-{must})&" van "&({of}-{must_of}))'
    share = f"=IF({must_of}>0,{must}/{must_of},IF({of}>0,{done}/{of},1))"
    look = TABLE_LINK if isinstance(title, Link) else replace(TABLE_TEXT, bold=True)
    part = _share(sums)
    page.line(
        (
            title,
            Formula(required, f"{sums[MUST_DONE]} van {sums[MUST_OF]}" if sums[MUST_OF] else NONE),
            Formula(advised, f"{asked} van {asked_of}" if asked_of else NONE),
            Formula(share, part),
            share_bar(address(row, RIGHT - 1), part),
        ),
        (look, TABLE_TEXT, TABLE_TEXT, TABLE_SHARE, TABLE_BAR),
    )


def _share(sums: dict[int, int]) -> float:
    done, of = (MUST_DONE, MUST_OF) if sums[MUST_OF] else (DONE, OF)
    return sums[done] / sums[of] if sums[of] else 1
