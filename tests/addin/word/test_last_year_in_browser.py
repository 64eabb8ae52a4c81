"""Last year's Word file beside this year's fields: read in the pane, shown, copied, taken over where whole."""

from pathlib import Path

import pytest

from sop_templates.engine.reading import read_bytes
from tests.addin.word.test_pane_in_browser import MODEL, OFFER, drive, empty, fields, sample
from tests.support.word_strip import with_typed, without_controls
from tests.support.word_xml import unzipped, zipped

BODY = "word/document.xml"


def choose(path: Path) -> dict[str, object]:
    return {"file": ["#vorig-jaar", str(path)]}


def take(key: str) -> list[dict[str, object]]:
    last = f"[data-veld='{key}'] > details:last-of-type"
    return [{"click": f"{last} > summary"}, {"click": f"{last} button:last-of-type", "wait": 900}]


def written(folder: Path, data: bytes) -> Path:
    path = folder / "vorig jaar.docx"
    path.write_bytes(data)
    return path


def test_every_answer_of_last_year_stands_beside_its_field(tmp_path: Path) -> None:
    _, shown = drive(empty(), choose(written(tmp_path, sample())))
    assert shown["said"] == "vorig jaar.docx staat ernaast: kijk bij de velden onder Vorig jaar."
    answers = read_bytes(sample()).answers
    for one in MODEL.fields:
        value = answers[one.key]
        before = fields(shown)[one.key]["before"]
        if one.type == "list":
            assert len(before) == len(value)
        elif one.type == "rows":
            assert len(before) == len(one.rows)
        else:
            assert bool(before) == (value not in (None, ""))
    (code,) = fields(shown)["school.vestigingscode"]["before"]
    assert code == answers["school.vestigingscode"]
    assert fields(shown)[OFFER]["before"][0].startswith("Ondersteuningsteam: op orde · ")


def test_only_what_is_whole_and_not_of_one_year_can_be_taken_over(tmp_path: Path) -> None:
    _, shown = drive(empty(), choose(written(tmp_path, sample())))
    taken = {one["key"] for one in shown["fields"] if one["isTaken"]}
    kinds = {MODEL.by_key[key].type for key in taken}
    assert kinds == {"text", "choice", "number", "rows"}
    assert not any(MODEL.by_key[key].renewed for key in taken)


def test_a_row_of_answers_is_taken_over_where_this_document_has_none(tmp_path: Path) -> None:
    now = with_typed(empty(), f"{OFFER}.team.status", "gepland")
    path = written(tmp_path, sample())
    *_, shown = drive(now, choose(path), *take("school.plaats"), *take(OFFER))
    answers = read_bytes(sample()).answers
    values = fields(shown)[OFFER]["values"]
    first = answers[OFFER]["team"]
    assert values[:2] == ["gepland", first["toelichting"] or ""]  # what stood there stays
    assert values[2] == answers[OFFER]["mdo"]["status"]
    assert fields(shown)[OFFER]["words"] == "24 van 24 ingevuld"
    assert fields(shown)["school.plaats"]["values"] == [answers["school.plaats"]]
    assert not fields(shown)[OFFER]["isTaken"]


def test_what_is_filled_already_is_not_taken_over(tmp_path: Path) -> None:
    _, shown = drive(sample("99XX02"), choose(written(tmp_path, sample())))
    assert {one["key"] for one in shown["fields"] if one["isTaken"]} <= {OFFER, "basis.gebouw"}


def broken(kind: str) -> bytes:
    files = unzipped(sample())
    if kind == "no zip":
        return b"tekst" * 100
    if kind == "cut off":
        return sample()[: len(sample()) // 2]
    if kind == "no document":
        return zipped({name: data for name, data in files.items() if name != BODY})
    if kind == "entities":
        bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'
        return zipped(
            {**files, BODY: files[BODY].replace(b"<w:document", bomb + b"<w:document", 1)}
        )
    if kind == "unpacks too big":
        return zipped({**files, BODY: files[BODY] + b" " * 20_000_000})
    assert kind == "no XML"
    return zipped({**files, BODY: b"<w:document"})


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("no zip", "geen Word-document"),
        ("cut off", "beschadigd"),
        ("no document", "geen Word-document"),
        ("entities", "niet veilig te lezen"),
        ("unpacks too big", "beschadigd"),
        ("no XML", "geen Word-document"),
    ],
)
def test_a_file_that_is_none_is_refused_in_words(kind: str, said: str, tmp_path: Path) -> None:
    told = (
        "inline style"  # Chromium's own words on broken XML have a style, which our policy blocks
    )
    _, shown = drive(empty(), choose(written(tmp_path, broken(kind))), told=told)
    assert said in shown["said"]
    assert not any(one["before"] for one in shown["fields"])


def test_a_file_without_fields_is_sent_to_the_board(tmp_path: Path) -> None:
    def rename(data: bytes) -> bytes:
        files = unzipped(without_controls(data))
        return zipped(
            {
                **files,
                BODY: files[BODY]
                .replace(b'w:name="sop_', b'w:name="xyz_')
                .replace(b'w:name="', b'w:name="_'),
            }
        )

    _, shown = drive(empty(), choose(written(tmp_path, rename(sample()))))
    assert shown["said"].endswith("sop adopt.")
