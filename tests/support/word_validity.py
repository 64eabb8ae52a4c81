"""What makes a Word file valid beyond what openxml-audit sees: `assert_valid(data)`, `faults(data)`.

Each rule is a function over the opened file that gives the places at which it is broken.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from openxml_audit import OpenXmlValidator

from tests.support import word_controls_validity, word_parts_validity
from tests.support.word_parts import Parts, open_parts

Rule = Callable[[Parts], Iterator[str]]
RULES: tuple[Rule, ...] = (*word_parts_validity.RULES, *word_controls_validity.RULES)
WRONGLY_REJECTED = (
    "bbPlcHdr"  # Word's own glossaries have it; the audit takes it for a section type
)


def assert_valid(data: bytes, *, has_jinja: bool = True, audit: bool = True) -> None:
    """Fails with every fault of a Word file.

    Args:
        data: the file.
        has_jinja: whether `{{` and `{%` may stand in it: in a template, and where values hold them.
        audit: whether openxml-audit looks at it too (about a second).
    """
    found = faults(data, has_jinja=has_jinja, audit=audit)
    assert not found, "\n".join(found)


def faults(data: bytes, *, has_jinja: bool = True, audit: bool = True) -> list[str]:
    """Every fault of a Word file, one a line; the arguments are those of `assert_valid`."""
    if twice := word_parts_validity.doubled_entries(data):
        return [f"{name}: stands in the zip twice" for name in twice]
    parts = open_parts(data)
    rules: Iterable[Rule] = RULES if has_jinja else (*RULES, word_parts_validity.jinja_left)
    found = [fault for rule in rules for fault in rule(parts)]
    return found + (audited(data) if audit else [])


def audited(data: bytes) -> list[str]:
    """What openxml-audit finds, without what it is known to reject wrongly."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.docx"
        path.write_bytes(data)
        errors = OpenXmlValidator().validate(path).errors
    return [str(error) for error in errors if WRONGLY_REJECTED not in str(error)]
