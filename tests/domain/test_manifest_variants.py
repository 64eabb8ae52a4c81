"""A manifest that is based on another says only what differs."""

from typing import Any

import pytest

from sop_templates.domain.manifest_variants import varied

BASE: dict[str, Any] = {
    "id": "gewoon",
    "title": "Profiel",
    "chapters": [
        {"key": "visie", "fields": [{"key": "visie.visie", "label": "Visie"}]},
        {
            "key": "basis",
            "title": "Basis",
            "fields": [{"key": "basis.aanbod"}, {"key": "basis.gebouw"}],
        },
    ],
    "own_format": {"names": ["SOP"], "words": {"basis.aanbod": ["aanbod"], "visie": ["visie"]}},
}


def keys(data: dict[str, Any]) -> list[str]:
    return [field["key"] for chapter in data["chapters"] for field in chapter["fields"]]


def test_its_own_words_take_the_place_of_the_others() -> None:
    made = varied(BASE, {"based_on": "gewoon", "id": "ander"})
    assert (made["id"], made["title"]) == ("ander", "Profiel")
    assert keys(made) == keys(BASE)
    assert set(made) == set(BASE), "no word of variation is left"


def test_a_field_can_be_left_out_with_the_words_that_it_is_known_by() -> None:
    made = varied(BASE, {"left_out": ["basis.aanbod"]})
    assert keys(made) == ["visie.visie", "basis.gebouw"]
    assert made["own_format"] == {"names": ["SOP"], "words": {"visie": ["visie"]}}
    assert "basis.aanbod" in BASE["own_format"]["words"], "the other manifest stays as it was"


def test_a_field_is_placed_below_another_also_one_that_is_left_out_or_placed() -> None:
    placed = [
        {"key": "basis.doelgroep", "after": "basis.aanbod", "label": "Wie?"},
        {"key": "basis.plek", "after": "basis.doelgroep"},
    ]
    made = varied(BASE, {"left_out": ["basis.aanbod"], "placed": placed})
    assert keys(made) == ["visie.visie", "basis.doelgroep", "basis.plek", "basis.gebouw"]
    assert made["chapters"][1]["fields"][0] == {"key": "basis.doelgroep", "label": "Wie?"}


def test_a_field_can_be_asked_otherwise() -> None:
    made = varied(BASE, {"placed": [{"key": "visie.visie", "label": "Droom"}]})
    assert made["chapters"][0]["fields"] == [{"key": "visie.visie", "label": "Droom"}]


@pytest.mark.parametrize(
    ("own", "fault"),
    [
        ({"left_out": ["basis.weg"]}, "left_out: there is no field 'basis.weg'"),
        (
            {"placed": [{"key": "basis.nieuw", "after": "basis.weg"}]},
            "after: there is no field 'basis.weg'",
        ),
        (
            {"placed": [{"key": "basis.nieuw"}]},
            "basis.nieuw: say with `after` below which field it stands",
        ),
    ],
)
def test_what_there_is_not_is_named(own: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValueError, match="field") as caught:
        varied(BASE, own)
    assert str(caught.value) == fault
