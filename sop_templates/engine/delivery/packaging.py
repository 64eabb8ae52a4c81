"""Packs the delivery to the samenwerkingsverband: all that is ready, or nothing at all."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from sop_templates.engine.batch import Failure, Progress
from sop_templates.engine.delivery.files import delivery_files
from sop_templates.engine.delivery.schools import DeliverySchool, examine_folder
from sop_templates.errors import SopError
from sop_templates.formats.archive import MAX_UNPACKED
from sop_templates.formats.files import MEGABYTE, write_whole
from sop_templates.formats.stored_zip import stored_zip
from sop_templates.kinds.delivery import TOO_BIG_TO_DELIVER
from sop_templates.kinds.files import FILE_EXISTS
from sop_templates.outcome import Finding, Severity

LEFT = Severity.WARNING  # how bad it is that a school is left out of a package that was asked for


@dataclass(frozen=True, slots=True)
class PackageResult:
    """What `sop package` did.

    Attributes:
        file: the package; "" where it was refused.
        sha256: its checksum, or "".
        year: the school year that it is about.
        schools: all of which there is a SOP of that year, with why one is not ready.
        delivered: codes of those in the package.
        undelivered: schools of the roster without a SOP, code and name.
        findings: on the folder, on schools that are not ready, on what could not be made.
        failures: Word files that could not be read.
    """

    file: str
    sha256: str
    year: str
    schools: list[DeliverySchool]
    delivered: list[str]
    undelivered: list[tuple[str, str]]
    findings: list[Finding] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """As `--json` gives it."""
        return {
            "package": self.file or None,
            "sha256": self.sha256 or None,
            "year": self.year,
            "schools": [
                one.as_json() | {"delivered": one.code in self.delivered} for one in self.schools
            ],
            "undelivered": [{"code": code, "name": name} for code, name in self.undelivered],
            "findings": [one.as_json() | {"file": one.file} for one in self.findings],
            "failed": [one.as_json() for one in self.failures],
        }


def make_package(
    paths: Sequence[Path],
    out: Path,
    *,
    today: date,
    only_ready: bool = False,
    pdf: bool = True,
    year: str | None = None,
    model_name: str | None = None,
    force: bool = False,
    jobs: int = 0,
    progress: Progress | None = None,
) -> PackageResult:
    """Packs the SOPs of a board with all that belongs to them, or says why not.

    Refused, with nothing written, when any school whose SOP is there is not ready, or a Word file
    cannot be read; with `only_ready`, when no school is ready. Schools of the roster without a SOP
    keep nobody waiting; the manifest names them.

    Args:
        paths: folders with SOPs and declarations of the MR, `board.toml` beside or above them.
        out: the package, a `.zip`.
        today: the day in manifest, summary and report.
        only_ready: whether the schools that are ready are delivered without the others.
        pdf: whether PDF is made where LibreOffice is there.
        year: the school year; else the latest of which there is a SOP.
        model_name: the model where files do not say theirs.
        force: whether a package that exists is replaced.
        jobs: the number of processes that read; 0 chooses.
        progress: told after each SOP that was read.

    Raises:
        SopError: a path does not exist, there is no SOP, the package exists, or would be too big.
    """
    if out.exists() and not force:
        raise SopError(FILE_EXISTS, out)
    folder = examine_folder(paths, year=year, model_name=model_name, jobs=jobs, progress=progress)
    ready = [one for one in folder.schools if one.is_ready]
    blocked = [finding for one in folder.schools for finding in one.reasons]
    is_refused = not ready or (not only_ready and bool(blocked or folder.failures))
    if not is_refused:  # who asks for the ready ones knows that others stay behind
        blocked = [replace(one, changed_severity=LEFT) for one in blocked]
    findings = [*folder.findings, *blocked]
    findings += [finding for one in folder.schools for finding in one.hints]
    checksum = ""
    if not is_refused:
        files = delivery_files(folder, ready, today=today, pdf=pdf)
        findings += files.findings
        size = sum(len(data) for data in files.data.values())
        if size > MAX_UNPACKED:
            values = {"size": size // MEGABYTE, "limit": MAX_UNPACKED // MEGABYTE}
            raise SopError(TOO_BIG_TO_DELIVER, out, **values)
        package = stored_zip(files.data)
        write_whole(out, package, force=force)
        checksum = hashlib.sha256(package).hexdigest()
    return PackageResult(
        "" if is_refused else str(out),
        checksum,
        folder.year,
        folder.schools,
        [] if is_refused else [one.code for one in ready],
        folder.undelivered,
        findings,
        folder.failures,
    )
