"""The page with what changed: one file, in Dutch, for a browser or a printer."""

from collections.abc import Iterator
from functools import cache

from sop_templates.domain.comparison import Change, ChangeKind
from sop_templates.domain.word_diff import PieceKind
from sop_templates.engine.models import LIBRARY
from sop_templates.engine.publication.pages import FOLDER
from sop_templates.engine.route.change_words import WORDS, asked, is_worded
from sop_templates.engine.route.compared_words import (
    FIXED,
    FIXED_WORDS,
    compared_title,
    in_short,
    note_of,
    pieces_of,
    school_state,
    side_in_words,
)
from sop_templates.engine.route.comparing import Compared, FixedChange, SchoolChanges
from sop_templates.formats.web.comparison_values import (
    ComparisonPage,
    Mark,
    ShownChange,
    ShownSchool,
    Stretch,
)
from sop_templates.formats.web.writing import STYLE, PageWriter
from sop_templates.richtext_markup import parse

TEMPLATE, BLOCK_STYLE = "vergelijking.html", "vergelijking.css"
MARKS: dict[PieceKind, Mark] = {"same": "", "removed": "removed", "added": "added"}
BECAME: Stretch = (" → ", "")


def comparison_page(compared: Compared) -> bytes:
    """The page; HTML without a script, that fetches nothing."""
    page = ComparisonPage(
        compared_title(compared),
        in_short(compared),
        tuple(_school(one, number) for number, one in enumerate(compared.schools, 1)),
    )
    return _writer().write(TEMPLATE, page=page)


@cache
def _writer() -> PageWriter:
    names = ("kader.html", TEMPLATE, STYLE, BLOCK_STYLE)
    files = {name: (LIBRARY / FOLDER / name).read_text(encoding="utf-8") for name in names}
    return PageWriter({**files, STYLE: f"{files[STYLE].strip()}\n{files[BLOCK_STYLE]}"})


def _school(school: SchoolChanges, number: int) -> ShownSchool:
    lines = ["".join(run.text for run in one.runs) for one in parse(school.proposal)]
    return ShownSchool(
        id=f"school-{number}",
        title=" ".join(word for word in (school.name, school.code) if word) or f"School {number}",
        files=f"Van {side_in_words(school.before)} naar {side_in_words(school.after)}",
        state=school_state(school),
        changes=(*map(_change, school.changes), *map(_fixed, school.fixed)),
        yearly=tuple(map(_change, school.yearly)),
        proposal=tuple(lines),
        proposed=school.proposed,
    )


def _change(change: Change) -> ShownChange:
    return ShownChange(
        question=asked(change),
        item=change.item,
        word=WORDS[change.kind],
        stretches=tuple(_stretches(change)),
        note=note_of(change),
    )


def _stretches(change: Change) -> Iterator[Stretch]:
    pieces = [(one.text, MARKS[one.kind]) for one in pieces_of(change)]
    if change.kind is ChangeKind.CHANGED and not is_worded(change):
        yield pieces[0]
        yield BECAME
        yield pieces[1]
    else:
        yield from pieces


def _fixed(change: FixedChange) -> ShownChange:
    before, after = FIXED_WORDS[change.before], FIXED_WORDS[change.after]
    return ShownChange(
        question=FIXED.format(title=change.title),
        item="",
        word=WORDS[ChangeKind.CHANGED],
        stretches=((before, "removed"), BECAME, (after, "added")),
    )
