"""Which new files a rollover makes: from which file of each school, with what, and under which name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sop_templates.domain.file_names import ENDING, word_file_name
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, SCHOOL_YEAR
from sop_templates.engine.duo_facts import DuoFacts
from sop_templates.engine.filling import standard_texts
from sop_templates.engine.models import open_model
from sop_templates.engine.own_format.adopting import SchoolFacts, with_known_facts
from sop_templates.engine.reading import FORMAT_MODEL, ReadRecord
from sop_templates.engine.route.rolled_answers import Material
from sop_templates.engine.route.school_years import by_school, first_year
from sop_templates.engine.summary.board_folders import BoardFolders


@dataclass(frozen=True, slots=True)
class Around:
    """What a rollover is the same in for all schools.

    Attributes:
        year: the school year to come.
        out: the folder for the new files.
        boards: the boards of the files.
        facts: DUO's file; None where it was not given.
        earlier: files to compare with, by vestigingscode; None where none were given.
    """

    year: str
    out: Path
    boards: BoardFolders
    facts: DuoFacts | None
    earlier: Mapping[str, ReadRecord] | None


@dataclass(frozen=True, slots=True)
class Job:
    """A file to make: its path, the name of its model, and what it is made from."""

    path: Path
    model: str
    material: Material


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of all schools, sorted out.

    Attributes:
        chosen: those that a new file is made from, one a school.
        there: those that are for the new year already.
        too_late: those of schools that have no earlier one.
    """

    chosen: tuple[ReadRecord, ...]
    there: tuple[ReadRecord, ...]
    too_late: tuple[ReadRecord, ...]


def with_school(record: ReadRecord, boards: BoardFolders) -> ReadRecord:
    """The file, with what the board knows of its school where its own format does not tell it."""
    if record.format == FORMAT_MODEL:
        return record
    known = SchoolFacts(boards.of(record.file))
    answers, told = with_known_facts(open_model(record.model), record, known)
    return replace(record, answers=answers, findings=(*record.findings, *told))


def sort_out(records: Iterable[ReadRecord], first: int) -> Sources:
    """Which file of each school a new one is made from: the last before the new year.

    Args:
        records: of all years.
        first: the calendar year in which the new school year begins.
    """
    chosen, there, too_late = [], [], []
    for files in by_school(records):
        now = [one for one in files if first_year(one) == first]
        older = [one for one in files if first_year(one) < first]
        if now:
            there.append(now[0])
        elif older:
            chosen.append(older[0])
        else:
            too_late.append(files[0])
    return Sources(tuple(chosen), tuple(there), tuple(too_late))


def jobs_for(records: Iterable[ReadRecord], around: Around) -> Iterator[Job]:
    """The files to make; no two have the same name."""
    taken: set[str] = set()
    for one in records:
        stem = _stem(one, around.year)
        number, name = 1, stem
        while name.lower() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.lower())
        yield Job(around.out / f"{name}{ENDING}", one.model, _material(one, around))


def code_of(record: ReadRecord) -> str:
    """The vestigingscode that a file says, or ""."""
    return str(record.answers.get(SCHOOL_CODE) or "")


def _stem(record: ReadRecord, year: str) -> str:
    answers = {**record.answers, SCHOOL_YEAR: year}
    if not code_of(record) and not answers[SCHOOL_NAME]:
        answers[SCHOOL_NAME] = Path(record.file).stem
    return word_file_name(answers).removesuffix(ENDING)


def _material(record: ReadRecord, around: Around) -> Material:
    model, code = open_model(record.model), code_of(record)
    board = around.boards.of(record.file)
    return Material(
        record,
        around.year,
        texts=standard_texts(model, board.texts if board else {}),
        has_duo=around.facts is not None,
        facts=around.facts.of_school(model, code) if around.facts else None,
        has_previous=around.earlier is not None,
        previous=around.earlier.get(code) if around.earlier and code else None,
    )
