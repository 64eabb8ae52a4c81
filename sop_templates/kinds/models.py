"""What can be wrong with a model of the library (SOP5xx)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NO_MODEL = Kind(
    "SOP501",
    Severity.ERROR,
    N_("unknown model"),
    N_("There is no model {name!r}."),
    N_("Name one of {known}, or the folder of a model of your own."),
    "--model noordwijk",
)
BROKEN_MANIFEST = Kind(
    "SOP502",
    Severity.ERROR,
    N_("faulty model.toml"),
    N_("{file} cannot be used: {faults}."),
    N_("Mend these places and try again."),
    "a field without a label",
)
