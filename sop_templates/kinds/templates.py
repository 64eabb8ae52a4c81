"""What can be wrong with the Jinja of a Word template that is to be filled (SOP54x)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

FAULTY_JINJA = Kind(
    "SOP541",
    Severity.ERROR,
    N_("faulty Jinja in a template"),
    N_("{file} cannot be filled: {reason}, near {near!r} in {part}."),
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
