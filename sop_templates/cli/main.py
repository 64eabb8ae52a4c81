"""The `sop` command: chooses the language, loads the command that was asked, turns errors into exit codes."""

import gettext
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click

from sop_templates import __version__, language
from sop_templates.cli.options import use_our_words
from sop_templates.errors import SopError
from sop_templates.language import N_, _

# One module a command, imported when it is asked: a command pays only for what it uses.
COMMANDS = {
    "demo": N_("The whole main job on the sample board: intake, Word files, read back, summary."),
    "new": N_(
        "The blank Word model, the intake and, with DUO's file, what is known of the schools."
    ),
    "fill": N_("Fill a Word file for each school from intakes, tables or folders."),
    "read": N_("Read the answers of finished Word files."),
    "adopt": N_("Move SOPs in a school's own or an older format into the model."),
    "controls": N_("List the content controls of any Word file."),
    "check": N_("Say what is missing or wrong in Word files."),
    "explain": N_("Tell what a finding means and what to do."),
    "summary": N_("Write the board's summary of all its schools."),
    "status": N_("Tell where each school stands, what is next and who is late."),
    "letters": N_("Write the letters of the route for all schools, by mail merge."),
    "package": N_("Pack the delivery to the samenwerkingsverband, or check one."),
    "rollover": N_("Make next year's Word files from this year's."),
    "compare": N_("Tell what changed between two files or two folders."),
    "addin": N_("The buttons in Excel, and the task pane in Word."),
    "publish": N_("Make pages for parents, and PDF, of established SOPs."),
    "schoolgids": N_("Take out what belongs in the schoolgids."),
    "doctor": N_("Tell what this machine has, and what it lacks."),
    "model": N_("The template library: list, show, check and build models."),
}


class Commands(click.Group):
    """The group of all commands, each loaded on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order of a round."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"sop_templates.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        use_our_words(command)
        command.short_help = _(COMMANDS[cmd_name])
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Lists the commands without loading them."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(text)) for name, text in COMMANDS.items()])


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and ends the process.

    Exit codes: 0 all well, or hints and warnings only; 1 errors were found or a file failed;
    2 wrong usage; 3 nothing could be done.

    Args:
        arguments: without the program's name; the process's own where None.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if arguments is None:  # what ends a process politely stops it as Ctrl-C does, LibreOffice too
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # what a terminal cannot show is told by its number
            stream.reconfigure(errors="backslashreplace")
    speak(_take_language(words) or language.preferred())
    try:
        sys.exit(_group().main(words, prog_name="sop", standalone_mode=False) or 0)
    except SopError as error:
        click.echo(
            _("Error: {message}").format(message=f"{error.message} [{error.code}]"), err=True
        )
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo(
            _("Stopped. Files that were done are whole; run the command again to go on."), err=True
        )
        sys.exit(1)


def speak(chosen: str) -> None:
    """Sets the language of our messages, and of click's own, which ask Python's gettext."""
    language.use(chosen)
    os.environ["LANGUAGE"] = language.current()
    gettext.bindtextdomain(language.DOMAIN, str(Path(language.__file__).parent / "locale"))
    gettext.textdomain(language.DOMAIN)


def _group() -> click.Group:
    group = Commands(
        "sop",
        help=_(
            "Word and Excel for the schoolondersteuningsprofiel (SOP), with the machine doing the rest."
        ),
        epilog=_("Example: sop demo -o demo"),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    use_our_words(group)
    return click.version_option(__version__, prog_name="sop-templates")(group)


def _take_language(words: list[str]) -> str | None:
    """Takes `--lang nl` out of the words, wherever it stands, and gives the language.

    Before click parses, because help texts are translated when a command is loaded. A language that
    we do not speak is left for click to refuse.
    """
    for place, word in enumerate(words):
        chosen = (
            word.removeprefix("--lang=") if "=" in word else " ".join(words[place + 1 : place + 2])
        )
        if word.partition("=")[0] == "--lang" and chosen in language.LANGUAGES:
            del words[place : place + (1 if "=" in word else 2)]
            return chosen
    return None
