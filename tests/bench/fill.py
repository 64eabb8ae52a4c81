"""How fast a SOP is filled: beside plain docxtpl, beside the limit, and from a cold start."""

import io
import json
import sys
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from itertools import cycle
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment, Template

from sop_templates.domain.answers import Answers
from sop_templates.engine.intake.files import write_intake
from sop_templates.engine.models import model_folder
from sop_templates.engine.word_files import (
    TEMPLATE,
    WordModel,
    open_word_model,
    prepare,
    word_context,
)
from sop_templates.formats.word.filling.control_markup import (
    PARAGRAPH_END,
    RUN_END,
    ControlMarkup,
    Shape,
)
from sop_templates.formats.word.filling.package_writing import Packed, beginning, copied, zipped
from sop_templates.formats.word.filling.prepared import Prepared, Story
from sop_templates.formats.word.filling.story_plans import CONTROL, LOOP, NUMBER, TEXT, plan_source
from tests.bench.timing import Measure, by_turns
from tests.support.generated import generated_answers

SCHOOLS = 20
COLD_ROUNDS = 7
REPEAT = 10  # fillings within one timing of ours
PLAIN_DOCXTPL = """
import json, sys
from docxtpl import DocxTemplate
template, context, target = sys.argv[1:]
document = DocxTemplate(template)
with open(context, encoding="utf-8") as file:
    document.render(json.load(file), autoescape=True)
document.save(target)
"""


def measures() -> list[Measure]:
    """Filling one SOP, a full record with all that belongs to it."""
    word = open_word_model()
    records = [generated_answers(word.model, f"00AA{number:02}") for number in range(SCHOOLS)]
    return [
        _beside_docxtpl(word, records),
        _beside_the_limit(word, records),
        _cold(word, records[0]),
    ]


def _beside_docxtpl(word: WordModel, records: list[Answers]) -> Measure:
    path = model_folder("haaglanden") / TEMPLATE
    contexts = [_plain(word_context(word.translations, one)) for one in records]
    ours, theirs = _in_turn(word.fill, records), _in_turn(partial(_docxtpl, path), contexts)
    return Measure(
        "een SOP vullen", "docxtpl", *by_turns(ours, theirs, repeat=REPEAT), goal=30, faster=True
    )


def _docxtpl(path: Path, context: Mapping[str, Any]) -> bytes:
    document = DocxTemplate(path)
    document.render(dict(context), autoescape=True)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _in_turn(work: Callable[[Any], object], values: list[Any]) -> Callable[[], object]:
    """The work on the next value each time, so that nothing can be remembered from the last."""
    following = cycle(values)
    return lambda: work(next(following))


def _plain(value: Any) -> Any:
    """A context of plain texts, as docxtpl's users have it: its values are copied as `str`."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, str) else "" if value is None else value


def _beside_the_limit(word: WordModel, records: list[Answers]) -> Measure:
    limit = Limit(word, records)
    ours, one_limit = _in_turn(word.fill, records), _in_turn(limit.fill, list(range(SCHOOLS)))
    seconds, of_all = by_turns(ours, lambda: [one_limit() for _ in range(REPEAT)], repeat=REPEAT)
    return Measure(
        "een SOP vullen", "een keer Jinja, zlib 6", seconds, of_all / REPEAT, goal=1.5, faster=False
    )


class Limit:
    """What filling cannot do without: one Jinja render of plain text into the same XML, and a zip.

    The parts that are new are packed at zlib 6, all others copied as they lie. Each answer is one
    text that is escaped and put where our filling puts it; nothing is typed, parsed or numbered.
    """

    def __init__(self, word: WordModel, records: list[Answers]) -> None:
        """Compiles the plain template; takes the parts beside the text from files of ours."""
        template = (model_folder("haaglanden") / TEMPLATE).read_bytes()
        prepared = prepare(word.model, template)
        environment = Environment(autoescape=True)
        self._stories: dict[str, Template] = {
            story.name: environment.from_string(_plain_source(story, prepared))
            for story in prepared.stories
        }
        self._contexts = [_plain(word_context(word.translations, one)) for one in records]
        before = copied(template)
        files = [copied(word.fill(one)) for one in records]
        self._beside = [
            {
                name: zlib.decompress(one.data, -zlib.MAX_WBITS)
                for name, one in file.items()
                if before.get(name) != one and name not in self._stories
            }
            for file in files
        ]
        new = set(self._beside[0]) | set(self._stories)
        self._start = beginning({name: one for name, one in before.items() if name not in new})

    def fill(self, number: int) -> bytes:
        """The file of one record."""
        context = self._contexts[number]
        texts = {name: one.render(context).encode() for name, one in self._stories.items()}
        new = texts | self._beside[number]
        return zipped(self._start, [_packed(name, data) for name, data in new.items()])


def _packed(name: str, data: bytes) -> Packed:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(name, packer.compress(data) + packer.flush(), 8, zlib.crc32(data), len(data))


def _plain_source(story: Story, prepared: Prepared) -> str:
    """The Jinja of a story with each control as XML around one escaped text."""
    assert story.plan is not None
    return "".join(_plain_item(item, prepared) for item in story.plan)


def _plain_item(item: Any, prepared: Prepared) -> str:
    if isinstance(item, str):
        return item
    kind, *rest = item
    if kind == LOOP:
        name, path, inside = rest
        body = "".join(_plain_item(one, prepared) for one in inside)
        return f"{{% for {name} in {'.'.join(path)} %}}{body}{{% endfor %}}"
    if kind == CONTROL:
        return _plain_control(prepared.controls[rest[0]], ".".join(rest[1:]))
    if kind == TEXT:
        return f"{{{{ {'.'.join(rest[1:])} }}}}"
    return "1" if kind == NUMBER else plan_source([item])


def _plain_control(control: ControlMarkup, path: str) -> str:
    value = f"{{{{ {path} }}}}"
    start = control.start + (control.number or "1")
    if control.shape is Shape.TICK:
        return f"{start}{control.filled[1]}{value}{control.filled[2]}"
    if control.shape is Shape.DATE:
        before, between, after = control.filled
        return f"{start}{before}{between}{value}{after}"
    before, after = control.filled[:2]
    if control.shape is Shape.TEXT:
        return f"{start}{before}{value}{after}"
    text = f"{control.runs[0]}{value}{RUN_END}"
    if control.shape is Shape.LINE:
        return f"{start}{before}{text}{after}"
    return f"{start}{before}{control.paragraphs[0]}{text}{PARAGRAPH_END}{after}"


def _cold(word: WordModel, record: Answers) -> Measure:
    with TemporaryDirectory() as folder:
        intake, context, target = (Path(folder, name) for name in ("in.xlsx", "c.json", "out.docx"))
        intake.write_bytes(write_intake(word.model, "school", [record]))
        plain = _plain(word_context(word.translations, record))
        context.write_text(json.dumps(plain), encoding="utf-8")
        template = str(model_folder("haaglanden") / TEMPLATE)
        ours = ["-m", "sop_templates", "fill", str(intake), "-o", folder, "--force", "--quiet"]
        theirs = ["-c", PLAIN_DOCXTPL, template, str(context), str(target)]
        return Measure(
            "een rij naar een bestand, koud",
            "docxtpl-script",
            *by_turns(partial(_python, ours), partial(_python, theirs), rounds=COLD_ROUNDS),
            goal=1,
            faster=False,
        )


def _python(arguments: list[str]) -> None:
    run([sys.executable, *arguments], check=True, capture_output=True)  # noqa: S603 - our own programs
