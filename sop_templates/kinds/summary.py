"""What can go wrong with the summary, its report and page (SOP790 to SOP794)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

BROKEN_REPORT = Kind(
    "SOP790",
    Severity.ERROR,
    N_("report template that cannot be filled in"),
    N_("{file} cannot be used as the template of the board's report: {fault}."),
    N_("Compare it with the library's own template; docs/summary.md names what can be filled in."),
    "een sjabloon met {{ onbekend }}",
)
OTHER_MODEL_COUNTED = Kind(
    "SOP791",
    Severity.WARNING,
    N_("of another model than the summary"),
    N_(
        "The file is of model {found}, the summary of {model}: what only {found} asks is not counted."
    ),
    N_("Make a summary of those files by themselves."),
    "een school met een eigen model in de map van het bestuur",
)
