"""The manifest of a delivery: who sends what to whom, each file with its checksum; written and read."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from sop_templates.kinds.delivery import FILE_CHANGED, FILE_EXTRA, FILE_MISSING, FILE_OF_NO_SCHOOL
from sop_templates.language import _
from sop_templates.outcome import Finding, Place

FORMAT = "sop-templates delivery"
VERSION = 1
MANIFEST = "manifest.json"  # it names all files but itself
MANIFEST_BOOK = "manifest.xlsx"
SIGNED, NO_ADVICE = "signed", "no advice"  # what there is of a declaration
FORBIDDEN = ("\\", ":", "\0")  # in a path: what Windows reads as another place, what ends a name

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Party:
    """Who sends or gets a delivery.

    Attributes:
        kind: `board`, `school` (an eenpitter) or `region`.
        name: in words.
        number: of the board, or "".
        contact: whom to ask, or "".
    """

    kind: str
    name: str
    number: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file of a delivery.

    Attributes:
        path: its place in the package, with `/`.
        kind: `sop`, `pdf`, `declaration`, `summary`, `report` or `manifest`.
        school: vestigingscode, or "" where it is about all.
        size: bytes.
        sha256: checksum, 64 hexadecimal digits.
    """

    path: str
    kind: str
    school: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ListedSchool:
    """A school of a delivery.

    Attributes:
        code, name, year: which.
        status: of its SOP, or "" in an own format.
        format: `model`, `older` or `own`.
        advice: of the MR, or "".
        advice_day: ISO date, or "".
        decision_day: ISO date of the board's decision, or "".
        declaration: `signed`, or `no advice` where the MR gave none.
    """

    code: str
    name: str
    year: str
    status: str
    format: str
    advice: str
    advice_day: str
    decision_day: str
    declaration: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A school that is not in a delivery.

    Attributes:
        code, name: which.
        reasons: why, in words; none where there is no SOP of it.
    """

    code: str
    name: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """A delivery.

    Attributes:
        made: ISO date.
        year: the school year.
        model: id and version.
        sender, recipient: who.
        is_direct: whether a board of one school delivers, with no board of several between.
        schools: that are delivered.
        left_out: that are not.
        files: all of them but the manifest itself.
    """

    made: str
    year: str
    model: str
    sender: Party
    recipient: Party
    is_direct: bool
    schools: tuple[ListedSchool, ...]
    left_out: tuple[LeftOut, ...]
    files: tuple[ListedFile, ...]

    def as_json(self) -> dict[str, Any]:
        """The manifest as it is written."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "made": self.made,
            "year": self.year,
            "model": self.model,
            "sender": asdict(self.sender),
            "recipient": asdict(self.recipient),
            "direct": self.is_direct,
            "schools": [asdict(one) for one in self.schools],
            "left_out": [asdict(one) for one in self.left_out],
            "files": [asdict(one) for one in self.files],
        }


def manifest_from_data(data: object) -> Manifest:
    """The manifest of a package that was received.

    Args:
        data: its JSON, parsed.

    Raises:
        ValueError: it is no manifest of ours, or of a later version, lacks something, has a value
            of another type, a path twice or one that leads out of the package.
    """
    top = _table(data, MANIFEST)
    if top.get("format") != FORMAT:
        fault = _("it does not say that it is a delivery")
        raise ValueError(fault)
    if top.get("version") != VERSION:
        fault = _("it is of version {version}; this program reads version {own}").format(
            version=top.get("version"), own=VERSION
        )
        raise ValueError(fault)
    manifest = Manifest(
        made=_text(top, "made"),
        year=_text(top, "year"),
        model=_text(top, "model"),
        sender=_made(Party, top.get("sender")),
        recipient=_made(Party, top.get("recipient")),
        is_direct=top.get("direct") is True,
        schools=tuple(_made(ListedSchool, one) for one in _items(top, "schools")),
        left_out=tuple(_left_out(one) for one in _items(top, "left_out")),
        files=tuple(_made(ListedFile, one) for one in _items(top, "files")),
    )
    times = Counter(one.path.casefold() for one in manifest.files)
    for one in manifest.files:
        _check_path(one.path, times[one.path.casefold()])
    return manifest


def compare_files(manifest: Manifest, found: Mapping[str, tuple[int, str]]) -> Iterator[Finding]:
    """Where a package is not what its manifest says: files missing, changed, or not in it.

    Args:
        manifest: as received.
        found: size and checksum of each file of the package, by path.
    """
    listed = {one.path: one for one in manifest.files}
    for path, one in listed.items():
        if path not in found:
            yield Finding(FILE_MISSING, Place.named(path), {"path": path})
        elif found[path] != (one.size, one.sha256):
            yield Finding(FILE_CHANGED, Place.named(path), {"path": path})
    for path in found:
        if path not in listed and path != MANIFEST:
            yield Finding(FILE_EXTRA, Place.named(path), {"path": path})
    yield from _unlisted(manifest)


def _unlisted(manifest: Manifest) -> Iterator[Finding]:
    """What a school of the manifest needs and its list of files lacks; files of other schools."""
    codes = {school.code for school in manifest.schools}
    for one in manifest.files:
        if (one.school or one.kind == "sop") and one.school not in codes:
            values = {"path": one.path, "code": one.school}
            yield Finding(FILE_OF_NO_SCHOOL, Place.named(one.path), values)
    for school in manifest.schools:
        kinds = {one.kind for one in manifest.files if one.school == school.code}
        wanted = ("sop", "declaration") if school.declaration == SIGNED else ("sop",)
        for kind in wanted:
            if kind not in kinds:
                path = f"{kind} {school.code}"
                yield Finding(FILE_MISSING, Place.named(path), {"path": path})


def _check_path(path: str, times: int) -> None:
    steps = path.split("/")
    leads_out = path.startswith("/") or not {"", ".", ".."}.isdisjoint(steps)
    if leads_out or any(sign in path for sign in FORBIDDEN) or path == MANIFEST:
        fault = _("{path} is no place in the package").format(path=repr(path[:80]))
        raise ValueError(fault)
    if times > 1:
        fault = _("{path} is in it twice").format(path=repr(path[:80]))
        raise ValueError(fault)


def _made(kind: type[Item], data: object) -> Item:
    """A value of a plain dataclass whose attributes are texts and whole numbers."""
    table = _table(data, "…")
    wanted: Mapping[str, type] = kind.__annotations__
    values = {name: table.get(name) for name in wanted}
    for name, value in values.items():
        if not isinstance(value, wanted[name]) or isinstance(value, bool):
            fault = _("{name} is {value}").format(name=name, value=repr(value)[:40])
            raise ValueError(fault)  # noqa: TRY004 - one kind of error for whatever is wrong with it
    return kind(**values)


def _left_out(data: object) -> LeftOut:
    table = _table(data, "left_out")
    reasons = _items(table, "reasons")
    return LeftOut(_text(table, "code"), _text(table, "name"), tuple(map(str, reasons)))


def _table(data: object, name: str) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        fault = _("{name} is no table").format(name=name)
        raise ValueError(fault)  # noqa: TRY004 - as above
    return data


def _items(table: Mapping[str, Any], name: str) -> list[Any]:
    value = table.get(name)
    if not isinstance(value, list):
        fault = _("{name} is no list").format(name=name)
        raise ValueError(fault)  # noqa: TRY004 - as above
    return value


def _text(table: Mapping[str, Any], name: str) -> str:
    value = table.get(name)
    if not isinstance(value, str):
        fault = _("{name} is no text").format(name=name)
        raise ValueError(fault)  # noqa: TRY004 - as above
    return value
