"""A board's rules: what it switches off or takes more seriously."""

from sop_templates.domain.rules import NO_RULES, Rules, apply_rules, read_rules
from sop_templates.kinds.answers_checks import ADVISED_EMPTY, REQUIRED_EMPTY, TOO_MANY_WORDS
from sop_templates.outcome import Finding, Severity

FINDINGS = [Finding(kind, values={"label": "x"}) for kind in (REQUIRED_EMPTY, ADVISED_EMPTY)]


def test_a_code_that_is_off_is_left_out() -> None:
    rules, findings = read_rules({"SOP140": "off"})
    assert findings == ()
    assert [one.code for one in apply_rules(FINDINGS, rules)] == ["SOP101"]


def test_a_code_can_be_made_stricter() -> None:
    rules, findings = read_rules({"sop140": "error"})
    assert findings == ()
    assert [one.severity for one in apply_rules(FINDINGS, rules)] == [
        Severity.ERROR,
        Severity.ERROR,
    ]


def test_without_rules_nothing_changes() -> None:
    assert read_rules({}) == (Rules(), ())
    assert apply_rules(FINDINGS, NO_RULES) == tuple(FINDINGS)


def test_a_line_that_cannot_be_used_is_told_and_changes_nothing() -> None:
    rules, findings = read_rules(
        {"SOP999": "off", "SOP114": "rood", "SOP101": "warning", "SOP201": 3}
    )
    assert rules == Rules()
    assert [(one.code, one.message) for one in findings] == [
        ("SOP690", '[rules] names "SOP999", which is no code of a finding.'),
        ("SOP691", '[rules] sets SOP114 to "rood".'),
        (
            "SOP692",
            '[rules] sets SOP101 to "warning", but it is a finding of severity "error" already.',
        ),
        ("SOP691", '[rules] sets SOP201 to "3".'),
    ]


def test_the_same_severity_is_not_stricter() -> None:
    _rules, findings = read_rules({TOO_MANY_WORDS.code: "warning"})
    assert [one.code for one in findings] == ["SOP692"]
