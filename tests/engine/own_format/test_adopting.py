"""Own-format and older SOPs moved into the model: what was placed, what was not, and nothing lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sop_templates.domain.board import Board, BoardSchool
from sop_templates.engine.boards import write_board
from sop_templates.engine.intake.duo import read_duo
from sop_templates.engine.models import open_model
from sop_templates.engine.own_format.adopting import AdoptedFile, adopt
from sop_templates.engine.reading import read_file
from sop_templates.engine.word_files import open_word_model
from sop_templates.formats.word.finished.document import open_document
from sop_templates.formats.word.names import element
from sop_templates.kinds import adopting as kinds
from tests.support import own_formats, own_formats_found
from tests.support.generated import generated_answers
from tests.support.own_formats import FIRST, OwnSop
from tests.support.word_validity import assert_valid
from tests.support.word_xml import Node, docx, p, r, unzipped, zipped

MODEL = open_model()
DUO = Path("samples/duo/schoolvestigingen-basisonderwijs-2026-08.csv")
CHAPTERS = [("Visie", own_formats.VISION), ("Basisondersteuning", own_formats.BASIS[:1])]
BASIS = [p(r("Zorgstructuur", look="b")), p("Wij helpen in de klas.")]


def adopted(
    folder: Path, data: bytes, name: str = "sop.docx", schools: Path | None = None
) -> AdoptedFile:
    (folder / "oud").mkdir(exist_ok=True)
    path = folder / "oud" / name
    path.write_bytes(data)
    result = adopt([path], folder / "nieuw", schools=schools)
    assert result.failures == []
    (made,) = result.files
    return made


def words(path: str) -> str:
    body = open_document(Path(path).read_bytes(), path).body
    return body.text(0, body.end)


def codes(made: AdoptedFile) -> list[str]:
    return [one.code for one in made.findings]


@pytest.mark.parametrize("shape", [*own_formats.SHAPES, *own_formats_found.SHAPES])
def test_an_own_format_becomes_a_file_of_the_model(
    shape: Callable[[], OwnSop], tmp_path: Path
) -> None:
    sop = shape()
    made = adopted(tmp_path, sop.data, sop.name)
    assert (made.state, made.format) == ("adopted", "own")
    assert_valid(Path(made.file).read_bytes(), has_jinja=False)
    record = read_file(made.file)
    assert record.format == "model"
    for key, texts in sop.words.items():
        for text in texts:
            assert text in record.answers[key]
    assert record.fixed_texts["vast.zorgplicht"] == "intact"
    assert {key: str(record.answers[key]) for key in sop.facts} == sop.facts
    assert set(made.placed) == set(sop.words) | set(sop.facts)


@pytest.mark.parametrize("shape", own_formats.SHAPES)
def test_what_has_no_place_stands_in_a_file_beside_it(
    shape: Callable[[], OwnSop], tmp_path: Path
) -> None:
    sop = shape()
    made = adopted(tmp_path, sop.data, sop.name)
    if sop.left:
        assert Path(made.rest).name == f"{Path(made.file).stem}-nog-te-plaatsen.docx"
        assert_valid(Path(made.rest).read_bytes(), has_jinja=False)
        for text in sop.left:
            assert text in words(made.rest)
        assert kinds.REST.code in codes(made)


def test_the_school_s_version_of_a_fixed_text_is_kept_in_the_list(tmp_path: Path) -> None:
    made = adopted(tmp_path, own_formats.bold_lines().data)
    (told,) = [one.message for one in made.findings if one.kind is kinds.TEXT_REPLACED]
    assert '"zes" became "tien"' in told
    assert "SOP201" not in codes(made)
    assert "Dan heeft de school tien weken" in words(made.rest)
    assert FIRST in words(made.file)


def picture(words: str) -> Node:
    """A run with a picture, as far as its name goes."""
    about = element("wp:docPr", {"id": "1", "name": "foto1", "descr": words})
    return r(element("w:drawing", children=[element("wp:inline", children=[about])]))


def test_pictures_are_named(tmp_path: Path) -> None:
    vision = [p(r("Visie", look="b")), p("Wij zien elk kind staan.", picture("Het plein"))]
    made = adopted(tmp_path, docx(p("SOP De Ark"), *vision, *BASIS))
    assert "Afbeeldingen die hier stonden: Het plein." in words(made.rest)
    (told,) = [one.message for one in made.findings if one.kind is kinds.REST]
    assert told.startswith("0 texts and 1 pictures")


def test_what_was_guessed_and_what_is_missing_is_told_in_the_list(tmp_path: Path) -> None:
    vision = [p(r("Visie", look="b")), p("Wij zien elk kind staan.")]
    loose = [p(r("Vragen?", look="b")), p("Kom langs.")]
    made = adopted(tmp_path, docx(p("SOP De Ark"), *vision, *BASIS, *loose))
    assert MODEL.by_key["extra.beschrijving"].label in words(made.rest)
    assert kinds.TEXT_ADDED.code in codes(made)
    prose = adopted(tmp_path, own_formats.long_prose().data, "prose.docx")
    assert MODEL.by_key["basis.structuur"].label in words(prose.rest)


def test_what_was_put_with_a_part_by_its_words_is_told_in_the_list(tmp_path: Path) -> None:
    practice = [p(r("De praktijk", look="b")), p(own_formats.BASIS[1])]
    data = docx(p("SOP"), *own_formats_found.stacked(own_formats_found.bold, CHAPTERS), *practice)
    made = adopted(tmp_path, data)
    assert "ondersteuningsstructuur georganiseerd? (De praktijk)" in words(made.rest)


def test_an_older_file_keeps_its_answers(tmp_path: Path) -> None:
    answers = generated_answers(MODEL, "00AA05")
    files = unzipped(open_word_model().fill(answers))
    custom = files["docProps/custom.xml"]
    files["docProps/custom.xml"] = custom.replace(MODEL.version.encode(), b"2025.1")
    made = adopted(tmp_path, zipped(files))
    assert (made.format, made.rest) == ("older", "")
    record = read_file(made.file)
    assert (record.format, record.answers) == ("model", answers)


def test_a_file_of_today_is_left_as_it_is(tmp_path: Path) -> None:
    made = adopted(tmp_path, open_word_model().fill(generated_answers(MODEL, "00AA05")))
    assert (made.state, codes(made)) == ("current", [kinds.CURRENT.code])
    assert not (tmp_path / "nieuw").exists()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    sop = own_formats.numbered_headings()
    first = adopted(tmp_path, sop.data)
    Path(first.file).write_bytes(b"werk van de school")
    second = adopted(tmp_path, sop.data)
    assert second.state == "skipped"
    assert Path(first.file).read_bytes() == b"werk van de school"


def test_one_bad_file_never_stops_the_others(tmp_path: Path) -> None:
    (tmp_path / "goed.docx").write_bytes(own_formats.numbered_headings().data)
    (tmp_path / "notulen.docx").write_bytes(own_formats.minutes())
    (tmp_path / "kapot.docx").write_bytes(b"PK\x03\x04")
    result = adopt([tmp_path], tmp_path / "nieuw")
    assert [Path(one.source).name for one in result.files] == ["goed.docx"]
    assert sorted(Path(one.file).name for one in result.failures) == ["kapot.docx", "notulen.docx"]


# What is known of the school


def test_duo_fills_in_what_it_knows_of_a_school(tmp_path: Path) -> None:
    row = next(one for one in read_duo(DUO) if one["POSTCODE"])
    code = row["VESTIGINGSCODE"]
    vision = [p(r("Visie", look="b")), p("Wij zien elk kind staan.")]
    made = adopted(tmp_path, docx(p("SOP"), *vision, *BASIS), f"{code}.docx", schools=DUO)
    answers = read_file(made.file).answers
    assert answers["school.vestigingscode"] == code
    assert answers["school.naam"] == row["VESTIGINGSNAAM"]
    assert answers["school.postcode"] == row["POSTCODE"]
    assert answers["school.schoolsoort"] == "basisschool"


def test_the_roster_gives_the_code_of_the_one_school_of_that_name(tmp_path: Path) -> None:
    schools = (
        BoardSchool("00ZZ08", "Daltonschool De Meander", "Noord"),
        BoardSchool("00ZZ09", "De Es"),
    )
    (tmp_path / "oud").mkdir()
    write_board(Board(name="Stichting Kust", schools=schools), tmp_path / "oud" / "board.toml")
    made = adopted(tmp_path, own_formats.bold_lines().data)
    assert kinds.CODE_BY_NAME.code in codes(made)
    answers = read_file(made.file).answers
    assert answers["school.vestigingscode"] == "00ZZ08"
    assert answers["school.bestuur"] == "Stichting Kust"
    assert answers["school.werkgebied"] == "Noord"


def test_what_tells_no_school_is_named_after_its_file(tmp_path: Path) -> None:
    made = adopted(tmp_path, own_formats.all_in_one().data, "Ons profiel (def).docx")
    assert Path(made.file).name == "Ons-profiel-def-sop.docx"
    (finding,) = [one for one in made.findings if one.kind is kinds.FACTS_MISSING]
    assert finding.message.endswith("tells: Vestigingscode, Schooljaar.")
