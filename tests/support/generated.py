"""Generated answers: valid, whole and always the same for one seed, for tests and benchmarks.

The words are Dutch and mean little on purpose. They hold what real answers hold: `&`, quotes,
accents, bold, lists, links and line breaks. Everything that depends on the model alone is worked
out once, so that a record takes well under a millisecond.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import Any

from sop_templates.domain.model import (
    SCHOOL_CODE,
    SCHOOL_NAME,
    SCHOOL_YEAR,
    Column,
    Field,
    FieldType,
    Limits,
    Model,
)

Maker = Callable[[Random], Any]

YEAR = "2026-2027"
FIRST_DAY = date(2026, 1, 12)
ROWS_WITHOUT_LIMIT = 6
WORDS_WITHOUT_LIMIT = (25, 120)
SHAPES = ("00AA00", "00000", "0000 AA")

WHO = (
    "Het team",
    "De intern begeleider",
    "Onze leerkracht",
    "Een **coördinator**",
    "Iedere groep",
    "De ouderraad & de directie",
    "Wie dat nodig heeft,",
    "Een kleine kring",
)
DOES = (
    "werkt met drie niveaus",
    "oefent *elke dag* een kwartier",
    "zoekt samen naar één oplossing",
    "volgt de cyclus van meten & verbeteren",
    'noemt dat "even op adem komen"',
    "overlegt met [de adviseur](https://www.example.org/advies?id=7&deel=2)",
    "krijgt een eigen reële planning",
    "leest voor uit \u2019t grote boek",
)
WHERE = (
    "in de klas.",
    "op de gang, bij minder dan < 5 leerlingen.",
    "en kijkt na zes weken wat het heeft gebracht.",
    "met de collega\u2019s van groep 3/4.",
    "als de ouders dat ook willen; anders niet.",
    "vóór de herfstvakantie (en zo nodig daarna).",
    "zonder extra geld van buiten.",
)
PHRASES = (
    "Rust & regelmaat",
    "Een vast gezicht in elke groep",
    'Leren met "hoofd, hart en handen"',
    "Vroeg beginnen met lezen",
    "Coöperatief leren in groep 5",
    "Rekenhulp voor wie dat wil",
    "Ruimte voor ideeën",
    "Samen met de ouders",
    "Eén plan per kind",
    "Na schooltijd, op dinsdag",
)
SCHOOL_NAMES = tuple(
    " ".join(words)
    for words in product(
        ("De Blauwe", "'t Hoge", "Het Vrije", "De Kleine", "Sint-Joris &"),
        ("Brug", "Linde", "Reiger", "Kompas", "Draak", "Zoé", "Oever"),
    )
)

MARKUP = str.maketrans("", "", "*[]")


def _words(sentence: str) -> int:
    """The words of a sentence as read: without stars and without the address of a link."""
    return len([word for word in sentence.translate(MARKUP).split() if "://" not in word])


SENTENCES = tuple(
    (sentence, _words(sentence))
    for sentence in (" ".join(parts) for parts in product(WHO, DOES, WHERE))
)

_plans: dict[int, tuple[Model, list[tuple[str, Maker]]]] = {}


def generated_answers(model: Model, seed: str, year: str = YEAR) -> dict[str, Any]:
    """Answers to everything that the model asks.

    Args:
        model: any model.
        seed: the same seed gives the same answers; a vestigingscode is also used as the school's.
        year: the school year.

    Returns:
        Answers by key in the shape that all parts pass on: text, ISO dates, `{"text", "url"}`,
        a list of rows, a dictionary of fixed rows. All within the limits of the model, and
        canonical already.
    """
    if id(model) not in _plans:
        _plans[id(model)] = (model, [(one.key, _maker(one)) for one in model.fields])
    random = Random(seed)  # noqa: S311 - the same answers each time, no secret
    answers = {key: make(random) for key, make in _plans[id(model)][1]}
    answers[SCHOOL_YEAR] = year
    if _shape(model.by_key[SCHOOL_CODE].limits.pattern, (_shape_of(seed),)):
        answers[SCHOOL_CODE] = seed
    day = FIRST_DAY
    for key in model.date_order:
        day += timedelta(days=int(random.random() * 60))
        answers[key] = day.isoformat()
    return answers


def _maker(one: Field) -> Maker:
    if one.key == SCHOOL_NAME:
        return _one_of(SCHOOL_NAMES)
    return {
        FieldType.TEXT: _text_maker,
        FieldType.RICH: _rich_maker,
        FieldType.CHOICE: _choice_maker,
        FieldType.FLAG: _flag_maker,
        FieldType.NUMBER: _number_maker,
        FieldType.DATE: _date_maker,
        FieldType.YEAR: _year_maker,
        FieldType.LINK: _link_maker,
        FieldType.LIST: _list_maker,
        FieldType.ROWS: _rows_maker,
    }[one.type](one)


def _one_of(values: Sequence[Any]) -> Maker:
    count = len(values)
    return lambda random: values[int(random.random() * count)]


def _text_maker(one: Field | Column) -> Maker:
    if one.limits.pattern is not None:
        return _shape_maker(one.limits.pattern)
    return _one_of([_within(phrase, one.limits) for phrase in PHRASES])


def _within(phrase: str, limits: Limits) -> str:
    words = " ".join(phrase.split()[: limits.max_words])
    return words[: limits.max_characters].rstrip()


def _shape_maker(pattern: str) -> Maker:
    shape = _shape(pattern, SHAPES)
    if not shape:
        message = f"no known shape of text fits {pattern!r}; add one to SHAPES"
        raise ValueError(message)
    letters, digits = "ABCDEFGHJKLMNPRSTVWXZ", "0123456789"
    pools = [{"A": letters, "0": digits}.get(sign, sign) for sign in shape]
    return lambda random: "".join(pool[int(random.random() * len(pool))] for pool in pools)


def _shape(pattern: str | None, shapes: Sequence[str]) -> str:
    return next((shape for shape in shapes if re.fullmatch(pattern or "", shape)), "")


def _shape_of(text: str) -> str:
    return "".join("0" if sign.isdigit() else "A" if sign.isupper() else sign for sign in text)


def _choice_maker(one: Field | Column) -> Maker:
    own = PHRASES[:3] if isinstance(one, Column) and one.open else ()
    return _one_of([*one.options, *own])


def _flag_maker(_one: Field) -> Maker:
    return lambda random: random.random() < 0.5


def _number_maker(one: Field) -> Maker:
    low, high = one.limits.minimum or 0, one.limits.maximum
    top = 999 if high is None else high
    return lambda random: low + int(random.random() * (top - low + 1))


def _date_maker(_one: Field) -> Maker:
    return lambda random: (FIRST_DAY + timedelta(days=int(random.random() * 200))).isoformat()


def _year_maker(_one: Field) -> Maker:
    return lambda _random: YEAR


def _link_maker(one: Field) -> Maker:
    address = f"https://www.example.org/{one.key.replace('.', '/')}"
    return _one_of(
        [
            {"text": "Schoolgids & meer, blz. 12", "url": f"{address}?blz=12&deel=a"},
            {"text": address, "url": address},
            {"text": "Zie onze site", "url": f"{address}#hulp"},
        ]
    )


def _list_maker(one: Field) -> Maker:
    low = max(one.limits.minimum or 1, 1)
    high = one.limits.maximum or ROWS_WITHOUT_LIMIT
    cells = [(column.key, _cell_maker(column)) for column in one.columns]

    def make(random: Random) -> list[dict[str, Any]]:
        count = low + int(random.random() * (high - low + 1))
        return [{key: cell(random) for key, cell in cells} for _ in range(count)]

    return make


def _rows_maker(one: Field) -> Maker:
    cells = [(column.key, _cell_maker(column)) for column in one.columns]
    rows = [row.key for row in one.rows]
    return lambda random: {row: {key: cell(random) for key, cell in cells} for row in rows}


def _cell_maker(column: Column) -> Maker:
    return _choice_maker(column) if column.options else _text_maker(column)


def _rich_maker(one: Field) -> Maker:
    low, high = one.limits.min_words, one.limits.max_words
    fewest = WORDS_WITHOUT_LIMIT[0] if low is None else low
    most = WORDS_WITHOUT_LIMIT[1] if high is None else high
    longest = max(words for _, words in SENTENCES)
    last = max(fewest, int(most * 0.95) - longest)  # room for the sentence that passes the mark

    def make(random: Random) -> str:
        wanted = fewest + int(random.random() * (last - fewest + 1))
        sentences, words = [], 0
        while words < wanted:
            sentence, count = SENTENCES[int(random.random() * len(SENTENCES))]
            sentences.append(sentence)
            words += count
        return _blocks(sentences, random)

    return make


def _blocks(sentences: list[str], random: Random) -> str:
    """The sentences as paragraphs and lists; never two lists in a row, which would be one."""
    blocks, at, may_list = [], 0, False
    while at < len(sentences):
        some = sentences[at : at + 2 + int(random.random() * 4)]
        at += len(some)
        items = [*some[:-2], "\n  ".join(some[-2:])]  # the last item goes on after a line break
        look = random.random()
        if may_list and look < 0.3:
            blocks.append("\n".join(f"- {one}" for one in items))
        elif may_list and look < 0.5:
            blocks.append("\n".join(f"{number}. {one}" for number, one in enumerate(items, 1)))
        else:
            blocks.append(("\n" if look < 0.6 else " ").join(some))
        may_list = not blocks[-1].startswith(("- ", "1. "))
    return "\n\n".join(blocks)
