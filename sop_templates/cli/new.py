"""`sop new`: what a board begins a round with."""

from pathlib import Path

import click

from sop_templates.cli import options
from sop_templates.cli.show import exit_code, progress_bar, show_findings, show_json
from sop_templates.engine.new import new_round
from sop_templates.language import _


@click.command(
    "new",
    help=_(
        "Write the blank Word model and the intake; with DUO's file also a pre-filled intake and"
        " board.toml, and with --word a pre-filled Word file for each school."
    ),
    epilog=_("Example: sop new -o ronde --year 2026-2027 --schools duo.csv --board 41572 --word"),
)
@options.out(_("Folder for all that is made."))
@click.option("--year", metavar="2026-2027", help=_("The school year."))
@click.option("--schools", type=options.PATH, metavar="CSV", help=_("DUO's file of school sites."))
@click.option(
    "--board", "boards", multiple=True, metavar="41572", help=_("Number of a board; repeatable.")
)
@click.option(
    "--gemeente",
    "gemeenten",
    multiple=True,
    metavar="0518",
    help=_("Number of a gemeente; repeatable."),
)
@click.option(
    "--board-name",
    default="",
    help=_("The board's name; DUO's file has none."),
)
@click.option(
    "--form",
    type=click.Choice(["school", "board"]),
    default="board",
    help=_("One intake for all schools (board), or one each (school)."),
)
@click.option("--word", is_flag=True, help=_("Also write a pre-filled Word file for each school."))
@options.model
@options.shared
def command(
    *,
    out: Path,
    year: str | None,
    schools: Path | None,
    boards: tuple[str, ...],
    gemeenten: tuple[str, ...],
    board_name: str,
    form: str,
    word: bool,
    model_name: str | None,
    as_json: bool,
    quiet: bool,
) -> int:
    """Writes the files of a new round."""
    with progress_bar(_("Writing"), quiet=quiet or as_json) as progress:
        made = new_round(
            out,
            year=year,
            schools=schools,
            boards=boards,
            gemeenten=gemeenten,
            board_name=board_name,
            form=form,
            word=word,
            model_name=model_name,
            progress=progress,
        )
    if as_json:
        show_json(
            {
                "files": [str(path) for path in made.files],
                "schools": made.schools,
                "findings": [one.as_json() for one in made.findings],
            }
        )
    else:
        show_findings(made.findings)
        if not quiet:
            click.echo(
                _("{files} files for {schools} schools written to {out}.").format(
                    files=len(made.files), schools=made.schools, out=out
                )
            )
    return exit_code(made.findings, (), len(made.files))
