"""How LibreOffice turns files into another kind: found on the machine, many files a process, watched.

LibreOffice starts in most of a second and converts a file in a tenth of one, so that files go through
it in batches, a process a core. A file from outside may hang or break it: a process that shows no
progress is ended with all that it started, the file it was at gets one more chance, and the others go
on in a fresh one. Nothing that a file refers to is fetched, and no macro is run.
"""

import os
import secrets
import shutil
import signal
import subprocess
import sys
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from sop_templates.errors import SopError
from sop_templates.formats.office_profile import write_profile
from sop_templates.outcome import Kind

Progress = Callable[[int, int], None]  # done so far, in all

PATIENCE = 90.0  # seconds without a new file: the slowest SOP with photos takes five
BATCH = 25  # files a process: LibreOffice keeps memory of every one
WORTH_A_PROCESS = 4  # files: as many as are made in the time of a start
TRIES = 2
LOOK = 0.05  # seconds between two looks at what is there
MADE = "made"  # the folder in a batch's own for what is made
NAMES = ("soffice", "libreoffice")
WINDOWS_PLACE = ("LibreOffice", "program", "soffice.com")  # the one that waits until it is done
MAC_PLACE = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to convert.

    Attributes:
        name: as it is told to people.
        data: the whole file.
        ending: of its kind, with a dot; LibreOffice goes by it.
    """

    name: str
    data: bytes = field(repr=False)
    ending: str = ".docx"


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of a file.

    Attributes:
        name: of the file.
        data: what was made of it; empty where nothing was.
        error: why nothing was, or None.
    """

    name: str
    data: bytes = field(repr=False)
    error: SopError | None = None


@dataclass(frozen=True, slots=True)
class Conversion:
    """What files are turned into, and what is said where they are not.

    Attributes:
        filter: as `soffice --convert-to` takes it.
        ending: of what is made, with a dot.
        is_whole: whether what was made is a whole file.
        refused: LibreOffice could not open the file.
        hung: it stopped answering or broke off at it.
    """

    filter: str
    ending: str
    is_whole: Callable[[bytes], bool]
    refused: Kind
    hung: Kind


def find_office() -> Path | None:
    """The program `soffice` of LibreOffice, or None where this machine has none."""
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    tops = [os.environ.get(name) for name in ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)")]
    places = [MAC_PLACE, *(Path(top, *WINDOWS_PLACE) for top in tops if top)]
    return next((place for place in places if place.is_file()), None)


def run_office(
    files: Sequence[Source],
    conversion: Conversion,
    program: Path,
    *,
    jobs: int = 0,
    patience: float = PATIENCE,
    progress: Progress | None = None,
) -> list[Converted]:
    """Converts files.

    Args:
        files: what to convert.
        conversion: into what.
        program: LibreOffice, as `find_office` gives it.
        jobs: the number of processes; 0 chooses, at most one a core.
        patience: seconds without progress after which a process is ended.
        progress: told the number of files done, by the thread that calls this.

    Returns:
        One a file, in their order; where it could not be converted, with the reason.
    """
    if not files:
        return []
    processes = jobs or min(os.cpu_count() or 1, -(-len(files) // WORTH_A_PROCESS))
    with TemporaryDirectory(prefix="sop-office-", ignore_cleanup_errors=True) as folder:
        share = -(-len(files) // processes)
        work = _Work(files, conversion, program, Path(folder), patience=patience, share=share)
        with ThreadPoolExecutor(processes) as pool:
            try:
                _wait([pool.submit(work.run) for _ in range(processes)], work, progress)
            finally:
                work.stop.set()
    return [work.done[number] for number in range(len(files))]


def _wait(futures: list[Future[None]], work: "_Work", progress: Progress | None) -> None:
    waiting = set(futures)
    while waiting:
        finished, waiting = wait(waiting, timeout=LOOK * 4)
        for one in finished:
            one.result()
        if progress is not None:
            progress(len(work.done), len(work.files))


class _Work:
    """The files that still wait and what came of the others; several threads take from it."""

    def __init__(
        self,
        files: Sequence[Source],
        conversion: Conversion,
        program: Path,
        folder: Path,
        *,
        patience: float,
        share: int,
    ) -> None:
        self.files = files
        self.done: dict[int, Converted] = {}
        self.stop = threading.Event()
        self._conversion = conversion
        self._program = program
        self._folder = folder
        self._patience = patience
        self._size = min(BATCH, share)
        self._waiting = deque(range(len(files)))
        self._tries: Counter[int] = Counter()

    def run(self) -> None:
        """Works through batches until nothing waits."""
        while batch := list(self._taken()):
            self._convert(batch)

    def _taken(self) -> Iterator[int]:
        for _ in range(0 if self.stop.is_set() else self._size):
            try:
                yield self._waiting.popleft()
            except IndexError:
                return

    def _convert(self, batch: list[int]) -> None:
        folder = self._folder / secrets.token_hex(6)
        write_profile(folder / "profile")
        (folder / MADE).mkdir()
        for number in batch:
            (folder / self._name(number)).write_bytes(self.files[number].data)
        is_whole = self._watched(folder, batch)
        missing = [number for number in batch if not self._collected(folder, number)]
        if is_whole:
            for number in missing:
                self._fail(number, self._conversion.refused)
        else:
            self._again(missing)
        shutil.rmtree(folder, ignore_errors=True)

    def _watched(self, folder: Path, batch: list[int]) -> bool:
        """Runs LibreOffice on a batch; whether it ended by itself and well."""
        process = _started(
            self._program, folder, self._conversion.filter, [self._name(one) for one in batch]
        )
        seen, since = 0, monotonic()
        try:
            while process.poll() is None:
                count = sum(1 for _ in folder.glob(f"{MADE}/*{self._conversion.ending}"))
                if count > seen:
                    seen, since = count, monotonic()
                if self.stop.is_set() or monotonic() - since > self._patience:
                    return False
                sleep(LOOK)
            return process.returncode == 0
        finally:
            _end(process)

    def _collected(self, folder: Path, number: int) -> bool:
        try:
            data = (folder / MADE / f"{number:06}{self._conversion.ending}").read_bytes()
        except FileNotFoundError:
            return False
        if not self._conversion.is_whole(data):
            return False  # LibreOffice was ended while it wrote
        self.done[number] = Converted(self.files[number].name, data)
        return True

    def _name(self, number: int) -> str:
        return f"{number:06}{self.files[number].ending}"

    def _again(self, missing: list[int]) -> None:
        """Lets the files wait again; the first was at work when the process ended, and goes last."""
        if not missing or self.stop.is_set():
            return
        first, *others = missing
        self._tries[first] += 1
        if self._tries[first] == TRIES:
            self._fail(first, self._conversion.hung)
        else:
            others.append(first)
        self._waiting.extend(others)

    def _fail(self, number: int, kind: Kind) -> None:
        name = self.files[number].name
        self.done[number] = Converted(name, b"", SopError(kind, name))


def _started(program: Path, folder: Path, into: str, names: list[str]) -> subprocess.Popen[bytes]:
    words = [str(program), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    words += ["--norestore", "--nolockcheck", "--nologo", "--convert-to", into, "--outdir", MADE]
    surroundings = os.environ | {"TZ": "UTC", "SAL_USE_VCLPLUGIN": "svp"}
    return subprocess.Popen(  # noqa: S603 - LibreOffice, on files that we named
        [*words, *names],
        cwd=folder,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a process with all that it started: `soffice` itself only starts another program."""
    if process.poll() is None:
        if sys.platform == "win32":
            words = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(words, capture_output=True, check=False)  # noqa: S603 - Windows' own
        else:
            with suppress(ProcessLookupError):  # ended just now
                os.killpg(process.pid, signal.SIGKILL)
    process.wait()
