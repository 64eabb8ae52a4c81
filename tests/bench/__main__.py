"""Runs all benchmarks and prints one table; ends with 1 where a goal is missed."""

import sys
from importlib import import_module
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.timing import Limit, Measure

HEADS = ("maat", "ernaast", "wij", "zij", "verhouding", "doel", "gehaald")


def measures(words: list[str]) -> list[Measure | Limit]:
    """What each module of this folder measures, by its `measures()`; only those that are named."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py"))
    chosen = [name for name in names if name not in ("__init__", "__main__", "timing")]
    found = []
    for name in words or chosen:
        found += import_module(f"tests.bench.{name}").measures()
    return found


def row(one: Measure | Limit) -> list[str]:
    """A row of the table: names, what was measured, ratio, goal and whether it is met."""
    met = "ja" if one.met else "NEE"
    if isinstance(one, Limit):
        value, most = (f"{number:,.4g} {one.unit}" for number in (one.value, one.most))
        return [one.name, "de grens", value, "", f"{one.value / one.most:,.2f}x", f"≤ {most}", met]
    sign = "≥" if one.faster else "≤"
    times = [f"{seconds * 1000:,.1f} ms" for seconds in (one.ours, one.theirs)]
    return [one.name, one.peer, *times, f"{one.ratio:,.2f}x", f"{sign} {one.goal:g}x", met]


if __name__ == "__main__":  # processes of a batch load this module again
    table = Table(*HEADS)
    results = measures(sys.argv[1:])
    for result in results:
        table.add_row(*row(result))
    Console(width=150).print(table)
    sys.exit(0 if all(one.met for one in results) else 1)
