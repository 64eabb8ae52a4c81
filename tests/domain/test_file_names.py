"""Names of files: readable, safe on every system, unique by the school's code."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_templates.domain.file_names import word_file_name


def name(code: str | None, school: str | None, year: str | None = "2026-2027") -> str:
    return word_file_name(
        {"school.vestigingscode": code, "school.naam": school, "school.schooljaar": year}
    )


@pytest.mark.parametrize(
    ("school", "expected"),
    [
        ("De Regenboog", "12AB00-De-Regenboog-sop-2026-2027.docx"),
        ("'t Hoge Veld", "12AB00-t-Hoge-Veld-sop-2026-2027.docx"),
        ("Daltonschool 't\u2019 Zoé & Ångström", "12AB00-Daltonschool-t-Zoe-Angstrom-sop-2026-2027.docx"),
        ("Sint-Jozef / locatie 2", "12AB00-Sint-Jozef-locatie-2-sop-2026-2027.docx"),
        ("Groß Øst Æbel", "12AB00-Gross-Ost-AEbel-sop-2026-2027.docx"),
        ("../../etc/passwd", "12AB00-etc-passwd-sop-2026-2027.docx"),
        ("مدرسة", "12AB00-sop-2026-2027.docx"),
        ("", "12AB00-sop-2026-2027.docx"),
        (None, "12AB00-sop-2026-2027.docx"),
    ],
)  # fmt: skip
def test_the_code_comes_first_then_the_name_then_the_year(
    school: str | None, expected: str
) -> None:
    assert name("12AB00", school) == expected


def test_without_code_or_year_the_name_says_so() -> None:
    assert name(None, "De Brug", None) == "zonder-vestigingscode-De-Brug-sop.docx"


def test_a_long_name_is_cut_and_keeps_code_and_year() -> None:
    made = name("12AB00", "Basisschool " * 30)
    assert len(made) <= 120
    assert made.startswith("12AB00-Basisschool-")
    assert made.endswith("-sop-2026-2027.docx")
    assert "--" not in made


@given(st.text(), st.text(), st.text())
def test_any_answers_give_a_safe_name(code: str, school: str, year: str) -> None:
    made = name(code, school, year)
    assert re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*\.docx", made)
    assert len(made) <= 120
