"""`sop controls`: every content control of any Word file, as plain values."""

from dataclasses import asdict, dataclass
from pathlib import Path, PurePath
from typing import Any

from sop_templates.engine.models import DEFAULT_MODEL
from sop_templates.engine.placement.model_texts import open_texts
from sop_templates.formats.files import read_whole
from sop_templates.formats.word.finished.document import open_document, read_glossary
from sop_templates.formats.word.finished.spans import set_apart


@dataclass(frozen=True, slots=True)
class ListedControl:
    """A content control of a file.

    Attributes:
        file: the file's name as the user gave it.
        part: the part it stands in, e.g. `word/header1.xml`.
        tag: what programs know it by, or "".
        title: what Word shows above it, or "".
        kind: `text`, `richText`, `dropDownList`, `comboBox`, `date`, `checkbox`, `picture`,
            `repeatingSection`, `repeatingSectionItem`, `group`, … as in ECMA-376.
        level: what it stands around: `block`, `inline`, `row` or `cell`.
        lock: `sdtLocked`, `contentLocked`, `sdtContentLocked`, or "" for none.
        prompt: whether it shows its prompt: it says so, or its text is a prompt.
        text: what it holds, controls in it aside: "" for a prompt, the day of a date as ISO date,
            the sign of a check box by its state.
    """

    file: str
    part: str
    tag: str
    title: str
    kind: str
    level: str
    lock: str
    prompt: bool
    text: str

    def as_json(self) -> dict[str, Any]:
        """The control as `sop controls --json` gives it."""
        return asdict(self)


def list_controls(path: str | PurePath) -> tuple[ListedControl, ...]:
    """The controls of a Word file: of the body first, then of headers, footers and notes.

    Raises:
        SopError: it cannot be read, is no Word file, or is unsafe.
    """
    return controls_in(read_whole(Path(path)), str(path))


def controls_in(data: bytes, file: str = "") -> tuple[ListedControl, ...]:
    """As `list_controls`, of a file's bytes."""
    document = open_document(data, file)
    prompts = read_glossary(document)
    found = []
    for story in document.stories:
        apart = set_apart(story.spans.controls)
        for one in story.spans.controls:
            says = story.properties(one.number)
            text = story.text(one.start, one.end, apart)
            prompt = says.is_showing_prompt or _is_prompt(text, prompts.get(says.prompt_part, ""))
            found.append(
                ListedControl(
                    file=file,
                    part=story.part,
                    tag=says.tag,
                    title=says.title,
                    kind=says.kind,
                    level=story.level(one.number),
                    lock=says.lock,
                    prompt=prompt,
                    text="" if prompt else says.date or says.glyph or text,
                )
            )
    return tuple(found)


def _is_prompt(text: str, own: str) -> bool:
    """Whether a text is the control's own prompt, one of our model's, or one of Word's."""
    return bool(text) and (text == own or open_texts(DEFAULT_MODEL).is_prompt(text))
