"""Numbers in Dutch sentences: `1 school`, `3 scholen`, `alle 12 scholen`, lists with `en`."""

from collections.abc import Sequence


def some(count: int, one: str, many: str) -> str:
    """A number with its noun: `1 school`, `0 scholen`."""
    return f"{count} {one if count == 1 else many}"


def schools(count: int) -> str:
    """A number of schools."""
    return some(count, "school", "scholen")


def of_schools(count: int, total: int) -> str:
    """A number of all schools: `geen van de 12 scholen`, `3 van de 12 scholen`, `alle 12 scholen`."""
    if total == 1:
        return "de school" if count else "niet de school"
    if count == total:
        return f"alle {total} scholen"
    return f"{count or 'geen'} van de {total} scholen"


def joined(words: Sequence[str], most: int = 0) -> str:
    """Words as a list in a sentence: `a, b en c`.

    Args:
        words: at least one.
        most: how many are named at most; the rest is counted. 0 names all.
    """
    shown = list(words)
    if most and len(shown) > most:
        shown = [*shown[: most - 1], f"nog {len(shown) - most + 1}"]
    if len(shown) == 1:
        return shown[0]
    return f"{', '.join(shown[:-1])} en {shown[-1]}"


def either(options: Sequence[str]) -> str:
    """Answers in the words of the model, one or the other: `“ja” of “deels”`."""
    *front, last = [f"“{one}”" for one in options]
    return f"{', '.join(front)} of {last}" if front else last


def has(count: int, one: str = "heeft", many: str = "hebben") -> str:
    """The verb that goes with a number."""
    return one if count == 1 else many


def closed(words: str) -> str:
    """A label as a sentence of its own: with the full stop that it may lack."""
    return words if words.endswith(("?", ".", "!", ":")) else f"{words}."
