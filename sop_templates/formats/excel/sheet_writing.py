"""How a sheet is written: cells, entries, highlights, view and print set-up as XlsxWriter's calls."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sop_templates.formats.excel.cells import address
from sop_templates.formats.excel.sheets import (
    Area,
    Cell,
    Entry,
    Formula,
    Highlight,
    Link,
    Look,
    Sheet,
)

MAX_TITLE = 32
MAX_MESSAGE = 255

_A4 = 9
_WIDE_SCALE = 65  # per cent, of a sheet that takes several pages beside each other
_MAX_HEIGHT = 409  # points: Excel's limit
_RICH_START, _RICH_END = "<r>", "</r>"  # XlsxWriter takes a text between these for its own XML


class Looks:
    """XlsxWriter's formats, one for each look of ours."""

    def __init__(self, target: Any) -> None:
        """Makes formats in that workbook of XlsxWriter's."""
        self._target = target
        self._known: dict[Look, Any] = {}

    def __getitem__(self, look: Look) -> Any:
        if look not in self._known:
            self._known[look] = self._target.add_format(_format(look))
        return self._known[look]

    def changed(self, look: Look) -> Any:
        """The format of a highlight: what changes, and nothing else."""
        words = {"font_color": look.color, "bg_color": look.fill, "bold": look.bold}
        return self._target.add_format({name: value for name, value in words.items() if value})


def _format(look: Look) -> dict[str, Any]:
    words: dict[str, Any] = {
        "font_size": look.size,
        "bold": look.bold,
        "italic": look.italic,
        "underline": int(look.underline),
        "text_wrap": look.wrap,
        "valign": look.down,
        "indent": look.indent,
        "num_format": look.number_format,
        "locked": not look.unlocked,
    }
    if look.across or look.indent:
        words["align"] = look.across or "left"
    if look.color:
        words["font_color"] = look.color
    if look.fill:
        words["bg_color"] = look.fill
    if look.border:
        words |= {"border": 1, "border_color": look.border}
    elif look.rule:
        words |= {"bottom": 1, "bottom_color": look.rule}
    return words


def write_sheet(sheet: Sheet, page: Any, looks: Looks) -> None:
    """Puts a sheet's cells, rules and set-up on a new page of XlsxWriter's."""
    for columns in sheet.columns:
        look = None if columns.look is None else looks[columns.look]
        hidden = {"hidden": columns.hidden}
        page.set_column(columns.first - 1, columns.last - 1, columns.width, look, hidden)
    for row, height in {**sheet.first_heights, **sheet.heights}.items():
        page.set_row(row - 1, min(height, _MAX_HEIGHT))
    for row in sheet.hidden_rows:
        page.set_row(row - 1, None, None, {"hidden": True})
    for cell in sheet.cells:
        _write_cell(cell, page, looks[cell.look])
    for entry in sheet.entries:
        _write_entry(entry, page)
    for highlight in sheet.highlights:
        _write_highlight(highlight, page, looks)
    _set_up_view(sheet, page)
    _set_up_print(sheet, page)


def _write_cell(cell: Cell, page: Any, look: Any) -> None:
    row, column = cell.row - 1, cell.column - 1
    if cell.columns > 1 or cell.rows > 1:
        page.merge_range(row, column, row + cell.rows - 1, column + cell.columns - 1, "", look)
    if cell.content is None or cell.content == "":
        page.write_blank(row, column, None, look)
        return
    _WRITERS[type(cell.content)](page, row, column, cell.content, look)


def _write_text(page: Any, row: int, column: int, text: str, look: Any) -> None:
    if looks_like_xml(text):
        start = len(_RICH_START)
        page.write_rich_string(row, column, text[:start], look, text[start:], look)
    else:
        page.write_string(row, column, text, look)


def _write_boolean(page: Any, row: int, column: int, flag: bool, look: Any) -> None:  # noqa: FBT001 - a cell's value
    page.write_boolean(row, column, flag, look)


def _write_number(page: Any, row: int, column: int, number: float, look: Any) -> None:
    page.write_number(row, column, number, look)


def _write_date(page: Any, row: int, column: int, moment: date, look: Any) -> None:
    page.write_datetime(row, column, moment, look)


def _write_formula(page: Any, row: int, column: int, formula: Formula, look: Any) -> None:
    page.write_formula(row, column, formula.text, look, formula.value)


def _write_link(page: Any, row: int, column: int, link: Link, look: Any) -> None:
    inside = "internal:" + link.url[1:] if link.url.startswith("#") else link.url
    page.write_url(row, column, inside, look, link.text)


_WRITERS: dict[type, Callable[..., None]] = {
    str: _write_text,
    bool: _write_boolean,
    int: _write_number,
    float: _write_number,
    date: _write_date,
    datetime: _write_date,
    Formula: _write_formula,
    Link: _write_link,
}


def looks_like_xml(text: str) -> bool:
    """Whether XlsxWriter would take a text for XML of its own."""
    return text.startswith(_RICH_START) and text.endswith(_RICH_END)


def _corners(area: Area) -> tuple[int, int, int, int]:
    return area.top - 1, area.left - 1, area.bottom - 1, area.right - 1


def _range(area: Area) -> str:
    return f"{address(area.top, area.left)}:{address(area.bottom, area.right)}"


def _write_entry(entry: Entry, page: Any) -> None:
    words: dict[str, Any] = {
        "validate": entry.kind if entry.kind != "whole" else "integer",
        "input_title": _cut(entry.title, MAX_TITLE),
        "input_message": _cut(entry.message, MAX_MESSAGE),
        "show_error": bool(entry.refusal),
        "error_title": _cut(entry.title, MAX_TITLE),
        "error_message": _cut(entry.refusal, MAX_MESSAGE),
        "error_type": "stop" if entry.strict else "warning",
    }
    if entry.kind == "list":
        words["source"] = entry.source
    elif entry.kind != "any":
        words |= {"criteria": "between", "minimum": entry.minimum, "maximum": entry.maximum}
    if len(entry.areas) > 1:
        words["multi_range"] = " ".join(map(_range, entry.areas))
    page.data_validation(*_corners(entry.areas[0]), words)


def _cut(text: str, most: int) -> str:
    """The text, or as many whole words of it as Excel takes."""
    if len(text) <= most:
        return text
    return text[: most - 1].rpartition(" ")[0] + "…"


def _write_highlight(highlight: Highlight, page: Any, looks: Looks) -> None:
    look = looks.changed(highlight.look)
    words = {"type": "formula", "criteria": highlight.formula, "format": look}
    page.conditional_format(*_corners(highlight.area), words)


def _set_up_view(sheet: Sheet, page: Any) -> None:
    page.protect(
        "",
        {
            "format_columns": True,
            "format_rows": True,
            "insert_hyperlinks": True,
            "objects": True,  # notes beside answers are objects
            "autofilter": sheet.filter is not None,
        },
    )
    page.hide_gridlines(2)
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    page.set_selection(
        sheet.start[0] - 1, sheet.start[1] - 1, sheet.start[0] - 1, sheet.start[1] - 1
    )
    page.set_zoom(sheet.zoom)
    if sheet.freeze is not None:
        page.freeze_panes(sheet.freeze[0] - 1, sheet.freeze[1] - 1)
    if sheet.filter is not None:
        page.autofilter(*_corners(sheet.filter))
    if sheet.tab_color:
        page.set_tab_color(sheet.tab_color)
    if sheet.hidden:
        page.hide()


def _set_up_print(sheet: Sheet, page: Any) -> None:
    page.set_paper(_A4)
    if sheet.landscape:
        page.set_landscape()
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)  # inches
    if sheet.repeat_columns:
        page.repeat_columns(0, sheet.repeat_columns - 1)
        page.set_print_scale(_WIDE_SCALE)
        page.print_across()
    else:
        page.fit_to_pages(1, 0)
    page.set_footer("&L&8&F&C&8&A&R&8&P / &N")
    if sheet.repeat_rows:
        page.repeat_rows(0, sheet.repeat_rows - 1)
    if sheet.print_area is not None:
        page.print_area(*_corners(sheet.print_area))
