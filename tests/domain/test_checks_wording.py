"""Wording: texts that are found, and near ones that must not be."""

import pytest

from sop_templates.domain.checks_wording import (
    check_boundaries,
    check_consent,
    check_leftovers,
    check_refusals,
)
from tests.support.under_check import codes, found


@pytest.mark.parametrize(
    "text",
    [
        "Wij bieden waar mogelijk hulp bij de verzorging.",
        "In principe is er plaats.",
        "Dat kan,\nindien\u00a0nodig, anders.",
        "Dat kan **zo veel mogelijk** in de klas.",
        "Zoveel   mogelijk blijft een leerling in de groep.",
    ],
)
def test_vague_words_in_a_boundary_are_found(text: str) -> None:
    assert codes(check_boundaries, {"extra.grens": text}) == ["SOP160"]


@pytest.mark.parametrize(
    "text",
    [
        "Meer dan twee keer per dag verzorgen kunnen wij niet.",
        "Dat is een principekwestie; het principe is helder.",
        "Waar het mogelijk is, staat in de schoolgids.",
        "Dat is niet nodig.",
        "Er is geen verzorgingsruimte, dus verschonen is onmogelijk.",
    ],
)
def test_a_plain_boundary_is_not_vague(text: str) -> None:
    assert codes(check_boundaries, {"extra.grens": text}) == []


def test_vague_words_are_free_where_no_boundary_is_asked() -> None:
    text = "Wij werken in principe met drie niveaus, waar nodig met meer."
    assert codes(check_boundaries, {"visie.visie": text, "extra.vervolg": text}) == []


def test_vague_words_of_a_field_are_told_together() -> None:
    (finding,) = found(check_boundaries, {"extra.grens": "Waar nodig. In principe. Waar nodig."})
    assert finding.message == (
        'Wat kunnen wij niet bieden en wat is onze grens: "waar nodig", "in principe"'
        " leaves open where the boundary lies."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Leerlingen met een rolstoel nemen wij niet aan.",
        "Kinderen die niet zindelijk zijn, nemen we helaas niet aan.",
        "Wij nemen leerlingen met ernstige gedragsproblemen niet aan.",
        "Wij nemen geen kinderen met een medische indicatie aan.",
        "Daarom nemen wij geen leerlingen van het sbo aan.",
        "Kinderen met autisme laten wij niet toe.",
        "Leerlingen met een verstandelijke beperking worden niet toegelaten.",
        "Een kind dat niet zindelijk is, wordt bij ons niet aangenomen.",
        "Leerlingen met agressief gedrag zijn bij ons niet welkom.",
        "Aanmeldingen van kinderen met een rolstoel weigeren wij.",
        "Zulke aanmeldingen wijzen wij direct af.",
        "Rolstoelgebruikers nemen wij niet aan.",
        "Leerlingen met een TOS neemt onze school niet aan.",
    ],
)
def test_a_refusal_beforehand_is_found(text: str) -> None:
    assert codes(
        check_refusals, {"extra.grens": f"Wij hebben 180 leerlingen. {text} Bel ons."}
    ) == ["SOP161"]


@pytest.mark.parametrize(
    "text",
    [
        "Wij nemen niet aan dat ieder kind hetzelfde nodig heeft.",
        "Dat leerlingen dit kunnen, nemen wij niet aan, dat zoeken wij uit.",
        "Als een groep vol is, nemen wij geen leerlingen aan.",
        "Als een leerling niet wordt toegelaten, zoeken wij samen een andere plek.",
        "Wij weigeren geen leerlingen.",
        "Wij weigeren nooit een leerling voordat wij hebben gekeken wat nodig is.",
        "Geweld is op onze school niet welkom.",
        "Dat betekent niet dat wij deze leerlingen niet toelaten of dat zij niet welkom zijn.",
        "Wij bieden geen kinderen zwemles aan.",
        "Leerlingen nemen wij serieus. Snoep nemen wij niet aan.",
        "Wij kunnen een leerling die sondevoeding nodig heeft niet helpen; daar zoeken wij hulp bij.",
        "Een school kan een leerling weigeren als de school vol is.",
        "Een leerling die niet meer leerbaar is, wijzen wij de weg.",
        "Agressie wijzen wij af.",
        "Mobiele telefoons worden niet toegelaten in de klas.",
        "Wij gaan geen onderzoek uit de weg en bieden iedere leerling een gesprek aan.",
    ],
)
def test_what_is_no_refusal_beforehand_is_let_go(text: str) -> None:
    assert codes(check_refusals, {"extra.grens": text}) == []


def test_a_refusal_is_told_with_its_sentence() -> None:
    (finding,) = found(
        check_refusals,
        {"extra.grens": "Wij zijn klein. Wij laten geen kinderen met {autisme} toe. Punt."},
    )
    assert '"Wij laten geen kinderen met {autisme} toe." reads as a refusal' in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "PM",
        "p.m.",
        "n.t.b.",
        "...",
        "??",
        "Tekst volgt",
        "volgt nog.",
        "test",
        "Onze visie is nog in te vullen door het team.",
        "Nog aan te vullen",
        "Meer over de plusklas moet nog worden toegevoegd!",
        "Wie: PM",
        "PM: stuk over de plusklas",
        "Lorem ipsum dolor sit amet",
        "De intern begeleider is XXX en werkt op maandag.",
        "Welkom op [naam school]!",
        "TODO lijst van partners",
        "Klik of tik om tekst in te voeren.",
        "Eerste alinea.\n\nPM",
    ],
)
def test_leftovers_are_found(text: str) -> None:
    assert codes(check_leftovers, {"visie.visie": text}) == ["SOP162"]


@pytest.mark.parametrize(
    "text",
    [
        "De PM'er werkt samen met de PMT-therapeut.",
        "Wij overleggen met de PM van de opvang.",
        "De pedagogisch medewerker (PM) is er elke dag.",
        "Wij vullen het groeidocument samen in.",
        "Er valt nog veel in te richten.",
        "De lift moet nog worden gebouwd.",
        "Maat XXL past niet iedereen.",
        "Zie [de schoolgids](https://school.nl).",
        "De toets volgt nog een keer in juni.",
        "Wat heeft dit kind nodig?",
        "Kinderen klikken of tikken om te kiezen.",
        "n.v.t.",
        "-",
        "Wij doen elk jaar een test.",
        "Zij [de ouders] kiezen.",
    ],
)
def test_what_is_no_leftover_is_let_go(text: str) -> None:
    assert codes(check_leftovers, {"visie.visie": text}) == []


def test_the_prompt_itself_is_a_leftover() -> None:
    (finding,) = found(
        check_leftovers, {"school.naam": "Vul de naam van de school in, zoals ouders die kennen."}
    )
    assert finding.message.startswith('Naam school still holds "Vul de naam')
    assert codes(check_leftovers, {"visie.sterk": [{"kwaliteit": "Noem één sterk punt"}]}) == [
        "SOP162"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "De MR heeft ingestemd met dit SOP.",
        "De MR stemt in met het profiel.",
        "Het SOP is met instemming van de medezeggenschapsraad vastgesteld.",
        "De MR heeft instemmingsrecht op het schoolondersteuningsprofiel.",
    ],
)
def test_consent_of_the_mr_on_the_sop_is_found(text: str) -> None:
    assert codes(check_consent, {"vaststelling.mr_toelichting": text}) == ["SOP163"]


@pytest.mark.parametrize(
    "text",
    [
        "Wij vragen instemming van ouders voor het OPP.",
        "De MR heeft op het SOP adviesrecht, geen instemmingsrecht.",
        "De MR heeft instemmingsrecht op het schoolplan en de schoolgids.",
        "De MR adviseert positief over het SOP.",
        "De oudergeleding van de MR stemt in met de formatie.",
        "Ouders stemmen in met het handelingsdeel van het OPP.",
        "De leden van de MR stemmen over het SOP.",
    ],
)
def test_other_consent_is_let_go(text: str) -> None:
    assert codes(check_consent, {"vaststelling.mr_toelichting": text}) == []
