"""The language of messages follows the option, `SOP_LANG` or the system; what schools read stays Dutch."""

import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sop_templates import language
from sop_templates.cli.main import main
from sop_templates.engine.demo import BOARD, samples_folder
from sop_templates.kinds.answers_checks import REQUIRED_EMPTY
from sop_templates.outcome import Finding, Place
from tests.support.command_line import sop

SAMPLES = samples_folder() / BOARD
NAMES = ("SOP_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


@pytest.fixture(autouse=True)
def no_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    before = language.current()
    yield
    language.use(before)


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_BE"}, "nl"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "nl_NL.UTF-8"}, "en"),
        ({"SOP_LANG": "nl", "LC_ALL": "en_GB.UTF-8"}, "nl"),
        ({"SOP_LANG": "EN", "LANG": "nl_NL.UTF-8"}, "en"),
        ({"SOP_LANG": "", "LANG": "nl_NL.UTF-8"}, "nl"),
    ],
)
def test_sop_lang_comes_before_the_system(
    environment: dict[str, str], asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language.preferred() == asked


@pytest.mark.parametrize(("windows", "asked"), [("nl_NL", "nl"), ("nl_BE", "nl"), ("de_DE", "en")])
def test_windows_is_asked_where_no_variable_says_it(
    windows: str, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_windows_language", lambda: windows)
    assert language.preferred() == asked
    monkeypatch.setenv("SOP_LANG", "en")
    assert language.preferred() == "en"


def error_of(*words: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        main(words)
    return capsys.readouterr().err


@pytest.mark.parametrize("words", [["--lang", "nl"], ["--lang=nl"]])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_option_counts_wherever_it_stands_and_before_sop_lang(
    words: list[str],
    place: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SOP_LANG", "en")
    asked = ["explain", "SOP999"]
    said = error_of(*asked[:place], *words, *asked[place:], capsys=capsys)
    assert said.startswith("Fout: Er is geen bevinding met de code SOP999.")


def test_an_unknown_language_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert "'fr'" in error_of("explain", "SOP101", "--lang", "fr", capsys=capsys)


@pytest.mark.parametrize(
    ("words", "dutch"),
    [
        (["bestaat-niet"], "De opdracht 'bestaat-niet' bestaat niet."),
        (["check"], "Dit moet u nog opgeven:"),
        (["fill", "intake.xlsx"], "Deze optie moet u nog opgeven: '-o' / '--out'."),
        (["check", "x", "--strikt"], "Bedoelde u '--strict'?"),
        (["explain", "a", "b", "c"], "Deze woorden horen er niet bij: b c"),
        (["new", "-o", "x", "--form", "map"], "'map' is geen van deze: 'school', 'board'."),
        (["fill", "x", "-o", "y", "--jobs", "99"], "99 valt buiten 0<=x<=64."),
        (["fill", "x", "-o"], "Bij de optie '-o' hoort een waarde."),
    ],
)
def test_wrong_usage_is_told_in_dutch(words: list[str], dutch: str) -> None:
    assert dutch in sop(*words).err


def test_no_command_shows_the_help_in_dutch(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOP_LANG", "nl")
    assert "Gebruik: sop [OPTIES] OPDRACHT [WOORDEN]..." in error_of(capsys=capsys)


def run(*words: str, **environment: str) -> str:
    """What a process of its own says: the help is translated when a command is loaded."""
    command = [sys.executable, "-m", "sop_templates", *words]
    environ = {**os.environ, "PYTHONIOENCODING": "utf-8", **environment}
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own


@pytest.mark.parametrize(
    ("words", "dutch", "english"),
    [
        (["--help"], "Opdrachten:", "Commands:"),
        (
            ["fill", "--help"],
            "Gebruik: sop fill [OPTIES] INTAKE…",
            "Usage: sop fill [OPTIONS] INTAKE…",
        ),
    ],
)
def test_help_is_in_the_language_of_the_system(words: list[str], dutch: str, english: str) -> None:
    assert dutch in run(*words, LANG="nl_NL.UTF-8")
    assert english in run(*words, LANG="en_GB.UTF-8")


def test_a_finding_is_told_in_the_language_in_use_when_it_is_shown() -> None:
    finding = Finding(REQUIRED_EMPTY, Place.control("school.naam"), {"label": "Naam school"})
    language.use("en")
    english = (finding.message, str(finding.place))
    with language.dutch():
        dutch = (finding.message, str(finding.place))
    assert english == ("Required and still empty: Naam school.", 'control "school.naam"')
    assert dutch == ("Verplicht en nog leeg: “Naam school”.", "invulveld “school.naam”")
    assert language.current() == "en"


def test_a_process_of_a_batch_speaks_the_language_of_the_command(tmp_path: Path) -> None:
    for name in ("een", "twee"):
        (tmp_path / f"{name}.docx").write_bytes(b"{\\rtf1 hallo}")
    said = sop("check", tmp_path, "--jobs", "2")
    assert said.err.count("het is een bestand in Rich Text Format (.rtf)") == 2


def cells(path: Path) -> list[tuple[str, str, object]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # openpyxl does not know all that Excel does
        book = load_workbook(path)
    return [
        (sheet.title, cell.coordinate, cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def test_the_summary_is_dutch_whatever_the_language_of_the_command(tmp_path: Path) -> None:
    files = {lang: tmp_path / f"{lang}.xlsx" for lang in language.LANGUAGES}
    for lang, path in files.items():
        assert sop("summary", SAMPLES / "word", "-o", path, lang=lang).code == 0
    words = {str(value) for _sheet, _address, value in cells(files["en"])}
    assert "Verplicht en nog leeg: “Welke extra ondersteuning bieden wij”." in words
    assert cells(files["en"]) == cells(files["nl"])


def test_word_files_and_intakes_are_the_same_in_every_language(tmp_path: Path) -> None:
    for lang in language.LANGUAGES:
        assert sop("new", "-o", tmp_path / lang, "--year", "2026-2027", lang=lang).code == 0
        said = sop("fill", SAMPLES / "intake.xlsx", "-o", tmp_path / lang / "word", lang=lang)
        assert said.code == 0
    made = {
        lang: {
            path.relative_to(tmp_path / lang): path.read_bytes()
            for path in (tmp_path / lang).rglob("*.*")
        }
        for lang in language.LANGUAGES
    }
    assert len(made["nl"]) > 12
    assert made["en"] == made["nl"]
