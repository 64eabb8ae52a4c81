"""The options that all commands share, with one meaning everywhere."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from sop_templates.language import LANGUAGES, N_, _

Function = TypeVar("Function", bound=Callable[..., object])

PATH = click.Path(path_type=Path)
# What stands for a value in the help, in capitals.
VALUES = {
    "FILE": N_("FILE"),
    "INTAKE": N_("INTAKE"),
    "DIR": N_("DIR"),
    "FOLDER": N_("FOLDER"),
    "NAME": N_("NAME"),
    "PATH": N_("PATH"),
    "TEXT": N_("TEXT"),
}


def value(name: str) -> str:
    """What stands for a value in the help, in the language in use."""
    return _(VALUES[name])


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
        metavar=value("NAME"),
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
    return click.option(
        "-o", "--out", type=PATH, required=required, metavar=value("PATH"), help=words
    )


def paths(name: str) -> Callable[[Function], Function]:
    """Adds the argument for files and folders, one or more."""
    words = f"{value(name)}…"
    return click.argument(name.lower(), metavar=words, nargs=-1, required=True, type=PATH)
