"""How fast a finished SOP is read, all answers with their origin and all rules on, beside python-docx."""

from collections.abc import Callable
from datetime import date
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document
from docx.oxml.ns import qn

from sop_templates.engine.checking import check_record
from sop_templates.engine.controls import list_controls
from sop_templates.engine.reading import read_file
from sop_templates.engine.word_files import open_word_model
from tests.bench.timing import Measure, by_turns
from tests.support.generated import generated_answers

SCHOOLS = 20
ROUNDS = 15
GOAL = 1.5
TODAY = date(2026, 6, 1)


def measures() -> list[Measure]:
    """Reading and checking one finished SOP."""
    with TemporaryDirectory() as folder:
        files = _filled(Path(folder))
        count = len(list_controls(files[0]))
        ours, theirs = by_turns(_in_turn(_read, files), _in_turn(_peer, files), rounds=ROUNDS)
    name = f"een SOP lezen en nakijken ({count} velden)"
    return [Measure(name, "python-docx, tekst per veld", ours, theirs, GOAL, faster=True)]


def _filled(folder: Path) -> list[Path]:
    word = open_word_model()
    files = []
    for number in range(SCHOOLS):
        path = folder / f"{number:02}.docx"
        path.write_bytes(word.fill(generated_answers(word.model, f"00AA{number:02}")))
        files.append(path)
    return files


def _read(path: Path) -> object:
    return check_record(read_file(path), today=TODAY)


def _peer(path: Path) -> object:
    """What python-docx offers: it opens the file; the controls are for its user to find."""
    body = Document(str(path)).element.body
    return ["".join(one.itertext()) for one in body.iterfind(f".//{qn('w:sdt')}")]


def _in_turn(work: Callable[[Path], object], files: list[Path]) -> Callable[[], object]:
    """The work on the next file each time, so that nothing can be remembered from the last."""
    following = cycle(files)
    return lambda: work(next(following))
