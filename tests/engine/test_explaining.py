"""What the findings mean, told one by one and on a page."""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import pytest

from sop_templates import kinds
from sop_templates.engine.explaining import SUBJECTS, explain, explain_json, findings_page
from sop_templates.errors import UsageError
from sop_templates.kinds import all_kinds
from sop_templates.outcome import Kind

KINDS = list(all_kinds().values())


def test_no_code_has_two_meanings() -> None:
    modules = [
        import_module(f"{kinds.__name__}.{one.name}") for one in iter_modules(kinds.__path__)
    ]
    defined = {
        id(kind): kind for one in modules for kind in vars(one).values() if isinstance(kind, Kind)
    }
    assert sorted(kind.code for kind in defined.values()) == [kind.code for kind in KINDS]


@pytest.mark.parametrize("code", ["SOP101", "sop101", " 101 "])
def test_a_code_is_explained(code: str) -> None:
    assert explain(code) == (
        "SOP101 · error · required and empty\n"
        "Required and still empty: [question].\n"
        "Example: Wat kunnen wij niet bieden en wat is onze grens? Niets ingevuld\n"
        "What to do: Fill in the field."
    )


def test_a_code_is_explained_to_machines() -> None:
    assert explain_json("SOP101") == {
        "code": "SOP101",
        "severity": "error",
        "title": "required and empty",
        "message": "Required and still empty: {label}.",
        "example": "Wat kunnen wij niet bieden en wat is onze grens? Niets ingevuld",
        "advice": "Fill in the field.",
    }


def test_an_unknown_code_is_said_to_be_unknown() -> None:
    with pytest.raises(UsageError, match="There is no finding with the code SOP999"):
        explain("SOP999")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_kind_is_whole(kind: Kind) -> None:
    assert kind.title
    assert not kind.title.endswith("."), "a title is no sentence"
    assert kind.message.endswith((".", '"', "}")), "a sentence, or one that ends with a value"
    assert kind.example, "an example, in Dutch"
    assert not kind.advice or kind.advice[-1] in ".}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_places_in_the_wording_have_names(kind: Kind) -> None:
    names = [
        name for text in (kind.message, kind.advice) for _t, name, _s, _c in Formatter().parse(text)
    ]
    assert all(name is None or name.isidentifier() for name in names)


def test_the_page_tells_every_code_once_under_its_subject() -> None:
    page = findings_page()
    headings = [line.split()[1] for line in page.splitlines() if line.startswith("### ")]
    assert headings == list(all_kinds())
    subjects = [line[3:] for line in page.splitlines() if line.startswith("## ")]
    assert subjects == [one.title for one in SUBJECTS if one.title in subjects]
    assert page.endswith("\n")
    assert "{label}" not in page


def test_the_page_in_docs_is_fresh() -> None:
    page = Path(__file__).parents[2] / "docs" / "bevindingen.md"
    assert page.read_text(encoding="utf-8") == findings_page(), "write findings_page() to it again"
