"""What a comparison says in Dutch, on its page as in its workbook."""

from pathlib import Path

from sop_templates.domain.comparison import Change
from sop_templates.domain.fixed_texts import FixedTextState
from sop_templates.domain.word_diff import Piece, around_changes, word_diff
from sop_templates.engine.route.change_words import is_worded
from sop_templates.engine.route.comparing import Compared, SchoolChanges, Side
from sop_templates.engine.summary.dutch_counts import joined, schools, some

INTERNAL, EACH_YEAR = "alleen voor bestuur en samenwerkingsverband", "elk jaar anders"
FIXED = "Vaste tekst: {title}"
FIXED_WORDS = {
    FixedTextState.INTACT.value: "zoals de regio hem schreef",
    FixedTextState.CHANGED.value: "gewijzigd",
    FixedTextState.MISSING.value: "niet gevonden",
}
LONG = 40  # words of a text that are shown whole


def compared_title(compared: Compared) -> str:
    """What was compared: two school years where all files agree on them, else the names."""
    both = [(one.before, one.after) for one in compared.schools]
    before = {was.year for was, now in both if was is not None and now is not None}
    after = {now.year for was, now in both if was is not None and now is not None}
    if len(before) == len(after) == 1 and before != after and "" not in before | after:
        return f"Wat is er veranderd van {before.pop()} naar {after.pop()}"
    return f"Wat is er veranderd van {Path(compared.old).name} naar {Path(compared.new).name}"


def in_short(compared: Compared) -> str:
    """How much changed, in a sentence or two."""
    both = [one for one in compared.schools if one.is_in_both]
    came = sum(one.before is None for one in compared.schools)
    gone = sum(one.after is None for one in compared.schools)
    changed = sum(bool(one.changes or one.fixed) for one in both)
    words = f"{schools(len(both))} vergeleken; bij {changed or 'geen'} is iets gewijzigd."
    rest = []
    if came:
        rest.append(f"{schools(came)} zonder ouder SOP")
    if gone:
        rest.append(f"{schools(gone)} zonder nieuw SOP")
    return f"{words} Verder: {joined(rest)}." if rest else words


def school_state(school: SchoolChanges) -> str:
    """How much changed at a school."""
    if school.before is None:
        return "Nieuwe school: er is geen ouder SOP om mee te vergelijken."
    if school.after is None:
        return "Er is geen nieuw SOP."
    count = len(school.changes) + len(school.fixed)
    return f"{some(count, 'wijziging', 'wijzigingen')}." if count else "Geen wijzigingen."


def side_in_words(side: Side | None) -> str:
    """A file, by its year and name."""
    if side is None:
        return "geen"
    name = Path(side.file).name
    return f"{side.year} ({name})" if side.year else name


def pieces_of(change: Change) -> tuple[Piece, ...]:
    """The two texts as one: word by word where they are in the school's own words, else one by one.

    Of a long text only what is around a change is there.
    """
    if not is_worded(change):
        both = (Piece("removed", change.before), Piece("added", change.after))
        return tuple(one for one in both if one.text)
    pieces = word_diff(change.before, change.after)
    is_long = max(len(text.split()) for text in (change.before, change.after)) > LONG
    return around_changes(pieces) if is_long else pieces


def note_of(change: Change) -> str:
    """What to know of a question beside its change."""
    return INTERNAL if change.field.internal else ""
