"""What a board's folder holds: its SOPs, the intakes, and what lies among them and is neither."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sop_templates.domain.answers import Answers
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_YEAR
from sop_templates.engine import gathering
from sop_templates.engine.batch import Failure, Progress, find_files
from sop_templates.engine.filling_sources import read_sources
from sop_templates.engine.gathering import Gathered, gather
from sop_templates.engine.intake import files as intakes
from sop_templates.engine.models import DEFAULT_MODEL
from sop_templates.errors import SopError
from sop_templates.kinds.batches import NO_FILES
from sop_templates.kinds.reading import NO_SOP, OTHER_WORK, TEMPLATE_ITSELF
from sop_templates.outcome import Finding

NO_SOPS = frozenset((NO_SOP.code, OTHER_WORK.code, TEMPLATE_ITSELF.code))


@dataclass(frozen=True, slots=True)
class Schools:
    """The answers of all schools that were found.

    Attributes:
        answers: canonical, one a school and year, those of Word files first.
        model: name of their model.
        findings: on intakes.
        failures: files that could not be read.
    """

    answers: list[Answers] = field(default_factory=list)
    model: str = DEFAULT_MODEL
    findings: list[Finding] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def gather_sops(
    paths: Sequence[Path],
    *,
    model_name: str | None = None,
    jobs: int = 0,
    progress: Progress | None = None,
) -> Gathered:
    """As `gather`, but letters, minutes and blank models among the SOPs are passed over.

    Returns:
        What was read; nothing at all where the paths hold no Word file.

    Raises:
        SopError: a path does not exist.
    """
    passed: list[Failure] = []
    files = found_files(paths, gathering.ENDINGS, passed)
    if not files:
        return Gathered([], [], passed)
    found = gather(files, model_name=model_name, jobs=jobs, progress=progress)
    sops = [one for one in found.failures if one.code not in NO_SOPS]
    failures = [*passed, *gathering.without_other_pdfs(sops, paths)]
    return Gathered(found.records, found.superseded, failures)


def read_schools(paths: Sequence[Path], model_name: str | None = None) -> Schools:
    """The answers of the schools that files and folders hold.

    In a folder the Word files count, being later than the intakes that they were filled from; its
    intakes are read where it has no SOP. A file that is named is always read; where it is an
    intake, it gives the schools that no Word file gave.

    Args:
        paths: Word files, intakes and folders of them.
        model_name: the model where files do not say theirs.

    Raises:
        SopError: a path does not exist.
    """
    gathered = gather_sops(paths, model_name=model_name)
    schools = Schools(
        [one.answers for one in gathered.records],
        next((one.model for one in gathered.records), model_name or DEFAULT_MODEL),
        [],
        list(gathered.failures),
    )
    wanted = [path for path in paths if path.is_file()] if gathered.records else paths
    files = found_files(wanted, intakes.ENDINGS)
    if not files:
        return schools
    sources, name = read_sources(files, model_name)
    known = {_school(answers) for answers in schools.answers}
    added = [one.answers for key, one in sources.schools.items() if key not in known]
    return Schools(
        schools.answers + added,
        schools.model if schools.answers else name,
        sources.findings,
        schools.failures + sources.failures,
    )


def found_files(
    paths: Sequence[Path], endings: Sequence[str], passed: list[Failure] | None = None
) -> list[Path]:
    """As `find_files`, but none may be found, and files that are named are held to the endings too.

    Raises:
        SopError: a path does not exist.
    """
    if not paths:
        return []
    try:
        files = find_files(paths, endings, passed)
    except SopError as error:
        if error.kind is not NO_FILES:
            raise
        return []
    return [path for path in files if path.suffix.lower() in endings]


def _school(answers: Answers) -> tuple[str, str | None]:
    return answers[SCHOOL_CODE] or "", answers[SCHOOL_YEAR]
