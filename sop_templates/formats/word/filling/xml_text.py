"""How text stands in XML: what is escaped, what is an element in Word, what XML cannot hold."""

import re
from typing import Final

LINE_BREAK: Final = '</w:t><w:br/><w:t xml:space="preserve">'
TAB: Final = '</w:t><w:tab/><w:t xml:space="preserve">'

# XML 1.0 (section 2.2) has no place for these; a carriage return would come back as a line feed.
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def checked(text: str) -> str:
    """The text itself.

    Raises:
        ValueError: it holds a character that XML cannot hold. Canonical answers hold none.
    """
    if not text.isprintable() and (found := _ILLEGAL.search(text)):
        raise ValueError(f"character U+{ord(found[0]):04X} cannot stand in a Word file")
    return text


def escaped(text: str) -> str:
    """The text as it stands between two tags.

    Raises:
        ValueError: it holds a character that XML cannot hold.
    """
    return checked(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escaped_attribute(text: str) -> str:
    """The text as it stands in an attribute, between double quotes.

    Raises:
        ValueError: it holds a character that XML cannot hold.
    """
    return escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def run_text(text: str) -> str:
    """The text as it stands in a `w:t` of a run: line breaks and tabs are elements.

    Raises:
        ValueError: it holds a character that XML cannot hold.
    """
    plain = text.isprintable()
    if not plain:
        checked(text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text if plain else text.replace("\t", TAB).replace("\n", LINE_BREAK)
