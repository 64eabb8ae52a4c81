"""How one table is read: its header row, what its columns mean, the rows below."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, Field, Model
from sop_templates.engine.intake.layout import NOT_READ
from sop_templates.engine.intake.records import Notes, Spot
from sop_templates.engine.intake.table_headers import (
    Match,
    Target,
    Vocabulary,
    squeezed,
    vocabularies,
)
from sop_templates.formats.excel.cells import RowText, SheetText
from sop_templates.kinds.intakes import COLUMN_AMBIGUOUS, COLUMN_GUESSED, COLUMN_TWICE
from sop_templates.outcome import Finding

DEPTH = 40  # rows in which the header is looked for
LABEL_ROWS = 3  # below a row of keys, in which a row of labels is looked for
FEWEST = 2  # known columns that make a header
WIDEST = 1_000  # columns that are looked at; the model has some 120
NARROW = 60  # columns of a row in which one is known, for the others to be compared by likeness
SIGNS = 0.5  # what a column that is nearly known counts, against 1 for a known one


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was found on a sheet.

    Attributes:
        sheet: its name.
        about: the list whose items it holds; None for a table of schools.
        columns: what each column answers.
        rows: below the header.
        header: the row's number.
    """

    sheet: str
    about: Field | None
    columns: Mapping[int, Target]
    rows: tuple[RowText, ...]
    header: int = 0
    places: Mapping[str, int] = field(default_factory=dict)

    def column_of(self, tag: str) -> int | None:
        """The column that answers a tag, or None."""
        return self.places.get(tag)


@dataclass(frozen=True, slots=True)
class _Header:
    """A row that may be the header, read with the words of one vocabulary."""

    place: int
    words: Vocabulary
    matches: Mapping[int, Match]
    score: float


def find_table(sheet: SheetText, model: Model, notes: Notes) -> Table | None:
    """The table on a sheet, wherever it starts; None where no row can be its header.

    What was guessed, is ambiguous or stands twice is noted, and which columns are not known.
    """
    header = _best_header(sheet, model)
    if header is None:
        return None
    row = sheet.rows[header.place]
    rows = sheet.rows[header.place + 1 :]
    columns: dict[int, Target] = {}
    unknown = []
    for column, match in _with_likeness(header.matches, row, header.words).items():
        spot = Spot(sheet.name, row.number, column)
        if match.kind == "none":
            unknown.append(column)
        else:
            _take(match, row.text(column), spot, columns, notes)
    if SCHOOL_CODE not in {target.tag for target in columns.values()}:
        one = model.by_key[SCHOOL_CODE]
        if code := _code_column(one, rows, unknown):
            unknown.remove(code)
            match = Match("near", (Target(one.key, one, one, one.label),))
            _take(match, row.text(code), Spot(sheet.name, row.number, code), columns, notes)
    tags = {target.tag for target in columns.values()}
    if not tags & {SCHOOL_CODE, SCHOOL_NAME}:
        return None
    notes.unknown += [row.text(column) for column in unknown if row.text(column) != NOT_READ]
    places = {target.tag: column for column, target in columns.items()}
    below = tuple(_without_labels(rows, columns))
    return Table(sheet.name, header.words.table, columns, below, row.number, places)


def _best_header(sheet: SheetText, model: Model) -> _Header | None:
    found = [
        header
        for place, row in enumerate(sheet.rows[:DEPTH])
        for words in vocabularies(model)
        if (header := _header(place, row, words)) is not None
    ]
    # Of equal ones the first counts: the upper row, schools before lists.
    return max(found, key=lambda header: header.score, default=None)


def _header(place: int, row: RowText, words: Vocabulary) -> _Header | None:
    """The row as a header: at least two columns are known, one of them surely and the table's own."""
    columns = list(row.cells)[:WIDEST]
    matches = {column: words.known(row.text(column)) for column in columns}
    sure = _tags(matches, "sure")
    if not any(words.table is None or tag.startswith(f"{words.table.key}.") for tag in sure):
        return None
    if len(sure | _tags(matches, "near")) < FEWEST:
        if len(columns) > NARROW:
            return None
        matches = _with_likeness(matches, row, words)
    near = _tags(matches, "near") - sure
    if len(sure | near) < FEWEST:
        return None
    # A key counts twice: of a row of keys and the labels below it the keys are the header.
    keys = sum(row.text(column) in sure for column in columns)
    return _Header(place, words, matches, len(sure) + keys + SIGNS * len(near))


def _with_likeness(
    matches: Mapping[int, Match], row: RowText, words: Vocabulary
) -> dict[int, Match]:
    """The matches, with those of unknown headers that are nearly known."""
    return {
        column: match if match.kind != "none" else words.find(row.text(column))
        for column, match in matches.items()
    }


def _tags(matches: Mapping[int, Match], kind: str) -> set[str]:
    return {match.targets[0].tag for match in matches.values() if match.kind == kind}


def _take(match: Match, header: str, spot: Spot, columns: dict[int, Target], notes: Notes) -> None:
    """Takes a column for what its header means, unless that is unclear or taken."""
    target = match.targets[0]
    if match.kind == "several":
        labels = " / ".join(f"{each.label} ({each.tag})" for each in match.targets)
        values = {"header": header, "labels": labels}
        notes.findings.append(Finding(COLUMN_AMBIGUOUS, spot.place(), values))
        return
    values = {"header": header, "label": target.label}
    if target.tag in {one.tag for one in columns.values()}:
        notes.findings.append(Finding(COLUMN_TWICE, spot.place(), values, target.one.key))
        return
    if match.kind == "near":
        notes.findings.append(Finding(COLUMN_GUESSED, spot.place(), values, target.one.key))
    columns[spot.column] = target


def _code_column(one: Field, rows: Sequence[RowText], unknown: Sequence[int]) -> int | None:
    """A column that mostly holds vestigingscodes, whatever its header says."""
    pattern = re.compile(one.limits.pattern or "$^")
    for column in unknown:
        texts = [text for each in rows if (text := each.text(column))]
        if texts and sum(bool(pattern.fullmatch(text.upper())) for text in texts) > len(texts) / 2:
            return column
    return None


def _without_labels(rows: Sequence[RowText], columns: Mapping[int, Target]) -> Iterator[RowText]:
    """The rows, without one that only repeats what the columns mean (the labels below keys)."""
    for place, row in enumerate(rows):
        filled = [column for column in columns if column in row.cells]
        same = [
            column for column in filled if squeezed(row.text(column)) in _names(columns[column])
        ]
        if place >= LABEL_ROWS or not same or len(same) < len(filled) / 2:
            yield row


def _names(target: Target) -> set[str]:
    return {squeezed(words) for words in (target.tag, target.label, target.one.title)}
