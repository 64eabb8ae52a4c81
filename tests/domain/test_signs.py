"""The signs of own formats, as a manifest says them."""

import pytest

from sop_templates.domain.signs import Pair, Signs, signs_from_data
from sop_templates.engine.models import open_model, open_signs

MODEL = open_model()


def test_a_manifest_without_own_formats_has_no_signs() -> None:
    assert signs_from_data({}, MODEL) == Signs()


def test_words_stand_under_chapters_and_fields() -> None:
    data = {"own_format": {"names": ["SOP"], "words": {"visie": ["missie"], "extra.grens": ["op"]}}}
    signs = signs_from_data(data, MODEL)
    assert signs.names == ("SOP",)
    assert signs.words == {"visie": ("missie",), "extra.grens": ("op",)}


def test_pairs_tell_by_two_lists() -> None:
    pair = {"tells": ["ieder"], "goes_with": ["krijg", "bied"]}
    signs = signs_from_data({"own_format": {"pairs": {"basis": [pair]}}}, MODEL)
    assert signs.pairs == {"basis": (Pair(("ieder",), ("krijg", "bied")),)}


@pytest.mark.parametrize(
    ("own_format", "fault"),
    [
        ({"turned": {"weg": []}}, "unknown key 'weg'"),
        ({"pairs": {"basis": [{"tells": ["ieder"]}]}}, "pairs.basis needs the lists"),
        ({"words": {"visie.weg": ["x"]}}, "unknown key 'visie.weg'"),
        ({"speech": {"weg": ["x"]}}, "unknown key 'weg'"),
        ({"namen": ["SOP"]}, "unknown word 'namen'"),
    ],
)
def test_a_fault_is_named(own_format: dict[str, object], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        signs_from_data({"own_format": own_format}, MODEL)


def test_every_obligatory_part_of_haaglanden_has_words() -> None:
    signs = open_signs()
    for chapter in MODEL.chapters:
        if chapter.star:
            assert signs.words[chapter.key]
