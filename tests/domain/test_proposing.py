"""A school's document can say what changed: what is told, what never is, and how much."""

from typing import Any

from sop_templates.domain.answers import blank
from sop_templates.domain.comparison import compare_answers
from sop_templates.domain.proposing import proposal_field, propose
from sop_templates.domain.words import count_words
from sop_templates.engine.models import open_model
from sop_templates.richtext_markup import canonical
from tests.support.small_model import SMALL_MODEL

MODEL = open_model()
SINCE = "2025-2026"


def proposed(before: dict[str, Any], after: dict[str, Any]) -> str:
    empty = blank(MODEL)
    return propose(MODEL, compare_answers(MODEL, empty | before, empty | after), SINCE)


def arrangement(name: str, who: str = "school") -> dict[str, Any]:
    return {"naam": name, "domein": None, "groepen": None, "uitvoerder": who, "status": None}


def test_the_model_says_where_it_belongs() -> None:
    field = proposal_field(MODEL)
    assert field is not None
    assert field.key == "ontwikkeling.wijzigingen"
    assert proposal_field(SMALL_MODEL) is None


def test_each_question_has_a_sentence_and_the_schools_data_one_at_the_end() -> None:
    before = {
        "school.leerlingen": 200,
        "school.telefoon": "070 000 00 00",
        "visie.visie": "Oud",
        "basis.gebouw": {"lift": {"aanwezig": "nee"}},
        "extra.arrangementen": [arrangement("Leesronde"), arrangement("Plusgroep")],
    }
    after = {
        "school.leerlingen": 210,
        "school.telefoon": "070 000 00 01",
        "visie.visie": "Nieuw",
        "basis.gebouw": {"lift": {"aanwezig": "ja"}},
        "extra.arrangementen": [arrangement("Plusgroep", "bestuur"), arrangement("Rekenhulp")],
    }
    assert proposed(before, after).split("\n") == [
        "Gewijzigd ten opzichte van het profiel voor 2025-2026:",
        "",
        "- Vanuit welke visie werken wij aan passend onderwijs? Herschreven.",
        "- Gebouw en hulpmiddelen: Lift (van nee naar ja).",
        "- Arrangementen: nieuw “Rekenhulp”; vervallen “Leesronde”; bijgewerkt “Plusgroep”.",
        "- Gegevens van de school: telefoon, aantal leerlingen.",
    ]


def test_nothing_internal_no_name_and_nothing_of_each_year_is_told() -> None:
    after = {
        "school.eenpitter": True,
        "school.directeur": "Een naam",
        "ontwikkeling.evaluatie": "Er lukte iets niet",
        "ontwikkeling.wijzigingen": "Van alles",
        "vaststelling.mr_datum": "2026-06-02",
        "vaststelling.mr_advies": "negatief",
        "vaststelling.status": "bij MR",
    }
    assert proposed({}, after) == ""


def test_no_change_proposes_nothing() -> None:
    answers = {"visie.visie": "Samen leren"}
    assert proposed(answers, answers) == ""


def test_notes_beside_items_are_told_as_one() -> None:
    cells = {"mdo": {"status": "op orde", "toelichting": "Vier keer"}}
    other = {"mdo": {"status": "op orde", "toelichting": "Vijf keer"}}
    text = proposed({"basis.aanbod": cells}, {"basis.aanbod": other})
    assert text.endswith("? Toelichtingen bijgewerkt.")


def test_it_stays_within_the_limit_and_counts_what_it_leaves_out() -> None:
    long = "Een arrangement met een zeer lange naam van wel tien woorden"
    partners = [
        {"partner": f"Partner {number} die lang heet", "waarvoor": None, "frequentie": None}
        for number in range(20)
    ]
    after = {
        "visie.visie": "Nieuw",
        "visie.populatie": "Nieuw",
        "visie.sterk": [{"kwaliteit": f"{long} {number}"} for number in range(20)],
        "basis.partners": partners,
        "extra.arrangementen": [arrangement(f"{long} {number}") for number in range(20)],
        "extra.grens": "Nieuw",
    }
    text = proposed({}, after)
    assert count_words(text) <= 150
    assert "en nog 14" in text
    assert text.splitlines()[-1].startswith("- En nog ")


def test_what_a_school_typed_stays_text() -> None:
    name = "2 * 3 * 4 [x](y) **vet**"
    text = proposed({}, {"extra.arrangementen": [arrangement(name)]})
    assert canonical(text) == text
    assert r"\*\*vet\*\*" in text or r"\[x\]" in text
