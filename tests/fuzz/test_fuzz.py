"""Whatever comes, reading ends with an answer or a `SopError`.

Real files are changed at random for some seconds; longer by `make fuzz`. A failure names its seed, and
`FUZZ_SEED=… FUZZ_SECONDS=0` tries exactly that file again.
"""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from sop_templates.engine.boards import read_board
from sop_templates.engine.controls import controls_in
from sop_templates.engine.intake.files import read_intake, write_intake
from sop_templates.engine.model_files.check import check_model
from sop_templates.engine.models import model_folder, open_model
from sop_templates.engine.reading import read_bytes, read_kept_base
from sop_templates.engine.update.updating import update_bytes
from sop_templates.errors import SopError
from sop_templates.formats.pdf_text import read_pdf
from sop_templates.formats.word.merging.letter_template import open_letter
from sop_templates.formats.word.names import NAMESPACES, qn
from tests.support.generated import generated_answers
from tests.support.hostile_pdfs import LINE, drawing
from tests.support.mutations import mutated
from tests.support.word_xml import docx

SECONDS = float(os.environ.get("FUZZ_SECONDS", "2"))  # for each of the readers
SEED = os.environ.get("FUZZ_SEED", "")
ROOT = Path(__file__).parents[2]
WORD = sorted((ROOT / "samples/regenboogbestuur/word").glob("*.docx"))
MODEL = open_model()
LIBRARY = model_folder("haaglanden").parent
NOW = datetime(2026, 9, 1, tzinfo=UTC)
TAGS: tuple[str, ...] = (
    "p",
    "r",
    "t",
    "sdt",
    "sdtPr",
    "sdtContent",
    "tag",
    "tbl",
    "tr",
    "tc",
    "bookmarkStart",
    "del",
)
TAGS += (
    "bookmarkEnd",
    "ins",
    "fldChar",
    "instrText",
    "pPr",
    "rPr",
    "numPr",
    "vMerge",
    "txbxContent",
)

Reader = Callable[[bytes, Path], object]


def _update(data: bytes, _path: Path) -> object:
    return update_bytes(data, generated_answers(MODEL, "00AA00"), now=NOW)


def _on_disk(read: Callable[[Path], object], name: str) -> Reader:
    def reading(data: bytes, folder: Path) -> object:
        path = folder / name
        path.write_bytes(data)
        return read(path)

    return reading


def _intakes() -> list[bytes]:
    answers = [generated_answers(MODEL, f"00AA0{at}") for at in range(3)]
    made = [
        write_intake(MODEL, "school", answers[:1]),
        write_intake(MODEL, "board", answers, schools=3),
    ]
    return [*made, (ROOT / "samples/regenboogbestuur/intake.xlsx").read_bytes()]


READERS: dict[str, tuple[Reader, Callable[[], list[bytes]]]] = {
    "read": (
        lambda data, _: read_bytes(data, "x.docx"),
        lambda: [one.read_bytes() for one in WORD],
    ),
    "kept base": (lambda data, _: read_kept_base(data), lambda: [WORD[0].read_bytes()]),
    "controls": (lambda data, _: controls_in(data), lambda: [one.read_bytes() for one in WORD]),
    "update": (_update, lambda: [one.read_bytes() for one in WORD[:3]]),
    "template": (
        lambda data, _: check_model(MODEL, data),
        lambda: [(model_folder("haaglanden") / "model.docx").read_bytes()],
    ),
    "letter": (
        lambda data, _: open_letter(data),
        lambda: [one.read_bytes() for one in sorted(LIBRARY.rglob("*.docx"))],
    ),
    "workbook": (_on_disk(read_intake, "x.xlsx"), _intakes),
    "table": (
        _on_disk(read_intake, "x.csv"),
        lambda: [
            b'school.vestigingscode;school.naam;visie.visie\r\n00AA00;De Eik;"a\r\nb"\r\n' * 9
        ],
    ),
    "board": (
        _on_disk(read_board, "board.toml"),
        lambda: [(ROOT / "samples/regenboogbestuur/board.toml").read_bytes()],
    ),
    "pdf": (lambda data, _: read_pdf(data), lambda: [drawing(LINE * 30 + b"/X0 Do", form=LINE)]),
}


@pytest.mark.parametrize("name", READERS)
def test_real_files_changed_at_random(name: str, tmp_path: Path) -> None:
    read, sources = READERS[name]
    files = sources()
    end = monotonic() + SECONDS
    seed = int(SEED or 0)
    while True:
        random = Random(f"{name} {seed}")  # noqa: S311 - the same file for the same seed
        data = mutated(random.choice(files), random)
        begun = monotonic()
        try:
            read(data, tmp_path)
        except SopError as error:
            told = error.message
            assert told
        except BaseException:
            (tmp_path / "fault").write_bytes(data)
            print(f"FUZZ_SEED={seed} for {name}; the file: {tmp_path / 'fault'}")  # noqa: T201 - to try again
            raise
        assert monotonic() - begun < 30, f"{name} {seed} takes too long"
        seed += 1
        if monotonic() > end:
            return


@settings(max_examples=int(30 + 30 * SECONDS), deadline=None)
@given(
    st.binary(max_size=3000),
    st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.7\n", b"<?xml ?>", b"\xd0\xcf\x11\xe0"]),
)
def test_any_bytes(data: bytes, start: bytes) -> None:
    for read in (read_bytes, controls_in, read_kept_base, open_letter, read_pdf):
        with pytest.raises(SopError):
            read(start + data)


def _element(tag: str, inside: object) -> etree._Element:
    made = etree.Element(qn(f"w:{tag}"), nsmap={"w": NAMESPACES["w"]})
    if isinstance(inside, str):
        made.text = inside
        for attribute in ("val", "id", "name", "fldCharType"):
            made.set(qn(f"w:{attribute}"), inside[:40])
    elif isinstance(inside, list):
        made.extend(inside)
    return made


WORDS = st.one_of(
    st.sampled_from([*(one.key for one in MODEL.fields), *(one.label for one in MODEL.fields)]),
    st.sampled_from(["begin", "separate", "end", "1", "vast.zorgplicht"]),
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=20),
)
TREES = st.recursive(
    st.builds(_element, st.sampled_from(TAGS), WORDS),
    lambda inside: st.builds(_element, st.sampled_from(TAGS), st.lists(inside, max_size=5)),
    max_leaves=25,
)


@settings(max_examples=int(30 + 60 * SECONDS), deadline=None)
@given(st.lists(TREES, max_size=6))
def test_any_elements_in_any_order(blocks: list[etree._Element]) -> None:
    data = docx(*blocks, properties={"sop.kind": "sop", "sop.model": MODEL.id})
    assert read_bytes(data, "x.docx").answers.keys() == MODEL.by_key.keys()
    controls_in(data)
