"""What the intake calls its sheets, and how it says in Dutch what a field asks."""

from collections.abc import Mapping
from dataclasses import dataclass

from sop_templates.domain.model import Chapter, Column, Field, FieldType, Limits, Model

START = "Start"
CHOICES = "Keuzes"
SCHOOLS = "Scholen"
MERGE = "Samenvoegen"
MAX_SHEET_NAME = 31  # characters: Excel's limit

SCHOOL_FORM = "school"
BOARD_FORM = "board"
TABLE, DUO = "table", "duo"  # what else is read: a board's own table, DUO's file
DELIMITED = (".csv", ".txt", ".tsv")

KIND = "sop.kind"
FORM = "sop.form"
MODEL = "sop.model"
VERSION = "sop.version"
INTAKE = "intake"

NOT_READ = "-"  # the key of a column that only helps people

YES, NO = "ja", "nee"
FLAGS = (YES, NO)

LIST_ROWS = 20  # drawn for a list and school
OWN_ROWS = 60  # that can be typed in on a list's sheet of one school
SCHOOL_ROWS = 100  # of a board form, at least


@dataclass(frozen=True, slots=True)
class SheetNames:
    """The names of the sheets: of chapters by their key, of lists and fixed rows by their key."""

    chapters: Mapping[str, str]
    tables: Mapping[str, str]


def sheet_names(model: Model) -> SheetNames:
    """The names of a model's sheets: `visie` gives `Visie`, `basis.aanbod` gives `Aanbod`.

    Where two would be the same, the later one is told by its section too (`Extra aanbod`).
    """
    taken = {one.casefold() for one in (START, CHOICES, SCHOOLS, MERGE)}
    chapters = {
        one.key: _free(taken, one.key.capitalize(), one.title)
        for one in model.chapters
        if one.fields
    }
    tables = {}
    for one in model.fields:
        if one.is_table:
            section, _, name = one.key.partition(".")
            words = name.replace("_", " ")
            tables[one.key] = _free(taken, words.capitalize(), f"{section.capitalize()} {words}")
    return SheetNames(chapters, tables)


def _free(taken: set[str], *wishes: str) -> str:
    numbered = (f"{wishes[0][: MAX_SHEET_NAME - 4]} {number}" for number in range(2, 1000))
    names = (wish[:MAX_SHEET_NAME] for wish in wishes)
    for name in (*names, *numbered):
        if name.casefold() not in taken and not set(name) & set("[]:*?/\\'"):
            taken.add(name.casefold())
            return name
    raise ValueError(wishes[0])  # a thousand chapters of one name


def chapter_title(chapter: Chapter) -> str:
    """The heading of a chapter, with its number where it has one."""
    return f"{chapter.number}  {chapter.title}" if chapter.number else chapter.title


def at_sheet(name: str) -> str:
    """The name of a sheet as a formula or link has it: `'Visie'!`."""
    return f"'{name}'!"


def link_to(name: str, address: str = "A1") -> str:
    """An address inside the workbook for a hyperlink."""
    return f"#{at_sheet(name)}{address}"


def explanation(one: Field | Column) -> str:
    """What is asked and within which limits, in Dutch: the text beside an answer."""
    sentences = [_closed(one.prompt), limits_in_words(one), _form(one)]
    if isinstance(one, Field) and one.default:
        sentences.append(f"Leeg laten mag: dan wordt het {one.default}.")
    return " ".join(sentence for sentence in sentences if sentence)


def _closed(prompt: str) -> str:
    return prompt if not prompt or prompt[-1] in ".?!" else f"{prompt}."


def limits_in_words(one: Field | Column) -> str:
    """The limits of an answer as a Dutch sentence: `30 tot 250 woorden.`; "" without limits."""
    limits = one.limits
    if one.type is FieldType.NUMBER:
        return _between(limits.minimum, limits.maximum, "", "Van ", "tot")
    if one.type is FieldType.LIST:
        return _between(limits.minimum, limits.maximum, " regels", "", "tot")
    return " ".join(filter(None, (_words(limits), _characters(limits))))


def _words(limits: Limits) -> str:
    return _between(limits.min_words, limits.max_words, " woorden", "", "tot")


def _characters(limits: Limits) -> str:
    return f"Hoogstens {limits.max_characters} tekens." if limits.max_characters else ""


def _between(low: int | None, high: int | None, what: str, before: str, to: str) -> str:
    if high is None:
        return f"Minstens {low}{what}." if low else ""
    return f"{before}{low} {to} {high}{what}." if low else f"Hoogstens {high}{what}."


def _form(one: Field | Column) -> str:
    if one.type is FieldType.DATE:
        return "Typ een datum, zoals 11-6-2026."
    if one.type is FieldType.LINK:
        return "Mag ook zo: onze gids <https://…>."
    if isinstance(one, Column) and one.open:
        return "Kies uit de lijst of typ zelf iets."
    return ""
