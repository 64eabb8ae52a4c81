"""What can be wrong with a value that does not fit its field (SOP102-SOP139; 101 and 114 are gaps and limits)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

UNKNOWN_OPTION = Kind(
    "SOP102",
    Severity.ERROR,
    N_("unknown option"),
    N_('{label} is "{value}", which is none of the options.'),
    N_("Choose one of these: {options}"),
    "Schoolsoort: basischool",
)
NO_DATE = Kind(
    "SOP103",
    Severity.ERROR,
    N_("no date"),
    N_('{label} is "{value}", which is no date.'),
    N_("Write the day as in 11 juni 2026."),
    "Datum advies MR: juni 2026",
)
NO_NUMBER = Kind(
    "SOP104",
    Severity.ERROR,
    N_("no whole number"),
    N_('{label} is "{value}", which is no whole number.'),
    N_("Write the number in digits only, as in 285."),
    "Aantal leerlingen: ca. 300",
)
NUMBER_TOO_LARGE = Kind(
    "SOP105",
    Severity.ERROR,
    N_("number too large to keep"),
    N_('{label} is "{value}"; a workbook keeps {limit} digits at most.'),
    N_("Check the number."),
    "een rekeningnummer als aantal leerlingen",
)
NO_SCHOOL_YEAR = Kind(
    "SOP106",
    Severity.ERROR,
    N_("no school year"),
    N_('{label} is "{value}", which is no school year.'),
    N_("Write both years, as in 2026-2027."),
    "Schooljaar: 2026",
)
YEARS_APART = Kind(
    "SOP107",
    Severity.ERROR,
    N_("years of a school year apart"),
    N_('{label} is "{value}"; the second year must follow the first.'),
    N_("Write both years, as in 2026-2027."),
    "Schooljaar: 2026-2028",
)
NO_FLAG = Kind(
    "SOP108",
    Severity.ERROR,
    N_("neither yes nor no"),
    N_('{label} is "{value}", which is neither ja nor nee.'),
    N_("Write ja or nee."),
    "Eenpitter: misschien",
)
MALFORMED_LINK = Kind(
    "SOP109",
    Severity.WARNING,
    N_("malformed address"),
    N_('{label} is "{value}"; the address in it cannot be read.'),
    N_(
        "Copy the address from the browser, or write it as in: onze gids <https://www.example.org>."
    ),
    "Website: https:/www.school.nl",
)
CONTROL_CHARACTER = Kind(
    "SOP110",
    Severity.ERROR,
    N_("control character refused"),
    N_(
        '{label} holds a character that no Word file can hold ({character}), in "{value}"; the answer was left out.'
    ),
    N_(
        "Type the text anew around that place; such a character comes with text copied from elsewhere."
    ),
    "een tekst uit een PDF met een onzichtbaar stuurteken",
)
TOO_LONG = Kind(
    "SOP111",
    Severity.ERROR,
    N_("too long for a cell"),
    N_("{label} has {count} characters; a cell of a workbook holds {limit}."),
    N_("Shorten the text, or refer to a document for the rest."),
    "een heel beleidsplan in één veld",
)
UNKNOWN_KEY = Kind(
    "SOP112",
    Severity.WARNING,
    N_("unknown field"),
    N_('The model has no field "{key}"; its value "{value}" was left out.'),
    N_("Check the spelling, or use the model that has this field."),
    "een kolom school.fax",
)
WRONG_SHAPE = Kind(
    "SOP113",
    Severity.ERROR,
    N_("value in a shape that cannot be read"),
    N_("{label}: {value} is not the kind of value that belongs here."),
    N_("Give a text, a number, a date, or rows where the field is a table."),
    'in JSON: "visie.visie": {"a": [1, 2]}',
)
UNKNOWN_ROW = Kind(
    "SOP115",
    Severity.WARNING,
    N_("unknown row"),
    N_('{label} has no row "{key}"; its value "{value}" was left out.'),
    N_("Check the spelling, or use the model that has this row."),
    "basis.aanbod.zwemmen",
)
UNKNOWN_COLUMN = Kind(
    "SOP116",
    Severity.WARNING,
    N_("unknown column"),
    N_('{label} has no column "{key}"; its value "{value}" was left out.'),
    N_("Check the spelling, or use the model that has this column."),
    "een kolom telefoon bij de partners",
)
ROW_NOT_PARTED = Kind(
    "SOP117",
    Severity.WARNING,
    N_("row not parted in columns"),
    N_('{label}: "{value}" is not parted in columns; it was put in the first one.'),
    N_("Move the rest to the other columns."),
    "bij de partners: logopedie, elke dinsdag",
)
