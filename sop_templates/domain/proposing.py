"""What changed since last year, in the words of a school's own document: a proposal to read and mend."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sop_templates.domain.comparison import Change, ChangeKind, yearly_keys
from sop_templates.domain.model import Field, FieldType, Model
from sop_templates.domain.publication import is_public
from sop_templates.domain.words import count_words
from sop_templates.richtext import Paragraph, Run
from sop_templates.richtext_markup import write

FROM_CHANGES = "changes"  # the manifest's word for a field that is proposed from the comparison
MAX_WORDS = 150  # where the field has no limit of its own
MOST = 6  # items or rows of one question that are named
SHORT = (FieldType.CHOICE, FieldType.NUMBER, FieldType.YEAR, FieldType.DATE, FieldType.FLAG)
LIST_WORDS = {
    ChangeKind.ADDED: "nieuw",
    ChangeKind.REMOVED: "vervallen",
    ChangeKind.CHANGED: "bijgewerkt",
}
TEXT_WORDS = {
    ChangeKind.ADDED: "toegevoegd",
    ChangeKind.REMOVED: "weggelaten",
    ChangeKind.CHANGED: "herschreven",
}


def proposal_field(model: Model) -> Field | None:
    """The field whose answer is proposed from the changes, or None."""
    return next((one for one in model.fields if one.proposes == FROM_CHANGES), None)


def propose(model: Model, changes: Iterable[Change], since: str) -> str:
    """A text on what changed, for the document itself, which everybody may read.

    Args:
        model: whose fields.
        changes: as `compare_answers` gives them.
        since: the school year that was compared with, or "".

    Returns:
        Rich text in its markup: a line, and an item a question, as many as the field's limit has
        room for. Internal fields, names of persons and what differs each year are not told. ""
        where nothing else changed.
    """
    yearly = yearly_keys(model)
    told = [
        one for one in changes if is_public(one.field, names=False) and one.field.key not in yearly
    ]
    items = list(_items(model, told))
    if not items:
        return ""
    start = (
        f"Gewijzigd ten opzichte van het profiel voor {since}:"
        if since
        else "Gewijzigd in dit profiel:"
    )
    field = proposal_field(model)
    room = (field.limits.max_words if field else None) or MAX_WORDS
    for count in range(len(items), -1, -1):
        text = _written(start, items, count)
        if count_words(text) <= room:
            return text
    return ""


def _written(start: str, items: Sequence[str], count: int) -> str:
    """The text with that many items; how many are left out is said."""
    shown = list(items[:count])
    if rest := len(items) - count:
        more = "onderdeel" if rest == 1 else "onderdelen"
        shown.append(f"{'En nog ' if shown else ''}{rest} {more}.")
    lines = (Paragraph((Run(one),), "bullet") for one in shown)
    return write((Paragraph((Run(start),)), *lines))


def _items(model: Model, changes: Sequence[Change]) -> Iterator[str]:
    """A sentence a question, in the order of the model; the school's own data in one, at the end."""
    front = {one.key for chapter in model.chapters if chapter.front for one in chapter.fields}
    facts: list[str] = []
    for field, of_field in groupby(changes, lambda one: one.field):
        found = list(of_field)
        if field.key in front and field.type is not FieldType.RICH:
            facts.append(field.title.lower())
        elif field.type is FieldType.LIST:
            yield _sentence(field.title, _rows_in_words(found))
        elif field.type is FieldType.ROWS:
            yield _sentence(field.title, _cells_in_words(found))
        else:
            yield _sentence(field.title, _answer_in_words(found[0]))
    if facts:
        yield _sentence("Gegevens van de school", ", ".join(facts))


def _sentence(title: str, words: str) -> str:
    """`Title: words.`; after a question the words are a sentence of their own."""
    if title.endswith(("?", "!", ".")):
        return f"{title} {words[:1].upper()}{words[1:]}."
    return f"{title}: {words}."


def _rows_in_words(changes: Sequence[Change]) -> str:
    parts = []
    for kind, word in LIST_WORDS.items():
        names = dict.fromkeys(one.item for one in changes if one.kind is kind and one.item)
        if names:
            parts.append(f"{word} {_few([f'“{name}”' for name in names])}")
    return "; ".join(parts) or LIST_WORDS[ChangeKind.CHANGED]


def _cells_in_words(changes: Sequence[Change]) -> str:
    """Which items say something else now; where only notes beside them do, that."""
    said = [
        f"{one.item} ({_from_to(one)})"
        for one in changes
        if one.column is not None and one.column.type is FieldType.CHOICE
    ]
    return _few(said) if said else "toelichtingen bijgewerkt"


def _few(words: Sequence[str]) -> str:
    """The first few, and how many more there are."""
    rest = len(words) - MOST
    shown = list(words) if rest <= 1 else [*words[:MOST], f"en nog {rest}"]
    return ", ".join(shown)


def _answer_in_words(change: Change) -> str:
    return _from_to(change) if change.field.type in SHORT else TEXT_WORDS[change.kind]


def _from_to(change: Change) -> str:
    if change.kind is ChangeKind.ADDED:
        return f"nu {change.after}"
    if change.kind is ChangeKind.REMOVED:
        return f"niet meer {change.before}"
    return f"van {change.before} naar {change.after}"
