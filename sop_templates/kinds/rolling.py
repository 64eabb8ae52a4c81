"""What there is to say of a new year's files and of a comparison of two (SOP420 to SOP449)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

OLD_YEAR_NAMED = Kind(
    "SOP420",
    Severity.HINT,
    N_("text that names the year before"),
    N_('"{label}" still names {year}: "{words}"'),
    N_("Read it again and change the year where that is needed."),
    "de link naar schoolgids-2026-2027.pdf in het SOP voor 2027-2028",
)
NOT_CARRIED = Kind(
    "SOP421",
    Severity.WARNING,
    N_("pictures that were not carried over"),
    N_("These pictures of the school's own are not in the new file: {names}."),
    N_("Put those that should stay into it by hand."),
    "een foto van de school die in het SOP van vorig jaar is geplakt",
)
FACT_TAKEN = Kind(
    "SOP422",
    Severity.HINT,
    N_("answer from DUO's file"),
    N_("{label} is now {duo}, as DUO's file says; it was {before}."),
    N_("Check it, and change it in the new file where DUO is behind."),
    "het aantal leerlingen van het nieuwe jaar",
)
FACT_DIFFERS = Kind(
    "SOP423",
    Severity.HINT,
    N_("answer that differs from DUO's file"),
    N_("{label} is {answer}; DUO's file says {duo}. The school's own answer was kept."),
    N_("Change it where the school did not notice that it is out of date."),
    "een telefoonnummer dat bij DUO intussen anders is",
)
NOT_IN_DUO = Kind(
    "SOP424",
    Severity.WARNING,
    N_("school that DUO's file lacks"),
    N_("DUO's file has no school with vestigingscode {code}."),
    N_(
        "Check whether the school goes on under this code; schools for special (primary) education stand in another file of DUO."
    ),
    "een school die na de zomer met een andere samengaat",
)
NO_EARLIER_YEAR = Kind(
    "SOP425",
    Severity.ERROR,
    N_("no file of an earlier year"),
    N_("{file} is for {year}; a file for {wanted} cannot be made from it."),
    N_("Give a later year, or the folder with the files of the year before."),
    "sop rollover --year 2026-2027 op de bestanden van 2026-2027",
)
YEARS_BETWEEN = Kind(
    "SOP426",
    Severity.HINT,
    N_("years in between"),
    N_("The newest file of this school is for {year}; the one for {wanted} was made from it."),
    N_("Look whether there is a later file that should have been in the folder."),
    "een school die een jaar oversloeg",
)
PROPOSED = Kind(
    "SOP427",
    Severity.HINT,
    N_("proposed text"),
    N_('A text for "{label}" was proposed from what changed since {year}.'),
    N_("Read it, and make it the school's own; what changes in the new file still lacks in it."),
    "een opsomming van herschreven vragen en nieuwe arrangementen",
)
NOTHING_TO_COMPARE = Kind(
    "SOP428",
    Severity.HINT,
    N_("no earlier file to compare with"),
    N_('There is no earlier file of this school, so nothing was proposed for "{label}".'),
    N_("Fill it in by hand, or leave it empty where the school had no SOP before."),
    "een school die dit jaar voor het eerst een SOP heeft",
)
BOARD_WITHOUT_DEADLINE = Kind(
    "SOP429",
    Severity.HINT,
    N_("board.toml without a deadline"),
    N_("board.toml was written for the new year without its deadline of {day}."),
    N_("Fill in the new one; until then 1 September counts."),
    "de inleverdatum 10 juli 2026, in de map voor 2027-2028",
)
HAS_FILE_ALREADY = Kind(
    "SOP430",
    Severity.HINT,
    N_("school that has its new file"),
    N_("{file} is for {year} already, so none was made."),
    N_("Nothing; take it away to have it made anew."),
    "sop rollover, een tweede keer op dezelfde map",
)
ANOTHER_MODEL = Kind(
    "SOP431",
    Severity.WARNING,
    N_("files of two models"),
    N_("The one file is made with model {before}, the other with {after}."),
    N_("Only questions that both models ask can be compared; read the others side by side."),
    "een school die overstapte op het model voor speciaal onderwijs",
)
ANOTHER_SCHOOL = Kind(
    "SOP432",
    Severity.WARNING,
    N_("files of two schools"),
    N_("The one file is of {before}, the other of {after}."),
    N_("Give two files of one school, or two folders."),
    "twee bestanden die per ongeluk naast elkaar zijn gelegd",
)
TEXT_RENEWED = Kind(
    "SOP433",
    Severity.HINT,
    N_("fixed text of the model again"),
    N_(
        'The fixed text "{title}" was changed or missing in the old file; the new file has it again.'
    ),
    N_("Nothing needs to be done."),
    "een SOP waarin een woord van de zorgplichttekst was veranderd",
)
