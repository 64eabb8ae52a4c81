"""A mail-merge document of Word: what it asks, and filling it; docx-mailmerge2 does the merging."""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree
from mailmerge import MailMerge, MailMergeOptions

from sop_templates.errors import SopError
from sop_templates.formats.archive import Package
from sop_templates.formats.word.building.package import OFFICE, WORD, zipped
from sop_templates.formats.word.building.properties_parts import custom_part
from sop_templates.formats.word.filling.package_relations import relations_name
from sop_templates.formats.word.finished.document import open_document, read_relations
from sop_templates.formats.word.merging.content_mark import content_mark
from sop_templates.formats.word.merging.merge_fields import (
    MergeField,
    show_hidden,
    take_merge_fields,
)
from sop_templates.formats.word.merging.tidying import BREAK_IN_CODE, make_unique, tidy_texts
from sop_templates.formats.word.names import (
    RELATION,
    element,
    part_bytes,
    plain_root,
    qn,
)
from sop_templates.kinds.letters import BAD_LETTER, MACROS_IN_LETTER

TYPES = "[Content_Types].xml"
TOP = "_rels/.rels"
CUSTOM = "docProps/custom.xml"
CONTENT_MARK = "sop.content"
STORIES = {
    "officeDocument": f"{WORD}.document.main+xml",
    "header": f"{WORD}.header+xml",
    "footer": f"{WORD}.footer+xml",
    "footnotes": f"{WORD}.footnotes+xml",
    "endnotes": f"{WORD}.endnotes+xml",
}
SOURCES = ("mailMergeSource", "mailMergeHeaderSource")
# What docx-mailmerge2 raises on a document that it cannot take; its warnings are raised here too.
RAISED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    Warning,
)

Files = dict[str, bytes]
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RowTexts:
    """The rows that one row of a template becomes.

    Attributes:
        anchor: id of a field in that row.
        rows: for each new row the texts of its fields, by id; one row at least.
    """

    anchor: str
    rows: Sequence[Texts]


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """A mail-merge document, ready to be filled.

    Attributes:
        file: its name, for messages.
        fields: its merge fields in reading order: body, headers, footers, notes.
        not_merged: kinds of fields in it that a letter cannot have, such as NEXT.
        properties: its custom document properties.
        main: name of the part with its body.
        files: its parts by name, with each merge field in the one form.
        stories: the parts with text by name, with their types.
    """

    file: str
    fields: tuple[MergeField, ...]
    not_merged: tuple[str, ...]
    properties: Mapping[str, str]
    main: str
    files: Files = field(repr=False)
    stories: Mapping[str, str] = field(repr=False)

    def fill(
        self,
        texts: Texts,
        rows: Sequence[RowTexts] = (),
        properties: Mapping[str, str] | None = None,
    ) -> Files:
        r"""The parts of a filled document.

        Args:
            texts: a text for each field by its id, those of `rows` left out; a line break is `\n`.
            rows: what rows are repeated.
            properties: custom document properties that it gets beside those of the template.

        Returns:
            The parts by name, for `zipped` or for `joined`. No merge field is left, and a custom
            property holds the mark of its content.

        Raises:
            SopError: docx-mailmerge2 cannot take the document.
            ValueError: a text has a character that XML cannot hold.
        """
        codes = {one.id for one in self.fields if one.nested}
        values: dict[str, object] = dict(_for_codes(texts, codes))
        values |= {one.anchor: [_for_codes(row, codes) for row in one.rows] for one in rows}
        trees = self._merged(values)
        for tree in trees.values():
            show_hidden(tree)
            tidy_texts(tree)
        make_unique(trees.values())
        told = dict(self.properties) | dict(properties or {})
        told[CONTENT_MARK] = content_mark(trees[self.main])
        parts = {name: part_bytes(tree) for name, tree in trees.items()}
        parts[CUSTOM] = part_bytes(custom_part(list(told.items())))
        return self.files | parts

    def _merged(self, values: Mapping[str, object]) -> dict[str, etree._Element]:
        parts = {name: self.files[name] for name in self.stories}
        parts[TYPES] = part_bytes(_types([], self.stories))
        package = BytesIO(zipped(parts))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            try:
                with MailMerge(package, MailMergeOptions(merge_if_fields=True)) as merge:
                    merge.merge(**values)
                    merged = merge.docx.get_parts()
            except RAISED as error:
                reason = str(error).partition("\n")[0] or type(error).__name__
                raise SopError(BAD_LETTER, self.file, reason=reason) from error
        return {one["zi"].filename: one["part"].getroot() for one in merged}


def open_letter(data: bytes, file: str = "") -> LetterTemplate:
    """A mail-merge document from a file: `.docx` or `.dotx`.

    Args:
        data: the whole file.
        file: its name as the user gave it.

    Raises:
        SopError: it is no Word file, damaged, unsafe, or holds macros.
    """
    document = open_document(data, file)
    if document.has_macros:
        raise SopError(MACROS_IN_LETTER, file)
    package, main = document.package, document.body.part
    files = {name: package.read(name) for name in package.names}
    stories = _stories(package, main)
    fields: list[MergeField] = []
    not_merged: list[str] = []
    for name in stories:
        story = package.xml(name)
        found, others = take_merge_fields(story, name, len(fields))
        fields += found
        not_merged += others
        files[name] = part_bytes(story)
    custom = _custom_name(package)
    files.pop(custom, None)
    files |= _without_source(package, main)
    wanted = stories | {CUSTOM: f"{OFFICE}.custom-properties+xml"}
    given = [one for one in package.xml(TYPES) if one.get("PartName") != f"/{custom}"]
    files[TYPES] = part_bytes(_types(given, wanted))
    files[TOP] = part_bytes(_relations(package))
    return LetterTemplate(
        file,
        tuple(fields),
        tuple(dict.fromkeys(not_merged)),
        dict(document.properties),
        main,
        files,
        stories,
    )


def _for_codes(texts: Texts, codes: set[str]) -> dict[str, str]:
    """The texts, with a sign for the line breaks of those that go into an instruction."""
    return {
        name: text.replace("\n", BREAK_IN_CODE) if name in codes else text
        for name, text in texts.items()
    }


def _stories(package: Package, main: str) -> dict[str, str]:
    """The parts with text, the body first, with their types."""
    found = {main: STORIES["officeDocument"]}
    for one in read_relations(package, main).values():
        if one.kind in STORIES and not one.is_external and one.target in package:
            found[one.target] = STORIES[one.kind]
    return found


def _custom_name(package: Package) -> str:
    top = read_relations(package, "").values()
    return next((one.target for one in top if one.kind == "custom-properties"), CUSTOM)


def _types(given: Sequence[etree._Element], wanted: Mapping[str, str]) -> etree._Element:
    """A list of parts: of some the type is ours, for a `.dotx` becomes a document."""
    types = plain_root("ct:Types")
    types.extend([one for one in given if one.get("PartName", "").lstrip("/") not in wanted])
    for name, media in wanted.items():
        types.append(element("ct:Override", {"PartName": f"/{name}", "ContentType": media}))
    return types


def _relations(package: Package) -> etree._Element:
    """The relationships of the package, with one to our custom properties."""
    relations = plain_root("rel:Relationships")
    kind = f"{RELATION}/custom-properties"
    relations.extend([one for one in package.xml(TOP) if one.get("Type") != kind])
    values = {"Id": "sopProperties", "Type": kind, "Target": CUSTOM}
    relations.append(element("rel:Relationship", values))
    return relations


def _without_source(package: Package, main: str) -> Files:
    """The settings without the address of a data source, which Word would ask for on opening."""
    relations = read_relations(package, main).values()
    name = next((one.target for one in relations if one.kind == "settings"), "")
    if name not in package:
        return {}
    settings = package.xml(name)
    for one in settings.findall(qn("w:mailMerge")):
        settings.remove(one)
    changed = {name: part_bytes(settings)}
    beside = relations_name(name)
    if beside in package:
        leading = package.xml(beside)
        for one in list(leading):
            if one.get("Type", "").rpartition("/")[2] in SOURCES:
                leading.remove(one)
        changed[beside] = part_bytes(leading)
    return changed
