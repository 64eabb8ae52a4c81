"""Writing without Jinja: only where Jinja names values and repeats rows, and then the same text."""

from itertools import count
from typing import Any

import pytest

from sop_templates.engine.models import model_folder, model_names
from sop_templates.engine.word_files import open_word_model, prepare, translations, word_context
from sop_templates.formats.word.filling.additions import Additions
from sop_templates.formats.word.filling.control_markup import control_filter
from sop_templates.formats.word.filling.jinja_environment import JinjaStories
from sop_templates.formats.word.filling.prepared import Prepared, Story
from sop_templates.formats.word.filling.story_planning import find_plan
from sop_templates.formats.word.filling.story_plans import make_writer, plan_source, text_filter
from sop_templates.formats.word.values import DateText
from tests.support.generated import generated_answers
from tests.support.small_templates import control, filled, paragraph, run, texts

PLAIN = {
    "text alone": ("<w:p/>", ["<w:p/>"]),
    "a value": ("a{{ school.naam }}b", ["a", ["value", "school", "naam"], "b"]),
    "a control": ("{{ (a['b']['c'])|control_12(_added) }}", [["control", 12, "a", "b", "c"]]),
    "a text": ("{{( a.b )|text_0}}", [["text", 0, "a", "b"]]),
    "a number": ("{{ _added.number() }}", [["number"]]),
    "a loop": (
        "a{% for r in v.l %}{{ r.x }}{% endfor %}b",
        ["a", ["loop", "r", ["v", "l"], [["value", "r", "x"]]], "b"],
    ),
    "a comment": ("a{# weg #}b", None),
    "a filter": ("{{ a.b|upper }}", None),
    "a condition": ("{% if a.b %}x{% endif %}", None),
    "a loop with a condition": ("{% for r in v.l if r.x %}{% endfor %}", None),
    "a loop that counts": ("{% for r in v.l %}{{ loop.index }}{% endfor %}", None),
    "a loop without end": ("{% for r in v.l %}", None),
    "an end without loop": ("{% endfor %}", None),
    "spaces cut": ("a {{- a.b }}", None),
    "spaces cut behind": ("{{ a.b -}} a", None),
    "a word of Jinja": ("{{ true }}", None),
    "a call": ("{{ a.b() }}", None),
    "literal braces": ("{{ '{{' }}", None),
    "raw text": ("{% raw %}{{ a }}{% endraw %}", None),
}


@pytest.mark.parametrize(("source", "plan"), PLAIN.values(), ids=PLAIN)
def test_only_plain_jinja_has_a_plan(source: str, plan: list[Any] | None) -> None:
    assert find_plan(source) == plan


@pytest.mark.parametrize("plan", [plan for _, plan in PLAIN.values() if plan])
def test_a_plan_stands_for_the_jinja_that_has_it(plan: list[Any]) -> None:
    assert find_plan(plan_source(plan)) == plan


def additions(prepared: Prepared, story: Story) -> Additions:
    made = Additions(count(prepared.first_number), count(100))
    made.begin_story(count(story.relations.first if story.relations else 1))
    return made


@pytest.mark.parametrize("name", model_names())
def test_a_plan_gives_what_jinja_gives(name: str) -> None:
    model = open_word_model(name).model
    prepared = prepare(model, (model_folder(name) / "model.docx").read_bytes())
    controls = [control_filter(one) for one in prepared.controls]
    looks = [text_filter(look) for look in prepared.text_looks]
    jinja = JinjaStories(controls, looks, "")
    context = word_context(translations(model), generated_answers(model, "00AA00"))
    for story in prepared.stories:
        assert story.plan is not None, f"{story.name} of a shipped model needs Jinja"
        planned = make_writer(story.plan, controls, looks)(context, additions(prepared, story))
        assert planned == jinja.writer(story)(context, additions(prepared, story))


def test_a_path_that_only_jinja_can_follow_is_followed() -> None:
    day = DateText("11 juni 2026", "2026-06-11")
    body = paragraph(run("{{ v.dag.iso }}")) + paragraph(control(run("{{ v.dag.iso }}")))
    assert texts(filled(body, dag=day)) == "2026-06-11¶2026-06-11¶"
