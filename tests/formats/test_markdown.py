"""The extract as Markdown: no sign that somebody typed becomes markup."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sop_templates.formats.extracts import (
    Extract,
    ExtractFact,
    ExtractHeading,
    ExtractProse,
    ExtractTable,
)
from sop_templates.formats.markdown import escaped, write_markdown
from sop_templates.richtext import Paragraph, Run
from sop_templates.richtext_markup import parse

LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp", "Zs"]) | st.just(" "),
    min_size=1,
).map(lambda text: " ".join(text.split()))


@given(LINES.filter(bool))
def test_any_line_is_shown_as_typed(line: str) -> None:
    tokens = MarkdownIt("commonmark").parse(escaped(line))
    assert [one.type for one in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {one.type for one in children} == {"text"}
    assert "".join(one.content for one in children) == line


def test_an_extract_is_written_with_its_levels_lists_and_tables() -> None:
    extract = Extract(
        "Ondersteuning",
        (
            ExtractHeading("Ondersteuning"),
            ExtractProse(
                parse("Een **vet** [woord](https://a.example).\n\n1. eerst\n2. dan\n\n- los")
            ),
            ExtractHeading("Deel", 1),
            ExtractFact("Website", "onze site", "https://a.example"),
            ExtractTable("Tabel", ("A", "B"), (("Groep", (("1 | 2", "<b>"),)),)),
        ),
    )
    assert write_markdown(extract, 3) == (
        "### Ondersteuning\n\n"
        "Een **vet** [woord](<https://a.example>).\n\n"
        "1. eerst\n2. dan\n\n"
        "- los\n\n"
        "#### Deel\n\n"
        "**Website:** [onze site](<https://a.example>)\n\n"
        "**Groep**\n\n"
        "| A | B |\n| --- | --- |\n| 1 \\| 2 | \\<b\\> |\n"
    )


def test_html_is_text() -> None:
    prose = ExtractProse((Paragraph((Run("<script>alert(1)</script> &amp;"),)),))
    html = MarkdownIt("commonmark").render(write_markdown(Extract("", (prose,)), 2))
    assert "<script>" not in html
    assert "&amp;amp;" in html
