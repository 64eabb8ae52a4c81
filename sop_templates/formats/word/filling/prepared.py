"""A prepared template: all that depends on the template alone, as plain text that can be kept.

Preparing takes about fifty times as long as filling. What comes out is text: Jinja sources, the strings
of the controls, the parts around what each file adds. It can lie beside the template as JSON, and is
used as long as the template is, byte for byte, the one that it was made of.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from sop_templates.formats.word.filling.control_markup import ControlMarkup, Shape
from sop_templates.formats.word.filling.package_writing import NOTHING, packed, zipped
from sop_templates.formats.word.filling.story_plans import Plan

FORMAT = 2  # of the kept text; another one is made anew
CONTENT = "prepared.json"


@dataclass(frozen=True, slots=True)
class Around:
    """The text of a part that each file adds to: before and after what is added.

    Attributes:
        name: of the part.
        before: the text up to what is added.
        after: the text behind it.
        first: the first number that is free for what is added.
    """

    name: str
    before: str
    after: str
    first: int

    def text(self, added: str) -> str:
        """The whole part."""
        return f"{self.before}{added}{self.after}"


@dataclass(frozen=True, slots=True)
class Story:
    """A part that answers go into.

    Attributes:
        name: of the part, e.g. `word/document.xml`.
        source: its Jinja template; "" where it has a plan.
        plan: how it is written without Jinja, see `story_plans`; None where it needs Jinja.
        relations: the part of its relationships, to which links are added; None where it holds none.
        always: whether that part stands in a file without links, too.
    """

    name: str
    source: str
    plan: Plan | None = None
    relations: Around | None = None
    always: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """A prepared template.

    Attributes:
        checksum: SHA-256 of the template, hexadecimal.
        stories: the parts that answers go into, the document first.
        controls: of all stories; `control_3` in a source is the fourth.
        text_looks: looks of runs with an owner's own expressions; `text_0` is the first.
        first_number: from here on, numbers for repeated controls are free.
        fixed: text of the parts that each file has in another form than the template.
        properties: the custom properties; what is added are properties.
        numbering: the numbering, to which numbered lists are added; None where it has none.
        abstract: id of the numbering definition that they follow.
        kept: name of the part that keeps the answers.
        varies: whether tables have columns in loops, so that their grid differs from file to file.
    """

    checksum: str
    stories: tuple[Story, ...]
    controls: tuple[ControlMarkup, ...]
    text_looks: tuple[str, ...]
    first_number: int
    fixed: Mapping[str, str]
    properties: Around
    numbering: Around | None
    abstract: str
    kept: str
    varies: bool = False


def checksum(template: bytes) -> str:
    """What a template is known by: SHA-256, hexadecimal."""
    return hashlib.sha256(template).hexdigest()


def pack_prepared(prepared: Prepared) -> bytes:
    """A prepared template as a file: a zip with JSON in it, the same bytes each time."""
    data = {"format": FORMAT, **asdict(prepared)}
    text = json.dumps(data, ensure_ascii=False, indent=0, sort_keys=True)
    return zipped(NOTHING, [packed(CONTENT, text)])


def unpack_prepared(data: bytes, template: bytes) -> Prepared | None:
    """What was prepared, from its file; None if it is of another format or of another template.

    It holds text only: whoever changes it can spoil the files that are made with it, no more. A file
    that cannot be read is as good as none, because what it holds can be made again.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            content = json.loads(archive.read(CONTENT))
        if content.pop("format") != FORMAT or content["checksum"] != checksum(template):
            return None
        return _prepared(content)
    except (BadZipFile, KeyError, TypeError, ValueError):
        return None


def _prepared(data: Mapping[str, Any]) -> Prepared:
    made = {
        "stories": tuple(map(_story, data["stories"])),
        "controls": tuple(map(_control, data["controls"])),
        "text_looks": tuple(data["text_looks"]),
        "properties": Around(**data["properties"]),
        "numbering": _around(data["numbering"]),
    }
    return Prepared(**{**data, **made})


def _story(data: Mapping[str, Any]) -> Story:
    return Story(**{**data, "relations": _around(data["relations"])})


def _around(data: Mapping[str, Any] | None) -> Around | None:
    return None if data is None else Around(**data)


def _control(data: Mapping[str, Any]) -> ControlMarkup:
    lists = {name: tuple(value) for name, value in data.items() if isinstance(value, list)}
    return ControlMarkup(**{**data, **lists, "shape": Shape(data["shape"])})
