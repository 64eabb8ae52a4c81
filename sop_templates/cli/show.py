"""What a command shows: findings as sentences, a table at the end, JSON for machines."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby

import click

from sop_templates.engine.batch import Failure, Progress
from sop_templates.errors import shown_name
from sop_templates.language import N_, _
from sop_templates.outcome import Finding, Severity

MARKS = {
    Severity.ERROR: ("red", N_("E")),
    Severity.WARNING: ("yellow", N_("W")),
    Severity.HINT: ("cyan", "-"),
}


def show_json(value: object) -> None:
    """Prints a result for machines."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def sentence(finding: Finding) -> str:
    """A finding as one line: place: what is wrong. What to do. [code]."""
    words = " ".join(part for part in (finding.message, finding.advice) if part)
    where = str(finding.place)
    return f"{where}: {words} [{finding.code}]" if where else f"{words} [{finding.code}]"


def show_findings(findings: Iterable[Finding]) -> None:
    """Prints findings under the name of their file, worst first; what is alike in one line."""
    order = list(Severity)
    found = sorted(findings, key=lambda one: (one.file, order.index(one.severity)))
    for file, of_file in groupby(found, key=lambda one: one.file):
        if file:
            click.echo(click.style(shown_name(file), bold=True))
        for same in _alike(of_file):
            colour, mark = MARKS[same[0].severity]
            words = sentence(same[0]) if len(same) == 1 else _together(same)
            click.echo(f"  {click.style(_(mark), fg=colour)} {words}")


def _alike(findings: Iterable[Finding]) -> Iterable[list[Finding]]:
    """The findings of a file, those together that are told in one sentence, where the first stands."""
    groups: dict[object, list[Finding]] = {}
    for number, one in enumerate(findings):
        alike = (one.code, one.severity) if one.kind.together else number
        groups.setdefault(alike, []).append(one)
    return groups.values()


def _together(findings: Sequence[Finding]) -> str:
    kind = findings[0].kind
    labels = ", ".join(_('"{words}"').format(words=one.values["label"]) for one in findings)
    return f"{_(kind.together).format(count=len(findings), labels=labels)} [{kind.code}]"


def show_failures(failures: Iterable[Failure]) -> None:
    """Prints what failed, a line each, on stderr."""
    for failure in failures:
        is_named = failure.file in failure.message
        words = failure.message if is_named else f"{failure.file}: {failure.message}"
        click.echo(_("Failed: {message}").format(message=f"{words} [{failure.code}]"), err=True)


def show_table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints a table: on a terminal fitted to its width, elsewhere as wide as it needs; none without rows."""
    if not rows:
        return
    from rich import box  # noqa: PLC0415 - 60 ms, only when a table is shown
    from rich.console import Console  # noqa: PLC0415 - as above
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    table = Table(*headers, box=box.SIMPLE_HEAD)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(width=None if sys.stdout.isatty() else 160).print(table)


@contextmanager
def progress_bar(words: str, *, quiet: bool) -> Iterator[Progress | None]:
    """A bar on stderr while a batch runs; none where nobody watches.

    Yields:
        What a batch tells its progress, or None.
    """
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415 - only where somebody watches
    from rich.progress import Progress as Bar  # noqa: PLC0415 - as above

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def exit_code(
    findings: Iterable[Finding], failures: Sequence[Failure], done: int, *, strict: bool = False
) -> int:
    """The exit code of a batch.

    Args:
        findings: all of them.
        failures: files that could not be worked on.
        done: how many could.
        strict: whether warnings count as errors.

    Returns:
        0 all well, 1 errors or failures, 3 where nothing could be done at all.
    """
    if failures and not done:
        return 3
    bad = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return int(bool(failures) or any(one.severity in bad for one in findings))
