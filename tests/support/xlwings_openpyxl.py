"""Excel for tests: xlwings' own `Book`, `Sheet` and `Range` over openpyxl instead of a running Excel.

What Excel makes of values is in `excel_cells`, sheets are in `excel_sheets`. Only what our functions use is here.
"""

import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import xlwings as xw
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook
from xlwings import base_classes

from tests.support.excel_cells import ERRORS
from tests.support.excel_sheets import Sheets

PROCESS = 4711


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
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl drops what Excel would keep (data bars)
            workbook = load_workbook(fullname)
        values = CalamineWorkbook.from_path(fullname)
        counted = {
            name: values.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in workbook.sheetnames
        }
        return self._keep(Book(self.app, workbook, fullname, counted))

    def _keep(self, book: "Book") -> "Book":
        self.opened.append(book)
        return book


class Book(base_classes.Book):
    """A workbook; one that was never saved has a name and no folder."""

    app: Any = None
    fullname = ""

    def __init__(
        self,
        app: App,
        workbook: Workbook,
        fullname: str,
        counted: Mapping[str, list[list[Any]]] | None = None,
    ) -> None:
        self.app = app
        self.workbook = workbook
        self.counted = counted or {}  # what its formulas gave when it was saved
        self.fullname = fullname
        self.saves = 0

    @property
    def name(self) -> str:
        return Path(self.fullname).name

    @property
    def sheets(self) -> Sheets:
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
