"""What a page of `docs/` tells people to type, and what it says that they do in between."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass

_BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_STEP = re.compile(r"^<!-- doen: (?P<step>[a-z-]+) -->$", re.MULTILINE)
SHELL, COMMAND = "sh", "sop "


@dataclass(frozen=True, slots=True)
class Step:
    """What somebody does by hand, by the name that a comment in the page gives it."""

    name: str


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks in a language."""
    return [one["body"] for one in _BLOCK.finditer(text) if one["language"] == language]


def commands(text: str) -> list[list[str]]:
    """The words behind `sop` of each command in the page's shell blocks."""
    lines = [line for block in blocks(text, SHELL) for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith(COMMAND)]


def told(text: str) -> Iterator[Step | list[str]]:
    """The steps and commands of a page, in the order in which it tells them."""
    done = 0
    for one in sorted((*_BLOCK.finditer(text), *_STEP.finditer(text)), key=lambda m: m.start()):
        if one.start() < done:
            continue  # a comment inside a block is shown, not meant
        done = one.end()
        if one.re is _STEP:
            yield Step(one["step"])
        elif one["language"] == SHELL:
            yield from commands(one[0])
