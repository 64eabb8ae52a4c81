"""`sop status`: where each school stands on the route, what is next, who is late."""

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
from sop_templates.domain.delivery import Timing
from sop_templates.engine.route.reminders import check_ending, write_reminders
from sop_templates.engine.route.status import RouteStatus, Stand, route_status
from sop_templates.language import N_, _

TIMINGS = {
    Timing.IN_TIME: N_("in time"),
    Timing.LATE: N_("{days} days late, but established"),
    Timing.OVERDUE: N_("{days} days late"),
    Timing.OPEN: N_("{days} days left"),
    Timing.UNKNOWN: N_("date unknown"),
}
ONE_DAY = TIMINGS | {
    Timing.LATE: N_("1 day late, but established"),
    Timing.OVERDUE: N_("1 day late"),
    Timing.OPEN: N_("1 day left"),
}


@click.command(
    "status",
    help=_(
        "Tell where each school stands on the route, what is next, who is late and who delivered"
        " nothing."
    ),
    epilog=_("Example: sop status word --reminders herinneringen.xlsx"),
)
@options.paths("DIR")
@click.option(
    "--reminders",
    type=options.PATH,
    help=_("List of who has something to do (.xlsx or .csv), for a mail merge."),
)
@click.option(
    "--previous",
    type=options.PATH,
    help=_("Folder with last year's files: who had a SOP, and whom to write to."),
)
@options.model
@options.force
@options.jobs
@options.shared
def command(
    dir: tuple[Path, ...],  # noqa: A002 - the name of the argument on the command line
    *,
    reminders: Path | None,
    previous: Path | None,
    model_name: str | None,
    force: bool,
    jobs: int,
    as_json: bool,
    quiet: bool,
) -> int:
    """Shows where the schools stand, and writes the list of reminders where that is asked."""
    if reminders is not None:
        check_ending(reminders)
    with progress_bar(_("Reading"), quiet=quiet or as_json) as progress:
        status = route_status(
            dir,
            today=date.today(),  # noqa: DTZ011 - the day where the board is
            model_name=model_name,
            previous=[previous] if previous else (),
            jobs=jobs,
            progress=progress,
        )
    count = 0
    if reminders is not None:
        count = write_reminders(status.stands, reminders, force=force)
    if as_json:
        show_json(
            {
                "schools": [one.as_json() for one in status.stands],
                "failed": [one.as_json() for one in status.failures],
            }
        )
    else:
        show_findings(status.findings)
        show_failures(status.failures)
        if not quiet:
            _show_stands(status)
            _show_end(status)
        if reminders is not None and not quiet:
            click.echo(
                _("Reminders for {count} schools: {path}").format(count=count, path=reminders)
            )
    return exit_code(status.findings, status.failures, len(status.stands))


def _show_stands(status: RouteStatus) -> None:
    headers = [
        _("code"),
        _("school"),
        _("status"),
        _("next step"),
        _("still needed"),
        _("in time?"),
    ]
    rows = [_row(one) for one in status.stands]
    if len({one.board for one in status.stands}) > 1:
        headers.insert(0, _("board"))
        rows = [[one.board, *row] for one, row in zip(status.stands, rows, strict=True)]
    show_table(headers, rows)


def _row(one: Stand) -> list[str]:
    state = one.status if one.is_delivered else _("not delivered")
    timing = _((ONE_DAY if one.days == 1 else TIMINGS)[one.timing]).format(days=one.days)
    return [one.code, one.name, state, one.next_step, _needed(one), timing]


def _needed(one: Stand) -> str:
    if not one.is_delivered:
        return _("the SOP itself")
    words = []
    if one.lacks:
        words.append(_("{count} answers").format(count=len(one.lacks)))
    if one.errors:
        words.append(_("{count} errors to mend").format(count=len(one.errors)))
    return ", ".join(words) or (_("nothing: ready") if one.next_step else "")


def _show_end(status: RouteStatus) -> None:
    delivered = len(status.delivered)
    late = sum(one.timing is Timing.OVERDUE for one in status.stands)
    decided = sum(one.is_decided for one in status.stands)
    if status.has_roster:
        words = _("{delivered} of {total} schools delivered; {decided} established, {late} late.")
    else:
        words = _(
            "{delivered} schools delivered; {decided} established, {late} late. There is no board.toml"
            " that names the schools, so who delivered nothing is not known."
        )
    total = len(status.stands)
    click.echo(words.format(delivered=delivered, total=total, decided=decided, late=late))
