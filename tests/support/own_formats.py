"""SOPs in formats that schools could have made themselves, in very different shapes, and near misses.

Everything is invented. `OwnSop` says what a reader should find in it: a few words of each part.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Pt
from docx.table import Table, _Row

from sop_templates.engine.models import open_model

MODEL = open_model()
ZORGPLICHT = MODEL.fixed_texts["vast.zorgplicht"].text
FIRST, SECOND = ZORGPLICHT.split("\n\n")
LETTER = "tests/library/begeleidend-schrijven-sop-2021.txt"

VISION = (
    (
        "Op onze school is elk kind welkom dat in de buurt woont. Wij geloven dat kinderen het meest leren"
        " van elkaar, en dat verschillen tussen kinderen daarbij helpen."
    ),
    (
        "Passend onderwijs betekent voor ons: eerst kijken naar wat er wel kan. Een voorbeeld uit groep 5: "
        "wie eerder klaar is, legt de som uit aan wie nog zoekt."
    ),
)
BASIS = (
    (
        "De leerkracht signaleert, past de instructie aan en bespreekt elke zes weken met de intern "
        "begeleider welke leerlingen meer nodig hebben."
    ),
    (
        "In het ondersteuningsteam schuiven ouders, de jeugdverpleegkundige en zo nodig anderen aan. De "
        "uitkomst staat in het leerlingvolgsysteem."
    ),
)
STEPS = (
    "De leerkracht helpt in de klas.",
    "De intern begeleider kijkt mee.",
    "Het ondersteuningsteam komt bij elkaar.",
)
EXTRA = (
    (
        "Met middelen van het samenwerkingsverband heeft de school een onderwijsassistent voor negen uur "
        "per week. Zij werkt met leerlingen die een arrangement hebben."
    ),
    (
        "Een leerling met een arrangement heeft een ontwikkelingsperspectief. Dat bespreken we twee keer "
        "per jaar met de ouders."
    ),
)
LIMITS = (
    (
        "Leerlingen die de hele dag begeleiding van één volwassene nodig hebben, kunnen wij niet bieden "
        "wat zij nodig hebben. Ook verpleegkundige handelingen kunnen wij niet doen."
    ),
)


@dataclass(frozen=True, slots=True)
class OwnSop:
    """A SOP in a school's own format.

    Attributes:
        name: of its file.
        data: the file.
        words: by key of the model, words that must stand in the answer.
        left: words that belong to no field.
        zorgplicht: the state of its fixed text.
        facts: answers on the front page and behind labels, by key.
    """

    name: str
    data: bytes = field(repr=False)
    words: dict[str, Sequence[str]]
    left: tuple[str, ...] = ()
    zorgplicht: str = "intact"
    facts: dict[str, str] = field(default_factory=dict)


ALL_PARTS: dict[str, Sequence[str]] = {
    "visie.visie": VISION,
    "basis.structuur": BASIS,
    "extra.beschrijving": EXTRA,
}


def saved(document: WordDocument) -> bytes:
    """The bytes of a document."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def numbered_headings() -> OwnSop:
    """A board's house style: heading styles, numbers typed in them, a typed table of contents."""
    document = Document()
    document.add_paragraph("Schoolondersteuningsprofiel", style="Title")
    document.add_paragraph("OBS De Vuurtoren")
    document.add_paragraph("Vestiging 00ZZ01, schooljaar 2026-2027")
    document.add_paragraph("Stichting Openbaar Onderwijs De Kust")
    document.add_heading("Inhoudsopgave", 1)
    names = ("1. Algemene gegevens", "2. Onze visie op onderwijs", "3. Onze basisondersteuning")
    for page, name in enumerate(names, 3):
        document.add_paragraph(f"{name}\t{page}")
    document.add_heading("1. Algemene gegevens", 1)
    _form(document, [("Directeur", "A. de Voorbeeld"), ("Aantal leerlingen", "212")])
    _chapter(document, "2. Onze visie op onderwijs", VISION)
    _chapter(document, "3. Onze basisondersteuning", BASIS[:1])
    _chapter(document, "3.1 Het ondersteuningsteam", BASIS[1:], level=2)
    _chapter(document, "4. Extra ondersteuning met arrangementen", EXTRA)
    _chapter(document, "4.1 Waar onze grenzen liggen", LIMITS, level=2)
    _chapter(document, "5. Zorgplicht", (FIRST, SECOND))
    _chapter(document, "6. Samenwerking met de bibliotheek", ("De bibliobus komt elke maand.",))
    return OwnSop(
        "numbered.docx",
        saved(document),
        {**ALL_PARTS, "extra.grens": LIMITS},
        left=("De bibliobus komt elke maand.",),
        facts={
            "school.naam": "OBS De Vuurtoren",
            "school.vestigingscode": "00ZZ01",
            "school.schooljaar": "2026-2027",
            "school.directeur": "A. de Voorbeeld",
            "school.leerlingen": "212",
        },
    )


def bold_lines() -> OwnSop:
    """No style at all: bold lines and capitals, in another order, a word of the fixed text changed."""
    document = Document()
    _bold(document, "SOP Daltonschool De Meander 2026/2027")
    _bold(document, "ONZE ZORGPLICHT")
    document.add_paragraph(
        FIRST.replace("zes weken na schriftelijke", "tien weken na schriftelijke")
    )
    document.add_paragraph(SECOND)
    _bold(document, "HULP IN DE KLAS: DE ZORGSTRUCTUUR")
    _paragraphs(document, BASIS)
    for number, step in enumerate(STEPS, 1):
        document.add_paragraph(f"{number}. {step}")
    _bold(document, "ARRANGEMENTEN EN ANDERE EXTRA HULP")
    _paragraphs(document, EXTRA)
    _bold(document, "WAAR WIJ VOOR STAAN")
    _paragraphs(document, VISION)
    _bold(document, "VRAGEN?")
    document.add_paragraph("Loop gerust binnen, de koffie staat klaar.")
    return OwnSop(
        "bold.docx",
        saved(document),
        {**ALL_PARTS, "basis.structuur": (*BASIS, *STEPS)},
        left=("de koffie staat klaar",),
        zorgplicht="changed",
        facts={"school.naam": "Daltonschool De Meander", "school.schooljaar": "2026-2027"},
    )


def form_in_a_table() -> OwnSop:
    """A form: the letter's questions left, answers right, chapters as rows over both columns."""
    document = Document()
    document.add_heading("Profiel extra zorg (SOP)", 0)
    table = document.add_table(rows=0, cols=2)
    _row(table, "Naam school", "Sbo De Brug")
    _row(table, "BRIN en vestiging", "00ZZ02")
    _row(table, "Schooljaar", "2026-2027")
    _wide(table, "A. Visie")
    _row(table, "Vanuit welke visie werken jullie aan passend onderwijs?", *VISION)
    _row(
        table, "Wat kenmerkt de schoolpopulatie?", "Wij zijn een kleine school met grote gezinnen."
    )
    _wide(table, "B. Ondersteuning")
    _row(table, "Hoe hebben wij onze zorgstructuur georganiseerd?", *BASIS)
    _row(table, "Welke extra ondersteuning is er vanuit het samenwerkingsverband?", *EXTRA)
    _row(table, "Wat kunnen wij niet bieden en wat is onze grens?", *LIMITS)
    _row(table, "Aantal vergaderingen van de ouderraad", "zes")
    _wide(table, "C. Zorgplicht")
    _row(table, "Vaste tekst", FIRST, SECOND)
    return OwnSop(
        "form.docx",
        saved(document),
        {**ALL_PARTS, "extra.grens": LIMITS, "visie.populatie": ("een kleine school",)},
        left=("Aantal vergaderingen van de ouderraad",),
        facts={
            "school.naam": "Sbo De Brug",
            "school.vestigingscode": "00ZZ02",
            "school.schooljaar": "2026-2027",
        },
    )


def long_prose() -> OwnSop:
    """Prose without the model's headings; other words for all; the fixed text cut into short lines."""
    document = Document()
    document.add_heading("Zo werken wij op CBS Het Anker", 1)
    document.add_paragraph("Dit schoolondersteuningsprofiel geldt voor 2026-2027.")
    _chapter(document, "Wat ons drijft", VISION, level=2)
    _chapter(document, "Van signaal tot hulp", BASIS, level=2)
    _chapter(document, "Als er meer nodig is", EXTRA, level=2)
    _chapter(document, "Wat wij niet kunnen", LIMITS, level=2)
    _chapter(document, "De wet", (f"De wet zegt hierover: {FIRST}",), level=2)
    sentences = SECOND.split(". ")
    _paragraphs(document, [f"{one}." if one[-1] not in ".)" else one for one in sentences])
    return OwnSop(
        "prose.docx",
        saved(document),
        {**ALL_PARTS, "extra.grens": LIMITS},
        left=("De wet zegt hierover:",),
        zorgplicht="typographic",
        facts={"school.naam": "CBS Het Anker", "school.schooljaar": "2026-2027"},
    )


def all_in_one() -> OwnSop:
    """One chapter for everything, texts in frames of one cell and columns, the basis missing."""
    document = Document()
    title = document.add_paragraph().add_run("Ondersteuningsprofiel")
    title.font.size = Pt(26)
    document.add_paragraph("IKC De Sterrenkijker")
    document.add_heading("Onze ondersteuning", 1)
    _paragraphs(document, VISION)
    frame = document.add_table(rows=0, cols=1)
    _wide_or_only(frame, "Extra ondersteuning")
    _wide_or_only(frame, *EXTRA)
    columns = document.add_table(rows=2, cols=2)
    for cell, text in zip(columns.rows[0].cells, ("Onze grenzen", "Zorgplicht"), strict=True):
        cell.text = text
    columns.rows[1].cells[0].text = LIMITS[0]
    columns.rows[1].cells[1].text = f"{FIRST}\n{SECOND}"
    return OwnSop(
        "one.docx",
        saved(document),
        {"visie.visie": VISION, "extra.beschrijving": EXTRA, "extra.grens": LIMITS},
        zorgplicht="intact",
        facts={"school.naam": "IKC De Sterrenkijker"},
    )


SHAPES: tuple[Callable[[], OwnSop], ...] = (
    numbered_headings,
    bold_lines,
    form_in_a_table,
    long_prose,
    all_in_one,
)


def schoolgids() -> bytes:
    """A schoolgids: it has a vision, care for pupils and the zorgplicht, and is no SOP."""
    document = Document()
    document.add_heading("Schoolgids 2026-2027", 0)
    document.add_paragraph("OBS De Vuurtoren")
    _chapter(document, "Onze missie en visie", VISION)
    _chapter(document, "Schooltijden", ("De school begint om half negen en eindigt om twee uur.",))
    _chapter(document, "Vakantierooster", ("De herfstvakantie begint op 17 oktober.",))
    _chapter(document, "Zorg voor leerlingen", BASIS)
    _chapter(document, "Zorgplicht en passend onderwijs", (FIRST,))
    _chapter(document, "Ouderbijdrage", ("Wij vragen een vrijwillige bijdrage voor uitstapjes.",))
    return saved(document)


def minutes() -> bytes:
    """Minutes of a meeting about the SOP, with its chapters as points."""
    document = Document()
    _bold(document, "Notulen medezeggenschapsraad, 12 mei 2026: het SOP")
    for heading, text in (
        ("Visie", "De raad vindt de visie op passend onderwijs helder en kort."),
        ("Basisondersteuning", "De intern begeleider licht de zorgstructuur toe."),
        ("Extra ondersteuning", "De raad vraagt hoe de arrangementen worden betaald."),
    ):
        _bold(document, heading)
        document.add_paragraph(text)
    return saved(document)


def parents_letter() -> bytes:
    """A letter to parents that tells of the SOP."""
    document = Document()
    lines = (
        "Geachte ouders,",
        (
            "Op onze website staat het nieuwe schoolondersteuningsprofiel. Daarin leest u onze visie,"
            " welke basisondersteuning wij bieden en welke extra ondersteuning er is."
        ),
        "De school heeft zorgplicht: zij zoekt met u naar een passende plek.",
        "Met vriendelijke groet,",
    )
    _paragraphs(document, lines)
    return saved(document)


def seed_letter() -> bytes:
    """The region's letter itself: all questions and the fixed text, and no answer."""
    from pathlib import Path  # noqa: PLC0415 - for this one only

    document = Document()
    _paragraphs(document, Path(LETTER).read_text(encoding="utf-8").split("\n \n"))
    return saved(document)


def blank_page() -> bytes:
    """A document without a word."""
    return saved(Document())


NEAR_MISSES: tuple[Callable[[], bytes], ...] = (
    schoolgids,
    minutes,
    parents_letter,
    seed_letter,
    blank_page,
)


def _chapter(document: WordDocument, heading: str, texts: Iterable[str], level: int = 1) -> None:
    document.add_heading(heading, level)
    _paragraphs(document, texts)


def _paragraphs(document: WordDocument, texts: Iterable[str]) -> None:
    for text in texts:
        document.add_paragraph(text)


def _bold(document: WordDocument, text: str) -> None:
    document.add_paragraph().add_run(text).bold = True


def _form(document: WordDocument, rows: Iterable[tuple[str, str]]) -> None:
    table = document.add_table(rows=0, cols=2)
    for left, right in rows:
        _row(table, left, right)


def _added(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx gives it no types
    return row


def _row(table: Table, left: str, *right: str) -> None:
    first, second = _added(table).cells
    first.text, second.text = left, right[0]
    for text in right[1:]:
        second.add_paragraph(text)


def _wide(table: Table, text: str) -> None:
    first, second = _added(table).cells
    first.merge(second).text = text


def _wide_or_only(table: Table, *texts: str) -> None:
    (cell,) = _added(table).cells
    cell.text = texts[0]
    for text in texts[1:]:
        cell.add_paragraph(text)
