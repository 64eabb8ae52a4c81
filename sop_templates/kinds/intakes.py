"""What can be wrong with intakes, tables, DUO's file and `board.toml` (SOP6xx)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NO_WORKBOOK = Kind(
    "SOP601",
    Severity.ERROR,
    N_("no workbook"),
    N_("Cannot read {file}: it is an Office file, but not a workbook."),
    N_("Open it in the program that it belongs to, or save the table as .xlsx."),
    "a Word file whose name was changed to .xlsx",
)
TOO_LONG_FOR_CELL = Kind(
    "SOP602",
    Severity.ERROR,
    N_("too long for a cell"),
    N_("{tag} has {count} characters; a cell of Excel holds 32,767, so it was left out."),
    N_("Shorten the text, or keep the answers as .json or .csv."),
    "a whole policy paper pasted into one field",
)
