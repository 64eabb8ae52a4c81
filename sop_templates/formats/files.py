"""How files are read and written whole: bounded on the way in, all or nothing on the way out."""

import errno
import os
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sop_templates.errors import SopError
from sop_templates.kinds.files import (
    CANNOT_READ,
    CANNOT_WRITE,
    EMPTY_FILE,
    FILE_EXISTS,
    FILE_TOO_BIG,
    NO_FILE,
)
from sop_templates.language import N_, _

MEGABYTE = 1024 * 1024
MAX_FILE = (
    64 * MEGABYTE
)  # bytes: a SOP full of photos stays under it, e-mail refuses it long before


REASONS = {
    errno.EACCES: N_("another program has it open, or you may not change it"),
    errno.EPERM: N_("another program has it open, or you may not change it"),
    errno.ENOTDIR: N_("a file stands where a folder should be"),
    errno.EISDIR: N_("a folder has that name"),
    errno.ENAMETOOLONG: N_("its name is too long"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EROFS: N_("the disk can only be read"),
}


def read_whole(path: Path, limit: int = MAX_FILE) -> bytes:
    """The bytes of a file.

    Args:
        path: the file.
        limit: most bytes that are read.

    Returns:
        Its content, never empty.

    Raises:
        SopError: it is not there, no ordinary file, locked, empty or bigger than the limit.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise SopError(CANNOT_READ, path, reason=_("it is a folder or a device"))
        if about.st_size > limit:
            size, most = about.st_size // MEGABYTE, limit // MEGABYTE
            raise SopError(FILE_TOO_BIG, path, size=size, limit=most)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SopError(NO_FILE, path) from error
    except OSError as error:
        raise SopError(CANNOT_READ, path, reason=reason(error)) from error
    if not data:
        raise SopError(EMPTY_FILE, path)
    return data


def write_whole(path: Path, data: bytes | Iterable[bytes], *, force: bool = False) -> None:
    """Writes a file that appears whole or not at all; makes its folder where that is missing.

    Safe against a killed process, not against a power cut (a flush to disk for each of hundreds of
    files would cost more than writing them).

    Args:
        path: the file.
        data: its content, or the pieces that it is written in.
        force: whether a file that exists is replaced.

    Raises:
        SopError: it exists already and is not to be replaced, or cannot be written.
    """
    part = path.with_name(f".sop-{secrets.token_hex(6)}.tmp")
    try:
        _write(part, data)
        if force:
            part.replace(path)
        else:
            _put(part, path)
    except FileExistsError as error:
        raise SopError(FILE_EXISTS, path) from error
    except OSError as error:
        raise SopError(CANNOT_WRITE, path, reason=reason(error)) from error
    finally:
        with suppress(OSError):  # gone already, or never made: the error above says why
            part.unlink()


def _write(part: Path, data: bytes | Iterable[bytes]) -> None:
    pieces = (data,) if isinstance(data, bytes) else data
    try:
        file = part.open("xb")
    except FileNotFoundError:
        with suppress(FileExistsError):  # a file in the folder's place: the next line says so
            part.parent.mkdir(parents=True, exist_ok=True)
        file = part.open("xb")
    with file:
        file.writelines(pieces)


def _put(part: Path, path: Path) -> None:
    try:
        os.link(part, path)  # the one call that gives a name only if nobody has it
    except FileExistsError:
        raise
    except OSError as error:  # a disk without links: a memory stick, some network drives
        if path.exists() or path.is_symlink():
            raise FileExistsError(str(path)) from error
        part.rename(path)


def reason(error: OSError) -> str:
    """Why a file or folder could not be had: in our words where that happens to people, else the system's."""
    ours = REASONS.get(error.errno or 0)
    return _(ours) if ours else (error.strerror or type(error).__name__).lower()
