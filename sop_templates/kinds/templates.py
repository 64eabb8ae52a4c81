"""What can be wrong with the Jinja of a Word template that is to be filled (SOP54x)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

FAULTY_JINJA = Kind(
    "SOP541",
    Severity.ERROR,
    N_("faulty Jinja in a template"),
    N_("{file} cannot be filled: {reason}, in {part} near {near!r}."),
    N_("Mend the text between the braces there, or ask `sop model check`."),
    "{% if school.schoolsoort = 'sbo' %}",
)
UNKNOWN_NAME = Kind(
    "SOP542",
    Severity.ERROR,
    N_("unknown name in a template"),
    N_("{file} cannot be filled: in {part}, {reason}."),
    N_("Use a key of model.toml; `sop model show` lists them."),
    "{{ school.name }}",
)
FAILING_EXPRESSION = Kind(
    "SOP543",
    Severity.ERROR,
    N_("failing expression in a template"),
    N_("{file} cannot be filled: an expression in {part} fails ({reason})."),
    N_("Change what stands between the braces; answers are texts, also numbers and dates."),
    "{{ school.leerlingen + 1 }}",
)
