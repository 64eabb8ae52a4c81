"""The library's letters: made from their texts, valid, and saying what the region's route says."""

from pathlib import Path

import pytest

from sop_templates.domain.letter_fields import field_names
from sop_templates.engine.letters.build import (
    LETTERS,
    build_letters,
    copy_letter,
    letter_file,
    letter_names,
)
from sop_templates.engine.letters.texts import read_letter_texts
from sop_templates.engine.models import open_model
from sop_templates.errors import SopError, UsageError
from sop_templates.formats.word.building.letter_values import Ticks
from sop_templates.formats.word.merging.letter_template import open_letter
from tests.support.word_editing import edited, set_text
from tests.support.word_validity import assert_valid

MODEL = open_model("haaglanden")
NAMES = ["aanbieding-mr", "aanbieding-sppoh", "adviesverklaring-mr", "vaststellingsbesluit"]


def test_the_four_letters_are_there() -> None:
    assert letter_names() == NAMES


def test_the_word_files_are_as_their_texts_make_them(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / f"{name}.toml").write_bytes((LETTERS / f"{name}.toml").read_bytes())
    for path in build_letters(tmp_path):
        assert path.read_bytes() == letter_file(path.stem).read_bytes(), "build the letters again"


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_is_a_valid_word_file(name: str) -> None:
    assert_valid(letter_file(name).read_bytes(), has_jinja=False)


@pytest.mark.parametrize("name", NAMES)
def test_every_field_of_a_letter_is_one_of_the_model(name: str) -> None:
    names = field_names(MODEL)
    fields = open_letter(letter_file(name).read_bytes(), name).fields
    assert [one.name for one in fields if names.find(one.name) is None] == []
    assert len(fields) >= 6


@pytest.mark.parametrize("name", NAMES)
def test_the_mr_advises_and_does_not_consent(name: str) -> None:
    words = (LETTERS / f"{name}.toml").read_text("utf-8").casefold()
    assert "instem" not in words
    assert "wet" not in words.split(), "no claim on a law"


def test_the_declaration_offers_what_the_model_knows() -> None:
    letter = read_letter_texts(LETTERS / "adviesverklaring-mr.toml")
    (ticks,) = (block for block in letter.blocks if isinstance(block, Ticks))
    options = MODEL.by_key["vaststelling.mr_advies"].options
    assert [box.title for box in ticks.boxes] == list(options[:3])
    assert options[3] == "geen advies binnen termijn", "who gives none signs none"


def test_a_letter_that_was_changed_by_hand_is_kept(tmp_path: Path) -> None:
    source = LETTERS / "aanbieding-mr.toml"
    (tmp_path / source.name).write_bytes(source.read_bytes())
    (path,) = build_letters(tmp_path)
    changed = edited(path.read_bytes(), lambda top: set_text(top, "Anders"))
    path.write_bytes(changed)
    with pytest.raises(SopError) as caught:
        build_letters(tmp_path)
    assert caught.value.code == "SOP503"
    assert path.read_bytes() == changed
    build_letters(tmp_path, force=True)
    assert path.read_bytes() == letter_file("aanbieding-mr").read_bytes()


def test_a_copy_to_restyle_is_not_written_over_a_file(tmp_path: Path) -> None:
    copy_letter("aanbieding-mr", tmp_path / "eigen.docx")
    with pytest.raises(SopError) as caught:
        copy_letter("vaststellingsbesluit", tmp_path / "eigen.docx")
    assert caught.value.code == "SOP030"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("title = ", "Invalid value"),
        ('title = "a"\nsubject = ""\nheader = ""\nfooter = ""', "'blocks' missing"),
        ('title = "a"\nsubject = ""\nheader = "«x"\nfooter = ""\nblocks = []', "«x has no »"),
        (
            'title = "a"\nsubject = ""\nheader = ""\nfooter = ""\n[[blocks]]\nkind = "foto"',
            "'foto' missing",
        ),
    ],
)
def test_faults_in_texts_are_told(text: str, fault: str, tmp_path: Path) -> None:
    path = tmp_path / "brief.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        read_letter_texts(path)
    assert fault in caught.value.message


def test_an_unknown_letter_is_told_with_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        letter_file("uitnodiging")
    assert caught.value.message == (
        "There is no letter uitnodiging. Choose one of: aanbieding-mr, aanbieding-sppoh, "
        "adviesverklaring-mr, vaststellingsbesluit. A letter of your own is given with --template."
    )
