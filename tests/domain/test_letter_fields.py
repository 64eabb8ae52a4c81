"""What a merge field may be called, and what is proposed where it is called something else."""

import pytest

from sop_templates.domain.letter_fields import Origin, field_names
from sop_templates.engine.intake.merge import merge_name
from sop_templates.engine.models import open_model

MODEL = open_model("haaglanden")
NAMES = field_names(MODEL, ["Ons kenmerk", "school_telefoon"])


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("school.naam", "school.naam"),
        ("school_naam", "school.naam"),
        ("SCHOOL_NAAM", "school.naam"),
        ("Naam school", "school.naam"),
        ("Naam_school", "school.naam"),
        ("Schooljaar", "school.schooljaar"),
        ("Intern_begeleider_of_kwaliteitscoördinat", "school.ib"),
        ("basis.aanbod.mdo.status", "basis.aanbod.mdo.status"),
        ("basis_aanbod_gedrag_ext_toelichting", "basis.aanbod.gedrag_ext.toelichting"),
        ("visie.sterk.kwaliteit", "visie.sterk.kwaliteit"),
        ("visie_sterk_kwaliteit", "visie.sterk.kwaliteit"),
        ("kwaliteit", "visie.sterk.kwaliteit"),
        ("status", "vaststelling.status"),  # a label; columns of lists have it too
        ("vandaag", "vandaag"),
        ("bestuur naam", "bestuur_naam"),
        ("ons_kenmerk", "Ons kenmerk"),
    ],
)
def test_a_name_is_found(name: str, key: str) -> None:
    found = NAMES.find(name)
    assert found is not None
    assert found.key == key
    assert not found.of_schools


def test_every_name_of_the_sheet_samenvoegen_is_found() -> None:
    for one in MODEL.scalars():
        found = NAMES.find(merge_name(one.key))
        assert found is not None, one.key
        assert found.key in (one.key, "school_telefoon")


def test_a_given_value_goes_before_an_answer() -> None:
    found = NAMES.find("school.telefoon")
    assert found is not None
    assert found.origin is Origin.SETTING


@pytest.mark.parametrize(
    "name", ["scholen_school_naam", "scholen.school.naam", "Scholen Naam school"]
)
def test_the_same_of_every_school(name: str) -> None:
    found = NAMES.find(name)
    assert found is not None
    assert (found.key, found.of_schools, found.repeats) == ("school.naam", True, "scholen")


def test_a_column_is_repeated_for_its_list() -> None:
    found = NAMES.find("ontwikkeling_ambities_doel")
    assert found is not None
    assert found.repeats == "ontwikkeling.ambities"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "schoolnaam",
        "toelichting",  # of the aanbod, of the MR
        "naam",  # of an arrangement, but who writes it may mean the school's
        "visie.sterk",
        "basis.aanbod",
        "scholen_visie_sterk_kwaliteit",  # a list in a list
        "scholen",
    ],
)
def test_what_could_be_anything_is_not_found(name: str) -> None:
    assert NAMES.find(name) is None


@pytest.mark.parametrize(
    ("name", "best"),
    [
        ("schoolnaam", "school_naam"),
        ("vestigingscode_school", "school_vestigingscode"),
        ("datum advies", "vaststelling_mr_datum"),
        ("scholen_schoolnaam", "scholen_school_naam"),
        ("vandag", "vandaag"),
    ],
)
def test_the_most_alike_name_is_proposed_first(name: str, best: str) -> None:
    assert NAMES.suggest(name)[0] == best


def test_nothing_is_proposed_for_what_is_like_nothing() -> None:
    assert NAMES.suggest("xyzzy") == []
