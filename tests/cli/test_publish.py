"""`sop publish` and `sop schoolgids`, as a school runs them."""

from pathlib import Path

import pytest

from tests.support.command_line import sop
from tests.support.publication import WORD, established_answers, foreign_schoolgids


@pytest.fixture
def word(tmp_path: Path) -> Path:
    folder = tmp_path / "word"
    folder.mkdir()
    (folder / "klaar.docx").write_bytes(WORD.fill(established_answers()))
    concept = established_answers() | {
        "vaststelling.status": "concept",
        "school.vestigingscode": "99XX01",
    }
    (folder / "concept.docx").write_bytes(WORD.fill(concept))
    return folder


def test_the_established_sop_is_published_and_the_other_named(word: Path) -> None:
    said = sop("publish", word, "-o", word.parent / "site", lang="en")
    assert said.code == 1
    assert f"1 published to {word.parent / 'site'}, 0 skipped, 1 not published." in said.out
    assert "concept.docx" in said.out
    assert 'Not published: the status is "concept"' in said.out


def test_json_tells_what_became_of_each(word: Path) -> None:
    said = sop("publish", word, "-o", word.parent / "site", "--draft", "--finder", "--json")
    assert said.code == 0
    assert [(one["state"], one["draft"]) for one in said.json["files"]] == [
        ("done", True),
        ("done", False),
    ]
    assert [Path(one).name for one in said.json["pages"]] == ["index.html", "zoeken.html"]


def test_a_second_time_pages_are_skipped(word: Path) -> None:
    done = ["publish", word / "klaar.docx", "-o", word.parent / "site"]
    assert sop(*done, lang="en").code == 0
    assert "--force writes them again" in sop(*done, lang="en").out


def test_an_extract_goes_into_a_schoolgids(word: Path) -> None:
    host = word.parent / "gids.docx"
    host.write_bytes(foreign_schoolgids())
    out = word.parent / "uit"
    said = sop("schoolgids", word / "klaar.docx", "-o", out, "--into", host, "--level", 3, "--json")
    assert said.code == 0
    assert said.json["files"][0]["written"] == [str(out / "gids.docx")]


def test_a_schoolgids_without_a_place_says_how_to_make_one(word: Path) -> None:
    host = word.parent / "gids.docx"
    host.write_bytes(foreign_schoolgids(bookmark="anders"))
    said = sop(
        "schoolgids", word / "klaar.docx", "-o", word.parent / "uit", "--into", host, lang="en"
    )
    assert said.code == 3
    assert 'no content control named "sop"' in said.err
    assert "Insert, Bookmark, and name it sop." in said.err
