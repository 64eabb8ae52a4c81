"""What can be said when Word files are read back into an intake on disk (SOP618-SOP629)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

WOULD_BE_LOST = Kind(
    "SOP618",
    Severity.ERROR,
    N_("a workbook that cannot be changed without loss"),
    N_("Cannot change {file}: {things} would be lost."),
    N_(
        "Open it in Excel and press the button that reads Word back into this workbook, or write a new"
        " intake: sop read DIR -o new.xlsx."
    ),
    "een intake waarin het bestuur een draaitabel heeft gezet",
)
CANNOT_BE_CHANGED = Kind(
    "SOP619",
    Severity.ERROR,
    N_("a workbook that cannot be changed"),
    N_("Cannot change {file}: {reason}."),
    N_("Open it in Excel, save it again as .xlsx, and try again."),
    "een intake die een ander programma niet goed heeft bewaard",
)
INTAKE_KEPT = Kind(
    "SOP620",
    Severity.WARNING,
    N_("the intake and Word differ"),
    N_('{label} is "{old}" here; {word}, {there}, says "{new}". What stands here was kept.'),
    N_("Choose which of both is right; --take-word takes over what Word says."),
    "het aantal leerlingen is 285 in de intake en 290 in Word",
)
WORD_TAKEN = Kind(
    "SOP621",
    Severity.WARNING,
    N_("an answer of the intake was replaced"),
    N_("{label} is now what {word}, {there}, says. Before, it was: {old}"),
    N_("Type the old answer again if it should stay."),
    "sop read word --into intake.xlsx -o nieuw.xlsx --take-word",
)
CELL_CLOSED = Kind(
    "SOP622",
    Severity.ERROR,
    N_("a cell of the intake that cannot be filled"),
    N_("{label} was not written: the cell {reason}. {word}, {there}, says: {new}"),
    N_("Make the cell free in Excel and try again, or type the answer yourself."),
    "een cel met een eigen formule, of een cel die het bestuur op slot heeft gezet",
)
OTHER_YEAR = Kind(
    "SOP623",
    Severity.WARNING,
    N_("Word files of one school for several years"),
    N_("{newer} and {older} are of the same school; the newest school year counts: {newer}."),
    N_("Move the files of other years to another folder."),
    "het SOP van vorig jaar in de map met de SOP's van dit jaar",
)
INTO_NO_WORKBOOK = Kind(
    "SOP624",
    Severity.ERROR,
    N_("answers can only be put into an .xlsx workbook"),
    N_("{file} is no .xlsx file."),
    N_("With --into, name an intake and an --out that both end in .xlsx."),
    "sop read word --into intake.csv -o nieuw.csv",
)
