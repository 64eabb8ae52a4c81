"""Types in fields of Word files as a user of LibreOffice does, and saves them in any format.

This file runs twice: tests import it, and it hands itself to a Python that has `uno` (Debian's own),
which drives one LibreOffice through all jobs.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SECONDS = 300
PYTHONS = ("/usr/bin/python3", "/usr/lib/libreoffice/program/python", "python3")
FILTERS = {"docx": "MS Word 2007 XML", "odt": "writer8", "doc": "MS Word 97"}


@dataclass(frozen=True)
class Job:
    """A file to type in.

    Attributes:
        source: the file.
        typed: by bookmark, what is typed at the beginning of what it holds.
        saved: the files to save it as; their endings say the formats.
    """

    source: Path
    typed: Mapping[str, str]
    saved: Sequence[Path]


def type_in_libreoffice(jobs: Iterable[Job], folder: Path) -> dict[str, list[str]]:
    """Opens each file, types, and saves it.

    Args:
        jobs: what to do.
        folder: for the profile and the list of jobs.

    Returns:
        By source, the bookmarks that were not found.
    """
    import pytest  # noqa: PLC0415 - the other Python has none

    office, python = shutil.which("soffice"), _python_with_uno()
    if office is None or python is None:
        words = "LibreOffice with UNO for Python: apt install libreoffice-writer python3-uno"
        if os.environ.get("CI"):
            pytest.fail(f"missing in CI: {words}")
        pytest.skip(words)
    listed = [
        {
            "source": one.source.as_uri(),
            "name": str(one.source),
            "typed": dict(one.typed),
            "saved": [[path.as_uri(), FILTERS[path.suffix[1:]]] for path in one.saved],
        }
        for one in jobs
    ]
    plan = folder / "jobs.json"
    plan.write_text(json.dumps({"office": office, "folder": str(folder), "jobs": listed}))
    done = subprocess.run(  # noqa: S603 - a fixed program on files that the test made
        [python, __file__, str(plan)], capture_output=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def _python_with_uno() -> str | None:
    for name in PYTHONS:
        if (path := shutil.which(name)) and not subprocess.run(  # noqa: S603 - a fixed program
            [path, "-c", "import uno"], capture_output=True, check=False
        ).returncode:
            return path
    return None


def _drive(plan: dict[str, Any]) -> dict[str, list[str]]:
    """What the other Python does: starts LibreOffice, works through the jobs, ends it."""
    folder = Path(plan["folder"])
    pipe = f"sop-{os.getpid()}"
    office = subprocess.Popen(  # noqa: S603 - the program that the test found
        [
            plan["office"],
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        context = _connected(pipe)
        manager = context.ServiceManager
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        helper = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        found = {job["name"]: _worked(desktop, helper, job) for job in plan["jobs"]}
        desktop.terminate()
        office.wait(timeout=30)
    finally:
        office.kill()
    return found


def _connected(pipe: str) -> Any:
    import uno  # type: ignore[import-not-found]  # noqa: PLC0415 - only the other Python has it

    local = uno.getComponentContext()
    name = "com.sun.star.bridge.UnoUrlResolver"
    resolver = local.ServiceManager.createInstanceWithContext(name, local)
    address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    for _ in range(120):
        try:
            return resolver.resolve(address)
        except Exception:  # noqa: BLE001 - not there yet; UNO's own exceptions have no common parent here
            time.sleep(0.5)
    sys.exit("LibreOffice did not answer")


def _worked(desktop: Any, helper: Any, job: dict[str, Any]) -> list[str]:
    document = desktop.loadComponentFromURL(job["source"], "_blank", 0, _values(Hidden=True))
    controller = document.getCurrentController()
    marks = document.getBookmarks()
    missing = []
    for name, words in job["typed"].items():
        if not marks.hasByName(name):
            missing.append(name)
            continue
        cursor = controller.getViewCursor()
        cursor.gotoRange(marks.getByName(name).getAnchor().getStart(), False)  # noqa: FBT003 - UNO takes no keywords
        cursor.goRight(1, False)  # noqa: FBT003 - as above
        helper.executeDispatch(controller.getFrame(), ".uno:InsertText", "", 0, _values(Text=words))
    for address, name in job["saved"]:
        document.storeToURL(address, _values(FilterName=name))
    document.close(True)  # noqa: FBT003 - as above
    return missing


def _values(**named: Any) -> tuple[Any, ...]:
    from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]  # noqa: PLC0415 - UNO's

    made = []
    for name, value in named.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


if __name__ == "__main__":
    json.dump(_drive(json.loads(Path(sys.argv[1]).read_text())), sys.stdout)
