"""By what a form is known as untouched: a mark of its words and the number of pictures in it.

It is taken of what a reader sees, not of bytes: Word and LibreOffice write the same page in other
words when they save it.
"""

from hashlib import sha256

from lxml import etree

from sop_templates.formats.word.names import qn

PICTURES = ("w:drawing", "w:pict", "w:object")
INK = (
    "http://schemas.microsoft.com/office/word/2010/wordprocessingInk",
    "http://schemas.microsoft.com/ink/2010/main",
)


def content_mark(body: etree._Element) -> str:
    """The mark of a document's body, 64 hexadecimal digits; whitespace does not count.

    A ticked box counts, because its sign is a word of the page; so do a pasted signature and ink.
    """
    words = "".join(text.text or "" for text in body.iter(qn("w:t")))
    pictures = sum(1 for _ in body.iter(*(qn(name) for name in PICTURES)))
    ink = sum(1 for one in body.iter() if _namespace(one) in INK)
    plain = "".join(words.split())
    return sha256(f"{plain}\0{pictures}\0{ink}".encode()).hexdigest()


def _namespace(one: etree._Element) -> str | None:
    return etree.QName(one).namespace if isinstance(one.tag, str) else None
