"""Batches: finds the files of a command and works through them, so that one never stops the others."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from sop_templates import language
from sop_templates.errors import SopError, shown_name
from sop_templates.formats.files import reason
from sop_templates.kinds.batches import LINK_LEADS_OUT, NO_FILES, NO_SUCH_PATH, ODD_NAME, UNEXPECTED
from sop_templates.kinds.files import CANNOT_READ

Item = TypeVar("Item")
Result = TypeVar("Result")
Progress = Callable[[int, int], None]  # done so far, in all

OWNER_FILE = "~$"  # what Word and Excel leave beside a file that is open
WORTH_A_PROCESS = 40  # items; starting a process costs as much as working through some twenty


@dataclass(frozen=True, slots=True)
class Failure:
    r"""A file, or a row of one, that could not be worked on.

    Attributes:
        file: as the user gave it; what no terminal can show in its name as `\n` and the like.
        code: of the error.
        message: what is wrong and what to do.
    """

    file: str
    code: str
    message: str

    @classmethod
    def of(cls, error: SopError, file: str = "") -> "Failure":
        """The failure that an error tells of."""
        return cls(shown_name(error.file or file), error.code, error.message)

    def as_json(self) -> dict[str, str]:
        """The failure as `--json` gives it."""
        return {"file": self.file, "code": self.code, "message": self.message}


@dataclass(frozen=True, slots=True)
class Batch(Generic[Result]):
    """What came of a batch, in the order of its items."""

    results: list[Result] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def find_files(
    paths: Iterable[Path], endings: Sequence[str], passed: list[Failure] | None = None
) -> list[Path]:
    """The files that paths name: files as they are, folders with their subfolders, sorted.

    Passed over inside folders: other endings, hidden files, the owner files (`~$`) of open
    documents, links that lead out of the folder, folders that may not be opened, and names with
    control characters, which files of Windows and Macs never have.

    Args:
        paths: files and folders.
        endings: with a dot, lower case.
        passed: gets a failure for each such link, folder and name, where somebody will tell of them.

    Returns:
        The files, each once; none only where something was passed over.

    Raises:
        SopError: a path does not exist, or none of them holds such a file.
    """
    asked = list(paths)
    told: list[Failure] = [] if passed is None else passed
    found: dict[Path, None] = {}
    for path in asked:
        if os.path.isdir(path):  # noqa: PTH112 - Path's raises where a name is too long
            found |= dict.fromkeys(_files_below(path, endings, told))
        elif not os.path.exists(path):  # noqa: PTH110 - as above
            raise SopError(NO_SUCH_PATH, path)
        elif error := _oddity(path):
            told.append(Failure.of(error))
        else:
            found[path] = None
    if not found and not passed:
        raise SopError(NO_FILES, ", ".join(map(str, asked)), endings=" ".join(endings))
    return list(found)


def _files_below(folder: Path, endings: Sequence[str], passed: list[Failure]) -> Iterator[Path]:
    top = os.path.realpath(folder)

    def is_safe(path: Path) -> bool:
        if error := _oddity(path) or _escape(path, top):
            passed.append(Failure.of(error))
        return error is None

    def tell(error: OSError) -> None:
        passed.append(Failure.of(SopError(CANNOT_READ, error.filename, reason=reason(error))))

    for where, folders, names in os.walk(folder, onerror=tell):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and is_safe(Path(where, name))
        )
        for name in sorted(names):
            path = Path(where, name)
            if _is_wanted(path, endings) and is_safe(path):
                yield path


def _oddity(path: Path) -> SopError | None:
    """Why a file's name cannot be told in a list, a workbook or a letter; None where it can."""
    return None if shown_name(path) == str(path) else SopError(ODD_NAME, path)


def _escape(path: Path, top: str) -> SopError | None:
    """Why a link is not followed: it leads out of the folder; None where it does not."""
    if not path.is_symlink() or _is_within(os.path.realpath(path), top):
        return None
    return SopError(LINK_LEADS_OUT, path)


def _is_wanted(path: Path, endings: Sequence[str]) -> bool:
    return not path.name.startswith((OWNER_FILE, ".")) and path.suffix.lower() in endings


def _is_within(path: str, folder: str) -> bool:
    """Whether a path, without links, lies in a folder, or is it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def run_batch(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    name: Callable[[Item], str] = str,
    jobs: int = 0,
    progress: Progress | None = None,
) -> Batch[Result]:
    """Works through the items, in several processes where that pays.

    Args:
        work: a function that can be pickled, from an item to its result.
        items: what to work on.
        name: how an item is named where it fails.
        jobs: the number of processes; 0 chooses.
        progress: told after each item.

    Returns:
        The results, and a failure for each item that raised.
    """
    batch: Batch[Result] = Batch()
    guarded = partial(_guarded, work)
    for done, (item, outcome) in enumerate(_each(guarded, items, jobs), start=1):
        if isinstance(outcome, Failure):
            batch.failures.append(
                Failure(outcome.file or name(item), outcome.code, outcome.message)
            )
        else:
            batch.results.append(outcome)
        if progress is not None:
            progress(done, len(items))
    return batch


def _each(
    work: Callable[[Item], Result | Failure], items: Sequence[Item], jobs: int
) -> Iterator[tuple[Item, Result | Failure]]:
    processes = jobs or (os.cpu_count() or 1 if len(items) >= WORTH_A_PROCESS else 1)
    if processes == 1 or len(items) == 1:
        yield from zip(items, map(work, items), strict=True)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - 15 ms, only where it pays
    from multiprocessing import get_context  # noqa: PLC0415 - as above

    chunk = max(1, min(32, len(items) // (processes * 4)))
    # Spawned, not forked: a fork copies locks that another thread (progress bar) may hold.
    with ProcessPoolExecutor(
        processes, get_context("spawn"), initializer=language.use, initargs=(language.current(),)
    ) as pool:
        yield from zip(items, pool.map(work, items, chunksize=chunk), strict=True)


def _guarded(work: Callable[[Item], Result], item: Item) -> Result | Failure:
    try:
        return work(item)
    except SopError as error:
        return Failure.of(error)
    except Exception as error:
        # A fault of ours in one file must not stop three hundred others; it is told, not hidden.
        if os.environ.get("SOP_DEBUG"):
            raise
        return Failure.of(SopError(UNEXPECTED, fault=f"{type(error).__name__}: {error}"))
