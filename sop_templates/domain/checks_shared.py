"""Texts that several schools of a folder share word for word."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sop_templates.domain.checks_record import label_of
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, FieldType, Model
from sop_templates.domain.short_lists import ShortList
from sop_templates.kinds.answers_checks import SAME_TEXT
from sop_templates.outcome import Finding, Place

MIN_CHARACTERS = 200  # a shorter text may be the same by chance
SHOWN_SCHOOLS = 3


def find_same_texts(
    records: Sequence[tuple[Model, Mapping[str, Any]]],
    common: Collection[str] = (),
    files: Sequence[str] = (),
) -> dict[int, list[Finding]]:
    """The texts that a school shares with another one (SOP164), forgiving case and spaces.

    Args:
        records: model and canonical answers of each file. Files of one school are no pair.
        common: texts that the board gave to all its schools.
        files: name of each record's file, which stands for a school that says no name.

    Returns:
        The findings by the record's position; a record without any is not in it.
    """
    ignored = {_spelled(text) for text in common}
    holders: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (model, answers) in enumerate(records):
        for key, text in _long_texts(model, answers):
            if text not in ignored:
                holders[key, text].append(number)
    found: defaultdict[int, list[Finding]] = defaultdict(list)
    for (key, _text), numbers in holders.items():
        if len(numbers) > 1:
            for number, finding in _findings(key, numbers, records, files):
                found[number].append(finding)
    return dict(found)


def _findings(
    key: str,
    numbers: Sequence[int],
    records: Sequence[tuple[Model, Mapping[str, Any]]],
    files: Sequence[str],
) -> Iterator[tuple[int, Finding]]:
    schools = {
        number: _school(number, records[number][1], files[number] if files else "")
        for number in numbers
    }
    names = {schools[number][0]: schools[number][1] for number in numbers}
    if len(names) == 1:
        return
    for number in numbers:
        own = schools[number][0]
        # Hundreds may share a text: the list of all of them is not gone through for each.
        first = [name for code, name in islice(names.items(), SHOWN_SCHOOLS + 1) if code != own]
        shown = tuple(first[:SHOWN_SCHOOLS])
        values = {
            "label": label_of(records[number][0].by_key[key]),
            "others": ShortList(shown, len(names) - 1 - len(shown)),
        }
        yield number, Finding(SAME_TEXT, Place.control(key), values, key)


def _long_texts(model: Model, answers: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field in model.fields:
        value = answers.get(field.key)
        if field.type is FieldType.RICH and isinstance(value, str) and len(value) >= MIN_CHARACTERS:
            yield field.key, _spelled(value)


def _school(number: int, answers: Mapping[str, Any], file: str) -> tuple[str, str]:
    code = str(answers.get(SCHOOL_CODE) or number)
    return code, str(answers.get(SCHOOL_NAME) or file or code)


def _spelled(text: str) -> str:
    return " ".join(text.lower().split())
