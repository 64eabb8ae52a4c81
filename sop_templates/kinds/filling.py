"""What can be said while Word files are filled (SOP650 to SOP659)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NO_CODE = Kind(
    "SOP650",
    Severity.ERROR,
    N_("school without code"),
    N_("This school ({name}) has no vestigingscode, so its file cannot be named."),
    N_("Fill in the vestigingscode at {place}."),
    "een rij met een naam maar zonder code",
)
TWO_SOURCES_DIFFER = Kind(
    "SOP651",
    Severity.WARNING,
    N_("two intakes disagree"),
    N_("{label} is not the same in {counts} and in {other}; {counts} counts."),
    N_("Correct the one that is wrong."),
    "de tabel van het bestuur heeft een ouder telefoonnummer dan het formulier van de school",
)
SAME_WEIGHT_DIFFERS = Kind(
    "SOP652",
    Severity.ERROR,
    N_("two intakes of one kind disagree"),
    N_(
        "{label} is not the same in {counts} and in {other}, and neither counts more; it was left empty."
    ),
    N_("Correct the one that is wrong, or remove it, and fill again."),
    "twee keer het formulier van dezelfde school, met verschillende antwoorden",
)
NO_SCHOOLS = Kind(
    "SOP654",
    Severity.ERROR,
    N_("intake without answers"),
    N_("{file} holds no answers of any school."),
    N_("Fill in the intake and save it first."),
    "een leeg intakeformulier",
)
