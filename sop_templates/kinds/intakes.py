"""What can be wrong with intakes and a board's own tables (SOP601-SOP629)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NO_WORKBOOK = Kind(
    "SOP601",
    Severity.ERROR,
    N_("no workbook"),
    N_("Cannot read {file}: it is an Office file, but not a workbook."),
    N_("Open it in the program that it belongs to, or save the table as .xlsx."),
    "een Word-document waarvan de naam in .xlsx is veranderd",
)
TOO_LONG_FOR_CELL = Kind(
    "SOP602",
    Severity.ERROR,
    N_("left out of the workbook"),
    N_("{tag} has {count} characters; a cell of Excel holds 32,767, so it was left out."),
    N_("Shorten the text, or keep the answers as .json or .csv."),
    "een heel beleidsstuk dat in één veld is geplakt",
)
NO_TABLE = Kind(
    "SOP603",
    Severity.ERROR,
    N_("no intake and no table of schools"),
    N_("Cannot read {file}: no sheet has headers that the model knows."),
    N_("Use the intake form, or give the columns the labels or keys of the model's fields."),
    "een personeelslijst die tussen de intakeformulieren staat",
)
COLUMN_GUESSED = Kind(
    "SOP604",
    Severity.WARNING,
    N_("column read by a label that is nearly right"),
    N_('The column "{header}" was read as "{label}".'),
    N_('If that is right, call it "{label}"; if not, give it another name.'),
    "een kolom Vestigings code",
)
COLUMN_AMBIGUOUS = Kind(
    "SOP605",
    Severity.WARNING,
    N_("column that may be several fields"),
    N_('The column "{header}" may be {labels}; it was not read.'),
    N_("Give it the key or the whole label of the one that is meant."),
    "een kolom Dyslexie, die bij het aanbod en bij de expertise kan horen",
)
COLUMNS_UNKNOWN = Kind(
    "SOP606",
    Severity.HINT,
    N_("columns left alone"),
    N_("{count} columns are not in the model and were left alone: {headers}."),
    N_("Nothing, where they are the board's own; else give them the label of the field meant."),
    "kolommen Fax en Opmerkingen van de afdeling",
)
COLUMN_TWICE = Kind(
    "SOP607",
    Severity.WARNING,
    N_("two columns for one field"),
    N_('The column "{header}" is a second one for "{label}"; the first one was read.'),
    N_("Remove or rename one of them."),
    "twee kolommen Plaats",
)
SCHOOL_TWICE = Kind(
    "SOP608",
    Severity.ERROR,
    N_("two rows for one school"),
    N_("{code} stands on a row already ({first}); this one was not read."),
    N_("Keep one row a school."),
    "07PD00 in rij 5 en in rij 19",
)
SCHOOL_UNKNOWN = Kind(
    "SOP609",
    Severity.ERROR,
    N_("answers of a school that is not listed"),
    N_(
        'These answers are of "{code}", which is not on the sheet of the schools; they were not read.'
    ),
    N_("Correct the code, or add the school."),
    "een rij bij Partners met een verkeerd getypte vestigingscode",
)
NO_SCHOOL = Kind(
    "SOP610",
    Severity.WARNING,
    N_("row without a school"),
    N_('This row has no vestigingscode and was passed over; it begins with "{words}".'),
    N_("Fill in the vestigingscode, or remove the row."),
    "een rij met totalen onder de tabel",
)
CELL_FAULT = Kind(
    "SOP611",
    Severity.WARNING,
    N_("cell with a fault"),
    N_("The cell shows {fault} and was read as empty."),
    N_("Mend the formula, or type the answer."),
    "#N/B",
)
NOT_CALCULATED = Kind(
    "SOP612",
    Severity.WARNING,
    N_("formula that was never calculated"),
    N_("The cell holds a formula without a result and was read as empty."),
    N_("Open the file in Excel, save it, and try again."),
    "een werkmap die een ander programma heeft gemaakt",
)
LINK_DIFFERS = Kind(
    "SOP613",
    Severity.WARNING,
    N_("hyperlink that leads elsewhere"),
    N_('The cell shows "{text}" but leads to "{url}"; what it shows was read.'),
    N_("Remove the hyperlink in Excel (right-click), or correct it."),
    "een adres dat over een ander adres heen is getypt",
)
SHEET_NOT_READ = Kind(
    "SOP614",
    Severity.HINT,
    N_("sheet left alone"),
    N_('The sheet "{sheet}" holds no answers that the model knows and was left alone.'),
    N_("Nothing, where it is the board's own."),
    "een blad Blad1 met eigen aantekeningen",
)
OTHER_MODEL = Kind(
    "SOP615",
    Severity.WARNING,
    N_("intake of another model"),
    N_('This is an intake of the model "{found}"; it was read as "{asked}".'),
    N_("Check --model; what both models ask was read."),
    "een intakeformulier van haaglanden-speciaal, gelezen met --model haaglanden",
)
ANSWERED_TWICE = Kind(
    "SOP616",
    Severity.WARNING,
    N_("answer given in two places"),
    N_("{label} stands in two places with different answers; the first one ({first}) was read."),
    N_("Make them equal, or empty one of them."),
    "het adres van een school, op twee bladen",
)
OLDER_INTAKE = Kind(
    "SOP617",
    Severity.HINT,
    N_("intake of another version"),
    N_("This intake is of version {found} of the model; the model is now at {version}."),
    N_("Look whether the new questions are answered too."),
    "een intakeformulier van vorig jaar",
)
TABLE_TOO_BIG = Kind(
    "SOP626",
    Severity.ERROR,
    N_("table too big"),
    N_("{file} is not read: it is bigger than {size} MB, or has more than {cells} cells."),
    N_("Make a file for each board, with only the columns that are asked."),
    "een export van alle leerlingen van een regio, in plaats van de tabel met scholen",
)
