"""A school's page for parents: its head, its sections, and what programs read of it."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from sop_templates.domain.dutch import write_date
from sop_templates.domain.model import SCHOOL_NAME, SCHOOL_YEAR, Chapter, FieldType, Model
from sop_templates.engine.models import LIBRARY
from sop_templates.engine.placement.model_texts import ModelTexts
from sop_templates.engine.publication.page_sections import make_sections
from sop_templates.formats.addresses import public_address
from sop_templates.formats.web.values import Page
from sop_templates.formats.web.writing import PageWriter
from sop_templates.formats.word.published.blocks import ParagraphBlock, Reading
from sop_templates.richtext_markup import parse, plain

FOLDER = "pagina"
SCHOOL_PAGE = "school.html"
DESCRIBED = 200  # characters: what search engines show
BOARD = "school.bestuur"
PLACE = "school.plaats"
BOARD_DATE = "vaststelling.bestuursdatum"
# What schema.org calls a school's facts, by the fields that hold them.
SCHOOL_DATA = {"telephone": "school.telefoon", "email": "school.email"}
ADDRESS_DATA = {
    "streetAddress": "school.adres",
    "postalCode": "school.postcode",
    "addressLocality": "school.plaats",
}
CODE = "school.vestigingscode"
WEBSITE = "school.website"

Answers = Mapping[str, Any]


@cache
def page_writer() -> PageWriter:
    """Writes pages with the library's templates."""
    folder = LIBRARY / FOLDER
    return PageWriter(
        {
            one.name: one.read_text(encoding="utf-8")
            for one in sorted(folder.iterdir())
            if one.is_file()
        }
    )


def make_page(
    texts: ModelTexts,
    answers: Answers,
    reading: Reading,
    *,
    is_draft: bool = False,
    pdf: str = "",
    index: str = "",
) -> bytes:
    """The page of a school.

    Args:
        texts: the words of its model.
        answers: those that may be published, see `domain.publication.public_answers`.
        reading: what its public Word file shows.
        is_draft: whether the page says that the SOP is not established.
        pdf: name of the PDF beside the page, or "".
        index: name of the page with all schools, or "".

    Returns:
        HTML.
    """
    name = text_of(answers, SCHOOL_NAME) or _titled(reading, texts) or texts.model.title
    year = text_of(answers, SCHOOL_YEAR)
    sections = make_sections(reading, texts, name, year)
    title = f"{texts.model.title} {name} {year}".strip()
    described = description(texts.model, answers, name)
    page = Page(
        title=title,
        name=name,
        kind=texts.model.title,
        year=year,
        lead=_lead(answers),
        established="" if is_draft else established(answers),
        description=described,
        summary=sections.summary,
        opening=sections.opening,
        sections=sections.chapters,
        notes=sections.notes,
        data=school_data(answers, name, title),
        is_draft=is_draft,
        pdf=pdf,
        index=index,
    )
    return page_writer().write(SCHOOL_PAGE, page=page)


def text_of(answers: Answers, key: str) -> str:
    """A text answer, "" where there is none."""
    value = answers.get(key)
    return value if isinstance(value, str) else ""


def url_of(answers: Answers, key: str) -> str:
    """The safe address of a link answer, "" where it has none."""
    value = answers.get(key)
    return public_address(value.get("url") or "") if isinstance(value, Mapping) else ""


def established(answers: Answers) -> str:
    """A sentence on when the board established the SOP, or ""."""
    day = day_of(answers, BOARD_DATE)
    return f"Vastgesteld door het schoolbestuur op {write_date(day)}." if day else ""


def day_of(answers: Answers, key: str) -> date | None:
    """A date answer, None where there is none or it is no date."""
    try:
        return date.fromisoformat(text_of(answers, key))
    except ValueError:
        return None


def summary_key(model: Model) -> str:
    """The key of the summary for parents: the first prose of the front page; "" without one."""
    fronts: list[Chapter] = [one for one in model.chapters if one.front]
    found = (one.key for chapter in fronts for one in chapter.fields if one.type is FieldType.RICH)
    return next(found, "")


def description(model: Model, answers: Answers, name: str) -> str:
    """The first sentences of the summary, for search engines and messages; never cut in a word."""
    words = " ".join(plain(parse(text_of(answers, summary_key(model)))).split())
    if not words:
        return f"Welke ondersteuning leerlingen krijgen op {name}, en waar die ophoudt."
    if len(words) <= DESCRIBED:
        return words
    cut = words[:DESCRIBED]
    sentences = cut.rpartition(". ")[0]
    if len(sentences) > DESCRIBED / 3:
        return f"{sentences}."
    return f"{cut.rpartition(' ')[0].rstrip(',;:')} …"


def school_data(answers: Answers, name: str, title: str) -> dict[str, Any]:
    """The school as schema.org describes one, with its SOP as a document about it."""
    data: dict[str, Any] = {"@context": "https://schema.org", "@type": "School", "name": name}
    data |= _given(SCHOOL_DATA, answers)
    if address := _given(ADDRESS_DATA, answers):
        data["address"] = {"@type": "PostalAddress", **address, "addressCountry": "NL"}
    if url := url_of(answers, WEBSITE):
        data["url"] = url
    if board := text_of(answers, BOARD):
        data["parentOrganization"] = {"@type": "Organization", "name": board}
    if code := text_of(answers, CODE):
        data["identifier"] = {
            "@type": "PropertyValue",
            "propertyID": "vestigingscode",
            "value": code,
        }
    document: dict[str, Any] = {"@type": "DigitalDocument", "name": title, "inLanguage": "nl"}
    if day := day_of(answers, BOARD_DATE):
        document["datePublished"] = day.isoformat()
    return data | {"subjectOf": document}


def _given(names: Mapping[str, str], answers: Answers) -> dict[str, str]:
    return {name: value for name, key in names.items() if (value := text_of(answers, key))}


def _titled(reading: Reading, texts: ModelTexts) -> str:
    """The document's own title without the words that every SOP has: mostly the school's name."""
    titles = [
        one.text
        for one in reading.blocks
        if isinstance(one, ParagraphBlock) and one.style.casefold() == "title"
    ]
    return titles[0].replace(texts.model.title, "").strip(" -:") if titles else ""


def _lead(answers: Answers) -> str:
    parts = [text_of(answers, key) for key in (PLACE, BOARD)]
    return " · ".join(part for part in parts if part)
