"""Runs `sop` as a user does, and gives back what it said."""

import contextlib
import io
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sop_templates import language
from sop_templates.cli.main import main


@dataclass(frozen=True, slots=True)
class Said:
    """What a run of the command said.

    Attributes:
        code: the exit code.
        out: stdout.
        err: stderr.
    """

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Stdout as JSON: with `--json` there is nothing else on it."""
        return json.loads(self.out)


@contextlib.contextmanager
def _restored() -> Iterator[None]:
    spoken, asked = language.current(), os.environ.get("LANGUAGE")
    try:
        yield
    finally:
        language.use(spoken)
        os.environ.pop("LANGUAGE", None)
        if asked is not None:
            os.environ["LANGUAGE"] = asked


def sop(*words: object, lang: str = "nl") -> Said:
    """Runs the command with these words, in Dutch unless told otherwise."""
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    with _restored(), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main([str(words[0]), "--lang", lang, *map(str, words[1:])])
        except SystemExit as end:
            code = end.code
    assert isinstance(code, int)
    return Said(code, out.getvalue(), err.getvalue())
