"""Moves SOPs in a school's own or an older format into the model, as far as they can be placed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from sop_templates.domain.answers import Answers, is_empty
from sop_templates.domain.board import Board
from sop_templates.domain.dutch import fold
from sop_templates.domain.file_names import folded_name, word_file_name
from sop_templates.domain.joining import fill_gaps
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, SCHOOL_YEAR, Model
from sop_templates.domain.schools import BOARD_NAME
from sop_templates.engine.batch import Failure, Progress, run_batch
from sop_templates.engine.boards import find_board
from sop_templates.engine.duo_facts import DuoFacts, read_facts
from sop_templates.engine.gathering import gather
from sop_templates.engine.models import DEFAULT_MODEL, open_model
from sop_templates.engine.own_format.adopted_rest import has_rest, rest_document
from sop_templates.engine.reading import FORMAT_MODEL, ReadRecord
from sop_templates.engine.word_files import open_word_model
from sop_templates.formats.files import write_whole
from sop_templates.kinds.adopting import (
    CODE_BY_NAME,
    CURRENT,
    FACTS_MISSING,
    REST,
    TEXT_ADDED,
    TEXT_REPLACED,
)
from sop_templates.kinds.fixed_texts import (
    LOCK_REMOVED,
    STAR_TEXT_CHANGED,
    STAR_TEXT_MISSING,
    TEXT_CHANGED,
    TEXT_MISSING,
    TEXT_TYPOGRAPHIC,
)
from sop_templates.kinds.own_format import OWN_FORMAT
from sop_templates.kinds.reading import OTHER_VERSION
from sop_templates.outcome import Finding

ADOPTED, SKIPPED, IN_MODEL = "adopted", "skipped", "current"
REST_ENDING = "-nog-te-plaatsen.docx"
BOARD_NUMBER, AREA, POSTCODE = "school.bestuursnummer", "school.werkgebied", "school.postcode"
SETTLED = (
    LOCK_REMOVED,
    OTHER_VERSION,
    OWN_FORMAT,
    TEXT_TYPOGRAPHIC,
)  # the new file is of the model
FACTS = (SCHOOL_CODE, SCHOOL_NAME, SCHOOL_YEAR)


@dataclass(frozen=True, slots=True)
class AdoptedFile:
    """What became of a file.

    Attributes:
        source: the file that was read.
        file: the Word file of the model; of a file that is in the model already, that file.
        rest: the file with what could not be placed, "" where there is none.
        format: `own`, `older`, or `model` where there was nothing to do.
        state: `adopted`, `skipped` because the new file exists, or `current`.
        placed: keys of the answers that the new file has from the old one.
        left: how many texts could not be placed.
        findings: of the reading and the moving.
    """

    source: str
    file: str
    rest: str
    format: str
    state: str
    placed: tuple[str, ...] = ()
    left: int = 0
    findings: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As `--json` gives it."""
        return {
            "source": self.source,
            "file": self.file,
            "rest": self.rest,
            "format": self.format,
            "state": self.state,
            "placed": list(self.placed),
            "left": self.left,
            "findings": [one.as_json() for one in self.findings],
        }


@dataclass(frozen=True, slots=True)
class AdoptResult:
    """What `sop adopt` did.

    Attributes:
        files: one a SOP, in the order of the files.
        failures: files that could not be worked on.
        findings: on `board.toml`.
    """

    files: list[AdoptedFile]
    failures: list[Failure]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class SchoolFacts:
    """What is known of schools beside their files.

    Attributes:
        board: `board.toml`, or None.
        duo: DUO's file, or None.
    """

    board: Board | None = None
    duo: DuoFacts | None = field(default=None, repr=False)


def adopt(
    paths: Sequence[Path],
    out: Path,
    *,
    model_name: str | None = None,
    schools: Path | None = None,
    jobs: int = 0,
    progress: Progress | None = None,
) -> AdoptResult:
    """Writes a Word file of the model for each SOP that is not in it; no file is ever overwritten.

    Args:
        paths: SOPs and folders of them.
        out: the folder for the new files; made where it is missing.
        model_name: the model; else what the files say, or haaglanden.
        schools: DUO's file, which fills in what it knows of a school whose code is found.
        jobs: the number of processes; 0 chooses.
        progress: told after each file that was read.

    Raises:
        SopError: a path does not exist, there is no file, or DUO's file cannot be read.
    """
    duo = None if schools is None else read_facts(schools)
    gathered = gather(paths, model_name=model_name, jobs=jobs, progress=progress)
    board, findings = find_board(paths)
    work = partial(_adopted, model_name, out, SchoolFacts(board, duo))
    # One after another: names that two files would share are seen that way.
    batch = run_batch(work, gathered.records, name=lambda one: one.file, jobs=1)
    return AdoptResult(batch.results, [*gathered.failures, *batch.failures], findings)


def _adopted(
    model_name: str | None, out: Path, known: SchoolFacts, record: ReadRecord
) -> AdoptedFile:
    name = model_name or record.model or DEFAULT_MODEL
    if record.format == FORMAT_MODEL:
        told = Finding(CURRENT, values={"file": record.file}, file=record.file)
        return AdoptedFile(record.file, record.file, "", record.format, IN_MODEL, findings=(told,))
    model = open_model(name)
    answers, told_facts = with_known_facts(model, record, known)
    path = out / _file_name(record, answers)
    rest = path.with_name(path.stem + REST_ENDING)
    made = AdoptedFile(
        source=record.file,
        file=str(path),
        rest=str(rest) if has_rest(record, model) else "",
        format=record.format,
        state=SKIPPED,
        placed=tuple(_placed(model, record.answers)),
        left=sum(bool(one.rich) for one in record.left),
    )
    if path.exists() or (made.rest and rest.exists()):
        return made
    write_whole(path, open_word_model(name).fill(answers))
    if made.rest:
        write_whole(rest, rest_document(record, model, path.name))
    moved = [
        *unsettled(record.findings),
        *told_facts,
        *_missing(model, record, answers),
        *rest_told(record, made.rest),
    ]
    return replace(made, state=ADOPTED, findings=tuple(one.in_file(record.file) for one in moved))


def _placed(model: Model, answers: Answers) -> Iterator[str]:
    for one in model.fields:
        if not is_empty(one, answers[one.key]) and answers[one.key] is not False:
            yield one.key


def with_known_facts(
    model: Model, record: ReadRecord, known: SchoolFacts
) -> tuple[Answers, list[Finding]]:
    """The answers with what is known of the school beside them, and what there is to say of that."""
    findings = []
    answers = dict(record.answers)
    if answers[SCHOOL_CODE] is None and (found := _by_name(known.board, answers[SCHOOL_NAME])):
        code, name = found
        answers[SCHOOL_CODE] = code
        findings.append(Finding(CODE_BY_NAME, values={"code": code, "name": name}, key=SCHOOL_CODE))
    code = answers[SCHOOL_CODE]
    if known.duo is not None and code:
        answers = fill_gaps(model, answers, known.duo.of_school(model, code) or {})
    return fill_gaps(model, answers, _of_board(model, known.board, answers)), findings


def _missing(model: Model, record: ReadRecord, answers: Answers) -> Iterator[Finding]:
    missing = [model.by_key[key].title for key in FACTS if answers[key] is None]
    if missing:
        values = {"file": record.file, "labels": ", ".join(missing)}
        yield Finding(FACTS_MISSING, values=values)


def _by_name(board: Board | None, name: str | None) -> tuple[str, str] | None:
    """The one school of the roster whose name is in the other, or None."""
    if board is None or not name:
        return None
    wanted = fold(name)
    alike = [
        (one.code, one.name)
        for one in board.schools
        if one.name and (fold(one.name) in wanted or wanted in fold(one.name))
    ]
    return alike[0] if len(alike) == 1 else None


def _of_board(model: Model, board: Board | None, answers: Mapping[str, Any]) -> Answers:
    if board is None:
        return {}
    code, postcode = answers[SCHOOL_CODE] or "", answers.get(POSTCODE) or ""
    roster = {one.code: one.name for one in board.schools}
    told = {
        SCHOOL_NAME: roster.get(code),
        BOARD_NAME: board.name,
        BOARD_NUMBER: board.number,
        AREA: board.area_of(code, postcode),
    }
    return {key: value for key, value in told.items() if value and key in model.by_key}


def _file_name(record: ReadRecord, answers: Mapping[str, Any]) -> str:
    """As the model's files are called; without a code after the file that it was."""
    if answers[SCHOOL_CODE]:
        return word_file_name(answers)
    return f"{folded_name(Path(record.file).stem) or 'sop'}-sop.docx"


def unsettled(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings of the reading, as far as the new file does not settle them."""
    for one in findings:
        if one.kind is STAR_TEXT_CHANGED or one.kind is TEXT_CHANGED:
            yield replace(one, kind=TEXT_REPLACED)
        elif one.kind is STAR_TEXT_MISSING or one.kind is TEXT_MISSING:
            yield replace(one, kind=TEXT_ADDED)
        elif one.kind not in SETTLED:
            yield one


def rest_told(record: ReadRecord, rest: str) -> Iterator[Finding]:
    """That a file lists what has no place; nothing where all has."""
    if record.left:
        pictures = sum(len(one.pictures) for one in record.left)
        count = sum(bool(one.rich) for one in record.left)
        yield Finding(REST, values={"count": count, "pictures": pictures, "rest": rest})
