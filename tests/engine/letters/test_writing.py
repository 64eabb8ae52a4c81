"""Letters for schools: the library's and a board's own, from Word files and from intakes."""

import re
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from sop_templates.engine.demo import samples_folder
from sop_templates.engine.letters.writing import LettersResult, read_settings, write_letters
from sop_templates.engine.reading import read_bytes
from sop_templates.errors import SopError, UsageError
from tests.support.libreoffice import convert
from tests.support.merge_letters import letter, merge, said
from tests.support.word_validity import assert_valid
from tests.support.word_xml import field, p, tbl, tc, tr, unzipped

BOARD = samples_folder() / "regenboogbestuur"
TODAY = date(2026, 4, 2)
FIRST = "99XX00-{}-De-Zeven-Zeilen-2026-2027.docx"
BODY = "word/document.xml"


def written(
    kind: str, out: Path, sources: Sequence[Path] = (BOARD,), **more: object
) -> LettersResult:
    return write_letters(kind, sources, out, today=TODAY, **more)  # type: ignore[arg-type] # as given


def words(path: Path, part: str = BODY) -> str:
    return said(etree.fromstring(unzipped(path.read_bytes())[part]))


@pytest.mark.parametrize(
    "kind", ["aanbieding-mr", "adviesverklaring-mr", "vaststellingsbesluit", "aanbieding-sppoh"]
)
def test_no_field_is_left_in_a_letter_of_the_library(kind: str, tmp_path: Path) -> None:
    result = written(kind, tmp_path)
    assert result.failures == []
    assert len(result.files) == (1 if kind == "aanbieding-sppoh" else 12)
    for one in result.files:
        data = Path(one.file).read_bytes()
        assert not any(b"MERGEFIELD" in part for part in unzipped(data).values())
        assert "«" not in words(Path(one.file))
    assert_valid(data, has_jinja=False)


def test_a_letter_says_what_the_school_answered(tmp_path: Path) -> None:
    written("aanbieding-mr", tmp_path)
    path = tmp_path / FIRST.format("aanbieding-mr")
    lines = words(path).split("¶")
    assert lines[:5] == [
        "De Zeven Zeilen",
        "Zeilmakersgang 4",
        "2599 AB Den Haag",
        "Aan de medezeggenschapsraad van",
        "De Zeven Zeilen",
    ]
    assert "Datum\t2 april 2026" in lines
    text = " ".join(lines)
    assert "voor het schooljaar 2026-2027 voor" in text
    assert "Het schoolteam heeft het besproken op 18 maart 2026." in text
    assert "uiterlijk op 10 juli 2026 in bij het bestuur. Ik ontvang" in text
    assert words(path, "word/footer1.xml") == "De Zeven Zeilen\tPagina 1 van 1"
    assert "De Zeven Zeilen" in words(path, "word/header1.xml")


def test_a_sentence_about_what_is_not_known_is_left_out_and_a_hole_is_told(tmp_path: Path) -> None:
    result = written("aanbieding-mr", tmp_path)
    path = tmp_path / "99XX11-aanbieding-mr-De-Turfschuit-2026-2027.docx"
    assert "besproken op" not in words(path)
    (found,) = (one for one in result.findings if one.file == str(path))
    assert found.message == (
        "The letter for 99XX11 De Turfschuit has an empty place: Adres not filled in."
    )


def test_the_delivery_letter_has_a_row_for_each_established_school(tmp_path: Path) -> None:
    result = written("aanbieding-sppoh", tmp_path)
    path = tmp_path / "aanbieding-sppoh-Stichting-Regenboogbestuur-2026-2027.docx"
    assert [one.file for one in result.files] == [str(path)]
    codes = re.findall(r"99XX\d\d", words(path))
    assert codes == ["99XX00", "99XX01", "99XX03", "99XX04", "99XX10"]
    left_out = [one.message for one in result.findings if one.code == "SOP743"]
    assert len(left_out) == 7
    assert left_out[0] == (
        "99XX02 Het Wilgeneiland is left out: this letter is about established SOPs, and the status "
        "is bij bestuur."
    )


def test_the_declaration_knows_its_school_and_is_no_sop(tmp_path: Path) -> None:
    written("adviesverklaring-mr", tmp_path)
    path = tmp_path / FIRST.format("adviesverklaring-mr")
    custom = unzipped(path.read_bytes())["docProps/custom.xml"].decode()
    for name in ("sop.letter", "sop.vestigingscode", "sop.schooljaar", "sop.content"):
        assert f'name="{name}"' in custom
    with pytest.raises(SopError) as caught:
        read_bytes(path.read_bytes(), path.name)
    assert caught.value.code == "SOP314"


def test_letters_that_exist_are_skipped_and_force_writes_them_again(tmp_path: Path) -> None:
    written("aanbieding-mr", tmp_path)
    path = tmp_path / FIRST.format("aanbieding-mr")
    path.write_bytes(b"of the director")
    again = written("aanbieding-mr", tmp_path)
    assert {one.state for one in again.files} == {"skipped"}
    assert path.read_bytes() == b"of the director"
    forced = written("aanbieding-mr", tmp_path, force=True)
    assert {one.state for one in forced.files} == {"done"}
    assert path.read_bytes() != b"of the director"


def test_the_same_letters_come_out_byte_for_byte(tmp_path: Path) -> None:
    for name in ("a", "b"):
        written("vaststellingsbesluit", tmp_path / name)
    first, second = (tmp_path / name / FIRST.format("vaststellingsbesluit") for name in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()


def test_an_intake_gives_the_same_letters_as_the_word_files(tmp_path: Path) -> None:
    written("aanbieding-mr", tmp_path / "word", [BOARD / "word"])
    written("aanbieding-mr", tmp_path / "intake", [BOARD / "intake.xlsx"])
    name = FIRST.format("aanbieding-mr")
    assert words(tmp_path / "word" / name) == words(tmp_path / "intake" / name)


def test_a_named_intake_gives_the_schools_that_have_no_word_file(tmp_path: Path) -> None:
    folder = tmp_path / "board"
    folder.mkdir()
    one = next((BOARD / "word").glob("99XX03*"))
    shutil.copy(one, folder)
    result = written("aanbieding-mr", tmp_path / "out", [folder, BOARD / "intake.xlsx"])
    assert [file.code for file in result.files][:2] == ["99XX03", "99XX00"]
    assert len(result.files) == 12


def own_letter(tmp_path: Path) -> Path:
    """A board's own template: labels, split fields, a list in a table, a header, an own field."""
    goals = tr(
        tc(p(*merge("ontwikkeling.ambities.doel"))), tc(p(*merge("ontwikkeling_ambities_gereed")))
    )
    data = letter(
        p("Betreft: ", *merge('"Naam school" \\* Upper'), ", ", *merge("ons_kenmerk")),
        p("MR: ", *merge('Datum_advies_MR \\@ "d-M-yyyy"')),
        p(*merge("visie.sterk.kwaliteit")),
        tbl(tr("Doel", "Gereed", header=True), goals),
        parts={"word/header1.xml": [p(*merge("bestuur_naam"), " ", *field("PAGE", "1"))]},
    )
    path = tmp_path / "eigen.docx"
    path.write_bytes(data)
    return path


def test_a_boards_own_template(tmp_path: Path) -> None:
    settings = {"ons_kenmerk": "Q & A <1>"}
    written("ontwikkeling", tmp_path, template=own_letter(tmp_path), settings=settings)
    path = tmp_path / FIRST.format("ontwikkeling")
    record = read_bytes(next((BOARD / "word").glob("99XX00*")).read_bytes()).answers
    strong = "\n".join(row["kwaliteit"] for row in record["visie.sterk"])
    goals = [f"{row['doel']}¶{row['gereed']}" for row in record["ontwikkeling.ambities"]]
    assert len(goals) == 3
    assert words(path).split("¶", 3) == [
        "Betreft: DE ZEVEN ZEILEN, Q & A <1>",
        "MR: 21-4-2026",
        strong,
        "¶".join(["Doel", "Gereed", *goals]),
    ]
    assert words(path, "word/header1.xml") == "Stichting Regenboogbestuur 1"


def test_an_empty_list_leaves_one_blank_row_and_is_told(tmp_path: Path) -> None:
    settings = {"ons_kenmerk": "1"}
    result = written("ontwikkeling", tmp_path, template=own_letter(tmp_path), settings=settings)
    path = tmp_path / "99XX11-ontwikkeling-De-Turfschuit-2026-2027.docx"
    assert words(path).endswith("¶Doel¶Gereed¶¶")
    (found,) = (one for one in result.findings if one.file == str(path))
    assert "Ontwikkelpunten" in found.message


def test_unknown_fields_are_named_before_anything_is_written(tmp_path: Path) -> None:
    path = tmp_path / "eigen.docx"
    path.write_bytes(letter(p(*merge("schoolnaam"), *merge("xyzzy"), *merge("school_naam"))))
    with pytest.raises(SopError) as caught:
        written("eigen", tmp_path / "out", template=path)
    assert caught.value.message == (
        f"Cannot fill {path}: it has merge fields that nothing stands for: schoolnaam (perhaps "
        "school_naam, school_schooljaar, school_plaats); xyzzy. Correct these fields in Word, or "
        "give their value with --set NAME=VALUE."
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ([p("Beste «school_naam»")], "SOP732"),
        ([p(*field("NEXT"), *merge("school_naam"))], "SOP733"),
        (
            [tbl(tr(tc(p(*merge("visie_sterk_kwaliteit"), *merge("ontwikkeling_ambities_doel")))))],
            "SOP736",
        ),
        ([p(*merge("school_directeur")), tbl(tr(tc(p(*merge("scholen_school_naam")))))], "SOP737"),
    ],
)
def test_a_letter_that_cannot_be_filled_is_told(body: list, code: str, tmp_path: Path) -> None:  # type: ignore[type-arg] # paragraphs
    path = tmp_path / "eigen.docx"
    path.write_bytes(letter(*body))
    with pytest.raises(SopError) as caught:
        written("eigen", tmp_path / "out", template=path)
    assert caught.value.code == code
    assert not (tmp_path / "out").exists()


def test_a_letter_for_all_may_ask_what_all_schools_answer_alike(tmp_path: Path) -> None:
    path = tmp_path / "eigen.docx"
    path.write_bytes(letter(p(*merge("schooljaar")), tbl(tr(tc(p(*merge("scholen_brin")))))))
    (made,) = written("eigen", tmp_path, template=path).files
    assert words(Path(made.file)) == "2026-2027" + "¶99XX" * 12


def test_one_file_holds_the_letters_of_all_schools(tmp_path: Path) -> None:
    (made,) = written("adviesverklaring-mr", tmp_path / "alle.docx", one_file=True).files
    path = tmp_path / "alle.docx"
    assert made.file == str(path)
    assert words(path).count("Kruis één advies aan.") == 12
    assert_valid(path.read_bytes(), has_jinja=False)
    pdf = convert(path, "pdf", tmp_path).read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == 12


def test_values_of_ones_own() -> None:
    assert read_settings(["kenmerk=a=b", " x = 1"]) == {"kenmerk": "a=b", "x": " 1"}
    for word in ("kenmerk", "=1"):
        with pytest.raises(UsageError) as caught:
            read_settings([word])
        assert caught.value.code == "SOP739"


def test_a_value_that_a_letter_cannot_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        written("aanbieding-mr", tmp_path, settings={"kenmerk": "a\x00b"})
    assert caught.value.code == "SOP739"


def test_a_folder_without_schools_is_told(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    with pytest.raises(SopError) as caught:
        written("aanbieding-mr", tmp_path / "out", [tmp_path / "leeg"])
    assert caught.value.code == "SOP740"


def test_a_file_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    folder = tmp_path / "board"
    folder.mkdir()
    shutil.copy(next((BOARD / "word").glob("99XX03*")), folder)
    (folder / "99XX04.docx").write_bytes(b"%PDF-1.7")
    result = written("aanbieding-mr", tmp_path / "out", [folder])
    assert [one.code for one in result.files] == ["99XX03"]
    assert [one.code for one in result.failures] == ["SOP015"]
