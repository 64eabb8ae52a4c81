"""Every message is in the Dutch catalogue, with the same named places, and the compiled one is fresh."""

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import sop_templates

PACKAGE = Path(sop_templates.__file__).parent
FOLDER = PACKAGE / "locale/nl/LC_MESSAGES"
KEYWORDS = {"_": None, "N_": None, "P_": (1, 2)}
INFORMAL = re.compile(r"\b(?:je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
PLACES = re.compile(r"%\(\w+\)s|\{\w+(?:![rsa])?(?::[^}]*)?\}")


def catalogue() -> Catalog:
    with (FOLDER / "sop_templates.po").open("rb") as file:
        return read_po(file, "nl")


def texts(of: str | Sequence[str] | None) -> list[str]:
    return [of] if isinstance(of, str) else list(of or ())


def messages() -> set[str]:
    found = extract_from_dir(PACKAGE, keywords=KEYWORDS)
    return {texts(message)[0] for _, _, message, _, _ in found}


def test_every_message_is_in_dutch() -> None:
    dutch = catalogue()
    missing = [
        one for one in messages() if one and not (dutch.get(one) and all(texts(dutch[one].string)))
    ]
    assert sorted(missing) == []


def test_no_translation_is_a_guess_or_left_over() -> None:
    here = messages()
    assert [one.id for one in catalogue() if one.fuzzy and one.id] == []
    assert [one.id for one in catalogue() if one.id and texts(one.id)[0] not in here] == []


def test_translations_have_the_same_named_places() -> None:
    different = [
        one.id
        for one in catalogue()
        if one.id
        for source, target in zip(texts(one.id), texts(one.string), strict=True)
        if sorted(PLACES.findall(source)) != sorted(PLACES.findall(target))
    ]
    assert different == []


def test_a_sentence_is_a_sentence_in_dutch_too() -> None:
    different = [
        one.id
        for one in catalogue()
        if one.id
        for source, target in zip(texts(one.id), texts(one.string), strict=True)
        if source.endswith(".") and not target.endswith(".")
    ]
    assert different == []


def test_the_reader_is_addressed_as_u() -> None:
    informal = [one.id for one in catalogue() if INFORMAL.search(" ".join(texts(one.string)))]
    assert informal == []


def test_the_compiled_catalogue_is_fresh() -> None:
    made = BytesIO()
    write_mo(made, catalogue())
    assert (FOLDER / "sop_templates.mo").read_bytes() == made.getvalue()
