"""What can be wrong with the route of a SOP and its dates (SOP4xx)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NEEDED_NEXT = Kind(
    "SOP401",
    Severity.HINT,
    N_("needed for the next step"),
    N_("Still needed before the next step ({ready_for}): {label}."),
    N_("Fill in the field when it is known."),
    "een concept zonder de datum waarop het team het besprak",
)
DATES_OUT_OF_ORDER = Kind(
    "SOP402",
    Severity.ERROR,
    N_("dates in the wrong order"),
    N_("{label} is {date}; that is before {earlier_label}, {earlier_date}."),
    N_("Check both dates: the team comes first, then the MR, then the board."),
    "advies MR op 11 juni 2026, vastgesteld op 2 juni 2026",
)
FUTURE_DATE = Kind(
    "SOP403",
    Severity.WARNING,
    N_("date in the future"),
    N_("{label} is {date}; that day has yet to come."),
    N_("Fill in the date when it has taken place, or check the year."),
    "Datum advies MR: 11 juni 2062",
)
STALE_DATE = Kind(
    "SOP404",
    Severity.WARNING,
    N_("date long before the school year"),
    N_("{label} is {date}; that is more than a year before {year} begins."),
    N_("Check the year: the date may be left from an earlier SOP."),
    "Besproken in het schoolteam: 3 juni 2024, in het SOP voor 2026-2027",
)
YEAR_PASSED = Kind(
    "SOP405",
    Severity.WARNING,
    N_("school year that is over"),
    N_("The SOP is for {year}; it is now {current}."),
    N_("Change the school year, or make next year's file with `sop rollover`."),
    "een SOP voor 2024-2025 dat in 2026 wordt aangeleverd",
)
YEAR_FAR_AHEAD = Kind(
    "SOP406",
    Severity.WARNING,
    N_("school year far ahead"),
    N_("The SOP is for {year}; it is now {current}."),
    N_("Check the school year."),
    "Schooljaar: 2062-2063",
)
GIVEN_WITHOUT = Kind(
    "SOP407",
    Severity.WARNING,
    N_("answer without what it belongs to"),
    N_("{label} is filled in, but {other_label} is empty."),
    N_("Fill in {other_label} as well."),
    "de datum van het MR-advies is ingevuld, het advies zelf niet",
)
STATUS_BEHIND = Kind(
    "SOP408",
    Severity.HINT,
    N_("status may be behind"),
    N_('The status is "{status}", but {label} is filled in: {date}.'),
    N_('Choose "{next_status}" if that has taken place.'),
    "Status: concept, terwijl er een datum van vaststelling staat",
)
