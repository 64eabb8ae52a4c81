"""More formats that schools make themselves, and other documents that only look like a SOP; all invented.

These are as people build them by hand: boxes, bars, quadrants, levels, questions, contents that were typed.
"""

from collections.abc import Callable, Iterable, Sequence

from tests.support.own_formats import BASIS, EXTRA, FIRST, LIMITS, SECOND, VISION, OwnSop
from tests.support.word_xml import Content, Node, docx, e, p, r, tbl, tc, tr

TITLE = "Schoolondersteuningsprofiel"
PARTS: dict[str, Sequence[str]] = {
    "visie.visie": VISION,
    "basis.structuur": BASIS,
    "extra.beschrijving": EXTRA,
}
Chapters = Iterable[tuple[str, Sequence[str]]]


def headed(text: str, level: int = 0) -> Node:
    return p(text, look=f"outlineLvl={level}")


def bold(text: str) -> Node:
    return p(r(text, look="b"))


def stacked(heading: Callable[[str], Node], chapters: Chapters) -> list[Content]:
    """Headings above their texts."""
    return [one for title, texts in chapters for one in (heading(title), *map(p, texts))]


def questionnaire_report() -> OwnSop:
    """The report of a web questionnaire: parts, a typed contents without pages, a table of percentages."""
    names = [
        "DEEL I INVENTARISATIE",
        "1 Typering van de school",
        "2 Kwaliteit basisondersteuning",
        "3 Ondersteuningsvoorzieningen",
        "4 Grenzen van de zorg",
    ]
    numbers = tbl(tr("Onderdeel", "Nu", "Ambitie"), tr("Begeleiding", "92%", "handhaven"))
    body = [
        p(r("School Ondersteunings Profiel", look="sz=48")),
        p("00ZZ03"),
        p("Basisschool De Horizon"),
        headed("Inhoudsopgave"),
        *map(p, names),
        headed("Toelichting"),
        p("In een ondersteuningsprofiel vertelt elke school wat passend onderwijs daar betekent."),
        headed(names[0]),
        headed(names[1], 1),
        p("Er zijn tien groepen en een speelzaal."),
        headed(names[2], 1),
        numbers,
        *map(p, BASIS),
        headed(names[3], 1),
        *map(p, EXTRA),
        headed(names[4], 1),
        *map(p, LIMITS),
    ]
    return OwnSop(
        "report.docx",
        docx(*body),
        {key: PARTS[key] for key in ("basis.structuur", "extra.beschrijving")}
        | {"extra.grens": LIMITS},
        left=("vertelt elke school", "Er zijn tien groepen"),
        zorgplicht="missing",
        facts={"school.vestigingscode": "00ZZ03", "school.naam": "Basisschool De Horizon"},
    )


def quadrants() -> OwnSop:
    """All on one page: four cells with a bold line and a text, the fixed text over two cells."""

    def cell(title: str, texts: Sequence[str]) -> Node:
        return tc(bold(title), *map(p, texts))

    table = tbl(
        tr(cell("Wij geloven in", VISION), cell("Wij bieden iedereen", BASIS)),
        tr(cell("Wij kunnen extra bieden", EXTRA), cell("Wij kunnen niet bieden", LIMITS)),
    )
    body = [p("SOP Basisschool Het Palet | 2026 - 2027"), table, bold("Zorgplicht")]
    return OwnSop(
        "quadrants.docx",
        docx(*body, tbl(tr(FIRST, SECOND))),
        PARTS | {"extra.grens": LIMITS},
        facts={"school.naam": "Basisschool Het Palet", "school.schooljaar": "2026-2027"},
    )


def bars() -> OwnSop:
    """Each heading in a table of one cell, a chapter that is no part among them."""
    chapters = [
        ("Visie en missie", VISION),
        ("Onze ondersteuningsstructuur", BASIS),
        ("De bibliotheek", ["Elke donderdag mogen kinderen boeken lenen."]),
        ("Extra begeleiding", EXTRA),
        ("Zorgplicht", [FIRST, SECOND]),
    ]
    body = stacked(lambda title: tbl(tr(title)), chapters)
    return OwnSop(
        "bars.docx",
        docx(tbl(tr(f"{TITLE} De Kring 2026-2027")), *body),
        PARTS,
        left=("boeken lenen",),
        facts={"school.naam": "De Kring", "school.schooljaar": "2026-2027"},
    )


def layers() -> OwnSop:
    """The help in layers, the year and code in the page's header only, words explained behind it."""
    chapters = [
        (
            "Inleiding",
            ["Dit profiel is gemaakt door het hele team, op drie studiemiddagen in mei."],
        ),
        ("Waar De Dijk voor staat", VISION),
        ("De eerste laag: goed onderwijs voor iedereen", BASIS),
        ("De tweede laag: hulp van buiten", EXTRA),
        ("Als het ons niet lukt", LIMITS),
        ("Onze zorgplicht", [FIRST, SECOND]),
        (
            "Begrippenlijst",
            ["Basisondersteuning: wat elke school in de regio aan leerlingen biedt."],
        ),
    ]
    header = {"word/header1.xml": [p("SOP 2026-2027 | OBS De Dijk | brinnr. 00zz04")]}
    return OwnSop(
        "layers.docx",
        docx(*stacked(headed, chapters), parts=header),
        PARTS | {"extra.grens": LIMITS},
        left=("drie studiemiddagen", "wat elke school in de regio"),
        facts={
            "school.naam": "OBS De Dijk",
            "school.vestigingscode": "00ZZ04",
            "school.schooljaar": "2026-2027",
        },
    )


def plain_questions() -> OwnSop:
    """Questions and answers without any look, one that the model does not know."""
    chapters = [
        ("Welke visie hebben wij op ondersteuning?", VISION),
        ("Welke hulp mag elk kind van ons verwachten?", BASIS),
        ("Wat als de basisondersteuning niet genoeg is?", EXTRA),
        ("Wanneer lukt het ons niet?", LIMITS),
        ("Hoe vieren wij Sinterklaas?", ["Met alle groepen samen, op het plein en in de zaal."]),
        ("Wat is de zorgplicht?", [FIRST, SECOND]),
    ]
    return OwnSop(
        "questions.docx",
        docx(p(f"{TITLE} OBS De Wissel"), *stacked(p, chapters)),
        PARTS | {"extra.grens": LIMITS},
        left=("op het plein",),
        facts={"school.naam": "OBS De Wissel"},
    )


def short_words() -> OwnSop:
    """The shortest: a word, a tab, a text; the fixed text behind its word on one line."""
    rows = [("Visie", VISION[0]), ("Basis", BASIS[0]), ("Extra", EXTRA[0]), ("Grenzen", LIMITS[0])]
    lines = [p(r(word, e("w:tab"), text)) for word, text in [*rows, ("Zorgplicht", FIRST)]]
    keys = (*PARTS, "extra.grens")
    return OwnSop(
        "words.docx",
        docx(p("SOP openbare basisschool Prinses Beatrix, locatie Noord"), *lines, p(SECOND)),
        {key: [text] for key, (_, text) in zip(keys, rows, strict=True)},
        facts={"school.naam": "openbare basisschool Prinses Beatrix"},
    )


SHAPES: tuple[Callable[[], OwnSop], ...] = (
    questionnaire_report,
    quadrants,
    bars,
    layers,
    plain_questions,
    short_words,
)


def blank_form() -> bytes:
    """A form for a SOP that nobody filled in: it asks, and has the fixed text."""
    chapters = [
        ("Visie op passend onderwijs", ["[Beschrijf hier de visie van de school]"]),
        ("Basisondersteuning", ["Beschrijf hier hoe de ondersteuning is ingericht."]),
        ("Extra ondersteuning", ["……………"]),
        ("Zorgplicht", [FIRST, SECOND]),
    ]
    return docx(p(f"Format {TITLE.lower()} [naam school]"), *stacked(headed, chapters))


def article() -> bytes:
    """An article on support in general: no school speaks in it."""
    chapters = [
        ("Geschiedenis", ["De wet trad in 2014 in werking. Daarvoor was er het rugzakje."]),
        (
            "Basisondersteuning",
            ["Dat is wat alle scholen in een regio moeten kunnen, zegt de wet sinds dat jaar."],
        ),
        (
            "Extra ondersteuning",
            ["Dat is alles wat daarboven uitgaat. Besturen verdelen het geld ervoor onder elkaar."],
        ),
    ]
    return docx(p("Passend onderwijs"), *stacked(headed, chapters))


def checklist() -> bytes:
    """A list of questions on a SOP, which has the SOP's name before its own."""
    chapters = [
        ("Visie", ["Staat er een visie in die past bij de schoolgids? Is er een voorbeeld?"]),
        ("Basisondersteuning", ["Zijn alle onderdelen beoordeeld? Is er een toelichting bij?"]),
        ("Extra ondersteuning", ["Worden de arrangementen genoemd, met wie ze uitvoert?"]),
    ]
    return docx(p("SOP-checklist 2026-2027"), *stacked(headed, chapters))


NEAR_MISSES: tuple[Callable[[], bytes], ...] = (blank_form, article, checklist)

# Titles of other documents: whatever stands in them, they are no SOP.
OTHER_TITLES = (
    "Pestprotocol De Ark",
    "Sociaal veiligheidsplan",
    "Bestedingsplan middelen passend onderwijs",
    "Rapport van bevindingen",
    "Analyse van de SOP's van ons bestuur",
    "Gespreksverslag SOP",
    "Vaststellingsbesluit SOP",
    "Evaluatie van het zorgplan",
    "Toelatingsbeleid",
    "Taalbeleid De Ark",
    "Feedback op het SOP",
    "Curriculum vitae",
    "Samenwerkingsovereenkomst",
    "Instructie voor het SOP",
)
