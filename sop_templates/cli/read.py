"""`sop read`: the answers of finished Word files."""

from collections import Counter
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
from sop_templates.engine.placing import Origin
from sop_templates.engine.reading import FORMAT_MODEL, FORMAT_OLDER, FORMAT_OWN, ReadRecord
from sop_templates.language import _


@click.command(
    "read",
    help=_("Read the answers of finished Word files, and write them as JSON, CSV or an intake."),
    epilog=_("Example: sop read word -o antwoorden.xlsx"),
)
@options.paths("FILE")
@options.out(_("A .json, .csv or .xlsx file for the answers."), required=False)
@options.model
@options.force
@options.jobs
@options.shared
def command(
    file: tuple[Path, ...],
    *,
    out: Path | None,
    model_name: str | None,
    force: bool,
    jobs: int,
    as_json: bool,
    quiet: bool,
) -> int:
    """Reads the files, writes the answers, and tells where they came from."""
    if out is not None:
        check_ending(out)
    with progress_bar(_("Reading"), quiet=quiet or as_json) as progress:
        gathered = gather(file, model_name=model_name, jobs=jobs, progress=progress)
    written = export(gathered, out, force=force) if out is not None and gathered.records else []
    findings = [finding for one in gathered.records for finding in one.findings]
    if as_json:
        show_json(records_json(gathered.records, gathered.failures))
    else:
        show_findings(findings)
        show_failures(gathered.failures)
        if not quiet:
            _show_end(gathered.records)
            for path in written:
                click.echo(_("Written: {path}").format(path=path))
    return exit_code(findings, gathered.failures, len(gathered.records))


def _show_end(records: list[ReadRecord]) -> None:
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
