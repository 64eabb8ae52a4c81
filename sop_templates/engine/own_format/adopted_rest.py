"""The list of what could not be placed when a SOP was moved into the model: a Word file to work from."""

from collections.abc import Iterator
from pathlib import Path

from sop_templates.domain.answers import is_empty
from sop_templates.domain.model import SCHOOL_NAME, Model
from sop_templates.engine.own_format.left_over import LeftOver
from sop_templates.engine.placement.placing import Origin
from sop_templates.engine.reading import ReadRecord
from sop_templates.formats.word.building.model_values import Heading, Text
from sop_templates.formats.word.building.plain_document import (
    PlainBlock,
    PlainDocument,
    Prose,
    build_plain_document,
)
from sop_templates.kinds.own_format import ADDED_BY_CONTENT
from sop_templates.language import dutch
from sop_templates.richtext import Paragraph, Run

TITLE = "Nog te plaatsen"
INTRO = "Dit hoort bij {target}, dat gemaakt is van {source}."
REST_INTRO = (
    "Geen vraag van het model vraagt naar de teksten hieronder, daarom staan ze niet in het nieuwe"
    " document. Verplaats wat moet blijven naar het veld waar het bij hoort. De rest kan weg."
)
WITHOUT_HEADING = "Zonder kopje"
PICTURES = "Afbeeldingen die hier stonden: {names}."
UNNAMED = "een afbeelding zonder naam"
TO_CHECK = "Nog eens nakijken"
BY_CONTENT = "Geen kopje noemde deze onderdelen. De tekst is gevonden aan wat er staat:"
ADDED = "Hierbij staat ook tekst waarvan het kopje niet zegt dat zij erbij hoort:"
MISSING = "Deze onderdelen moeten in elk SOP staan en zijn nog leeg:"
FOOTER = "Bij het overnemen van een SOP in het model"


def rest_document(record: ReadRecord, model: Model, target: str) -> bytes:
    """The Word file with what a SOP held and the model has no place for.

    Args:
        record: the SOP, read.
        model: that it was moved into.
        target: the name of its new file.
    """
    with dutch():
        school = record.answers[SCHOOL_NAME] or Path(record.file).stem
        intro = INTRO.format(source=Path(record.file).name, target=target)
        blocks: list[PlainBlock] = [Text(TITLE, "Title"), Text(intro, "SopIntro")]
        blocks += _to_check(record, model)
        if record.left:
            blocks.append(Text(REST_INTRO, "SopIntro"))
        for one in record.left:
            blocks += _left(one)
        properties = (("sop.kind", "rest"), ("sop.model", model.id))
        return build_plain_document(
            PlainDocument(f"{TITLE}: {school}", model.name, FOOTER, tuple(blocks), properties)
        )


def has_rest(record: ReadRecord, model: Model) -> bool:
    """Whether there is anything to tell in the list."""
    lists = (_guessed(record, model), _added(record), _missing(record, model))
    return bool(record.left) or any(lists)


def _to_check(record: ReadRecord, model: Model) -> Iterator[PlainBlock]:
    lists = {
        BY_CONTENT: _guessed(record, model),
        ADDED: _added(record),
        MISSING: _missing(record, model),
    }
    if any(lists.values()):
        yield Heading(TO_CHECK, 1, numbered=False)
    for words, labels in lists.items():
        if labels:
            yield Prose((Paragraph((Run(words),)), *_items(labels)))


def _guessed(record: ReadRecord, model: Model) -> list[str]:
    found = record.origin.items()
    return [model.by_key[key].label for key, by in found if by == Origin.CONTENT.value]


def _added(record: ReadRecord) -> list[str]:
    """The answers with texts that were put with them by their words, and the headings of those."""
    found = (one.values for one in record.findings if one.kind is ADDED_BY_CONTENT)
    return [f"{values['label']} ({values['headings']})" for values in found]


def _missing(record: ReadRecord, model: Model) -> list[str]:
    return [
        one.label for one in model.fields if one.star and is_empty(one, record.answers[one.key])
    ]


def _items(labels: list[str]) -> Iterator[Paragraph]:
    return (Paragraph((Run(label),), "bullet") for label in labels)


def _left(one: LeftOver) -> Iterator[PlainBlock]:
    yield Heading(one.heading or WITHOUT_HEADING, 1, numbered=False)
    yield Prose(one.rich)
    if one.pictures:
        names = "; ".join(name or UNNAMED for name in one.pictures)
        yield Text(PICTURES.format(names=names), "SopNoot")
