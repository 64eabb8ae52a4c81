"""What is known of a school before it answers: the rows of DUO's list of schools, as answers."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sop_templates.domain.model import SCHOOL_YEAR, Field, FieldType, Model

# Columns of DUO's file "Alle schoolvestigingen basisonderwijs" (open data, duo.nl).
CODE = "VESTIGINGSCODE"
BOARD = "BEVOEGD GEZAG NUMMER"
GEMEENTE = "GEMEENTENUMMER"
TOWN = "PLAATSNAAM"
COLUMNS = frozenset((CODE, BOARD, GEMEENTE, TOWN, "VESTIGINGSNAAM"))

BOARD_DIGITS = 5
GEMEENTE_DIGITS = 4

SCHOOL_TYPE = "school.schoolsoort"
PRIMARY = "basisschool"  # the file lists primary schools only: sbo and so stand in another one
ONLY_SCHOOL = "school.eenpitter"
BOARD_NAME = "school.bestuur"

OTHER = "*"
UNKNOWN = "<"  # DUO writes `<5` for a number too small to tell

# Words of a place's name that are not written with a capital, unless they come first.
_SMALL = frozenset(
    "aan ad bij ca de den der en gem het in op onder te ten ter van 't 's".split()  # noqa: SIM905 - words
)
# What tells places of one name apart stays in capitals.
_PROVINCES = frozenset(("DR", "FL", "FR", "GLD", "GN", "LB", "NB", "NH", "OV", "UT", "ZH", "ZLD"))

DuoRow = Mapping[str, str]


def one_school_boards(rows: Iterable[DuoRow]) -> frozenset[str]:
    """The numbers of the boards that have one school in the whole country."""
    counts = Counter(row[BOARD] for row in rows)
    return frozenset(number for number, count in counts.items() if count == 1)


def chosen(
    rows: Sequence[DuoRow], boards: Collection[str] = (), gemeenten: Collection[str] = ()
) -> list[DuoRow]:
    """The schools of these boards in these gemeenten; none named means all.

    Args:
        rows: of DUO's file.
        boards: numbers of five digits.
        gemeenten: numbers of four digits.
    """
    return [
        row
        for row in rows
        if (not boards or row[BOARD] in boards) and (not gemeenten or row[GEMEENTE] in gemeenten)
    ]


def missing(rows: Iterable[DuoRow], column: str, numbers: Iterable[str]) -> list[str]:
    """The numbers that no school of the file has in a column."""
    known = {row[column] for row in rows}
    return [number for number in numbers if number not in known]


def known_answers(model: Model, row: DuoRow, only_schools: Collection[str]) -> dict[str, Any]:
    """What DUO's file tells about a school, as raw answers by key.

    Args:
        model: whose fields say which columns give their answer.
        row: of DUO's file, cells without spaces around them.
        only_schools: numbers of the boards with one school.
    """
    answers = {one.key: answer for one in model.fields if one.duo and (answer := _answer(one, row))}
    school_type = model.by_key.get(SCHOOL_TYPE)
    if school_type is not None and PRIMARY in school_type.options:
        answers[SCHOOL_TYPE] = PRIMARY
    if ONLY_SCHOOL in model.by_key:
        answers[ONLY_SCHOOL] = row[BOARD] in only_schools
    return answers


def with_round(
    model: Model, answers: Mapping[str, Any], year: str, board_name: str = ""
) -> dict[str, Any]:
    """The answers with those that a round of a board gives: the school year, the board's name."""
    given = {SCHOOL_YEAR: year, BOARD_NAME: board_name}
    return {
        **answers,
        **{key: value for key, value in given.items() if value and key in model.by_key},
    }


def _answer(one: Field, row: DuoRow) -> Any:
    parts = [(name, row.get(name, "")) for name in one.duo]
    text = " ".join(town_name(part) if name == TOWN else part for name, part in parts if part)
    if one.type is FieldType.NUMBER and text.startswith(UNKNOWN):
        return None
    if one.duo_values and text:
        return one.duo_values.get(text, one.duo_values.get(OTHER))
    return text or None


def town_name(text: str) -> str:
    """A place as DUO writes it, in capitals, with the capitals that a reader expects.

    The words stay DUO's: `'S-GRAVENHAGE` is `'s-Gravenhage`, `RIJSWIJK ZH` is `Rijswijk ZH`.
    """
    words = text.split()
    return " ".join(_cased(word, first=place == 0) for place, word in enumerate(words))


def _cased(word: str, *, first: bool) -> str:
    if not first and word in _PROVINCES:
        return word
    parts = [
        _capital(part.lower(), first=first and place == 0)
        for place, part in enumerate(word.split("-"))
    ]
    return "-".join(parts)


def _capital(part: str, *, first: bool) -> str:
    if part.startswith("'") or (part in _SMALL and not first):
        return part
    if part.startswith("ij"):
        return "IJ" + part[2:]
    return part[:1].upper() + part[1:]
