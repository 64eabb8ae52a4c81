"""What the findings mean: one of them, or the page of all (docs/bevindingen.md)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import Formatter

from sop_templates.errors import UsageError
from sop_templates.kinds import all_kinds
from sop_templates.kinds.rules import UNKNOWN_CODE
from sop_templates.language import N_, _, dutch
from sop_templates.outcome import Kind, Severity

SEVERITIES = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.HINT: N_("hint"),
}
# What a named place of a wording stands for, where one word says it; any other is an ellipsis.
PLACES = {
    "code": N_("code"),
    "count": N_("count"),
    "date": N_("date"),
    "file": N_("file"),
    "label": N_("question"),
    "labels": N_("questions"),
    "limit": N_("limit"),
    "other_label": N_("other question"),
    "part": N_("part"),
    "reason": N_("reason"),
    "status": N_("status"),
    "tag": N_("tag"),
    "title": N_("name"),
    "value": N_("value"),
    "year": N_("school year"),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A group of codes on the page, in Dutch.

    Attributes:
        first: the number of its first code; it goes on until the next subject.
        title: its heading.
        words: whom or what it is about.
    """

    first: int
    title: str
    words: str


# As `kinds/` divides them.
SUBJECTS = (
    Subject(1, "Bestanden", "Een bestand of map is er niet, of is niet te lezen of te schrijven."),
    Subject(101, "Antwoorden", "Een antwoord ontbreekt, past niet, of vraagt nog een blik."),
    Subject(201, "Vaste teksten", "De teksten die in elk SOP gelijk zijn."),
    Subject(301, "Lezen uit Word", "Wat opviel in een Word-document dat terugkwam."),
    Subject(320, "Eigen vorm", "Een SOP dat de school zelf heeft opgemaakt, een pdf of een scan."),
    Subject(401, "Route en datums", "De weg van concept naar gepubliceerd."),
    Subject(420, "Een nieuw jaar", "Documenten voor het volgende schooljaar, en wat er verschilt."),
    Subject(501, "Modellen", "Voor wie een eigen model beheert."),
    Subject(541, "Sjablonen en nieuwe modellen", "Voor wie codes tussen accolades schrijft."),
    Subject(601, "Intakeformulieren en eigen tabellen", "Werkmappen en CSV met antwoorden."),
    Subject(630, "DUO en board.toml", "De scholenlijst, en het bestand van het bestuur zelf."),
    Subject(650, "Word-documenten vullen", "Wat opviel bij het maken van Word-documenten."),
    Subject(660, "Word-documenten bijwerken", "Waar Word en het intakeformulier verschillen."),
    Subject(690, "Eigen regels", "Wat een bestuur onder `[rules]` in `board.toml` zet."),
    Subject(701, "De knoppen in Excel", "Voor wie met de knoppen op het lint werkt."),
    Subject(730, "Brieven", "De brieven bij de route."),
    Subject(750, "Aanlevering", "Het pakket voor het samenwerkingsverband."),
    Subject(765, "Pdf", "Pdf wordt gemaakt met LibreOffice."),
    Subject(770, "Publicatie", "Pagina's voor ouders."),
    Subject(785, "Schoolgids", "Het deel voor de schoolgids."),
    Subject(790, "Bestuursoverzicht", "Het overzicht, het verslag en de pagina van het bestuur."),
)
INTRODUCTION = """\
# Bevindingen

Wie met `sop` werkt, krijgt meldingen zoals deze:

```
word/07PD00-De-Regenboog-sop-2026-2027.docx
  F invulveld “extra.grens”: Verplicht en nog leeg: “Wat kunnen wij niet bieden en wat is onze grens”. Vul het veld in. [SOP101]
```

Eerst komt het bestand, daaronder de plaats, wat er is en wat u kunt doen. Achteraan staat een vaste code.
Op deze pagina staat bij elke code wat zij betekent, een voorbeeld, en wat u kunt doen.
`sop explain SOP101` zegt hetzelfde.

- Een **fout** (F) houdt de volgende stap tegen.
- Een **waarschuwing** (W) vraagt om een blik.
- Een **tip** (-) helpt, maar hoeft niet.

Een bestuur kan een code uitzetten of strenger maken, in `board.toml` onder `[rules]`: `SOP140 = "off"` of `SOP160 = "warning"`.
Op de plaats van [ ] en … staat in een melding wat er in uw bestand staat.
"""
CLOSING = (
    "\n---\n\nDeze pagina is gemaakt uit de code; wijzig haar daar (`engine/explaining.py`).\n"
)


def explain(code: str) -> str:
    """What a code means, in the language in use: title, message, example and advice, a line each.

    Raises:
        UsageError: there is no such code.
    """
    kind = _kind(code)
    lines = [
        f"{kind.code} · {_(SEVERITIES[kind.severity])} · {_(kind.title)}",
        _open(_(kind.message)),
        _("Example: {example}").format(example=kind.example) if kind.example else "",
        _("What to do: {advice}").format(advice=_open(_(kind.advice))) if kind.advice else "",
    ]
    return "\n".join(line for line in lines if line)


def explain_json(code: str) -> dict[str, str]:
    """The same for machines: code, severity, title, message, example, advice.

    Raises:
        UsageError: there is no such code.
    """
    kind = _kind(code)
    return {
        "code": kind.code,
        "severity": kind.severity.value,
        "title": _(kind.title),
        "message": _(kind.message),
        "example": kind.example,
        "advice": _(kind.advice),
    }


def findings_page() -> str:
    """The page of all codes, in Markdown and Dutch, by subject; ends with a line end."""
    with dutch():
        subjects = [(one, kinds) for one, kinds in _kinds_by_subject() if kinds]
        lines = [
            f"- [{one.title}](#{_anchor(one.title)}): {kinds[0].code} tot en met {kinds[-1].code}\n"
            for one, kinds in subjects
        ]
        parts = [_part(one, kinds) for one, kinds in subjects]
    return "".join([INTRODUCTION, "\n", *lines, *parts, CLOSING])


def _kinds_by_subject() -> Iterator[tuple[Subject, list[Kind]]]:
    kinds = [(int(code.removeprefix("SOP")), kind) for code, kind in all_kinds().items()]
    ends = [*(one.first for one in SUBJECTS[1:]), 1000]
    for one, end in zip(SUBJECTS, ends, strict=True):
        yield one, [kind for number, kind in kinds if one.first <= number < end]


def _anchor(title: str) -> str:
    """The address that a heading has on the page."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def _part(subject: Subject, kinds: Iterable[Kind]) -> str:
    entries = "".join(map(_entry, kinds))
    return f"\n## {subject.title}\n\n{subject.words}\n{entries}"


def _entry(kind: Kind) -> str:
    severity = _(SEVERITIES[kind.severity]).capitalize()
    lines = [
        f"\n### {kind.code} · {_(kind.title)}\n",
        f"**{severity}.** {_marked(_(kind.message))}\n",
        f"- Voorbeeld: {_escaped(kind.example)}" if kind.example else "",
        f"- Wat te doen: {_marked(_(kind.advice))}" if kind.advice else "",
    ]
    return "".join(f"{line}\n" for line in lines if line)


def _kind(code: str) -> Kind:
    written = code.strip().upper()
    kind = all_kinds().get(written if written.startswith("SOP") else f"SOP{written}")
    if kind is None:
        raise UsageError(UNKNOWN_CODE, code=code)
    return kind


def _open(message: str) -> str:
    """A wording without its values: what each place stands for."""
    parts = Formatter().parse(message)
    return "".join(
        text if name is None else f"{text}{_place(name)}"
        for text, name, _spec, _conversion in parts
    )


def _place(name: str) -> str:
    return f"[{_(PLACES[name])}]" if name in PLACES else "…"


def _marked(message: str) -> str:
    return _escaped(_open(message))


def _escaped(words: str) -> str:
    """The words, with the signs that Markdown or HTML would take for markup made text; code is left."""
    pieces = words.split("`")
    pieces[::2] = [re.sub(r"([\\*_\[\]<>|])", r"\\\1", one) for one in pieces[::2]]
    return "`".join(pieces)
