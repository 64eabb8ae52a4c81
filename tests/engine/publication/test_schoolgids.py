"""The schoolgids extract: what it holds, how it says where it comes from."""

from datetime import date
from pathlib import Path

import pytest

from sop_templates.domain.publication import public_answers
from sop_templates.engine.models import open_model
from sop_templates.engine.publication.schoolgids import ExtractChoices, extract
from sop_templates.engine.publication.schoolgids_extract import extract_findings, make_extract
from sop_templates.errors import UsageError
from sop_templates.formats.markdown import escaped, write_markdown
from tests.support.publication import WORD, established_answers, foreign_schoolgids
from tests.support.word_validity import faults

DAY = date(2026, 9, 1)
MODEL = open_model()


def text(answers: dict[str, object], *, is_draft: bool = False) -> str:
    public = public_answers(MODEL, answers, names=False)
    return write_markdown(make_extract(MODEL, public, is_draft=is_draft), 2)


def test_it_holds_the_fields_that_belong_there_and_no_others() -> None:
    written = text(established_answers())
    for one in MODEL.fields:
        if one.names_person or one.is_table or one.key in ("school.naam", "school.schooljaar"):
            continue
        asked = f"# {escaped(one.label)}\n" in written or f"**{escaped(one.label)}:**" in written
        assert asked is (one.in_schoolgids and one.key != "vaststelling.leerlingen"), one.key


def test_it_says_how_pupils_were_heard_and_when_the_mr_advised() -> None:
    answers = established_answers() | {"vaststelling.leerlingen": "leerlingenraad, maart 2026."}
    written = text(answers)
    assert "Leerlingen zijn gehoord over het aanbod: leerlingenraad, maart 2026." in written
    assert (
        "De medezeggenschapsraad (MR) heeft op 2 april 2026 geadviseerd over het "
        "ondersteuningsaanbod." in written
    )


def test_it_says_that_the_mr_gave_no_advice_in_time() -> None:
    answers = established_answers() | {
        "vaststelling.mr_datum": None,
        "vaststelling.mr_advies": "geen advies binnen termijn",
    }
    assert "heeft binnen de termijn geen advies gegeven" in text(answers)


def test_what_it_cannot_say_is_told() -> None:
    answers = established_answers() | {
        "vaststelling.leerlingen": None,
        "vaststelling.mr_datum": None,
    }
    assert [one.code for one in extract_findings(MODEL, answers)] == ["SOP787", "SOP788"]
    assert list(extract_findings(MODEL, established_answers())) == []


def test_a_draft_says_so() -> None:
    assert "Het schoolbestuur heeft het nog niet vastgesteld." in text(
        established_answers(), is_draft=True
    )


def test_rows_without_an_answer_are_left_out() -> None:
    answers = established_answers()
    rows = {
        row.key: {"status": None, "toelichting": None} for row in MODEL.by_key["basis.aanbod"].rows
    }
    answers["basis.aanbod"] = rows | {"mdo": {"status": "op orde", "toelichting": None}}
    written = text(answers)
    assert "| MDO met adviseur SPPOH | op orde |  |" in written
    assert "Warme overdracht" not in written


def test_three_forms_are_written_and_the_word_section_is_valid(tmp_path: Path) -> None:
    (tmp_path / "sop.docx").write_bytes(WORD.fill(established_answers()))
    result = extract([tmp_path / "sop.docx"], tmp_path / "uit", ExtractChoices(), today=DAY)
    [made] = result.files
    written = [Path(one) for one in made.written]
    assert [one.suffix for one in written] == [".docx", ".html", ".md"]
    assert faults(written[0].read_bytes(), has_jinja=True) == []
    assert written[1].read_text("utf-8").startswith('<section lang="nl">\n<h2>Ondersteuning op')


def test_it_goes_into_a_copy_of_a_schoolgids(tmp_path: Path) -> None:
    (tmp_path / "sop.docx").write_bytes(WORD.fill(established_answers()))
    host = tmp_path / "schoolgids.docx"
    host.write_bytes(foreign_schoolgids())
    before = host.read_bytes()
    choices = ExtractChoices(into=host, level=2)
    result = extract([tmp_path / "sop.docx"], tmp_path / "uit", choices, today=DAY)
    assert result.files[0].written == (str(tmp_path / "uit" / "schoolgids.docx"),)
    assert host.read_bytes() == before
    assert (tmp_path / "uit" / "schoolgids.docx").read_bytes() != before


def test_two_schools_do_not_go_into_one_schoolgids(tmp_path: Path) -> None:
    for code in ("99XX00", "99XX01"):
        answers = established_answers() | {"school.vestigingscode": code}
        (tmp_path / f"{code}.docx").write_bytes(WORD.fill(answers))
    with pytest.raises(UsageError) as raised:
        extract([tmp_path], tmp_path / "uit", ExtractChoices(into=tmp_path / "g.docx"), today=DAY)
    assert raised.value.code == "SOP786"


def test_what_is_not_established_is_refused(tmp_path: Path) -> None:
    answers = established_answers() | {"vaststelling.status": "concept"}
    (tmp_path / "sop.docx").write_bytes(WORD.fill(answers))
    result = extract([tmp_path / "sop.docx"], tmp_path / "uit", ExtractChoices(), today=DAY)
    assert [one.state for one in result.files] == ["refused"]
    assert not (tmp_path / "uit").exists()
