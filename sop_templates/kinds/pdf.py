"""What can go wrong while LibreOffice makes PDF (SOP765 to SOP769)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NO_LIBREOFFICE = Kind(
    "SOP765",
    Severity.ERROR,
    N_("no LibreOffice"),
    N_("There is no LibreOffice on this machine, and PDF is made by it."),
    N_("Install LibreOffice (www.libreoffice.org), or save the files as PDF in Word."),
    "een computer met alleen Word",
)
NO_PDF = Kind(
    "SOP766",
    Severity.ERROR,
    N_("no PDF could be made"),
    N_("LibreOffice could not make a PDF of {file}: it could not open it."),
    N_("Open the file in Word, save it as a new .docx, and try again."),
    "een beschadigd Word-document",
)
OFFICE_HUNG = Kind(
    "SOP767",
    Severity.ERROR,
    N_("LibreOffice did not answer"),
    N_("LibreOffice could not make a PDF of {file}: it stopped answering or broke off, twice."),
    N_("Save this file as PDF in Word; the other files went on."),
    "een afbeelding van een soort waarop LibreOffice vastloopt",
)
