"""`sop model`: the template library, for who owns a model."""

from pathlib import Path

import click

from sop_templates.cli import options
from sop_templates.cli.show import exit_code, show_findings, show_json, show_table
from sop_templates.domain.model import FieldType, Model, Need
from sop_templates.engine.model_files.check import check_model_folder
from sop_templates.engine.model_files.folder import build_folder, start_folder
from sop_templates.engine.models import DEFAULT_MODEL, model_folder, model_names, open_model
from sop_templates.language import N_, _

NAME = click.argument("name", default=DEFAULT_MODEL, metavar="[NAME]")
NEEDS = {
    Need.REQUIRED: N_("required"),
    Need.ADVISED: N_("advised"),
    Need.OPTIONAL: N_("optional"),
}
TYPES = {
    FieldType.TEXT: N_("text"),
    FieldType.RICH: N_("text with paragraphs"),
    FieldType.CHOICE: N_("choice"),
    FieldType.FLAG: N_("yes or no"),
    FieldType.NUMBER: N_("number"),
    FieldType.DATE: N_("date"),
    FieldType.YEAR: N_("school year"),
    FieldType.LINK: N_("link"),
    FieldType.LIST: N_("list"),
    FieldType.ROWS: N_("fixed rows"),
}


@click.group("model", help=_("The template library: list, show, check, build and start models."))
def command() -> None:
    """Groups the commands on models."""


@command.command("list", help=_("List the models of the library."))
@options.shared
def list_(*, as_json: bool, quiet: bool) -> None:  # noqa: ARG001 - one set of options
    """Lists the models."""
    models = [open_model(name) for name in model_names()]
    if as_json:
        show_json([{"id": one.id, "version": one.version, "name": one.name} for one in models])
    else:
        rows = [[one.id, one.version, one.name, str(len(one.fields))] for one in models]
        show_table([_("model"), _("version"), _("name"), _("fields")], rows)


@command.command(
    "show", help=_("Show what a model asks."), epilog=_("Example: sop model show haaglanden")
)
@NAME
@options.shared
def show(name: str, *, as_json: bool, quiet: bool) -> None:  # noqa: ARG001 - one set of options
    """Shows the fields of a model."""
    model = open_model(name)
    if as_json:
        show_json(_as_json(model))
        return
    click.echo(f"{model.name} ({model.id} {model.version})\n{model.source.strip()}\n")
    rows = [
        [
            one.key,
            one.label,
            _(TYPES[one.type]),
            _(NEEDS[one.need]),
            _("internal") if one.internal else "",
        ]
        for one in model.fields
    ]
    show_table([_("key"), _("question"), _("type"), _("need"), ""], rows)


@command.command(
    "check",
    help=_("Say whether a model's Word file still has every field and fixed text."),
    epilog=_("Example: sop model check noordwijk/"),
)
@NAME
@options.shared
def check(name: str, *, as_json: bool, quiet: bool) -> int:
    """Checks the Word file of a model."""
    findings = check_model_folder(model_folder(name), open_model(name))
    if as_json:
        show_json({"model": name, "findings": [one.as_json() for one in findings]})
    else:
        show_findings(findings)
        if not findings and not quiet:
            click.echo(_("The model is whole: every field, lock and fixed text is in place."))
    return exit_code(findings, (), 1)


@command.command(
    "build",
    help=_("Make the Word file and the intakes of a model from its model.toml."),
    epilog=_("Example: sop model build noordwijk/"),
)
@NAME
@options.force
@options.shared
def build(name: str, *, force: bool, as_json: bool, quiet: bool) -> None:
    """Builds the files of a model."""
    made = build_folder(name, force=force)
    _show_made(made, as_json=as_json, quiet=quiet)


@command.command(
    "new",
    help=_("Start a model of your own, in a new folder, from an existing one."),
    epilog=_("Example: sop model new noordwijk"),
)
@click.argument("folder", type=options.PATH, metavar="FOLDER")
@click.option(
    "--from",
    "source",
    default=DEFAULT_MODEL,
    metavar="NAME",
    help=_("The model to start from."),
)
@options.shared
def new(folder: Path, *, source: str, as_json: bool, quiet: bool) -> None:
    """Starts a new model."""
    _show_made(start_folder(folder, source=source), as_json=as_json, quiet=quiet)
    if not quiet and not as_json:
        click.echo(
            _("Change model.toml and fixed/, then run: sop model build {folder}").format(
                folder=folder
            )
        )


def _show_made(made: list[Path], *, as_json: bool, quiet: bool) -> None:
    if as_json:
        show_json([str(path) for path in made])
    elif not quiet:
        for path in made:
            click.echo(_("Written: {path}").format(path=path))


def _as_json(model: Model) -> dict[str, object]:
    return {
        "id": model.id,
        "version": model.version,
        "name": model.name,
        "fields": [
            {
                "key": one.key,
                "label": one.label,
                "type": one.type.value,
                "need": one.need.value,
                "internal": one.internal,
                "tags": list(one.tags()),
                "options": list(one.options),
            }
            for one in model.fields
        ],
        "fixed_texts": list(model.fixed_texts),
    }
