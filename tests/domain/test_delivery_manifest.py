"""The manifest of a delivery: written, read again, and refused when somebody tampered with it."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from sop_templates.domain.delivery_manifest import (
    LeftOut,
    ListedFile,
    ListedSchool,
    Manifest,
    Party,
    compare_files,
    manifest_from_data,
)

SUM = "a" * 64
SCHOOL = ListedSchool(
    "12AB00",
    "De Boog",
    "2026-2027",
    "vastgesteld",
    "model",
    "positief",
    "2026-05-01",
    "2026-06-01",
    "signed",
)
FILES = (
    ListedFile("scholen/12AB00.docx", "sop", "12AB00", 10, SUM),
    ListedFile("scholen/12AB00-adviesverklaring.pdf", "declaration", "12AB00", 20, SUM),
)
MANIFEST = Manifest(
    "2026-07-01",
    "2026-2027",
    "haaglanden 2026.1",
    Party("board", "Stichting Boog", "00099", "Kwaliteit"),
    Party("region", "SPPOH"),
    is_direct=False,
    schools=(SCHOOL,),
    left_out=(LeftOut("12AB01", "De Brug", ("nog niet vastgesteld",)),),
    files=FILES,
)
FOUND = {one.path: (one.size, one.sha256) for one in FILES} | {"manifest.json": (1, "b" * 64)}


def data() -> dict[str, Any]:
    found = json.loads(json.dumps(MANIFEST.as_json()))
    assert isinstance(found, dict)
    return found


def test_what_was_written_is_read_again() -> None:
    assert manifest_from_data(data()) == MANIFEST


def faults(found: dict[str, tuple[int, str]], manifest: Manifest = MANIFEST) -> list[str]:
    return [one.message for one in compare_files(manifest, found)]


def test_a_package_as_its_manifest_says_has_no_fault() -> None:
    assert faults(FOUND) == []


def test_a_missing_file() -> None:
    found = {path: value for path, value in FOUND.items() if not path.endswith(".pdf")}
    assert faults(found) == [
        "scholen/12AB00-adviesverklaring.pdf is in the manifest and not in the package."
    ]


def test_files_of_a_school_that_was_taken_out_of_the_manifest() -> None:
    said = faults(FOUND, replace(MANIFEST, schools=()))
    assert said[0] == (
        'scholen/12AB00.docx is listed as of the school "12AB00", '
        "which is none of those that are delivered."
    )


def test_an_extra_file() -> None:
    assert faults({**FOUND, "start.bat": (1, SUM)}) == [
        "start.bat is in the package and not in the manifest."
    ]


@pytest.mark.parametrize("value", [(10, "c" * 64), (11, SUM)])
def test_a_changed_file(value: tuple[int, str]) -> None:
    assert faults({**FOUND, "scholen/12AB00.docx": value}) == [
        "scholen/12AB00.docx is not the file that was delivered: its checksum is another one."
    ]


def test_a_school_without_its_files() -> None:
    other = replace(SCHOOL, code="12AB01")
    manifest = replace(
        MANIFEST, schools=(SCHOOL, other, replace(other, code="12AB02", declaration="no advice"))
    )
    assert faults(FOUND, manifest) == [
        "sop 12AB01 is in the manifest and not in the package.",
        "declaration 12AB01 is in the manifest and not in the package.",
        "sop 12AB02 is in the manifest and not in the package.",
    ]


def put(key: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda top: top.update({key: value})


def put_in_file(key: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda top: top["files"][0].update({key: value})


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (put("format", "other"), "it does not say that it is a delivery"),
        (put("version", 2), "it is of version 2; this program reads version 1"),
        (put("files", {}), "files is no list"),
        (put("files", [1]), "… is no table"),
        (put("year", None), "year is no text"),
        (put("sender", None), "… is no table"),
        (lambda top: top.pop("schools"), "schools is no list"),
        (lambda top: top["files"][0].pop("sha256"), "sha256 is None"),
        (put_in_file("size", "10"), "size is '10'"),
        (put_in_file("size", value=True), "size is True"),
        (put_in_file("path", "../../start.bat"), "'../../start.bat' is no place in the package"),
        (put_in_file("path", "/etc/passwd"), "'/etc/passwd' is no place in the package"),
        (put_in_file("path", "C:/start.bat"), "'C:/start.bat' is no place in the package"),
        (put_in_file("path", "a\\..\\b"), "'a\\\\..\\\\b' is no place in the package"),
        (put_in_file("path", "a//b"), "'a//b' is no place in the package"),
        (put_in_file("path", ""), "'' is no place in the package"),
        (put_in_file("path", "manifest.json"), "'manifest.json' is no place in the package"),
        (
            lambda top: top["files"].append({**top["files"][0], "path": "Scholen/12AB00.DOCX"}),
            "'scholen/12AB00.docx' is in it twice",
        ),
    ],
)
def test_a_manifest_that_was_tampered_with_is_refused(
    change: Callable[[dict[str, Any]], object], fault: str
) -> None:
    top = data()
    change(top)
    with pytest.raises(ValueError, match=r".") as caught:
        manifest_from_data(top)
    assert str(caught.value) == fault


@pytest.mark.parametrize("top", [None, [], "x", 1])
def test_what_is_no_table_is_no_manifest(top: object) -> None:
    with pytest.raises(ValueError, match=r"manifest\.json is no table"):
        manifest_from_data(top)
