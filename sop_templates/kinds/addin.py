"""What can go wrong with the add-ins (SOP701 to SOP729)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NO_OFFICE_HERE = Kind(
    "SOP701",
    Severity.ERROR,
    N_("no Excel on this system"),
    N_("The Excel ribbon works on Windows and macOS; this is {system}."),
    N_("Use the sop commands: each button has one that does the same."),
    "sop addin install op Linux",
)
ADDIN_IN_USE = Kind(
    "SOP702",
    Severity.ERROR,
    N_("the add-in cannot be changed"),
    N_("Cannot change {file}: {reason}."),
    N_("Close Excel and try again. If it still fails, an administrator keeps the folder closed."),
    "Excel staat open terwijl de invoegtoepassing wordt geplaatst",
)
NO_XLWINGS = Kind(
    "SOP703",
    Severity.WARNING,
    N_("xlwings is missing"),
    N_("The buttons need xlwings, and {interpreter} does not have it."),
    N_("Install it there: pip install 'sop-templates[excel]'."),
    "pip install sop-templates, zonder [excel]",
)
FORBIDDEN = Kind(
    "SOP704",
    Severity.WARNING,
    N_("an administrator forbids macros"),
    N_("A policy of your organisation, {policy}, keeps the buttons from working."),
    N_("Ask the administrator to allow sop.xlam, or use the sop commands."),
    "een schoolbestuur waar macro's voor iedereen uit staan",
)
ADDIN_OUT_OF_DATE = Kind(
    "SOP705",
    Severity.WARNING,
    N_("the add-in is of another version"),
    N_("{file} is not the add-in of this version."),
    N_("Run: sop addin install."),
    "sop-templates is bijgewerkt, de invoegtoepassing niet opnieuw geplaatst",
)
OTHER_INTERPRETER = Kind(
    "SOP706",
    Severity.WARNING,
    N_("the buttons call another Python"),
    N_("{file} names {named}, and this is {interpreter}."),
    N_("Run: sop addin install, with the sop that the buttons must use."),
    "sop-templates is opnieuw geïnstalleerd in een andere map",
)
ADDIN_MISSING = Kind(
    "SOP707",
    Severity.HINT,
    N_("a part of the add-in is missing"),
    N_("{file} is not there."),
    N_("Run: sop addin install."),
    "sop addin status vóór sop addin install",
)
NAME_NO_MODULE = Kind(
    "SOP708",
    Severity.ERROR,
    N_("a file name that Python cannot import"),
    N_("The Run main button of xlwings cannot work with a workbook named {name}."),
    N_("Give it a name of letters, digits and underscores that begins with a letter: intake.xlsx."),
    "intake-41572.xlsx",
)
UNNAMEABLE_INTERPRETER = Kind(
    "SOP709",
    Severity.ERROR,
    N_("a Python that Excel cannot name"),
    N_("Excel's macros cannot write the path {interpreter}."),
    N_("Install Python in a folder whose name has Latin letters only."),
    "een map met Griekse letters, buiten de persoonlijke map",
)
EXCEL_REFUSED = Kind(
    "SOP710",
    Severity.ERROR,
    N_("Excel did not do what was asked"),
    N_("Excel did not do what was asked ({reason})."),
    N_("Press Enter or Esc to leave the cell, close any dialog, and press the button again."),
    "er werd in een cel getypt toen de knop werd ingedrukt",
)
BOOK_NOT_SAVED = Kind(
    "SOP711",
    Severity.ERROR,
    N_("the workbook has no folder"),
    N_("The workbook {name} was never saved, so there is no folder to put files in."),
    N_("Save it in a folder of your own and press the button again."),
    "een nieuwe werkmap, Map1",
)
BOOK_ELSEWHERE = Kind(
    "SOP712",
    Severity.ERROR,
    N_("the workbook's folder is not on this machine"),
    N_("The workbook {name} lies on the internet, and its folder is not on this machine."),
    N_("Synchronise the folder with OneDrive, or save a copy in a folder of your own."),
    "een werkmap die vanuit SharePoint is geopend",
)
NOT_IN_WORKBOOK = Kind(
    "SOP713",
    Severity.WARNING,
    N_("a Word file of another school"),
    N_("{word} is of school {code}, and this workbook is of school {own}."),
    N_("Open the workbook of that school, or use the board's form."),
    "het Word-document van een andere school in dezelfde map",
)
NO_SCHOOL_CODE = Kind(
    "SOP714",
    Severity.WARNING,
    N_("a Word file without a school's code"),
    N_("{word} names no school: it cannot be given a row."),
    N_("Fill in the Vestigingscode in the Word file."),
    "een Word-document waarin de code leeg bleef",
)
REPLACED = Kind(
    "SOP715",
    Severity.HINT,
    N_("an answer was replaced"),
    N_("{label} is now what {word} says. Before, it was: {old}"),
    N_("Type the old answer again if it should stay."),
    "de school schreef in Word een nieuwe visie",
)
KEPT = Kind(
    "SOP716",
    Severity.WARNING,
    N_("Word says something else"),
    N_("{label} was left as it is. {word} says: {new}"),
    N_("Choose which of both is right."),
    "het aantal leerlingen is 285 in de werkmap en 290 in Word",
)
CELL_LOCKED = Kind(
    "SOP717",
    Severity.ERROR,
    N_("a cell that cannot be changed"),
    N_("{label} could not be written: the cell is locked. {word} says: {new}"),
    N_("Take the protection of the sheet off (Review, Unprotect Sheet) and read Word again."),
    "het bestuur heeft het blad met een wachtwoord beveiligd",
)
NO_NOTES = Kind(
    "SOP718",
    Severity.HINT,
    N_("no notes beside the answers"),
    N_("Excel allowed no notes on {sheet}, because the sheet is protected."),
    N_("The findings stand on this sheet only; that is enough to work with."),
    "een blad dat met een wachtwoord is beveiligd",
)
NO_INTAKE_OPEN = Kind(
    "SOP719",
    Severity.ERROR,
    N_("the open workbook is no intake"),
    N_("The workbook {name} is no intake: none of its cells has the key of a question."),
    N_("Open an intake, or make a new one: the button for it, or `sop new`."),
    "een lege werkmap, Map1",
)
NO_CERTIFICATE = Kind(
    "SOP720",
    Severity.ERROR,
    N_("no certificate for the task pane"),
    N_("Word loads a task pane over https only, and there is no certificate: {reason}."),
    N_("Give one of localhost with --cert and --key, as mkcert makes it."),
    "sop addin serve op een computer zonder openssl",
)
BAD_CERTIFICATE = Kind(
    "SOP721",
    Severity.ERROR,
    N_("a certificate that cannot be used"),
    N_("The certificate {certificate} with the key {key} cannot be used: {reason}."),
    N_("Give the certificate and its own key, both as PEM, the key without a password."),
    "de sleutel hoort bij een ander certificaat",
)
PORT_IN_USE = Kind(
    "SOP722",
    Severity.ERROR,
    N_("the port is in use"),
    N_("Cannot listen on port {port}: {reason}."),
    N_("Choose another one with --port, and use the manifest that is shown then."),
    "sop addin serve draait al in een ander venster",
)
