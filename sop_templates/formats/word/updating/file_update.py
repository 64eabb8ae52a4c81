"""A finished Word file with some answers written into it: parts that do not change lie in it as before."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from sop_templates.formats.archive import Package, open_package
from sop_templates.formats.word.filling.additions import Additions
from sop_templates.formats.word.filling.control_cutting import Numbers
from sop_templates.formats.word.filling.element_strings import Namespaces
from sop_templates.formats.word.filling.fixed_parts import numbering_around
from sop_templates.formats.word.filling.package_relations import (
    find_part,
    part_text,
    read_relations,
)
from sop_templates.formats.word.filling.package_writing import NOTHING, copied, packed, zipped
from sop_templates.formats.word.filling.template_looks import read_looks
from sop_templates.formats.word.finished.meanings import read_meanings
from sop_templates.formats.word.names import NAMESPACES, qn
from sop_templates.formats.word.updating.answer_writing import Pen
from sop_templates.formats.word.updating.changes import Change, Obstacle
from sop_templates.formats.word.updating.package_parts import (
    changed_relations,
    dated,
    first_relation,
    kept_parts,
    numbering_with,
)
from sop_templates.formats.word.updating.places import Place, StoryPlaces
from sop_templates.formats.word.updating.shown_again import show_again
from sop_templates.formats.word.updating.trees import ID, SDT_PR, VAL

STORIES = ("header", "footer", "footnotes", "endnotes")  # beside the document

_RELATION = qn("r:id")


@dataclass(frozen=True, slots=True)
class FileChanges:
    """What becomes of a file.

    Attributes:
        changes: the answers that are written.
        kept: what the file keeps as filled last, JSON.
        modified: when it is saved, ISO 8601 in UTC; "" leaves the file's own date.
        renamed: answers that the file shows again in headers and in its title: new by old.
    """

    changes: tuple[Change, ...]
    kept: str
    modified: str = ""
    renamed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """What came of it.

    Attributes:
        data: the file; what was refused is not written in it.
        refused: why, by the tag of the change.
    """

    data: bytes
    refused: Mapping[str, Obstacle]


def change_file(
    data: bytes, what: FileChanges, is_prompt: Callable[[str], bool], file: str = ""
) -> ChangedFile:
    """Writes answers into a finished Word file, and nothing else of it.

    Args:
        data: the file.
        what: what becomes of it.
        is_prompt: whether a text is a prompt and no answer.
        file: its name, for messages.

    Returns:
        The new file. A change of which one place has an obstacle is written in none.

    Raises:
        SopError: it is no Word file, damaged or unsafe.
        ValueError: a value has a character that XML cannot hold; canonical answers have none.
    """
    return _Changing(open_package(data, file), is_prompt).make(data, what)


def is_signed(data: bytes, file: str = "") -> bool:
    """Whether a file is signed digitally: any change would break the signature.

    Raises:
        SopError: it is no Office file, damaged or unsafe.
    """
    return any(name.startswith("_xmlsignatures/") for name in open_package(data, file).names)


def is_strict(data: bytes, file: str = "") -> bool:
    """Whether a file is "Strict Open XML": its names are not those of what is written.

    Raises:
        SopError: it is no Office file, damaged or unsafe.
    """
    package = open_package(data, file)
    main = find_part(read_relations(package, ""), "officeDocument")
    return main in package and package.xml(main).tag != qn("w:document")


@dataclass(frozen=True, slots=True)
class _Story:
    """A story that is being changed.

    Attributes:
        name: of its part.
        root: of its tree.
        pen: what writes in it.
        writes: the places that are written.
    """

    name: str
    root: etree._Element
    pen: Pen
    writes: list[Place]


class _Changing:
    """A file that is being changed."""

    def __init__(self, package: Package, is_prompt: Callable[[str], bool]) -> None:
        self.package = package
        self.main = find_part(read_relations(package, ""), "officeDocument")
        relations = read_relations(package, self.main)
        names = [find_part(relations, kind) for kind in ("styles", "numbering", "glossaryDocument")]
        styles, numbering, glossary = (package.xml(name) if name else None for name in names)
        self.looks = read_looks(styles, numbering, glossary)
        first_list = 1 if numbering is None else numbering_around(names[1], numbering).first
        beside = sorted({one.part for one in relations if one.kind in STORIES})
        trees = {name: package.xml(name) for name in (self.main, *beside) if name in package}
        numbered = [*trees.values(), *(() if glossary is None else (glossary,))]
        self.added = Additions(_free_numbers(numbered), count(first_list))
        meanings = read_meanings(*(package.read(name) if name else b"" for name in names[:2]))
        self.stories = [
            _Story(name, root, Pen(self.looks, meanings, self.added, is_prompt, _names(root)), [])
            for name, root in trees.items()
            if root.nsmap.get("w") == NAMESPACES["w"]  # as in the strings that are written
        ]

    def make(self, data: bytes, what: FileChanges) -> ChangedFile:
        """Makes the changes; once."""
        refused = self._place(what.changes)
        parts, targets = kept_parts(self.package, what.kept)
        for story in self.stories:
            parts |= self._write(story, what.renamed, targets if story.name == self.main else ())
        if self.main not in {one.name for one in self.stories}:
            parts |= changed_relations(self.package, self.main, {}, (), targets)
        lists = self.added.numbered_lists
        parts |= numbering_with(self.package, self.main, self.looks.numbering, lists)
        if what.modified:
            parts |= dated(self.package, what.modified, what.renamed)
        return ChangedFile(_zipped(data, parts), refused)

    def _place(self, changes: Sequence[Change]) -> dict[str, Obstacle]:
        """Finds where each change goes; gives why those that go nowhere do not."""
        finders = [(one, StoryPlaces(one.root, one.pen)) for one in self.stories]
        refused = {}
        for change in changes:
            places = [(story, place) for story, finder in finders for place in finder.find(change)]
            obstacle = next((one.obstacle for _, one in places if one.obstacle), None)
            if not places or obstacle:
                refused[change.tag] = obstacle or Obstacle.NO_PLACE
                continue
            for story, place in places:
                story.writes.append(place)
        return refused

    def _write(
        self, story: _Story, renamed: Mapping[str, str], targets: Sequence[str]
    ) -> dict[str, str]:
        """The parts of a story that change."""
        before = _links(story.root)
        self.added.begin_story(count(first_relation(self.package, story.name)))
        for place in story.writes:
            place.write(story.pen)
        parts = {}
        if show_again(story.root, renamed) or story.writes:
            parts[story.name] = part_text(story.root)
        gone = before - _links(story.root)
        gone = gone and gone - {value for one in story.root.iter() for value in one.attrib.values()}
        return parts | changed_relations(self.package, story.name, self.added.links, gone, targets)


def _names(root: etree._Element) -> Namespaces:
    """What a story declares, with the name that links need."""
    return {**root.nsmap, "r": NAMESPACES["r"]}


def _free_numbers(roots: Sequence[etree._Element]) -> Iterator[int]:
    """Numbers (`w:id`) that no control of these parts has."""
    numbers = Numbers()
    for root in roots:
        for properties in root.iter(SDT_PR):
            own = properties.find(ID)
            numbers.own("" if own is None else own.get(VAL, ""))
    return count(numbers.first_free())


def _links(root: etree._Element) -> set[str]:
    """The ids of relationships that links use."""
    return {one.get(_RELATION, "") for one in root.iter(qn("w:hyperlink"))}


def _zipped(data: bytes, changed: Mapping[str, str]) -> bytes:
    """The file with some parts in another form, or more of them; the others as they lie in it."""
    parts = copied(data)
    parts |= {name: packed(name, text) for name, text in changed.items()}
    return zipped(NOTHING, list(parts.values()))
