"""A model's folder as a whole: what is built in it from `model.toml`, and how a new one starts."""

import re
from pathlib import Path

from sop_templates.engine.intake.files import write_intake
from sop_templates.engine.model_files.build import TEMPLATE, build_model
from sop_templates.engine.models import DEFAULT_MODEL, model_folder, open_model
from sop_templates.engine.word_files import PREPARED, prepared_file
from sop_templates.errors import UsageError
from sop_templates.formats.files import write_whole
from sop_templates.kinds.models import FOLDER_IN_USE

INTAKES = {"school": "intake.xlsx", "board": "intake-bestuur.xlsx"}
MANIFEST = "model.toml"


def build_folder(name: str = DEFAULT_MODEL, *, force: bool = False) -> list[Path]:
    """Makes the Word file, what is prepared of it, and both intakes of a model.

    Args:
        name: an id of the library, or the model's folder.
        force: whether a Word file that an owner changed is overwritten.

    Returns:
        The files.

    Raises:
        UsageError: there is no such model, or its `model.toml` has faults.
        SopError: the Word file was changed by hand, or a file cannot be written.
    """
    model, folder = open_model(name), model_folder(name)
    template = build_model(folder, model, force=force)
    made = [template, folder / PREPARED]
    write_whole(made[-1], prepared_file(model, template.read_bytes()), force=True)
    for form, file in INTAKES.items():
        made.append(folder / file)
        write_whole(made[-1], write_intake(model, form), force=True)
    return made


def start_folder(folder: Path, *, source: str = DEFAULT_MODEL) -> list[Path]:
    """Starts a region's own model from an existing one: its `model.toml` and fixed texts.

    Args:
        folder: where the new model comes; its name becomes the model's id.
        source: the model that it starts from.

    Returns:
        The files, for the owner to change.

    Raises:
        UsageError: the folder has a model already, or there is no such source.
    """
    origin = model_folder(source)
    open_model(source)
    if (folder / MANIFEST).exists():
        raise UsageError(FOLDER_IN_USE, folder)
    text = (origin / MANIFEST).read_text(encoding="utf-8")
    own_id = re.sub(r'(?m)^id = ".*"$', f'id = "{folder.name}"', text, count=1)
    made = [folder / MANIFEST]
    write_whole(made[0], own_id.encode())
    for path in sorted((origin / "fixed").glob("*.md")):
        made.append(folder / "fixed" / path.name)
        write_whole(made[-1], path.read_bytes())
    return made


__all__ = ["INTAKES", "TEMPLATE", "build_folder", "start_folder"]
