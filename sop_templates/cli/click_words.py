"""The words of click that users see; click asks our catalogue for them, so they must be in it."""

from sop_templates.language import N_


def P_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - a gettext marker, like N_
    """Marks a text with a plural for the catalogue."""
    return one, many


WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Positional arguments"),
    N_("Commands"),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("%(prog)s, version %(version)s"),
    N_("default: {default}"),
    N_("required"),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Missing parameter: {param_name}"),
    N_("No such option {name!r}."),
    N_("No such option: {name}"),
    N_("No such command {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("Choose from:\n\t{choices}"),
)
PLURALS = (
    P_("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    P_("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    P_("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    P_("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
