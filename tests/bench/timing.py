"""Times two ways of doing a thing by turns, so that both meet the same machine."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the table.

    Attributes:
        name: what is done.
        peer: what stands beside it.
        ours: seconds, the median.
        theirs: seconds of the peer or limit, the median.
        goal: the ratio to reach.
        faster: whether the goal is "at least so many times faster" (theirs / ours ≥ goal), else
            "at most so many times its time" (ours / theirs ≤ goal).
    """

    name: str
    peer: str
    ours: float
    theirs: float
    goal: float
    faster: bool

    @property
    def ratio(self) -> float:
        """The ratio that the goal is about."""
        return self.theirs / self.ours if self.faster else self.ours / self.theirs

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return self.ratio >= self.goal if self.faster else self.ratio <= self.goal


@dataclass(frozen=True, slots=True)
class Limit:
    """A row of the table that stands beside a limit instead of a peer.

    Attributes:
        name: what is done.
        value: what was measured.
        unit: of both.
        most: the limit.
    """

    name: str
    value: float
    unit: str
    most: float

    @property
    def met(self) -> bool:
        """Whether it stays within the limit."""
        return self.value <= self.most


def by_turns(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int = ROUNDS, repeat: int = 1
) -> tuple[float, float]:
    """The median times of both, in seconds a call.

    Args:
        ours: our way.
        theirs: the peer's way.
        rounds: how often each is timed, by turns.
        repeat: how often ours is called within one timing, for very short calls.
    """
    ours()
    theirs()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for place, (call, calls) in enumerate(((ours, repeat), (theirs, 1))):
            gc.collect()
            start = perf_counter()
            for _ in range(calls):
                call()
            times[place].append((perf_counter() - start) / calls)
    return median(times[0]), median(times[1])
