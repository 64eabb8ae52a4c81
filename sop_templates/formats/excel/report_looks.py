"""How a workbook to look at looks: its colours, letters and lines."""

from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.format import Format

from sop_templates.formats.excel.report_values import Look, Mark, TableColumn, Tone

# Contrast with black text is at least 7:1, so the word stays readable in print and on screen.
TONES: dict[Tone, str] = {
    "good": "#CFE8D5",
    "partial": "#FCE8B2",
    "bad": "#F6CFCB",
    "muted": "#E4E7EB",
}
# Told apart in grey as well: dark, middle, darkish, light; each step of a tone is lighter.
CHART_TONES: dict[Tone, tuple[str, ...]] = {
    "good": ("#1F6F5C", "#6FB39F", "#A9D3C6"),
    "partial": ("#E3A72F", "#F0CE86", "#F8E6BF"),
    "bad": ("#B5483B", "#D48A80", "#E8BBB5"),
    "muted": ("#C3CCD1", "#DDE2E5", "#ECEFF1"),
}
INK, SOFT, ACCENT = "#1B2A33", "#44545D", "#17586E"
HEAD, LINE, LINK, BARS = "#DDEBF0", "#B9C9D0", "#0B5A8A", "#BFDDD2"

# By shape as well as by colour; both colours are dark enough on white.
_MARKS: dict[Mark, dict[str, object]] = {
    "removed": {"font_strikeout": True, "font_color": "#A3271C"},
    "added": {"underline": 1, "bold": True, "font_color": "#1C6B45"},
}

_CELLS: dict[Look, dict[str, object]] = {
    "text": {},
    "long": {"text_wrap": True, "align": "left", "indent": 1},
    "word": {"text_wrap": True, "align": "center", "valign": "vcenter", "font_size": 9},
    "number": {"num_format": "#,##0", "align": "right"},
    "count": {"num_format": "#,##0", "align": "center"},
    "percent": {"num_format": "0%", "align": "right"},
    "date": {"num_format": "[$-413]d mmm yyyy", "align": "left"},
    "centre": {"align": "center"},
}


class Looks:
    """The formats of a workbook, each made once: Excel allows a limited number."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        """Adds the formats to the workbook."""
        plain: dict[str, object] = {
            "font_name": "Calibri",
            "font_size": 11,
            "font_color": INK,
            "valign": "top",
        }
        middle = {"valign": "vcenter"}
        lined = plain | {"bottom": 4, "bottom_color": LINE}
        head = plain | {"bold": True, "bg_color": HEAD, "text_wrap": True, "valign": "bottom"}
        under = {"bottom": 1, "bottom_color": ACCENT}
        grey = {"bg_color": TONES["muted"]}
        turned: dict[str, object] = {"rotation": 90, "text_wrap": False, "align": "center"}
        self.title = book.add_format(plain | {"font_size": 18, "bold": True, "font_color": ACCENT})
        self.intro = book.add_format(plain | {"font_color": SOFT, "text_wrap": True})
        self.group = book.add_format(head | {"align": "left", "valign": "vcenter"})
        self.key = book.add_format(plain | {"font_color": SOFT, "font_size": 8})
        linked = {"font_color": LINK, "underline": 1, "text_wrap": True}
        self.link = book.add_format(lined | middle | linked)
        self.link_on_top = book.add_format(lined | linked)
        self.back = book.add_format(plain | {"font_color": LINK, "underline": 1, "font_size": 9})
        sides: dict[str, dict[str, object]] = {
            "": {},
            "right": {"align": "right"},
            "center": {"align": "center"},
            "long": {"align": "left", "indent": 1},
            "turned": turned,
        }
        self._heads = {
            (side, internal): book.add_format(head | under | more | (grey if internal else {}))
            for side, more in sides.items()
            for internal in (False, True)
        }
        total = plain | {"bold": True, "top": 1, "top_color": ACCENT}
        self._tops = {look: book.add_format(lined | more) for look, more in _CELLS.items()}
        self._middles = {
            look: book.add_format(lined | middle | more) for look, more in _CELLS.items()
        }
        self.totals = {look: book.add_format(total | more) for look, more in _CELLS.items()}
        self.words = book.add_format(plain)
        self.marks = {mark: book.add_format(plain | more) for mark, more in _MARKS.items()}
        self.marked = {
            mark: book.add_format(lined | _CELLS["long"] | more) for mark, more in _MARKS.items()
        }
        self.tones = {tone: book.add_format({"bg_color": colour}) for tone, colour in TONES.items()}

    def head(self, column: TableColumn) -> Format:
        """The format of a column's header, on the side where its cells are."""
        if column.turned:
            return self._heads["turned", column.internal]
        side = "long" if column.look == "long" else str(_CELLS[column.look].get("align", ""))
        return self._heads["" if side == "left" else side, column.internal]

    def link_like(self, look: Format) -> Format:
        """The format of a link in a cell that would otherwise have that format."""
        return self.link_on_top if look in self._tops.values() else self.link

    def cells(self, columns: Sequence[TableColumn], *, several: bool) -> list[Format]:
        """The formats of a table's cells.

        Args:
            columns: of the table.
            several: for rows of several lines, in which cells are level with the first one.
        """
        formats = self._tops if several else self._middles
        return [formats[column.look] for column in columns]
