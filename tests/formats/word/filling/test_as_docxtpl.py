"""A template without controls of ours gives what plain docxtpl gives, to the last element."""

import io
from typing import Any

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from sop_templates.formats.word.filling.preparation import prepare_template
from sop_templates.formats.word.filling.template import WordTemplate
from sop_templates.formats.word.names import qn
from tests.support.small_templates import paragraph, part, row, run, table, template

ANSWERS: dict[str, Any] = {
    "school": {
        "naam": "De Brug & 't Veer",
        "soort": "sbo",
        "leeg": "",
        "adres": "Straat 1\n\tDelft",
    },
    "visie": {
        "sterk": [
            {"kwaliteit": "rust & <regelmaat>", "jaar": "2026"},
            {"kwaliteit": "b", "jaar": ""},
        ]
    },
}
LOOP = [
    row(run("{%tr for r in visie.sterk %}")),
    row(run("{{ r.kwaliteit }}"), run("{{ r.jaar }}")),
    row(run("{%tr endfor %}")),
]
PICTURE = '<w:r><w:drawing><wp:docPr id="9" name="p"/></w:drawing></w:r>'
BODIES = {
    "an expression": paragraph(run("Wij zijn {{ school.naam }}, welkom.")),
    "an expression in parts": paragraph(run("{{ sch"), run("ool.na", "<w:b/>"), run("am }}.")),
    "an expression that Word quoted": paragraph(run("{{ school[\u2018naam\u2019] }}")),
    "a filter and a sum": paragraph(run("{{ school.naam|upper }} {{ 2 + 3 }}")),
    "a condition in a paragraph": paragraph(run("{% if school.soort == 'sbo' %}ja{% else %}nee{% endif %}")),
    "paragraphs under a condition": paragraph(run("{%p if school.leeg %}")) + paragraph(run("weg")) + paragraph(run("{%p endif %}")) + paragraph(run("blijft")),
    "paragraphs in a loop": paragraph(run("{%p for r in visie.sterk %}")) + paragraph(run("{{ loop.index }}. {{ r.kwaliteit }}")) + paragraph(run("{%p endfor %}")),
    "rows in a loop": table(*LOOP, columns=2),
    "rows in a loop with comments": table(*LOOP, row(run("{#tr niets #}")), columns=2),
    "columns in a loop": table("<w:tr>" + "".join(f"<w:tc><w:tcPr/>{paragraph(run(text))}</w:tc>" for text in ("{%tc for r in visie.sterk %}", "{{ r.kwaliteit }}", "{%tc endfor %}")) + "</w:tr>"),
    "a cell over columns": table(row(run("{% colspan 2 %}{{ school.naam }}")), row(run("a"), run("b")), columns=2),
    "a cell with a background": table(row(run("{% cellbg 'FF0000' %}{{ school.naam }}"))),
    "merged rows": table(row(run("{%tr for r in visie.sterk %}"), run("")), row(run("{% vm %}{{ school.naam }}"), run("{{ r.kwaliteit }}")), row(run("{%tr endfor %}"), run("")), columns=2),
    "runs of its own": paragraph(run("voor {{r school.naam }} na")),
    "merging with the next line": paragraph(run("een {%- if true %}")) + paragraph(run(" twee{%- endif %}")),
    "line breaks and tabs": paragraph(run("Post: {{ school.adres }}", "<w:i/>")),
    "literal braces": paragraph(run("{_{ letterlijk }_} {_% ook %_}")),
    "a setting": paragraph(run("{% set x = school.naam %}{{ x }}")),
    "pictures": paragraph(PICTURE, run("{{ school.naam }}"), PICTURE),
    "a comment": paragraph(run("a{# weg #}b")),
    "spaces around": paragraph(run("Naam: {{ school.naam }} "), run(" .")),
}  # fmt: skip


def plain(file: bytes) -> bytes:
    """What docxtpl alone makes of it."""
    document = DocxTemplate(io.BytesIO(file))
    document.render(ANSWERS, autoescape=True)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def canonical(root: etree._Element) -> bytes:
    """Canonical XML, without the namespaces that are declared but not used."""
    etree.cleanup_namespaces(root)
    return etree.tostring(root, method="c14n", exclusive=True)


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_the_document_is_that_of_docxtpl(body: str) -> None:
    file = template(body, header=paragraph(run("{{ school.naam }} {{ 1 + 1 }}")))
    ours = WordTemplate(file, prepare_template(file)).fill(ANSWERS, {}, "{}")
    theirs = plain(file)
    for name in ("word/document.xml", "word/header1.xml"):
        assert canonical(part(ours, name)) == canonical(part(theirs, name))


def test_pictures_in_a_loop_have_numbers_of_their_own() -> None:
    body = (
        paragraph(run("{%p for r in visie.sterk %}"))
        + paragraph(PICTURE)
        + paragraph(run("{%p endfor %}"))
    )
    file = template(body + paragraph(PICTURE))
    root = part(WordTemplate(file, prepare_template(file)).fill(ANSWERS, {}, "{}"))
    assert len({one.get("id") for one in root.iter(qn("wp:docPr"))}) == 3
