"""How a prepared template is filled: one Jinja render a story, and a zip; nothing is parsed."""

from collections.abc import Mapping
from itertools import count

from jinja2 import Template, TemplateError, UndefinedError

from sop_templates.errors import SopError
from sop_templates.formats.word.filling.additions import Additions
from sop_templates.formats.word.filling.filled_parts import (
    custom_properties,
    kept_answers,
    link_relations,
    numbered_lists,
)
from sop_templates.formats.word.filling.jinja_environment import compiled, make_environment
from sop_templates.formats.word.filling.package_writing import (
    Packed,
    beginning,
    copied,
    packed,
    zipped,
)
from sop_templates.formats.word.filling.prepared import Prepared, Story
from sop_templates.formats.word.values import Context
from sop_templates.kinds.templates import FAILING_EXPRESSION, UNKNOWN_NAME


class WordTemplate:
    """A template that is ready to be filled, any number of times, also from several threads."""

    def __init__(self, template: bytes, prepared: Prepared, file: str = "") -> None:
        """Compiles what was prepared.

        Args:
            template: the Word file.
            prepared: what `prepare_template` made of it.
            file: its name, for messages.

        Raises:
            SopError: its Jinja is faulty.
        """
        self._file = file
        self._prepared = prepared
        environment = make_environment(prepared)
        self._stories = [(story, compiled(environment, story, file)) for story in prepared.stories]
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
        for story, template in self._stories:
            parts += self._filled(story, template, context, added)
        if around is not None and added.numbered_lists:
            text = numbered_lists(around, prepared.abstract, added.numbered_lists)
            parts.append(packed(around.name, text))
        elif self._numbering is not None:
            parts.append(self._numbering)
        custom = prepared.properties
        parts.append(packed(custom.name, custom_properties(custom, properties)))
        parts.append(packed(prepared.kept, kept_answers(kept)))
        return zipped(self._beginning, parts)

    def _filled(
        self, story: Story, template: Template, context: Context, added: Additions
    ) -> list[Packed]:
        around = story.relations
        added.begin_story(count(around.first if around else 1))
        try:
            text = template.render(context, _added=added)
        except UndefinedError as error:
            raise SopError(
                UNKNOWN_NAME, self._file, part=story.name, reason=error.message
            ) from error
        except (
            TemplateError,
            TypeError,
            ArithmeticError,
        ) as error:  # what Jinja lets pass: {{ "a" + 1 }}
            raise SopError(
                FAILING_EXPRESSION, self._file, part=story.name, reason=str(error)
            ) from error
        if self._prepared.varies and story is self._stories[0][0]:
            text = _with_fitting_grids(text)
        parts = [packed(story.name, text)]
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
    from sop_templates.formats.word.filling.table_grids import fitted  # noqa: PLC0415 - loads docxtpl

    return fitted(document)
