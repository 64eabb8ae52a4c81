"""How a template is prepared: read once, its controls cut out, all the rest made ready to be copied.

What comes out is `Prepared`: text only. This work, and loading docxtpl for it, takes longer than filling
a hundred files; a model's prepared form therefore lies beside its Word file.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError
from lxml import etree

from sop_templates.formats.archive import Package, open_package
from sop_templates.formats.word.filling.control_cutting import Numbers, cut_controls
from sop_templates.formats.word.filling.control_strings import Cut, control_markup
from sop_templates.formats.word.filling.element_strings import Namespaces
from sop_templates.formats.word.filling.fixed_parts import (
    fixed_parts,
    kept_part,
    numbering_around,
    properties_around,
)
from sop_templates.formats.word.filling.jinja_environment import faulty_jinja
from sop_templates.formats.word.filling.jinja_source import TextLooks, plain_source, story_source
from sop_templates.formats.word.filling.package_relations import (
    DECLARATION,
    Relation,
    find_part,
    read_relations,
    relations_around,
    relations_name,
)
from sop_templates.formats.word.filling.prepared import Around, Prepared, Story, checksum
from sop_templates.formats.word.filling.story_planning import find_plan
from sop_templates.formats.word.filling.template_looks import TemplateLooks, read_looks
from sop_templates.formats.word.names import NAMESPACES, RELATION, qn

STORIES = ("header", "footer", "footnotes")  # beside the document; the same that docxtpl fills
_SIGNS = ("{{", "{%", "{#")
_VARYING = re.compile(r"{%[-+]?\s*(?:tc\s|colspan\b|hm\b)")


@dataclass(frozen=True, slots=True)
class _Opened:
    """A template while it is prepared."""

    package: Package
    root: Sequence[Relation]
    main: str
    relations: Sequence[Relation]


def prepare_template(
    template: bytes, file: str = "", prompts: Mapping[str, str] | None = None
) -> Prepared:
    """Prepares a template.

    Args:
        template: the Word file.
        file: its name, for messages.
        prompts: by tag: what a control shows while empty, where the template's glossary says nothing.

    Returns:
        The prepared template.

    Raises:
        SopError: it is no Word file, damaged, or its Jinja is faulty.
    """
    package = open_package(template, file)
    for name in package.names:
        package.read(name)  # damaged ones are refused here: docxtpl opens them all, its own way
    root = read_relations(package, "")
    main = find_part(root, "officeDocument") or "word/document.xml"
    opened = _Opened(package, root, main, read_relations(package, main))
    looks, numbering = _looks(opened)
    stories = _stories(opened)
    cuts, first_number = _cut_all(opened, stories)
    kept = kept_part(package)
    texts = TextLooks()
    sources = _sources(opened, stories, [cut.expression for cut in cuts], texts)
    abstract = looks.numbering
    return Prepared(
        checksum=checksum(template),
        stories=tuple(
            _planned(name, source, *_links(opened, name, kept.name))
            for name, source in sources.items()
        ),
        controls=tuple(
            control_markup(cut, looks, (prompts or {}).get(cut.tag, "")) for cut in cuts
        ),
        text_looks=tuple(texts.looks),
        first_number=first_number,
        fixed=fixed_parts(package, root, kept),
        properties=properties_around(package, root),
        numbering=numbering if abstract else None,
        abstract=abstract,
        kept=kept.name,
        varies=_varies(package.xml(main)),
    )


def _looks(opened: _Opened) -> tuple[TemplateLooks, Around | None]:
    """The looks, and the numbering with room for lists."""
    names = [
        find_part(opened.relations, kind) for kind in ("styles", "numbering", "glossaryDocument")
    ]
    styles, numbering, glossary = (opened.package.xml(name) if name else None for name in names)
    looks = read_looks(styles, numbering, glossary)
    return looks, None if numbering is None else numbering_around(names[1], numbering)


def _stories(opened: _Opened) -> dict[str, etree._Element]:
    """The roots of the parts that may hold Jinja, the document first."""
    beside = sorted({one.part for one in opened.relations if one.kind in STORIES})
    return {name: _story(opened.package.xml(name)) for name in (opened.main, *beside)}


def _story(root: etree._Element) -> etree._Element:
    """A story as docxtpl wants it: no white space between elements; names for links declared."""
    for one in root.iter():
        if len(one) and not (one.text or "").strip():
            one.text = None
        if not (one.tail or "").strip():
            one.tail = None
    if root.nsmap.get("r") == NAMESPACES["r"]:
        return root
    names: Namespaces = {**root.nsmap, "r": NAMESPACES["r"]}
    made = etree.Element(root.tag, nsmap=dict(names))
    made.attrib.update(root.attrib)
    made.extend(list(root))
    return made


def _cut_all(opened: _Opened, stories: Mapping[str, etree._Element]) -> tuple[list[Cut], int]:
    """The controls of all stories, and the first number that is free for repeated ones."""
    numbers = Numbers()
    if glossary := find_part(opened.relations, "glossaryDocument"):
        for properties in opened.package.xml(glossary).iter(qn("w:sdtPr")):
            number = properties.find(qn("w:id"))
            numbers.own("" if number is None else number.get(qn("w:val"), ""))
    cuts: list[Cut] = []
    for story in stories.values():
        cuts += cut_controls(story, numbers, len(cuts))
    return cuts, numbers.first_free()


def _sources(
    opened: _Opened,
    stories: Mapping[str, etree._Element],
    expressions: Sequence[str],
    looks: TextLooks,
) -> dict[str, str]:
    """The Jinja of each part that has any, and of the document, by name."""
    sources = {}
    for name, story in stories.items():
        try:
            sources[name] = DECLARATION + story_source(story, expressions, looks)
        except TemplateSyntaxError as error:
            source, file = error.source or "", opened.package.file
            raise faulty_jinja(Environment(), source, error, part=name, file=file) from error  # noqa: S701 - reads only
    if core := find_part(opened.root, "core-properties"):
        sources[core] = DECLARATION + plain_source(opened.package.xml(core))
    return {
        name: source
        for name, source in sources.items()
        if name == opened.main or any(sign in source for sign in _SIGNS)
    }


def _planned(name: str, source: str, relations: Around | None, always: bool) -> Story:  # noqa: FBT001 - the last two come together
    plan = find_plan(source)
    return Story(name, "" if plan else source, plan, relations, always)


def _links(opened: _Opened, name: str, kept: str) -> tuple[Around | None, bool]:
    """The relationships of a story, and whether each file has that part."""
    if name == opened.main:
        target = (f"{RELATION}/customXml", f"/{kept}")
        return relations_around(opened.package, name, [target]), True
    if find_part(opened.root, "core-properties") == name:
        return None, False
    return relations_around(opened.package, name), relations_name(name) in opened.package


def _varies(document: etree._Element) -> bool:
    return bool(_VARYING.search("".join(one.text or "" for one in document.iter(qn("w:t")))))
