"""Which Word file in a folder is whose: by vestigingscode and school year in it, whatever it is called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_YEAR
from sop_templates.engine.batch import Failure
from sop_templates.engine.other_files import WORD_ENDINGS
from sop_templates.engine.reading import ReadRecord, read_kept_base
from sop_templates.engine.school_files import found_files, gather_sops
from sop_templates.errors import SopError
from sop_templates.formats.files import read_whole
from sop_templates.formats.office_conversion import ENDINGS as OFFICE_ENDINGS
from sop_templates.kinds.batches import OLDER_COPY
from sop_templates.kinds.updating import IN_USE, NOT_WORD, UNREADABLE, WHICH_YEAR
from sop_templates.outcome import Finding

SCHOOL_ENDINGS = (*WORD_ENDINGS, *OFFICE_ENDINGS)

_CUT_FROM = (7, 8)  # characters of a name from which Word cuts one, or two, for its owner file


@dataclass(frozen=True, slots=True)
class WordFolder:
    """The Word files of schools in a folder.

    Attributes:
        files: paths by vestigingscode and school year, None where the file says no year.
        findings: two files for one school and year; the one that was saved last counts.
        failures: files that cannot be read.
    """

    files: Mapping[str, Mapping[str | None, Path]]
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]

    def find(self, code: str, year: str | None) -> Path | None:
        """The Word file of a school, or None where it has none.

        Args:
            code: the vestigingscode.
            year: the school year of the intake; a file that says none is taken for any. None is
                taken for the year of the only file.

        Raises:
            SopError: the year is missing, and there are files of several years; the file is of
                another word processor; or what cannot be read may be the school's.
        """
        known = self.files.get(code, {})
        for one in (year, None):
            if one in known:
                return _word_file(known[one])
        if known and year is None:
            if len(known) > 1:
                raise SopError(WHICH_YEAR, code=code)
            return _word_file(next(iter(known.values())))
        unreadable = (one.file for one in self.failures if code in Path(one.file).name.upper())
        if (file := next(unreadable, None)) is not None:
            raise SopError(UNREADABLE, word=file)
        return None


def read_word_folder(folder: Path, *, model_name: str | None = None, jobs: int = 0) -> WordFolder:
    """Reads the Word files of a folder and its subfolders; what is no SOP is passed over.

    Files of other word processors are read too, so that no new file is made beside them. A PDF is no
    file that a school works in.

    Args:
        folder: it may be missing.
        model_name: the model of files that do not say theirs.
        jobs: the number of processes; 0 chooses.
    """
    paths = found_files([folder], SCHOOL_ENDINGS) if folder.is_dir() else []
    found = gather_sops(paths, model_name=model_name, jobs=jobs)
    findings = [
        one for record in found.records for one in record.findings if one.kind == OLDER_COPY
    ]
    files: dict[str, dict[str | None, Path]] = {}
    for record in sorted(found.records, key=lambda one: one.modified):
        code, year = _identity(record)
        path = Path(record.file)
        other = files.get(code, {}).get(year)
        if other is not None:
            values = {"older": str(other), "newer": str(path)}
            findings.append(Finding(OLDER_COPY, values=values, key=SCHOOL_CODE, file=str(path)))
        if code:
            files.setdefault(code, {})[year] = path
    return WordFolder(files, tuple(findings), tuple(found.failures))


def refuse_open(path: Path) -> None:
    """Sees to it that nobody has the file open: who saves it later would undo what is written.

    Raises:
        SopError: Word's or LibreOffice's own mark of an open file stands beside it.
    """
    for name in _owner_names(path.name):
        if path.with_name(name).exists():
            raise SopError(IN_USE, path, owner=name)


def _word_file(path: Path) -> Path:
    if path.suffix.lower() not in WORD_ENDINGS:
        raise SopError(NOT_WORD, path)
    return path


def _owner_names(name: str) -> Iterator[str]:
    """How Word and LibreOffice call what stands beside an open file."""
    stem = name.rpartition(".")[0]
    yield "~$" + name[sum(len(stem) >= length for length in _CUT_FROM) :]
    yield f".~lock.{name}#"


def _identity(record: ReadRecord) -> tuple[str, str | None]:
    """Code and year of a file; where one was taken away, the one that it was filled with."""
    code, year = record.answers[SCHOOL_CODE], record.answers[SCHOOL_YEAR]
    if (not code or not year) and Path(record.file).suffix.lower() in WORD_ENDINGS:
        kept = read_kept_base(read_whole(Path(record.file)), record.file) or {}
        code, year = code or kept.get(SCHOOL_CODE), year or kept.get(SCHOOL_YEAR)
    return str(code or ""), year
