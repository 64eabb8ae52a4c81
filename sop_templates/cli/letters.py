"""`sop letters`: the letters of the route, by mail merge."""

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
)
from sop_templates.engine.letters.build import copy_letter, letter_names
from sop_templates.engine.letters.writing import DONE, LettersResult, read_settings, write_letters
from sop_templates.language import _


@click.command(
    "letters",
    help=_(
        "Write letters for all schools, by mail merge, from Word files or intakes. "
        "KIND is one of: {names}; with --template a name of your own."
    ).format(names=", ".join(letter_names())),
    epilog=_("Example: sop letters adviesverklaring-mr word -o brieven"),
)
@click.argument("kind", metavar="KIND")
@click.argument("source", metavar="FILE…", nargs=-1, type=options.PATH)
@options.out(_("Folder for the letters."), required=False)
@click.option("--template", type=options.PATH, help=_("A mail-merge document of your own."))
@click.option("--one-file", is_flag=True, help=_("Put the letters of all schools in one file."))
@click.option(
    "--set",
    "settings",
    metavar="NAME=VALUE",
    multiple=True,
    help=_("A value for a field that no answer has; may be repeated."),
)
@click.option(
    "--copy",
    type=options.PATH,
    help=_("Write the letter of the library to this file, to restyle it in Word, and stop."),
)
@options.model
@options.force
@options.shared
def command(
    kind: str,
    source: tuple[Path, ...],
    *,
    out: Path | None,
    template: Path | None,
    one_file: bool,
    settings: tuple[str, ...],
    copy: Path | None,
    model_name: str | None,
    force: bool,
    as_json: bool,
    quiet: bool,
) -> int:
    """Writes the letters, or a copy of one to restyle."""
    if copy is not None:
        copy_letter(kind, copy, force=force)
        if as_json:
            show_json({"file": str(copy)})
        elif not quiet:
            click.echo(_("Written: {path}").format(path=copy))
        return 0
    if not source:
        raise click.UsageError(_("Name Word files, intakes or folders to write letters for."))
    if out is None:
        raise click.UsageError(_("Name the folder for the letters with -o."))
    with progress_bar(_("Writing letters"), quiet=quiet or as_json) as progress:
        result = write_letters(
            kind,
            source,
            out,
            today=date.today(),  # noqa: DTZ011 - the day where the school is
            template=template,
            one_file=one_file,
            settings=read_settings(settings),
            model_name=model_name,
            force=force,
            progress=progress,
        )
    if as_json:
        show_json(_as_json(result))
    else:
        show_findings(result.findings)
        show_failures(result.failures)
        if not quiet:
            _show_end(result, out)
    return exit_code(result.findings, result.failures, len(result.files))


def _as_json(result: LettersResult) -> dict[str, object]:
    return {
        "files": [one.as_json() for one in result.files],
        "failed": [one.as_json() for one in result.failures],
        "findings": [one.as_json() | {"file": one.file} for one in result.findings],
    }


def _show_end(result: LettersResult, out: Path) -> None:
    done = sum(one.state == DONE for one in result.files)
    skipped = len(result.files) - done
    click.echo(
        _("{done} written to {out}, {skipped} skipped, {failed} failed.").format(
            done=done, out=out, skipped=skipped, failed=len(result.failures)
        )
    )
    if skipped:
        click.echo(_("Skipped files exist already; --force writes them again."))
