"""How the grid of a table follows columns that a template repeats (`{%tc for … %}`): docxtpl's way."""

from docxtpl import DocxTemplate
from lxml import etree

from sop_templates.formats.word.filling.package_relations import DECLARATION


def fitted(document: str) -> str:
    """A document whose tables have a grid column for each cell of their longest row."""
    root = DocxTemplate("").fix_tables(document.removeprefix(DECLARATION))
    return DECLARATION + etree.tostring(root, encoding="unicode")
