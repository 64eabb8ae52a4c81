"""A manifest becomes a model, and every fault in it is named."""

from copy import deepcopy
from typing import Any

import pytest

from sop_templates.domain.manifest import model_from_data
from sop_templates.domain.manifest_faults import faults
from sop_templates.domain.model import FieldType, Limits, Model, Need
from sop_templates.domain.route import Condition, StepNeed


def _text(key: str, **more: Any) -> dict[str, Any]:
    plain = {"key": key, "label": key, "type": "text", "bookmark": f"sop_{key.replace('.', '_')}"}
    return plain | more


GOOD: dict[str, Any] = {
    "id": "klein",
    "version": "2026.1",
    "name": "Klein",
    "title": "Profiel",
    "region": "Een regio",
    "source": "Gekozen.",
    "contact": "info@example.org",
    "internal_title": "Alleen voor het bestuur",
    "date_order": ["vaststelling.mr_datum"],
    "max_pages": 8,
    "options": {"kleur": ["rood", "blauw"]},
    "fixed": [
        {
            "key": "vast.plicht",
            "title": "Plicht",
            "file": "plicht",
            "bookmark": "sop_vast_plicht",
            "star": True,
        }
    ],
    "chapters": [
        {
            "key": "school",
            "title": "School",
            "front": True,
            "fields": [
                _text("school.naam", need="required", max_characters=100, duo="NAAM"),
                _text("school.vestigingscode", pattern=r"\d{2}", duo=["BRIN", "NUMMER"]),
                _text("school.schooljaar", type="year", counted=True),
                _text("school.kleur", type="choice", options="kleur", duo_values={"1": "rood"}),
            ],
        },
        {
            "key": "basis",
            "title": "Basis",
            "number": 1,
            "fixed": ["vast.plicht"],
            "headings": ["Zorg"],
            "fields": [
                _text(
                    "basis.aanbod",
                    type="rows",
                    other_labels=["Ons aanbod"],
                    columns=[
                        {"key": "status", "label": "S", "type": "choice", "options": ["ja", "nee"]},
                        {"key": "uitleg", "label": "U", "max_words": 25},
                    ],
                    rows=[{"key": "taal", "label": "Taal", "group": "Leren"}],
                )
            ],
        },
        {
            "key": "vaststelling",
            "title": "Vaststelling",
            "number": 2,
            "fields": [
                _text("vaststelling.mr_datum", type="date"),
                _text("vaststelling.status", type="choice", options=["concept", "klaar"]),
            ],
        },
    ],
    "route": [
        {
            "status": "concept",
            "ready_for": "de MR",
            "needs": [
                {
                    "key": "vaststelling.mr_datum",
                    "unless": {"school.kleur": ["rood"]},
                    "only_with_previous": True,
                },
                {"key": "school.naam", "when": {"school.kleur": ["blauw"]}},
                {"key": "school.schooljaar"},
            ],
        },
        {"status": "klaar", "at_once": True},
    ],
}
FIXED = {"plicht": "\nScholen hebben plicht.\n"}

SCHOOL, BASIS, VASTSTELLING = 0, 1, 2


@pytest.fixture
def data() -> dict[str, Any]:
    return deepcopy(GOOD)


def _model(data: dict[str, Any]) -> Model:
    return model_from_data(data, FIXED)


def _offer(data: dict[str, Any]) -> dict[str, Any]:
    offer: dict[str, Any] = data["chapters"][BASIS]["fields"][0]
    return offer


def _colour(data: dict[str, Any]) -> dict[str, Any]:
    colour: dict[str, Any] = data["chapters"][SCHOOL]["fields"][3]
    return colour


def test_a_good_manifest_has_no_faults(data: dict[str, Any]) -> None:
    assert faults(_model(data)) == []


def test_a_field_takes_everything_from_the_manifest(data: dict[str, Any]) -> None:
    model = _model(data)
    name, code, year, colour = model.chapters[SCHOOL].fields

    assert (name.need, name.limits, name.duo) == (
        Need.REQUIRED,
        Limits(max_characters=100),
        ("NAAM",),
    )
    assert (code.limits, code.duo) == (Limits(pattern=r"\d{2}"), ("BRIN", "NUMMER"))
    assert (year.type, year.counted, year.need) == (FieldType.YEAR, True, Need.OPTIONAL)
    assert (colour.options, colour.duo_values) == (("rood", "blauw"), {"1": "rood"})


def test_a_table_takes_its_columns_and_rows_from_the_manifest(data: dict[str, Any]) -> None:
    offer = _model(data).by_key["basis.aanbod"]
    status, note = offer.columns

    assert (status.type, status.options) == (FieldType.CHOICE, ("ja", "nee"))
    assert (note.type, note.limits) == (FieldType.TEXT, Limits(max_words=25))
    assert [(row.key, row.label, row.group) for row in offer.rows] == [("taal", "Taal", "Leren")]
    assert offer.other_labels == ("Ons aanbod",)


def test_a_control_is_titled_by_the_label_or_the_short_one(data: dict[str, Any]) -> None:
    data["chapters"][SCHOOL]["fields"][0]["short"] = "Kort"
    name, code, *_ = _model(data).fields

    assert (name.title, code.title) == ("Kort", "school.vestigingscode")


def test_a_fixed_text_loses_the_blank_lines_of_its_file(data: dict[str, Any]) -> None:
    text = _model(data).fixed_texts["vast.plicht"]

    assert (text.text, text.star) == ("Scholen hebben plicht.", True)


def test_a_step_knows_when_it_needs_what(data: dict[str, Any]) -> None:
    first, last = _model(data).route

    assert first.needs == (
        StepNeed(
            "vaststelling.mr_datum",
            Condition("school.kleur", ("rood",), negated=True),
            only_with_previous=True,
        ),
        StepNeed("school.naam", Condition("school.kleur", ("blauw",))),
        StepNeed("school.schooljaar"),
    )
    assert (last.ready_for, last.needs, last.at_once) == ("", (), True)


def test_a_needed_key_that_is_missing_is_named(data: dict[str, Any]) -> None:
    del data["chapters"][SCHOOL]["fields"][1]

    assert faults(_model(data)) == ["key 'school.vestigingscode' is needed in every model"]


def test_a_key_without_a_section_is_named(data: dict[str, Any]) -> None:
    _colour(data)["key"] = "Kleur"
    data["route"] = []

    assert faults(_model(data)) == ["key 'Kleur' is not of the form section.name"]


def test_a_name_that_jinja_would_find_in_a_dict_is_named(data: dict[str, Any]) -> None:
    _offer(data)["rows"].append({"key": "items", "label": "Dingen"})
    _offer(data)["columns"][1]["key"] = "copy"

    assert faults(_model(data)) == [
        "basis.aanbod: 'items' cannot be a name",
        "basis.aanbod: 'copy' cannot be a name",
    ]


def test_a_key_that_occurs_twice_is_named(data: dict[str, Any]) -> None:
    double = _text("school.naam", bookmark="sop_anders")
    data["chapters"][BASIS]["fields"].append(double)

    assert faults(_model(data)) == ["key 'school.naam' occurs twice"]


def test_bookmarks_that_differ_in_case_only_are_named(data: dict[str, Any]) -> None:
    _colour(data)["bookmark"] = "SOP_school_naam"

    assert faults(_model(data)) == ["bookmark 'sop_school_naam' occurs twice"]


@pytest.mark.parametrize("name", ["", "1ste", "met spatie", "koppel-teken", "x" * 41])
def test_a_bookmark_that_word_would_not_take_is_named(data: dict[str, Any], name: str) -> None:
    _colour(data)["bookmark"] = name

    assert faults(_model(data)) == [
        f"bookmark {name!r} must be a letter and at most 39 letters, digits and underscores"
    ]


def test_a_bookmark_of_forty_characters_is_fine(data: dict[str, Any]) -> None:
    _colour(data)["bookmark"] = "x" * 40

    assert faults(_model(data)) == []


def test_a_label_too_long_for_word_asks_for_a_short_one(data: dict[str, Any]) -> None:
    _colour(data)["label"] = "x" * 65

    assert faults(_model(data)) == ["school.kleur: give a `short` label of at most 64 characters"]


def test_a_tag_too_long_for_word_is_named(data: dict[str, Any]) -> None:
    _offer(data)["rows"][0]["key"] = "t" * 50

    assert faults(_model(data)) == [
        f"basis.aanbod: tag 'basis.aanbod.{'t' * 50}.status' is longer than 64 characters",
        f"basis.aanbod: tag 'basis.aanbod.{'t' * 50}.uitleg' is longer than 64 characters",
    ]


def test_a_table_without_columns_is_named(data: dict[str, Any]) -> None:
    del _offer(data)["columns"]

    assert faults(_model(data)) == ["basis.aanbod: a table needs columns"]


def test_a_choice_without_options_is_named_in_a_field_and_in_a_column(
    data: dict[str, Any],
) -> None:
    data["route"] = []
    del _colour(data)["options"]
    del _offer(data)["columns"][0]["options"]

    assert faults(_model(data)) == [
        "school.kleur: a choice needs options",
        "basis.aanbod.status: a choice needs options",
    ]


def test_a_row_column_or_option_that_occurs_twice_is_named(data: dict[str, Any]) -> None:
    data["options"]["kleur"] = ["rood", "blauw", "Rood"]
    offer = _offer(data)
    offer["rows"] *= 2
    offer["columns"].append(offer["columns"][1])

    assert faults(_model(data)) == [
        "school.kleur: option 'rood' occurs twice",
        "basis.aanbod: row 'taal' occurs twice",
        "basis.aanbod: column 'uitleg' occurs twice",
    ]


def test_a_theme_that_no_list_offers_is_named(data: dict[str, Any]) -> None:
    _offer(data)["rows"][0]["themes"] = ["taal en NT2"]

    assert faults(_model(data)) == [
        "basis.aanbod: theme 'taal en NT2' of row 'taal' is no option of any list"
    ]


def test_a_word_that_says_who_has_it_must_be_an_option(data: dict[str, Any]) -> None:
    _offer(data)["columns"][0] |= {"present": ["ja"], "partly": ["half"], "absent": ["geen"]}

    assert faults(_model(data)) == [
        "basis.aanbod: 'half' is no option of column 'status'",
        "basis.aanbod: 'geen' is no option of column 'status'",
    ]


def test_a_fixed_text_that_stands_nowhere_is_named(data: dict[str, Any]) -> None:
    data["chapters"][BASIS]["fixed"] = []

    assert faults(_model(data)) == ["fixed text 'vast.plicht' stands in no chapter"]


def test_a_chapter_that_names_an_unknown_fixed_text_is_named(data: dict[str, Any]) -> None:
    data["chapters"][BASIS]["fixed"].append("vast.recht")

    assert faults(_model(data)) == ["chapter names unknown fixed text 'vast.recht'"]


def test_a_route_that_names_what_the_model_lacks_is_named(data: dict[str, Any]) -> None:
    data["date_order"] = ["vaststelling.teamdatum"]
    data["route"][0]["needs"] = [
        {"key": "school.ib"},
        {"key": "school.naam", "when": {"school.geur": ["zoet"]}},
        {"key": "school.naam", "when": {"school.kleur": ["groen"]}},
    ]
    data["route"][1]["status"] = "af"

    assert faults(_model(data)) == [
        "the route names unknown key 'school.geur'",
        "the route names unknown key 'school.ib'",
        "the route names unknown key 'vaststelling.teamdatum'",
        "the route names unknown status 'af'",
        "school.kleur has no option 'groen'",
    ]


def test_a_word_that_every_model_has_may_not_be_missing(data: dict[str, Any]) -> None:
    del data["contact"]

    with pytest.raises(KeyError, match="contact"):
        _model(data)


def test_an_unknown_type_is_refused(data: dict[str, Any]) -> None:
    _colour(data)["type"] = "kleur"

    with pytest.raises(ValueError, match="'kleur' is not a valid FieldType"):
        _model(data)


def test_a_field_says_what_next_year_begins_without_and_what_is_proposed(
    data: dict[str, Any],
) -> None:
    data["chapters"][BASIS]["fields"].append(
        _text("basis.nieuw", type="rich", renewed=True, proposes="changes")
    )
    model = _model(data)

    assert faults(model) == []
    assert [(one.key, one.proposes) for one in model.fields if one.renewed] == [
        ("basis.nieuw", "changes")
    ]


def test_a_proposal_from_nothing_or_in_a_line_is_named(data: dict[str, Any]) -> None:
    _colour(data)["proposes"] = "weather"

    assert faults(_model(data)) == [
        "school.kleur: nothing can be proposed from 'weather'",
        "school.kleur: only a rich text can be proposed",
    ]
