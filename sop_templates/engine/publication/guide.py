"""What is kept from the public in a Word file, by the model that it follows and by all others."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from sop_templates.domain.model import Field, Model
from sop_templates.domain.publication import is_public
from sop_templates.engine.model_files.blocks import INTERNAL_NOTE
from sop_templates.engine.models import model_names, open_model
from sop_templates.engine.placement.model_texts import ModelTexts, find_alike, key_of, open_texts
from sop_templates.formats.word.published.guide import Guide, Meaning
from sop_templates.richtext_markup import parse, plain

LONGEST_QUESTION = 160  # characters: longer words are prose and no question
_PARTS = ":\t"  # what parts a question from its answer on one line


def guide_for(model_name: str, *, names: bool) -> Guide:
    """The guide for files of a model.

    Args:
        model_name: the model that the file was read by.
        names: whether persons' fields are published too.

    Returns:
        What is internal in this model or, where it has no such field, in another one of the
        library: a file may have been begun with another model.
    """
    texts = open_texts(model_name)
    model = texts.model
    private = {one.key: one for one in model.fields if not is_public(one, names=names)}
    public = {one.key: one for one in model.fields if one.key not in private}
    for name in model_names():
        for one in open_model(name).fields:
            if one.key not in public and not is_public(one, names=names):
                private.setdefault(one.key, one)
    return Guide(
        tags=_tags(private.values()),
        bookmarks=frozenset(one.bookmark for one in private.values()),
        known=_tags(public.values()) | {one.bookmark for one in public.values()},
        meaning=_Meanings(texts, frozenset(private)).of,
    )


def private_fields(model: Model, *, names: bool) -> Mapping[str, Field]:
    """The questions of a model whose answers are not published, by key."""
    return {one.key: one for one in model.fields if not is_public(one, names=names)}


def _tags(fields: Iterable[Field]) -> frozenset[str]:
    return frozenset(tag for one in fields for tag in (one.key, *one.tags()))


class _Meanings:
    """Tells what words in a file are."""

    def __init__(self, texts: ModelTexts, private: frozenset[str]) -> None:
        self._texts = texts
        self._private = private
        self._title = key_of(texts.model.title)
        titles = [texts.model.internal_title, INTERNAL_NOTE]
        titles += [open_model(name).internal_title for name in model_names()]
        self._fixed = frozenset(
            key_of(line)
            for one in texts.model.fixed_texts.values()
            for line in plain(parse(one.text)).splitlines()
        )
        self._last_pages = frozenset(key_of(title) for title in titles if title)
        self.of = lru_cache(maxsize=4096)(self._find)

    def _find(self, text: str) -> Meaning:
        key = key_of(text)
        if not key or key in self._fixed:
            return Meaning.TEXT
        if key in self._last_pages or self._texts.is_prompt(text.strip()):
            return Meaning.LAST_PAGE if key in self._last_pages else Meaning.PROMPT
        if len(key) > LONGEST_QUESTION:
            return Meaning.INTRO if self._texts.is_own(text) else Meaning.TEXT
        return self._short(text, key)

    def _short(self, text: str, key: str) -> Meaning:
        if key == self._title:
            return Meaning.INTRO
        if find_alike(key, self._last_pages):
            return Meaning.LAST_PAGE
        if fields := self._texts.find_fields(text):
            return Meaning.PRIVATE if self._are_private(fields) else Meaning.QUESTION
        if self._texts.find_chapter(text):
            return Meaning.CHAPTER
        if self._is_private_line(text):
            return Meaning.PRIVATE_LINE
        return Meaning.INTRO if self._texts.is_own(text) else Meaning.TEXT

    def _is_private_line(self, text: str) -> bool:
        for at, sign in enumerate(text):
            if sign in _PARTS and text[at + 1 :].strip():
                fields = self._texts.find_fields(text[:at], alike=False)
                if fields and self._are_private(fields):
                    return True
        return False

    def _are_private(self, fields: tuple[Field, ...]) -> bool:
        return all(one.key in self._private for one in fields)


def told(fields: Iterable[Field]) -> str:
    """The questions as one text for a message."""
    return "; ".join(one.title for one in fields)
