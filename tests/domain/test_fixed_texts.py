"""Fixed texts compared: what is the same, what looks different, what is different."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_templates.domain.fixed_texts import (
    INTACT,
    MISSING,
    TYPOGRAPHIC,
    FixedTextComparison,
    FixedTextState,
    TextChange,
    TextChanges,
    compare,
    find_fixed_text_findings,
)
from sop_templates.engine.models import open_model

TEXT = """Sinds 2014 hebben schoolbesturen zorgplicht. De ouder(s)/verzorger(s) melden 'schriftelijk' aan.

- Er blijft altijd ruimte voor dialoog en onderzoek
- Het pedagogisch-didactisch concept - en meer - is efficiënt en reflectief

De school mag een leerling pas verwijderen als een andere school bereid is gevonden."""
PLAIN = "\n".join(line.removeprefix("- ") for line in TEXT.splitlines() if line)


@pytest.mark.parametrize(
    "found",
    [
        TEXT,
        PLAIN,
        PLAIN + "\n\n",
        TEXT.replace("\n- ", "\n• "),
        PLAIN.replace("ë", "e\u0308"),
    ],
)
def test_the_same_words_are_intact(found: str) -> None:
    assert compare(TEXT, found) == INTACT


@pytest.mark.parametrize("found", [None, "", " \n\u00a0\n"])
def test_nothing_is_missing(found: str | None) -> None:
    assert compare(TEXT, found) == MISSING


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("'schriftelijk'", "\u2018schriftelijk\u2019"),
        ("'schriftelijk'", "“schriftelijk”"),
        ("concept - en", "concept \u2013 en"),
        ("pedagogisch-didactisch", "pedagogisch\u2011didactisch"),
        ("pedagogisch-didactisch", "pedagogisch- didactisch"),
        ("pedagogisch-didactisch", "pedago\u00adgisch-didactisch"),
        ("een andere", "een\u00a0andere"),
        ("een andere", "een  andere"),
        ("een andere", "een\nandere"),
        ("reflectief", "re\ufb02ectief"),
        ("2014", "\u200e2014"),
    ],
)
def test_quotes_dashes_spaces_and_ligatures_are_typography(old: str, new: str) -> None:
    found = PLAIN.replace(old, new)
    assert found != PLAIN
    assert compare(TEXT, found) == TYPOGRAPHIC


def test_joined_paragraphs_are_typography() -> None:
    assert compare(TEXT, PLAIN.replace("\n", " ")) == TYPOGRAPHIC


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("pas verwijderen", "verwijderen", TextChange(4, "school mag een leerling", "pas", "")),
        ("hebben", "kregen", TextChange(1, "Sinds 2014", "hebben", "kregen")),
        ("ruimte", "veel ruimte", TextChange(2, "aan. Er blijft altijd", "", "veel")),
        (
            "Er blijft",
            "er blijft",
            TextChange(2, "ouder(s)/verzorger(s) melden 'schriftelijk' aan.", "Er", "er"),
        ),
        ("Sinds 2014", "Vanaf 2014", TextChange(1, "", "Sinds", "Vanaf")),
        (
            "gevonden.",
            "gevonden. Klaar.",
            TextChange(4, "school bereid is gevonden.", "", "Klaar."),
        ),
    ],
)
def test_another_word_is_a_change_with_its_spot(old: str, new: str, change: TextChange) -> None:
    found = compare(TEXT, PLAIN.replace(old, new, 1))
    assert found.state is FixedTextState.CHANGED
    assert found.changes == (change,)


def test_two_far_spots_are_two_changes() -> None:
    found = compare(TEXT, PLAIN.replace("2014", "2015").replace("bereid", "klaar"))
    assert [(one.removed, one.added) for one in found.changes] == [
        ("2014", "2015"),
        ("bereid", "klaar"),
    ]


def test_near_spots_are_told_as_one() -> None:
    found = compare(
        TEXT, PLAIN.replace("hebben schoolbesturen zorgplicht.", "heeft schoolbesturen plicht.")
    )
    assert [(one.removed, one.added) for one in found.changes] == [
        ("hebben schoolbesturen zorgplicht.", "heeft schoolbesturen plicht.")
    ]


def test_a_change_is_told_with_its_place() -> None:
    assert str(TextChange(2, "pas mag", "verwijderen", "")) == (
        'paragraph 2, after "pas mag": "verwijderen" is missing'
    )
    assert str(TextChange(1, "", "", "Let op:")) == 'at the beginning: "Let op:" was added'
    assert str(TextChange(1, "{x}", "a", "{y}")) == 'paragraph 1, after "{x}": "a" became "{y}"'


def test_many_changes_are_counted() -> None:
    changes = TextChanges(tuple(TextChange(1, "", str(number), "") for number in range(5)))
    assert str(changes).endswith('"2" is missing; and 2 more')


def test_a_long_passage_is_told_by_its_ends() -> None:
    told = str(TextChange(1, "", " ".join(str(number) for number in range(40)), ""))
    assert told == 'at the beginning: "0 1 2 3 4 5 … 34 35 36 37 38 39" is missing'


@given(
    st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30))
)
def test_any_text_can_be_compared(lines: list[str]) -> None:
    found = "\n".join(lines)
    assert compare(found, found) in (INTACT, MISSING)
    assert compare(TEXT, found).state in FixedTextState


def findings(
    *, own_format: bool = False, unlocked: tuple[str, ...] = (), **states: str
) -> list[str]:
    model = open_model()
    comparisons = dict.fromkeys(model.fixed_texts, INTACT)
    comparisons |= {
        f"vast.{name}": FixedTextComparison(FixedTextState(state)) for name, state in states.items()
    }
    found = find_fixed_text_findings(model, comparisons, unlocked, own_format=own_format)
    return [f"{one.code} {one.key}" for one in found]


def test_intact_texts_give_no_finding() -> None:
    assert findings() == []


def test_the_obligatory_text_weighs_more_than_the_others() -> None:
    assert findings(zorgplicht="changed", functie="changed") == [
        "SOP202 vast.functie",
        "SOP201 vast.zorgplicht",
    ]
    assert findings(zorgplicht="missing", functie="missing") == [
        "SOP204 vast.functie",
        "SOP203 vast.zorgplicht",
    ]
    assert findings(zorgplicht="typographic") == ["SOP205 vast.zorgplicht"]


def test_a_removed_lock_is_a_finding_beside_the_words() -> None:
    assert findings(unlocked=("vast.zorgplicht",)) == ["SOP206 vast.zorgplicht"]


def test_an_own_format_needs_the_obligatory_text_only() -> None:
    assert findings(own_format=True, functie="missing", afspraken="missing") == []
    assert findings(own_format=True, zorgplicht="missing") == ["SOP203 vast.zorgplicht"]


def test_a_change_is_told_with_title_place_and_words() -> None:
    model = open_model()
    text = model.fixed_texts["vast.zorgplicht"].text
    comparison = compare(text, text.replace("zes weken", "acht weken", 1))
    (finding,) = [
        one
        for one in find_fixed_text_findings(model, {"vast.zorgplicht": comparison})
        if one.key == "vast.zorgplicht"
    ]
    assert finding.message == (
        'The fixed text "Zorgplicht" was changed:'
        ' paragraph 1, after "Dan heeft de school": "zes" became "acht".'
    )
    assert str(finding.place) == 'control "vast.zorgplicht"'
