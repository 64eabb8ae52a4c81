"""The task pane in Chromium, over a Word that we made and that holds a real document."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sop_templates.domain.answers import blank
from sop_templates.domain.model import Need
from sop_templates.domain.ready import readiness
from sop_templates.engine.models import open_model
from sop_templates.engine.word_files import open_word_model
from sop_templates.formats.word.page_estimate import estimate_pages
from tests.support.browser import run_script
from tests.support.flat_package import flat
from tests.support.word_editing import control_of, edited
from tests.support.word_strip import with_typed

SAMPLES = Path(__file__).parents[3] / "samples/regenboogbestuur/word"
SOP = {"sop.kind": "sop", "sop.model": "haaglanden", "sop.version": "2026.1"}
NEWEST = "1.9"
NARROW, WIDE = 320, 450
MODEL = open_model()
OFFER = "basis.aanbod"
NEXT = "#volgende"


@cache
def sample(name: str = "99XX01") -> bytes:
    (path,) = SAMPLES.glob(f"{name}*")
    return path.read_bytes()


@cache
def empty() -> bytes:
    return open_word_model().fill(blank(MODEL))


def drive(
    data: bytes,
    *steps: Mapping[str, Any],
    version: str = NEWEST,
    width: int = NARROW,
    properties: Mapping[str, str] = SOP,
    told: str = "",
    no_select: str = "",
) -> list[dict[str, Any]]:
    """What is shown at first and after each step; fails where axe-core finds something or it is too wide.

    `told` is what Chromium may tell on its console, `no_select` a type that cannot be selected.
    """
    asked = {"xml": flat(data), "properties": properties, "version": version, "width": width}
    (made,) = run_script("pane.mjs", [{**asked, "steps": steps, "noSelect": no_select}])
    assert [one for one in made["errors"] if not told or told not in one] == []
    assert made["fetched"] == []
    found: list[dict[str, Any]] = made["found"]
    assert [one["violations"] for one in found] == [[] for _ in found]
    assert not any(one["wide"] for one in found)
    return found


def fields(shown: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["key"]: one for one in shown["fields"]}


def in_document_order() -> Sequence[str]:
    return [
        *(one.key for one in MODEL.fields if not one.internal),
        *(one.key for one in MODEL.fields if one.internal),
    ]


def editor(key: str) -> str:
    return f"[data-veld='{key}'] details > summary"


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_whole_document_is_listed(width: int) -> None:
    (shown,) = drive(sample(), width=width)
    assert shown["who"] == "De Klokkentuin · 2026-2027"
    assert list(fields(shown)) == in_document_order()
    assert fields(shown)["basis.aanbod"]["words"] == "24 van 24 ingevuld"
    assert fields(shown)["visie.sterk"]["words"].endswith("regels")
    assert {one["key"]: one["state"] for one in shown["fixed"]} == dict.fromkeys(
        MODEL.fixed_texts, "intact"
    )
    pages, most = estimate_pages(sample()), MODEL.max_pages
    assert shown["length"].endswith(
        f"geschat {pages} bladzijden; het model vraagt er hoogstens {most}."
    )
    assert shown["percent"] == "100% van wat verplicht is"


def test_a_document_that_is_much_too_long_is_told() -> None:
    (shown,) = drive(with_typed(sample(), "visie.visie", "woord " * 3000))
    assert shown["length"].endswith("hoogstens 10. Dit document lijkt te lang.")


def test_a_blank_document_says_what_is_needed() -> None:
    (shown,) = drive(empty())
    missing = len(readiness(MODEL, blank(MODEL)).missing)
    assert shown["who"] == MODEL.name
    assert shown["percent"] == "0% van wat verplicht is"
    assert shown["step"].startswith(f"Nog {missing} velden nodig voor de MR.")
    needs = {Need.REQUIRED: "verplicht", Need.ADVISED: "aanbevolen", Need.OPTIONAL: "optioneel"}
    for one in MODEL.fields:
        if one.type != "flag":
            assert fields(shown)[one.key]["words"] == needs[one.need]
            assert fields(shown)[one.key]["state"] == "empty"


def test_the_next_empty_field_is_found_again_and_again() -> None:
    needed = readiness(MODEL, blank(MODEL)).missing
    order = [key for key in in_document_order() if key in needed]
    found = drive(empty(), {"click": NEXT}, {"click": NEXT}, {"click": NEXT})
    currents = [[one["key"] for one in shown["fields"] if one["isCurrent"]] for shown in found[1:]]
    assert currents == [[key] for key in order[:3]]
    assert found[-1]["log"] == [{"selected": key, "mode": "Select"} for key in order[:3]]
    assert found[-1]["said"] == f"De cursor staat bij: {MODEL.by_key[order[2]].label}"
    assert found[-1]["focus"] == "volgende"  # who presses on need not look for the button


def test_a_click_on_a_field_brings_the_cursor_there() -> None:
    *_, shown = drive(
        sample(), {"click": "#velden summary"}, {"click": "[data-veld='school.naam'] button"}
    )
    assert shown["log"] == [{"selected": "school.naam", "mode": "End"}]  # behind what stands there


def test_a_date_that_the_host_does_not_give_is_reached_by_its_bookmark() -> None:
    key = "vaststelling.teamdatum"
    step = {"focus": f"[data-veld='{key}'] button", "press": ["Enter"]}
    *_, shown = drive(empty(), step)
    assert shown["log"] == [{"bookmark": MODEL.by_key[key].bookmark, "mode": "Start"}]


def test_a_control_that_cannot_be_selected_is_reached_by_its_bookmark() -> None:
    key = "school.schoolsoort"
    step = {"focus": f"[data-veld='{key}'] button", "press": ["Enter"]}
    *_, shown = drive(empty(), step, no_select="DropDownList")
    assert shown["log"] == [{"bookmark": MODEL.by_key[key].bookmark, "mode": "Start"}]


def test_a_table_is_reached_at_its_first_empty_row() -> None:
    data = with_typed(empty(), f"{OFFER}.team.status", "op orde")
    *_, shown = drive(data, {"click": f"[data-veld='{OFFER}'] button"})
    assert shown["log"] == [{"selected": f"{OFFER}.mdo.status", "mode": "Select"}]
    assert fields(shown)[OFFER]["words"] == "1 van 24 ingevuld"


def test_an_older_word_is_reached_by_bookmarks_alone() -> None:
    *_, shown = drive(empty(), {"click": NEXT}, version="1.4")
    assert shown["log"] == [{"bookmark": "sop_school_naam", "mode": "Start"}]
    assert all(one["values"] == [] for one in shown["fields"])  # it lets nothing be filled in


def test_a_word_without_bookmarks_still_shows_the_list() -> None:
    (shown,) = drive(empty(), version="1.3")
    assert len(shown["fields"]) == len(MODEL.fields)
    assert shown["said"] == "Deze Word is te oud om naar een veld te gaan."


def test_a_text_is_filled_in_and_read_back() -> None:
    key = "school.plaats"
    *_, shown = drive(
        empty(),
        {"click": editor(key)},
        {"type": [f"[data-veld='{key}'] input", "'s-Gravenhage & <w:p> {{ 7*7 }}"]},
        {"wait": 800},
    )
    assert shown["log"] == [{"wrote": key}]
    assert fields(shown)[key]["state"] == "filled"
    assert fields(shown)[key]["values"] == ["'s-Gravenhage & <w:p> {{ 7*7 }}"]
    assert shown["said"].startswith("Ingevuld: ")


def test_choices_ticks_and_rows_are_filled_in() -> None:
    status = f"[data-veld='{OFFER}'] select[aria-label='MDO met adviseur SPPOH: Status']"
    *_, shown = drive(
        empty(),
        {"click": editor("school.schoolsoort")},
        {"select": ["[data-veld='school.schoolsoort'] select", "sbo"]},
        {"click": editor(OFFER)},
        {"select": [status, "gepland"]},
        {"click": editor("school.eenpitter")},
        {"click": "[data-veld='school.eenpitter'] input"},
        {"wait": 800},
    )
    assert [one["wrote"] for one in shown["log"]] == [
        "school.schoolsoort",
        f"{OFFER}.mdo.status",
        "school.eenpitter",
    ]
    assert fields(shown)["school.schoolsoort"]["values"] == ["sbo"]
    assert fields(shown)[OFFER]["words"] == "1 van 24 ingevuld"
    assert fields(shown)["school.eenpitter"]["values"] == [True]


def test_what_word_refuses_is_said() -> None:
    def lock(root: Any) -> None:
        (found,) = control_of(root, "school.plaats").iter("{*}lock")
        found.set(next(iter(found.attrib)), "sdtContentLocked")

    asked = {
        "xml": flat(edited(empty(), lock)),
        "properties": SOP,
        "version": NEWEST,
        "width": NARROW,
    }
    steps = [
        {"click": editor("school.plaats")},
        {"type": ["[data-veld='school.plaats'] input", "Delft"]},
    ]
    (made,) = run_script("pane.mjs", [{**asked, "steps": steps}])
    assert made["found"][-1]["said"].startswith(
        "Word deed niet wat gevraagd werd (GeneralException)"
    )


def test_lengths_and_remarks_stand_with_their_field() -> None:
    data = with_typed(sample(), "visie.populatie", "woord " * 260)
    data = with_typed(data, "school.postcode", "12")
    (shown,) = drive(data)
    assert fields(shown)["visie.populatie"]["length"] == "260 woorden (hoogstens 250)"
    assert fields(shown)["visie.populatie"]["remarks"] == ["te lang: 260 van 250 woorden"]
    assert fields(shown)["school.postcode"]["remarks"] == ["“12” heeft niet de gevraagde vorm"]
    assert "Bij 2 velden staat een opmerking" in shown["step"]


def test_a_fixed_text_is_judged_by_its_words() -> None:
    def change(root: Any) -> None:
        words = list(control_of(root, "vast.zorgplicht").iter("{*}t"))
        words[0].text = str(words[0].text).replace("Sinds", "Vanaf", 1)

    (shown,) = drive(edited(sample(), change))
    states = {one["key"]: one["state"] for one in shown["fixed"]}
    assert states == {**dict.fromkeys(MODEL.fixed_texts, "intact"), "vast.zorgplicht": "changed"}
    (said,) = next(one["remarks"] for one in shown["fixed"] if one["key"] == "vast.zorgplicht")
    assert said == "Aan het begin staat “Vanaf” in plaats van “Sinds”."
    assert shown["step"].startswith("Alle nodige antwoorden zijn er, maar niet elke vaste tekst")


def test_only_what_needs_attention_can_be_shown() -> None:
    *_, shown = drive(sample("99XX02"), {"click": "#alleen-open"})
    assert [one["key"] for one in shown["fields"] if one["isShown"]] == ["basis.schoolgids"]
    assert not shown["isDone"]


def test_where_nothing_needs_attention_it_says_so() -> None:
    *_, shown = drive(sample("99XX01"), {"click": "#alleen-open"})
    assert not any(one["isShown"] for one in shown["fields"])
    assert shown["isDone"]


def test_it_can_be_used_by_keyboard_alone() -> None:
    *_, shown = drive(empty(), {"press": ["Tab"]}, {"press": ["Enter"]}, {"press": ["Enter"]})
    assert [one["selected"] for one in shown["log"]] == ["school.naam", "school.vestigingscode"]
    reached = drive(empty(), *({"press": ["Tab"], "wait": 20} for _ in range(12)))
    focused = [one["focus"] for one in reached[1:]]
    assert focused[:2] == ["volgende", "opnieuw"]
    assert "alleen-open" in focused
    assert "school.naam" in focused


def test_reading_again_shows_what_was_typed_in_the_meantime() -> None:
    _, shown = drive(sample(), {"click": "#opnieuw"})
    assert shown["said"] == "Het document is opnieuw gelezen."


def test_a_document_of_another_model_is_refused() -> None:
    (shown,) = drive(sample(), properties={**SOP, "sop.model": "noordwijk"})
    assert shown["who"] == "Geen SOP"
    assert shown["said"].endswith("dat deze hulp niet kent: noordwijk.")
    assert not shown["isShown"]


def test_any_other_document_is_refused() -> None:
    def strip(root: Any) -> None:
        for one in list(root.iter("{*}sdt", "{*}bookmarkStart")):
            one.getparent().remove(one)

    (shown,) = drive(edited(empty(), strip), properties={})
    assert "staan geen velden van het model" in shown["said"]


def test_the_template_itself_is_refused() -> None:
    (shown,) = drive(empty(), properties={**SOP, "sop.kind": "template"})
    assert shown["said"] == "Dit is het model zelf, niet het document van een school."


@pytest.mark.parametrize("more", [{"offline": True}, {"host": "Excel"}])
def test_outside_word_it_says_so(more: dict[str, object]) -> None:
    asked = {"xml": flat(empty()), "properties": SOP, "version": NEWEST, "width": NARROW, **more}
    (made,) = run_script("pane.mjs", [asked])
    (shown,) = made["found"]
    assert shown["who"] == "Word is niet bereikt"
    assert shown["violations"] == []
