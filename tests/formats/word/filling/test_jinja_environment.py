"""What an owner's faulty Jinja gives: an error that says what and where, never a lost text."""

import pytest

from sop_templates.errors import SopError
from tests.support.small_templates import control, filled, paragraph, row, run, table, texts

FAULTS = {
    "no end": ("{% if v.x %}ja", "Unexpected end of template", "{% if v.x %}ja"),
    "one equals sign": ("{{ v.x }} is {% if v.x = 1 %}", "expected token 'end of", "{{ v.x }} is"),
    "a stray sign": ("Hier: {{ v.x ? }}", "unexpected char '?'", "Hier: {{ v.x ? }}"),
    "an unknown filter": ("{{ v.x|hoofdletters }}", "No filter named 'hoofdletters'", "{{ v.x|"),
    "no escaping": ("{{ v.x|safe }}", "No filter named 'safe'", "{{ v.x|safe }}"),
}


@pytest.mark.parametrize(("text", "reason", "near"), FAULTS.values(), ids=FAULTS)
def test_faulty_jinja_is_told_with_its_reason_and_place(text: str, reason: str, near: str) -> None:
    with pytest.raises(SopError) as raised:
        filled(paragraph(run("ervoor")) + paragraph(run(text)) + paragraph(run("erna")), x="a")
    assert raised.value.code == "SOP541"
    assert reason in raised.value.message
    assert near in raised.value.message
    assert "word/document.xml" in raised.value.message


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (paragraph(run("{{ v.naam }}")), "'dict object' has no attribute 'naam'"),
        (paragraph(run("{{ scool.naam }}")), "'scool' is undefined"),
        (paragraph(control(run("{{ v.naam }}"), kind="<w:text/>")), "'dict object' has no attribute 'naam'"),
        (paragraph(control(run("{{ scool.naam }}"))), "'scool' is undefined"),
        (control(paragraph(run("{{ v.naam }}"))), "'dict object' has no attribute 'naam'"),
        (paragraph(control(run("{{ v.naam }}"), kind="<w14:checkbox/>")), "no attribute 'naam'"),
        (paragraph(control(run("{{ v.naam }}"), kind="<w:date/>")), "no attribute 'naam'"),
        (table(row(run("{%tr for r in v.rijen %}")), row(run("{{ r }}")), row(run("{%tr endfor %}"))), "no attribute 'rijen'"),
    ],
)  # fmt: skip
def test_a_name_that_no_answer_has_is_an_error(body: str, reason: str) -> None:
    with pytest.raises(SopError) as raised:
        filled(body, x="a")
    assert raised.value.code == "SOP542"
    assert reason in raised.value.message


@pytest.mark.parametrize(
    "text",
    ["{{ ''.__class__.__mro__ }}", "{{ v.__init__.__globals__ }}", "{{ cycler.__init__ }}"],
)
def test_jinja_stays_in_its_sandbox(text: str) -> None:
    with pytest.raises(SopError, match="is unsafe") as raised:
        filled(paragraph(run(text)), x="a")
    assert raised.value.code == "SOP543"


@pytest.mark.parametrize("text", ["{{ v.x + 1 }}", "{{ 1 / 0 }}", "{{ range(10 ** 9)|length }}"])
def test_an_expression_that_fails_is_told(text: str) -> None:
    with pytest.raises(SopError) as raised:
        filled(paragraph(run(text)), x="a")
    assert raised.value.code == "SOP543"


def test_none_prints_nothing_and_a_flag_reads_in_dutch() -> None:
    body = paragraph(run("[{{ v.leeg }}|{{ v.aan }}|{{ v.uit }}]"))
    assert texts(filled(body, leeg=None, aan=True, uit=False)) == "[|ja|nee]¶"


def test_an_owner_may_ask_a_value_for_more() -> None:
    body = paragraph(run("{% if v.soort == 'sbo' %}{{ v.soort|upper }}{% endif %}"))
    assert texts(filled(body, soort="sbo")) == "SBO¶"


def test_macros_and_loops_of_an_owner_work() -> None:
    macro = "{% macro naam(x) %}<{{ x }}>{% endmacro %}{{ naam(v.x) }}".replace("<", "&lt;")
    assert texts(filled(paragraph(run(macro.replace(">", "&gt;"))), x="a & b")) == "<a & b>¶"
