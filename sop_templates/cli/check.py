"""`sop check`: what is missing or wrong in Word files."""

from datetime import date
from pathlib import Path

import click

from sop_templates.cli import options
from sop_templates.cli.show import (
    exit_code,
    progress_bar,
    show_failures,
    show_findings,
    show_json,
    show_table,
)
from sop_templates.engine.boards import find_board
from sop_templates.engine.checking import CheckedFile, check_batch
from sop_templates.engine.gathering import gather
from sop_templates.language import _
from sop_templates.outcome import Severity


@click.command(
    "check",
    help=_("Say what is missing or wrong in Word files, and what each is ready for."),
    epilog=_("Example: sop check word --strict"),
)
@options.paths("FILE")
@click.option("--strict", is_flag=True, help=_("Count warnings as errors."))
@options.model
@options.jobs
@options.shared
def command(
    file: tuple[Path, ...],
    *,
    strict: bool,
    model_name: str | None,
    jobs: int,
    as_json: bool,
    quiet: bool,
) -> int:
    """Checks the files and shows all findings."""
    with progress_bar(_("Checking"), quiet=quiet or as_json) as progress:
        gathered = gather(file, model_name=model_name, jobs=jobs, progress=progress)
    board, board_findings = find_board(file)
    checked = check_batch(gathered.records, board, today=date.today())  # noqa: DTZ011 - a school's day
    findings = [*board_findings, *(finding for one in checked for finding in one.findings)]
    if as_json:
        show_json(
            {
                "files": [one.as_json() for one in checked],
                "failed": [one.as_json() for one in gathered.failures],
            }
        )
    else:
        show_findings(findings)
        show_failures(gathered.failures)
        if not quiet:
            _show_end(checked)
    return exit_code(findings, gathered.failures, len(checked), strict=strict)


def _show_end(checked: list[CheckedFile]) -> None:
    headers = [_("file"), _("status"), _("ready for"), _("errors"), _("warnings"), _("hints")]
    rows = []
    for one in checked:
        counts = [sum(f.severity is severity for f in one.findings) for severity in Severity]
        ready = (
            one.ready_for if one.ready else _("not yet ready for {step}").format(step=one.ready_for)
        )
        rows.append([Path(one.file).name, one.status, ready, *map(str, counts)])
    show_table(headers, rows)
