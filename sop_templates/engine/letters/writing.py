"""The letters of the route, by mail merge: one a school, one file for all, or one about all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from sop_templates.domain.answer_values import REFUSED
from sop_templates.domain.answers import Answers
from sop_templates.domain.letter_fields import field_names
from sop_templates.domain.letter_names import joint_file_name, letter_file_name
from sop_templates.domain.letter_words import DERIVED, Occasion
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, SCHOOL_YEAR, Model
from sop_templates.domain.publication import publication_verdict
from sop_templates.engine.batch import Failure, Progress, run_batch
from sop_templates.engine.boards import find_board
from sop_templates.engine.letters.build import letter_file
from sop_templates.engine.letters.plan import LetterPlan, letter_texts, plan_letter
from sop_templates.engine.letters.texts import ONLY
from sop_templates.engine.models import open_model
from sop_templates.engine.school_files import read_schools
from sop_templates.errors import SopError, UsageError
from sop_templates.formats.files import read_whole, write_whole
from sop_templates.formats.word.building.package import zipped
from sop_templates.formats.word.merging.joining import joined
from sop_templates.formats.word.merging.letter_template import Files, open_letter
from sop_templates.kinds.letters import (
    BAD_SETTING,
    EMPTY_IN_LETTER,
    LEFT_OUT,
    NO_SCHOOLS_IN_LETTER,
    NONE_ESTABLISHED,
    NOTES_IN_ONE_FILE,
)
from sop_templates.outcome import Finding

KIND, LETTER = "sop.kind", "sop.letter"  # custom properties, as of a SOP
ESTABLISHED = "established"
DONE, SKIPPED = "done", "skipped"


@dataclass(frozen=True, slots=True)
class LetterFile:
    """What became of a letter.

    Attributes:
        file: the path of its Word file.
        code: the vestigingscode; "" where it is for all schools.
        name: the school's name, or the board's.
        state: `done`, or `skipped` because the file exists.
        findings: on the letter: places that are empty.
    """

    file: str
    code: str
    name: str
    state: str
    findings: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As `--json` gives it."""
        return {"file": self.file, "code": self.code, "name": self.name, "state": self.state}


@dataclass(frozen=True, slots=True)
class LettersResult:
    """What `sop letters` did.

    Attributes:
        files: a letter each.
        failures: schools and files that could not be worked on.
        findings: on intakes, on `board.toml`, and on places that stayed empty.
    """

    files: list[LetterFile]
    failures: list[Failure]
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class _Work:
    """What is the same for all letters of a batch."""

    kind: str
    plan: LetterPlan
    occasion: Occasion
    out: Path
    force: bool


def write_letters(
    kind: str,
    sources: Sequence[Path],
    out: Path,
    *,
    today: date,
    template: Path | None = None,
    one_file: bool = False,
    settings: Mapping[str, str] | None = None,
    model_name: str | None = None,
    force: bool = False,
    progress: Progress | None = None,
) -> LettersResult:
    """Writes letters for the schools of intakes or Word files.

    A letter with fields of the schools (`scholen_school_naam`) is one letter about all of them; any
    other is one a school, in a file each or in one file.

    Args:
        kind: a letter of the library, or with `template` a name of your own for the files.
        sources: Word files, intakes and folders of them; see `read_schools`.
        out: the folder for the letters; made where it is missing. Where there is one file, it may
            be named instead (`.docx`).
        today: the day on the letters.
        template: a mail-merge document of your own.
        one_file: whether the letters of all schools come in one file.
        settings: values for further fields, by name.
        model_name: the model where files do not say theirs.
        force: whether files that exist are overwritten; else they are skipped.
        progress: told after each school.

    Raises:
        UsageError: there is no such letter, or a setting that a letter cannot hold.
        SopError: nothing can be read, or the letter has fields that nothing stands for. Nothing
            was written then.
    """
    given = dict(settings or {})
    _check_settings(given)
    path = template or letter_file(kind)
    letter = open_letter(read_whole(path), str(path))
    schools = read_schools(sources, model_name)
    if not schools.answers and not schools.failures:
        raise SopError(NO_SCHOOLS_IN_LETTER, ", ".join(map(str, sources)))
    model = open_model(schools.model)
    plan = plan_letter(letter, field_names(model, given))
    chosen, left_out = _chosen(plan, model, schools.answers)
    board, findings = find_board(sources)
    work = _Work(kind, plan, Occasion(model, today, board, given, len(chosen)), out, force)
    if chosen and (plan.for_all_schools or one_file):
        files, failures = [_write_joint(work, chosen)], []
    else:
        batch = run_batch(partial(_write, work), chosen, name=_named, jobs=1, progress=progress)
        files, failures = batch.results, batch.failures
    told = [one for file in files for one in file.findings]
    return LettersResult(
        files, [*schools.failures, *failures], [*findings, *schools.findings, *left_out, *told]
    )


def read_settings(words: Sequence[str]) -> dict[str, str]:
    """Values for further fields from `NAME=VALUE`, as the command line takes them.

    Raises:
        UsageError: a word has no `=`, or no name before it.
    """
    found = {}
    for word in words:
        name, sign, value = word.partition("=")
        if not sign or not name.strip():
            raise UsageError(BAD_SETTING, text=repr(word))
        found[name.strip()] = value
    return found


def _check_settings(settings: Mapping[str, str]) -> None:
    for name, value in settings.items():
        if REFUSED.search(value):
            raise UsageError(BAD_SETTING, text=repr(f"{name}={value}"))


def _chosen(
    plan: LetterPlan, model: Model, schools: Sequence[Answers]
) -> tuple[list[Answers], list[Finding]]:
    """The schools that the letter is about, and a finding for each that is left out."""
    if plan.template.properties.get(ONLY) != ESTABLISHED:
        return list(schools), []
    chosen, left_out = [], []
    for answers in schools:
        verdict = publication_verdict(model, answers)
        if verdict.is_established:
            chosen.append(answers)
        else:
            values = {"school": _named(answers), "status": verdict.status or "?"}
            left_out.append(Finding(LEFT_OUT, values=values))
    if schools and not chosen:
        raise SopError(NONE_ESTABLISHED, plan.template.file)
    return chosen, left_out


def _write(work: _Work, answers: Answers) -> LetterFile:
    path = work.out / letter_file_name(answers, work.kind)
    code, name = answers[SCHOOL_CODE] or "", answers[SCHOOL_NAME] or ""
    if path.exists() and not work.force:
        return LetterFile(str(path), code, name, SKIPPED)
    files, findings = _filled(work, [answers])
    write_whole(path, zipped(files), force=work.force)
    return LetterFile(str(path), code, name, DONE, _in_file(findings, path))


def _write_joint(work: _Work, schools: Sequence[Answers]) -> LetterFile:
    """One file for all schools: a letter about all, or the letters of all, each on a page of its own."""
    first = schools[0]
    board = DERIVED["bestuur_naam"].write(first, work.occasion).words
    path = work.out
    if path.suffix.lower() != ".docx":
        path /= joint_file_name(work.kind, board, first[SCHOOL_YEAR])
    if path.exists() and not work.force:
        return LetterFile(str(path), "", board, SKIPPED)
    if work.plan.for_all_schools:
        files, findings = _filled(work, schools)
    else:
        template = work.plan.template
        if any(one.part.endswith("notes.xml") for one in template.fields):
            raise SopError(NOTES_IN_ONE_FILE, template.file)
        made = [_filled(work, [answers]) for answers in schools]
        files = joined([parts for parts, _ in made], template.main)
        findings = [one for _, found in made for one in found]
    write_whole(path, zipped(files), force=work.force)
    return LetterFile(str(path), "", board, DONE, _in_file(findings, path))


def _filled(work: _Work, schools: Sequence[Answers]) -> tuple[Files, list[Finding]]:
    texts = letter_texts(work.plan, schools, work.occasion)
    first = schools[0]
    properties = {KIND: "letter", LETTER: work.kind}
    told = _named(first)
    if len(schools) == 1:
        properties |= {
            "sop.vestigingscode": first[SCHOOL_CODE] or "",
            "sop.schooljaar": first[SCHOOL_YEAR] or "",
        }
    else:
        told = DERIVED["bestuur_naam"].write(first, work.occasion).words
    files = work.plan.template.fill(texts.texts, texts.rows, properties)
    if not texts.empty:
        return files, []
    values = {"school": told, "labels": ", ".join(texts.empty)}
    return files, [Finding(EMPTY_IN_LETTER, values=values)]


def _in_file(findings: Sequence[Finding], path: Path) -> tuple[Finding, ...]:
    return tuple(one.in_file(str(path)) for one in findings)


def _named(answers: Answers) -> str:
    return f"{answers[SCHOOL_CODE]} {answers[SCHOOL_NAME] or ''}".strip()
