"""Reads a finished Word file: every answer of its model, where it came from, and what there is to say."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePath
from typing import Any

from sop_templates.domain.answers import Answers, canonical
from sop_templates.domain.fixed_texts import (
    FixedTextComparison,
    FixedTextState,
    compare,
    find_fixed_text_findings,
)
from sop_templates.domain.history import History
from sop_templates.domain.model import Model
from sop_templates.engine.file_findings import (
    place_findings,
    traces_findings,
    version_findings,
)
from sop_templates.engine.models import DEFAULT_MODEL, model_names, open_model
from sop_templates.engine.other_files import PDF, needs_office, turn_into_word
from sop_templates.engine.own_format.left_over import LeftOver
from sop_templates.engine.own_format.older_versions import carry_over, changes_for, texts_then
from sop_templates.engine.own_format.reading import OwnAnswers, read_own
from sop_templates.engine.own_format.tables import table_answers
from sop_templates.engine.placement.loose_texts import left_overs
from sop_templates.engine.placement.model_texts import ModelTexts, open_texts
from sop_templates.engine.placement.placement import place_answers
from sop_templates.engine.placement.placing import Origin, Placing
from sop_templates.errors import SopError, shown_name
from sop_templates.formats.archive import parse_xml
from sop_templates.formats.files import read_whole
from sop_templates.formats.office_runs import Converted
from sop_templates.formats.word.filling.filled_parts import KEPT
from sop_templates.formats.word.finished.document import Document, find_xml_part, open_document
from sop_templates.formats.word.finished.lines import read_writing
from sop_templates.kinds.other_files import ASK_FOR_WORD, READ_BY_LIBREOFFICE
from sop_templates.kinds.reading import (
    LOOSE_TEXT,
    OTHER_WORK,
    TEMPLATE_ITSELF,
    UNKNOWN_COLUMNS,
    UNKNOWN_CONTROL,
    UNKNOWN_MODEL,
)
from sop_templates.outcome import Finding

KIND, MODEL, VERSION = "sop.kind", "sop.model", "sop.version"  # custom properties
SOP, TEMPLATE = "sop", "template"

FORMAT_MODEL, FORMAT_OWN, FORMAT_OLDER = "model", "own", "older"
ANCHORS = 3  # controls or bookmarks of the model that make a file without properties one of it
SHOWN = 60  # characters of a name in a message
QUESTIONS = 0.4  # share of the model's questions, seen as words, that does the same


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """What a Word file says.

    Attributes:
        file: its name as the user gave it.
        format: `model`, `older` (of another version of the model) or `own` (the school's).
        model: name of the model that its answers are by: of the library, or the folder of one.
        version: of the model that it was made with, "" where it does not say.
        answers: canonical, every key of the model.
        origin: what each answer was found by (`control`, `bookmark`, … as `Origin`), by key, for each
            field whose place was found, empty ones too.
        fixed_texts: `intact`, `typographic`, `changed` or `missing` by key.
        findings: on the file, on values that do not fit, on fixed texts, on words without a field.
        modified: when it was last saved, ISO 8601, "" where it does not say.
        left: what has no place in the model, whole; the findings tell its first words.
    """

    file: str
    format: str
    model: str
    version: str
    answers: Answers
    origin: Mapping[str, str]
    fixed_texts: Mapping[str, str]
    findings: tuple[Finding, ...]
    modified: str = ""
    left: tuple[LeftOver, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The record as `sop read --json` gives it."""
        return {
            "file": self.file,
            "format": self.format,
            "model": open_model(self.model).id,
            "version": self.version,
            "answers": self.answers,
            "origin": dict(self.origin),
            "fixed_texts": dict(self.fixed_texts),
            "findings": [one.as_json() for one in self.findings],
        }


def read_file(path: str | PurePath, model_name: str | None = None) -> ReadRecord:
    """Reads a finished SOP: a Word file, a PDF, or a file that LibreOffice turns into Word.

    Args:
        path: the file.
        model_name: the model where the file does not say one; `haaglanden` if None.

    Returns:
        The record.

    Raises:
        SopError: it cannot be read, is of no such kind, is unsafe, or is no SOP.
    """
    file = Path(path)
    if needs_office(file):
        (made,) = turn_into_word([file])
        return read_turned(file, made, model_name)
    return read_as_it_is(file, model_name)


def read_as_it_is(path: str | PurePath, model_name: str | None = None) -> ReadRecord:
    """As `read_file`, of a Word file or a PDF."""
    data = read_whole(Path(path))
    if PurePath(path).suffix.lower() == PDF:
        return _read_pdf(data, str(path), model_name)
    return read_bytes(data, str(path), model_name)


def read_turned(path: PurePath, made: Converted, model_name: str | None = None) -> ReadRecord:
    """As `read_file`, of a file that LibreOffice has turned into Word.

    Raises:
        SopError: it could not be turned into Word, or as for `read_file`.
    """
    if made.error is not None:
        raise made.error
    record = read_bytes(made.data, str(path), model_name)
    told = Finding(READ_BY_LIBREOFFICE, values={"ending": path.suffix.lower()}, file=str(path))
    return replace(record, findings=(told, *record.findings))


def _read_pdf(data: bytes, file: str, model_name: str | None) -> ReadRecord:
    from sop_templates.formats.pdf_text import read_pdf  # noqa: PLC0415 - loads pypdf

    texts = open_texts(model_name or DEFAULT_MODEL)
    writing = read_pdf(data, file)
    own = read_own(writing, texts)
    return own_record(own, texts, file, writing.modified, (Finding(ASK_FOR_WORD),))


def read_bytes(data: bytes, file: str = "", model_name: str | None = None) -> ReadRecord:
    """As `read_file`, of a file's bytes."""
    document = open_document(data, file)
    kind = document.properties.get(KIND, SOP)
    if kind != SOP:
        raise SopError(TEMPLATE_ITSELF if kind == TEMPLATE else OTHER_WORK, file)
    name = _model_name(document, model_name)
    foreign = _foreign_model(document, name)
    version = "" if foreign else document.properties.get(VERSION, "")
    changes = changes_for(name, version, document)
    placing = place_answers(texts_then(name, changes), document)
    form = _format(document, placing, foreign=bool(foreign))
    if form == FORMAT_OWN:
        texts = open_texts(name)
        tables = table_answers(placing.body, texts.model.fields)
        own = read_own(read_writing(document), texts, tables)
        record = own_record(own, texts, file, document.modified, tuple(traces_findings(document)))
    else:
        record = _model_record(document, placing, FORMAT_OLDER if changes else form, changes)
    if foreign:
        values = {"named": shown_name(foreign)[:SHOWN], "used": open_model(name).id}
        told = Finding(UNKNOWN_MODEL, values=values, file=file)
        return replace(record, findings=(told, *record.findings))
    return record


def _model_record(document: Document, placing: Placing, form: str, changes: History) -> ReadRecord:
    """The record of a file of the model, of today's version or an earlier one."""
    model = open_model(placing.texts.name)
    version = document.properties.get(VERSION, changes[0].until if changes else "")
    carried = carry_over(placing, model, changes)
    answers, findings = canonical(model, carried.raw, partial(carried.place, placing))
    compared = {
        key: compare(model.fixed_texts[key].text, text) for key, text in placing.fixed.items()
    }
    fixed = find_fixed_text_findings(model, compared, placing.unlocked)
    of_version = version_findings(version, model.version) if form == FORMAT_OLDER else ()
    found = [
        *of_version,
        *traces_findings(document),
        *place_findings(placing, answers),
        *carried.findings,
        *placing.findings,
        *findings,
        *fixed,
    ]
    is_loose = any(
        one.kind in (LOOSE_TEXT, UNKNOWN_COLUMNS, UNKNOWN_CONTROL) for one in placing.findings
    )
    left = [*carried.left, *placing.left, *(left_overs(placing) if is_loose else ())]
    return ReadRecord(
        file=document.file,
        format=form,
        model=placing.texts.name,
        version=version,
        answers=answers,
        origin={key: origin.value for key, origin in carried.origin.items()},
        fixed_texts=_states(model, compared),
        findings=tuple(one.in_file(document.file) for one in found),
        modified=document.modified,
        left=tuple(left),
    )


def own_record(
    own: OwnAnswers,
    texts: ModelTexts,
    file: str,
    modified: str,
    findings: tuple[Finding, ...] = (),
) -> ReadRecord:
    """The record of a SOP in a school's own format.

    Args:
        own: what was found in it.
        texts: the words of the model that it was read by.
        file: its name as the user gave it.
        modified: when it was last saved, ISO 8601, or "".
        findings: on the file itself.
    """
    return ReadRecord(
        file=file,
        format=FORMAT_OWN,
        model=texts.name,
        version="",
        answers=own.answers,
        origin={key: origin.value for key, origin in own.origin.items()},
        fixed_texts=_states(texts.model, own.fixed_texts),
        findings=tuple(one.in_file(file) for one in (*findings, *own.findings)),
        modified=modified,
        left=own.left,
    )


def read_kept_base(data: bytes, file: str = "") -> Answers | None:
    """The answers that a file was filled with, for the three-way update; never read as answers.

    Args:
        data: the whole file.
        file: its name, for messages.

    Returns:
        The answers as they were filled, or None where the file does not keep them.

    Raises:
        SopError: it is no Word file, damaged or unsafe.
    """
    part = find_xml_part(open_document(data, file), KEPT)
    if part is None:
        return None
    try:
        kept = json.loads("".join(str(text) for text in parse_xml(part, KEPT, file).itertext()))
    except ValueError:
        return None  # somebody changed it: as good as none
    return kept if isinstance(kept, dict) else None


def _model_name(document: Document, asked: str | None) -> str:
    named = document.properties.get(MODEL, "")
    is_asked = asked is not None and open_model(asked).id == named
    return named if named in model_names() and not is_asked else asked or DEFAULT_MODEL


def _foreign_model(document: Document, name: str) -> str:
    """The model that a file says it is of, where it is read by another one; else ""."""
    named = document.properties.get(MODEL, "")
    return named if named != open_model(name).id else ""


def _format(document: Document, placing: Placing, *, foreign: bool) -> str:
    """What the file is; by its properties, else by what of the model is found in it."""
    model = placing.texts.model
    if document.properties.get(KIND) == SOP and not foreign:
        version = document.properties.get(VERSION, model.version)
        return FORMAT_MODEL if version == model.version else FORMAT_OLDER
    anchored = sum(one in (Origin.CONTROL, Origin.BOOKMARK) for one in placing.origin.values())
    if anchored >= ANCHORS or placing.questions >= QUESTIONS * len(model.fields):
        return FORMAT_MODEL
    return FORMAT_OWN


def _states(model: Model, compared: Mapping[str, FixedTextComparison]) -> dict[str, str]:
    return {
        key: compared[key].state.value if key in compared else FixedTextState.MISSING.value
        for key in model.fixed_texts
    }
