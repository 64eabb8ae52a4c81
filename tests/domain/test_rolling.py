"""Next year's answers: what stays, what begins anew, what still names the year before, what DUO knows."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from sop_templates.domain.answers import blank, canonical
from sop_templates.domain.rolling import find_old_years, renewed_keys, roll, with_facts
from sop_templates.engine.models import LIBRARY, open_model
from tests.support.generated import generated_answers
from tests.support.small_model import SMALL_MODEL

MODEL = open_model()
MANIFEST = Path(LIBRARY, "haaglanden", "model.toml")


def answers(**given: Any) -> dict[str, Any]:
    return blank(MODEL) | {key.replace("__", "."): value for key, value in given.items()}


def test_dates_advice_decision_evaluation_and_status_begin_anew_and_nothing_else() -> None:
    before, _ = canonical(MODEL, generated_answers(MODEL, "12AB00"))
    rolled = roll(MODEL, before, "2031-2032")
    different = {key for key, value in rolled.answers.items() if value != before[key]}
    assert different == {
        "school.schooljaar",
        "ontwikkeling.evaluatiedatum",
        "ontwikkeling.evaluatie",
        "ontwikkeling.wijzigingen",
        "vaststelling.teamdatum",
        "vaststelling.leerlingen",
        "vaststelling.mr_datum",
        "vaststelling.mr_advies",
        "vaststelling.mr_toelichting",
        "vaststelling.mr_namens",
        "vaststelling.mr_opvolging",
        "vaststelling.bestuursdatum",
        "vaststelling.namens",
        "vaststelling.status",
        "vaststelling.publicatie",
    }
    assert set(rolled.emptied) == different - {"school.schooljaar", "vaststelling.status"}
    assert rolled.answers["school.schooljaar"] == "2031-2032"
    assert rolled.answers["vaststelling.status"] == "concept"
    assert canonical(MODEL, rolled.answers) == (rolled.answers, ())


def test_what_begins_anew_is_what_the_manifest_says() -> None:
    data = tomllib.loads(MANIFEST.read_text(encoding="utf-8"))
    fields = [one for chapter in data["chapters"] for one in chapter.get("fields", ())]
    assert renewed_keys(MODEL) == {one["key"] for one in fields if one.get("renewed")}


def test_a_model_that_says_nothing_still_loses_the_dates_of_its_route() -> None:
    assert renewed_keys(SMALL_MODEL) == {"vaststelling.mr_datum", "vaststelling.bestuursdatum"}
    before = blank(SMALL_MODEL) | {"vaststelling.mr_datum": "2026-06-11", "visie.visie": "Samen"}
    rolled = roll(SMALL_MODEL, before, "2027-2028")
    assert rolled.answers["visie.visie"] == "Samen"
    assert rolled.emptied == ("vaststelling.mr_datum",)


def test_what_was_empty_is_not_said_to_be_emptied() -> None:
    assert roll(MODEL, blank(MODEL), "2027-2028").emptied == ()


@pytest.mark.parametrize(
    "text",
    [
        "In 2026-2027 doen wij",
        "In 2026 - 2027 doen wij",
        "Schooljaar 2026/2027",
        "2026\u20132027",
        "schoolgids_2026_2027.pdf",
        "2026/'27",
        "2026-27.",
        "2026 t/m 2027",
    ],
)
def test_a_text_that_names_the_year_before_is_told(text: str) -> None:
    (found,) = find_old_years(MODEL, answers(visie__visie=text), "2026-2027")
    assert found.code == "SOP420"
    assert found.key == "visie.visie"
    assert text.split(maxsplit=1)[0] in str(found.values["words"])


@pytest.mark.parametrize(
    "text",
    ["In 2027-2028 doen wij", "In 2026 doen wij", "12026-2027", "2026-2030", "2026-2700", "26-27"],
)
def test_another_year_is_not(text: str) -> None:
    assert list(find_old_years(MODEL, answers(visie__visie=text), "2026-2027")) == []


def test_links_lists_and_notes_are_looked_at_and_each_question_is_told_once() -> None:
    given = answers(
        school__schoolgids={"text": "onze gids", "url": "https://x.example/gids-2026-2027.pdf"},
        visie__sterk=[
            {"kwaliteit": "Rust"},
            {"kwaliteit": "2026-2027"},
            {"kwaliteit": "2026-2027"},
        ],
        basis__aanbod=blank(MODEL)["basis.aanbod"]
        | {"mdo": {"status": None, "toelichting": "Plan 2026-2027"}},
    )
    found = list(find_old_years(MODEL, given, "2026-2027"))
    assert [one.key for one in found] == ["school.schoolgids", "visie.sterk", "basis.aanbod"]
    assert str(found[1].place) == 'table "visie.sterk" row 2'
    assert list(find_old_years(MODEL, given, "")) == []


def test_a_number_is_duos_an_empty_answer_is_filled_another_one_stays() -> None:
    own = answers(school__leerlingen=200, school__adres="Laan 1", school__naam="De Brug")
    facts = {
        "school.leerlingen": 215,
        "school.adres": "Laan 2",
        "school.naam": "de brug",
        "school.plaats": "Rijswijk",
        "school.postcode": None,
    }
    joined, found = with_facts(MODEL, own, facts)
    assert [(one.code, one.key) for one in found] == [
        ("SOP423", "school.adres"),
        ("SOP422", "school.plaats"),
        ("SOP422", "school.leerlingen"),
    ]
    assert joined == own | {"school.leerlingen": 215, "school.plaats": "Rijswijk"}
    assert found[0].values["answer"] == "Laan 1"
    assert found[1].values["before"] == "-"


@pytest.mark.parametrize(
    ("own", "duo", "count"),
    [
        ("https://www.brug.example/", "http://brug.example", 0),
        ("https://brug.example/ouders", "https://brug.example", 1),
    ],
)
def test_of_a_link_only_the_address_counts(own: str, duo: str, count: int) -> None:
    given = answers(school__website={"text": "onze site", "url": own})
    facts = {"school.website": {"text": duo, "url": duo}}
    assert len(with_facts(MODEL, given, facts)[1]) == count


def test_a_flag_that_duo_does_not_tell_is_left_alone() -> None:
    given = answers(school__eenpitter=True)
    assert with_facts(MODEL, given, {}) == (given, ())
    assert [one.code for one in with_facts(MODEL, given, {"school.eenpitter": False})[1]] == [
        "SOP423"
    ]
