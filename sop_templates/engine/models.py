"""The template library: opens the folders of models, ours or a region's own."""

import os
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sop_templates.domain.manifest import model_from_data
from sop_templates.domain.manifest_faults import faults
from sop_templates.domain.manifest_variants import BASED_ON, varied
from sop_templates.domain.manifest_words import VARIANT, word_faults
from sop_templates.domain.model import Model
from sop_templates.errors import UsageError
from sop_templates.kinds.models import BROKEN_MANIFEST, NO_MODEL
from sop_templates.language import _

if TYPE_CHECKING:  # what fills files need not wait for what reads them
    from sop_templates.domain.history import History
    from sop_templates.domain.signs import Signs

LIBRARY = Path(__file__).resolve().parent.parent / "library"
DEFAULT_MODEL = "haaglanden"
MANIFEST = "model.toml"

Opened = TypeVar("Opened")


def model_names() -> list[str]:
    """The ids of the shipped models, sorted."""
    return sorted(path.parent.name for path in LIBRARY.glob("*/model.toml"))


def model_folder(name: str) -> Path:
    """The folder of a model.

    Args:
        name: an id of the library, or a path to a folder with a `model.toml`.

    Returns:
        The folder.

    Raises:
        UsageError: there is no such model.
    """
    for folder in (LIBRARY / name, Path(name)):
        if os.path.isfile(folder / MANIFEST):  # noqa: PTH113 - Path's raises where a name is too long
            return folder
    raise UsageError(NO_MODEL, name=name, known=", ".join(model_names()))


@cache
def open_model(name: str = DEFAULT_MODEL) -> Model:
    """The model of that name or folder.

    Raises:
        UsageError: there is no such model, or its `model.toml` has faults; all are named.
    """
    model = _opened(name, _model)
    if found := faults(model):
        manifest = model_folder(name) / MANIFEST
        raise UsageError(BROKEN_MANIFEST, manifest, faults="; ".join(found))
    return model


@cache
def open_signs(name: str = DEFAULT_MODEL) -> "Signs":
    """What files of a school's own making are known by, in the words of that model's region.

    Raises:
        UsageError: as for `open_model`.
    """
    from sop_templates.domain.signs import signs_from_data  # noqa: PLC0415 - as above

    return _opened(name, lambda folder: signs_from_data(_manifest(folder), open_model(name)))


@cache
def open_history(name: str = DEFAULT_MODEL) -> "History":
    """What earlier versions of that model asked.

    Raises:
        UsageError: as for `open_model`.
    """
    from sop_templates.domain.history import history_from_data  # noqa: PLC0415 - as above

    return _opened(name, lambda folder: history_from_data(_manifest(folder), open_model(name)))


def _opened(name: str, read: Callable[[Path], Opened]) -> Opened:
    folder = model_folder(name)
    try:
        return read(folder)
    except KeyError as error:
        raise UsageError(
            BROKEN_MANIFEST, folder / MANIFEST, faults=_("{word} is missing").format(word=error)
        ) from error
    except (ValueError, TypeError) as error:
        raise UsageError(BROKEN_MANIFEST, folder / MANIFEST, faults=str(error)) from error


def _model(folder: Path) -> Model:
    return model_from_data(*_sources(folder))


def _manifest(folder: Path) -> dict[str, Any]:
    return _sources(folder)[0]


def _sources(folder: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """The whole manifest, and the fixed texts by the name of their file: its own before the base's."""
    own = tomllib.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("fixed/*.md")}
    if BASED_ON not in own:
        return own, texts
    if wrong := list(word_faults(own, VARIANT)):
        raise ValueError("; ".join(wrong))
    base, below = _sources(_base(folder, own))
    return varied(base, own), below | texts


def _base(folder: Path, own: Mapping[str, Any]) -> Path:
    """The folder of the model that another is based on: of the library, and not itself."""
    name = str(own[BASED_ON])
    if name not in model_names() or LIBRARY / name == folder:
        known = ", ".join(one for one in model_names() if LIBRARY / one != folder)
        raise ValueError(_("based_on: name one of {known}").format(known=known))
    return LIBRARY / name
