"""`sop controls`: the controls of any Word file."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from sop_templates.engine.controls import list_controls
from sop_templates.engine.models import model_folder
from sop_templates.errors import SopError
from sop_templates.kinds import files
from sop_templates.outcome import Kind
from tests.support.word_xml import Content, checkbox, date, docx, e, p, sdt, tbl, tc, tr, zipped


def listed(tmp_path: Path, *body: Content, **more: object) -> list[dict[str, object]]:
    path = tmp_path / "x.docx"
    path.write_bytes(docx(*body, **more))  # type: ignore[arg-type]  # passed on
    return [one.as_json() for one in list_controls(path)]


def test_a_control_has_all_that_is_promised(tmp_path: Path) -> None:
    lock = e("w:lock", val="sdtLocked")
    control = sdt("school.naam", "De Regenboog", title="Naam school", extra=[lock, e("w:text")])
    assert listed(tmp_path, p("Naam: ", control)) == [
        {
            "file": str(tmp_path / "x.docx"),
            "part": "word/document.xml",
            "tag": "school.naam",
            "title": "Naam school",
            "kind": "text",
            "level": "inline",
            "lock": "sdtLocked",
            "prompt": False,
            "text": "De Regenboog",
        }
    ]


@pytest.mark.parametrize(
    ("control", "kind"),
    [
        (sdt("a", "x"), "richText"),
        (sdt("a", "x", extra=[e("w:richText")]), "richText"),
        (sdt("a", "x", extra=[e("w:dropDownList")]), "dropDownList"),
        (sdt("a", "x", extra=[e("w:comboBox")]), "comboBox"),
        (sdt("a", "x", extra=[date()]), "date"),
        (sdt("a", "x", extra=[checkbox(checked=True)]), "checkbox"),
        (sdt("a", "x", extra=[e("w:picture")]), "picture"),
        (sdt("a", "x", extra=[e("w15:repeatingSection")]), "repeatingSection"),
        (e("w:sdt", e("w:sdtContent", "x")), "richText"),
    ],
)
def test_every_kind_is_told(tmp_path: Path, control: Content, kind: str) -> None:
    assert [one["kind"] for one in listed(tmp_path, p(control))] == [kind]


def test_every_level_is_told(tmp_path: Path) -> None:
    table = tbl(sdt("rij", tr(sdt("cel", tc(p(sdt("in", "x"))), tc(sdt("blok", p("y")))))))
    found = listed(tmp_path, sdt("om", table), p("z"))
    assert {one["tag"]: one["level"] for one in found} == {
        "om": "block",
        "rij": "row",
        "cel": "cell",
        "in": "inline",
        "blok": "block",
    }


def test_a_prompt_is_told_by_its_flag_or_its_own_words(tmp_path: Path) -> None:
    part = e("w:docPart", e("w:docPartPr", e("w:name", val="AB")), e("w:docPartBody", p("Vul in")))
    glossary: dict[str, Iterable[Content]] = {"word/glossary/document.xml": [e("w:docParts", part)]}
    place = e("w:placeholder", e("w:docPart", val="AB"))
    body = p(
        sdt("a", "Iets", prompt=True),
        sdt("b", "Vul in", extra=[place]),
        sdt("c", "Vul in"),
        sdt("d", "Kies een item."),
        sdt("e", ""),
    )
    found = listed(tmp_path, body, parts=glossary)
    assert [one["prompt"] for one in found] == [True, True, False, True, False]
    assert [one["text"] for one in found] == ["", "", "Vul in", "", ""]


def test_a_date_is_its_day_and_a_check_box_its_state(tmp_path: Path) -> None:
    sign = e("w14:checkbox", e("w14:checked", val="1"), e("w14:checkedState", val="00FE"))
    body = p(
        sdt("a", "11 juni", extra=[date("2026-06-11")]),
        sdt("b", "11 juni", extra=[date()]),
        sdt("c", "☐", extra=[checkbox(checked=True)]),
        sdt("d", "☒", extra=[checkbox(checked=False)]),
        sdt("e", "?", extra=[sign]),
    )
    found = listed(tmp_path, body)
    assert [one["text"] for one in found] == ["2026-06-11", "11 juni", "☒", "☐", "þ"]


def test_the_controls_of_every_part_are_listed(tmp_path: Path) -> None:
    parts: dict[str, Iterable[Content]] = {
        "word/header1.xml": [p(sdt("kop", "x"))],
        "word/footer1.xml": [p(sdt("voet", "x"))],
    }
    found = listed(tmp_path, p(sdt("lijf", "x")), parts=parts)
    assert [(one["tag"], one["part"]) for one in found] == [
        ("lijf", "word/document.xml"),
        ("kop", "word/header1.xml"),
        ("voet", "word/footer1.xml"),
    ]


def test_a_model_s_own_file_lists_all_its_controls() -> None:
    found = list_controls(model_folder("haaglanden") / "model.docx")
    tags = {one.tag for one in found}
    assert {
        "school.naam",
        "visie.sterk.kwaliteit",
        "basis.aanbod.mdo.status",
        "vast.zorgplicht",
    } <= tags
    assert {one.level for one in found} == {"inline", "block", "row"}


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("leeg.docx", b"", files.EMPTY_FILE),
        ("brief.docx", b"%PDF-1.7", files.IS_PDF),
        ("map.docx", zipped({"xl/workbook.xml": b"<a/>"}), files.OTHER_PACKAGE),
        ("tekst.docx", zipped({"content.xml": b"<a/>"}), files.OTHER_PACKAGE),
        ("zip.docx", zipped({"a.txt": b"x"}), files.OTHER_PACKAGE),
    ],
)
def test_what_is_no_word_file_is_said_to_be_none(
    tmp_path: Path, name: str, data: bytes, kind: Kind
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SopError, match=name) as caught:
        list_controls(path)
    assert caught.value.kind is kind
