"""What the task pane knows of the models is made from them, and fresh."""

import json
from pathlib import Path

import pytest

from addin.build_word_pane import SIZES
from sop_templates.engine.addin.pane_fields import (
    FILE,
    fields_json,
    pane_fields,
)
from sop_templates.engine.addin.places import addin_folder
from sop_templates.engine.model_files.folder import start_folder
from sop_templates.engine.models import model_names, open_model
from sop_templates.errors import UsageError

WORD = addin_folder() / "word"


def test_the_file_in_the_addin_is_fresh() -> None:
    assert (WORD / FILE).read_bytes() == fields_json(), "run: make addin"


def test_every_field_of_every_model_is_there_in_order() -> None:
    made = pane_fields()["models"]
    assert list(made) == model_names()
    for name in model_names():
        model = open_model(name)
        keys = [one["key"] for chapter in made[name]["chapters"] for one in chapter["fields"]]
        assert keys == [one.key for one in model.fields]
        assert [one["text"] for one in made[name]["fixedTexts"]] == [
            one.text for one in model.fixed_texts.values()
        ]


def test_a_region_can_add_its_own_model(tmp_path: Path) -> None:
    start_folder(tmp_path / "noordwijk")
    made = json.loads(fields_json([str(tmp_path / "noordwijk")]))
    assert set(made["models"]) == {*model_names(), "noordwijk"}


def test_an_unknown_model_is_named() -> None:
    with pytest.raises(UsageError, match="nergens"):
        pane_fields(["nergens"])


def test_there_is_an_icon_of_every_size() -> None:
    assert {path.name for path in (WORD / "icons").iterdir()} == {
        f"icon-{one}.png" for one in SIZES
    }
