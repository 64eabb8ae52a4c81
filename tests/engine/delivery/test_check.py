"""A delivery on arrival: every fault that the check finds."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sop_templates.domain.file_names import word_file_name
from sop_templates.engine.delivery.check import verify_package
from sop_templates.errors import SopError
from sop_templates.formats.stored_zip import stored_zip
from tests.support.deliveries import (
    packed,
    ready_folder,
    repacked,
    sample,
    with_manifest,
)
from tests.support.word_editing import content_of, edited, set_text

SOP = "scholen/99XX00-De-Zeven-Zeilen-sop-2026-2027.docx"
SIGNED = "scholen/99XX00-adviesverklaring.pdf"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(packed(ready_folder(tmp_path_factory.mktemp("sent") / "board")).file)


def faults(package: Path, change: Callable[[dict[str, bytes]], object]) -> list[tuple[str, str]]:
    """What is found: code and place."""
    found = verify_package(repacked(package, change)).findings
    return [(one.code, str(one.place)) for one in found]


def test_a_package_that_arrived_as_it_was_sent(package: Path) -> None:
    check = verify_package(package)
    assert check.findings == []
    assert [one.code for one in check.manifest.schools] == ["99XX00", "99XX03"]
    assert check.as_json()["ok"] is True


def test_a_missing_file(package: Path) -> None:
    assert faults(package, lambda files: files.pop(SIGNED)) == [("SOP762", SIGNED)]


def test_an_extra_file(package: Path) -> None:
    assert faults(package, lambda files: files.update({"start.bat": b"x"})) == [
        ("SOP763", "start.bat")
    ]


def test_a_changed_file(package: Path) -> None:
    assert faults(package, lambda files: files.update({SIGNED: b"%PDF-1.7 anders"})) == [
        ("SOP764", SIGNED)
    ]


def listed_as(files: dict[str, bytes], data: bytes) -> None:
    """Puts another SOP in the place of one, and its checksum in the manifest."""
    import hashlib  # noqa: PLC0415 - what a tamperer would do

    files[SOP] = data
    values = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}

    def change(manifest: dict[str, Any]) -> None:
        for one in manifest["files"]:
            if one["path"] == SOP:
                one.update(values)

    with_manifest(files, change)


def test_another_sop_under_the_same_name_is_found_though_its_checksum_is_right(
    package: Path,
) -> None:
    other = sample("99XX06").read_bytes()
    check = verify_package(repacked(package, lambda files: listed_as(files, other)))
    assert [one.code for one in check.findings] == ["SOP760", "SOP750"]
    assert check.findings[0].message == (
        f"{SOP} should be the SOP of 99XX00 De Zeven Zeilen, 2026-2027, gepubliceerd; it is 99XX06 "
        "De Poldervogel, 2026-2027, concept."
    )


def test_a_changed_zorgplicht_is_found_though_its_checksum_is_right(package: Path) -> None:
    changed = edited(
        sample("99XX00").read_bytes(),
        lambda top: set_text(content_of(top, "vast.zorgplicht"), "Anders"),
    )
    assert faults(package, lambda files: listed_as(files, changed)) == [("SOP752", SOP)]


def test_a_sop_that_cannot_be_read_is_told(package: Path) -> None:
    check = verify_package(repacked(package, lambda files: listed_as(files, b"%PDF-1.7")))
    assert [one.code for one in check.findings] == ["SOP760"]
    assert "[SOP015]" in check.findings[0].message


def test_a_declaration_that_is_listed_nowhere_is_missed(package: Path) -> None:
    def forget(files: dict[str, bytes]) -> None:
        files.pop(SIGNED)
        with_manifest(
            files,
            lambda top: top.update(files=[one for one in top["files"] if one["path"] != SIGNED]),
        )

    assert [code for code, _ in faults(package, forget)] == ["SOP762", "SOP753"]


@pytest.mark.parametrize(
    ("manifest", "reason"),
    [
        (None, "there is no manifest.json in it"),
        (b"", "manifest.json: Expecting value"),
        (b"{", "manifest.json: Expecting property name"),
        (b"[" * 100_000, "manifest.json: "),
        (b"\xff\xfe\xfa", "manifest.json: "),
        (b"[]", "manifest.json: manifest.json is no table"),
        (b'{"format": "x"}', "manifest.json: it does not say that it is a delivery"),
        (b" " * (8 * 1024 * 1024 + 1), "manifest.json is too big"),
    ],
)
def test_a_manifest_that_cannot_be_read(
    manifest: bytes | None, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / "pakket.zip"
    files = {"a.txt": b"a"} | ({} if manifest is None else {"manifest.json": manifest})
    path.write_bytes(stored_zip(files))
    with pytest.raises(SopError) as caught:
        verify_package(path)
    assert caught.value.code == "SOP761"
    assert reason in caught.value.message


@pytest.mark.parametrize("name", ["../start.bat", "/start.bat", "C:start.bat", "a\\b.bat"])
def test_a_path_that_leads_out_of_the_package(name: str, tmp_path: Path) -> None:
    path = tmp_path / "pakket.zip"
    path.write_bytes(stored_zip({"manifest.json": b"{}", name: b"x"}))
    with pytest.raises(SopError) as caught:
        verify_package(path)
    assert caught.value.code == "SOP025"


def test_a_path_trick_in_the_manifest(package: Path) -> None:
    def trick(files: dict[str, bytes]) -> None:
        with_manifest(files, lambda top: top["files"][0].update(path="../../start.bat"))

    with pytest.raises(SopError) as caught:
        verify_package(repacked(package, trick))
    assert caught.value.code == "SOP761"
    assert "'../../start.bat' is no place in the package" in caught.value.message


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("manifest.json", "{}")
        bomb.writestr("scholen/a.docx", b"\0" * (64 * 1024 * 1024))
    path = tmp_path / "pakket.zip"
    path.write_bytes(held.getvalue())
    with pytest.raises(SopError) as caught:
        verify_package(path)
    assert caught.value.code == "SOP022"


def test_one_name_twice_is_refused(package: Path, tmp_path: Path) -> None:
    path = tmp_path / "pakket.zip"
    path.write_bytes(package.read_bytes())
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr(SIGNED, b"%PDF-1.7 anders")
    with pytest.raises(SopError) as caught:
        verify_package(path)
    assert caught.value.code == "SOP024"


@pytest.mark.parametrize(
    ("data", "code"), [(b"%PDF-1.7", "SOP015"), (b"", "SOP013"), (b"PK\3\4 x", "SOP021")]
)
def test_what_is_no_package(data: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "pakket.zip"
    path.write_bytes(data)
    with pytest.raises(SopError) as caught:
        verify_package(path)
    assert caught.value.code == code


def test_file_names_in_a_package_are_those_of_the_schools(package: Path) -> None:
    from sop_templates.engine.reading import read_file  # noqa: PLC0415 - for this test only

    assert word_file_name(read_file(sample("99XX00")).answers) == SOP.partition("/")[2]
    assert package.is_file()
