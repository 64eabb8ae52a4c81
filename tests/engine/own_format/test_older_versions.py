"""Files of earlier versions of a model: their answers are carried over to the questions of today."""

from pathlib import Path
from typing import Any

import pytest

from sop_templates.domain.answers import Answers, blank, canonical
from sop_templates.engine.model_files.build import build_model
from sop_templates.engine.models import open_history, open_model
from sop_templates.engine.reading import ReadRecord, read_bytes
from sop_templates.engine.word_files import open_word_model
from sop_templates.errors import UsageError
from sop_templates.kinds import older_versions as kinds
from sop_templates.kinds import reading as reading_kinds
from sop_templates.outcome import Kind
from sop_templates.richtext_markup import plain
from tests.support.former_model import RENAMED_SPLIT_DROPPED, write_models
from tests.support.word_strip import without_bookmarks, without_controls, without_properties

HISTORY = (
    RENAMED_SPLIT_DROPPED
    + """
[[history.fields]]
key = "basis.hulp"
label = "Wie helpt ons?"
type = "list"
bookmark = "sop_basis_hulp"
columns = [{ key = "wie", label = "Wie" }, { key = "soms", label = "Hoe vaak", type = "choice", options = ["vaak", "nooit"] }]
now = ["basis.partners"]
columns_now = { wie = "partner", soms = "frequentie" }
options_now = { vaak = "regelmatig" }

[[history.fields]]
key = "basis.lijst"
label = "Wat is er?"
type = "rows"
bookmark = "sop_basis_lijst"
columns = [{ key = "is", label = "Is er", type = "choice", options = ["ja", "nee"] }]
rows = [{ key = "lift", label = "Lift" }, { key = "trap", label = "Trap" }]
now = ["basis.gebouw"]
rows_now = { lift = "hijs" }
columns_now = { is = "aanwezig" }
"""
)


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Folders of the model of then, and of the one of now with its history."""
    folder = tmp_path_factory.mktemp("modellen")
    return write_models(folder, HISTORY)


ANSWERS = {
    "school.naam": "De Ark",
    "visie.missie": "Ieder kind **telt**.",
    "basis.alles": "Veel.\n\nTot de deur.",
    "basis.kantine": "broodjes",
    "basis.hulp": [{"wie": "logopedie", "soms": "vaak"}, {"wie": "de buurvrouw", "soms": None}],
    "basis.lijst": {"lift": {"is": "ja"}, "trap": {"is": "nee"}},
}
EXPECTED = {
    "school.naam": "De Ark",
    "visie.visie": "Ieder kind **telt**.",
    "basis.bieden": "Veel.\n\nTot de deur.",
    "basis.partners": [
        {"partner": "logopedie", "frequentie": "regelmatig"},
        {"partner": "de buurvrouw", "frequentie": None},
    ],
    "basis.gebouw": {"hijs": {"aanwezig": "ja"}, "trap": {"aanwezig": "nee"}},
}


def filled(name: str, raw: dict[str, Any]) -> bytes:
    answers, findings = canonical(open_model(name), raw)
    assert findings == ()
    return open_word_model(name).fill(answers)


def expected(name: str) -> Answers:
    return blank(open_model(name)) | EXPECTED


def said(record: ReadRecord, kind: Kind) -> list[str]:
    return [one.message for one in record.findings if one.kind is kind]


def test_answers_are_carried_over_to_the_questions_of_today(models: tuple[str, str]) -> None:
    then, now = models
    record = read_bytes(filled(then, ANSWERS), "oud.docx", now)
    assert record.format == "older"
    assert record.version == "2025.1"
    assert record.answers == expected(now)
    assert record.origin["visie.visie"] == "control"
    assert record.origin["basis.gebouw"] == "control"


def test_what_was_carried_split_and_dropped_is_said(models: tuple[str, str]) -> None:
    then, now = models
    record = read_bytes(filled(then, ANSWERS), "oud.docx", now)
    assert said(record, kinds.RENAMED) == [
        (
            "Version 2025.1 asked it otherwise; these answers were carried over: "
            "Wat is onze missie? → Wat is onze visie?; Wie helpt ons? → Partners; "
            "Wat is er? → Gebouw."
        )
    ]
    assert said(record, kinds.SPLIT) == [
        (
            "Wat bieden wij, en waar houdt het op? became several questions (Wat bieden wij?; Waar "
            "houdt het op?); the whole text stands in the first."
        )
    ]
    assert said(record, kinds.DROPPED) == [
        (
            "Wat is er in de kantine? is no longer asked; this answer has no place in the model: "
            '"broodjes"'
        )
    ]
    assert [(one.heading, plain(one.rich)) for one in record.left] == [
        ("Wat is er in de kantine?", "broodjes")
    ]
    assert said(record, reading_kinds.OTHER_VERSION)
    assert said(record, reading_kinds.FIELDS_GONE) == []


@pytest.mark.parametrize("origin", ["control", "bookmark"])
def test_the_version_is_told_by_the_fields_where_the_file_does_not_say_it(
    models: tuple[str, str], origin: str
) -> None:
    then, now = models
    data = without_properties(filled(then, ANSWERS))
    record = read_bytes(data if origin == "control" else without_controls(data), "oud.docx", now)
    assert record.format == "older"
    assert record.answers == expected(now)
    assert record.origin["visie.visie"] == origin


def test_questions_of_then_are_known_by_their_words(models: tuple[str, str]) -> None:
    then, now = models
    data = without_bookmarks(without_controls(filled(then, ANSWERS)))
    record = read_bytes(data, "oud.docx", now)
    assert record.answers["visie.visie"] == "Ieder kind **telt**."
    assert record.origin["visie.visie"] == "label"


def test_a_value_that_does_not_fit_is_told_at_its_place_of_then(models: tuple[str, str]) -> None:
    then, now = models
    answers = {**ANSWERS, "basis.hulp": [{"wie": "logopedie", "soms": "nooit"}]}
    record = read_bytes(filled(then, answers), "oud.docx", now)
    (finding,) = [one for one in record.findings if one.key == "basis.partners"]
    assert str(finding.place) == 'table "basis.hulp" row 1'


def test_a_file_of_today_is_read_as_ever(models: tuple[str, str]) -> None:
    _, now = models
    answers = expected(now) | {"visie.nieuw": "Nieuw."}
    record = read_bytes(open_word_model(now).fill(answers), "nu.docx", now)
    assert (record.format, record.answers, record.left) == ("model", answers, ())
    assert [one.code for one in record.findings] == []


def test_changes_of_several_versions_add_up(tmp_path: Path) -> None:
    earlier = """
[[history]]
until = "2024.3"

[[history.fields]]
key = "visie.droom"
label = "Wat is onze droom?"
type = "text"
bookmark = "sop_visie_droom"
now = ["visie.missie"]
"""
    then, now = write_models(tmp_path, HISTORY + earlier)
    manifest = Path(then) / "model.toml"
    text = manifest.read_text(encoding="utf-8").replace("2025.1", "2024.3")
    text = text.replace("visie.missie", "visie.droom").replace(
        "sop_visie_missie", "sop_visie_droom"
    )
    manifest.write_text(text.replace('type = "rich" # missie', 'type = "text"'), encoding="utf-8")
    open_model.cache_clear()
    build_model(Path(then), open_model(then), force=True)
    open_word_model.cache_clear()
    data = filled(then, {"school.naam": "De Ark", "visie.droom": "Vliegen."})
    record = read_bytes(data, "ouder.docx", now)
    assert record.answers["visie.visie"] == "Vliegen."
    assert said(record, kinds.RENAMED)[0].endswith(
        ": Wat is onze droom? → Wat is onze missie?; Wat is onze missie? → Wat is onze visie?."
    )


@pytest.mark.parametrize(
    ("history", "fault"),
    [
        ('[[history]]\nuntil = "1"\nadded = ["visie.weg"]', "unknown key 'visie.weg' was added"),
        (
            (
                '[[history]]\nuntil = "1"\n[[history.fields]]\nkey = "visie.oud"\nlabel = "x"\n'
                'type = "text"\nbookmark = "b"\nnow = ["visie.weg"]'
            ),
            "visie.oud became unknown 'visie.weg'",
        ),
        ("[[history]]", "'until' is missing"),
        (
            (
                '[[history]]\nuntil = "1"\n[[history.fields]]\nkey = "oud"\nlabel = "x"\n'
                'type = "text"\nbookmark = "b"\nchapter = "visie"'
            ),
            "key 'oud' is not of the form section.name",
        ),
    ],
)
def test_a_fault_in_the_history_is_named(history: str, fault: str, tmp_path: Path) -> None:
    _, now = write_models(tmp_path, history)
    with pytest.raises(UsageError) as caught:
        open_history(now)
    assert fault in caught.value.message


def test_versions_are_ordered_by_their_numbers() -> None:
    from sop_templates.domain.history import version_order  # noqa: PLC0415 - for this one only

    versions = ["2026.10", "2025.1", "2026.9", "2026"]
    assert sorted(versions, key=version_order) == ["2025.1", "2026", "2026.9", "2026.10"]
