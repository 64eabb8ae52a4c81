"""The public Word file of a school: made, read again, and held against what must not be in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sop_templates.domain.dutch import fold
from sop_templates.domain.model import SCHOOL_NAME, SCHOOL_YEAR, Field, FieldType
from sop_templates.domain.publication import public_answers
from sop_templates.engine.placement.model_texts import ModelTexts, open_texts
from sop_templates.engine.placement.placement import place_answers
from sop_templates.engine.placement.placing import Origin
from sop_templates.engine.publication.guide import guide_for, private_fields, told
from sop_templates.engine.publication.page_sections import DRAFT_NOTE
from sop_templates.engine.reading import FORMAT_OWN, ReadRecord
from sop_templates.errors import SopError
from sop_templates.formats.word.finished.document import Document, open_document
from sop_templates.formats.word.published.guide import Loss
from sop_templates.formats.word.published.public_file import About, make_public
from sop_templates.kinds.publication import (
    DRAWINGS_LEFT_OUT,
    LINKS_LEFT_OUT,
    LOOKS_PRIVATE,
    NAME_IN_TEXT,
    OWN_FORMAT,
    PICTURE_WITHOUT_WORDS,
    PICTURES_LEFT_OUT,
    PRIVATE_BY_WORDS,
    STILL_PRIVATE,
)
from sop_templates.outcome import Finding, Kind
from sop_templates.richtext_markup import parse, plain

TELLING = (
    40  # characters: a line this long stands in a text on purpose, a shorter one may by chance
)
SHOWN = 8  # addresses or questions in one message
BOARD = "school.bestuur"


@dataclass(frozen=True, slots=True)
class PublicFile:
    """A public Word file.

    Attributes:
        data: the file.
        answers: those of the record that may be published.
        findings: what was left out, and what somebody should look at.
    """

    data: bytes = field(repr=False)
    answers: Mapping[str, Any]
    findings: tuple[Finding, ...]


def make_public_file(
    data: bytes, record: ReadRecord, *, names: bool = False, is_draft: bool = False
) -> PublicFile:
    """The public Word file of a finished one.

    Args:
        data: the finished file.
        record: what was read of it.
        names: whether persons' fields are published too.
        is_draft: whether the file says that it is not established.

    Returns:
        The file without internal fields, prompts, traces of work and what nobody should open.

    Raises:
        SopError: the file is damaged or unsafe, or something internal could still be read in it.
    """
    texts = open_texts(record.model)
    answers = public_answers(texts.model, record.answers, names=names)
    guide = guide_for(record.model, names=names)
    about = _about(texts, answers, record, is_draft=is_draft)
    made, loss = make_public(open_document(data, record.file), guide, about)
    document = open_document(made, record.file)
    shown = fold("\n".join(story.text(0, story.end) for story in document.stories))
    again = _read_again(texts, document, names=names)
    _hold(texts, record, again, shown, names=names)
    loss.private_words = [one for one in loss.private_words if not _is_in_place(texts, record, one)]
    findings = [*_losses(loss), *_names_in_text(texts, record, answers, shown)]
    if again:
        labels = told(texts.model.by_key[key] for key in again)
        findings.append(Finding(LOOKS_PRIVATE, values={"labels": labels}))
    if record.format == FORMAT_OWN:
        findings.insert(0, Finding(OWN_FORMAT))
    return PublicFile(made, answers, tuple(one.in_file(record.file) for one in findings))


def _about(
    texts: ModelTexts, answers: Mapping[str, Any], record: ReadRecord, *, is_draft: bool
) -> About:
    parts = [texts.model.title, answers.get(SCHOOL_NAME), answers.get(SCHOOL_YEAR)]
    return About(
        title=" ".join(str(part) for part in parts if part),
        subject=texts.model.name,
        author=str(answers.get(BOARD) or answers.get(SCHOOL_NAME) or ""),
        modified=record.modified,
        notice=DRAFT_NOTE if is_draft else "",
    )


def _read_again(texts: ModelTexts, document: Document, *, names: bool) -> dict[str, str]:
    """What a reader finds of private questions in the public file, by key."""
    raw = place_answers(texts, document).raw
    private = private_fields(texts.model, names=names)
    return {key: text for key in private if (text := _text(raw.get(key)))}


def _hold(
    texts: ModelTexts, record: ReadRecord, again: Mapping[str, str], shown: str, *, names: bool
) -> None:
    """Stops where a private answer of the file is found in what would be published.

    Words that a reader takes for another answer than the file's own are told by a finding: a
    column of a school's own table may be headed Status.
    """
    private = private_fields(texts.model, names=names)
    own = {key: _text(record.answers.get(key)) for key in private}
    found = [
        private[key]
        for key, text in again.items()
        if text == own[key] and _fits(private[key], text)
    ]
    public = [
        fold(line)
        for key, value in record.answers.items()
        if key not in private
        for line in _lines(value)
    ]
    for key, one in private.items():
        lines = [fold(line) for line in _lines(record.answers.get(key)) if len(line) >= TELLING]
        telling = [line for line in lines if not any(line in other for other in public)]
        if one.internal and one not in found and any(line in shown for line in telling):
            found.append(one)
    if found:
        raise SopError(STILL_PRIVATE, record.file, labels=told(found))


def _fits(field: Field, text: str) -> bool:
    """Whether words can be an answer to a question: a choice that is no option came by chance."""
    return not field.options or text in [fold(option) for option in field.options]


def _text(value: Any) -> str:
    """An answer as it is compared: raw or canonical, of any type."""
    if isinstance(value, tuple):
        return fold(plain(value))
    return fold(" ".join(_lines(value)))


def _is_in_place(texts: ModelTexts, record: ReadRecord, question: str) -> bool:
    """Whether a question in words is where the answer was read: then nobody misses anything."""
    fields = texts.find_fields(question)
    return any(record.origin.get(one.key) in (Origin.LABEL, Origin.HEADING) for one in fields)


def _lines(value: Any) -> Iterator[str]:
    """The lines of an answer of any type, without markup."""
    if isinstance(value, str):
        yield from plain(parse(value)).splitlines()
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _lines(part)
    elif isinstance(value, list):
        for part in value:
            yield from _lines(part)


def _losses(loss: Loss) -> Iterator[Finding]:
    counts: tuple[tuple[Kind, int], ...] = (
        (PICTURES_LEFT_OUT, loss.pictures),
        (DRAWINGS_LEFT_OUT, loss.drawings),
        (PICTURE_WITHOUT_WORDS, loss.unnamed),
    )
    yield from (Finding(kind, values={"count": count}) for kind, count in counts if count)
    if loss.links:
        yield Finding(LINKS_LEFT_OUT, values={"addresses": _listed(loss.links, ", ")})
    if loss.private_words:
        yield Finding(PRIVATE_BY_WORDS, values={"labels": _listed(loss.private_words, "; ")})


def _listed(words: list[str], between: str) -> str:
    found = list(dict.fromkeys(words))
    more = f" (+{len(found) - SHOWN})" if len(found) > SHOWN else ""
    return between.join(one[:80] for one in found[:SHOWN]) + more


def _names_in_text(
    texts: ModelTexts, record: ReadRecord, answers: Mapping[str, Any], shown: str
) -> Iterator[Finding]:
    for one in texts.model.fields:
        if one.key in answers or not one.names_person or one.type is not FieldType.TEXT:
            continue
        name = _name(str(record.answers.get(one.key) or ""))
        if name and f" {fold(name)} " in f" {_spaced(shown)} ":
            yield Finding(NAME_IN_TEXT, values={"words": name, "label": one.title}, key=one.key)


def _name(answer: str) -> str:
    """The name at the start of an answer, before its function; "" where there is none."""
    first = answer.replace("(", ",").replace(";", ",").partition(",")[0]
    words = first.split()
    is_name = len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()
    return " ".join(words) if is_name else ""


def _spaced(text: str) -> str:
    """The text with a space for each sign that may stand right after a name."""
    return "".join(sign if sign.isalnum() or sign in ".-'" else " " for sign in text).replace(
        ". ", " "
    )
