"""The template library: opens the folders of models, ours or a region's own."""

import tomllib
from functools import cache
from pathlib import Path

from sop_templates.domain.manifest import faults, model_from_data
from sop_templates.domain.model import Model
from sop_templates.errors import UsageError
from sop_templates.kinds.models import BROKEN_MANIFEST, NO_MODEL

LIBRARY = Path(__file__).resolve().parent.parent / "library"
DEFAULT_MODEL = "haaglanden"

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
        if (folder / "model.toml").is_file():
            return folder
    raise UsageError(NO_MODEL, name=name, known=", ".join(model_names()))


@cache
def open_model(name: str = DEFAULT_MODEL) -> Model:
    """The model of that name or folder.

    Raises:
        UsageError: there is no such model, or its `model.toml` has faults; all are named.
    """
    folder = model_folder(name)
    manifest = folder / "model.toml"
    try:
        data = tomllib.loads(manifest.read_text(encoding="utf-8"))
        fixed = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("fixed/*.md")}
        model = model_from_data(data, fixed)
    except KeyError as error:
        raise UsageError(BROKEN_MANIFEST, manifest, faults=f"{error} missing") from error
    except (ValueError, TypeError) as error:
        raise UsageError(BROKEN_MANIFEST, manifest, faults=str(error)) from error
    if found := faults(model):
        raise UsageError(BROKEN_MANIFEST, manifest, faults="; ".join(found))
    return model
