"""How LibreOffice makes PDF: found on the machine, many files a process, a process a core, watched.

LibreOffice starts in most of a second and makes a PDF in a tenth of one, so that files go through it
in batches. A file from outside may hang or break it: a process that shows no progress is ended with
all that it started, the file it was at gets one more chance, and the others go on in a fresh one.
"""

import os
import re
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
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from sop_templates.errors import SopError
from sop_templates.formats.office_profile import write_profile
from sop_templates.kinds.pdf import NO_LIBREOFFICE, NO_PDF, OFFICE_HUNG

Progress = Callable[[int, int], None]  # done so far, in all

PATIENCE = 90.0  # seconds without a new PDF: the slowest SOP with photos takes five
BATCH = 25  # files a process: LibreOffice keeps memory of every one
WORTH_A_PROCESS = 4  # files: as many as are made in the time of a start
TRIES = 2
LOOK = 0.05  # seconds between two looks at what is there
# Tagged, with bookmarks, and checked by LibreOffice against PDF/UA-1 (ISO 14289-1).
FILTER = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
NAMES = ("soffice", "libreoffice")
WINDOWS_PLACE = ("LibreOffice", "program", "soffice.exe")
MAC_PLACE = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")

_PDF_DATE = re.compile(rb"(?<=/CreationDate\(D:)\d{14}(?:Z'|[+-]\d\d'\d\d')")
_XMP_DATE = re.compile(rb"(?<=<xmp:CreateDate>)[-0-9T:]{19}(?:Z|[+-]\d\d:\d\d)(?=<)")
_IDENTITY = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}")
_TRAILER = 1024  # bytes at the end in which a PDF names itself and says that it is whole


@dataclass(frozen=True, slots=True)
class WordFile:
    """A file to make a PDF of.

    Attributes:
        name: as it is told to people.
        data: the whole `.docx`.
        made: the moment that its PDF names; then equal files give equal PDF by the same
            LibreOffice. None leaves the moment of making in it.
    """

    name: str
    data: bytes = field(repr=False)
    made: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pdf:
    """What became of a file.

    Attributes:
        name: of the file.
        data: the PDF; empty where there is none.
        error: why there is none, or None.
    """

    name: str
    data: bytes = field(repr=False)
    error: SopError | None = None


def find_office() -> Path | None:
    """The program `soffice` of LibreOffice, or None where this machine has none."""
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    tops = [os.environ.get(name) for name in ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)")]
    places = [MAC_PLACE, *(Path(top, *WINDOWS_PLACE) for top in tops if top)]
    return next((place for place in places if place.is_file()), None)


def make_pdfs(
    files: Sequence[WordFile],
    *,
    office: Path | None = None,
    jobs: int = 0,
    patience: float = PATIENCE,
    progress: Progress | None = None,
) -> list[Pdf]:
    """The PDF of each file: tagged, with bookmarks, fonts in it.

    Nothing that a file refers to is fetched, and no macro is run.

    Args:
        files: Word files.
        office: the program; the machine's own where None.
        jobs: the number of processes; 0 chooses, at most one a core.
        patience: seconds without progress after which a process is ended.
        progress: told the number of files done, by the thread that calls this.

    Returns:
        One a file, in their order; where it could not be made, with the reason.

    Raises:
        SopError: there is no LibreOffice.
    """
    if not files:
        return []
    program = office or find_office()
    if program is None:
        raise SopError(NO_LIBREOFFICE)
    processes = jobs or min(os.cpu_count() or 1, -(-len(files) // WORTH_A_PROCESS))
    with TemporaryDirectory(prefix="sop-pdf-", ignore_cleanup_errors=True) as folder:
        work = _Work(files, program, Path(folder), patience, -(-len(files) // processes))
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
        self, files: Sequence[WordFile], program: Path, folder: Path, patience: float, share: int
    ) -> None:
        self.files = files
        self.done: dict[int, Pdf] = {}
        self.stop = threading.Event()
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
        for number in batch:
            (folder / f"{number:06}.docx").write_bytes(self.files[number].data)
        is_whole = self._watched(folder, batch)
        missing = [number for number in batch if not self._collected(folder, number)]
        if is_whole:
            for number in missing:
                self._fail(number, SopError(NO_PDF, self.files[number].name))
        else:
            self._again(missing)
        shutil.rmtree(folder, ignore_errors=True)

    def _watched(self, folder: Path, batch: list[int]) -> bool:
        """Runs LibreOffice on a batch; whether it ended by itself and well."""
        names = [f"{number:06}.docx" for number in batch]
        process = _started(self._program, folder, names)
        seen, since = 0, monotonic()
        try:
            while process.poll() is None:
                count = sum(1 for _ in folder.glob("*.pdf"))
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
            data = (folder / f"{number:06}.pdf").read_bytes()
        except FileNotFoundError:
            return False
        if not data.startswith(b"%PDF") or b"%%EOF" not in data[-_TRAILER:]:
            return False  # LibreOffice was ended while it wrote
        one = self.files[number]
        settled = data if one.made is None else _settled(data, one.made, one.data)
        self.done[number] = Pdf(one.name, settled)
        return True

    def _again(self, missing: list[int]) -> None:
        """Lets the files wait again; the first was at work when the process ended, and goes last."""
        if not missing or self.stop.is_set():
            return
        first, *others = missing
        self._tries[first] += 1
        if self._tries[first] == TRIES:
            self._fail(first, SopError(OFFICE_HUNG, self.files[first].name))
        else:
            others.append(first)
        self._waiting.extend(others)

    def _fail(self, number: int, error: SopError) -> None:
        self.done[number] = Pdf(self.files[number].name, b"", error)


def _started(program: Path, folder: Path, names: list[str]) -> subprocess.Popen[bytes]:
    words = [str(program), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    words += ["--norestore", "--nolockcheck", "--nologo", "--convert-to", FILTER, "--outdir", "."]
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


def _settled(pdf: bytes, made: datetime, source: bytes) -> bytes:
    """The PDF with the given moment and a name made of its source; each as long as before."""
    moment = made.astimezone(UTC)
    identity = sha256(source).hexdigest()[:32].upper().encode()
    pdf = _PDF_DATE.sub(lambda found: _fitted(f"{moment:%Y%m%d%H%M%S}", found[0], b"'"), pdf)
    pdf = _XMP_DATE.sub(lambda found: _fitted(f"{moment:%Y-%m-%dT%H:%M:%S}", found[0], b":"), pdf)
    return pdf[:-_TRAILER] + _IDENTITY.sub(identity, pdf[-_TRAILER:])


def _fitted(words: str, before: bytes, sign: bytes) -> bytes:
    zone = before[len(words) :]  # its length must stay, or the places named in the file are wrong
    return words.encode() + (zone if zone.startswith(b"Z") else b"+00" + sign + b"00" + zone[6:])
