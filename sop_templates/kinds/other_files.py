"""What there is to say of files that are not of Word's usual kind: PDF, .doc, .odt, .rtf (SOP325 to SOP331)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

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
    N_("a kind of file that needs LibreOffice"),
    N_("Cannot read {file}: files of its kind are read through LibreOffice, which is not here."),
    N_("Save it as .docx in Word, or install LibreOffice (www.libreoffice.org)."),
    "SOP De Vuurtoren.doc, op een computer met alleen Word",
)
NOT_OPENED = Kind(
    "SOP330",
    Severity.ERROR,
    N_("LibreOffice could not open it"),
    N_("Cannot read {file}: LibreOffice could not open it."),
    N_("Open it in the program that it was made with, and save it as .docx."),
    "een beschadigd .doc, of een met een wachtwoord",
)
NOT_ANSWERED = Kind(
    "SOP331",
    Severity.ERROR,
    N_("LibreOffice broke off"),
    N_("Cannot read {file}: LibreOffice stopped answering or broke off, twice."),
    N_("Open it in Word and save it as .docx; the other files went on."),
    "een .rtf waarop LibreOffice vastloopt",
)
