"""What can be wrong with a board's choice of rules, or with a code that is asked for (SOP69x)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

UNKNOWN_RULE = Kind(
    "SOP690",
    Severity.WARNING,
    N_("rule for an unknown code"),
    N_('[rules] names "{code}", which is no code of a finding.'),
    N_("Look the code up with `sop explain`, or take the line out."),
    'SOP999 = "off" in board.toml',
)
UNKNOWN_WORD = Kind(
    "SOP691",
    Severity.WARNING,
    N_("rule with an unknown word"),
    N_('[rules] sets {code} to "{word}".'),
    N_('Write "off", "warning" or "error".'),
    'SOP140 = "rood" in board.toml',
)
NOT_STRICTER = Kind(
    "SOP692",
    Severity.WARNING,
    N_("rule that is not stricter"),
    N_('[rules] sets {code} to "{word}", but it is a finding of severity "{severity}" already.'),
    N_('A rule can be made stricter, or "off".'),
    'SOP101 = "hint" in board.toml: een verplicht veld blijft verplicht',
)
UNKNOWN_CODE = Kind(
    "SOP693",
    Severity.ERROR,
    N_("unknown code"),
    N_("There is no finding with the code {code}."),
    N_(
        "A code is SOP and three digits, as it stands behind a message; they are listed in docs/bevindingen.md."
    ),
    "sop explain SOP999",
)
