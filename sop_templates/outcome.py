"""Findings: what is wrong or worth knowing, where, and what to do about it.

A `Kind` is the definition (stable code, severity, wording); a `Finding` is one case of it. The
wording is translated when it is shown, so that one finding can appear in Dutch in a workbook and
in English on a terminal.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sop_templates.language import N_, _


class Severity(StrEnum):
    """How bad a finding is: an error blocks, a warning asks for a look, a hint helps."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a finding or an error means.

    Attributes:
        code: stable, `SOP` and three digits; listed by `sop explain`.
        severity: unless a board's rules say otherwise.
        title: a few words.
        message: what is wrong, with `{named}` places for the values.
        advice: what to do; may use the same named places.
        example: a text or situation that gives this finding, in Dutch: it comes from a Dutch document.
        together: several of one file in one sentence, with their `{labels}`; "" where each stands alone.
    """

    code: str
    severity: Severity
    title: str
    message: str
    advice: str
    example: str = ""
    together: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file.

    Attributes:
        pattern: the wording, a gettext message with `{named}` places.
        values: what is put in those places.
    """

    pattern: str = ""
    values: tuple[tuple[str, str | int], ...] = ()

    def __str__(self) -> str:
        """The place in words, e.g. `control "visie.visie"`."""
        return _(self.pattern).format(**dict(self.values))

    @classmethod
    def control(cls, key: str) -> "Place":
        """A content control, by its key."""
        return cls(N_('control "{key}"'), (("key", key),))

    @classmethod
    def table_row(cls, key: str, row: int) -> "Place":
        """A row of a table, by the key of the table and the row's number from 1."""
        return cls(N_('table "{key}" row {row}'), (("key", key), ("row", row)))

    @classmethod
    def cell(cls, sheet: str, address: str) -> "Place":
        """A cell of a workbook, e.g. `Intake!C7`."""
        return cls("{sheet}!{address}", (("sheet", sheet), ("address", address)))

    @classmethod
    def named(cls, words: str) -> "Place":
        """A place that is told in words that need no translation (a heading, a part)."""
        return cls("{words}", (("words", words),))


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Finding:
    """One case of a kind, at a place in a file.

    Attributes:
        kind: what it means.
        place: where.
        values: what fills the named places of the wording.
        key: the field concerned, if one.
        file: the file's name as the user gave it; filled in by the engine.
        severity: the kind's, unless the board's rules changed it.
    """

    kind: Kind
    place: Place = NOWHERE
    values: Mapping[str, object] = field(default_factory=dict)
    key: str | None = None
    file: str = ""
    changed_severity: Severity | None = None

    @property
    def code(self) -> str:
        """The stable code, e.g. `SOP101`."""
        return self.kind.code

    @property
    def severity(self) -> Severity:
        """How bad it is, by the board's rules or else by its kind."""
        return self.changed_severity or self.kind.severity

    @property
    def message(self) -> str:
        """What is wrong, in the language in use."""
        return _(self.kind.message).format(**self.values)

    @property
    def advice(self) -> str:
        """What to do, in the language in use."""
        return _(self.kind.advice).format(**self.values)

    def in_file(self, file: str) -> "Finding":
        """The same finding, said of a file."""
        return replace(self, file=file)

    def as_json(self) -> dict[str, str]:
        """The finding as `--json` gives it: code, severity, place, message, advice."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "place": str(self.place),
            "message": self.message,
            "advice": self.advice,
        }
