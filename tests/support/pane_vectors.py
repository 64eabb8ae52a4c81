"""What the task pane's reader is held against: cases and answers of the Python one, as JSON for Node."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from sop_templates.domain.answers import answer_paths, blank
from sop_templates.domain.dutch import fold
from sop_templates.domain.fixed_texts import compare
from sop_templates.domain.model import Field, FieldType, Model, Need
from sop_templates.domain.ready import empty_rows, has_gap, readiness
from sop_templates.domain.words import count_words
from sop_templates.engine.addin.pane_fields import pane_fields
from sop_templates.engine.models import model_names, open_model
from sop_templates.engine.placement.model_texts import key_of
from sop_templates.engine.reading import ReadRecord, read_bytes
from sop_templates.engine.word_files import open_word_model
from sop_templates.formats.word.names import qn
from sop_templates.formats.word.page_estimate import estimate_pages
from sop_templates.richtext_markup import parse, plain
from tests.corpus.cases import Case, cases
from tests.corpus.places import PLACES
from tests.support.flat_package import flat
from tests.support.generated import generated_answers
from tests.support.word_editing import control_of, edited
from tests.support.word_strip import without_prompt_flags, without_tags
from tests.support.word_xml import p, r, tc, tr

IN_BODY = ("body", "text box")  # a pane sees no header, footer or note
SAMPLES = Path(__file__).parents[2] / "samples/regenboogbestuur/word"
TEXTS = (
    "",
    "  Één  crèche—en/of “zo” ",
    "2.1 Naam school:",
    "a) Postcode ★",
    "Ĳsbergen",
    "e-mail \u2013 adres",
    "3 woorden en … 1 streepje -",
    "מילה één",
)


def vectors() -> dict[str, Any]:
    """All of them: `fields`, `cases` of single controls, `records` of whole files, `fixed`, `texts`."""
    return {
        "fields": pane_fields(),
        "cases": [_case(case, place) for case in cases() for place in IN_BODY],
        "records": [_record(name, data) for name, data in files()],
        "fixed": list(_fixed()),
        "texts": [
            {"text": one, "fold": fold(one), "key": key_of(one), "words": count_words(one)}
            for one in TEXTS
        ],
    }


def files() -> Iterator[tuple[str, bytes]]:
    """Whole files: the samples, drawn ones, a blank one, and what an editor or a person leaves of one."""
    for path in sorted(SAMPLES.glob("*.docx")):
        yield path.name, path.read_bytes()
    for name in model_names():
        word = open_word_model(name)
        for code in ("00AA01", "00AA02"):
            yield f"{name} {code}", word.fill(generated_answers(word.model, code))
    word = open_word_model()
    empty = word.fill(blank(word.model))
    yield "blank", empty
    yield "blank, flags of prompts gone", without_prompt_flags(empty)
    data = next(SAMPLES.glob("*.docx")).read_bytes()
    yield "a row typed by hand", edited(data, _type_row)
    yield "typed beside the control", edited(empty, _type_beside)
    yield "a row of the fixed ones typed over", edited(empty, _type_in_cells)
    yield "tags gone", without_tags(data)
    yield "prompt flags gone", without_prompt_flags(data)


def _type_row(root: etree._Element) -> None:
    """A row below a list, without controls, as with Tab in an older Word."""
    table = next(control_of(root, "visie.sterk").iterancestors(qn("w:tbl")))
    table.append(tr(tc(p("Met de hand"))))


def _type_beside(root: etree._Element) -> None:
    control_of(root, "school.plaats").addprevious(r("Delft"))
    control_of(root, "visie.visie").addprevious(p("Eerst dit."))


def _type_in_cells(root: etree._Element) -> None:
    """Words in the cells of fixed rows where their controls were deleted."""
    for column in ("status", "toelichting"):
        control = control_of(root, f"basis.aanbod.mdo.{column}")
        control.addprevious(r("op orde" if column == "status" else "Elke maand."))
        parent = control.getparent()
        assert parent is not None
        parent.remove(control)


def _case(case: Case, place: str) -> dict[str, Any]:
    return {
        "name": f"{case.key}, {place}",
        "xml": flat(PLACES[place](case.blocks())),
        "answers": dict(case.answers),
        "absent": list(case.absent),
    }


def _record(name: str, data: bytes) -> dict[str, Any]:
    read = read_bytes(data, name)
    model = open_model(read.model)
    return {
        "name": name,
        "xml": flat(data),
        "model": model.id,
        "cells": dict(_cells(model, read.answers)),
        "fixed": dict(read.fixed_texts),
        "missing": sorted(readiness(model, read.answers).missing),
        "percent": _percent(model, read.answers),
        "pages": estimate_pages(data),
        "words": _words(read, model),
    }


def _cells(model: Model, answers: Mapping[str, Any]) -> Iterator[tuple[str, str | None]]:
    """Every cell as text, by its tag and for a list the number of its row."""
    for tag, number, value in answer_paths(model, answers):
        asked = model.by_tag[tag]
        place = tag if number is None else f"{tag}#{number}"
        yield place, _text(asked, value)


def _text(field: Field, value: Any) -> str | None:
    if value is None:
        return None
    if field.type is FieldType.FLAG:
        return "ja" if value else "nee"
    if field.type is FieldType.RICH:
        return plain(parse(value))
    return str(value["text"] if isinstance(value, Mapping) else value)


def _words(read: ReadRecord, model: Model) -> dict[str, int]:
    """The number of words of each prose answer."""
    rich = (one for one in model.fields if one.type is FieldType.RICH)
    return {one.key: count_words(read.answers[one.key] or "") for one in rich}


def _percent(model: Model, answers: Mapping[str, Any]) -> int:
    done = of = 0
    for one in model.fields:
        if one.need is Need.REQUIRED:
            of += len(one.rows) or 1
            left = len(empty_rows(one, answers[one.key])) if one.rows else None
            done += not has_gap(one, answers[one.key]) if left is None else len(one.rows) - left
    return 100 * done // of


def _fixed() -> Iterator[dict[str, str]]:
    for one in open_model().fixed_texts.values():
        words = one.text.split()
        for found in (
            one.text,
            one.text.replace("'", "\u2019"),
            one.text.replace(" ", "\u00a0", 3),
            one.text.replace("- ", "• "),
            " ".join(words[:5] + words[6:]),
            one.text.replace(words[2], "anders", 1),
            one.text + " en meer",
            "",
        ):
            yield {"expected": one.text, "found": found, "state": compare(one.text, found).state}
