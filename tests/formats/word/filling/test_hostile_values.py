"""A value is data: whatever somebody types comes out as typed, wherever it stands."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_templates.formats.word.names import qn
from sop_templates.formats.word.values import LinkText, ProseText
from sop_templates.richtext import Paragraph, Run
from tests.support.small_templates import (
    control,
    filled,
    filled_file,
    paragraph,
    part,
    run,
    template,
    texts,
)

HOSTILE = (
    "R&D",
    "{{ 7*7 }}",
    "{% raw %}{{ x }}{% endraw %}",
    "{_{ x }_} {_% %_}",
    "{# weg #}",
    "<w:p><w:r/></w:p>",
    "</w:t></w:r></w:p>",
    "]]> <!-- --> <?sop-control 3?>",
    "<?sop-mark ?> sop-mark sop-fresh-number",
    "&amp; &lt; &#65;",
    "\"dubbel\" 'enkel' `scheef`",
    "=cmd|' /C calc'!A0",
    "\\1 \\g<0> $1 %s {0}",
    "🏫 👩🏽‍🏫",
    "مدرسة السلام",
    "e\u0301 \u00a0 \u200b \u2011",
    "een\ntwee\n\ndrie",
    "\teen\ttwee",
    "  voor en achter  ",
    "x" * 30_000,
)
CONTROLS = {
    "text": paragraph(control(run("{{ v.x }}"), kind="<w:text/>")),
    "choice": paragraph(control(run("{{ v.x }}"), kind="<w:comboBox/>")),
    "date": paragraph(control(run("{{ v.x }}"), kind="<w:date/>")),
    "tick": paragraph(control(run("{{ v.x }}"), kind="<w14:checkbox/>")),
    "line": paragraph(control(run("{{ v.x }}"))),
    "block": control(paragraph(run("{{ v.x }}"))),
    "owner's own": paragraph(run("{{ v.x }}")),
}
LETTERS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=[chr(one) for one in range(32)])
    | st.sampled_from("\n\t{}%<>&\"'")
)


@pytest.mark.parametrize("body", CONTROLS.values(), ids=CONTROLS)
@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: ascii(value[:20]))
def test_what_is_typed_comes_out_as_typed(body: str, value: str) -> None:
    assert texts(filled(body, x=value)) == f"{value}¶"


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: ascii(value[:20]))
def test_prose_comes_out_as_typed(value: str) -> None:
    prose = ProseText((Paragraph((Run(value), Run(value, bold=True, url="https://a.example"))),))
    assert texts(filled(CONTROLS["block"], x=prose)) == f"{value}{value}¶"


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: ascii(value[:20]))
def test_links_properties_title_and_kept_answers_come_out_as_typed(value: str) -> None:
    link = LinkText("x", value)
    context: dict[str, Any] = {"v": {"x": link}, "school": {"naam": value}}
    made = filled_file(template(CONTROLS["line"]), context)
    relations = part(made, "word/_rels/document.xml.rels")
    assert [one.get("Target") for one in relations if one.get("TargetMode")] == [value]
    assert part(made, "docProps/core.xml").findtext(qn("dc:title")) == f"Over {value}"


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: ascii(value[:20]))
def test_an_attribute_holds_a_value_as_typed(value: str) -> None:
    picture = '<w:r><w:drawing><wp:docPr id="1" name="n" descr="{{ v.x }}"/></w:drawing></w:r>'
    (found,) = filled(paragraph(picture), x=value).iter(qn("wp:docPr"))
    spaced = value.replace("\n", " ").replace("\t", " ")  # as XML itself reads an attribute
    assert found.get("descr") in (value, spaced)


@pytest.mark.parametrize("body", CONTROLS.values(), ids=CONTROLS)
@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x0b", "\r", "\ud800", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_refused(body: str, sign: str) -> None:
    with pytest.raises(ValueError, match=f"U\\+{ord(sign):04X} cannot stand in a Word file"):
        filled(body, x=f"a{sign}b")


@given(LETTERS)
def test_any_text_comes_out_as_typed(value: str) -> None:
    if value and not set(value) & {"\ufffe", "\uffff"}:
        assert texts(filled(CONTROLS["text"], x=value)) == f"{value}¶"
