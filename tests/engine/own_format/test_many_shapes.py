"""Wordings of many schools in looks of many others: whatever the combination, the parts are found."""

from collections.abc import Callable, Sequence
from itertools import count

import pytest

from sop_templates.engine.reading import read_bytes
from tests.support.own_formats import FIRST, SECOND
from tests.support.word_xml import Content, Node, br, docx, p, r, tbl, tc, text_box, tr

Chapter = tuple[str, Sequence[str]]

VISION, BASIS, EXTRA, LIMITS = "visie.visie", "basis.structuur", "extra.beschrijving", "extra.grens"

WORDINGS: dict[str, dict[str, Chapter]] = {
    "letter": {
        VISION: ("Visie passend onderwijs", ["Samen naar de school om de hoek, dat is onze wens."]),
        BASIS: (
            "Basisondersteuning",
            ["Elke groep heeft een weektaak op drie niveaus. Een rekenspecialist denkt mee."],
        ),
        EXTRA: ("Extra ondersteuning", ["Wij bieden een structuurklas, betaald door het SWV."]),
    },
    "older words": {
        VISION: ("Missie en visie", ["Wij zien elk kind als uniek. Het groeit van vertrouwen."]),
        BASIS: (
            "Interne zorgstructuur",
            [
                "De leerkracht overlegt met de intern begeleider over wat een kind nodig heeft.",
                "Drie keer per jaar komt het zorgteam bijeen.",
            ],
        ),
        EXTRA: (
            "Arrangementen",
            ["Voor drie leerlingen is er een arrangement met begeleiding door een specialist."],
        ),
        LIMITS: ("Grenzen van de zorg", ["Verpleegkundige handelingen kunnen wij niet doen."]),
    },
    "plain words": {
        VISION: (
            "Hoe wij kijken naar kinderen",
            ["Wij gaan uit van verschillen. Niet het kind past zich aan, maar het onderwijs."],
        ),
        BASIS: (
            "Wat wij alle leerlingen bieden",
            ["Verlengde instructie, een rustige werkplek en een intern begeleider die meedenkt."],
        ),
        EXTRA: (
            "Wat wij extra kunnen bieden",
            ["Twee ochtenden per week is er een onderwijsassistent, met geld van SPPOH."],
        ),
        LIMITS: ("Wat wij niet kunnen", ["Een leerling die de hele dag toezicht nodig heeft."]),
    },
    "questions": {
        VISION: (
            "Vanuit welke visie werken wij?",
            ["Nieuwsgierig zijn mag altijd, en fouten maken hoort erbij."],
        ),
        BASIS: (
            "Hoe is de zorg voor ieder kind geregeld?",
            ["De groepsleerkracht signaleert. De ib'er zit het ondersteuningsteam voor."],
        ),
        EXTRA: (
            "En als een kind meer nodig heeft?",
            ["Dan vragen wij een arrangement aan, voor begeleiding buiten de klas."],
        ),
    },
}


def one_by_one(heading: Callable[[str], Node]) -> Callable[[list[Chapter]], list[Content]]:
    """A look of headings above their texts."""

    def dress(chapters: list[Chapter]) -> list[Content]:
        return [one for title, texts in chapters for one in (heading(title), *map(p, texts))]

    return dress


def numbered(pattern: str) -> Callable[[list[Chapter]], list[Content]]:
    def dress(chapters: list[Chapter]) -> list[Content]:
        numbers = count(1)
        return one_by_one(lambda title: p(pattern.format(next(numbers), title)))(chapters)

    return dress


def beside(chapters: list[Chapter]) -> list[Content]:
    return [tbl(*(tr(title, tc(*texts)) for title, texts in chapters))]


def rows(chapters: list[Chapter]) -> list[Content]:
    return [tbl(*(tr(tc(one)) for title, texts in chapters for one in (title, "\n".join(texts))))]


def cells(chapters: list[Chapter]) -> list[Content]:
    return [tbl(tr(*(tc(p(r(title, look="b")), *map(p, texts)) for title, texts in chapters)))]


def boxes(chapters: list[Chapter]) -> list[Content]:
    return [p(text_box(p(r(title, look="b")), *map(p, texts))) for title, texts in chapters]


def broken(chapters: list[Chapter]) -> list[Content]:
    return [p(r(title, look="b"), r(br()), r("\n".join(texts))) for title, texts in chapters]


def reversed_order(chapters: list[Chapter]) -> list[Content]:
    return one_by_one(lambda title: p(r(title, look="b")))(chapters[::-1])


DRESSES: dict[str, Callable[[list[Chapter]], list[Content]]] = {
    "styled": one_by_one(lambda title: p(title, look="outlineLvl=0")),
    "deep": one_by_one(lambda title: p(title, look="outlineLvl=3")),
    "bold": one_by_one(lambda title: p(r(title, look="b"))),
    "italic and underlined": one_by_one(lambda title: p(r(title, look="i u=single"))),
    "bigger": one_by_one(lambda title: p(r(title, look="sz=32"))),
    "capitals": one_by_one(lambda title: p(title.upper())),
    "numbered": numbered("{}. {}"),
    "chapters": numbered("Hoofdstuk {}: {}"),
    "beside": beside,
    "rows": rows,
    "cells": cells,
    "boxes": boxes,
    "broken": broken,
    "reversed": reversed_order,
}


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES)
@pytest.mark.parametrize("wording", WORDINGS.values(), ids=WORDINGS)
def test_every_part_is_found_in_every_look(
    wording: dict[str, Chapter], dress: Callable[[list[Chapter]], list[Content]]
) -> None:
    chapters = [*wording.values(), ("Onze zorgplicht", [FIRST, SECOND])]
    record = read_bytes(docx(p("Schoolondersteuningsprofiel De Ark"), *dress(chapters)))
    assert record.format == "own"
    for key, (_, texts) in wording.items():
        for text in texts:
            assert text in str(record.answers[key]), key
    assert record.fixed_texts["vast.zorgplicht"] in ("intact", "typographic")


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES)
@pytest.mark.parametrize("gone", [VISION, BASIS, EXTRA])
def test_a_part_that_is_gone_is_not_found_elsewhere(
    gone: str, dress: Callable[[list[Chapter]], list[Content]]
) -> None:
    wording = {key: one for key, one in WORDINGS["older words"].items() if key != gone}
    chapters = [*wording.values(), ("Onze zorgplicht", [FIRST, SECOND])]
    record = read_bytes(docx(p("Schoolondersteuningsprofiel De Ark"), *dress(chapters)))
    assert record.answers[gone] is None
