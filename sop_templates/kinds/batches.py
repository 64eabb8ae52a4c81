"""What can go wrong with the files of a command (SOP001 to SOP009)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NO_SUCH_PATH = Kind(
    "SOP001",
    Severity.ERROR,
    N_("file or folder not found"),
    N_("{file} does not exist."),
    N_("Check the name and the folder."),
    "sop read verkeerde-map",
)
NO_FILES = Kind(
    "SOP002",
    Severity.ERROR,
    N_("nothing to do"),
    N_("{file} holds no file that this command reads ({endings})."),
    N_("Name another folder or file."),
    "sop read lege-map",
)
UNEXPECTED = Kind(
    "SOP009",
    Severity.ERROR,
    N_("unexpected fault"),
    N_("This file could not be worked on, through a fault of this program ({fault})."),
    N_("Report it with the file, if you may share it; the other files went on."),
    "een bestand waarop het programma vastloopt; met de andere gaat het verder",
)
OLDER_COPY = Kind(
    "SOP003",
    Severity.WARNING,
    N_("two files for one school and year"),
    N_("{newer} and {older} are of the same school and year; {newer} was changed last and counts."),
    N_("Move the file that no longer counts to another folder."),
    "een kopie uit een e-mail naast het bestand in de gedeelde map",
)
UNKNOWN_ENDING = Kind(
    "SOP004",
    Severity.ERROR,
    N_("unknown ending"),
    N_("{file} cannot be written: its ending says no form that this command writes."),
    N_("Name a file that ends in one of: {endings}."),
    "sop read word -o antwoorden.txt",
)
NO_SAMPLES = Kind(
    "SOP005",
    Severity.ERROR,
    N_("samples missing"),
    N_("The samples are not in {file}."),
    N_("Install sop-templates again."),
    "sop demo, na een installatie die is afgebroken",
)
LINK_LEADS_OUT = Kind(
    "SOP006",
    Severity.ERROR,
    N_("a link out of the folder"),
    N_("{file} was passed over: it is a link to a place outside the folder."),
    N_("Put the file itself in the folder, or name it on the command line."),
    "een snelkoppeling in de map word naar een document op een andere schijf",
)
ODD_NAME = Kind(
    "SOP007",
    Severity.ERROR,
    N_("a name that cannot be shown"),
    N_(
        "{file} was passed over: its name holds a line end or another character that cannot be shown."
    ),
    N_("Give it a name of letters, digits, spaces and hyphens."),
    "een bestand van een server waarvan de naam uit twee regels bestaat",
)
