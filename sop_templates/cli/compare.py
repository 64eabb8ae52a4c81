"""`sop compare`: what changed between two files or two folders, per school and question."""

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
from sop_templates.domain.comparison import Change, ChangeKind
from sop_templates.domain.word_diff import Piece
from sop_templates.engine.route.change_words import asked, is_worded
from sop_templates.engine.route.compared_words import pieces_of
from sop_templates.engine.route.compared_writing import check_ending, write_comparison
from sop_templates.engine.route.comparing import Compared, SchoolChanges, compare, count_changes
from sop_templates.language import N_, _

WORDS = {
    ChangeKind.ADDED: N_("new"),
    ChangeKind.REMOVED: N_("gone"),
    ChangeKind.CHANGED: N_("changed"),
}
STATES = {"intact": N_("intact"), "changed": N_("changed"), "missing": N_("missing")}
# Told by signs as well, for who sees no colours and for files.
SIGNS = {"removed": ("[-", "-]", "red"), "added": ("{+", "+}", "green")}
INDENT = "    "


@click.command(
    "compare",
    help=_(
        "Tell what changed between two Word files, or between two folders of them: per school and"
        " question, word by word."
    ),
    epilog=_("Example: sop compare word-2026 word-2027 -o changes.html"),
)
@click.argument("old", metavar="OLD", type=options.PATH)
@click.argument("new", metavar="NEW", type=options.PATH)
@options.out(_("Workbook (.xlsx) or page (.html) with all changes."), required=False)
@options.model
@options.force
@options.jobs
@options.shared
def command(
    old: Path,
    new: Path,
    *,
    out: Path | None,
    model_name: str | None,
    force: bool,
    jobs: int,
    as_json: bool,
    quiet: bool,
) -> int:
    """Compares, writes where that was asked, and shows what changed."""
    if out is not None:
        check_ending(out)
    with progress_bar(_("Reading"), quiet=quiet or as_json) as progress:
        compared = compare(old, new, model_name=model_name, jobs=jobs, progress=progress)
    if out is not None and compared.schools:
        write_comparison(compared, out, force=force)
    if as_json:
        show_json(
            {
                "schools": [one.as_json() for one in compared.schools],
                "findings": [one.as_json() | {"file": one.file} for one in compared.findings],
                "failed": [one.as_json() for one in compared.failures],
            }
        )
    else:
        show_findings(compared.findings)
        show_failures(compared.failures)
        if out is None:
            for one in compared.schools:
                _show_school(one)
        if not quiet:
            _show_end(compared, out)
    return exit_code(compared.findings, compared.failures, len(compared.schools))


def _show_school(school: SchoolChanges) -> None:
    title = " ".join(word for word in (school.code, school.name) if word)
    if school.before is None or school.after is None:
        file = school.after or school.before
        state = _("has no older file") if school.before is None else _("has no newer file")
        named = title or (Path(file.file).name if file else "")
        click.echo(f"{click.style(named, bold=True)}: {state}")
        return
    years = " → ".join(one.year or Path(one.file).name for one in (school.before, school.after))
    click.echo(f"{click.style(title, bold=True)}  {years}")
    for one in (*school.changes, *school.yearly):
        _show_change(one)
    for fixed in school.fixed:
        words = f"{_(STATES[fixed.before])} → {_(STATES[fixed.after])}"
        click.echo(f"  {_('Fixed text')} “{fixed.title}”: {words}")
    if not (school.changes or school.yearly or school.fixed):
        click.echo(f"  {_('nothing changed')}")


def _show_change(change: Change) -> None:
    where = " · ".join(part for part in (asked(change), change.item) if part)
    if change.field.internal:
        where += f" ({_('internal')})"
    if change.kind is not ChangeKind.CHANGED:
        where += f" · {_(WORDS[change.kind])}"
    glue = "" if is_worded(change) else " "
    lines = glue.join(map(_signed, pieces_of(change))).strip().split("\n")
    click.echo(f"  {where}" if where.endswith("?") else f"  {where}:")
    for line in lines:
        click.echo(f"{INDENT}{line}" if line.strip() else "")


def _signed(piece: Piece) -> str:
    if piece.kind == "same":
        return piece.text
    start, end, colour = SIGNS[piece.kind]
    bare = piece.text.lstrip()
    before = piece.text[: len(piece.text) - len(bare)]
    return before + click.style(f"{start}{bare}{end}", fg=colour)


def _show_end(compared: Compared, out: Path | None) -> None:
    both = [one for one in compared.schools if one.is_in_both]
    click.echo(
        _(
            "{schools} schools compared, {changes} changes, {apart} without one of the two files."
        ).format(
            schools=len(both),
            changes=count_changes(both),
            apart=len(compared.schools) - len(both),
        )
    )
    if out is not None and compared.schools:
        click.echo(_("Written: {path}").format(path=out))
