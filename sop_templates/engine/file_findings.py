"""What there is to say of a Word file as a whole: its version, what was left in it, which fields are gone."""

from collections.abc import Iterator

from sop_templates.domain.answers import Answers, is_empty
from sop_templates.domain.model import Field
from sop_templates.engine.placement.placing import Origin, Placing
from sop_templates.formats.word.finished.document import Document
from sop_templates.kinds.reading import (
    COMMENTS,
    FIELDS_GONE,
    FOUND_BY_WORDS,
    HIDDEN_TEXT,
    MACROS,
    OTHER_FILES,
    OTHER_VERSION,
    TRACKED_CHANGES,
)
from sop_templates.outcome import Finding

SHOWN = 8  # labels in one message
_WORDS = (Origin.LABEL, Origin.HEADING)


def version_findings(version: str, current: str) -> Iterator[Finding]:
    """That a file was made with another version of the model than the current one."""
    if version != current:
        yield Finding(OTHER_VERSION, values={"version": version, "current": current})


def traces_findings(document: Document) -> Iterator[Finding]:
    """What was left in a file and should not be there when it is published."""
    traces = document.traces
    if traces.tracked:
        yield Finding(TRACKED_CHANGES)
    if traces.comments:
        yield Finding(COMMENTS)
    if traces.hidden:
        yield Finding(HIDDEN_TEXT)
    if traces.other_files:
        yield Finding(OTHER_FILES)
    if document.has_macros:
        yield Finding(MACROS)


def place_findings(placing: Placing, answers: Answers) -> Iterator[Finding]:
    """The fields of which the place is gone, and those whose answer was found by words alone."""
    fields = placing.texts.model.fields
    gone = [one.title for one in fields if one.key not in placing.origin]
    if gone:
        yield Finding(FIELDS_GONE, values={"labels": _listed(gone)})
    worded = [
        one.title
        for one in fields
        if placing.origin.get(one.key) in _WORDS and _is_answered(one, placing, answers)
    ]
    if worded:
        yield Finding(FOUND_BY_WORDS, values={"labels": _listed(worded)})


def _is_answered(one: Field, placing: Placing, answers: Answers) -> bool:
    if one.key not in answers:  # a question of an earlier version
        return one.key in placing.raw
    return not (is_empty(one, answers[one.key]) or answers[one.key] is False)


def _listed(labels: list[str]) -> str:
    more = f" (+{len(labels) - SHOWN})" if len(labels) > SHOWN else ""
    return "; ".join(labels[:SHOWN]) + more
