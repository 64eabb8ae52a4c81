"""The story of a year: its commands are run in its order, and what people do by hand in between."""

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sop_templates.domain.answers import is_empty
from sop_templates.domain.model import Need
from sop_templates.engine.models import open_model
from sop_templates.engine.reading import read_file
from sop_templates.engine.word_files import open_word_model
from sop_templates.formats.word.finished.document import open_document
from tests.support.command_line import Said, sop
from tests.support.generated import generated_answers
from tests.support.own_formats import VISION, numbered_headings
from tests.support.told_commands import Step, blocks, commands, told

STORY = Path(__file__).parents[2] / "docs/een-jaar.md"
TEXT = STORY.read_text(encoding="utf-8")
CODE, YEAR = "00ZZ01", "2026-2027"
WORD, NEXT = Path("ronde/word"), Path("volgend-jaar/word")
MODEL = open_model()
Answers = dict[str, Any]


def document(folder: Path) -> Path:
    """The school's Word file in a folder."""
    (path,) = (
        one for one in folder.glob(f"{CODE}-*-sop-*.docx") if "nog-te-plaatsen" not in one.name
    )
    return path


def answers_in(folder: Path) -> Mapping[str, Any]:
    return read_file(document(folder)).answers


def old_document() -> None:
    shape = numbered_headings()
    Path("oud").mkdir()
    Path("oud/SOP De Vuurtoren.docx").write_bytes(shape.data)
    board = f"""
name = "Stichting De Kust"
number = "00098"
[[schools]]
vestigingscode = "{CODE}"
name = "De Vuurtoren"
"""
    Path("board.toml").write_text(board, encoding="utf-8")


def school_completes() -> None:
    """The school fills in what is asked and was empty, and the day of its team."""
    path = document(WORD)
    answers: Answers = dict(read_file(path).answers)
    invented = generated_answers(MODEL, CODE)
    for one in MODEL.fields:
        asked = one.need is not Need.OPTIONAL and not one.renewed
        if asked and is_empty(one, answers[one.key]):
            answers[one.key] = invented[one.key]
    answers |= {
        "vaststelling.teamdatum": "2025-11-24",
        "vaststelling.status": "concept",
        "school.schooljaar": YEAR,
    }
    path.write_bytes(open_word_model().fill(answers))


def council_signs() -> None:
    (WORD / f"{CODE}-adviesverklaring.pdf").write_bytes(b"%PDF-1.7 getekend %%EOF")


def advice_in_excel() -> None:
    fill_in(
        {
            "vaststelling.mr_datum": "11 februari 2026",
            "vaststelling.mr_advies": "positief met opmerkingen",
            "vaststelling.mr_toelichting": "Graag meer over pesten.",
            "vaststelling.mr_namens": "voorzitter MR",
            "vaststelling.mr_opvolging": "overgenomen",
            "vaststelling.status": "bij bestuur",
        }
    )


def decision_in_excel() -> None:
    fill_in(
        {
            "vaststelling.bestuursdatum": "9 maart 2026",
            "vaststelling.namens": "voorzitter college van bestuur",
            "vaststelling.status": "vastgesteld",
        }
    )


def fill_in(given: Mapping[str, str]) -> None:
    """Types answers into the school's form, beside the hidden keys."""
    path = Path("ronde/antwoorden.xlsx")
    book = load_workbook(path)
    left = dict(given)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            key = row[0].value
            if key in left:
                row[2].value = left.pop(str(key))
    assert not left
    book.save(path)


def school_updates() -> None:
    """A word of the vision changes, an arrangement comes."""
    path = document(NEXT)
    answers: Answers = dict(read_file(path).answers)
    assert VISION[0] in answers["visie.visie"]
    answers["visie.visie"] = answers["visie.visie"].replace("welkom", "van harte welkom", 1)
    row = {"naam": "Lezen met de hond", "domein": "leren", "groepen": "3 t/m 5"}
    answers["extra.arrangementen"] = [
        *answers["extra.arrangementen"],
        row | {"uitvoerder": "school", "status": "gepland"},
    ]
    path.write_bytes(open_word_model().fill(answers))


STEPS: Mapping[str, Callable[[], None]] = {
    "oud-document": old_document,
    "school-vult-aan": school_completes,
    "mr-tekent": council_signs,
    "advies-in-excel": advice_in_excel,
    "besluit-in-excel": decision_in_excel,
    "school-werkt-bij": school_updates,
}


@dataclass(frozen=True)
class Year:
    """The whole story: its folder, and what the commands said."""

    folder: Path
    said: list[tuple[str, Said]]

    def of(self, command: str) -> list[str]:
        return [said.out for name, said in self.said if name == command]


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    done = Year(tmp_path_factory.mktemp("jaar"), [])
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(done.folder)
        for one in told(TEXT):
            if isinstance(one, Step):
                STEPS[one.name]()
                continue
            said = sop(*one)
            # The first check is told to find what still lacks.
            expected = 1 if one[0] == "check" and not done.of("check") else 0
            assert said.code == expected, f"sop {shlex.join(one)}\n{said.out}{said.err}"
            done.said.append((one[0], said))
    return done


def test_every_command_works_in_the_order_of_the_story(year: Year) -> None:
    assert len(year.said) == len(commands(TEXT))


def test_what_had_no_place_is_in_the_list(year: Year) -> None:
    (rest,) = (year.folder / WORD).glob("*-nog-te-plaatsen.docx")
    body = open_document(rest.read_bytes()).body
    assert "bibliobus" in "".join(body.text(one.start, one.end) for one in body.spans.paragraphs)


def test_the_school_goes_from_step_to_step(year: Year) -> None:
    first, second, third = year.of("status")
    assert "concept" in first
    assert "niets: klaar" in first
    assert "bij bestuur" in second
    assert "concept" in third


def test_the_old_text_is_still_there_after_a_year(year: Year) -> None:
    assert VISION[1] in answers_in(year.folder / WORD)["visie.visie"]
    assert VISION[1] in answers_in(year.folder / NEXT)["visie.visie"]


def test_the_advice_and_the_decision_came_back_into_word(year: Year) -> None:
    answers = answers_in(year.folder / WORD)
    assert answers["vaststelling.mr_datum"] == "2026-02-11"
    assert answers["vaststelling.mr_toelichting"] == "Graag meer over pesten."
    assert answers["vaststelling.bestuursdatum"] == "2026-03-09"
    assert answers["vaststelling.status"] == "vastgesteld"


def test_the_next_year_begins_without_them(year: Year) -> None:
    answers = answers_in(year.folder / NEXT)
    assert answers["school.schooljaar"] == "2027-2028"
    assert answers["vaststelling.status"] == "concept"
    assert not any(
        value
        for key, value in answers.items()
        if key.startswith("vaststelling.") and key != "vaststelling.status"
    )


def test_what_the_school_changed_is_on_the_page(year: Year) -> None:
    page = (year.folder / "volgend-jaar/wijzigingen.html").read_text(encoding="utf-8")
    assert "van harte" in page
    assert "Lezen met de hond" in page


def test_every_step_and_every_line_of_the_story_is_done() -> None:
    parts = list(told(TEXT))
    assert {one.name for one in parts if isinstance(one, Step)} == set(STEPS)
    lines = [line for block in blocks(TEXT, "sh") for line in block.splitlines() if line.strip()]
    assert len(lines) == len(commands(TEXT)) == len([one for one in parts if isinstance(one, list)])
