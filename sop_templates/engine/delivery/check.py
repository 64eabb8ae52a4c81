"""Checks a delivery that was received: each file there, unchanged, and the SOP that it is said to be."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sop_templates.domain.answers import Answers
from sop_templates.domain.delivery_manifest import (
    MANIFEST,
    ListedFile,
    ListedSchool,
    Manifest,
    compare_files,
    manifest_from_data,
)
from sop_templates.domain.handover import handover_reasons, school_name
from sop_templates.domain.model import SCHOOL_YEAR, STATUS
from sop_templates.engine.delivery.schools import school_file
from sop_templates.engine.reading import read_bytes
from sop_templates.errors import SopError
from sop_templates.formats.archive import MAX_UNPACKED, Package, open_package
from sop_templates.formats.files import MEGABYTE, read_whole
from sop_templates.kinds.delivery import BAD_MANIFEST, SAYS_OTHERWISE
from sop_templates.language import _
from sop_templates.outcome import Finding, Place

MAX_MANIFEST = 8 * MEGABYTE  # of 6,000 schools it has five


@dataclass(frozen=True, slots=True)
class DeliveryCheck:
    """What the check of a delivery says.

    Attributes:
        file: the package, as the user gave it.
        manifest: what it says to hold.
        findings: where it is not so; none where all is well.
    """

    file: str
    manifest: Manifest
    findings: list[Finding]

    def as_json(self) -> dict[str, Any]:
        """As `--json` gives it."""
        return {
            "package": self.file,
            "ok": not self.findings,
            "manifest": self.manifest.as_json(),
            "findings": [one.as_json() for one in self.findings],
        }


def verify_package(path: Path) -> DeliveryCheck:
    """Checks a package: its directory, its manifest, each file, and what each SOP says.

    Nothing is written; what would unpack to too much is not unpacked.

    Raises:
        SopError: it is no package, damaged, unsafe, or its manifest cannot be read.
    """
    package = open_package(read_whole(path, MAX_UNPACKED), path)
    manifest = _manifest(package)
    found: dict[str, tuple[int, str]] = {}
    for name in package.names:
        data = package.read(name)
        found[name] = (len(data), hashlib.sha256(data).hexdigest())
    findings = list(compare_files(manifest, found))
    findings += _contents(package, manifest)
    return DeliveryCheck(str(path), manifest, [one.in_file(str(path)) for one in findings])


def _manifest(package: Package) -> Manifest:
    if MANIFEST not in package:
        raise SopError(
            BAD_MANIFEST, package.file, reason=_("there is no {name} in it").format(name=MANIFEST)
        )
    data = package.read(MANIFEST)
    if len(data) > MAX_MANIFEST:
        raise SopError(
            BAD_MANIFEST, package.file, reason=_("{name} is too big").format(name=MANIFEST)
        )
    try:
        return manifest_from_data(json.loads(data))
    except (ValueError, RecursionError) as error:
        reason = str(error).partition("\n")[0]
        raise SopError(BAD_MANIFEST, package.file, reason=f"{MANIFEST}: {reason}") from error


def _contents(package: Package, manifest: Manifest) -> Iterator[Finding]:
    """Where a SOP is not the one that the manifest lists, or does not meet the rules of a delivery."""
    schools = {one.code: one for one in manifest.schools}
    declared = Counter(one.school for one in manifest.files if one.kind == "declaration")
    for file in manifest.files:
        listed = schools.get(file.school)
        if file.kind != "sop" or listed is None or file.path not in package:
            continue
        try:
            record = read_bytes(package.read(file.path), file.path)
        except SopError as error:
            yield _otherwise(file, listed, f"{error.message} [{error.code}]")
            continue
        found = _said(record.answers)
        if found != _told(listed):
            yield _otherwise(file, listed, found)
        reasons = handover_reasons(school_file(record, declared[file.school]))
        yield from (replace(one, place=Place.named(file.path)) for one in reasons)


def _otherwise(file: ListedFile, listed: ListedSchool, found: str) -> Finding:
    values = {"path": file.path, "listed": _told(listed), "found": found}
    return Finding(SAYS_OTHERWISE, Place.named(file.path), values)


def _told(school: ListedSchool) -> str:
    return ", ".join(
        word for word in (f"{school.code} {school.name}", school.year, school.status) if word
    )


def _said(answers: Answers) -> str:
    told = (school_name(answers), answers[SCHOOL_YEAR], answers[STATUS])
    return ", ".join(word for word in told if word)
