"""Compares the files of two years, or two states of one: per school and question what changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sop_templates.domain.comparison import Change, compare_answers, pair_up, yearly_keys
from sop_templates.domain.fixed_texts import FixedTextState
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, Model
from sop_templates.domain.proposing import proposal_field, propose
from sop_templates.engine.batch import Failure, Progress
from sop_templates.engine.gathering import Gathered, gather
from sop_templates.engine.models import open_model
from sop_templates.engine.reading import ReadRecord
from sop_templates.engine.route.school_years import newest_of_each, year_of
from sop_templates.engine.school_files import gather_sops
from sop_templates.kinds.batches import OLDER_COPY
from sop_templates.kinds.rolling import ANOTHER_MODEL, ANOTHER_SCHOOL
from sop_templates.outcome import Finding


@dataclass(frozen=True, slots=True)
class FixedChange:
    """A fixed text that stands otherwise now.

    Attributes:
        key, title: of the text.
        before, after: `intact`, `changed` or `missing`.
    """

    key: str
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two files: its name as the user gave it, and its school year or ""."""

    file: str
    year: str


@dataclass(frozen=True, slots=True)
class SchoolChanges:
    """What changed in the SOP of a school.

    Attributes:
        code, name: of the school, by the newer file; "" where it says none.
        before, after: the files; None where there is none.
        changes: in the order of the model, but for what differs each year by itself.
        yearly: those: school year, dates, advice, decision, evaluation, status.
        fixed: fixed texts that stand otherwise.
        proposal: rich text that says in the document itself what changed, or "".
        proposed: the question that it answers, or "".
    """

    code: str
    name: str
    before: Side | None
    after: Side | None
    changes: tuple[Change, ...] = ()
    yearly: tuple[Change, ...] = ()
    fixed: tuple[FixedChange, ...] = ()
    proposal: str = ""
    proposed: str = ""

    @property
    def is_in_both(self) -> bool:
        """Whether there are two files to compare."""
        return self.before is not None and self.after is not None

    def as_json(self) -> dict[str, Any]:
        """As `--json` gives it."""
        return {
            "vestigingscode": self.code,
            "name": self.name,
            "before": _side_json(self.before),
            "after": _side_json(self.after),
            "changes": [*map(_change_json, self.changes)],
            "yearly": [*map(_change_json, self.yearly)],
            "fixed_texts": [
                {"key": one.key, "before": one.before, "after": one.after} for one in self.fixed
            ],
            "proposal": self.proposal or None,
        }


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison gives.

    Attributes:
        old, new: what was compared, as the user gave it.
        schools: those of now first, then those that are gone.
        findings: on files that do not belong together, and on older copies.
        failures: files that could not be read.
    """

    old: str
    new: str
    schools: list[SchoolChanges] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def compare(
    old: Path,
    new: Path,
    *,
    model_name: str | None = None,
    jobs: int = 0,
    progress: Progress | None = None,
) -> Compared:
    """Compares two files, or the schools of two folders.

    Args:
        old: a Word file, or a folder of them; of several years of a school the last one counts.
        new: likewise. Two files are compared with each other, whatever they say of their school.
        model_name: of files that do not say theirs.
        jobs: the number of processes; 0 chooses.
        progress: told after each file.

    Raises:
        SopError: a path does not exist, or holds no Word file.
    """
    then = _read(old, model_name, jobs, progress)
    now = _read(new, model_name, jobs, progress)
    found = Compared(str(old), str(new), failures=[*then.failures, *now.failures])
    before, after = newest_of_each(then.records), newest_of_each(now.records)
    both = pair_up(before, after, lambda one: one.answers)
    if old.is_file() and new.is_file():
        both = [(was, one) for was in before for one in after]
    for was, now_read in both:
        found.schools.append(compare_records(was, now_read))
        found.findings.extend(_findings(was, now_read))
    return found


def _read(path: Path, model_name: str | None, jobs: int, progress: Progress | None) -> Gathered:
    """The SOPs of a folder, letters and minutes passed over; or the file, which must be one."""
    if path.is_dir():
        found = gather_sops([path], model_name=model_name, jobs=jobs, progress=progress)
        if found.records or found.failures:
            return found
    return gather([path], model_name=model_name, jobs=jobs, progress=progress)


def compare_records(before: ReadRecord | None, after: ReadRecord | None) -> SchoolChanges:
    """What changed between two files of a school; either may be missing, not both."""
    named = after or before
    assert named is not None
    school = SchoolChanges(
        code=str(named.answers.get(SCHOOL_CODE) or ""),
        name=str(named.answers.get(SCHOOL_NAME) or ""),
        before=_side(before),
        after=_side(after),
    )
    if before is None or after is None:
        return school
    model = open_model(after.model)
    yearly, asked = yearly_keys(model), proposal_field(model)
    changes = compare_answers(model, before.answers, after.answers)
    return SchoolChanges(
        code=school.code,
        name=school.name,
        before=school.before,
        after=school.after,
        changes=tuple(one for one in changes if one.field.key not in yearly),
        yearly=tuple(one for one in changes if one.field.key in yearly),
        fixed=tuple(_fixed_changes(model, before, after)),
        proposal=propose(model, changes, year_of(before)) if asked else "",
        proposed=asked.title if asked else "",
    )


def _fixed_changes(model: Model, before: ReadRecord, after: ReadRecord) -> Iterator[FixedChange]:
    for key, text in model.fixed_texts.items():
        was, now = (_state(one, key) for one in (before, after))
        if was and now and was != now:
            yield FixedChange(key, text.title, was, now)


def _state(record: ReadRecord, key: str) -> str:
    """How a fixed text stands; other quotes or dashes are no change. "" for one of another model."""
    state = record.fixed_texts.get(key, "")
    return FixedTextState.INTACT.value if state == FixedTextState.TYPOGRAPHIC else state


def _side(record: ReadRecord | None) -> Side | None:
    return None if record is None else Side(record.file, year_of(record))


def _findings(before: ReadRecord | None, after: ReadRecord | None) -> Iterator[Finding]:
    for one in (before, after):
        if one is not None:
            yield from (finding for finding in one.findings if finding.kind is OLDER_COPY)
    if before is None or after is None:
        return
    was, now = (open_model(one.model).id for one in (before, after))
    if was != now:
        values = {"before": was, "after": now}
        yield Finding(ANOTHER_MODEL, values=values, file=after.file)
    codes = [one.answers.get(SCHOOL_CODE) for one in (before, after)]
    if all(codes) and codes[0] != codes[1]:
        named = {"before": _school(before), "after": _school(after)}
        yield Finding(ANOTHER_SCHOOL, values=named, file=after.file)


def _school(record: ReadRecord) -> str:
    words = (record.answers.get(key) for key in (SCHOOL_CODE, SCHOOL_NAME))
    return " ".join(str(word) for word in words if word)


def _side_json(side: Side | None) -> dict[str, str | None] | None:
    return None if side is None else {"file": side.file, "year": side.year or None}


def _change_json(change: Change) -> dict[str, Any]:
    return {
        "key": change.field.key,
        "label": change.field.label,
        "kind": change.kind.value,
        "item": change.item or None,
        "column": change.column.key if change.column else None,
        "before": change.before or None,
        "after": change.after or None,
        "internal": change.field.internal,
    }


def count_changes(schools: Sequence[SchoolChanges]) -> int:
    """How many changes there are, those of each year left out."""
    return sum(len(one.changes) + len(one.fixed) for one in schools)
