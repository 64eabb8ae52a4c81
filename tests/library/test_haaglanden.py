"""The Haaglanden model holds all that its description asks, and the letter's own words."""

import re
from pathlib import Path

import pytest

from sop_templates.domain.model import Field, FieldType, Limits, Model, Need
from sop_templates.domain.route import Condition, StepNeed
from sop_templates.engine.models import open_model

LETTER = (Path(__file__).parent / "begeleidend-schrijven-sop-2021.txt").read_text(encoding="utf-8")

# key, type, V A O, marks: * star, I internal, G counted, S schoolgids, N names a person;
# bounds: w words, c characters, n numbers or rows
FIELDS = """
school.naam                 text   V GS c-100
school.vestigingscode       text   V G
school.schooljaar           year   V GS
school.schoolsoort          choice V G
school.bestuur              text   V G
school.bestuursnummer       text   V IG
school.eenpitter            flag   O IG
school.adres                text   A
school.postcode             text   A
school.plaats               text   A
school.gemeente             choice A IG
school.werkgebied           text   O IG
school.telefoon             text   A S
school.email                text   A S
school.website              link   A S
school.directeur            text   A N
school.ib                   text   A SN
school.leerlingen           number A G n1-3000
school.onderwijsconcept     choice O GS
school.denominatie          text   O G
school.schoolgids           link   A S
school.samenvatting         rich   A S w-120
visie.visie                 rich   V *S w30-250
visie.concept               link   A
visie.populatie             rich   V - w-250
visie.sterk                 list   A GS n1-5
basis.structuur             rich   V *S w30-250
basis.schoolgids            link   A
basis.aanbod                rows   V GS
basis.expertise             rows   A GS
basis.partners              list   A G n0-20
basis.gebouw                rows   A GS
extra.beschrijving          rich   V *S w30-300
extra.arrangementen         list   A GS n0-20
extra.specifiek             rich   V - w-250
extra.verwijzing            rich   V S w-200
extra.grens                 rich   V S w20-250
extra.vervolg               rich   V S w-200
zorgplicht.aanmelding       link   A S
zorgplicht.contact          text   A SN
zorgplicht.steunpunt        link   A S
ontwikkeling.evaluatiedatum date   O IG
ontwikkeling.evaluatie      rich   A I w-150
ontwikkeling.ambities       list   A G n0-8
ontwikkeling.wijzigingen    rich   O - w-150
vaststelling.teamdatum      date   O
vaststelling.leerlingen     text   A S
vaststelling.mr_datum       date   O G
vaststelling.mr_advies      choice O G
vaststelling.mr_toelichting text   O I
vaststelling.mr_namens      text   A IN
vaststelling.mr_opvolging   choice O IG
vaststelling.bestuursdatum  date   O G
vaststelling.namens         text   O N
vaststelling.status         choice V IG
vaststelling.publicatie     link   O IG
"""

PATTERNS = {
    "school.vestigingscode": r"\d{2}[A-Z]{2}\d{2}",
    "school.bestuursnummer": r"\d{5}",
    "school.postcode": r"\d{4} ?[A-Z]{2}",
}

DOMAINS = (
    "leren · taal en NT2 · gedrag · sociaal-emotioneel · begaafdheid · motoriek en fysiek · medisch · "
    "jonge kind · onderwijs-zorg · anders"
)

OPTIONS = {
    "school.schoolsoort": "basisschool · sbo · so · so/vso",
    "school.gemeente": "Den Haag · Rijswijk · Leidschendam-Voorburg · anders",
    "school.onderwijsconcept": (
        "regulier · montessori · dalton · jenaplan · vrijeschool · freinet · "
        "ontwikkelingsgericht (OGO) · anders"
    ),
    "basis.aanbod.status": "op orde · in ontwikkeling · gepland · niet aanwezig · n.v.t.",
    "basis.expertise.waar": "in het team · via het bestuur · via SPPOH of extern · niet beschikbaar",
    "basis.partners.partner": (
        "SPPOH · schoolmaatschappelijk werk · jeugdgezondheidszorg (CJG) · leerplicht · "
        "jeugdhulp of ggz · logopedie · fysio- of ergotherapie · dyslexiezorg · visuele ondersteuning · "
        "auditieve of taalondersteuning · speciaal (basis)onderwijs · onderwijs aan zieke leerlingen · "
        "wijkagent · kinderopvang en VVE · voortgezet onderwijs"
    ),
    "basis.partners.frequentie": "regelmatig · soms · op afroep",
    "basis.gebouw.aanwezig": "ja · deels · nee",
    "extra.arrangementen.domein": DOMAINS,
    "extra.arrangementen.uitvoerder": "school · bestuur · SPPOH · extern",
    "extra.arrangementen.status": "loopt · gepland · gestopt",
    "ontwikkeling.ambities.thema": DOMAINS,
    "ontwikkeling.ambities.status": "nieuw · loopt · gereed · uitgesteld",
    "vaststelling.mr_advies": (
        "positief · positief met opmerkingen · negatief · geen advies binnen termijn"
    ),
    "vaststelling.mr_opvolging": "overgenomen · deels overgenomen · niet overgenomen, met reden",
    "vaststelling.status": "concept · bij MR · bij bestuur · vastgesteld · gepubliceerd",
}

ROWS = {
    "basis.aanbod": (
        "team mdo overdracht verzuim ouders hoorrecht hgw niveaus leerlijn taal nt2 dyslexie dyscalculie "
        "begaafd leren tos motoriek gedrag_ext gedrag_int werkhouding sociaal jonge_kind medisch rouw"
    ),
    "basis.expertise": (
        "visueel auditief tos leren begaafd motoriek ziek autisme adhd angst gedrag dyslexie dyscalculie nt2"
    ),
    "basis.gebouw": "rolstoel lift toilet verzorging rust individueel akoestiek meubilair ict plein",
}

COLUMNS = {
    "visie.sterk": "kwaliteit",
    "basis.aanbod": "status toelichting",
    "basis.expertise": "waar",
    "basis.partners": "partner waarvoor frequentie",
    "basis.gebouw": "aanwezig",
    "extra.arrangementen": "naam domein groepen uitvoerder status",
    "ontwikkeling.ambities": "thema doel actie gereed status",
}

NEEDS = {"V": Need.REQUIRED, "A": Need.ADVISED, "O": Need.OPTIONAL}
ENGLISH = frozenset(
    {"the", "and", "to", "with", "for", "your", "our", "you", "what", "which", "choose"}
)


@pytest.fixture(scope="module")
def model() -> Model:
    return open_model("haaglanden")


def _flowing(text: str) -> str:
    """The text with the line breaks of the PDF joined."""
    return " ".join(text.split())


def _letter(begin: str, end: str) -> str:
    start = LETTER.index(begin)
    return LETTER[start : LETTER.index(end, start) + len(end)]


def _expected(line: str) -> tuple[str, FieldType, Need, str, Limits]:
    key, kind, need, *rest = line.split()
    bounds: dict[str, int] = {}
    for bound in rest[1:]:
        low, high = bound[1:].split("-")
        names = {"w": ("min_words", "max_words"), "n": ("minimum", "maximum")}
        for name, number in zip(
            names.get(bound[0], ("", "max_characters")), (low, high), strict=True
        ):
            bounds |= {name: int(number)} if number else {}
    marks = rest[0].strip("-") if rest else ""
    return key, FieldType(kind), NEEDS[need], marks, Limits(**bounds, pattern=PATTERNS.get(key))


def _marks(one: Field) -> str:
    flags = (one.star, one.internal, one.counted, one.in_schoolgids, one.names_person)
    return "".join(mark for mark, flag in zip("*IGSN", flags, strict=True) if flag)


def test_the_model_asks_exactly_what_its_description_lists(model: Model) -> None:
    asked = [(one.key, one.type, one.need, _marks(one), one.limits) for one in model.fields]

    assert asked == [_expected(line) for line in FIELDS.split("\n") if line]


def test_every_choice_has_the_options_of_the_description(model: Model) -> None:
    offered = {one.key: one.options for one in model.fields if one.options}
    offered |= {
        f"{one.key}.{column.key}": column.options
        for one in model.fields
        for column in one.columns
        if column.options
    }

    assert offered == {key: tuple(words.split(" · ")) for key, words in OPTIONS.items()}


def test_only_the_partner_may_be_named_in_own_words(model: Model) -> None:
    open_columns = [
        f"{one.key}.{col.key}" for one in model.fields for col in one.columns if col.open
    ]

    assert open_columns == ["basis.partners.partner"]


def test_every_table_has_its_rows_and_columns(model: Model) -> None:
    rows = {one.key: " ".join(row.key for row in one.rows) for one in model.fixed_rows()}
    columns = {
        one.key: " ".join(column.key for column in one.columns)
        for one in model.fields
        if one.is_table
    }

    assert rows == ROWS
    assert columns == COLUMNS
    assert [len(one.rows) for one in model.fixed_rows()] == [24, 14, 10]


def test_the_offer_is_grouped_as_in_the_description(model: Model) -> None:
    groups: dict[str, int] = {}
    for row in model.by_key["basis.aanbod"].rows:
        groups[row.group] = groups.get(row.group, 0) + 1

    assert groups == {
        "Ondersteuningsstructuur": 6,
        "Handelingsgericht werken": 3,
        "Preventieve en licht-curatieve interventies": 15,
    }


def test_a_status_of_the_offer_is_required_and_its_note_short(model: Model) -> None:
    status, note = model.by_key["basis.aanbod"].columns

    assert (status.need, note.need) == (Need.REQUIRED, Need.ADVISED)
    assert note.limits == Limits(max_words=25)
    assert model.by_key["visie.sterk"].columns[0].limits == Limits(max_characters=120)


def test_the_chapters_are_those_of_the_letter(model: Model) -> None:
    chapters = [(one.number, one.title, one.star) for one in model.chapters if one.number]

    assert chapters == [
        (1, "Visie passend onderwijs", True),
        (2, "Basisondersteuning", True),
        (3, "Extra ondersteuning", True),
        (4, "Zorgplicht", True),
        (5, "Evaluatie en ontwikkeling", False),
        (6, "Vaststelling", False),
    ]
    assert [one.key for one in model.chapters if one.front] == ["school"]


def test_the_fixed_texts_stand_before_chapter_1_and_in_chapter_4(model: Model) -> None:
    placed = {one.key: one.fixed for one in model.chapters if one.fixed}

    assert placed == {
        "over": ("vast.functie", "vast.afspraken"),
        "zorgplicht": ("vast.zorgplicht",),
    }
    assert [one.key for one in model.fixed_texts.values() if one.star] == ["vast.zorgplicht"]


def test_the_purpose_is_the_letters_second_paragraph(model: Model) -> None:
    wanted = _letter("In het SOP staat omschreven", "passend onderwijs \nkan bieden.")

    assert model.fixed_texts["vast.functie"].text == _flowing(wanted)


def test_the_agreements_are_the_letters_five(model: Model) -> None:
    said = _letter("\uf0b7 Er blijft altijd ruimte", "bondig en werkbaar document").split(
        "\uf0b7 "
    )[1:]
    mended = [
        _flowing(one).replace("pedagogisch- didactisch", "pedagogisch-didactisch") for one in said
    ]

    assert len(mended) == 5
    assert model.fixed_texts["vast.afspraken"].text == "\n".join(f"- {one}" for one in mended)


def test_the_duty_of_care_is_appendix_1_word_for_word(model: Model) -> None:
    appendix = _letter("Sinds de invoering van passend onderwijs", "ouders, etc.)")
    paragraphs = [_flowing(one) for one in appendix.split("\n \n")]

    assert len(paragraphs) == 2
    assert model.fixed_texts["vast.zorgplicht"].text == "\n\n".join(paragraphs)


def test_the_route_asks_what_the_description_asks(model: Model) -> None:
    advice = "vaststelling.mr_advies"
    route = {one.status: one.needs for one in model.route}

    assert route == {
        "concept": (StepNeed("vaststelling.teamdatum"),),
        "bij MR": (
            StepNeed(advice),
            StepNeed(
                "vaststelling.mr_datum",
                Condition(advice, ("geen advies binnen termijn",), negated=True),
            ),
            StepNeed(
                "vaststelling.mr_toelichting",
                Condition(advice, ("positief met opmerkingen", "negatief")),
            ),
            StepNeed(
                "vaststelling.mr_opvolging",
                Condition(advice, ("positief", "geen advies binnen termijn"), negated=True),
            ),
        ),
        "bij bestuur": (),
        "vastgesteld": (
            StepNeed("vaststelling.bestuursdatum"),
            StepNeed("vaststelling.namens"),
            StepNeed("ontwikkeling.evaluatiedatum", only_with_previous=True),
        ),
        "gepubliceerd": (StepNeed("vaststelling.publicatie"),),
    }
    assert tuple(one.status for one in model.route) == model.by_key["vaststelling.status"].options


def test_the_dates_follow_the_route(model: Model) -> None:
    assert model.date_order == (
        "vaststelling.teamdatum",
        "vaststelling.mr_datum",
        "vaststelling.bestuursdatum",
    )


def test_duos_number_gives_the_municipality(model: Model) -> None:
    gemeente = model.by_key["school.gemeente"]

    assert gemeente.duo == ("GEMEENTENUMMER",)
    assert gemeente.duo_values == {
        "0518": "Den Haag",
        "0603": "Rijswijk",
        "1916": "Leidschendam-Voorburg",
        "*": "anders",
    }


def test_every_column_that_is_taken_from_duo_is_in_its_file(model: Model) -> None:
    duo = next((Path(__file__).parents[2] / "samples" / "duo").glob("*basisonderwijs*.csv"))
    header = duo.read_text(encoding="latin-1").split("\n", 1)[0].split(";")

    assert {name for one in model.fields for name in one.duo} <= set(header)


def _prompts(model: Model) -> list[str]:
    return [one.prompt for one in model.fields] + [
        column.prompt for one in model.fields for column in one.columns
    ]


def test_every_prompt_is_there_and_no_two_are_equal(model: Model) -> None:
    prompts = _prompts(model)

    assert all(prompts)
    assert len(set(prompts)) == len(prompts)


def test_a_prompt_is_short_and_without_long_dashes(model: Model) -> None:
    for prompt in _prompts(model):
        assert len(prompt.split()) <= 35, prompt
        assert "—" not in prompt
        assert "–" not in prompt  # noqa: RUF001 - the en dash is what is looked for


def test_no_prompt_could_be_an_answer_from_a_list(model: Model) -> None:
    options = {
        option for one in model.fields for column in one.columns for option in column.options
    }
    options |= {option for one in model.fields for option in one.options}

    assert not options & set(_prompts(model))


def test_every_word_that_a_school_reads_is_dutch(model: Model) -> None:
    shown = [one.label for one in model.fields] + _prompts(model)
    shown += [column.label for one in model.fields for column in one.columns]
    shown += [row.label for one in model.fields for row in one.rows]
    shown += [word for one in model.chapters for word in (one.title, one.intro)]

    for text in shown:
        assert not ENGLISH & set(re.findall(r"[\w']+", text.lower())), text


def test_the_mr_advises_and_never_consents(model: Model) -> None:
    shown = " ".join(_prompts(model) + [one.intro for one in model.chapters])

    assert "instem" not in shown.lower()


def test_the_source_says_what_the_letter_fixes_and_what_was_chosen(model: Model) -> None:
    assert "15 maart 2021" in model.source
    assert "gekozen" in model.source


def test_the_reader_knows_the_letters_older_word_for_the_structure(model: Model) -> None:
    asked = "Hoe hebben wij onze zorgstructuur georganiseerd?"

    assert asked in _flowing(LETTER)
    assert asked in model.by_key["basis.structuur"].other_labels
