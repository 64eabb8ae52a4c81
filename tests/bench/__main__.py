"""Runs all benchmarks and prints one table; ends with 1 where a goal is missed."""

import sys
from importlib import import_module
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.timing import Measure

WORDS = sys.argv[1:]


def measures() -> list[Measure]:
    """What each module of this folder measures, by its `measures()`."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py"))
    chosen = [name for name in names if name not in ("__init__", "__main__", "timing")]
    found = []
    for name in WORDS or chosen:
        found += import_module(f"tests.bench.{name}").measures()
    return found


def row(one: Measure) -> list[str]:
    """A row of the table: names, milliseconds, ratio, goal and whether it is met."""
    sign = "≥" if one.faster else "≤"
    times = [f"{seconds * 1000:,.1f} ms" for seconds in (one.ours, one.theirs)]
    goal = f"{sign} {one.goal:g}x"
    return [one.name, one.peer, *times, f"{one.ratio:,.2f}x", goal, "ja" if one.met else "NEE"]


table = Table("maat", "ernaast", "wij", "zij", "verhouding", "doel", "gehaald")
results = measures()
for result in results:
    table.add_row(*row(result))
Console(width=150).print(table)
sys.exit(0 if all(one.met for one in results) else 1)
