"""What a content control of a model is, as plain values."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class ControlKind(StrEnum):
    """The kinds of controls that hold an answer; rich text is the one without a type element."""

    TEXT = "text"
    RICH = "richText"
    LINK = "link"
    CHOICE = "dropDownList"
    OPEN_CHOICE = "comboBox"
    CHECKBOX = "checkbox"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Control:
    """A content control around an answer.

    Attributes:
        tag: what it is found by, at most 64 characters.
        title: what Word shows above it, at most 64 characters.
        kind: what may be put in.
        content: its text in the template, a Jinja expression.
        prompt: what it shows while empty; "" where a control of its kind shows none.
        options: the items of a choice.
        is_locked: whether it cannot be deleted.
        bookmark: name of the bookmark around it, or "".
    """

    tag: str
    title: str
    kind: ControlKind
    content: str
    prompt: str = ""
    options: tuple[str, ...] = ()
    is_locked: bool = True
    bookmark: str = ""

    @property
    def prompt_part(self) -> str:
        """The name of the glossary's part that holds the prompt, or "" without prompt."""
        return prompt_part_name(self.prompt) if self.prompt else ""


def prompt_part_name(prompt: str) -> str:
    """The name of the glossary's part for a prompt: 32 hexadecimal digits, as Word names its own.

    Equal prompts share a part. Word cuts names of building blocks at 32 characters, so that a tag
    would not do.
    """
    return hashlib.sha256(prompt.encode()).hexdigest()[:32].upper()
