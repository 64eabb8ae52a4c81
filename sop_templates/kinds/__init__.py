"""Every finding and error that the product can give: codes and wording, one module a subject."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from sop_templates.outcome import Kind


@cache
def all_kinds() -> dict[str, Kind]:
    """All kinds by code, sorted by code."""
    modules = (import_module(f"{__name__}.{one.name}") for one in iter_modules(__path__))
    kinds = [
        value for module in modules for value in vars(module).values() if isinstance(value, Kind)
    ]
    return {kind.code: kind for kind in sorted(kinds, key=lambda kind: kind.code)}
