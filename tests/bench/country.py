"""A country: every primary school of DUO's file filled, read back and summarised, by the real commands.

Each board has its own intake, of the form that fits it; DUO's file lies beside them. The answers that are
read back are held against those that were filled in.
"""

import json
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory

from sop_templates.domain.answers import Answers, canonical
from sop_templates.domain.schools import BOARD, CODE, DuoRow, known_answers, one_school_boards
from sop_templates.engine.batch import run_batch
from sop_templates.engine.intake.duo import read_duo
from sop_templates.engine.intake.files import write_intake
from sop_templates.engine.models import open_model
from tests.bench.timing import Limit
from tests.support.generated import generated_answers
from tests.support.peak_memory import Run, run_sop

DUO = Path(__file__).parents[2] / "samples/duo/schoolvestigingen-basisonderwijs-2026-08.csv"
JOBS = 2
FEW = 612
SECONDS, MEGABYTES = 120, 600
GROWTH = 1.15  # of the time a school takes, from a tenth of the country to all of it


def measures() -> list[Limit]:
    """The rows of the table: time, memory, and whether the time grows with the number of schools."""
    rows = sorted(read_duo(DUO), key=itemgetter(BOARD))
    only = one_school_boards(rows)
    few, every = (_round(rows[:count], only) for count in (FEW, len(rows)))
    seconds = sum(one.seconds for one in every)
    growth = (seconds / len(rows)) / (sum(one.seconds for one in few) / FEW)
    name = f"een land: {len(rows)} scholen vullen, teruglezen en samenvatten"
    biggest = max(one.megabytes for one in every)
    return [
        Limit(name, seconds, "s", SECONDS),
        Limit(f"{name}: het grootste proces", biggest, "MB", MEGABYTES),
        Limit(f"{name}: tijd per school, tegen {FEW} scholen", growth, "x", GROWTH),
    ]


def _round(rows: Sequence[DuoRow], only: frozenset[str]) -> list[Run]:
    """Runs the three commands on schools, and makes sure that what comes back is what went in."""
    with TemporaryDirectory() as name:
        top = Path(name)
        intakes, word, read = top / "intakes", top / "word", top / "antwoorden.json"
        intakes.mkdir()
        boards = [list(group) for _, group in groupby(rows, key=itemgetter(BOARD))]
        written = run_batch(partial(_write_intake, intakes, only), boards, jobs=JOBS)
        assert not written.failures, written.failures[0]
        _write_duo(intakes / "duo.csv", {row[CODE] for row in rows})
        runs = [
            run_sop("fill", intakes, "-o", word, "--jobs", JOBS, "--quiet"),
            run_sop("read", word, "-o", read, "--jobs", JOBS, "--quiet"),
            run_sop("summary", word, "-o", top / "overzicht.xlsx", "--jobs", JOBS, "--quiet"),
        ]
        assert [one.code for one in runs] == [0, 0, 0], [one.err[:500] for one in runs]
        _compare(json.loads(read.read_text(encoding="utf-8")), rows, only)
        return runs


def _write_intake(folder: Path, only: frozenset[str], rows: Sequence[DuoRow]) -> None:
    model = open_model()
    form = "board" if len(rows) > 1 else "school"
    data = write_intake(model, form, [_answers(row, only) for row in rows], schools=len(rows))
    (folder / f"{rows[0][BOARD]}.xlsx").write_bytes(data)


def _answers(row: DuoRow, only: frozenset[str]) -> Answers:
    """What DUO knows of a school, and generated answers to all else."""
    model = open_model()
    known, _ = canonical(model, known_answers(model, row, only))
    facts = {key: value for key, value in known.items() if isinstance(value, str | int) and value}
    return generated_answers(model, row[CODE]) | facts


def _write_duo(path: Path, codes: Iterable[str]) -> None:
    """DUO's file with only these schools."""
    head, *lines = DUO.read_text(encoding="cp1252").splitlines(keepends=True)
    wanted = set(codes)
    place = head.rstrip().split(";").index(CODE)
    kept = [line for line in lines if line.split(";")[place] in wanted]
    path.write_text("".join([head, *kept]), encoding="cp1252")


def _compare(
    read: dict[str, list[dict[str, Answers]]], rows: Sequence[DuoRow], only: frozenset[str]
) -> None:
    assert not read["failed"]
    found = {one["answers"]["school.vestigingscode"]: one["answers"] for one in read["records"]}
    assert len(found) == len(rows)
    model = open_model()
    different = [
        row[CODE] for row in rows if found[row[CODE]] != canonical(model, _answers(row, only))[0]
    ]
    assert not different, f"{len(different)} schools came back otherwise, {different[0]} for one"
