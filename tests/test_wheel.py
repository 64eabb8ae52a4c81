"""The wheel, installed elsewhere, does the main job without the checkout."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*words: str, folder: Path, **environment: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own commands
        words,
        cwd=folder,
        env={**os.environ, **environment},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
        *("--wheel-dir", str(folder), str(ROOT)),
        folder=folder,
    )
    (made,) = folder.glob("*.whl")
    return made


def test_it_holds_library_samples_addin_catalogue_and_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for part in (
        "sop_templates/library/haaglanden/model.docx",
        "sop_templates/library/haaglanden/model.prepared",
        "sop_templates/samples/regenboogbestuur/intake.xlsx",
        "sop_templates/addin/sop.xlam",
        "sop_templates/addin/LICENSES/xlwings.txt",
        "sop_templates/addin/word/manifest.xml",
        "sop_templates/addin/word/fields.json",
        "sop_templates/addin/word/reading/tape.js",
        "sop_templates/addin/word/icons/icon-32.png",
        "sop_templates/locale/nl/LC_MESSAGES/sop_templates.mo",
    ):
        assert part in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any(name.startswith(("tests/", "addin/", "docs/")) for name in names)


def test_it_runs_the_demo_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run(
        *(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(site)),
        str(wheel),
        folder=tmp_path,
    )
    where = "import sop_templates; print(sop_templates.__file__)"
    told = run(sys.executable, "-c", where, folder=tmp_path, PYTHONPATH=str(site))
    assert Path(told.strip()).is_relative_to(site)
    said = run(
        *(sys.executable, "-m", "sop_templates", "demo", "-o", "demo", "--json"),
        folder=tmp_path,
        PYTHONPATH=str(site),
    )
    assert [one["schools"] for one in json.loads(said)] == [12] * 5
