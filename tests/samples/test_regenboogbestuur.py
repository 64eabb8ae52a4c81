"""The sample board is invented, fits the model, and shows what real answers look like."""

import csv
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sop_templates.domain.answers import canonical
from sop_templates.domain.model import FieldType, Model
from sop_templates.domain.words import count_words
from sop_templates.engine.models import open_model
from sop_templates.engine.sample_sources import read_sample

SAMPLES = Path(__file__).parents[2] / "samples"
DUO = SAMPLES / "duo" / "schoolvestigingen-basisonderwijs-2026-08.csv"

Answers = dict[str, Any]


@pytest.fixture(scope="module")
def model() -> Model:
    return open_model()


@pytest.fixture(scope="module")
def board() -> Answers:
    return read_sample(SAMPLES / "regenboogbestuur")[0]


@pytest.fixture(scope="module")
def schools() -> list[Answers]:
    return read_sample(SAMPLES / "regenboogbestuur")[1]


@pytest.fixture(scope="module")
def duo() -> list[dict[str, str]]:
    with DUO.open(encoding="cp1252", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _rich(model: Model, school: Answers) -> list[str]:
    keys = [one.key for one in model.fields if one.type is FieldType.RICH]
    return [school[key] for key in keys if key in school]


def test_every_answer_fits_its_field(model: Model, board: Answers, schools: list[Answers]) -> None:
    for school in [board["texts"], *schools]:
        assert not set(school) - set(model.by_key)
        assert canonical(model, school)[1] == ()


def test_twelve_schools_delivered_and_the_roster_names_one_more(
    board: Answers, schools: list[Answers]
) -> None:
    roster = {one["vestigingscode"]: (one["name"], one["area"]) for one in board["schools"]}
    delivered = {
        one["school.vestigingscode"]: (one["school.naam"], one["school.werkgebied"])
        for one in schools
    }

    assert len(delivered) == 12
    assert roster == delivered | {"99XX12": ("De Letterloods", "Centrum")}


def test_duo_knows_none_of_them(board: Answers, duo: list[dict[str, str]]) -> None:
    names = " | ".join(one["VESTIGINGSNAAM"] for one in duo).casefold()
    codes = {one["VESTIGINGSCODE"][:4] for one in duo}
    numbers = {one["BEVOEGD GEZAG NUMMER"] for one in duo}

    for school in board["schools"]:
        proper = re.sub(r"^\w+school ", "", school["name"])
        assert proper.casefold() not in names
        assert school["vestigingscode"][:4] not in codes
    assert board["number"] not in numbers


def test_no_address_or_number_could_be_somebodys(
    schools: list[Answers], duo: list[dict[str, str]]
) -> None:
    postcodes = {one["POSTCODE"] for one in duo}

    for school in schools:
        text = str(school)
        assert school.get("school.postcode") not in postcodes
        assert school.get("school.telefoon", "070 000 0").startswith("070 000 ")
        addresses = re.findall(r"https?://([^/\s')#]+)", text) + re.findall(r"@([\w.]+\w)", text)
        assert {one for one in addresses if not one.endswith(".example")} <= {"ouders.sppoh.nl"}


def test_the_answers_differ_as_real_ones_do(schools: list[Answers]) -> None:
    statuses = Counter(one["vaststelling.status"] for one in schools)
    advices = {one.get("vaststelling.mr_advies") for one in schools}
    kinds = {one["school.schoolsoort"] for one in schools}
    partners = [len(one.get("basis.partners", ())) for one in schools]

    assert set(statuses) == {"concept", "bij MR", "bij bestuur", "vastgesteld", "gepubliceerd"}
    assert advices == {None, "positief", "positief met opmerkingen", "negatief"}
    assert kinds == {"basisschool", "sbo"}
    assert (min(partners), max(partners)) == (0, 6)


def test_seven_schools_are_complete_and_of_normal_length(
    model: Model, schools: list[Answers]
) -> None:
    words = [sum(count_words(text) for text in _rich(model, one)) for one in schools]
    rows = [len(one.get("basis.aanbod", ())) for one in schools]

    assert sum(1200 <= count <= 2000 for count in words) >= 7
    assert min(words) < 50
    assert sum(count == 24 for count in rows) == 10


def test_the_texts_hold_what_people_type(model: Model, schools: list[Answers]) -> None:
    text = "\n".join(rich for school in schools for rich in _rich(model, school))

    for sign in ("**", "*", "](https://", "\n- ", "\n1. ", "&", "é", "ë", "'"):
        assert sign in text, sign
    assert re.search(r"[\u0400-\u04ff]", text), "Ukrainian"
    assert re.search(r"[\u0600-\u06ff]", text), "Arabic"


def test_no_two_schools_share_a_sentence(model: Model, schools: list[Answers]) -> None:
    seen: dict[str, str] = {}
    for school in schools:
        sentences = re.split(r"(?<=[.?!:;])\s+|\n", "\n".join(_rich(model, school)))
        for sentence in {one for one in sentences if len(one.split()) > 4}:
            assert sentence not in seen, (sentence, seen.get(sentence), school["school.naam"])
            seen[sentence] = school["school.naam"]


def test_no_two_schools_explain_their_offer_in_the_same_words(schools: list[Answers]) -> None:
    notes = Counter(
        cells["toelichting"]
        for school in schools
        for cells in school.get("basis.aanbod", {}).values()
        if len(cells.get("toelichting", "").split()) > 3
    )

    assert [note for note, count in notes.items() if count > 1] == []
