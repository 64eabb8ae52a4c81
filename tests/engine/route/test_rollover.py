"""Next year's files: what is in them, what is not, which file they come from, what is never lost."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sop_templates.domain.answers import canonical
from sop_templates.engine.boards import read_board
from sop_templates.engine.gathering import gather
from sop_templates.engine.models import open_model
from sop_templates.engine.reading import read_file
from sop_templates.engine.route.rollover import RolledOver, roll_over
from sop_templates.errors import SopError, UsageError
from sop_templates.formats.word.finished.document import open_document
from tests.support import own_formats
from tests.support.libreoffice import convert
from tests.support.own_formats import OwnSop
from tests.support.publication import picture_run, png, with_blocks, with_parts
from tests.support.school_files import write_file, write_files
from tests.support.summaries import SAMPLE, last_year, sample_sources
from tests.support.word_editing import edited, replaced
from tests.support.word_validity import assert_valid
from tests.support.word_xml import docx, p

WANTED = "2027-2028"
CODE, NAME, YEAR = "school.vestigingscode", "school.naam", "school.schooljaar"
STATUS, CHANGES = "vaststelling.status", "ontwikkeling.wijzigingen"
SCHOOL = {CODE: "12AB00", NAME: "De Brug", YEAR: "2026-2027", "visie.visie": "Samen leren."}
MODEL = open_model()


def codes(result: RolledOver) -> list[str]:
    return sorted(one.code for one in result.all_findings)


def answers_in(folder: Path) -> dict[str, dict[str, Any]]:
    return {one.answers[CODE]: one.answers for one in gather([folder]).records}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RolledOver]:
    out = tmp_path_factory.mktemp("sample") / "nieuw"
    return out, roll_over([SAMPLE / "word"], out, year=WANTED)


def test_every_sample_school_gets_its_file_with_its_texts_and_nothing_of_last_year(
    sample: tuple[Path, RolledOver],
) -> None:
    out, result = sample
    assert {one.state for one in result.files} == {"done"}
    found = answers_in(out)
    board, sources = sample_sources()
    assert set(found) == {one[CODE] for one in sources}
    emptied = {one.partition("=")[0].strip() for one in renewed_in_manifest()}
    for one in sources:
        before, _ = canonical(MODEL, board["texts"] | one)
        for key, value in found[one[CODE]].items():
            if key == YEAR:
                assert value == WANTED
            elif key == STATUS:
                assert value == "concept"
            elif key in emptied:
                assert not value, key
            elif before[key] is not None:
                assert value == before[key], key


def renewed_in_manifest() -> list[str]:
    """The keys that `model.toml` marks, read line by line."""
    text = (SAMPLE.parents[1] / "sop_templates/library/haaglanden/model.toml").read_text("utf-8")
    keys: list[str] = []
    last = ""
    for line in text.splitlines():
        if line.startswith("key = "):
            last = line.split('"')[1]
        if line == "renewed = true":
            keys.append(last)
    return keys


def test_the_files_are_valid_and_say_what_they_are(sample: tuple[Path, RolledOver]) -> None:
    out, _ = sample
    for path in sorted(out.glob("*.docx"))[:2]:
        assert_valid(path.read_bytes())
        record = read_file(path)
        assert (record.format, record.version) == ("model", MODEL.version)
        assert set(record.fixed_texts.values()) == {"intact"}


def test_what_was_emptied_is_told(sample: tuple[Path, RolledOver]) -> None:
    _, result = sample
    _, sources = sample_sources()
    for one in result.files:
        source = next(each for each in sources if each[CODE] == one.code)
        assert set(one.emptied) == {
            key for key in renewed_in_manifest() if source.get(key) and key != STATUS
        }


def test_the_board_goes_along_without_its_deadline(sample: tuple[Path, RolledOver]) -> None:
    out, result = sample
    before, _ = read_board(SAMPLE / "board.toml")
    after, findings = read_board(out / "board.toml")
    assert (after.schools, after.texts, after.deadline) == (before.schools, before.texts, None)
    assert findings == ()
    assert result.others == [str(out / "board.toml")]
    assert "SOP429" in codes(result)


def test_a_board_that_is_there_already_stays(tmp_path: Path) -> None:
    shutil.copy(SAMPLE / "board.toml", tmp_path)
    write_files(tmp_path / "oud", [SCHOOL])
    result = roll_over([tmp_path / "oud"], tmp_path / "nieuw", year=WANTED)
    assert result.others == []
    assert not (tmp_path / "nieuw/board.toml").exists()


def test_nothing_is_overwritten_and_a_second_time_nothing_happens(tmp_path: Path) -> None:
    write_files(tmp_path / "oud", [SCHOOL])
    (made,) = roll_over([tmp_path / "oud"], tmp_path / "nieuw", year=WANTED).files
    path = Path(made.file)
    path.write_bytes(b"of a school")
    (again,) = roll_over([tmp_path / "oud"], tmp_path / "nieuw", year=WANTED).files
    assert (again.state, path.read_bytes()) == ("skipped", b"of a school")


def test_a_school_that_has_its_new_file_under_another_name_gets_none(tmp_path: Path) -> None:
    write_file(tmp_path, SCHOOL, "oud.docx")
    write_file(tmp_path, SCHOOL | {YEAR: WANTED}, "nieuw.docx")
    result = roll_over([tmp_path], tmp_path / "uit", year=WANTED)
    assert [(one.state, Path(one.file).name) for one in result.files] == [("skipped", "nieuw.docx")]
    assert codes(result) == ["SOP430"]
    assert not (tmp_path / "uit").exists()


def test_of_several_years_the_last_one_before_counts(tmp_path: Path) -> None:
    for year in ("2024-2025", "2026-2027", "2025-2026", "2028-2029"):
        write_file(tmp_path, SCHOOL | {YEAR: year, "visie.visie": year}, f"{year}.docx")
    (made,) = roll_over([tmp_path], tmp_path / "uit", year=WANTED).files
    assert read_file(made.file).answers["visie.visie"] == "2026-2027"


def test_a_year_that_was_passed_over_is_told(tmp_path: Path) -> None:
    write_file(tmp_path, SCHOOL | {YEAR: "2025-2026"})
    assert codes(roll_over([tmp_path], tmp_path / "uit", year=WANTED)) == ["SOP426"]


def test_a_file_of_a_later_year_only_is_a_failure(tmp_path: Path) -> None:
    write_file(tmp_path, SCHOOL | {YEAR: "2028-2029"})
    result = roll_over([tmp_path], tmp_path / "uit", year=WANTED)
    assert [one.code for one in result.failures] == ["SOP425"]
    assert result.files == []


@pytest.mark.parametrize("year", ["2027", "2027-2029", "volgend jaar"])
def test_no_year_is_wrong_usage(year: str, tmp_path: Path) -> None:
    write_file(tmp_path, SCHOOL)
    with pytest.raises(UsageError) as error:
        roll_over([tmp_path], tmp_path / "uit", year=year)
    assert error.value.code == "SOP639"


def test_a_folder_without_a_sop_stops(tmp_path: Path) -> None:
    with pytest.raises(SopError) as error:
        roll_over([tmp_path], tmp_path / "uit", year=WANTED)
    assert error.value.code == "SOP002"


def test_letters_are_passed_over_but_alone_they_are_told(tmp_path: Path) -> None:
    letter = tmp_path / "brief.docx"
    letter.write_bytes(docx(p("Geachte ouders, morgen is er geen school.")))
    (failure,) = roll_over([tmp_path], tmp_path / "uit", year=WANTED).failures
    assert failure.code == "SOP301"
    write_file(tmp_path, SCHOOL)
    result = roll_over([tmp_path], tmp_path / "uit", year=WANTED)
    assert (len(result.files), result.failures) == (1, [])


def test_one_bad_file_never_stops_the_others(tmp_path: Path) -> None:
    write_file(tmp_path, SCHOOL)
    (tmp_path / "kapot.docx").write_bytes(b"words")
    result = roll_over([tmp_path], tmp_path / "uit", year=WANTED)
    assert [one.state for one in result.files] == ["done"]
    assert [Path(one.file).name for one in result.failures] == ["kapot.docx"]


def test_two_schools_that_say_neither_code_nor_name_get_two_files(tmp_path: Path) -> None:
    nameless = SCHOOL | {CODE: None, NAME: None}
    write_file(tmp_path, nameless, "a.docx")
    write_file(tmp_path, nameless, "b.docx")
    write_file(tmp_path, nameless | {NAME: "De Kade"}, "c.docx")
    write_file(tmp_path, nameless | {NAME: "De Kade"}, "d.docx")
    result = roll_over([tmp_path], tmp_path / "uit", year=WANTED)
    assert sorted(Path(one.file).name for one in result.files) == [
        "zonder-vestigingscode-De-Kade-sop-2027-2028-2.docx",
        "zonder-vestigingscode-De-Kade-sop-2027-2028.docx",
        "zonder-vestigingscode-a-sop-2027-2028.docx",
        "zonder-vestigingscode-b-sop-2027-2028.docx",
    ]


def test_what_changed_is_proposed_where_there_is_a_year_before(tmp_path: Path) -> None:
    board, _ = sample_sources()
    write_files(tmp_path / "vorig", [board["texts"] | one for one in last_year()])
    result = roll_over(
        [SAMPLE / "word"], tmp_path / "uit", year=WANTED, previous=[tmp_path / "vorig"]
    )
    found = answers_in(tmp_path / "uit")
    proposed = {code: one[CHANGES] for code, one in found.items() if one[CHANGES]}
    assert set(proposed) == {one[CODE] for one in last_year()} & set(found)
    assert all(
        one.startswith("Gewijzigd ten opzichte van het profiel voor 2025-2026:")
        for one in proposed.values()
    )
    assert codes(result).count("SOP427") == len(proposed)
    assert codes(result).count("SOP428") == 1


def test_where_nothing_changed_nothing_is_proposed(tmp_path: Path) -> None:
    write_files(tmp_path / "vorig", [SCHOOL | {YEAR: "2025-2026"}])
    write_files(tmp_path / "oud", [SCHOOL])
    result = roll_over(
        [tmp_path / "oud"], tmp_path / "uit", year=WANTED, previous=[tmp_path / "vorig"]
    )
    assert codes(result) == []
    assert answers_in(tmp_path / "uit")["12AB00"][CHANGES] is None


def test_duo_tells_the_number_of_pupils_and_who_it_does_not_know(tmp_path: Path) -> None:
    duo = tmp_path / "duo.csv"
    head = "VESTIGINGSCODE;VESTIGINGSNAAM;BEVOEGD GEZAG NUMMER;GEMEENTENUMMER;PLAATSNAAM"
    rows = "12AB00;De Brug;12345;0603;RIJSWIJK ZH\n99ZZ00;Anders;12345;0603;RIJSWIJK ZH"
    duo.write_text(f"{head}\n{rows}\n", encoding="utf-8")
    other = SCHOOL | {CODE: "12AB01", NAME: "De Kade"}
    given = SCHOOL | {"school.plaats": "Den Haag", "school.gemeente": "Rijswijk"}
    write_files(tmp_path / "oud", [given, other])
    result = roll_over([tmp_path / "oud"], tmp_path / "uit", year=WANTED, schools=duo)
    told = {(one.code, one.key) for each in result.files for one in each.findings}
    assert ("SOP424", CODE) in told
    assert ("SOP423", "school.plaats") in told
    assert ("SOP422", "school.bestuursnummer") in told
    found = answers_in(tmp_path / "uit")["12AB00"]
    assert (found["school.plaats"], found["school.bestuursnummer"]) == ("Den Haag", "12345")


def test_a_changed_fixed_text_is_the_regions_again(tmp_path: Path) -> None:
    path = write_file(tmp_path, SCHOOL)
    path.write_bytes(edited(path.read_bytes(), replaced("zorgplicht", "zorgtaak")))
    assert read_file(path).fixed_texts["vast.zorgplicht"] == "changed"
    result = roll_over([tmp_path], tmp_path / "uit", year=WANTED)
    assert read_file(result.files[0].file).fixed_texts["vast.zorgplicht"] == "intact"
    told = {one.key for one in result.all_findings if one.code == "SOP433"}
    assert "vast.zorgplicht" in told
    assert not any(one.code.startswith("SOP2") for one in result.all_findings)


def test_pictures_of_the_school_are_not_carried_and_that_is_said(tmp_path: Path) -> None:
    path = write_file(tmp_path, SCHOOL)
    path.write_bytes(with_picture(path.read_bytes(), "Het plein"))
    result = roll_over([tmp_path], tmp_path / "uit", year=WANTED)
    (told,) = [one for one in result.all_findings if one.code == "SOP421"]
    assert told.file == str(path)
    assert told.values["names"] == "Het plein"


def with_picture(data: bytes, words: str) -> bytes:
    """The file with a picture between two questions."""
    added = with_blocks(data, p(picture_run("foto", words)))
    parts = {"word/media/foto.png": png()}
    return with_parts(added, parts, {"foto": ("image", "media/foto.png", False)})


def test_hostile_values_come_out_as_typed(tmp_path: Path) -> None:
    text = "{{ 7*7 }} {% raw %} <w:p> & \"quoted\" '=cmd'|x 🦉 שלום\n\n- een\n- twee"
    answers, _ = canonical(MODEL, SCHOOL | {"visie.visie": text, NAME: "=cmd & <b>"})
    write_file(tmp_path, answers)
    (made,) = roll_over([tmp_path], tmp_path / "uit", year=WANTED).files
    found = read_file(made.file).answers
    assert (found["visie.visie"], found[NAME]) == (answers["visie.visie"], answers[NAME])


@pytest.mark.parametrize("shape", own_formats.SHAPES)
def test_a_file_in_a_schools_own_format_moves_into_the_model(
    shape: Callable[[], OwnSop], tmp_path: Path
) -> None:
    sop = shape()
    (tmp_path / sop.name).write_bytes(sop.data)
    result = roll_over([tmp_path], tmp_path / "uit", year=WANTED)
    (made,) = result.files
    record = read_file(made.file)
    assert record.format == "model"
    assert record.answers[YEAR] == WANTED
    for key, words in sop.words.items():
        if key not in made.emptied:
            assert all(text in str(record.answers[key]) for text in words), key
    told = " ".join(one.message for one in result.all_findings)
    assert all(" ".join(text.split()[:3]) in told for text in sop.left)


def test_a_pdf_is_rolled_over_by_its_words(tmp_path: Path) -> None:
    sop = own_formats.numbered_headings()
    (tmp_path / "x.docx").write_bytes(sop.data)
    (tmp_path / "oud").mkdir()
    shutil.copy(convert(tmp_path / "x.docx", "pdf", tmp_path), tmp_path / "oud/sop.pdf")
    result = roll_over([tmp_path / "oud"], tmp_path / "uit", year=WANTED)
    (made,) = result.files
    assert own_formats.VISION[1].split(".")[0] in read_file(made.file).answers["visie.visie"]
    assert "SOP325" in codes(result)


def test_what_has_no_place_is_listed_beside_the_new_file_as_adopt_does(tmp_path: Path) -> None:
    sop = own_formats.numbered_headings()
    (tmp_path / sop.name).write_bytes(sop.data)
    (made,) = roll_over([tmp_path], tmp_path / "uit", year=WANTED).files
    assert Path(made.rest).name == f"{Path(made.file).stem}-nog-te-plaatsen.docx"
    listed = open_document(Path(made.rest).read_bytes()).body
    text = " ".join(listed.text(one.start, one.end) for one in listed.spans.paragraphs)
    assert all(words in text for words in sop.left)
    assert "SOP340" in [one.code for one in made.findings]


def test_text_between_the_questions_is_listed_too_and_without_it_there_is_no_list(
    tmp_path: Path,
) -> None:
    path = write_file(tmp_path, SCHOOL)
    (plain,) = roll_over([path], tmp_path / "een", year=WANTED).files
    assert plain.rest == ""
    path.write_bytes(with_blocks(path.read_bytes(), p("Dit typte iemand tussen twee vragen.")))
    (listed,) = roll_over([path], tmp_path / "twee", year=WANTED).files
    assert "typte iemand" in " ".join(one.message for one in listed.findings)
    assert Path(listed.rest).is_file()


def test_where_the_list_exists_already_nothing_is_written(tmp_path: Path) -> None:
    path = write_file(tmp_path, SCHOOL)
    path.write_bytes(with_blocks(path.read_bytes(), p("Dit typte iemand tussen twee vragen.")))
    rest = tmp_path / "uit/12AB00-De-Brug-sop-2027-2028-nog-te-plaatsen.docx"
    rest.parent.mkdir()
    rest.write_bytes(b"of a school")
    result = roll_over([path], tmp_path / "uit", year=WANTED)
    assert (result.files, [one.code for one in result.failures]) == ([], ["SOP030"])
    assert [one.name for one in rest.parent.iterdir()] == [rest.name]


def test_the_roster_gives_the_code_of_a_school_that_only_tells_its_name(tmp_path: Path) -> None:
    sop = own_formats.bold_lines()
    (tmp_path / sop.name).write_bytes(sop.data)
    (tmp_path / "board.toml").write_text(
        'name = "B"\n[[schools]]\nvestigingscode = "00ZZ07"\nname = "De Meander"\n', "utf-8"
    )
    result = roll_over([tmp_path / sop.name], tmp_path / "uit", year=WANTED)
    assert [one.code for one in result.files] == ["00ZZ07"]
    assert "SOP342" in codes(result)
