"""Wording: vague boundaries, refusals beforehand, leftovers of a draft, consent where advice is meant.

A false alarm costs more than a miss: each pattern is narrow, works on one sentence, and lets go
where the sentence itself says why.
"""

import re
from collections.abc import Iterator

from sop_templates.domain.checks_record import Record, Text
from sop_templates.kinds.answers_checks import (
    CONSENT_FOR_ADVICE,
    LEFTOVER,
    REFUSAL,
    VAGUE_BOUNDARY,
)
from sop_templates.language import _
from sop_templates.outcome import Finding

VAGUE = (
    "waar mogelijk",
    "indien mogelijk",
    "zo mogelijk",
    "voor zover mogelijk",
    "zoveel mogelijk",
    "zo veel mogelijk",
    "waar nodig",
    "indien nodig",
    "zo nodig",
    "in principe",
    "in beginsel",
)
VAGUE_PATTERN = re.compile(rf"\b(?:{'|'.join(VAGUE)})\b")

SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")
LONGEST_SENTENCE = 600  # characters
WE = r"(?:wij|we)"
REFUSALS = re.compile(
    "|".join(
        (
            rf"\bnemen {WE} (?:\w+ ){{0,3}}niet aan\b(?!,? dat\b)",
            rf"\b{WE} nemen (?:\S+ )*?(?:leerling|kind)\w* (?:\S+ )*?niet aan\b(?!,? dat\b)",
            r"\bneemt (?:de|onze) school (?:\w+ ){0,3}niet aan\b(?!,? dat\b)",
            rf"\b(?:{WE} nemen|nemen {WE}) geen (?:\S+ )*?(?:leerling|kind)\w*\b.*\baan\b",
            rf"\b(?:{WE} laten|laten {WE}) geen (?:\S+ )*?(?:leerling|kind)\w*\b.*\btoe\b",
            rf"\blaten {WE} (?:\w+ ){{0,3}}niet toe\b",
            r"\b(?:leerling|kind)\w*\b.*\b(?:worden|wordt) (?:\w+ ){0,3}niet (?:aangenomen|toegelaten)\b",
            r"\b(?:leerling|kind)\w*\b.*\b(?:zijn|is) (?:\w+ ){0,3}niet welkom\b",
            rf"\b(?:{WE} weigeren|weigeren {WE})(?! (?:geen|niet|nooit)\b)",
            rf"\bwijzen {WE} (?:\w+ )?af\b",
        )
    )
)
REFUSAL_WORDS = ("niet aan", "niet toe", "geen ", "niet welkom", "weigeren", "wijzen w")
PUPILS = re.compile(
    r"\b(?:leerling|kind|aanmelding)|rolstoel|autis|adhd|beperking|syndroom|stoornis|gedrag|diagnose"
)
# The fixed text itself allows these two, and a sentence may deny or forbid the refusal.
ALLOWED = re.compile(
    r"\b(?:vol|grondslag|geen reden|betekent niet|wil niet zeggen|nooit|zonder|zonder dat|tijdelijk)\b"
)

WHOLE_LEFTOVER = re.compile(
    r"p\.?m|n\.?t\.?b|n\.?n\.?b|todo|tbd|\?*|\u2026|test|(?:tekst )?volgt(?: nog)?|nog invullen"
    r"|in te vullen|hier tekst invoegen"
)
LONGEST_LEFTOVER = 24
LEFTOVERS = re.compile(
    r"\bnog (?:in|aan) te vullen\b|\bnog toe te voegen\b"
    r"|\b(?:moet|moeten) nog worden (?:ingevuld|aangevuld|toegevoegd)\b|\bnog in ?vullen\b"
    r"|\btekst volgt\b|\blorem ipsum\b|\bx{3,}\b"
    r"|\[(?:naam|vul|invullen|schoolnaam|datum|tekst)\b[^\]\n]{0,40}\](?!\()"
    r"|\bklik of tik om\b|\bklik hier (?:om|als u) tekst\b|\bclick or tap (?:here )?to enter\b"
    r"|\bkies een item\b|\bchoose an item\b"
)
LEFTOVER_WORDS = (
    "te vullen",
    "nog toe",
    "nog worden",
    "nog in",
    "tekst volgt",
    "lorem",
    "xxx",
    "[",
    "klik ",
    "click ",
    "kies een item",
    "choose an",
)
# PM is a pedagogisch medewerker as well: only where it stands for a text that is to come.
LEFTOVER_SIGNS = re.compile(r"\bTODO\b|^PM(?= *(?:$|[:.]))|(?<=: )PM(?=\.?$)", re.MULTILINE)

CONSENT = re.compile(
    r"\binstem(?:ming\w*|t|de|den|men)\b|\bingestemd\b|\bstem(?:t|de|den|men) (?:\w+ ){0,6}in\b"
)
COUNCIL = re.compile(r"\b(?:mr|medezeggenschapsraad)\b")
PROFILE = re.compile(
    r"\b(?:sop|schoolondersteuningsprofiel|ondersteuningsprofiel|profiel|document)\b"
)
OTHER_MATTER = re.compile(
    r"\b(?:geen|niet|advies\w*|schoolplan\w*|schoolgids\w*|opr|gmr|formatie\w*)\b"
)


def check_boundaries(record: Record) -> Iterator[Finding]:
    """SOP160: vague words where the model asks for a boundary; one finding a field."""
    for text in record.texts:
        if not text.field.asks_boundary:
            continue
        phrases = dict.fromkeys(VAGUE_PATTERN.findall(_spaced(text.lower)))
        if phrases:
            told = ", ".join(_('"{words}"').format(words=phrase) for phrase in phrases)
            yield record.text_finding(VAGUE_BOUNDARY, text, phrases=told)


def check_refusals(record: Record) -> Iterator[Finding]:
    """SOP161: a refusal beforehand, which the duty of care does not allow."""
    for text in _with_any(record, REFUSAL_WORDS):
        for sentence in sentences(text.plain):
            lower = _spaced(sentence.lower())
            if REFUSALS.search(lower) and PUPILS.search(lower) and not ALLOWED.search(lower):
                yield record.text_finding(REFUSAL, text, sentence=_cut(sentence))
                break


def check_leftovers(record: Record) -> Iterator[Finding]:
    """SOP162: words that a draft leaves behind: "PM", "nog in te vullen", a prompt."""
    risky = any(word in record.all_lower for word in LEFTOVER_WORDS)
    for text in record.texts:
        words = _whole_leftover(text)
        if not words and ("PM" in text.plain or "TODO" in text.plain):
            words = _first(LEFTOVER_SIGNS, text.plain)
        if not words and risky:
            words = _first(LEFTOVERS, _spaced(text.lower))
        if words:
            yield record.text_finding(LEFTOVER, text, words=words)


def check_consent(record: Record) -> Iterator[Finding]:
    """SOP163: the MR is said to consent to the SOP, on which it has a right of advice only."""
    for text in _with_any(record, ("instem", "ingestemd", "stemt", "stemde", "stemmen")):
        for sentence in sentences(text.plain):
            lower = _spaced(sentence.lower())
            if not CONSENT.search(lower) or OTHER_MATTER.search(lower):
                continue
            if COUNCIL.search(lower) and PROFILE.search(lower):
                yield record.text_finding(CONSENT_FOR_ADVICE, text, sentence=_cut(sentence))
                break


def sentences(text: str) -> list[str]:
    """The sentences of a text, roughly: cut after a full stop and at line breaks.

    Of an endless one only the beginning: the patterns try many ways, which a hostile text could
    make them do for minutes.
    """
    return [one[:LONGEST_SENTENCE] for one in SENTENCE_END.split(text) if one]


def _with_any(record: Record, words: tuple[str, ...]) -> Iterator[Text]:
    # One look at all texts together: most records hold none of the words.
    hits = [word for word in words if word in record.all_lower]
    if hits:
        yield from (text for text in record.texts if any(word in text.lower for word in hits))


def _whole_leftover(text: Text) -> str:
    """The text, if it is nothing but a leftover or the model's own prompt."""
    if len(text.lower) <= LONGEST_LEFTOVER and WHOLE_LEFTOVER.fullmatch(text.lower.strip(" .:\n")):
        return text.plain.strip()
    prompt = text.field.prompt if text.column is None else text.column.prompt
    return prompt if prompt and text.plain.strip() == prompt else ""


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0] if found else ""


def _spaced(lower: str) -> str:
    return " ".join(lower.split()) if "\u00a0" in lower or "  " in lower or "\n" in lower else lower


def _cut(sentence: str) -> str:
    words = sentence.strip()
    return words if len(words) <= 120 else f"{words[:117].rsplit(' ', 1)[0]} …"  # noqa: PLR2004 - a line
