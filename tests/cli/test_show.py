"""Findings are shown worst first, and those that are alike in one line."""

import pytest

from sop_templates.cli.show import show_findings
from sop_templates.kinds.answers_checks import ADVISED_EMPTY, REQUIRED_EMPTY, TOO_MANY_WORDS
from sop_templates.outcome import Finding, Kind, Place


def finding(kind: Kind, label: str, **values: object) -> Finding:
    return Finding(kind, Place.control(label), {"label": label, **values}, file="a.docx")


def lines(capsys: pytest.CaptureFixture[str], *findings: Finding) -> list[str]:
    show_findings(findings)
    return capsys.readouterr().out.splitlines()


def test_many_empty_fields_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    shown = lines(
        capsys,
        finding(ADVISED_EMPTY, "Adres"),
        finding(REQUIRED_EMPTY, "Naam"),
        finding(TOO_MANY_WORDS, "Visie", count=300, limit=250),
        finding(ADVISED_EMPTY, "Website"),
    )
    assert shown == [
        "a.docx",
        '  E control "Naam": Required and still empty: Naam. Fill in the field. [SOP101]',
        (
            '  W control "Visie": Visie has 300 words; the model asks for 250 at most.'
            " Shorten the text, or refer to the school guide for the rest. [SOP114]"
        ),
        (
            '  - 2 fields are advised and still empty: "Adres", "Website".'
            " Fill in those that help parents or the board. [SOP140]"
        ),
    ]


def test_each_other_finding_has_its_own_line(capsys: pytest.CaptureFixture[str]) -> None:
    long = finding(TOO_MANY_WORDS, "Visie", count=300, limit=250)
    assert len(lines(capsys, long, long)) == 3
