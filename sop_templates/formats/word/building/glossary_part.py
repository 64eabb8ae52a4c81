"""The glossary of a model: `word/glossary/document.xml`, from which Word brings prompts back."""

import hashlib
import uuid
from collections.abc import Iterable

from lxml import etree

from sop_templates.formats.word.building.control_elements import text_run
from sop_templates.formats.word.building.control_values import prompt_part_name
from sop_templates.formats.word.building.looks import RunLook
from sop_templates.formats.word.names import element, root

PROMPT_LOOK = RunLook(style="PlaceholderText")


def glossary_part(prompts: Iterable[str]) -> etree._Element:
    """The `w:glossaryDocument` with one part a prompt; equal prompts share one.

    Args:
        prompts: all prompts of a model, in any order.
    """
    parts = [_part(prompt) for prompt in sorted(set(prompts))]
    glossary = root("w:glossaryDocument")
    glossary.append(element("w:docParts", children=parts))
    return glossary


def _part(prompt: str) -> etree._Element:
    name = prompt_part_name(prompt)
    guid = uuid.UUID(hex=hashlib.sha256(name.encode()).hexdigest()[:32])
    category = [
        element("w:name", {"w:val": "General"}),
        element("w:gallery", {"w:val": "placeholder"}),
    ]
    properties = [
        element("w:name", {"w:val": name}),
        element("w:category", children=category),
        element("w:types", children=[element("w:type", {"w:val": "bbPlcHdr"})]),
        element("w:behaviors", children=[element("w:behavior", {"w:val": "content"})]),
        element("w:guid", {"w:val": f"{{{str(guid).upper()}}}"}),
    ]
    body = element("w:p", children=[text_run(prompt, PROMPT_LOOK)])
    return element(
        "w:docPart",
        children=[
            element("w:docPartPr", children=properties),
            element("w:docPartBody", children=[body]),
        ],
    )
