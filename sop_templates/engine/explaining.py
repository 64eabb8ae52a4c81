"""What the findings mean: one of them, or the page of all (docs/bevindingen.md)."""

import re
from collections.abc import Iterator
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
# The ranges of the codes, as the page and `kinds/` divide them.
SUBJECTS = {
    "0": "Bestanden",
    "1": "Antwoorden",
    "2": "Vaste teksten",
    "3": "Lezen en plaatsen",
    "4": "Route en datums",
    "5": "Modellen",
    "6": "Intakes, tabellen en board.toml",
    "7": "Invoegtoepassingen, brieven en aanlevering",
}
SEVERITY_WORDS = {Severity.ERROR: "fout", Severity.WARNING: "waarschuwing", Severity.HINT: "hint"}
INTRODUCTION = """\
# Bevindingen

`sop check` en de andere opdrachten noemen bij elke bevinding een vaste code.
Hier staat van elke code wat zij betekent, een voorbeeld en wat u kunt doen; `sop explain SOP101` zegt hetzelfde.
Een *fout* houdt de volgende stap tegen, een *waarschuwing* vraagt om een blik, een *hint* helpt.
In `board.toml` kan een bestuur onder `[rules]` een code uitzetten (`SOP140 = "off"`) of strenger maken (`SOP160 = "warning"`).

Deze pagina is gemaakt uit de code; verander haar daar.
"""


def explain(code: str) -> str:
    """What a code means, in the language in use: title, message, example and advice, a line each.

    Raises:
        UsageError: there is no such code.
    """
    kind = _kind(code)
    lines = [
        f"{kind.code} · {_(SEVERITIES[kind.severity])} · {_(kind.title)}",
        _open(_(kind.message)),
        _("Example: {example}").format(example=_(kind.example)) if kind.example else "",
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
        "example": _(kind.example),
        "advice": _(kind.advice),
    }


def findings_page() -> str:
    """The page of all codes, in Markdown and Dutch, by subject; ends with a line end."""
    with dutch():
        return INTRODUCTION + "".join(_page_parts())


def _page_parts() -> Iterator[str]:
    subject = ""
    for kind in all_kinds().values():
        if (found := SUBJECTS[kind.code[3]]) != subject:
            subject = found
            yield f"\n## {subject}\n"
        yield f"\n### {kind.code} {_(kind.title)}\n\n"
        yield f"*{SEVERITY_WORDS[kind.severity]}*: {_marked(_(kind.message))}\n"
        if kind.example:
            yield f"Voorbeeld: {_escaped(_(kind.example))}\n"
        if kind.advice:
            yield f"\n{_marked(_(kind.advice))}\n"


def _kind(code: str) -> Kind:
    written = code.strip().upper()
    kind = all_kinds().get(written if written.startswith("SOP") else f"SOP{written}")
    if kind is None:
        raise UsageError(UNKNOWN_CODE, code=code)
    return kind


def _open(message: str) -> str:
    """A wording without its values: an ellipsis in each place."""
    parts = Formatter().parse(message)
    return "".join(text if name is None else f"{text}…" for text, name, _spec, _conversion in parts)


def _marked(message: str) -> str:
    return _escaped(_open(message))


def _escaped(words: str) -> str:
    """The words, with the signs that Markdown or HTML would take for markup made text."""
    return re.sub(r"([\\*_`\[\]<>|])", r"\\\1", words)
