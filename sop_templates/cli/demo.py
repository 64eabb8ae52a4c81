"""`sop demo`: the main job on the sample board."""

from pathlib import Path

import click

from sop_templates.cli import options
from sop_templates.cli.show import show_json
from sop_templates.engine.demo import run_demo
from sop_templates.language import _


@click.command(
    "demo",
    help=_("Do the whole main job on a sample board, and tell where each file is."),
    epilog=_("Example: sop demo -o demo"),
)
@click.option(
    "-o",
    "--out",
    type=options.PATH,
    default=Path("sop-demo"),
    help=_("Folder for all that is made."),
)
@options.force
@options.jobs
@options.shared
def command(*, out: Path, force: bool, jobs: int, as_json: bool, quiet: bool) -> None:
    """Runs the demo."""
    steps = run_demo(out, force=force, jobs=jobs)
    if as_json:
        show_json([{"path": str(one.path), "schools": one.count} for one in steps])
    elif not quiet:
        for one in steps:
            words = _("{count} schools").format(count=one.count)
            click.echo(f"{_(one.title)} ({words})\n    {one.path}")
