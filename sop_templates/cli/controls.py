"""`sop controls`: the content controls of any Word file."""

from pathlib import Path

import click

from sop_templates.cli import options
from sop_templates.cli.show import exit_code, show_failures, show_json, show_table
from sop_templates.engine.batch import Failure, find_files, run_batch
from sop_templates.engine.controls import list_controls
from sop_templates.engine.other_files import WORD_ENDINGS
from sop_templates.language import _

SHOWN = 60  # characters of a control's text in the table


@click.command(
    "controls",
    help=_("List the content controls of any Word file: tag, kind, lock, text."),
    epilog=_("Example: sop controls school.docx --json"),
)
@options.paths("FILE")
@options.shared
def command(file: tuple[Path, ...], *, as_json: bool, quiet: bool) -> int:  # noqa: ARG001 - one set of options
    """Shows the controls of the files."""
    passed: list[Failure] = []
    batch = run_batch(list_controls, find_files(file, WORD_ENDINGS, passed), jobs=1)
    failures = [*passed, *batch.failures]
    controls = [control for one in batch.results for control in one]
    if as_json:
        show_json([control.as_json() for control in controls])
    else:
        headers = [_("file"), _("part"), _("tag"), _("kind"), _("lock"), _("text")]
        show_table(
            headers,
            [
                [one.file, one.part, one.tag, one.kind, one.lock, one.text[:SHOWN]]
                for one in controls
            ],
        )
    show_failures(failures)
    return exit_code((), failures, len(batch.results))
