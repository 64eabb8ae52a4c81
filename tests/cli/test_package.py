"""`sop package` as its users meet it: exit codes, JSON, what is said at the end."""

from pathlib import Path

import pytest

from tests.support.command_line import sop
from tests.support.deliveries import change_answers, ready_folder, repacked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ready_folder(tmp_path / "board")


def test_packing_and_checking_on_arrival(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "aanlevering.zip"
    packed = sop("package", folder, "-o", out, "--no-pdf", lang="en")
    assert packed.code == 0
    assert f"2 schools packed: {out}" in packed.out
    assert "SHA-256: " in packed.out
    checked = sop("package", "--verify", out, lang="en")
    assert checked.code == 0
    assert "All is well: 7 files of 2 schools, from Stichting Boog." in checked.out


def test_a_refusal_ends_with_1_writes_nothing_and_says_how_to_go_on(
    folder: Path, tmp_path: Path
) -> None:
    change_answers(folder, "99XX00", vaststelling__status="bij MR")
    out = tmp_path / "aanlevering.zip"
    said = sop("package", folder, "-o", out, "--no-pdf", lang="en")
    assert said.code == 1
    assert "[SOP750]" in said.out
    assert "Nothing was packed: 1 of 2 schools are not ready." in said.out
    assert "--only-ready packs the others." in said.out
    assert not out.exists()
    assert sop("package", folder, "-o", out, "--no-pdf", "--only-ready").code == 0


def test_the_result_as_json(folder: Path, tmp_path: Path) -> None:
    change_answers(folder, "99XX00", vaststelling__status="bij MR")
    out = tmp_path / "aanlevering.zip"
    refused = sop("package", folder, "-o", out, "--no-pdf", "--json")
    assert refused.json["package"] is None
    ready = {one["code"]: one["ready"] for one in refused.json["schools"]}
    assert ready == {"99XX00": False, "99XX03": True}
    packed = sop("package", folder, "-o", out, "--no-pdf", "--json", "--only-ready")
    assert packed.json["package"] == str(out)
    assert [one["delivered"] for one in packed.json["schools"]] == [False, True]
    checked = sop("package", "--verify", out, "--json")
    assert checked.json["ok"] is True
    assert [one["code"] for one in checked.json["manifest"]["schools"]] == ["99XX03"]


def test_a_package_that_was_changed_ends_with_1(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "aanlevering.zip"
    sop("package", folder, "-o", out, "--no-pdf", "--quiet")
    changed = repacked(out, lambda files: files.update({"start.bat": b"x"}))
    said = sop("package", "--verify", changed)
    assert said.code == 1
    assert "[SOP763]" in said.out


def test_what_is_no_package_ends_with_3(tmp_path: Path) -> None:
    path = tmp_path / "brief.zip"
    path.write_bytes(b"%PDF-1.7")
    assert sop("package", "--verify", path).code == 3
    assert sop("package", "--verify", tmp_path / "weg.zip").code == 3


def test_wrong_usage_ends_with_2(folder: Path) -> None:
    assert sop("package", "-o", "x.zip").code == 2
    assert sop("package", folder).code == 2
