"""`sop explain`: what a finding means and what to do."""

import click

from sop_templates.cli import options
from sop_templates.cli.show import show_json
from sop_templates.engine.explaining import explain, explain_json
from sop_templates.language import _


@click.command(
    "explain",
    help=_("Tell what a finding means, with an example, and what to do."),
    epilog=_("Example: sop explain SOP101"),
)
@click.argument("code")
@options.shared
def command(code: str, *, as_json: bool, quiet: bool) -> None:  # noqa: ARG001 - one set of options
    """Shows one kind of finding."""
    if as_json:
        show_json(explain_json(code))
    else:
        click.echo(explain(code))
