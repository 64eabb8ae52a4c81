"""What can be wrong with a file or a package (SOP011 on): missing, foreign, damaged or hostile."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NO_FILE = Kind(
    "SOP011",
    Severity.ERROR,
    N_("no such file"),
    N_("There is no file {file}."),
    N_("Check the name and the folder."),
    "sop read regenboog.docx, terwijl het bestand Regenboog SOP.docx heet",
)
CANNOT_READ = Kind(
    "SOP012",
    Severity.ERROR,
    N_("file cannot be read"),
    N_("Cannot read {file}: {reason}."),
    N_("Close it in other programs, or ask who owns it for the right to read it."),
    "een bestand dat een ander programma vasthoudt",
)
EMPTY_FILE = Kind(
    "SOP013",
    Severity.ERROR,
    N_("empty file"),
    N_("Cannot read {file}: it holds nothing (0 bytes)."),
    N_("Ask the sender for it again; a copy or a download broke off."),
    "een download die meteen afbrak",
)
FILE_TOO_BIG = Kind(
    "SOP014",
    Severity.ERROR,
    N_("file too big"),
    N_("Cannot read {file}: it is {size} MB, more than the {limit} MB that are read."),
    N_(
        "Make its pictures smaller (Word: Compress Pictures), or part the table, and save it again."
    ),
    "een SOP van 500 MB, met een film erin",
)
IS_PDF = Kind(
    "SOP015",
    Severity.ERROR,
    N_("a PDF"),
    N_("Cannot read {file}: it is a PDF."),
    N_("Ask the school for the Word file that it was made from."),
    "een pdf waarvan de naam in .docx is veranderd",
)
IS_OLD_OFFICE = Kind(
    "SOP016",
    Severity.ERROR,
    N_("a file of an old Office"),
    N_("Cannot read {file}: it is a file of Office 97-2003 (.doc or .xls)."),
    N_("Open it in Word or Excel and save it as .docx or .xlsx."),
    "een .doc waarvan de naam in .docx is veranderd",
)
IS_ENCRYPTED = Kind(
    "SOP017",
    Severity.ERROR,
    N_("password-protected"),
    N_("Cannot read {file}: it is protected by a password."),
    N_("Open it in Word or Excel, take the password off (File, Info) and save it again."),
    "een Word-document dat bij het openen om een wachtwoord vraagt",
)
IS_MARKUP = Kind(
    "SOP018",
    Severity.ERROR,
    N_("a web page or plain text"),
    N_("Cannot read {file}: it is {what}."),
    N_("Save it as .docx or .xlsx again; where it came from a website, download the file itself."),
    "de inlogpagina van een website, opgeslagen als sop.docx",
)
IS_PICTURE = Kind(
    "SOP019",
    Severity.ERROR,
    N_("a picture"),
    N_("Cannot read {file}: it is a picture."),
    N_("A photo or scan cannot be read; ask the school for the Word file."),
    "een foto waarvan de naam in .docx is veranderd",
)
NOT_A_PACKAGE = Kind(
    "SOP020",
    Severity.ERROR,
    N_("no Office file"),
    N_("Cannot read {file}: it is not a Word or Excel file."),
    N_("Save it as .docx or .xlsx again."),
    "een bestand van een ander programma waarvan de naam in .docx is veranderd",
)
DAMAGED = Kind(
    "SOP021",
    Severity.ERROR,
    N_("damaged file"),
    N_("Cannot read {file}: it is damaged or cut short ({reason})."),
    N_("Ask the sender for it again, or open it in Word or Excel, have it repaired and save it."),
    "een bijlage waarvan het laatste stuk ontbreekt",
)
UNPACKS_TOO_BIG = Kind(
    "SOP022",
    Severity.ERROR,
    N_("unpacks to too much"),
    N_("{file} is not read: its part {part} unpacks to more than is safe ({size} MB)."),
    N_("Do not open it; ask the sender what it is. Word and Excel never build a file like that."),
    "een klein bestand dat bij uitpakken de schijf vult (een zipbom)",
)
TOO_MANY_PARTS = Kind(
    "SOP023",
    Severity.ERROR,
    N_("too many parts"),
    N_(
        "{file} is not read: it is a package of {count} parts, more than the {limit} that are safe."
    ),
    N_("Do not open it; ask the sender what it is. A normal Word file has less than a hundred."),
    "een bestand dat tienduizenden kleine bestanden bevat",
)
DUPLICATE_PART = Kind(
    "SOP024",
    Severity.ERROR,
    N_("a part twice"),
    N_("{file} is not read: its part {part} occurs twice, so that programs see different texts."),
    N_("Open it in Word, look whether it is right, and save it as a new .docx."),
    "twee delen word/document.xml in één bestand",
)
UNSAFE_PART_NAME = Kind(
    "SOP025",
    Severity.ERROR,
    N_("unsafe name of a part"),
    N_("{file} is not read: its part {part} points outside the file."),
    N_("Do not open it; ask the sender what it is."),
    "een deel dat ../../start.bat heet",
)
BROKEN_XML = Kind(
    "SOP026",
    Severity.ERROR,
    N_("damaged part"),
    N_("Cannot read {file}: its part {part} is damaged ({reason})."),
    N_("Open it in Word or Excel, have it repaired, and save it as a new file."),
    "een Word-document waarin een stuk van de opmaakcode ontbreekt",
)
HAS_DTD = Kind(
    "SOP027",
    Severity.ERROR,
    N_("document type declaration"),
    N_("{file} is not read: its part {part} holds a document type declaration (DTD)."),
    N_("Do not open it; ask the sender what it is. Office never writes these, attackers do."),
    "een Word-document dat ongemerkt naar andere bestanden verwijst",
)
NO_PART = Kind(
    "SOP028",
    Severity.ERROR,
    N_("a part is missing"),
    N_("Cannot read {file}: its part {part} is missing."),
    N_("Open it in Word or Excel and save it as a new file."),
    "een Word-document zonder word/styles.xml",
)
OTHER_PACKAGE = Kind(
    "SOP029",
    Severity.ERROR,
    N_("another kind of file"),
    N_("Cannot read {file} as a Word file: it is {what}."),
    N_("Open it in the program that it belongs to and save it as .docx."),
    "een werkmap waarvan de naam in .docx is veranderd",
)
FILE_EXISTS = Kind(
    "SOP030",
    Severity.ERROR,
    N_("file exists"),
    N_("{file} exists already and was left as it is."),
    N_("Choose another folder, or say --force to replace it."),
    "hetzelfde intakeformulier twee keer vullen in één map",
)
CANNOT_WRITE = Kind(
    "SOP031",
    Severity.ERROR,
    N_("file cannot be written"),
    N_("Cannot write {file}: {reason}."),
    N_("Close it in other programs, and check the folder, its rights and the free space."),
    "een volle schijf",
)
