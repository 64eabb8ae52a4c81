"""What there is to say when a SOP is moved into the model (SOP340 to SOP349)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

REST = Kind(
    "SOP340",
    Severity.HINT,
    N_("texts without a place"),
    N_(
        "{count} texts and {pictures} pictures have no place in the model; they are told in {rest}."
    ),
    N_("Move what should stay to the field that it answers."),
    "een hoofdstuk over de bibliotheek",
)
CURRENT = Kind(
    "SOP341",
    Severity.HINT,
    N_("in the model already"),
    N_("{file} is a file of the current model; it was left as it is."),
    N_("Nothing needs to be done."),
    "een map waarin al Word-documenten van dit jaar staan",
)
CODE_BY_NAME = Kind(
    "SOP342",
    Severity.HINT,
    N_("code taken from board.toml"),
    N_("The vestigingscode {code} was taken from board.toml, where {name} is the one that fits."),
    N_("Look whether it is the right school."),
    "een eigen SOP waar alleen de naam van de school in staat",
)
FACTS_MISSING = Kind(
    "SOP343",
    Severity.WARNING,
    N_("which school or year is not told"),
    N_("Nothing in {file} tells: {labels}."),
    N_("Fill it in, in the new Word file."),
    "een eigen SOP zonder vestigingscode op het voorblad",
)
TEXT_REPLACED = Kind(
    "SOP344",
    Severity.WARNING,
    N_("fixed text put back"),
    N_('The fixed text "{title}" differed ({changes}); the new file has the words of the model.'),
    N_("Nothing needs to be done; the school's own version is in the list of what has no place."),
    "een eigen versie van de tekst over zorgplicht",
)
TEXT_ADDED = Kind(
    "SOP345",
    Severity.HINT,
    N_("fixed text added"),
    N_('The fixed text "{title}" was missing; the new file has it.'),
    N_("Nothing needs to be done."),
    "een eigen SOP zonder de tekst over zorgplicht",
)
