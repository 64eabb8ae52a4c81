"""What can be wrong with DUO's file, `board.toml` and a new round (SOP630-SOP659)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NO_DUO_FILE = Kind(
    "SOP630",
    Severity.ERROR,
    N_("not DUO's list of schools"),
    N_("{file} is not DUO's list of schools: it lacks some of the columns {columns}."),
    N_(
        'Download "Alle schoolvestigingen basisonderwijs" from duo.nl (open data) and use that file.'
    ),
    "een ander bestand van DUO",
)
NO_SUCH_NUMBER = Kind(
    "SOP631",
    Severity.ERROR,
    N_("no school with that number"),
    N_("DUO's file has no school with {numbers}."),
    N_("Check the number of the board (five digits) or gemeente (four digits) in DUO's file."),
    "--board 415721",
)
BROKEN_TOML = Kind(
    "SOP632",
    Severity.ERROR,
    N_("board.toml cannot be read"),
    N_("Cannot read {file}: {fault}."),
    N_("Mend that line: texts stand between quotes, dates are written as 2026-09-01."),
    "name = Stichting De Brug, zonder aanhalingstekens",
)
UNKNOWN_WORD_IN_BOARD = Kind(
    "SOP633",
    Severity.WARNING,
    N_("unknown word in board.toml"),
    N_('board.toml has the word "{word}" in {part}, which means nothing.'),
    N_("Use one of: {known}."),
    "deadlin = 2026-07-01",
)
WRONG_VALUE_IN_BOARD = Kind(
    "SOP634",
    Severity.WARNING,
    N_("value of the wrong kind in board.toml"),
    N_('"{word}" in board.toml must be {wanted}; {value} was left out.'),
    N_("Write it that way."),
    'deadline = "1 september"',
)
NO_CODE_IN_BOARD = Kind(
    "SOP635",
    Severity.WARNING,
    N_("school without vestigingscode in board.toml"),
    N_(
        "School {number} in board.toml ({name}) has no vestigingscode of six characters; it was left out."
    ),
    N_("Give it one, such as 07PD00."),
    "een school met alleen het BRIN van vier tekens",
)
SCHOOL_TWICE_IN_BOARD = Kind(
    "SOP636",
    Severity.WARNING,
    N_("school twice in board.toml"),
    N_("{code} stands twice in board.toml; the first one counts."),
    N_("Remove one of them."),
    "07PD00 op twee plaatsen",
)
UNKNOWN_TEXT_KEY = Kind(
    "SOP637",
    Severity.WARNING,
    N_("standard text for an unknown field"),
    N_('board.toml has a standard text for "{key}", which the model does not ask.'),
    N_("Check the key; `sop model show` lists them all."),
    '"visie.visi" onder [texts]',
)
NOTHING_CHOSEN = Kind(
    "SOP638",
    Severity.ERROR,
    N_("no board and no gemeente"),
    N_("DUO's file holds all schools of the Netherlands."),
    N_("Choose with --board or --gemeente, e.g. --gemeente 0518."),
    "sop new --schools duo.csv, zonder --board of --gemeente",
)
NO_YEAR = Kind(
    "SOP639",
    Severity.ERROR,
    N_("no school year"),
    N_('"{year}" is no school year.'),
    N_("Write both years, as in 2026-2027."),
    "--year 2026",
)
