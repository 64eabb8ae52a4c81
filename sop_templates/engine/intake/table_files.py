"""The CSV files of a board: the name of a list's file beside the one of the fields."""

from pathlib import Path

from sop_templates.domain.model import Model


def list_file(path: Path, key: str) -> Path:
    """The CSV file of a list beside the one of the fields: `x.csv` has `x.visie.sterk.csv`."""
    return path.with_name(f"{path.stem}.{key}{path.suffix}")


def is_list_file(path: Path, model: Model) -> bool:
    """Whether a file is the CSV of a list whose fields lie in another one beside it."""
    for one in model.lists():
        stem = path.stem.removesuffix(f".{one.key}")
        if stem != path.stem and path.with_name(stem + path.suffix).is_file():
            return True
    return False
