"""How a prepared template is filled: each story is written once, and a zip; nothing is parsed."""

from collections.abc import Mapping
from itertools import count

from sop_templates.formats.word.filling.additions import Additions
from sop_templates.formats.word.filling.filled_parts import (
    custom_properties,
    kept_answers,
    link_relations,
    numbered_lists,
)
from sop_templates.formats.word.filling.package_writing import (
    Packed,
    beginning,
    copied,
    packed,
    zipped,
)
from sop_templates.formats.word.filling.prepared import Prepared, Story
from sop_templates.formats.word.filling.story_writing import StoryWriting
from sop_templates.formats.word.values import Context


class WordTemplate:
    """A template that is ready to be filled, any number of times, also from several threads."""

    def __init__(self, template: bytes, prepared: Prepared, file: str = "") -> None:
        """Puts together all that is the same in each file.

        Args:
            template: the Word file.
            prepared: what `prepare_template` made of it.
            file: its name, for messages.

        Raises:
            SopError: its Jinja is faulty.
        """
        self._prepared = prepared
        self._stories = StoryWriting(prepared, file)
        parts = copied(template) | {
            name: packed(name, text) for name, text in prepared.fixed.items()
        }
        around = prepared.numbering
        self._numbering = None if around is None else parts.get(around.name)
        for name in _written_each_time(prepared):
            parts.pop(name, None)
        self._beginning = beginning(parts)

    def fill(self, context: Context, properties: Mapping[str, str], kept: str) -> bytes:
        """A filled file; the same bytes for the same values.

        Args:
            context: the values, see `values`. A list has at least one row, be it blank.
            properties: custom properties, name and text.
            kept: what the custom XML part keeps: the answers as filled, JSON.

        Returns:
            The Word file.

        Raises:
            SopError: the template uses a name that the context lacks, or an expression of it fails.
            ValueError: a value has a character that XML cannot hold; canonical answers have none.
        """
        prepared = self._prepared
        around = prepared.numbering
        added = Additions(count(prepared.first_number), count(around.first if around else 1))
        parts: list[Packed] = []
        for story in prepared.stories:
            parts += self._filled(story, context, added)
        if around is not None and added.numbered_lists:
            text = numbered_lists(around, prepared.abstract, added.numbered_lists)
            parts.append(packed(around.name, text))
        elif self._numbering is not None:
            parts.append(self._numbering)
        custom = prepared.properties
        parts.append(packed(custom.name, custom_properties(custom, properties)))
        parts.append(packed(prepared.kept, kept_answers(kept)))
        return zipped(self._beginning, parts)

    def _filled(self, story: Story, context: Context, added: Additions) -> list[Packed]:
        """A story, and the part with its relationships where a file has one."""
        text = self._stories.text(story, context, added)
        if self._prepared.varies and story is self._prepared.stories[0]:
            text = _with_fitting_grids(text)
        parts = [packed(story.name, text)]
        around = story.relations
        if around is not None and (story.always or added.links):
            parts.append(packed(around.name, link_relations(around, added.links)))
        return parts


def _written_each_time(prepared: Prepared) -> set[str]:
    names = {story.name for story in prepared.stories}
    names |= {story.relations.name for story in prepared.stories if story.relations}
    names |= {prepared.properties.name, prepared.kept}
    return names | ({prepared.numbering.name} if prepared.numbering else set())


def _with_fitting_grids(document: str) -> str:
    """The document with the grid of each table as wide as its rows, where columns are in a loop."""
    from sop_templates.formats.word.filling.table_grids import (  # noqa: PLC0415 - loads docxtpl
        fitted,
    )

    return fitted(document)
