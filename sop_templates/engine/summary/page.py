"""The board's page: one file that needs no network, to look up who offers what."""

from functools import cache

from sop_templates.domain.coverage import (
    ItemCount,
    Meaning,
    choice_column,
    count_items,
    counted_lists,
    counted_rows,
)
from sop_templates.domain.dutch import write_date
from sop_templates.domain.list_counts import ThemeCounts
from sop_templates.domain.model import Field, Model
from sop_templates.engine.models import LIBRARY
from sop_templates.engine.summary.dutch_counts import closed, either
from sop_templates.engine.summary.names import table_names
from sop_templates.engine.summary.offer import NOTHING, answered_words
from sop_templates.engine.summary.page_parts import (
    facts,
    list_rows,
    school_card,
)
from sop_templates.engine.summary.sentences import key_sentences
from sop_templates.engine.summary.values import Summary
from sop_templates.formats.web.board_values import (
    BoardPage,
    Item,
    ItemGroup,
    Part,
    RowList,
    Table,
)
from sop_templates.formats.web.writing import STYLE, PageWriter
from sop_templates.language import dutch

FRAME = LIBRARY / "pagina" / "kader.html"
FOLDER = LIBRARY / "bestuur"
PAGE, SCRIPT, LOOK = "overzicht.html", "overzicht.js", "overzicht.css"

PARTS = {
    Meaning.PRESENT: "heeft het",
    Meaning.PARTLY: "deels",
    Meaning.ABSENT: "niet",
    Meaning.OTHER: "anders",
    Meaning.UNANSWERED: "geen antwoord",
}


@cache
def _writer() -> PageWriter:
    files = {one.name: one.read_text(encoding="utf-8") for one in (FOLDER / PAGE, FOLDER / SCRIPT)}
    files[FRAME.name] = FRAME.read_text(encoding="utf-8")
    files[STYLE] = (FOLDER / LOOK).read_text(encoding="utf-8")
    return PageWriter(files)


def make_board_page(summary: Summary) -> bytes:
    """The page, in Dutch; without names of persons and texts that are internal.

    Returns:
        HTML, the same bytes for the same summary.
    """
    with dutch():
        return _writer().write(PAGE, SCRIPT, page=board_page(summary))


def board_page(summary: Summary) -> BoardPage:
    """What the page shows."""
    model = summary.model
    themes = ThemeCounts(model, summary.records)
    names = dict(table_names(model))
    areas = {one.area for one in summary.schools} | {one.area for one in summary.missing}
    return BoardPage(
        owner=summary.owner,
        year=summary.year,
        made=write_date(summary.today) if summary.today else "",
        facts=tuple(facts(summary)),
        sentences=tuple(key_sentences(summary)),
        themes=_themes(model),
        areas=tuple(sorted(areas - {""})),
        tables=tuple(_table(one, summary, themes, names) for one in counted_rows(model)),
        lists=tuple(_list(one, summary, names) for one in counted_lists(model)),
        schools=tuple(school_card(one, summary, names) for one in summary.schools),
        missing=tuple(one.name or one.code for one in summary.missing),
    )


def _themes(model: Model) -> tuple[str, ...]:
    """The themes of items, in the order in which lists offer them."""
    used = {theme for one in counted_rows(model) for row in one.rows for theme in row.themes}
    offered = [word for one in model.lists() for column in one.columns for word in column.options]
    return tuple(word for word in dict.fromkeys(offered) if word in used)


def _table(field: Field, summary: Summary, themes: ThemeCounts, names: dict[str, str]) -> Table:
    column = choice_column(field)
    assert column is not None, field.key  # `counted_rows` gives no other fields
    groups: dict[str, list[Item]] = {}
    for one in count_items(field, summary.records):
        groups.setdefault(one.row.group, []).append(_item(field, one, summary, themes, names))
    return Table(
        id=_anchor(field.key),
        name=names[field.key],
        question=closed(field.label),
        present=either(column.present) if column.present else "niets",
        groups=tuple(ItemGroup(title, tuple(items)) for title, items in groups.items()),
    )


def _item(
    field: Field, count: ItemCount, summary: Summary, themes: ThemeCounts, names: dict[str, str]
) -> Item:
    total = len(summary.schools) or 1
    parts, start = [], 0.0
    for meaning, words in PARTS.items():
        schools = count.by_meaning[meaning]
        width = round(100 * schools / total, 3)
        parts.append(Part(meaning.value, words, schools, round(start, 3), width))
        start += width
    answered = answered_words(count, themes, names) if count.is_white else NOTHING
    return Item(
        id=f"{field.key}.{count.row.key}",
        label=count.row.label,
        themes=count.row.themes,
        parts=tuple(parts),
        is_white=count.is_white,
        answered="" if answered == NOTHING else answered,
    )


def _list(field: Field, summary: Summary, names: dict[str, str]) -> RowList:
    return RowList(
        id=_anchor(field.key),
        name=names[field.key],
        question=closed(field.label),
        heads=tuple(column.label for column in field.columns),
        rows=tuple(list_rows(field, summary)),
    )


def _anchor(key: str) -> str:
    return key.replace(".", "-")
