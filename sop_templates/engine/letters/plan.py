"""What each merge field of a letter stands for, and the texts that a school's answers put there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sop_templates.domain.answers import Answers
from sop_templates.domain.letter_fields import OF_SCHOOLS, FieldNames, Origin, Source
from sop_templates.domain.letter_words import (
    DERIVED,
    LetterText,
    Occasion,
    answer_text,
)
from sop_templates.errors import SopError
from sop_templates.formats.word.merging.letter_template import LetterTemplate, RowTexts
from sop_templates.formats.word.merging.merge_fields import MergeField
from sop_templates.kinds.letters import (
    NO_MERGE_FIELDS,
    NOT_FOR_LETTERS,
    SCHOOLS_DIFFER,
    TWO_LISTS_IN_ROW,
    UNKNOWN_FIELDS,
)
from sop_templates.language import _


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """A letter whose every field is known.

    Attributes:
        template: the letter.
        sources: what each of its fields stands for, by the field's id.
        repeated: for each repeated row, named as its fields name it, what it is repeated for.
    """

    template: LetterTemplate
    sources: Mapping[str, Source] = field(repr=False)
    repeated: Mapping[str, str]

    @property
    def for_all_schools(self) -> bool:
        """Whether one letter is about all schools together."""
        return any(source.of_schools for source in self.sources.values())


@dataclass(frozen=True, slots=True)
class LetterTexts:
    """What is put into a letter.

    Attributes:
        texts: for each field by its id.
        rows: for each repeated row.
        empty: labels of what nobody answered, in the order of the letter.
    """

    texts: Mapping[str, str]
    rows: tuple[RowTexts, ...]
    empty: tuple[str, ...]


def plan_letter(template: LetterTemplate, names: FieldNames) -> LetterPlan:
    """Finds what each field stands for, and tries the letter out.

    Raises:
        SopError: the letter has no merge field, one that nothing stands for (all are named), one
            that only Word merges, two lists in one row, or cannot be merged.
    """
    if template.not_merged:
        raise SopError(NOT_FOR_LETTERS, template.file, kinds=", ".join(template.not_merged))
    if not template.fields:
        raise SopError(NO_MERGE_FIELDS, template.file)
    found = {one.id: names.find(one.name) for one in template.fields}
    unknown = dict.fromkeys(one.name for one in template.fields if found[one.id] is None)
    if unknown:
        told = "; ".join(_unknown(name, names) for name in unknown)
        raise SopError(UNKNOWN_FIELDS, template.file, fields=told)
    sources = {number: source for number, source in found.items() if source is not None}
    plan = LetterPlan(template, sources, _repeated(template, sources))
    trial = {one.id: one.name for one in template.fields}
    template.fill(trial, [RowTexts(ids[0], [trial]) for ids in _rows(plan).values()])
    return plan


def letter_texts(plan: LetterPlan, schools: Sequence[Answers], occasion: Occasion) -> LetterTexts:
    """The texts of a letter.

    Args:
        plan: of the letter.
        schools: the school that it is for; all of them where it is for all.
        occasion: what all letters have in common.

    Raises:
        SopError: a letter for all schools asks what is not the same for all of them.
    """
    repeated = {number for ids in _rows(plan).values() for number in ids}
    texts, empty = {}, []
    for one in plan.template.fields:
        if one.id in repeated:
            continue
        words = _words(plan, one, schools, occasion)
        texts[one.id] = one.instruction.dressed(words)
        optional = one.instruction.before or one.instruction.after
        if not words and not optional:
            empty.append(plan.sources[one.id].label)
    rows = []
    for row, ids in _rows(plan).items():
        items = list(_items(plan.repeated[row], schools))
        filled = [_row_texts(plan, ids, item, occasion) for item in items]
        rows.append(RowTexts(ids[0], filled or [dict.fromkeys(ids, "")]))
        empty += _empty_cells(plan, ids, filled)
    return LetterTexts(texts, tuple(rows), tuple(dict.fromkeys(empty)))


def _unknown(name: str, names: FieldNames) -> str:
    like = names.suggest(name)
    return _("{name} (perhaps {names})").format(name=name, names=", ".join(like)) if like else name


def _repeated(template: LetterTemplate, sources: Mapping[str, Source]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in template.fields:
        what = sources[one.id].repeats
        if not one.row or not what:
            continue
        if found.setdefault(one.row, what) != what:
            lists = f"{found[one.row]}, {what}"
            raise SopError(TWO_LISTS_IN_ROW, template.file, lists=lists)
    return found


def _rows(plan: LetterPlan) -> dict[str, list[str]]:
    """The ids of the fields that are another text in each repetition, by their row."""
    found: dict[str, list[str]] = {}
    for one in plan.template.fields:
        if one.row in plan.repeated and plan.sources[one.id].repeats:
            found.setdefault(one.row, []).append(one.id)
    return found


def _words(
    plan: LetterPlan, one: MergeField, schools: Sequence[Answers], occasion: Occasion
) -> str:
    """The words of a field outside repeated rows; of a list all its items, one a line."""
    source = plan.sources[one.id]
    pattern = one.instruction.pattern
    if source.repeats:
        items = _items(source.repeats, schools)
        lines = [_text(source, item, occasion).written(pattern) for item in items]
        return "\n".join(line for line in lines if line)
    texts = {_text(source, school, occasion).written(pattern): None for school in schools}
    if len(texts) > 1:
        own = f"{OF_SCHOOLS}_{source.key.replace('.', '_')}"
        raise SopError(SCHOOLS_DIFFER, plan.template.file, label=source.label, field=own)
    return next(iter(texts), "")


def _items(repeats: str, schools: Sequence[Answers]) -> Iterator[Mapping[str, Any]]:
    """What a row is repeated for: each school, or each row of a list."""
    for school in schools:
        if repeats == OF_SCHOOLS:
            yield school
        else:
            yield from school[repeats]


def _row_texts(
    plan: LetterPlan, ids: Sequence[str], item: Mapping[str, Any], occasion: Occasion
) -> dict[str, str]:
    asked = {one.id: one.instruction for one in plan.template.fields}
    return {
        number: asked[number].dressed(
            _text(plan.sources[number], item, occasion).written(asked[number].pattern)
        )
        for number in ids
    }


def _empty_cells(
    plan: LetterPlan, ids: Sequence[str], rows: Sequence[Mapping[str, str]]
) -> Iterator[str]:
    for number in ids:
        source = plan.sources[number]
        if not rows or (source.of_schools and any(not row[number] for row in rows)):
            yield source.label


def _text(source: Source, item: Mapping[str, Any], occasion: Occasion) -> LetterText:
    """The text of a source for a school, or for a row of a list."""
    model = occasion.model
    if source.origin is Origin.SETTING:
        return LetterText(occasion.settings[source.key])
    if source.origin is Origin.DERIVED:
        return DERIVED[source.key].write(item, occasion)
    if source.origin is Origin.ANSWER:
        return answer_text(model.by_key[source.key], item[source.key])
    asked = model.by_tag[source.key]
    column = asked.column(source.key.rpartition(".")[2])
    assert column is not None  # it is a tag of that field
    if source.origin is Origin.COLUMN:
        return answer_text(column, item[column.key])
    key, row, _column = source.key.rsplit(".", 2)
    return answer_text(column, item[key][row][column.key])
