"""Makes the Word file of a model, and knows its own work so as not to overwrite an owner's."""

from sop_templates.domain.model import SCHOOL_NAME, SCHOOL_YEAR, Model
from sop_templates.engine.model_blocks import model_blocks
from sop_templates.formats.word.model_document import build_model_document
from sop_templates.formats.word.model_values import ModelDocument

TEMPLATE = "model.docx"


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
