"""Turns what was found in a school's own format into answers, with what there is to say of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sop_templates.domain.answers import Answers, canonical
from sop_templates.domain.fixed_texts import (
    FixedTextComparison,
    FixedTextState,
    compare,
    find_fixed_text_findings,
)
from sop_templates.engine.own_format.format import OwnReading, TableAnswer, read_own_format
from sop_templates.engine.own_format.left_over import MOST, LeftOver, first_words
from sop_templates.engine.own_format.words import OwnWords, open_words
from sop_templates.engine.placement.model_texts import ModelTexts
from sop_templates.engine.placement.placing import Origin
from sop_templates.errors import SopError
from sop_templates.formats.written import Writing
from sop_templates.kinds.own_format import (
    ADDED_BY_CONTENT,
    FOUND_BY_CONTENT,
    FROM_FILE_NAME,
    OWN_FORMAT,
    OWN_TEXT_LEFT,
    PARTS_NOT_FOUND,
)
from sop_templates.kinds.reading import NO_SOP
from sop_templates.language import N_
from sop_templates.outcome import NOWHERE, Finding, Place
from sop_templates.richtext import Paragraph, Run

OWN_VERSION = "{title}: de eigen tekst van de school"


@dataclass(frozen=True, slots=True)
class OwnAnswers:
    """The answers of a SOP in a school's own format.

    Attributes:
        answers: canonical, every key of the model.
        origin: what each was found by, by key.
        fixed_texts: how the fixed texts were found, by key, those that were.
        findings: on what was found, on values and fixed texts, on what has no place.
        left: what has no place, whole.
    """

    answers: Answers
    origin: Mapping[str, Origin]
    fixed_texts: Mapping[str, FixedTextComparison]
    findings: tuple[Finding, ...]
    left: tuple[LeftOver, ...]


def read_own(writing: Writing, texts: ModelTexts, tables: Sequence[TableAnswer] = ()) -> OwnAnswers:
    """Reads a file that no model is behind.

    Args:
        writing: the file, line by line.
        texts: the words of the model.
        tables: the answers that its tables give.

    Raises:
        SopError: it is no SOP.
    """
    words = open_words(texts.name)
    found = read_own_format(writing, words, tables)
    if found is None:
        raise SopError(NO_SOP, writing.file)

    def place(tag: str, row: int | None) -> Place:
        key = ".".join(tag.split(".")[:2])
        if row is not None:
            return Place.table_row(key, row)
        label = texts.model.by_key[key].label
        return found.places.get(key) or Place(N_('at "{label}"'), (("label", label),))

    answers, findings = canonical(texts.model, found.raw, place)
    compared = {
        key: compare(texts.model.fixed_texts[key].text, text) for key, text in found.fixed.items()
    }
    fixed = find_fixed_text_findings(texts.model, compared, own_format=True)
    told = [*_own_findings(found, words), *findings, *_placed(fixed, found)]
    left = (*found.left, *_own_versions(found, compared, texts))
    return OwnAnswers(answers, found.origin, compared, tuple(told), left)


def _own_versions(
    found: OwnReading, compared: Mapping[str, FixedTextComparison], texts: ModelTexts
) -> Iterator[LeftOver]:
    """The fixed texts as the school changed them: its own words are not lost when it moves on."""
    for key, comparison in compared.items():
        if comparison.state is FixedTextState.CHANGED:
            lines = found.fixed[key].splitlines()
            rich = tuple(Paragraph((Run(line),)) for line in lines if line.strip())
            heading = OWN_VERSION.format(title=texts.model.fixed_texts[key].title)
            yield LeftOver(heading, rich, place=found.places.get(key, NOWHERE))


def _placed(findings: Sequence[Finding], found: OwnReading) -> Iterator[Finding]:
    """Findings on fixed texts, with the place where the text stands in this file."""
    for one in findings:
        place = found.places.get(one.key or "")
        yield one if place is None else replace(one, place=place)


def _own_findings(found: OwnReading, words: OwnWords) -> Iterator[Finding]:
    model = words.model
    yield Finding(OWN_FORMAT, values={"parts": _listed(one.title for one in found.parts)})
    missing = [one.title for one in words.stars if one not in found.parts]
    if missing:
        yield Finding(PARTS_NOT_FOUND, values={"parts": _listed(missing)})
    for kind, origin in ((FOUND_BY_CONTENT, Origin.CONTENT), (FROM_FILE_NAME, Origin.FILE_NAME)):
        labels = [model.by_key[key].title for key, by in found.origin.items() if by is origin]
        if labels:
            yield Finding(kind, values={"labels": _listed(labels)})
    for key, headings in found.added.items():
        values = {"label": model.by_key[key].title, "headings": _listed(list(headings))}
        yield Finding(ADDED_BY_CONTENT, found.places.get(key, NOWHERE), values)
    texts = [left for left in found.left if left.rich]
    for left in texts[: MOST - 1]:
        yield Finding(OWN_TEXT_LEFT, left.place, {"words": left.first_words})
    if rest := texts[MOST - 1 :]:
        told = first_words(" ".join(left.first_words for left in rest))
        yield Finding(OWN_TEXT_LEFT, rest[0].place, {"words": told})


def _listed(words: Iterator[str] | list[str]) -> str:
    return ", ".join(words)
