"""What can go wrong with the summary's report and page (SOP790 to SOP794)."""

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
