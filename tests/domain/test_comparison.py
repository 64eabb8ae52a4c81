"""What changed between two records of a school."""

from typing import Any

from sop_templates.domain.answers import blank
from sop_templates.domain.comparison import (
    compare_answers,
    pairs,
    yearly_keys,
)
from sop_templates.engine.models import open_model

MODEL = open_model()


def changes(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, ...]]:
    empty = blank(MODEL)
    return [
        (
            one.kind.value,
            one.field.key,
            one.item,
            one.column.key if one.column else "",
            one.before,
            one.after,
        )
        for one in compare_answers(MODEL, empty | before, empty | after)
    ]


def partner(name: str, purpose: str | None = None) -> dict[str, Any]:
    return {"partner": name, "waarvoor": purpose, "frequentie": None}


def ambition(goal: str, theme: str = "leren", status: str = "nieuw") -> dict[str, Any]:
    return {"thema": theme, "doel": goal, "actie": None, "gereed": None, "status": status}


def test_equal_records_have_no_changes() -> None:
    answers = {"visie.visie": "Samen leren.", "basis.partners": [partner("SPPOH")]}
    assert changes(answers, answers) == []


def test_a_field_came_went_or_changed() -> None:
    before = {"visie.visie": "Oud", "school.leerlingen": 200, "school.gemeente": None}
    after = {"visie.visie": "Nieuw", "school.leerlingen": None, "school.gemeente": "Rijswijk"}
    assert changes(before, after) == [
        ("added", "school.gemeente", "", "", "", "Rijswijk"),
        ("removed", "school.leerlingen", "", "", "200", ""),
        ("changed", "visie.visie", "", "", "Oud", "Nieuw"),
    ]


def test_a_date_and_a_link_are_told_in_words() -> None:
    before = {"vaststelling.mr_datum": "2025-06-11"}
    after = {"school.website": {"text": "onze site", "url": "https://x.example"}}
    assert changes(before, after) == [
        ("added", "school.website", "", "", "", "onze site <https://x.example>"),
        ("removed", "vaststelling.mr_datum", "", "", "11 juni 2025", ""),
    ]


def test_an_item_is_told_by_its_label_and_column() -> None:
    before = {"basis.gebouw": {"lift": {"aanwezig": "nee"}}}
    after = {"basis.gebouw": {"lift": {"aanwezig": "ja"}}}
    assert changes(before, after) == [("changed", "basis.gebouw", "Lift", "aanwezig", "nee", "ja")]


def test_another_order_of_rows_is_no_change() -> None:
    rows = [partner("SPPOH"), partner("logopedie")]
    assert changes({"basis.partners": rows}, {"basis.partners": rows[::-1]}) == []


def test_rows_come_go_and_change_by_their_name() -> None:
    before = {"basis.partners": [partner("SPPOH", "MDO"), partner("leerplicht")]}
    after = {"basis.partners": [partner("logopedie"), partner("sppoh ", "meedenken")]}
    assert changes(before, after) == [
        ("added", "basis.partners", "logopedie", "", "", "logopedie"),
        ("changed", "basis.partners", "sppoh ", "partner", "SPPOH", "sppoh "),
        ("changed", "basis.partners", "sppoh ", "waarvoor", "MDO", "meedenken"),
        ("removed", "basis.partners", "leerplicht", "", "leerplicht", ""),
    ]


def test_a_row_that_was_reworded_is_still_the_same_row() -> None:
    before = {"ontwikkeling.ambities": [ambition("Alle groepen werken met de nieuwe methode")]}
    after = {
        "ontwikkeling.ambities": [ambition("Alle groepen werken nu met de methode", status="loopt")]
    }
    assert [one[0] for one in changes(before, after)] == ["changed", "changed"]


def test_rows_with_the_same_choices_but_other_words_are_two_rows() -> None:
    before = {"ontwikkeling.ambities": [ambition("Een rustige gang")]}
    after = {"ontwikkeling.ambities": [ambition("Kleuters tellen verder dan tien")]}
    assert [one[0] for one in changes(before, after)] == ["added", "removed"]


def test_fields_can_be_passed_over() -> None:
    keys = yearly_keys(MODEL)
    assert {"school.schooljaar", "vaststelling.mr_advies", "vaststelling.status"} < keys
    assert "visie.visie" not in keys
    before, after = {"school.schooljaar": "2025-2026"}, {"school.schooljaar": "2026-2027"}
    assert compare_answers(MODEL, before, after, keys) == ()


def test_schools_are_paired_by_code_or_else_by_name() -> None:
    code, name = "school.vestigingscode", "school.naam"
    before: list[dict[str, Any]] = [
        {code: "12AB00", name: "Oud"},
        {code: None, name: "De Brug"},
        {code: "12AB02"},
    ]
    after: list[dict[str, Any]] = [
        {code: "12AB00", name: "Nieuw"},
        {code: None, name: "de brug"},
        {code: "12AB03"},
    ]
    found = [
        (one.code, one.name, one.before is None, one.after is None) for one in pairs(before, after)
    ]
    assert found == [
        ("12AB00", "Nieuw", False, False),
        ("", "de brug", False, False),
        ("12AB03", "", True, False),
        ("12AB02", "", False, True),
    ]


def test_a_school_without_a_code_is_known_by_a_name_that_only_it_has() -> None:
    code, name = "school.vestigingscode", "school.naam"
    before: list[dict[str, Any]] = [{name: "De Brug"}, {name: "Oud"}, {name: "Oud"}, {}, {}]
    after: list[dict[str, Any]] = [{code: "12AB00", name: "de brug"}, {name: "Oud"}, {}]
    found = [(one.before, one.after) for one in pairs(before, after)]
    assert found == [
        (before[0], after[0]),
        (None, after[1]),
        (None, after[2]),
        (before[1], None),
        (before[2], None),
        (before[3], None),
        (before[4], None),
    ]


def test_two_schools_of_one_name_with_other_codes_are_two() -> None:
    code, name = "school.vestigingscode", "school.naam"
    before, after = [{code: "12AB00", name: "De Brug"}], [{code: "12AB01", name: "De Brug"}]
    assert [(one.before, one.after) for one in pairs(before, after)] == [
        (None, after[0]),
        (before[0], None),
    ]


def test_a_strange_list_is_compared_in_time() -> None:
    before = [partner("a" * 5000, f"b{number}") for number in range(400)]
    after = [partner("a" * 5000, f"c{number}") for number in range(400)]
    found = changes({"basis.partners": before}, {"basis.partners": after})
    assert len(found) == 400
    long = [partner("x" * 30_000)], [partner("x" * 29_999)]
    assert [
        one[0] for one in changes({"basis.partners": long[0]}, {"basis.partners": long[1]})
    ] == ["changed"]


def test_rows_of_one_name_are_matched_in_their_order() -> None:
    before = [partner("SPPOH", "een"), partner("SPPOH", "twee")]
    after = [partner("SPPOH", "twee"), partner("SPPOH", "drie")]
    assert [one[4:] for one in changes({"basis.partners": before}, {"basis.partners": after})] == [
        ("een", "drie")
    ]
