"""Texts that schools share."""

from typing import Any

from sop_templates.domain.checks_shared import find_same_texts
from sop_templates.domain.model import Model
from sop_templates.engine.models import open_model

MODEL = open_model()
TEXT = "Ieder kind leert bij ons op zijn eigen manier, en dat ziet u terug in de klas. " * 4


def school(
    code: str, text: str | None, key: str = "visie.visie", name: str = ""
) -> tuple[Model, dict[str, Any]]:
    return MODEL, {
        "school.vestigingscode": code,
        "school.naam": name or f"School {code}",
        key: text,
    }


def test_two_schools_with_one_text_are_named_to_each_other() -> None:
    found = find_same_texts([school("A", TEXT), school("B", "Iets eigens."), school("C", TEXT)])
    assert sorted(found) == [0, 2]
    (finding,) = found[0]
    assert (finding.code, str(finding.place)) == ("SOP164", 'control "visie.visie"')
    assert finding.message == (
        "Vanuit welke visie werken wij aan passend onderwijs is word for word the text of School C."
    )


def test_capitals_and_spaces_make_no_other_text() -> None:
    assert sorted(
        find_same_texts([school("A", TEXT), school("B", TEXT.upper().replace(" ", "\n"))])
    ) == [0, 1]


def test_near_misses_are_let_go() -> None:
    assert find_same_texts([school("A", TEXT), school("B", TEXT + "Echt.")]) == {}, "other words"
    assert find_same_texts([school("A", TEXT), school("B", TEXT, "extra.grens")]) == {}, (
        "other question"
    )
    assert find_same_texts([school("A", "Kort."), school("B", "Kort.")]) == {}, "short"
    assert find_same_texts([school("A", None), school("B", None)]) == {}, "empty"
    assert find_same_texts([school("A", TEXT), school("A", TEXT)]) == {}, "two files of one school"
    assert find_same_texts([school("A", TEXT), school("B", TEXT)], common=[TEXT]) == {}, (
        "the board's text"
    )


def test_a_school_that_says_no_name_is_named_by_its_file() -> None:
    unnamed = (MODEL, {"visie.visie": TEXT})
    found = find_same_texts([school("A", TEXT), unnamed], files=["a.docx", "b.docx"])
    assert "the text of b.docx" in found[0][0].message


def test_of_many_schools_three_are_named() -> None:
    found = find_same_texts([school(str(number), TEXT) for number in range(9)])
    assert str(found[1][0].values["others"]) == "School 0, School 2, School 3 and 5 more"


def test_a_text_that_a_whole_country_shares_gives_one_finding_a_school() -> None:
    found = find_same_texts([school(str(number), TEXT) for number in range(6122)])
    assert {len(findings) for findings in found.values()} == {1}
    assert len(found) == 6122
