"""A new round: the blank Word model, the intake, and what DUO's file knows of the schools."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sop_templates.domain.answers import blank, canonical
from sop_templates.domain.board import Board, BoardSchool
from sop_templates.domain.dutch import parse_school_year, write_school_year
from sop_templates.domain.file_names import word_file_name
from sop_templates.domain.joining import fill_gaps
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, SCHOOL_YEAR, Model
from sop_templates.domain.schools import known_answers, one_school_boards, with_round
from sop_templates.engine.boards import BOARD_FILE, board_text
from sop_templates.engine.filling import standard_texts
from sop_templates.engine.intake.duo import read_duo, select_schools
from sop_templates.engine.intake.files import write_intake
from sop_templates.engine.models import DEFAULT_MODEL, open_model
from sop_templates.engine.word_files import open_word_model
from sop_templates.errors import SopError, UsageError
from sop_templates.formats.files import write_whole
from sop_templates.kinds.boards import NO_YEAR, NOTHING_CHOSEN
from sop_templates.kinds.files import FILE_EXISTS
from sop_templates.outcome import Finding

WORD_FOLDER = "word"
INTAKE_FOLDER = "intake"

Answers = dict[str, Any]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class NewRound:
    """What was written.

    Attributes:
        files: the paths, the Word model and the intake first.
        schools: how many schools were chosen from DUO's file.
        findings: on what DUO's file says of them.
    """

    files: tuple[Path, ...]
    schools: int
    findings: tuple[Finding, ...]


def new_round(
    out: Path,
    *,
    year: str | None = None,
    schools: Path | None = None,
    boards: Sequence[str] = (),
    gemeenten: Sequence[str] = (),
    board_name: str = "",
    form: str = "board",
    word: bool = False,
    model_name: str | None = None,
    progress: Progress | None = None,
) -> NewRound:
    """Writes what a board begins a round with. All files appear, or none; none is replaced.

    Args:
        out: the folder; made where it is missing.
        year: the school year that answers begin with, or None.
        schools: DUO's file, from which the schools are taken; None writes blank files only.
        boards: numbers of boards; with `gemeenten` the schools must be in one of these too.
        gemeenten: numbers of gemeenten.
        board_name: DUO's file has none.
        form: `board` for one intake of all schools, `school` for one each.
        word: whether each school gets a pre-filled Word file.
        model_name: the model; None takes the default.
        progress: told after each file.

    Returns:
        What was written: `sop-leeg.docx`, `intake.xlsx` (or `intake/…` for each school), and with
        DUO's file `board.toml` and, where asked, `word/…`.

    Raises:
        UsageError: the year or a number is wrong, or no board and no gemeente was named.
        SopError: a file cannot be read or written, or exists already.
    """
    name = model_name or DEFAULT_MODEL
    model = open_model(name)
    years = _school_year(year)
    rows, only = _chosen(schools, boards, gemeenten)
    known = [
        canonical(model, with_round(model, known_answers(model, row, only), years, board_name))
        for row in rows
    ]
    defaults = standard_texts(model, {})
    records = [fill_gaps(model, answers, defaults) for answers, _ in known]
    plan: dict[Path, Callable[[], bytes]] = dict(_blank_files(out, name, years))
    plan |= _intakes(out, model, form, records, years)
    if schools is not None:
        plan[out / BOARD_FILE] = lambda: board_text(_board(records, boards, board_name)).encode()
    if word:
        plan |= {out / WORD_FOLDER / word_file_name(one): _filled(name, one) for one in records}
    _write_all(plan, progress)
    findings = tuple(finding for _, found in known for finding in found)
    return NewRound(tuple(plan), len(records), findings)


def _school_year(year: str | None) -> str:
    if year is None:
        return ""
    found = parse_school_year(year)
    if found is None or found[1] != found[0] + 1:
        raise UsageError(NO_YEAR, year=year)
    return write_school_year(found[0])


def _chosen(
    schools: Path | None, boards: Sequence[str], gemeenten: Sequence[str]
) -> tuple[Sequence[Mapping[str, str]], frozenset[str]]:
    """The rows of the schools, and the numbers of the boards with one school in the country."""
    if schools is None:
        return [], frozenset()
    if not boards and not gemeenten:
        raise UsageError(NOTHING_CHOSEN, schools)
    rows = read_duo(schools)
    return select_schools(rows, boards, gemeenten), one_school_boards(rows)


def _blank_files(out: Path, name: str, year: str) -> Iterator[tuple[Path, Callable[[], bytes]]]:
    answers = {**blank(open_model(name)), SCHOOL_YEAR: year or None}
    yield out / "sop-leeg.docx", _filled(name, answers)


def _filled(name: str, answers: Answers) -> Callable[[], bytes]:
    return lambda: open_word_model(name).fill(answers)


def _intakes(
    out: Path, model: Model, form: str, records: Sequence[Answers], year: str
) -> dict[Path, Callable[[], bytes]]:
    if form == "school" and records:
        return {
            out / INTAKE_FOLDER / intake_file_name(one): _school_form(model, one) for one in records
        }
    if form == "school":
        return {out / "intake.xlsx": _school_form(model, {SCHOOL_YEAR: year or None})}
    return {out / "intake.xlsx": lambda: write_intake(model, "board", records)}


def _school_form(model: Model, answers: Answers) -> Callable[[], bytes]:
    return lambda: write_intake(model, "school", [answers])


def intake_file_name(answers: Mapping[str, Any]) -> str:
    """The name of a school's intake: that of its Word file, with `intake` for `sop`."""
    stem, _, year = word_file_name(answers).removesuffix(".docx").rpartition("-sop")
    return f"{stem}-intake{year}.xlsx"


def _board(records: Sequence[Answers], boards: Sequence[str], name: str) -> Board:
    roster = tuple(
        BoardSchool(str(one[SCHOOL_CODE]), str(one[SCHOOL_NAME] or "")) for one in records
    )
    number = boards[0].strip().zfill(5) if len(boards) == 1 else ""
    return Board(name=name, number=number, schools=roster)


def _write_all(plan: Mapping[Path, Callable[[], bytes]], progress: Progress | None) -> None:
    """Writes all files or none: what was written goes again when one cannot be."""
    if taken := next((path for path in plan if path.exists()), None):
        raise SopError(FILE_EXISTS, taken)
    written: list[Path] = []
    try:
        for path, make in plan.items():
            write_whole(path, make())
            written.append(path)
            if progress is not None:
                progress(len(written), len(plan))
    except BaseException:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise
