"""What can be wrong with intakes and a board's own tables (SOP601-SOP629)."""

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
    N_("left out of the workbook"),
    N_("{tag} has {count} characters; a cell of Excel holds 32,767, so it was left out."),
    N_("Shorten the text, or keep the answers as .json or .csv."),
    "a whole policy paper pasted into one field",
)
NO_TABLE = Kind(
    "SOP603",
    Severity.ERROR,
    N_("no intake and no table of schools"),
    N_("Cannot read {file}: no sheet has headers that the model knows."),
    N_("Use the intake form, or give the columns the labels or keys of the model's fields."),
    "a staff list, saved among the intakes",
)
COLUMN_GUESSED = Kind(
    "SOP604",
    Severity.WARNING,
    N_("column read by a label that is nearly right"),
    N_('The column "{header}" was read as "{label}".'),
    N_('If that is right, call it "{label}"; if not, give it another name.'),
    "Vestigings code",
)
COLUMN_AMBIGUOUS = Kind(
    "SOP605",
    Severity.WARNING,
    N_("column that may be several fields"),
    N_('The column "{header}" may be {labels}; it was not read.'),
    N_("Give it the key or the whole label of the one that is meant."),
    "Dyslexie, which is both support and expertise",
)
COLUMNS_UNKNOWN = Kind(
    "SOP606",
    Severity.HINT,
    N_("columns left alone"),
    N_("{count} columns are not in the model and were left alone: {headers}."),
    N_("Nothing, where they are the board's own; else give them the label of the field meant."),
    "Fax, Opmerkingen van de afdeling",
)
COLUMN_TWICE = Kind(
    "SOP607",
    Severity.WARNING,
    N_("two columns for one field"),
    N_('The column "{header}" is a second one for "{label}"; the first one was read.'),
    N_("Remove or rename one of them."),
    "Plaats, twice",
)
SCHOOL_TWICE = Kind(
    "SOP608",
    Severity.ERROR,
    N_("two rows for one school"),
    N_("{code} stands on a row already ({first}); this one was not read."),
    N_("Keep one row a school."),
    "07PD00 in rows 5 and 19",
)
SCHOOL_UNKNOWN = Kind(
    "SOP609",
    Severity.ERROR,
    N_("answers of a school that is not listed"),
    N_(
        'These answers are of "{code}", which is not on the sheet of the schools; they were not read.'
    ),
    N_("Correct the code, or add the school."),
    "a row of Partners with a mistyped vestigingscode",
)
NO_SCHOOL = Kind(
    "SOP610",
    Severity.WARNING,
    N_("row without a school"),
    N_('This row has no vestigingscode and was passed over; it begins with "{words}".'),
    N_("Fill in the vestigingscode, or remove the row."),
    "a row with totals below the table",
)
CELL_FAULT = Kind(
    "SOP611",
    Severity.WARNING,
    N_("cell with a fault"),
    N_("The cell shows {fault} and was read as empty."),
    N_("Mend the formula, or type the answer."),
    "#N/A",
)
NOT_CALCULATED = Kind(
    "SOP612",
    Severity.WARNING,
    N_("formula that was never calculated"),
    N_("The cell holds a formula without a result and was read as empty."),
    N_("Open the file in Excel, save it, and try again."),
    "a workbook that another program made",
)
LINK_DIFFERS = Kind(
    "SOP613",
    Severity.WARNING,
    N_("hyperlink that leads elsewhere"),
    N_('The cell shows "{text}" but leads to "{url}"; what it shows was read.'),
    N_("Remove the hyperlink in Excel (right-click), or correct it."),
    "an address typed over another one",
)
SHEET_NOT_READ = Kind(
    "SOP614",
    Severity.HINT,
    N_("sheet left alone"),
    N_('The sheet "{sheet}" holds no answers that the model knows and was left alone.'),
    N_("Nothing, where it is the board's own."),
    "Blad1",
)
OTHER_MODEL = Kind(
    "SOP615",
    Severity.WARNING,
    N_("intake of another model"),
    N_('This is an intake of the model "{found}"; it was read as "{asked}".'),
    N_("Check --model; what both models ask was read."),
    "an intake of haaglanden-speciaal, read with --model haaglanden",
)
ANSWERED_TWICE = Kind(
    "SOP616",
    Severity.WARNING,
    N_("answer given in two places"),
    N_("{label} stands in two places with different answers; the first one ({first}) was read."),
    N_("Make them equal, or empty one of them."),
    "the address of a school, on two sheets",
)
OLDER_INTAKE = Kind(
    "SOP617",
    Severity.HINT,
    N_("intake of another version"),
    N_("This intake is of version {found} of the model; the model is now at {version}."),
    N_("Look whether the new questions are answered too."),
    "an intake of last year",
)
