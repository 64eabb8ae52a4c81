"""How answers read in a letter, and what follows from them, the board and the day."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sop_templates.domain.answer_values import NO, YES
from sop_templates.domain.board import Board
from sop_templates.domain.delivery import day_of, deadline_for
from sop_templates.domain.dutch import MONTHS, WEEKDAYS, write_date
from sop_templates.domain.model import SCHOOL_CODE, Column, Field, FieldType, Model
from sop_templates.richtext_markup import parse, plain

Answers = Mapping[str, Any]

BRIN_LENGTH = 4
NO_BREAK_HYPHEN = "\u2011"
_PATTERN = re.compile(r"'[^']*'|d{1,4}|M{1,4}|y{1,4}", re.IGNORECASE)
_SHORT = 3  # letters of a month or a weekday written short: dd and ddd, MMM


@dataclass(frozen=True, slots=True)
class LetterText:
    """A value in a letter.

    Attributes:
        words: how it reads.
        day: the date that it is, or None; then a field may write it in another way.
    """

    words: str
    day: date | None = None

    def written(self, pattern: str) -> str:
        """The words; of a date by Word's pattern, such as `d-M-yyyy`, where there is one."""
        return self.words if self.day is None or not pattern else write_day(self.day, pattern)


NOTHING = LetterText("")


@dataclass(frozen=True, slots=True)
class Occasion:
    """What all letters of a batch have in common.

    Attributes:
        model: of the answers.
        today: the day on the letters.
        board: as `board.toml` says it, or None.
        settings: values given with the command, by name.
        schools: the number of schools.
    """

    model: Model
    today: date
    board: Board | None = None
    settings: Mapping[str, str] = field(default_factory=dict)
    schools: int = 1


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that is no answer by itself.

    Attributes:
        label: what it is, Dutch.
        write: makes it of a school's answers and the occasion.
        keys: answers that it is made of; where the model has none of them it does not exist.
    """

    label: str
    write: Callable[[Answers, Occasion], LetterText]
    keys: tuple[str, ...] = ()


def answer_text(asked: Field | Column, value: object) -> LetterText:
    """How an answer reads: a date in words, a flag as ja or nee, a link with its address, prose plain.

    Args:
        asked: the field that is no table, or the column of one.
        value: its canonical answer; what does not fit its type is given as it was written.
    """
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return LetterText(YES if value else NO)
    if isinstance(value, Mapping):
        return LetterText(_link(value))
    words = str(value)
    if asked.type is FieldType.DATE and (day := day_of(words)) is not None:
        return LetterText(write_date(day), day)
    if asked.type is FieldType.YEAR:
        return LetterText(words.replace("-", NO_BREAK_HYPHEN))  # two halves of a year stay together
    return LetterText(plain(parse(words)) if asked.type is FieldType.RICH else words)


def write_day(day: date, pattern: str) -> str:
    """A date by a pattern of Word, in Dutch: `dddd d MMMM yyyy` gives `dinsdag 12 mei 2026`."""
    return _PATTERN.sub(lambda found: _piece(day, found[0]), pattern)


def _piece(day: date, code: str) -> str:
    if code.startswith("'"):
        return code[1:-1]
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    written = {
        "d": (str(day.day), f"{day.day:02}", weekday[:2], weekday),
        "m": (
            str(day.month),
            f"{day.month:02}",
            "mrt" if day.month == _SHORT else month[:_SHORT],
            month,
        ),
        "y": (f"{day:%y}", f"{day:%y}", str(day.year), str(day.year)),
    }
    return written[code[0].lower()][len(code) - 1]


def _link(value: Mapping[str, Any]) -> str:
    text, url = value.get("text") or "", value.get("url") or ""
    return f"{text} ({url})" if text and url and text != url else text or url


def _today(_answers: Answers, occasion: Occasion) -> LetterText:
    return LetterText(write_date(occasion.today), occasion.today)


def _board_name(answers: Answers, occasion: Occasion) -> LetterText:
    own = occasion.board.name if occasion.board else ""
    return LetterText(own or answers.get("school.bestuur") or "")


def _board_number(answers: Answers, occasion: Occasion) -> LetterText:
    own = occasion.board.number if occasion.board else ""
    return LetterText(own or answers.get("school.bestuursnummer") or "")


def _board_contact(_answers: Answers, occasion: Occasion) -> LetterText:
    return LetterText(occasion.board.contact if occasion.board else "")


def _deadline(answers: Answers, occasion: Occasion) -> LetterText:
    own = occasion.board.deadline if occasion.board else None
    day = deadline_for(answers, own)
    return NOTHING if day is None else LetterText(write_date(day), day)


def _brin(answers: Answers, _occasion: Occasion) -> LetterText:
    return LetterText((answers.get(SCHOOL_CODE) or "")[:BRIN_LENGTH])


def _town(answers: Answers, _occasion: Occasion) -> LetterText:
    return LetterText(_joined([answers.get("school.postcode"), answers.get("school.plaats")]))


def _region(_answers: Answers, occasion: Occasion) -> LetterText:
    return LetterText(occasion.model.region.partition(":")[0])


def _count(_answers: Answers, occasion: Occasion) -> LetterText:
    return LetterText(str(occasion.schools))


def _joined(words: Sequence[str | None]) -> str:
    return " ".join(word for word in words if word)


DERIVED: Mapping[str, Derived] = {
    "vandaag": Derived("de datum van vandaag", _today),
    "bestuur_naam": Derived("naam van het bestuur", _board_name),
    "bestuur_nummer": Derived("bestuursnummer", _board_number),
    "bestuur_contact": Derived("contactpersoon van het bestuur", _board_contact),
    "leverdatum": Derived("uiterste datum van inleveren", _deadline),
    "brin": Derived("BRIN-nummer", _brin),
    "school_postcode_plaats": Derived(
        "postcode en plaats", _town, ("school.postcode", "school.plaats")
    ),
    "samenwerkingsverband": Derived("naam van het samenwerkingsverband", _region),
    "aantal_scholen": Derived("aantal scholen", _count),
}
