"""What there is to say of a SOP that no model is behind: own formats, PDF, other programs (SOP320 to SOP329)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

OWN_FORMAT = Kind(
    "SOP320",
    Severity.HINT,
    N_("a format of the school's own"),
    N_("The file is in a format of the school's own; these obligatory parts were found: {parts}."),
    N_("Move it into the model with sop adopt, if the school wants that."),
    "een SOP in de huisstijl van het bestuur",
)
PARTS_NOT_FOUND = Kind(
    "SOP321",
    Severity.WARNING,
    N_("obligatory parts not found"),
    N_("These parts, which must be in every SOP, were not found: {parts}."),
    N_("Add them, or give their text a heading that names the part."),
    "een eigen SOP zonder hoofdstuk over extra ondersteuning",
)
FOUND_BY_CONTENT = Kind(
    "SOP322",
    Severity.HINT,
    N_("found by its words"),
    N_("No heading names {labels}; the text was found by what it speaks of."),
    N_("Look whether it is the right text."),
    "een hoofdstuk dat “Zo helpen wij” heet",
)
OWN_TEXT_LEFT = Kind(
    "SOP323",
    Severity.HINT,
    N_("text of an own format without a place in the model"),
    N_('No question of the model asks for this text: "{words}"'),
    N_("Nothing needs to be done; sop adopt keeps it in a file of its own."),
    "een hoofdstuk over de bibliotheek",
)
FROM_FILE_NAME = Kind(
    "SOP324",
    Severity.HINT,
    N_("taken from the file's name"),
    N_("{labels} stand nowhere in the text and were taken from the file's name."),
    N_("Look whether they are right."),
    "00ZZ01 De Vuurtoren SOP 2026-2027.docx",
)
ASK_FOR_WORD = Kind(
    "SOP325",
    Severity.WARNING,
    N_("read from a PDF"),
    N_(
        "The file is a PDF: its words were read, not its tables and looks, and it cannot be updated."
    ),
    N_("Ask the school for the Word file that it was made from."),
    "SOP De Vuurtoren.pdf",
)
READ_BY_LIBREOFFICE = Kind(
    "SOP326",
    Severity.HINT,
    N_("read through LibreOffice"),
    N_(
        "The file is of another kind ({ending}) and was turned into Word by LibreOffice to be read."
    ),
    N_("Ask for a .docx where something looks lost."),
    "SOP De Vuurtoren.odt",
)
SCANNED = Kind(
    "SOP327",
    Severity.ERROR,
    N_("a scan"),
    N_("Cannot read {file}: its pages are pictures, there is no text in it."),
    N_("Ask the school for the Word file; a scan must be typed anew."),
    "een ondertekend SOP dat door de scanner ging",
)
BROKEN_PDF = Kind(
    "SOP328",
    Severity.ERROR,
    N_("a PDF that cannot be read"),
    N_("Cannot read {file}: it is a damaged, locked or very unusual PDF."),
    N_("Ask the school for the Word file that it was made from."),
    "een pdf met een wachtwoord",
)
NEEDS_LIBREOFFICE = Kind(
    "SOP329",
    Severity.ERROR,
    N_("not a .docx"),
    N_(
        "Cannot read {file}: a file of this kind is read through LibreOffice, and it failed here: {reason}"
    ),
    N_("Open the file in Word, save it as .docx, and try again."),
    "SOP De Vuurtoren.doc, op een computer met alleen Word",
)
