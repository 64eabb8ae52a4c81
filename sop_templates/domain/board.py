"""A board: its schools, deadline, standard texts, rules and areas, as `board.toml` says them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sop_templates.domain.model import Model
from sop_templates.domain.rules import NO_RULES, Rules, read_rules
from sop_templates.kinds.boards import (
    NO_CODE_IN_BOARD,
    SCHOOL_TWICE_IN_BOARD,
    UNKNOWN_TEXT_KEY,
    UNKNOWN_WORD_IN_BOARD,
    WRONG_VALUE_IN_BOARD,
)
from sop_templates.outcome import Finding, Kind

CODE_LENGTH = 6
POSTCODE_DIGITS = 4

WORDS = ("name", "number", "deadline", "contact", "texts", "rules", "areas", "schools")
SCHOOL_WORDS = ("vestigingscode", "name", "area")


@dataclass(frozen=True, slots=True)
class BoardSchool:
    """A school of the roster: its vestigingscode, its name and its werkgebied (or "")."""

    code: str
    name: str = ""
    area: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """What `board.toml` says.

    Attributes:
        name: of the board.
        number: DUO's, five digits, or "".
        deadline: when the schools deliver; None is 1 September of the school year's first year.
        contact: whom schools ask.
        schools: the roster, in the order of the file.
        texts: standard answers by key, for schools that leave a field empty.
        rules: which findings are switched off or taken more seriously.
        areas: the werkgebieden, each with the vestigingscodes or postcodes (four digits) in it.
    """

    name: str = ""
    number: str = ""
    deadline: date | None = None
    contact: str = ""
    schools: tuple[BoardSchool, ...] = ()
    texts: Mapping[str, Any] = field(default_factory=dict)
    rules: Rules = NO_RULES
    areas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def area_of(self, code: str, postcode: str = "") -> str:
        """The werkgebied of a school: its own in the roster, else by its code or postcode, or ""."""
        own = next((one.area for one in self.schools if one.code == code), "")
        if own:
            return own
        marks = {code, postcode[:POSTCODE_DIGITS]} - {""}
        return next((name for name, members in self.areas.items() if marks & set(members)), "")


def board_from_data(
    data: Mapping[str, Any], model: Model | None = None
) -> tuple[Board, tuple[Finding, ...]]:
    """The board of a `board.toml`.

    Args:
        data: the file, parsed.
        model: whose keys the standard texts are held against; None leaves that out.

    Returns:
        The board with all that can be used, and a finding for each word or value that cannot.
    """
    reader = _Reader(data, [])
    reader.unknown_words(data, WORDS, "board.toml")
    rules, about_rules = read_rules(reader.table("rules"))
    board = Board(
        name=reader.text("name"),
        number=reader.text("number"),
        deadline=reader.day("deadline"),
        contact=reader.text("contact"),
        schools=tuple(reader.schools()),
        texts=reader.texts(model),
        rules=rules,
        areas=reader.areas(),
    )
    return board, (*reader.findings, *about_rules)


@dataclass(slots=True)
class _Reader:
    """Takes what fits from the data, and tells what does not."""

    data: Mapping[str, Any]
    findings: list[Finding]

    def tell(self, kind: Kind, **values: object) -> None:
        self.findings.append(Finding(kind, values=values))

    def wrong(self, word: str, wanted: str, value: object) -> None:
        self.tell(WRONG_VALUE_IN_BOARD, word=word, wanted=wanted, value=repr(value)[:60])

    def unknown_words(self, data: Mapping[str, Any], known: tuple[str, ...], part: str) -> None:
        for word in data:
            if word not in known:
                self.tell(UNKNOWN_WORD_IN_BOARD, word=word, part=part, known=", ".join(known))

    def text(self, word: str) -> str:
        value = self.data.get(word, "")
        if not isinstance(value, str):
            self.wrong(word, '"…"', value)
            return ""
        return value.strip()

    def day(self, word: str) -> date | None:
        value = self.data.get(word)
        if isinstance(value, datetime):
            return value.date()
        if value is not None and not isinstance(value, date):
            self.wrong(word, "2026-09-01", value)
            return None
        return value

    def table(self, word: str) -> Mapping[str, Any]:
        value = self.data.get(word, {})
        if not isinstance(value, Mapping):
            self.wrong(word, f"[{word}]", value)
            return {}
        return value

    def texts(self, model: Model | None) -> dict[str, Any]:
        found = dict(_flat(self.table("texts"), model))
        for key in [key for key in found if model is not None and key not in model.by_key]:
            self.tell(UNKNOWN_TEXT_KEY, key=key)
            del found[key]
        return found

    def areas(self) -> dict[str, tuple[str, ...]]:
        found = {}
        for name, members in self.table("areas").items():
            if isinstance(members, list) and all(isinstance(one, str) for one in members):
                found[name] = tuple("".join(one.upper().split()) for one in members)
            else:
                self.wrong(name, '["2511", "07PD00"]', members)
        return found

    def schools(self) -> Iterator[BoardSchool]:
        given = self.data.get("schools", [])
        if not isinstance(given, list):
            self.wrong("schools", "[[schools]]", given)
            return
        codes: set[str] = set()
        for number, one in enumerate(given, 1):
            if not isinstance(one, Mapping):
                self.wrong("schools", "[[schools]]", one)
                continue
            self.unknown_words(one, SCHOOL_WORDS, "[[schools]]")
            code, name, area = (str(one.get(word, "")).strip() for word in SCHOOL_WORDS)
            code = "".join(code.upper().split())
            if len(code) != CODE_LENGTH:
                self.tell(NO_CODE_IN_BOARD, number=number, name=name or code or "-")
            elif code in codes:
                self.tell(SCHOOL_TWICE_IN_BOARD, code=code)
            else:
                codes.add(code)
                yield BoardSchool(code, name, area)


def _flat(
    table: Mapping[str, Any], model: Model | None, before: str = ""
) -> Iterator[tuple[str, Any]]:
    """Keys written with quotes (`"visie.visie"`) or without (a table `visie` with `visie`)."""
    for word, value in table.items():
        key = f"{before}{word}"
        known = model is not None and key in model.by_key
        if isinstance(value, Mapping) and not known and "." not in key and "url" not in value:
            yield from _flat(value, model, f"{key}.")
        else:
            yield key, value
