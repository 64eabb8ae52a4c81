"""Excel for tests: xlwings' own `Book`, `Sheet` and `Range` over openpyxl instead of a running Excel.

What Excel makes of values is in `excel_cells`. Only what our functions use is here.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import xlwings as xw
from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from xlwings import base_classes

from tests.support.excel_cells import ERRORS, Note, Range, Refused

PROCESS = 4711
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384


class Engine:
    """The engine that is registered with xlwings."""

    name = "openpyxl"
    type = "desktop"

    def __init__(self) -> None:
        self.apps = Apps(self)

    @staticmethod
    def prepare_xl_data_element(value: Any, _options: Any) -> Any:
        """A value as Excel takes it."""
        return "" if value is None else value

    @staticmethod
    def clean_value_data(
        data: Any, _dates: Any, empty_as: Any, _numbers: Any, err_to_str: Any
    ) -> list[list[Any]]:
        """Values as xlwings hands them on."""

        def clean(value: Any) -> Any:
            if value is None or value == "":
                return empty_as
            if isinstance(value, str) and value in ERRORS:
                return value if err_to_str else None
            return value

        return [[clean(value) for value in row] for row in data]


class Apps(base_classes.Apps):
    """One Excel, always running."""

    def __init__(self, engine: Engine) -> None:
        self.app = App(engine)

    def keys(self) -> list[int]:
        return [PROCESS]

    def __iter__(self) -> Iterator["App"]:
        yield self.app

    def __len__(self) -> int:
        return 1

    def __getitem__(self, _pid: int) -> "App":
        return self.app


class App(base_classes.App):
    """The program; remembers what it showed in the status bar and in message boxes."""

    engine: Any = None
    books: Any = None
    pid = PROCESS
    version = "16.0"
    screen_updating = True
    display_alerts = True

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.books = Books(self)
        self.said: list[str | bool] = []
        self.alerts: list[str] = []
        self.answer = "ok"

    @property
    def status_bar(self) -> str | bool:
        return self.said[-1] if self.said else False

    @status_bar.setter
    def status_bar(self, words: str | bool) -> None:
        self.said.append(words)

    def activate(self, steal_focus: Any = None) -> None:
        """There is no window to bring to the front."""

    def alert(self, prompt: str, _title: str, buttons: str, _mode: str, _callback: str) -> str:
        self.alerts.append(prompt)
        return self.answer if buttons != "ok" else "ok"


class Books(base_classes.Books):
    """The workbooks that are open, the active one last."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.opened: list[Book] = []

    @property
    def active(self) -> "Book":
        return self.opened[-1]

    def __iter__(self) -> Iterator["Book"]:
        return iter(self.opened)

    def __len__(self) -> int:
        return len(self.opened)

    def __call__(self, name: str | int) -> "Book":
        if isinstance(name, int):
            return self.opened[name - 1]
        for book in self.opened:
            if book.name.casefold() == name.casefold():
                return book
        raise KeyError(name)

    def __contains__(self, name: str) -> bool:
        return any(book.name == name for book in self.opened)

    def add(self) -> "Book":
        return self._keep(Book(self.app, Workbook(), f"Map{len(self.opened) + 1}"))

    def open(self, fullname: str, *_: Any) -> "Book":
        counted = load_workbook(fullname, data_only=True)
        return self._keep(Book(self.app, load_workbook(fullname), fullname, counted))

    def _keep(self, book: "Book") -> "Book":
        self.opened.append(book)
        return book


class Book(base_classes.Book):
    """A workbook; one that was never saved has a name and no folder."""

    app: Any = None
    fullname = ""

    def __init__(
        self, app: App, workbook: Workbook, fullname: str, counted: Workbook | None = None
    ) -> None:
        self.app = app
        self.workbook = workbook
        self.counted = counted  # what its formulas gave when it was saved
        self.fullname = fullname
        self.saves = 0

    @property
    def name(self) -> str:
        return Path(self.fullname).name

    @property
    def sheets(self) -> "Sheets":
        return Sheets(self)

    def activate(self) -> None:
        self.app.books.opened.remove(self)
        self.app.books.opened.append(self)

    def save(self, path: str | None = None, password: str | None = None) -> None:
        assert password is None
        self.saves += 1
        self.fullname = path or self.fullname
        self.workbook.save(self.fullname)

    def close(self) -> None:
        self.app.books.opened.remove(self)


class Sheets(base_classes.Sheets):
    """The sheets of a workbook."""

    def __init__(self, book: Book) -> None:
        self.book = book

    @property
    def active(self) -> "Sheet":
        return Sheet(self.book, self.book.workbook.active)

    def __iter__(self) -> Iterator["Sheet"]:
        return (Sheet(self.book, one) for one in self.book.workbook.worksheets)

    def __len__(self) -> int:
        return len(self.book.workbook.worksheets)

    def __call__(self, name: str | int) -> "Sheet":
        if isinstance(name, int):
            return list(self)[name - 1]
        for sheet in self:
            if sheet.name.casefold() == name.casefold():
                return sheet
        raise KeyError(name)

    def __contains__(self, name: str) -> bool:
        return any(sheet.name == name for sheet in self)

    def add(
        self, before: "Sheet | None" = None, after: "Sheet | None" = None, name: str | None = None
    ) -> "Sheet":
        workbook = self.book.workbook
        if workbook.security is not None and workbook.security.lockStructure:
            raise Refused("workbook structure is protected")
        place = before.index - 1 if before else after.index if after else 0
        made = Sheet(self.book, workbook.create_sheet(name, place))
        made.activate()
        return made


class Sheet(base_classes.Sheet):
    """A worksheet."""

    book: Any = None

    def __init__(self, book: Book, sheet: Any) -> None:
        self.book = book
        self.sheet = sheet

    @property
    def name(self) -> str:
        return str(self.sheet.title)

    @name.setter
    def name(self, name: str) -> None:
        self.sheet.title = name

    @property
    def index(self) -> int:
        return int(self.book.workbook.index(self.sheet)) + 1

    @property
    def visible(self) -> bool:
        return bool(self.sheet.sheet_state == "visible")

    @visible.setter
    def visible(self, visible: bool) -> None:
        self.sheet.sheet_state = "visible" if visible else "hidden"

    @property
    def cells(self) -> "Range":
        return Range(self, 1, 1, MOST_ROWS, MOST_COLUMNS)

    @property
    def used_range(self) -> "Range":
        return self.range(self.sheet.calculate_dimension())

    def range(self, arg1: Any, arg2: Any = None) -> "Range":
        if isinstance(arg1, Range):
            return arg1
        if isinstance(arg1, str):
            left, top, right, bottom = range_boundaries(arg1.replace("$", ""))
            rows, columns = MOST_ROWS, MOST_COLUMNS
            return Range(self, top or 1, left or 1, bottom or rows, right or columns)
        if len(arg1) == 4:
            row, column, rows, columns = arg1
            return Range(self, row, column, row + rows - 1, column + columns - 1)
        end = arg2 or arg1
        return Range(self, arg1[0], arg1[1], end[0], end[1])

    def counted(self, cell: Any) -> Any:
        """What a formula gave when the workbook was saved; 0 where nobody counted it."""
        if self.book.counted is None or self.name not in self.book.counted:
            return 0
        return self.book.counted[self.name][cell.coordinate].value

    def activate(self) -> None:
        self.book.workbook.active = self.sheet

    def autofit(self, axis: str | None = None) -> None:
        """Widths are nothing that a test looks at."""

    @property
    def notes(self) -> list[Note]:
        cells = [cell for row in self.sheet.iter_rows() for cell in row if cell.comment]
        return [Note(self.range((cell.row, cell.column))) for cell in cells]

    def delete(self) -> None:
        self.book.workbook.remove(self.sheet)

    def refuse_if(self, *, protected: bool) -> None:
        if protected and self.sheet.protection.sheet:
            raise Refused(f"sheet {self.name} is protected")


def open_excel() -> xw.App:
    """A fresh Excel for a test, the active one: no book is open, nothing was said yet."""
    xw.engines.add(xw.Engine(impl=Engine()))
    xw.engines["openpyxl"].activate()
    app = xw.apps.active
    assert app is not None
    return app


def open_book(app: xw.App, path: Path) -> xw.Book:
    """A workbook opened in that Excel."""
    return app.books.open(path)
