"""What there is to say of a SOP in a school's own format (SOP320 to SOP324, SOP332)."""

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
ADDED_BY_CONTENT = Kind(
    "SOP332",
    Severity.HINT,
    N_("added by its words"),
    N_('Put with "{label}" by what it speaks of, for its heading does not say so: {headings}.'),
    N_("Look whether it belongs there."),
    "een hoofdstuk “De praktijk” naast een hoofdstuk over basisondersteuning",
)
