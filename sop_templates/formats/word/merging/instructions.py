r"""What the instruction of a field says: its kind, its argument, how its value is to look.

`MERGEFIELD school_naam \* Upper \b "van "` is of kind MERGEFIELD, asks `school_naam`, in capitals, and
puts `van ` before it where there is a value. Source: ECMA-376 part 1, 17.16.5.35 and 17.16.4.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

QUOTES = {
    '"': '"',
    "\u201c": "\u201d",
    "\u201e": "\u201d",
}  # opening and closing; Word takes curly ones
SWITCH = "\\"
ENDS = frozenset({*QUOTES, SWITCH})  # what also ends a word
CASE, BEFORE, AFTER, PATTERN = "*", "b", "f", "@"
WITH_VALUE = frozenset("*bf@#")  # switches that are followed by a word; `m` and `v` stand alone
LIKE_RESULT = "mergeformat"

CASES: Mapping[str, Callable[[str], str]] = {
    "upper": str.upper,
    "lower": str.lower,
    "firstcap": lambda text: text[:1].upper() + text[1:],
    "caps": lambda text: " ".join(word[:1].upper() + word[1:] for word in text.split(" ")),
}


@dataclass(frozen=True, slots=True)
class Instruction:
    r"""An instruction, taken apart.

    Attributes:
        kind: the field's kind in capitals: `MERGEFIELD`, `IF`, `PAGE`.
        argument: the first word after it: of a merge field its name.
        case: `upper`, `lower`, `firstcap`, `caps` or "".
        before: text before a value that is not empty.
        after: text after a value that is not empty.
        pattern: how a date is written: `d MMMM yyyy`; "" for the usual way.
        like_result: whether the value looks as the old one did, else as the instruction does.
    """

    kind: str
    argument: str = ""
    case: str = ""
    before: str = ""
    after: str = ""
    pattern: str = ""
    like_result: bool = False

    def dressed(self, text: str) -> str:
        """A value with its case, and what stands before and after it; nothing for nothing."""
        if not text:
            return ""
        change = CASES.get(self.case)
        return f"{self.before}{change(text) if change else text}{self.after}"


def read_instruction(text: str) -> Instruction:
    r"""The instruction that stands between a field's begin and its result.

    Args:
        text: e.g. ` MERGEFIELD "Naam school" \* MERGEFORMAT `.
    """
    plain, switches = _parted(list(_words(text)))
    values = {letter: value for letter, value in switches if letter != CASE}
    ways = [value.lower() for letter, value in switches if letter == CASE]
    return Instruction(
        plain[0].upper() if plain else "",
        plain[1] if plain[1:] else "",
        case=next((way for way in ways if way in CASES), ""),
        before=values.get(BEFORE, ""),
        after=values.get(AFTER, ""),
        pattern=values.get(PATTERN, ""),
        like_result=LIKE_RESULT in ways,
    )


def _parted(words: list[tuple[str, bool]]) -> tuple[list[str], list[tuple[str, str]]]:
    """The words that are no switch, and the switches with their values."""
    plain: list[str] = []
    switches: list[tuple[str, str]] = []
    rest = iter(words)
    for word, quoted in rest:
        if quoted or not word.startswith(SWITCH):
            plain.append(word)
            continue
        letter, value = word[1:2].lower(), word[2:]
        if letter in WITH_VALUE and not value:
            value = next(rest, ("", False))[0]
        switches.append((letter, value))
    return plain, switches


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """The words of an instruction, each with whether it stood in quotes."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        if text[at] in QUOTES:
            word, at = _quoted(text, at)
            yield word, True
            continue
        end = at + 1
        while end < len(text) and not text[end].isspace() and text[end] not in ENDS:
            end += 1
        yield text[at:end], False
        at = end


def _quoted(text: str, at: int) -> tuple[str, int]:
    r"""The word in quotes that begins at a place, and where it ends; `\"` is a quote in it."""
    ends = {QUOTES[text[at]], '"'}
    signs: list[str] = []
    at += 1
    while at < len(text) and text[at] not in ends:
        if text[at] == SWITCH and text[at + 1 : at + 2] in {*ends, SWITCH}:
            at += 1
        signs.append(text[at])
        at += 1
    return "".join(signs), at + 1
