"""What files of letters are called."""

from sop_templates.domain.answers import blank
from sop_templates.domain.letter_names import joint_file_name, letter_file_name
from sop_templates.engine.models import open_model

MODEL = open_model("haaglanden")


def name(
    code: str | None, school: str | None, year: str | None, kind: str = "aanbieding-mr"
) -> str:
    given = {"school.vestigingscode": code, "school.naam": school, "school.schooljaar": year}
    return letter_file_name(blank(MODEL) | given, kind)


def test_code_and_kind_come_first() -> None:
    assert name("12AB00", "De Regenboog", "2026-2027") == (
        "12AB00-aanbieding-mr-De-Regenboog-2026-2027.docx"
    )


def test_what_is_missing_is_left_out() -> None:
    assert name("12AB00", None, None) == "12AB00-aanbieding-mr.docx"
    assert (
        name(None, "De Regenboog", None) == "zonder-vestigingscode-aanbieding-mr-De-Regenboog.docx"
    )


def test_a_kind_of_ones_own_is_folded_and_long_names_are_cut() -> None:
    assert name("12AB00", "É" * 300, "2026-2027", "brief aan: de raad/ouders").startswith(
        "12AB00-brief-aan-de-raad-ouders-EEE"
    )
    assert len(name("12AB00", "E" * 300, "2026-2027", "k" * 300)) <= 120


def test_a_file_for_all_schools() -> None:
    assert joint_file_name("aanbieding-sppoh", "Stichting Boog", "2026-2027") == (
        "aanbieding-sppoh-Stichting-Boog-2026-2027.docx"
    )
