"""The length of whole documents: estimated for all, counted by LibreOffice for those that may be too long."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sop_templates.domain.checks_limits import find_too_many_pages
from sop_templates.domain.model import Model
from sop_templates.engine.batch import Failure, Progress, run_batch
from sop_templates.engine.checking import model_of
from sop_templates.engine.other_files import WORD_ENDINGS
from sop_templates.engine.reading import FORMAT_OWN, ReadRecord
from sop_templates.formats.files import read_whole
from sop_templates.formats.office_runs import Source
from sop_templates.formats.page_counts import count_pages
from sop_templates.formats.word.page_estimate import estimate_pages
from sop_templates.outcome import Finding

DOUBTFUL = 0.8, 1.5  # of the pages that a model asks: an estimate between them is worth a count


@dataclass(frozen=True, slots=True)
class Lengths:
    """What there is to say of the length of documents.

    Attributes:
        findings: by file; only of files that are too long.
        failures: files that are gone or changed since they were read.
    """

    findings: dict[str, tuple[Finding, ...]]
    failures: list[Failure]


def find_lengths(
    reads: Sequence[ReadRecord], *, jobs: int = 0, progress: Progress | None = None
) -> Lengths:
    """What there is to say of the length of documents that were read.

    Counting takes LibreOffice a tenth of a second a file, and minutes where somebody pasted a book, so that
    only files are counted which may be too long or may not. A school's own format has no limit.

    Args:
        reads: the files, read.
        jobs: as of `run_batch`.
        progress: told after each file that is counted.
    """
    limited = {
        Path(one.file): model_of(one)
        for one in reads
        if one.format != FORMAT_OWN and model_of(one).max_pages is not None
    }
    estimates = run_batch(_estimate, list(limited), jobs=jobs)
    about = dict(estimates.results)
    doubtful = [path for path, pages in about.items() if _is_doubtful(pages, limited[path])]
    sources = run_batch(_source, doubtful, jobs=1)
    counts = count_pages(sources.results, jobs=jobs, progress=progress)
    counted = {
        Path(source.name): count
        for source, count in zip(sources.results, counts, strict=True)
        if count is not None
    }
    findings = {
        str(path): tuple(find_too_many_pages(limited[path], pages, counted=path in counted))
        for path, pages in (about | counted).items()
        if pages is not None
    }
    return Lengths(findings, [*estimates.failures, *sources.failures])


def _is_doubtful(about: int | None, model: Model) -> bool:
    limit = model.max_pages or 0
    low, high = (share * limit for share in DOUBTFUL)
    return about is None or low < about <= high


def _estimate(path: Path) -> tuple[Path, int | None]:
    """A file with about its pages; None where it is of another kind than Word's."""
    if path.suffix.lower() not in WORD_ENDINGS:
        return path, None
    return path, estimate_pages(read_whole(path), str(path))


def _source(path: Path) -> Source:
    return Source(str(path), read_whole(path), path.suffix.lower())
