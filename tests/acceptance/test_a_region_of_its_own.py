"""Another region: a model folder of its own, made without Python, serves every command from anywhere."""

import shutil
from pathlib import Path

import pytest

from sop_templates.engine.demo import DAY
from sop_templates.engine.models import model_folder, open_model
from sop_templates.engine.summary.summarising import summarise
from sop_templates.engine.word_files import open_word_model
from tests.support.command_line import Said, sop
from tests.support.generated import generated_answers

DUO = Path(__file__).parents[2] / "samples/duo/schoolvestigingen-basisonderwijs-2026-08.csv"
SAMPLE = DUO.parents[1] / "regenboogbestuur/word/99XX11-De-Turfschuit-sop-2026-2027.docx"
KEY = "visie.motto"
FIELD = """
[[chapters.fields]]
key = "visie.motto"
label = "Ons motto"
type = "text"
bookmark = "sop_visie_motto"
prompt = "Vul in wat er boven de deur staat."

[[chapters.fields]]
key = "visie.populatie"
"""
MOTTO = "Samen de duinen over"


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model folder of a region that asks one thing more, in other words."""
    folder = tmp_path_factory.mktemp("regio") / "noordwijk"
    assert sop("model", "new", folder).code == 0
    manifest = folder / "model.toml"
    text = manifest.read_text("utf-8")
    text = text.replace('\n[[chapters.fields]]\nkey = "visie.populatie"\n', FIELD, 1)
    text = text.replace('label = "Directeur"', 'label = "Schoolleider"', 1)
    manifest.write_text(text, "utf-8")
    assert sop("model", "build", folder).code == 0
    assert sop("model", "check", folder).code == 0
    return folder


@pytest.fixture(scope="module")
def board(region: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A board's folder with Word files of two schools, one with an answer to the region's question."""
    folder = tmp_path_factory.mktemp("bestuur") / "ronde"
    asked = ("--schools", DUO, "--board", "40655", "--year", "2026-2027")
    assert sop("new", "-o", folder, *asked, "--model", region).code == 0
    table = folder / "motto.csv"
    answers = sop("read", "--json", *_filled(folder, region), "--model", region).json["records"]
    codes = [one["answers"]["school.vestigingscode"] for one in answers]
    table.write_text(
        f"vestigingscode;schooljaar;Ons motto\n{codes[0]};2026-2027;{MOTTO}\n", "utf-8"
    )
    assert _ran(sop("fill", table, "-o", folder / "word", "--update", "--model", region)).code == 0
    return folder


def _filled(folder: Path, region: Path) -> list[Path]:
    said = sop("fill", folder / "intake.xlsx", "-o", folder / "word", "--model", region)
    assert said.code == 0, said.err
    return sorted((folder / "word").glob("*.docx"))


def _ran(said: Said) -> Said:
    assert "SOP501" not in said.out + said.err
    assert "SOP009" not in said.out + said.err
    return said


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("elsewhere")
def test_the_answer_to_the_regions_own_question_comes_back(board: Path, region: Path) -> None:
    records = _ran(sop("read", board / "word", "--json", "--model", region)).json["records"]
    assert {one["model"] for one in records} == {"noordwijk"}
    assert [one["answers"][KEY] for one in records].count(MOTTO) == 1
    assert not [found for one in records for found in one["findings"]]


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (("check", "{word}"), (1,)),  # much is still empty
        (("summary", "{word}", "-o", "s.xlsx", "--report", "r.docx", "--page", "p.html"), (0,)),
        (("status", "{word}"), (0,)),
        (("compare", "{word}", "{word}"), (0,)),
        (("rollover", "{word}", "-o", "nieuw", "--year", "2027-2028"), (0,)),
        (("publish", "{word}", "-o", "site", "--draft", "--finder"), (0,)),
        (("schoolgids", "{word}", "-o", "gids", "--draft"), (0,)),
        (("adopt", "{word}", "-o", "over"), (0,)),
        (("letters", "aanbieding-mr", "{intake}", "-o", "brieven"), (0,)),
        (("read", "{word}", "--into", "{intake}", "-o", "i.xlsx"), (0,)),
        (("read", "{word}", "-o", "i.xlsx"), (0,)),
        (("check", "{intake}"), (1,)),
        (("package", "{word}", "-o", "p.zip"), (1,)),  # nothing is established yet
    ],
)
def test_every_command_works_with_it(
    board: Path, region: Path, words: tuple[str, ...], codes: tuple[int, ...]
) -> None:
    places = {"word": board / "word", "intake": board / "intake.xlsx"}
    said = _ran(sop(*(one.format(**places) for one in words), "--model", region))
    assert said.code in codes, said.out + said.err


@pytest.mark.usefixtures("elsewhere")
def test_next_years_files_are_of_the_regions_model(board: Path, region: Path) -> None:
    asked = ("-o", "nieuw", "--year", "2027-2028", "--model", region)
    assert _ran(sop("rollover", board / "word", *asked)).code == 0
    records = _ran(sop("read", "nieuw", "--json", "--model", region)).json["records"]
    assert {one["model"] for one in records} == {"noordwijk"}
    assert MOTTO in [one["answers"][KEY] for one in records]


@pytest.mark.usefixtures("elsewhere")
def test_without_the_model_a_file_is_read_and_it_is_said(board: Path) -> None:
    records = sop("read", board / "word", "--json").json["records"]
    assert {one["model"] for one in records} == {"haaglanden"}
    assert all("SOP316" in [found["code"] for found in one["findings"]] for one in records)
    told = [found for one in records for found in one["findings"] if found["code"] == "SOP316"]
    assert "noordwijk" in told[0]["message"]
    assert not [one for record in records for one in record["findings"] if one["code"] == "SOP313"]


@pytest.mark.usefixtures("elsewhere")
def test_without_the_model_an_intake_is_not_guessed_at(board: Path) -> None:
    said = sop("fill", board / "intake.xlsx", "-o", "word")
    assert said.code == 3
    assert "noordwijk" in said.err
    assert "--model" in said.err


@pytest.fixture
def mixed(board: Path, tmp_path: Path) -> Path:
    """A folder with files of the region's model and one of ours."""
    shutil.copytree(board / "word", tmp_path / "samen")
    shutil.copy(SAMPLE, tmp_path / "samen")
    return tmp_path / "samen"


def test_a_table_of_one_model_takes_no_files_of_another(mixed: Path, region: Path) -> None:
    said = sop("read", mixed, "-o", mixed.with_suffix(".xlsx"), "--model", region)
    assert said.code == 2
    assert "haaglanden, noordwijk" in said.err
    assert sop("read", mixed, "-o", mixed.with_suffix(".json"), "--model", region).code == 0


def test_a_summary_says_which_files_are_of_another_model(mixed: Path, region: Path) -> None:
    out = mixed.with_suffix(".xlsx")
    found = sop("summary", mixed, "-o", out, "--model", region, "--json").json
    told = [
        Path(one["file"]).name
        for one in found["files"]
        if "SOP791" in [finding["code"] for finding in one["findings"]]
    ]
    assert told == [SAMPLE.name]


def test_a_school_of_another_model_misses_only_what_its_own_asks(tmp_path: Path) -> None:
    special = open_model("haaglanden-speciaal")
    answers = generated_answers(special, "99XX50", "2026-2027") | {"vaststelling.status": "concept"}
    path = tmp_path / "99XX50.docx"
    path.write_bytes(open_word_model("haaglanden-speciaal").fill(answers))
    shutil.copy(SAMPLE, tmp_path / "a.docx")
    summary = summarise([tmp_path], today=DAY, model_name="haaglanden", jobs=1)
    school = next(one for one in summary.schools if one.code == "99XX50")
    assert school.missing == ()
    assert "SOP791" in [one.code for one in school.findings]


def test_a_region_that_changes_our_model_and_keeps_its_name_is_read_by_its_own(
    tmp_path: Path,
) -> None:
    changed = tmp_path / "ons" / "haaglanden"
    assert sop("model", "new", changed).code == 0
    text = (changed / "model.toml").read_text("utf-8")
    (changed / "model.toml").write_text(text.replace("max_pages = 10", "max_pages = 1"), "utf-8")
    assert model_folder(str(changed)) == changed
    codes = [one["code"] for one in _codes(SAMPLE, changed)]
    assert {"SOP153", "SOP154"} & set(codes)
    assert not {"SOP153", "SOP154"} & {one["code"] for one in _codes(SAMPLE, None)}


def _codes(file: Path, model: Path | None) -> list[dict[str, str]]:
    asked = () if model is None else ("--model", model)
    return list(sop("check", file, "--json", *asked).json["files"][0]["findings"])
