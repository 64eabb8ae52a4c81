"""`board.toml`, the board's own file beside the intakes and Word files: found, read, written."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from sop_templates.domain.board import Board, BoardSchool, board_from_data
from sop_templates.domain.model import Model
from sop_templates.errors import SopError
from sop_templates.formats.excel.delimited import decoded
from sop_templates.formats.files import MEGABYTE, read_whole, write_whole
from sop_templates.kinds.boards import BROKEN_TOML
from sop_templates.language import _
from sop_templates.outcome import Finding

BOARD_FILE = "board.toml"
MAX_BOARD = MEGABYTE  # bytes: the roster of the whole country takes half of it
MAX_DOTS = 500  # in a line: Python takes seconds over `a.a.a…` of thousands

HEAD = """\
# Het bestuur en zijn scholen. Dit bestand hoort in de map met de intakeformulieren en Word-documenten.
# Alles wat achter een # staat is uitleg. Tekst staat tussen aanhalingstekens, een datum als 2026-09-01.
"""
DEADLINE = """
# Uiterste datum waarop de scholen inleveren; weglaten betekent 1 september.
"""
CONTACT = """
# Bij wie scholen terechtkunnen met vragen.
"""
TEXTS = """
# Standaardteksten: komen te staan waar een school het veld leeg liet. De sleutels: sop model show
# Voorbeeld: "zorgplicht.contact" = "de directeur van de school"
[texts]
"""
RULES = """
# Regels: een bevinding uitzetten of strenger maken ("off", "warning" of "error"). Uitleg: sop explain
# Voorbeeld: SOP160 = "off"
[rules]
"""
AREAS = """
# Werkgebieden, elk met de postcodes (vier cijfers) of vestigingscodes die erin liggen.
# Voorbeeld: Centrum = ["2511", "2512", "07PD00"]
[areas]
"""
SCHOOLS = """
# De scholen. Wie hier staat en niets inlevert, wordt in het overzicht genoemd.
"""


def read_board(path: Path, model: Model | None = None) -> tuple[Board, tuple[Finding, ...]]:
    """The board of a `board.toml`.

    Args:
        path: the file.
        model: whose keys the standard texts are held against; None leaves that out.

    Returns:
        The board with all that can be used, and a finding for each word or value that cannot.

    Raises:
        SopError: the file cannot be read, or is no TOML (the line is named).
    """
    text = decoded(read_whole(path, MAX_BOARD)).removeprefix("\ufeff")
    if any(line.count(".") > MAX_DOTS for line in text.splitlines()):
        fault = _("a line with more than {count} dots").format(count=MAX_DOTS)
        raise SopError(BROKEN_TOML, path, fault=fault)
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also numbers and nests beyond Python's bounds
        raise SopError(BROKEN_TOML, path, fault=str(error)) from error
    board, findings = board_from_data(data, model)
    return board, tuple(one.in_file(str(path)) for one in findings)


def find_board(
    paths: Sequence[Path], model: Model | None = None
) -> tuple[Board | None, tuple[Finding, ...]]:
    """The board of the first `board.toml` beside or above what paths name; None where there is none.

    Args:
        paths: files and folders.
        model: as of `read_board`.

    Raises:
        SopError: the file that was found cannot be read.
    """
    for path in paths:
        for folder in _folders(path):
            if (folder / BOARD_FILE).is_file():
                return read_board(folder / BOARD_FILE, model)
    return None, ()


def _folders(path: Path) -> Iterator[Path]:
    where = path.resolve()
    if where.is_dir():
        yield where
    yield from where.parents


def write_board(board: Board, path: Path, *, force: bool = False) -> None:
    """Writes a `board.toml`, with what each word means in Dutch.

    Raises:
        SopError: it exists and is not to be replaced, or cannot be written.
    """
    write_whole(path, board_text(board).encode(), force=force)


def board_text(board: Board) -> str:
    """The text of a `board.toml`; reading it gives the same board, the same board gives the same text."""
    lines = [HEAD, f"name = {quoted(board.name)}\n"]
    if board.number:
        lines.append(f"number = {quoted(board.number)}\n")
    day = board.deadline
    lines += [DEADLINE, f"deadline = {day}\n" if day else "# deadline = 2026-09-01\n"]
    lines += [CONTACT, f"contact = {quoted(board.contact)}\n"]
    lines += [TEXTS, *(f"{quoted(key)} = {_value(text)}\n" for key, text in board.texts.items())]
    rules = dict.fromkeys(sorted(board.rules.off), "off")
    rules |= {code: severity.value for code, severity in sorted(board.rules.stricter.items())}
    lines += [RULES, *(f"{code} = {quoted(word)}\n" for code, word in rules.items())]
    lines += [
        AREAS,
        *(f"{quoted(name)} = {_value(list(one))}\n" for name, one in board.areas.items()),
    ]
    return "".join([*lines, SCHOOLS, "\n".join(map(_school, board.schools))])


def _school(one: BoardSchool) -> str:
    words = [("vestigingscode", one.code), ("name", one.name), ("area", one.area)]
    return "[[schools]]\n" + "".join(f"{word} = {quoted(text)}\n" for word, text in words if text)


def _value(value: object) -> str:
    """A value as TOML spells it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, dict):
        return (
            "{ " + ", ".join(f"{quoted(key)} = {_value(one)}" for key, one in value.items()) + " }"
        )
    if isinstance(value, str):
        return _lines(value) if "\n" in value else quoted(value)
    return str(value)


def _lines(text: str) -> str:
    """A text of several lines as a multi-line basic string: readable, and still exact."""
    return '"""\n' + "\n".join("".join(map(_sign, line)) for line in text.split("\n")) + '"""'


def quoted(text: str) -> str:
    """A text as a basic string of TOML 1.0: quotes, backslashes and control characters escaped."""
    return '"' + "".join(map(_sign, text)) + '"'


def _sign(sign: str) -> str:
    short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    if sign in short:
        return short[sign]
    return f"\\u{ord(sign):04X}" if ord(sign) < ord(" ") or sign == "\x7f" else sign
