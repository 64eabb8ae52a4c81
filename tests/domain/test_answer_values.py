"""One value of each type becomes its canonical answer, or stays as written beside what is wrong."""

from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sop_templates.domain.answer_values import Asked, display, read_value
from sop_templates.domain.model import FieldType
from sop_templates.kinds import answers as kinds
from sop_templates.outcome import Kind
from sop_templates.richtext import Paragraph, Run
from sop_templates.richtext_markup import write
from tests.support.raw_values import RAW
from tests.support.small_model import SMALL_MODEL

NAME = SMALL_MODEL.by_key["school.naam"]
CODE = SMALL_MODEL.by_key["school.vestigingscode"]
YEAR = SMALL_MODEL.by_key["school.schooljaar"]
POSTCODE = SMALL_MODEL.by_key["school.postcode"]
SORT = SMALL_MODEL.by_key["school.schoolsoort"]
FLAG = SMALL_MODEL.by_key["school.eenpitter"]
PUPILS = SMALL_MODEL.by_key["school.leerlingen"]
SITE = SMALL_MODEL.by_key["school.website"]
VISION = SMALL_MODEL.by_key["visie.visie"]
MR_DATE = SMALL_MODEL.by_key["vaststelling.mr_datum"]
STATUS, _EXPLAINED = SMALL_MODEL.by_key["basis.aanbod"].columns
PARTNER = SMALL_MODEL.by_key["basis.partners"].columns[0]
SCALARS: tuple[Asked, ...] = (*SMALL_MODEL.scalars(), STATUS, PARTNER, _EXPLAINED)


@pytest.mark.parametrize(
    ("asked", "raw", "answer"),
    [
        (NAME, " De Brug ", "De Brug"),
        (NAME, "een \r\n twee\v", "een\n twee"),
        (NAME, "Cafe\u0301", "Café"),
        (NAME, "{{ 7*7 }} <w:p> & *a* \\", "{{ 7*7 }} <w:p> & *a* \\"),
        (NAME, 5, "5"),
        (NAME, 5.0, "5"),
        (NAME, 2.5, "2,5"),
        (NAME, True, "ja"),
        (NAME, date(2026, 6, 11), "11 juni 2026"),
        (NAME, datetime(2026, 6, 11, 8, 30), "11 juni 2026 08:30"),  # noqa: DTZ001 - as a workbook gives it
        (NAME, time(8, 30), "08:30"),
        (CODE, " 07pd00", "07PD00"),
        (CODE, "07 PD 00", "07PD00"),
        (CODE, "onbekend", "onbekend"),
        (POSTCODE, "2511ab", "2511AB"),
        (POSTCODE, "2511 ab", "2511 AB"),
        (POSTCODE, "25OO AA", "25OO AA"),
        (YEAR, "2026/27", "2026-2027"),
        (SORT, " Basis School", "basisschool"),
        (SORT, "SO / VSO", "so/vso"),
        (SORT, "creche & ecole", "Crèche & école"),
        (STATUS, "nvt", "n.v.t."),
        (PARTNER, "Logopedie", "logopedie"),
        (PARTNER, "De wijkagent", "De wijkagent"),
        (FLAG, "Ja", True),
        (FLAG, "x", True),
        (FLAG, "☒", True),
        (FLAG, 1.0, True),
        (FLAG, "WAAR", True),
        (FLAG, "nee", False),
        (FLAG, "☐", False),
        (FLAG, 0, False),
        (PUPILS, "1.234", 1234),
        (PUPILS, 285.0, 285),
        (PUPILS, "285,0", 285),
        (MR_DATE, "donderdag 11 juni 2026", "2026-06-11"),
        (MR_DATE, date(2026, 6, 11), "2026-06-11"),
        (MR_DATE, datetime(2026, 6, 11, 8, 30), "2026-06-11"),  # noqa: DTZ001 - as a workbook gives it
        (SITE, "www.x.nl", {"text": "www.x.nl", "url": "https://www.x.nl"}),
        (SITE, {"text": None, "url": "http://x.nl"}, {"text": "http://x.nl", "url": "http://x.nl"}),
        (SITE, {"text": " onze\r\nsite ", "url": ""}, {"text": "onze\nsite", "url": None}),
        (VISION, "a  \n- b\n\n\n- **c**", "a\n\n- b\n- **c**"),
        (VISION, (Paragraph((Run("a ", bold=True), Run("b"))),), "**a** b"),
    ],
)
def test_a_value_that_fits_gets_its_one_form(asked: Asked, raw: object, answer: Any) -> None:
    assert read_value(asked, raw) == (answer, None)


@pytest.mark.parametrize("asked", SCALARS, ids=lambda one: one.key)
@pytest.mark.parametrize("raw", [None, "", " \n\u00a0\r\n", float("nan")])
def test_nothing_is_no_answer(asked: Asked, raw: object) -> None:
    assert read_value(asked, raw) == (False if asked.type is FieldType.FLAG else None, None)


@pytest.mark.parametrize(
    ("asked", "raw", "answer", "kind"),
    [
        (SORT, "basis", "basis", kinds.UNKNOWN_OPTION),
        (STATUS, "goed", "goed", kinds.UNKNOWN_OPTION),
        (MR_DATE, "juni 2026", "juni 2026", kinds.NO_DATE),
        (MR_DATE, 46184, "46184", kinds.NO_DATE),
        (MR_DATE, date(1826, 6, 11), "11 juni 1826", kinds.NO_DATE),
        (PUPILS, "ca. 300", "ca. 300", kinds.NO_NUMBER),
        (PUPILS, 285.5, "285,5", kinds.NO_NUMBER),
        (PUPILS, True, "ja", kinds.NO_NUMBER),
        (PUPILS, float("inf"), "inf", kinds.NO_NUMBER),
        (PUPILS, 10**15, "1000000000000000", kinds.NUMBER_TOO_LARGE),
        (YEAR, 2026, "2026", kinds.NO_SCHOOL_YEAR),
        (YEAR, "0026-0027", "0026-0027", kinds.NO_SCHOOL_YEAR),
        (YEAR, "2026-2028", "2026-2028", kinds.YEARS_APART),
        (FLAG, "misschien", "misschien", kinds.NO_FLAG),
        (SITE, "https:/x.nl", {"text": "https:/x.nl", "url": None}, kinds.MALFORMED_LINK),
        (NAME, "a\x07b", None, kinds.CONTROL_CHARACTER),
        (NAME, "a\ud800b", None, kinds.CONTROL_CHARACTER),
        (VISION, "a\x0cb", None, kinds.CONTROL_CHARACTER),
        (SITE, {"text": "a", "url": "https://x.nl/\x00"}, None, kinds.CONTROL_CHARACTER),
        (FLAG, "\x00", False, kinds.CONTROL_CHARACTER),
        (NAME, ["a"], None, kinds.WRONG_SHAPE),
        (NAME, b"a", None, kinds.WRONG_SHAPE),
        (NAME, 2**2000, None, kinds.WRONG_SHAPE),
        (VISION, (1, 2), None, kinds.WRONG_SHAPE),
        (SITE, {"text": ["a"]}, None, kinds.WRONG_SHAPE),
        (SITE, {}, None, kinds.WRONG_SHAPE),
        (SITE, {"adres": "x.nl"}, None, kinds.WRONG_SHAPE),
    ],
)
def test_a_value_that_does_not_fit_is_told(
    asked: Asked, raw: object, answer: Any, kind: Kind
) -> None:
    assert read_value(asked, raw) == (answer, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a" * 32_767, None),
        ("a" * 32_768, kinds.TOO_LONG),
        ("🙂" * 16_383, None),
        ("🙂" * 16_384, kinds.TOO_LONG),
    ],
)
def test_a_text_is_as_long_as_a_cell(text: str, kind: Kind | None) -> None:
    for asked in (NAME, VISION):
        assert read_value(asked, text) == (text, kind)
    link = {"text": text, "url": None}
    assert read_value(SITE, link) == (link, kind)


@pytest.mark.parametrize(
    ("asked", "answer", "shown"),
    [
        (NAME, None, ""),
        (NAME, "De Brug", "De Brug"),
        (MR_DATE, "2026-06-11", "11 juni 2026"),
        (MR_DATE, "juni 2026", "juni 2026"),
        (FLAG, True, "ja"),
        (FLAG, False, "nee"),
        (PUPILS, 1234, "1234"),
        (SITE, {"text": "www.x.nl", "url": "https://www.x.nl"}, "www.x.nl"),
        (SITE, {"text": "gids", "url": "https://x.nl"}, "gids <https://x.nl>"),
        (SITE, {"text": "gids", "url": None}, "gids"),
        (VISION, "**a**\n\n- b", "**a**\n\n- b"),
    ],
)
def test_an_answer_is_shown_in_dutch(asked: Asked, answer: Any, shown: str) -> None:
    assert display(asked, answer) == shown


@given(st.sampled_from(SCALARS), RAW)
@example(SITE, {"text": "[", "url": "a.b]"})
@example(MR_DATE, datetime(1, 1, 1, 1, 1))  # noqa: DTZ001 - as a workbook gives it
def test_a_canonical_answer_stays_and_reads_back_as_shown(asked: Asked, raw: Any) -> None:
    answer, _ = read_value(asked, raw)
    assert read_value(asked, answer)[0] == answer
    assert read_value(asked, display(asked, answer))[0] == answer


ODD = (
    st.text(max_size=12)
    | st.text("*[]()\\ -1.2\n\t a_\r\v", max_size=14)
    | st.sampled_from(
        [
            "1. ",
            "- ",
            "**",
            "](",
            "[a](b)",
            "  - x",
            "2. b",
            "\\- ",
            "e\u0301",
            "\u212b",
            "\x85",
            "\0",
        ]
    )
)
ODD_RUNS = st.builds(Run, ODD, st.booleans(), st.booleans(), st.just("") | ODD)
ODD_PARAGRAPHS = st.builds(
    Paragraph,
    st.lists(ODD_RUNS, max_size=4).map(tuple),
    st.sampled_from(["", "bullet", "number"]),
    st.integers(0, 3),
)


@settings(max_examples=500)
@given(st.lists(ODD_PARAGRAPHS, max_size=4).map(tuple))
@example((Paragraph((Run("a", url="e\u0301"),)),))
def test_rich_text_of_word_is_read_as_the_same_text_of_a_cell(rich: tuple[Paragraph, ...]) -> None:
    read = read_value(VISION, rich)
    assert read == read_value(VISION, write(rich))
    assert read_value(VISION, read[0])[0] == read[0]
