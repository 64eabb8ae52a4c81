"""Real files changed at random: in their bytes, in the bytes of a part, in the elements of a part."""

import zipfile
from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random

from lxml import etree

from tests.support.word_xml import unzipped, zipped

TEXTS = (
    "",
    "0",
    "-1",
    "99999999999999999999",
    "x" * 5000,
    "\ufdd0P\u200b",
    "{{ a }}",
    "1E400",
    "ja",
)
PARSER = etree.XMLParser(resolve_entities=False)

Change = Callable[[bytes, Random], bytes]


def mutated(data: bytes, random: Random) -> bytes:
    """The file with a few changes of one kind."""
    if data[:2] != b"PK":
        return _bytes(data, random)
    return random.choice((_bytes, _part_bytes, _elements, _elements, _elements, _parts))(
        data, random
    )


def _bytes(data: bytes, random: Random) -> bytes:
    """Bytes changed, left out, put in, or taken from elsewhere in the file."""
    made = bytearray(data)
    for _ in range(random.choice((1, 3, 20))):
        at = random.randrange(len(made) or 1)
        length = random.choice((1, 2, 8, 300))
        kind = random.randrange(4)
        if kind == 0:
            made[at : at + 1] = bytes([random.randrange(256)])
        elif kind == 1:
            del made[at : at + length]
        elif kind == 2:
            made[at:at] = random.randbytes(length)
        else:
            place = random.randrange(len(made) or 1)
            made[at : at + length] = made[place : place + length]
    return bytes(made)


def _part_bytes(data: bytes, random: Random) -> bytes:
    """A part whose bytes are changed, in a package that is sound itself."""
    return _in_part(data, random, _bytes)


def _parts(data: bytes, random: Random) -> bytes:
    """Parts that are missing, empty, or changed places."""
    parts = _opened(data)
    if not parts:
        return data
    first, second = random.choice(list(parts)), random.choice(list(parts))
    kind = random.randrange(3)
    if kind == 0:
        del parts[first]
    elif kind == 1:
        parts[first] = b""
    else:
        parts[first], parts[second] = parts[second], parts[first]
    return zipped(parts)


def _elements(data: bytes, random: Random) -> bytes:
    """A part whose elements were removed, doubled, moved, renamed, or given odd values."""
    return _in_part(data, random, _with_changed_elements)


def _in_part(data: bytes, random: Random, change: Change) -> bytes:
    parts = _opened(data)
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    if not names:
        return data
    big = [name for name in names if name.endswith(("document.xml", "sheet2.xml", "strings.xml"))]
    name = random.choice(random.choice((names, big or names)))
    return zipped(parts | {name: change(parts[name], random)})


def _opened(data: bytes) -> dict[str, bytes]:
    try:
        return unzipped(data)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError):
        return {}


def _with_changed_elements(data: bytes, random: Random) -> bytes:
    root = etree.fromstring(data, PARSER)
    for _ in range(random.choice((1, 3, 10))):
        every = list(root.iter(etree.Element))
        _change_element(random.choice(every), every, random)
    return etree.tostring(root)


def _change_element(one: etree._Element, every: Sequence[etree._Element], random: Random) -> None:
    other, parent = random.choice(every), one.getparent()
    kind = random.randrange(7)
    if kind == 0 and parent is not None:
        parent.remove(one)
    elif kind == 1 and parent is not None:
        parent.insert(random.randrange(len(parent) + 1), deepcopy(one))
    elif kind == 2:
        other.append(deepcopy(one))  # a copy of an ancestor too: it only grows
    elif kind == 3:
        one.tag = other.tag
    elif kind == 4:
        one.text = random.choice(TEXTS)
    elif kind == 5 and one.attrib:
        one.set(random.choice(list(one.attrib)), random.choice(TEXTS))
    else:
        for name, value in other.attrib.items():
            one.set(name, value)
