"""The route of a SOP: its steps and what each needs; plain frozen values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when the answer of `key` is one of `values` (or, `negated`, is given and is none of them)."""

    key: str
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class StepNeed:
    """An answer that a step of the route needs, under a condition or always.

    Attributes:
        key: the field.
        condition: when it is needed; None is always.
        only_with_previous: needed only when the school had a SOP the year before.
    """

    key: str
    condition: Condition | None = None
    only_with_previous: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the route: with this status a SOP should be ready for the next step.

    Attributes:
        status: option of `vaststelling.status`.
        ready_for: the next step in words, Dutch; "" after the last.
        needs: what this step needs on top of the steps before it.
        advises: advised fields that nobody is asked for before this step.
        at_once: whether its own needs must be there as soon as the status is chosen, because the
            status says that they happened; else they may come until the next step.
    """

    status: str
    ready_for: str
    needs: tuple[StepNeed, ...] = ()
    advises: tuple[StepNeed, ...] = ()
    at_once: bool = False
