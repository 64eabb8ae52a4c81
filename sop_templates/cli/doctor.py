"""`sop doctor`: what this machine has, and what it lacks."""

import click

from sop_templates.cli import options
from sop_templates.cli.show import show_json, show_table
from sop_templates.engine.doctor import examine
from sop_templates.language import _


@click.command(
    "doctor",
    help=_(
        "Tell what this machine has of all that the commands use, what it lacks, and what to do."
    ),
    epilog=_("Example: sop doctor"),
)
@options.shared
def command(*, as_json: bool, quiet: bool) -> int:
    """Looks at the machine; what nothing works without counts as an error."""
    parts = examine()
    if as_json:
        show_json([one.as_json() for one in parts])
    elif not quiet:
        rows = [[one.name, one.here or _("missing"), one.use] for one in parts]
        show_table([_("part"), _("on this machine"), _("used for")], rows)
    if not as_json:
        for one in parts:
            if not one.is_well:
                click.echo(f"{one.name}: {one.advice}")
    return int(any(one.needed and not one.is_well for one in parts))
