"""The options that all commands share, with one meaning everywhere."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from sop_templates.language import LANGUAGES, N_, _

Function = TypeVar("Function", bound=Callable[..., object])

PATH = click.Path(path_type=Path)
# What stands for a value in the help, in capitals.
VALUES = (
    N_("FILE"),
    N_("DIR"),
    N_("FOLDER"),
    N_("NAME"),
    N_("PATH"),
    N_("TEXT"),
    N_("NUMBER"),
    N_("KIND"),
    N_("NAME=VALUE"),
    N_("OLD"),
    N_("NEW"),
)
UNNAMED = {"path": "PATH", "text": "TEXT", "integer": "NUMBER", "integer range": "NUMBER"}


def use_our_words(command: click.Command) -> None:
    """Says in the language in use what click asks no catalogue for, and cuts no help short."""
    command.options_metavar = _("[OPTIONS]")
    for one in command.params:
        is_named = one.metavar or isinstance(one, click.Argument)
        written = one.metavar if is_named else UNNAMED.get(one.type.name)
        if written and not getattr(one, "is_flag", False):
            name = written.strip("[]…")
            one.metavar = written.replace(name, _(name)) if name in VALUES else written
    if isinstance(command, click.Group):
        command.subcommand_metavar = _("COMMAND [ARGS]...")
        for sub in command.commands.values():
            sub.short_help = sub.help
            use_our_words(sub)


def shared(function: Function) -> Function:
    """Adds what every command takes: `--lang`, `--json`, `--quiet`."""
    for option in (
        click.option("--quiet", is_flag=True, help=_("Show no progress and no table at the end.")),
        click.option(
            "--json", "as_json", is_flag=True, help=_("Give the result as JSON on stdout.")
        ),
        click.option(
            "--lang",
            type=click.Choice(LANGUAGES),
            expose_value=False,
            help=_("Language of messages; else that of the system or SOP_LANG."),
        ),
    ):
        function = option(function)
    return function


def model(function: Function) -> Function:
    """Adds `--model`."""
    return click.option(
        "--model",
        "model_name",
        metavar="NAME",
        help=_(
            "A model of the library, or the folder of one; else what the file says, or haaglanden."
        ),
    )(function)


def jobs(function: Function) -> Function:
    """Adds `--jobs`."""
    return click.option(
        "--jobs",
        type=click.IntRange(0, 64),
        default=0,
        metavar="N",
        help=_("Number of processes; 0 chooses."),
    )(function)


def force(function: Function) -> Function:
    """Adds `--force`."""
    return click.option("--force", is_flag=True, help=_("Overwrite files that exist."))(function)


def out(words: str, *, required: bool = True) -> Callable[[Function], Function]:
    """Adds `-o/--out`, with what it names in words."""
    return click.option("-o", "--out", type=PATH, required=required, help=words)


def paths(name: str) -> Callable[[Function], Function]:
    """Adds the argument for files and folders, one or more."""
    return click.argument(name.lower(), metavar=f"{name}…", nargs=-1, required=True, type=PATH)
