"""What was done with answers of an earlier version of the model (SOP335 to SOP339)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

RENAMED = Kind(
    "SOP335",
    Severity.HINT,
    N_("asked otherwise now"),
    N_("Version {version} asked it otherwise; these answers were carried over: {labels}."),
    N_("Look whether they answer the question of today."),
    "een SOP van vorig jaar, waarin “Sterke kanten” nu “Waar zijn wij sterk in?” heet",
)
SPLIT = Kind(
    "SOP336",
    Severity.WARNING,
    N_("one question became several"),
    N_("{label} became several questions ({labels}); the whole text stands in the first."),
    N_("Move what answers the others to them."),
    "“Visie en populatie” werd twee vragen",
)
DROPPED = Kind(
    "SOP337",
    Severity.WARNING,
    N_("no longer asked"),
    N_('{label} is no longer asked; this answer has no place in the model: "{words}"'),
    N_("Move it to another question if it should stay."),
    "een antwoord op een vraag van vorig jaar die vervallen is",
)
