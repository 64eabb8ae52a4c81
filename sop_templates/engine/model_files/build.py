"""Makes the Word file of a model, and knows its own work so as not to overwrite an owner's."""

from pathlib import Path

from sop_templates.domain.model import SCHOOL_NAME, SCHOOL_YEAR, Model
from sop_templates.engine.model_files.blocks import model_blocks
from sop_templates.errors import SopError
from sop_templates.formats.files import read_whole, write_whole
from sop_templates.formats.word.building.model_document import build_model_document, is_own_work
from sop_templates.formats.word.building.model_values import ModelDocument
from sop_templates.kinds.models import EDITED_TEMPLATE

TEMPLATE = "model.docx"


def build_model(folder: Path, model: Model, *, force: bool = False) -> Path:
    """Writes the Word file of a model into its folder.

    Args:
        folder: the model's folder.
        model: what it holds, read from the folder's `model.toml`.
        force: whether a Word file that an owner changed is overwritten.

    Returns:
        The file.

    Raises:
        SopError: there is a Word file that was changed by hand, or that is no work of ours, or it
            cannot be written.
    """
    path = folder / TEMPLATE
    if path.exists() and not force and not is_own_work(read_whole(path), path.name):
        raise SopError(EDITED_TEMPLATE, path)
    write_whole(path, build_word_model(model), force=True)
    return path


def build_word_model(model: Model) -> bytes:
    """The Word file of a model: a template with a content control for every field.

    Returns:
        The file; the same bytes each time for the same model.
    """
    name, year = (f"{{{{ {key} }}}}" for key in (SCHOOL_NAME, SCHOOL_YEAR))
    document = ModelDocument(
        title=f"{model.title} {name} {year}",
        subject=model.name,
        region=model.name,
        school=name,
        year=year,
        blocks=model_blocks(model),
        properties=(
            ("sop.kind", "template"),
            ("sop.model", model.id),
            ("sop.version", model.version),
        ),
    )
    return build_model_document(document)
