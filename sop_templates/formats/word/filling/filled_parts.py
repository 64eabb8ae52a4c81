"""The parts of a filled file beside its text: links, properties, numbered lists, the answers kept."""

from collections.abc import Iterable, Mapping

from sop_templates.formats.word.filling.prepared import Around
from sop_templates.formats.word.filling.xml_text import escaped, escaped_attribute

# Spelt out here: `names` would load lxml, which filling a prepared template does without.
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
STRINGS = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the property set of custom properties
KEPT = "urn:sop-templates:filled:1"


def link_relations(around: Around, links: Mapping[str, str]) -> str:
    """A part of relationships with links.

    Args:
        around: the template's relationships.
        links: ids of relationships by address.
    """
    return around.text(
        "".join(
            [
                f'<Relationship Id="{number}" Type="{HYPERLINK}" Target="{escaped_attribute(url)}"'
                ' TargetMode="External"/>'
                for url, number in links.items()
            ]
        )
    )


def custom_properties(around: Around, properties: Mapping[str, str]) -> str:
    """The part of custom properties.

    Args:
        around: the template's other properties.
        properties: name and text of each.
    """
    return around.text(
        "".join(
            [
                f'<property fmtid="{STRINGS}" pid="{number}" name="{escaped_attribute(name)}">'
                f"<vt:lpwstr>{escaped(text)}</vt:lpwstr></property>"
                for number, (name, text) in enumerate(properties.items(), around.first)
            ]
        )
    )


def numbered_lists(around: Around, abstract: str, lists: Iterable[int]) -> str:
    """The numbering part with numbered lists, each of which begins at 1.

    Args:
        around: the template's numbering.
        abstract: id of the definition (`w:abstractNum`) that they follow.
        lists: their ids (`w:numId`).
    """
    return around.text(
        "".join(
            [
                f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
                for number in lists
            ]
        )
    )


def kept_answers(text: str) -> str:
    """The custom XML part that keeps the answers as filled; nothing in the document is bound to it.

    Args:
        text: the answers, JSON.
    """
    return f'<filled xmlns="{KEPT}">{escaped(text)}</filled>'
