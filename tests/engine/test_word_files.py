"""Filling the Word file of a model: every answer in its control, as plain docxtpl has it, and valid."""

import io
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from sop_templates.domain.answers import blank
from sop_templates.domain.dutch import write_date
from sop_templates.domain.model import Field, FieldType
from sop_templates.engine.models import model_folder, model_names
from sop_templates.engine.word_files import (
    PREPARED,
    TEMPLATE,
    open_word_model,
    prepare,
    prepared_file,
    word_context,
)
from sop_templates.errors import SopError, UsageError
from sop_templates.formats.word.filling.template import WordTemplate
from sop_templates.formats.word.names import qn
from sop_templates.richtext_markup import parse, plain
from tests.support.generated import generated_answers
from tests.support.libreoffice import convert
from tests.support.word_validity import assert_valid

WORD = open_word_model()
MODEL = WORD.model
ANSWERS = generated_answers(MODEL, "00AA00")
HOSTILE = "R&D {{ 7*7 }} {% raw %} <w:p> \"'=cmd|' 🏫 مدرسة\n{_{ \u2028"


def part(file: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return etree.fromstring(archive.read(name))


def words(one: etree._Element) -> str:
    """The text of a control, `\\n` for a line break and between its paragraphs."""
    paragraphs = list(one.iter(qn("w:p"))) or [one]
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "\n".join(
        "".join(signs.get(piece.tag, piece.text or "") for piece in each.iter(qn("w:t"), *signs))
        for each in paragraphs
    )


def controls(file: bytes) -> dict[str, list[etree._Element]]:
    """The controls of a document by their tag."""
    found: dict[str, list[etree._Element]] = {}
    for one in part(file).iter(qn("w:sdt")):
        tag = one.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tag is not None:
            found.setdefault(tag.get(qn("w:val"), ""), []).append(one)
    return found


def shown(one: Field, value: Any) -> str:
    """What a control shows for an answer."""
    if isinstance(value, bool):
        return "☒" if value else "☐"
    if one.type is FieldType.DATE:
        return write_date(date.fromisoformat(value))
    if one.type is FieldType.RICH:
        return plain(parse(value))
    return value["text"] if isinstance(value, dict) else str(value)


@pytest.mark.parametrize("name", model_names())
def test_every_answer_stands_in_its_control(name: str) -> None:
    word = open_word_model(name)
    answers = generated_answers(word.model, "00AB00")
    found = controls(word.fill(answers))
    for one in word.model.scalars():
        assert [words(each) for each in found[one.key]] == [shown(one, answers[one.key])]
    for one in word.model.lists():
        for column in one.columns:
            cells = [words(each) for each in found[f"{one.key}.{column.key}"]]
            assert cells == [row[column.key] for row in answers[one.key]]
    for one in word.model.fixed_rows():
        for row, columns in answers[one.key].items():
            for column_key, value in columns.items():
                assert [words(each) for each in found[f"{one.key}.{row}.{column_key}"]] == [value]


def test_texts_choices_dates_and_links_are_those_of_a_plain_docxtpl_render() -> None:
    document = DocxTemplate(model_folder("haaglanden") / TEMPLATE)
    context = word_context(WORD.translations, ANSWERS)
    document.render(context, autoescape=True)
    held = io.BytesIO()
    document.save(held)
    ours, theirs = controls(WORD.fill(ANSWERS)), controls(held.getvalue())
    own = {one.key for one in MODEL.fields if one.type in (FieldType.RICH, FieldType.FLAG)}
    assert set(ours) == set(theirs)
    for tag in set(ours) - own - set(MODEL.fixed_texts):
        if tag not in MODEL.by_key or MODEL.by_key[tag].type is not FieldType.LIST:
            assert [words(one) for one in ours[tag]] == [words(one) for one in theirs[tag]]


def test_header_and_title_tell_school_and_year() -> None:
    file = WORD.fill({**ANSWERS, "school.naam": HOSTILE, "school.schooljaar": "2030-2031"})
    header = "".join(text.text or "" for text in part(file, "word/header1.xml").iter(qn("w:t")))
    assert header == HOSTILE.replace("\n", "") + "2030-2031"
    titles = part(file, "docProps/core.xml").iter(qn("dc:title"))
    assert [one.text for one in titles] == [f"{MODEL.title} {HOSTILE} 2030-2031"]


def test_a_blank_record_shows_the_prompt_of_every_field_and_one_row_a_list() -> None:
    found = controls(WORD.fill(blank(MODEL)))
    for tag, one in MODEL.by_tag.items():
        (control,) = found[tag]
        column = one.column(tag.rpartition(".")[2]) if one.is_table else None
        prompt = column.prompt if column else one.prompt
        if one.type is not FieldType.FLAG:
            assert next(control.iter(qn("w:showingPlcHdr")), None) is not None, tag
            assert words(control) == prompt or not prompt, tag


def test_answers_are_kept_with_what_the_file_is() -> None:
    file = WORD.fill(ANSWERS)
    assert json.loads(part(file, "customXml/item1.xml").text or "") == ANSWERS
    properties = {
        one.get("name"): "".join(map(str, one.itertext()))
        for one in part(file, "docProps/custom.xml")
    }
    assert properties == {
        "sop.kind": "sop",
        "sop.model": "haaglanden",
        "sop.version": MODEL.version,
        "sop.vestigingscode": "00AA00",
        "sop.schooljaar": ANSWERS["school.schooljaar"],
    }


@pytest.mark.parametrize("name", model_names())
def test_a_full_and_a_blank_file_are_valid(name: str) -> None:
    word = open_word_model(name)
    assert_valid(word.fill(generated_answers(word.model, "00AB00")), has_jinja=False)
    assert_valid(word.fill(blank(word.model)), has_jinja=False)


def hostile(one: Field) -> Any:
    """A hostile answer for each type, also where another type belongs."""
    row = {column.key: HOSTILE for column in one.columns}
    return {
        FieldType.LINK: {"text": HOSTILE, "url": 'https://a.example/?a=1&b="2"{{3}}'},
        FieldType.LIST: [row, row],
        FieldType.ROWS: {each.key: row for each in one.rows},
        FieldType.FLAG: True,
        FieldType.RICH: f"**{HOSTILE}** en\n\n- {HOSTILE}",
    }.get(one.type, HOSTILE)


def test_hostile_answers_everywhere_come_out_as_typed_in_a_valid_file() -> None:
    file = WORD.fill({one.key: hostile(one) for one in MODEL.fields})
    assert_valid(file)
    found = controls(file)
    for tag, one in MODEL.by_tag.items():
        if one.type not in (FieldType.RICH, FieldType.FLAG):
            assert {words(each) for each in found[tag]} == {HOSTILE}, tag
        elif one.type is FieldType.RICH:
            assert [words(each) for each in found[tag]] == [plain(parse(hostile(one)))]


def test_what_does_not_fit_its_type_is_shown_as_typed() -> None:
    odd = {
        "vaststelling.mr_datum": "juni 2026",
        "school.leerlingen": "ca. 300",
        "school.schoolsoort": "iets anders",
        "school.website": "geen adres",
    }
    found = controls(WORD.fill({**ANSWERS, **odd}))
    assert {key: words(found[key][0]) for key in odd} == odd


def test_libreoffice_shows_every_word_of_every_answer(tmp_path: Path) -> None:
    source = tmp_path / "sop.docx"
    source.write_bytes(WORD.fill(ANSWERS))
    text = convert(source, "txt", tmp_path, options="Text (encoded):UTF8").read_text("utf-8-sig")
    all_words = " ".join(text.split())
    assert "HYPERLINK" not in all_words
    for tag, found in controls(WORD.fill(ANSWERS)).items():
        for control in found:
            for line in words(control).splitlines():
                assert " ".join(line.split()) in all_words, tag


def test_libreoffice_keeps_line_breaks_and_links_of_every_first_paragraph(tmp_path: Path) -> None:
    answers = blank(MODEL)
    for number, one in enumerate(MODEL.fields):
        if one.type is FieldType.RICH:
            answers[one.key] = (
                f"een{number}\n**twee** [drie](https://a.example)\nvier{number}\n\nvijf"
            )
        if one.type is FieldType.TEXT:
            answers[one.key] = f"zes{number}\nzeven{number}"
    source = tmp_path / "sop.docx"
    source.write_bytes(WORD.fill(answers))
    text = convert(source, "txt", tmp_path, options="Text (encoded):UTF8").read_text("utf-8-sig")
    lines = [line.strip() for line in text.splitlines()]
    for number, one in enumerate(MODEL.fields):
        if one.type is FieldType.RICH:
            at = lines.index(f"een{number}")
            assert lines[at : at + 3] == [f"een{number}", "twee drie", f"vier{number}"]
        if one.type is FieldType.TEXT:
            assert f"zes{number}zeven{number}" not in text


def test_a_model_without_a_word_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "model.toml").write_bytes((model_folder("haaglanden") / "model.toml").read_bytes())
    (tmp_path / "fixed").symlink_to(model_folder("haaglanden") / "fixed")
    with pytest.raises(SopError) as raised:
        open_word_model(str(tmp_path))
    assert raised.value.code == "SOP504"


def test_an_unknown_model_is_told() -> None:
    with pytest.raises(UsageError):
        open_word_model("nergens")


def test_what_was_prepared_is_used_only_for_its_own_template(tmp_path: Path) -> None:
    source = model_folder("haaglanden")
    (tmp_path / "model.toml").write_bytes((source / "model.toml").read_bytes())
    (tmp_path / "fixed").symlink_to(source / "fixed")
    template = (source / TEMPLATE).read_bytes()
    (tmp_path / TEMPLATE).write_bytes(template)
    (tmp_path / PREPARED).write_bytes(prepared_file(MODEL, template + b"\0"))
    assert open_word_model(str(tmp_path)).fill(ANSWERS) == WORD.fill(ANSWERS)


def test_the_prepared_form_gives_the_same_file() -> None:
    template = (model_folder("haaglanden") / TEMPLATE).read_bytes()
    fresh = WordTemplate(template, prepare(MODEL, template))
    context = word_context(WORD.translations, ANSWERS)
    kept = WORD.template.fill(context, {}, "{}")
    assert fresh.fill(context, {}, "{}") == kept
