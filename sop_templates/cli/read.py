"""`sop read`: the answers of finished Word files."""

from collections import Counter
from collections.abc import Sequence
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
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, SCHOOL_YEAR
from sop_templates.engine.exporting import check_ending, export, records_json
from sop_templates.engine.gathering import gather
from sop_templates.engine.intake.editing import FilledIntake, check_workbooks, fill_intake
from sop_templates.engine.placement.placing import Origin
from sop_templates.engine.reading import FORMAT_MODEL, FORMAT_OLDER, FORMAT_OWN, ReadRecord
from sop_templates.formats.files import write_whole
from sop_templates.language import _


@click.command(
    "read",
    help=_("Read the answers of finished Word files, and write them as JSON, CSV or an intake."),
    epilog=_("Example: sop read word -o antwoorden.xlsx"),
)
@options.paths("FILE")
@options.out(_("A .json, .csv or .xlsx file for the answers."), required=False)
@click.option(
    "--into",
    type=options.PATH,
    metavar="INTAKE",
    help=_(
        "An intake that is there already: --out becomes a copy of it in which the answers of Word"
        " stand in cells that were empty; schools without a row are added."
    ),
)
@click.option(
    "--take-word",
    is_flag=True,
    help=_(
        "With --into: where both differ, take Word's answer, and tell the one that it replaces."
    ),
)
@options.model
@options.force
@options.jobs
@options.shared
def command(
    file: tuple[Path, ...],
    *,
    out: Path | None,
    into: Path | None,
    take_word: bool,
    model_name: str | None,
    force: bool,
    jobs: int,
    as_json: bool,
    quiet: bool,
) -> int:
    """Reads the files, writes the answers, and tells where they came from."""
    target = _target(out, into, take_word=take_word)
    with progress_bar(_("Reading"), quiet=quiet or as_json) as progress:
        gathered = gather(file, model_name=model_name, jobs=jobs, progress=progress)
    findings = [finding for one in gathered.records for finding in one.findings]
    filled = None
    written: list[Path] = []
    if into is not None and target is not None and gathered.records:
        filled = fill_intake(into, gathered.records, take_word=take_word, model_name=model_name)
        write_whole(target, filled.data, force=force)
        written = [target]
        findings += filled.findings
    elif target is not None and gathered.records:
        written = export(gathered, target, force=force)
    if as_json:
        result = records_json(gathered.records, gathered.failures)
        show_json(result if filled is None else result | {"into": filled.as_json()})
    else:
        show_findings(findings)
        show_failures(gathered.failures)
        if not quiet:
            _show_end(gathered.records, filled, written)
    return exit_code(findings, gathered.failures, len(gathered.records))


def _target(out: Path | None, into: Path | None, *, take_word: bool) -> Path | None:
    """Where to write, after a look whether the options fit each other."""
    if into is None:
        if take_word:
            raise click.UsageError(_("--take-word needs --into."))
        if out is not None:
            check_ending(out)
    elif out is None:
        raise click.UsageError(_("--into needs --out: the file for the intake with the answers."))
    else:
        check_workbooks(into, out)
    return out


def _show_end(
    records: list[ReadRecord], filled: FilledIntake | None, written: Sequence[Path]
) -> None:
    words = {
        Origin.CONTROL: _("controls"),
        Origin.BOOKMARK: _("bookmarks"),
        Origin.LABEL: _("questions"),
        Origin.HEADING: _("headings"),
        Origin.CONTENT: _("words"),
        Origin.FRONT: _("front page"),
        Origin.FILE_NAME: _("file name"),
    }
    forms = {FORMAT_MODEL: _("model"), FORMAT_OLDER: _("older model"), FORMAT_OWN: _("own")}
    headers = [_("file"), _("school"), _("year"), _("form"), _("answers from")]
    rows = []
    for one in records:
        school = f"{one.answers[SCHOOL_CODE] or '?'} {one.answers[SCHOOL_NAME] or ''}"
        origins = Counter(one.origin.values()).most_common()
        told = ", ".join(f"{words[Origin(origin)]} {count}" for origin, count in origins)
        rows.append(
            [Path(one.file).name, school, one.answers[SCHOOL_YEAR] or "", forms[one.format], told]
        )
    show_table(headers, rows)
    if filled is not None:
        click.echo(
            _("{added} answers added, {replaced} replaced, {schools} schools got a row.").format(
                added=filled.added, replaced=filled.replaced, schools=len(filled.schools)
            )
        )
    for path in written:
        click.echo(_("Written: {path}").format(path=path))
