"""One file of many letters: each a section of its own that begins at page 1, made of the same template.

A letter keeps its headers and footers where they say something of its school, and lists that are
numbered in the text begin anew (those numbered by their style go on).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname, join, normpath, splitext

from lxml import etree

from sop_templates.formats.archive import parse_xml
from sop_templates.formats.stored_numbers import whole
from sop_templates.formats.word.filling.package_relations import relations_name
from sop_templates.formats.word.merging.letter_template import STORIES, TYPES, Files
from sop_templates.formats.word.merging.tidying import make_unique
from sop_templates.formats.word.names import element, part_bytes, qn

ALL_PAGES, SECTION_PAGES = "NUMPAGES", "SECTIONPAGES"
NUMBERING = "word/numbering.xml"
LEVELS = 9  # of a list in Word
# What stands in a section before the kind of its break, and before its page numbers (CT_SectPr).
REFERENCES = ("w:headerReference", "w:footerReference")
BEFORE_TYPE = (*REFERENCES, "w:footnotePr", "w:endnotePr")
BEFORE_NUMBERS = (
    *BEFORE_TYPE,
    "w:type",
    "w:pgSz",
    "w:pgMar",
    "w:paperSrc",
    "w:pgBorders",
    "w:lnNumType",
)

_SECTION, _NUMBER, _VAL = qn("w:sectPr"), qn("w:numId"), qn("w:val")


@dataclass(frozen=True, slots=True)
class _Whole:
    """The file that grows: its parts, and the roots of those that change on the way.

    Attributes:
        files: its parts, those of the first letter to begin with.
        main: name of the part with the body.
        relations: the body's relationships.
        types: the list of parts.
        numbering: the numbering; without children where there is none.
    """

    files: Files
    main: str
    relations: etree._Element
    types: etree._Element
    numbering: etree._Element


def joined(letters: Sequence[Files], main: str) -> Files:
    """One file of letters that were filled from one template.

    Args:
        letters: the parts of each, in order; at least one, and without merge fields in notes.
        main: name of the part with the body.

    Returns:
        The parts of the file, for `zipped`.
    """
    files = dict(letters[0])
    around = relations_name(main)
    whole = _Whole(
        files,
        main,
        parse_xml(files[around]),
        parse_xml(files[TYPES]),
        parse_xml(files[NUMBERING]) if NUMBERING in files else element("w:numbering"),
    )
    document = parse_xml(files[main])
    body = _body(document)
    content = [one for number in range(len(letters)) for one in _letter(whole, letters, number)]
    for one in list(body):
        body.remove(one)
    body.extend(content)
    stories = {name: parse_xml(data) for name, data in files.items() if _is_story(whole, name)}
    make_unique([document, *stories.values()])
    for name, story in stories.items():
        _count_own_pages(story)
        files[name] = part_bytes(story)
    files |= {main: part_bytes(document), around: part_bytes(whole.relations)}
    files[TYPES] = part_bytes(whole.types)
    if len(whole.numbering):
        files[NUMBERING] = part_bytes(whole.numbering)
    return files


def _letter(whole: _Whole, letters: Sequence[Files], number: int) -> list[etree._Element]:
    """The blocks of a letter; the last one of all is followed by the section of the body itself."""
    root = parse_xml(letters[number][whole.main])
    body = _body(root)
    section = body.find(_SECTION)
    if section is None:
        section = element("w:sectPr")
    else:
        body.remove(section)
    _begin_anew(section)
    if number:
        leading = _own_parts(whole, letters[number], number)
        for one in (section, *root.iter(_SECTION)):
            _lead(one, leading)
        _restart_lists(whole.numbering, root)
    blocks = list(body)
    if number == len(letters) - 1:
        return [*blocks, section]
    return _closed(blocks, section)


def _closed(blocks: list[etree._Element], section: etree._Element) -> list[etree._Element]:
    """The blocks with a section's end in the last paragraph, or in one more after a table."""
    last = blocks[-1] if blocks else None
    if last is None or last.tag != qn("w:p") or last.find(f"{qn('w:pPr')}/{_SECTION}") is not None:
        return [*blocks, element("w:p", children=[element("w:pPr", children=[section])])]
    properties = last.find(qn("w:pPr"))
    if properties is None:
        properties = element("w:pPr")
        last.insert(0, properties)
    change = properties.find(qn("w:pPrChange"))
    properties.insert(len(properties) if change is None else properties.index(change), section)
    return blocks


def _begin_anew(section: etree._Element) -> None:
    """Lets a section begin on a page of its own that is its first."""
    kind = _child(section, "w:type", BEFORE_TYPE)
    kind.set(_VAL, "nextPage")
    _child(section, "w:pgNumType", BEFORE_NUMBERS).set(qn("w:start"), "1")


def _child(section: etree._Element, name: str, before: Sequence[str]) -> etree._Element:
    """The child of that name; where it is missing it is put behind those that stand before it."""
    found = section.find(qn(name))
    if found is None:
        found = element(name)
        names = {qn(one) for one in before}
        section.insert(sum(one.tag in names for one in section), found)
    return found


def _own_parts(whole: _Whole, letter: Files, number: int) -> dict[str, str]:
    """Adds the headers and footers in which a letter differs from the first; old ids to new ones."""
    leading = {}
    for relation in list(whole.relations):
        kind = relation.get("Type", "").rpartition("/")[2]
        name = _target(whole.main, relation)
        shared = name not in letter or letter[name] == whole.files[name]
        if kind not in ("header", "footer") or shared:
            continue
        stem, ending = splitext(name)
        own = f"{stem}-{number + 1}{ending}"
        whole.files[own] = letter[name]
        if relations_name(name) in letter:
            whole.files[relations_name(own)] = letter[relations_name(name)]
        values = {"PartName": f"/{own}", "ContentType": STORIES[kind]}
        whole.types.append(element("ct:Override", values))
        old = relation.get("Id", "")
        leading[old] = f"{old}-{number + 1}"
        values = {"Id": leading[old], "Type": relation.get("Type", ""), "Target": f"/{own}"}
        whole.relations.append(element("rel:Relationship", values))
    return leading


def _lead(section: etree._Element, leading: Mapping[str, str]) -> None:
    for one in section.iterchildren(*(qn(name) for name in REFERENCES)):
        old = one.get(qn("r:id"), "")
        one.set(qn("r:id"), leading.get(old, old))


def _restart_lists(numbering: etree._Element, root: etree._Element) -> None:
    """Gives a letter lists of its own, which begin at 1."""
    lists = {one.get(_NUMBER, ""): one for one in numbering.iterchildren(qn("w:num"))}
    own: dict[str, str] = {}
    for one in root.iter(_NUMBER):
        old = one.get(_VAL, "")
        if old not in lists:
            continue
        if old not in own:
            own[old] = str(1 + max(map(whole, (*lists, *own.values()))))
            lists[old].addnext(_restarted(lists[old], own[old]))
        one.set(_VAL, own[old])


def _restarted(one: etree._Element, number: str) -> etree._Element:
    definition = one.find(qn("w:abstractNumId"))
    values = {} if definition is None else {"w:val": definition.get(_VAL, "")}
    levels = [
        element("w:lvlOverride", {"w:ilvl": str(at)}, [element("w:startOverride", {"w:val": "1"})])
        for at in range(LEVELS)
    ]
    return element("w:num", {"w:numId": number}, [element("w:abstractNumId", values), *levels])


def _count_own_pages(story: etree._Element) -> None:
    """`page 1 of 2` counts the pages of the letter and not those of the file."""
    for code in story.iter(qn("w:instrText")):
        code.text = (code.text or "").replace(ALL_PAGES, SECTION_PAGES)
    for simple in story.iter(qn("w:fldSimple")):
        instruction = simple.get(qn("w:instr"), "")
        simple.set(qn("w:instr"), instruction.replace(ALL_PAGES, SECTION_PAGES))


def _is_story(whole: _Whole, name: str) -> bool:
    kinds = (STORIES["header"], STORIES["footer"])
    parts = {one.get("PartName") for one in whole.types if one.get("ContentType") in kinds}
    return f"/{name}" in parts


def _target(main: str, relation: etree._Element) -> str:
    return normpath(join("/", dirname(main), relation.get("Target", ""))).lstrip("/")


def _body(document: etree._Element) -> etree._Element:
    body = document.find(qn("w:body"))
    assert body is not None  # it was filled as a Word document
    return body
