"""What can go wrong with the add-ins (SOP701 to SOP729)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NO_OFFICE_HERE = Kind(
    "SOP701",
    Severity.ERROR,
    N_("no Excel on this system"),
    N_("The Excel ribbon works on Windows and macOS; this is {system}."),
    N_("Use the sop commands: each button has one that does the same."),
    "sop addin install on Linux",
)
ADDIN_IN_USE = Kind(
    "SOP702",
    Severity.ERROR,
    N_("the add-in cannot be changed"),
    N_("Cannot change {file}: {reason}."),
    N_("Close Excel and try again. If it still fails, an administrator keeps the folder closed."),
    "Excel is open while the add-in is installed",
)
NO_XLWINGS = Kind(
    "SOP703",
    Severity.WARNING,
    N_("xlwings is missing"),
    N_("The buttons need xlwings, and {interpreter} does not have it."),
    N_("Install it there: pip install 'sop-templates[excel]'."),
    "pip install sop-templates, without [excel]",
)
FORBIDDEN = Kind(
    "SOP704",
    Severity.WARNING,
    N_("an administrator forbids macros"),
    N_("A policy of your organisation, {policy}, keeps the buttons from working."),
    N_("Ask the administrator to allow sop.xlam, or use the sop commands."),
    "a school board where macros are switched off for everybody",
)
ADDIN_OUT_OF_DATE = Kind(
    "SOP705",
    Severity.WARNING,
    N_("the add-in is of another version"),
    N_("{file} is not the add-in of this version."),
    N_("Run: sop addin install."),
    "sop-templates was updated, the add-in was not installed again",
)
OTHER_INTERPRETER = Kind(
    "SOP706",
    Severity.WARNING,
    N_("the buttons call another Python"),
    N_("{file} names {named}, and this is {interpreter}."),
    N_("Run: sop addin install, with the sop that the buttons must use."),
    "sop-templates was installed anew in another folder",
)
ADDIN_MISSING = Kind(
    "SOP707",
    Severity.HINT,
    N_("a part of the add-in is missing"),
    N_("{file} is not there."),
    N_("Run: sop addin install."),
    "sop addin status before sop addin install",
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
    "a folder with Greek letters, outside the home folder",
)
