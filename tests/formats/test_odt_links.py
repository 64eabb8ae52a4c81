"""Addresses that LibreOffice loses on the way from OpenDocument to Word."""

from sop_templates.formats.odt_links import with_links
from sop_templates.formats.word.finished.document import open_document
from tests.support.word_xml import docx, e, p, r, unzipped, zipped

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}'
    "</Relationships>"
)
LINK = (
    '<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/hyperlink" Target="{}" TargetMode="External"/>'
)
CONTENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink">{}</office:document-content>'
)


def linked(words: str, key: str) -> object:
    link = e("w:hyperlink", r(words))
    link.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", key)
    return link


def word(*links: tuple[str, str, str]) -> bytes:
    body = [p(linked(words, key)) for words, key, _ in links]  # type: ignore[arg-type]  # an element
    files = unzipped(docx(*body))
    listed = "".join(LINK.format(key, target) for _, key, target in links)
    return zipped(files | {"word/_rels/document.xml.rels": RELATIONS.format(listed).encode()})


def odt(*links: tuple[str, str]) -> bytes:
    listed = "".join(f'<text:a xlink:href="{url}">{words}</text:a>' for words, url in links)
    return zipped({"content.xml": CONTENT.format(listed).encode()})


def urls(data: bytes) -> list[str]:
    body = open_document(data).body
    return [run.url for one in body.rich(0, body.end) for run in one.runs]


def test_a_lost_address_is_found_by_its_words() -> None:
    lost = word(("onze gids", "rId1", ""), ("de site", "rId2", "https://a.nl"))
    source = odt(("de site", "https://b.nl"), ("onze  gids", "https://gids.nl"))
    assert urls(with_links(lost, source, "x.odt")) == ["https://gids.nl", "https://a.nl"]


def test_equal_words_get_their_addresses_in_order() -> None:
    lost = word(("hier", "rId1", ""), ("hier", "rId2", ""))
    source = odt(("hier", "https://een.nl"), ("hier", "https://twee.nl"))
    assert urls(with_links(lost, source, "x.odt")) == ["https://een.nl", "https://twee.nl"]


def test_a_file_without_lost_addresses_stays_as_it_is() -> None:
    whole = word(("hier", "rId1", "https://een.nl"))
    assert with_links(whole, odt(), "x.odt") == whole
