"""Personal data: what is found, and near ones that must not be. All numbers and names are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_templates.domain.checks_persons import (
    check_birth_dates,
    check_citizen_numbers,
    check_pupil_names,
    is_citizen_number,
)
from tests.support.under_check import codes, found

BSN = "111222333"  # the example number of the government's own test sets


@pytest.mark.parametrize(
    "text",
    [
        f"Zijn nummer is {BSN}.",
        f"BSN: {BSN}",
        f"BSN {BSN}",
        "(bsn 1112.22.333)",
        f"Dossier van Sem, BSN {BSN}, groep 4",
    ],
)
def test_a_citizen_number_is_found(text: str) -> None:
    assert codes(check_citizen_numbers, {"extra.specifiek": text}) == ["SOP170"]


@pytest.mark.parametrize(
    "text",
    [
        "Zijn nummer is 111222334.",
        f"Bel ons op {BSN}.",
        f"telefoon: {BSN}",
        "Bel 070-1112223 of 0701112223.",
        f"Tel. 0{BSN}",
        f"+31{BSN}",
        f"RSIN {BSN} van de stichting",
        f"NL91ABNA0{BSN}",
        f"https://school.nl/{BSN}",
        f"https://school.nl/?id={BSN}",
        f"Het kost {BSN},50 euro",
        f"code A{BSN}",
        "000000000 is geen nummer",
        "1 112 223 33",
        BSN,
    ],
)
def test_another_number_is_let_go(text: str) -> None:
    assert codes(check_citizen_numbers, {"extra.specifiek": text}) == []


def test_a_telephone_number_that_lost_its_zero_is_let_go() -> None:
    assert codes(check_citizen_numbers, {"school.telefoon": BSN}) == []


def test_a_citizen_number_is_not_repeated_in_full() -> None:
    (finding,) = found(check_citizen_numbers, {"visie.visie": f"BSN {BSN}"})
    assert BSN not in finding.message
    assert finding.message.endswith("(BSN): 11\u202633.")


@given(st.integers(min_value=10**8, max_value=10**9 - 1))
def test_one_wrong_digit_never_passes_the_eleven_test(number: int) -> None:
    digits = str(number)
    other = digits[:-1] + str((int(digits[-1]) + 1) % 10)
    assert not (is_citizen_number(digits) and is_citizen_number(other))


@pytest.mark.parametrize(
    "text",
    [
        "Sem is geboren op 3 maart 2017.",
        "Geboren 03-03-2017 te Delft.",
        "geboortedatum: 3/3/2017",
        "(geb. 3-3-17)",
        "Geboren te Rijswijk op 12 mei 2016",
    ],
)
def test_a_birth_date_is_found(text: str) -> None:
    assert codes(check_birth_dates, {"extra.specifiek": text}) == ["SOP171"]


@pytest.mark.parametrize(
    "text",
    [
        "Kinderen geboren tussen 1 oktober en 31 december starten later.",
        "Voor kinderen die geboren zijn na 1 oktober 2021 geldt een andere regel.",
        "Kinderen, geboren voor 1 januari 2022, stromen door.",
        "De plusklas is geboren in 2016.",
        "Op 3 maart 2017 is het gebouw geopend.",
        "De geboortedatum staat in het dossier.",
        "Het gebeurde op 3 maart 2017.",
    ],
)
def test_another_date_is_let_go(text: str) -> None:
    assert codes(check_birth_dates, {"extra.specifiek": text}) == []


@pytest.mark.parametrize(
    "text",
    [
        "Voor leerling Sanne hebben wij een eigen leerlijn.",
        "Met leerlinge Fatima El Amrani is een plan gemaakt.",
        "De leerling Kaan Yilmaz heeft een tolk.",
        "Zo kreeg leerling J. een eigen plek.",
        "Leerling Sem krijgt elke dag hulp.",
        "Leerling Sem Bakker (geboren in 2017) leest nu.",
        "Een leerling Jan de Vries had dit nodig.",
    ],
)
def test_the_name_of_a_pupil_is_found(text: str) -> None:
    assert codes(check_pupil_names, {"extra.specifiek": text}) == ["SOP172"]


@pytest.mark.parametrize(
    "text",
    [
        "Daar leert een leerling Nederlands als tweede taal.",
        "Als leerling Engels volgen kan ook.",
        "Per leerling OPP en HGW volgen.",
        "Zo krijgt iedere leerling Kurzweil op de laptop.",
        "Elke leerling Bouw! laten oefenen.",
        "Wij zien iedere leerling. Sanne is onze intern begeleider.",
        "Overzicht per leerling\nJanuari: toetsen",
        "Leerling Volg Systeem",
        "De leerlingen Anna en Bob bestaan niet.",
        "leerlingenraad De Stem",
        "Dan doet de leerling Cito-toetsen.",
        "de leerling Rots en Water",
    ],
)
def test_another_capital_is_let_go(text: str) -> None:
    assert codes(check_pupil_names, {"extra.specifiek": text}) == []
