"""The library opens a model by its id or its folder, and says what is wrong with one."""

from pathlib import Path

import pytest

from sop_templates.engine.models import model_names, open_model
from sop_templates.errors import UsageError


def manifest(folder: Path, text: str) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "model.toml").write_text(text, "utf-8")
    return str(folder)


def fault(name: str) -> str:
    with pytest.raises(UsageError) as caught:
        open_model(name)
    return f"{caught.value.code} {caught.value.message}"


def test_every_model_of_the_library_can_be_opened() -> None:
    assert {open_model(name).id for name in model_names()} == set(model_names())


def test_an_unknown_model_is_told_with_those_that_there_are() -> None:
    told = fault("nergens")
    assert told.startswith("SOP501 There is no model 'nergens'.")
    assert "haaglanden" in told


def test_a_regions_model_may_say_only_what_differs(tmp_path: Path) -> None:
    text = (
        'based_on = "haaglanden"\nid = "klein"\nregion = "Noordwijk"\nleft_out = ["visie.sterk"]\n'
    )
    name = manifest(tmp_path / "klein", text)
    (tmp_path / "klein" / "fixed").mkdir()
    (tmp_path / "klein" / "fixed" / "functie.md").write_text("Eigen woorden.\n", "utf-8")
    model, base = open_model(name), open_model()
    assert (model.id, model.region, model.title) == ("klein", "Noordwijk", base.title)
    assert set(base.by_key) - set(model.by_key) == {"visie.sterk"}
    assert model.fixed_texts["vast.functie"].text == "Eigen woorden."
    assert model.fixed_texts["vast.zorgplicht"] == base.fixed_texts["vast.zorgplicht"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id = ", "Invalid value"),
        ('based_on = "../elders"', "based_on: name one of haaglanden"),
        ('based_on = "haaglanden"\nleft_uit = []', "unknown word 'left_uit'; is it 'left_out'?"),
        ('based_on = "haaglanden"\nleft_out = ["a.b"]', "left_out: there is no field 'a.b'"),
        ('id = "x"', "is missing"),
    ],
)
def test_what_is_wrong_in_a_manifest_is_told(text: str, told: str, tmp_path: Path) -> None:
    found = fault(manifest(tmp_path / "m", text))
    assert found.startswith("SOP502")
    assert told in found
