"""What can be wrong with a fixed text (SOP2xx)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

STAR_TEXT_CHANGED = Kind(
    "SOP201",
    Severity.ERROR,
    N_("obligatory fixed text changed"),
    N_('The fixed text "{title}" was changed: {changes}.'),
    N_("Put the model's words back: this text must stand in every SOP, word for word."),
    "“schoolbesturen hebben geen zorgplicht” in plaats van “hebben schoolbesturen zorgplicht”",
)
TEXT_CHANGED = Kind(
    "SOP202",
    Severity.WARNING,
    N_("fixed text changed"),
    N_('The fixed text "{title}" was changed: {changes}.'),
    N_("Put the model's words back: the schools of the region agreed on them."),
    "“Het SOP is een uitgebreid document” in plaats van “een bondig en werkbaar document”",
)
STAR_TEXT_MISSING = Kind(
    "SOP203",
    Severity.ERROR,
    N_("obligatory fixed text missing"),
    N_('The fixed text "{title}" is missing.'),
    N_("Copy it from the blank model: this text must stand in every SOP, word for word."),
    "Hoofdstuk 4 begint met de vragen; de tekst over de zorgplicht is weggehaald.",
)
TEXT_MISSING = Kind(
    "SOP204",
    Severity.WARNING,
    N_("fixed text missing"),
    N_('The fixed text "{title}" is missing.'),
    N_("Copy it from the blank model."),
    "De afspraken van de scholen staan niet meer voor hoofdstuk 1.",
)
TEXT_TYPOGRAPHIC = Kind(
    "SOP205",
    Severity.HINT,
    N_("fixed text with other quotes, dashes or spaces"),
    N_('The fixed text "{title}" has the right words, with other quotes, dashes or spaces.'),
    N_("Nothing needs to be done."),
    "“één” met een andere apostrof, of twee spaties achter een punt",
)
LOCK_REMOVED = Kind(
    "SOP206",
    Severity.WARNING,
    N_("lock of a fixed text removed"),
    N_('The fixed text "{title}" is no longer locked.'),
    N_("Move the answers into a fresh file of the model, so that nobody changes it by accident."),
    "Het bestand is met LibreOffice opgeslagen: vaste tekst kan nu worden overgetypt.",
)
