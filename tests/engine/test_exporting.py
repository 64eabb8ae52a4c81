"""Answers written for machines."""

import json
from pathlib import Path

import pytest

from sop_templates.engine.exporting import export, records_json
from sop_templates.engine.gathering import Gathered, gather

WORD = Path(__file__).parents[2] / "samples/regenboogbestuur/word"


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Gathered:
    folder = tmp_path_factory.mktemp("word")
    for path in sorted(WORD.glob("*.docx"))[:3]:
        (folder / path.name).write_bytes(path.read_bytes())
    for name in ("a.docx", "b.docx"):
        (folder / name).write_bytes(b"kapot")
    return gather([folder])


@pytest.mark.parametrize(("records", "failures"), [(3, 2), (1, 0), (0, 1), (0, 0)])
def test_json_is_written_piece_by_piece_as_it_would_be_in_one(
    gathered: Gathered, tmp_path: Path, records: int, failures: int
) -> None:
    some = Gathered(gathered.records[:records], [], gathered.failures[:failures])
    export(some, tmp_path / "a.json")
    told = records_json(some.records, some.failures)
    whole = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == whole
