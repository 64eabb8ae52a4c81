"""Limits: lengths, numbers of rows, ranges, forms of codes and links."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sop_templates.domain.checks_record import Record, Text
from sop_templates.domain.links import is_malformed
from sop_templates.domain.model import FieldType, Limits, Model, Need
from sop_templates.domain.words import count_words
from sop_templates.kinds.answers_checks import (
    ABOUT_TOO_MANY_PAGES,
    BAD_LINK,
    NO_ADDRESS,
    OUT_OF_RANGE,
    TOO_FEW_ROWS,
    TOO_FEW_WORDS,
    TOO_MANY_CHARACTERS,
    TOO_MANY_PAGES,
    TOO_MANY_ROWS,
    TOO_MANY_WORDS,
    WRONG_CODE,
    WRONG_FORM,
)
from sop_templates.outcome import Finding

ESTIMATE_OFF = 1  # pages by which an estimate may be wrong
WEB_ADDRESS = re.compile(r"https?://[^\s/.?#]+(?:\.[^\s/.?#]+)+(?:[/?#]\S*)?", re.IGNORECASE)
MAIL_ADDRESS = re.compile(r"(?:mailto:)?[^\s@:/]+@[^\s@/]+\.[a-z]{2,}(?:\?\S*)?", re.IGNORECASE)
PHONE_ADDRESS = re.compile(r"tel:\+?[\d() .-]+", re.IGNORECASE)
LINK_IN_TEXT = re.compile(r"(?<!\\)\]\(([^()\s]*)\)")


def check_words(record: Record) -> Iterator[Finding]:
    """SOP114, SOP144: texts with more or fewer words than the model asks; an own format has none."""
    if record.own_format:
        return
    for text in record.texts:
        limits = text.limits
        if limits.max_words is None and limits.min_words is None:
            continue
        # An exact count costs more than splitting, and only few texts need it.
        roughly = len(text.plain.split())
        if limits.max_words is not None and roughly > limits.max_words:
            yield from _too_many(record, text, limits.max_words)
        elif limits.min_words is not None and roughly < 2 * limits.min_words:
            yield from _too_few(record, text, limits.min_words)


def check_characters(record: Record) -> Iterator[Finding]:
    """SOP145: texts with more characters than the model asks; as of words."""
    if record.own_format:
        return
    for text in record.texts:
        limit = text.limits.max_characters
        if limit is not None and len(text.plain) > limit:
            yield record.text_finding(TOO_MANY_CHARACTERS, text, count=len(text.plain), limit=limit)


def find_too_many_pages(model: Model, pages: int, *, counted: bool) -> Iterator[Finding]:
    """SOP153, SOP154: a document with more pages than the model asks.

    Args:
        model: what was asked.
        pages: of the whole document.
        counted: whether they were counted; else estimated.
    """
    if model.max_pages is None:
        return
    values = {"count": pages, "limit": model.max_pages}
    if counted and pages > model.max_pages:
        yield Finding(TOO_MANY_PAGES, values=values)
    elif not counted and pages > model.max_pages + ESTIMATE_OFF:
        yield Finding(ABOUT_TOO_MANY_PAGES, values=values)


def check_rows(record: Record) -> Iterator[Finding]:
    """SOP146, SOP147: lists with fewer or more rows than the model asks; an empty one is a gap."""
    if record.own_format:
        return
    for field in record.model.lists():
        rows = record.answers.get(field.key)
        if not isinstance(rows, list) or not rows:
            continue
        limits = field.limits
        if limits.minimum is not None and len(rows) < limits.minimum:
            yield record.finding(TOO_FEW_ROWS, field, count=len(rows), limit=limits.minimum)
        if limits.maximum is not None and len(rows) > limits.maximum:
            yield record.finding(TOO_MANY_ROWS, field, count=len(rows), limit=limits.maximum)


def check_numbers(record: Record) -> Iterator[Finding]:
    """SOP148: numbers outside their range."""
    for field in record.model.fields:
        value = record.answers.get(field.key)
        if (
            field.type is FieldType.NUMBER
            and isinstance(value, int)
            and not _fits(value, field.limits)
        ):
            yield record.finding(OUT_OF_RANGE, field, value=value, limits=_range(field.limits))


def check_forms(record: Record) -> Iterator[Finding]:
    """SOP149, SOP150: codes that are not in the form that is asked, such as a vestigingscode."""
    for text in record.texts:
        pattern = text.limits.pattern
        if pattern is None or _compiled(pattern).fullmatch(text.value):
            continue
        kind = WRONG_CODE if text.field.need is Need.REQUIRED else WRONG_FORM
        yield record.text_finding(kind, text, value=text.value, prompt=text.field.prompt)


def check_links(record: Record) -> Iterator[Finding]:
    """SOP151, SOP152: links without an address, or with one that leads nowhere.

    An address that was mistyped is found when it is read (SOP109).
    """
    for field in record.model.fields:
        value = record.answers.get(field.key)
        if field.type is not FieldType.LINK or not isinstance(value, Mapping):
            continue
        if url := value.get("url"):
            if not is_address(url):
                yield record.finding(BAD_LINK, field, url=url)
        elif (text := value.get("text")) and not is_malformed({"text": text, "url": None}):
            yield record.finding(NO_ADDRESS, field, text=text)
    yield from _links_in_texts(record)


def is_address(url: str) -> bool:
    """Whether an address can be followed by somebody elsewhere: a web, mail or telephone address."""
    return any(form.fullmatch(url) for form in (WEB_ADDRESS, MAIL_ADDRESS, PHONE_ADDRESS))


def _too_many(record: Record, text: Text, limit: int) -> Iterator[Finding]:
    if (count := count_words(text.value)) > limit:
        yield record.text_finding(TOO_MANY_WORDS, text, count=count, limit=limit)


def _too_few(record: Record, text: Text, limit: int) -> Iterator[Finding]:
    if (count := count_words(text.value)) < limit:
        yield record.text_finding(TOO_FEW_WORDS, text, count=count, limit=limit)


def _links_in_texts(record: Record) -> Iterator[Finding]:
    for text in record.texts:
        if text.field.type is not FieldType.RICH or "](" not in text.value:
            continue
        for url in LINK_IN_TEXT.findall(text.value):
            if not is_address(url):
                yield record.text_finding(BAD_LINK, text, url=url)


def _fits(value: int, limits: Limits) -> bool:
    too_low = limits.minimum is not None and value < limits.minimum
    return not too_low and (limits.maximum is None or value <= limits.maximum)


def _range(limits: Limits) -> str:
    if limits.maximum is None:
        return f"≥ {limits.minimum}"
    return (
        f"≤ {limits.maximum}"
        if limits.minimum is None
        else f"{limits.minimum}\u2013{limits.maximum}"
    )


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
