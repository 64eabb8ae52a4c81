"""How a story gets its values: by its plan where it has one, else by Jinja, loaded only then."""

from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from sop_templates.formats.word.filling.additions import Additions
from sop_templates.formats.word.filling.control_markup import Filter, control_filter
from sop_templates.formats.word.filling.prepared import Prepared, Story
from sop_templates.formats.word.filling.story_plans import (
    NOT_PLANNED,
    TextFilter,
    Writer,
    make_writer,
    text_filter,
)
from sop_templates.formats.word.values import Context

if TYPE_CHECKING:
    from sop_templates.formats.word.filling.jinja_environment import JinjaStories


@dataclass
class StoryWriting:
    """The stories of a template, ready to be written.

    Attributes:
        prepared: the template.
        file: its name, for messages.
    """

    prepared: Prepared
    file: str
    _planned: dict[str, Writer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Makes the writers; a story that needs Jinja is compiled now, so that faults are told now."""
        for story in self.prepared.stories:
            if story.plan is None:
                self._jinja.writer(story)
            else:
                self._planned[story.name] = make_writer(story.plan, self._controls, self._texts)

    def text(self, story: Story, context: Context, added: Additions) -> str:
        """The text of a part, with what it adds in `added`.

        Raises:
            SopError: the template uses a name that the context lacks, or an expression of it fails.
        """
        first = story.relations.first if story.relations else 1
        added.begin_story(count(first))
        if story.name in self._planned:
            try:
                return self._planned[story.name](context, added)
            except NOT_PLANNED:  # Jinja has more ways to follow a path, or else tells what is wrong
                added.begin_story(count(first))
        return self._jinja.writer(story)(context, added)

    @cached_property
    def _controls(self) -> list[Filter]:
        return [control_filter(control) for control in self.prepared.controls]

    @cached_property
    def _texts(self) -> list[TextFilter]:
        return [text_filter(look) for look in self.prepared.text_looks]

    @cached_property
    def _jinja(self) -> "JinjaStories":
        from sop_templates.formats.word.filling.jinja_environment import (  # noqa: PLC0415 - loads Jinja
            JinjaStories,
        )

        return JinjaStories(self._controls, self._texts, self.file)
