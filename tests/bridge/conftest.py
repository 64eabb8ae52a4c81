"""Excel for the tests of the buttons, fresh for each, and records to fill intakes with."""

from collections.abc import Iterator
from typing import Any

import pytest
import xlwings as xw

from sop_templates import language
from sop_templates.engine.models import open_model
from tests.support.generated import generated_answers
from tests.support.xlwings_openpyxl import open_excel

CODES = ("99XA00", "99XB00", "99XC00")


@pytest.fixture(scope="session")
def records() -> list[dict[str, Any]]:
    """The answers of three schools."""
    return [generated_answers(open_model(), code) for code in CODES]


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[xw.App]:
    """Excel, speaking English so that these tests do not depend on the catalogue."""
    speak = language.use
    monkeypatch.setattr(language, "use", lambda _language: speak("en"))
    yield open_excel()
    if hasattr(xw.Book, "_mock_caller"):
        del xw.Book._mock_caller
