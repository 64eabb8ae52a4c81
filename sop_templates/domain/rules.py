"""A board's own rules: which findings it does not want to see, and which it takes more seriously."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sop_templates.kinds import all_kinds
from sop_templates.kinds.rules import NOT_STRICTER, UNKNOWN_RULE, UNKNOWN_WORD
from sop_templates.outcome import Finding, Kind, Severity

OFF = "off"
ORDER = (Severity.HINT, Severity.WARNING, Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a board changes in the rules.

    Attributes:
        off: codes of findings that are left out.
        stricter: the severity of the codes that are taken more seriously.
    """

    off: frozenset[str] = frozenset()
    stricter: Mapping[str, Severity] = field(default_factory=dict)


NO_RULES = Rules()


def read_rules(data: Mapping[str, Any]) -> tuple[Rules, tuple[Finding, ...]]:
    """The rules of the `[rules]` table of `board.toml`.

    Args:
        data: a code to `"off"`, `"warning"` or `"error"`, e.g. `{"SOP140": "off"}`.

    Returns:
        The rules that can be used, and a finding for each line that cannot.
    """
    off: set[str] = set()
    stricter: dict[str, Severity] = {}
    findings = []
    for written, word in data.items():
        code = written.strip().upper()
        kind = all_kinds().get(code)
        if kind is None:
            findings.append(Finding(UNKNOWN_RULE, values={"code": written}))
        elif word == OFF:
            off.add(code)
        elif (severity := _severity(word)) is None:
            findings.append(Finding(UNKNOWN_WORD, values={"code": code, "word": word}))
        elif not _is_stricter(severity, kind):
            values = {"code": code, "word": severity.value, "severity": kind.severity.value}
            findings.append(Finding(NOT_STRICTER, values=values))
        else:
            stricter[code] = severity
    return Rules(frozenset(off), stricter), tuple(findings)


def apply_rules(findings: Iterable[Finding], rules: Rules) -> tuple[Finding, ...]:
    """The findings as the board wants them: some left out, some with another severity."""
    kept = (one for one in findings if one.code not in rules.off)
    return tuple(
        replace(one, changed_severity=rules.stricter[one.code])
        if one.code in rules.stricter
        else one
        for one in kept
    )


def _severity(word: object) -> Severity | None:
    return next((one for one in Severity if one.value == word), None)


def _is_stricter(severity: Severity, kind: Kind) -> bool:
    return ORDER.index(severity) > ORDER.index(kind.severity)
