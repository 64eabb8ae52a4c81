"""The words of a model as they stand in a Word file: questions, headings, prompts, and whose they are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from sop_templates.domain.dutch import fold
from sop_templates.domain.model import SCHOOL_NAME, SCHOOL_YEAR, Chapter, Column, Field, Model
from sop_templates.engine.models import model_folder, open_model
from sop_templates.formats.files import read_whole
from sop_templates.formats.word.finished.document import open_document
from sop_templates.formats.word.finished.spans import set_apart

TEMPLATE = "model.docx"
LIKENESS = 88  # per cent: a mistyped or slightly reworded question is still that question
REWORDED, CLEAR = 80, 10  # per cent: a heading in other words, and how far any other question is
SHORTEST = 8  # characters: shorter words are too much alike to guess by likeness
A_SENTENCE = 5  # words: a caption of fewer with words more or less is rather an answer
CELL_SIGNS = "\t;|"  # between the cells of a table that became lines

NUMBERING = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|[a-z][.)])\s+(?=\S)")
_CELLS = re.compile(f"[{CELL_SIGNS}]")
EDGES = " \t\n:;.,?!*★•-()[]{}\"'"

# What Word shows in an empty control where a file has no prompt of its own, by its language.
WORD_PROMPTS = (
    "Klik hier om iets in te vullen.",
    "Klik of tik om tekst in te voeren.",
    "Klik hier als u tekst wilt invoeren.",
    "Klik hier om tekst in te voeren.",
    "Kies een item.",
    "Klik of tik om een datum in te voeren.",
    "Klik hier als u een datum wilt invoeren.",
    "Click or tap here to enter text.",
    "Click here to enter text.",
    "Choose an item.",
    "Click or tap to enter a date.",
    "Click here to enter a date.",
)


@lru_cache(maxsize=8192)
def key_of(text: str) -> str:
    """What is compared of a heading or question: folded, without number and signs around it."""
    folded = fold(text).strip(EDGES)
    return NUMBERING.sub("", folded, count=1).strip(EDGES) if folded else ""


@dataclass(frozen=True)
class ModelTexts:
    """The words of a model, ready for comparing.

    Attributes:
        model: whose.
        name: under which it was opened.
        prompts: all prompts, as written.
    """

    model: Model
    name: str
    prompts: frozenset[str]

    @cached_property
    def own_tags(self) -> frozenset[str]:
        """Tags of the controls that are a field or fixed text by themselves, not a table's cell."""
        return frozenset(one.key for one in self.model.scalars()) | self.model.fixed_texts.keys()

    @cached_property
    def columns(self) -> Mapping[str, tuple[str, Column]]:
        """The field's key and the column of a table's cell, by the tag of its control."""
        return {
            tag: (one.key, column)
            for one in self.model.fields
            for tag in one.tags()
            if (column := one.column(tag.rpartition(".")[2])) is not None
        }

    @cached_property
    def labels(self) -> Mapping[str, tuple[Field, ...]]:
        """The fields by the key of their question; the title stands above name and year."""
        found = {
            key_of(words): (one,) for one in self.model.fields for words in (one.title, one.label)
        }
        by_key = self.model.by_key
        return found | {key_of(self.model.title): (by_key[SCHOOL_NAME], by_key[SCHOOL_YEAR])}

    @cached_property
    def _headings(self) -> Mapping[str, Field]:
        """The fields by the key of their question, in the words of older SOPs and own formats too."""
        return {
            key_of(words): one
            for one in self.model.fields
            for words in (*one.other_labels, one.title, one.label)
        }

    @cached_property
    def chapters(self) -> Mapping[str, Chapter]:
        """The chapters by the key of their headings, also those that own formats use."""
        return {
            key_of(words): one
            for one in self.model.chapters
            for words in (*one.headings, one.title)
        }

    @cached_property
    def others(self) -> frozenset[str]:
        """Keys of what the model says beside questions and chapter headings."""
        return frozenset(key_of(words) for words in self._sentences()) | self._template_keys

    def is_prompt(self, text: str) -> bool:
        """Whether a text is a prompt of the model or Word's own, case and spaces aside."""
        if text in self.prompts:
            return True
        if len(text) > self._longest_prompt:
            return False
        start = text.lstrip()[:2].casefold()
        return start in self._prompt_starts and fold(text) in self._folded_prompts

    def is_own(self, text: str) -> bool:
        """Whether a text is the model's, not the school's."""
        key = key_of(text)
        if not key or key in self.labels or key in self.others:
            return True
        cells = _CELLS.split(text)
        if len(cells) > 1 and all(map(self.is_own, cells)):
            return True
        return self.find_chapter(text) is not None

    def find_fields(self, text: str, *, alike: bool = True) -> tuple[Field, ...]:
        """The fields that a text asks for.

        Args:
            text: a paragraph or cell.
            alike: whether a text that is only alike counts.

        Returns:
            The fields, in the order of their answers; () where the text is no question.
        """
        key = key_of(text)
        if key in self.labels or not alike:
            return self.labels.get(key, ())
        nearest = find_alike(key, self.labels)
        return self.labels[nearest] if nearest and not _differs_by_words(nearest, key) else ()

    def find_heading(self, text: str) -> Field | None:
        """The field that a heading asks for in other words or another order; None where it is unsure."""
        key = key_of(text)
        if len(key) < SHORTEST:
            return None
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - most files never need it

        found = process.extract(
            key, list(self._headings), scorer=fuzz.token_sort_ratio, score_cutoff=REWORDED - CLEAR
        )
        if not found or found[0][1] < REWORDED:
            return None
        nearest = self._headings[found[0][0]]
        others = [score for words, score, _ in found if self._headings[words] is not nearest]
        return nearest if not others or found[0][1] - others[0] >= CLEAR else None

    def find_chapter(self, text: str) -> Chapter | None:
        """The chapter that a text is the heading of, or None; a sentence with a full stop is none."""
        return None if text.rstrip().endswith(".") else self.chapters.get(key_of(text))

    @cached_property
    def _longest_prompt(self) -> int:
        return 2 * max(map(len, self.prompts))  # room for spaces that folding takes away

    @cached_property
    def _prompt_starts(self) -> frozenset[str]:
        return frozenset(one[:2].casefold() for one in self.prompts)

    @cached_property
    def _folded_prompts(self) -> frozenset[str]:
        return frozenset(fold(one) for one in self.prompts)

    @cached_property
    def _template_keys(self) -> frozenset[str]:
        """What stands in the model's own Word file outside its controls."""
        path = model_folder(self.name) / TEMPLATE
        if not path.is_file():
            return frozenset()
        story = open_document(read_whole(path), str(path)).body
        apart = set_apart(story.spans.controls)
        return frozenset(
            key_of(story.text(one.start, one.end, apart)) for one in story.spans.paragraphs
        )

    def _sentences(self) -> Iterator[str]:
        model = self.model
        yield from (model.name, model.title, model.region, model.internal_title, model.contact)
        yield from (one.title for one in model.fixed_texts.values())
        yield from (one.intro for one in model.chapters)
        yield from self.prompts
        for one in model.fields:
            yield from (column.label for column in one.columns)
            yield from (words for row in one.rows for words in (row.label, row.group))


@cache
def open_texts(name: str) -> ModelTexts:
    """The words of the model of that name or folder.

    Raises:
        UsageError: there is no such model, or its `model.toml` has faults.
    """
    model = open_model(name)
    prompts = [one.prompt for one in model.fields]
    prompts += [column.prompt for one in model.fields for column in one.columns]
    return ModelTexts(model, name, frozenset(one for one in (*prompts, *WORD_PROMPTS) if one))


def find_alike(key: str, keys: Iterable[str]) -> str:
    """The key that is most like one, or "" where none is enough; see `key_of` and `LIKENESS`."""
    if len(key) < SHORTEST:
        return ""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - most files never need it

    found = process.extractOne(key, list(keys), scorer=fuzz.ratio, score_cutoff=LIKENESS)
    return found[0] if found else ""


def _differs_by_words(label: str, key: str) -> bool:
    """Whether a text is a caption with words more or less: those may be an answer, or all of it."""
    words, given = set(label.split()), set(key.split())
    return len(words) < A_SENTENCE and words != given and (words < given or given < words)
