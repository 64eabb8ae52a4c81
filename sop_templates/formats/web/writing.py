"""How a page is written: escaped everywhere, with a policy that lets nothing in from elsewhere."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

STYLE = "pagina.css"


class PageWriter:
    """Writes pages from a folder of templates and a style sheet."""

    def __init__(self, files: Mapping[str, str]) -> None:
        """Takes the templates, scripts and the style sheet by their names."""
        self._files = files

    def write(self, template: str, script: str = "", **values: Any) -> bytes:
        """A page, self-contained.

        Args:
            template: name of the template.
            script: name of the script in it, or "" for a page without one.
            **values: what the template shows.

        Returns:
            HTML in UTF-8.
        """
        style, code = self._files[STYLE].strip(), self._files[script].strip() if script else ""
        page = self._environment.get_template(template).render(
            style=style, script=code, policy=_policy(style, code), **values
        )
        return page.encode()

    def fragment(self, template: str, **values: Any) -> bytes:
        """A part of a page, to paste into another one: HTML in UTF-8 without style or script."""
        return self._environment.get_template(template).render(**values).encode()

    @cached_property
    def _environment(self) -> Environment:
        return SandboxedEnvironment(
            loader=DictLoader(dict(self._files)),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )


def data_address(media_type: str, data: bytes) -> str:
    """The address that holds a file itself."""
    return f"data:{media_type};base64,{b64encode(data).decode()}"


def _policy(style: str, script: str) -> str:
    """What a browser may do with the page: its own style, script and pictures, nothing else."""
    rules = [
        "default-src 'none'",
        f"style-src {_digest(style)}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if script:
        rules.append(f"script-src {_digest(script)}")
    return "; ".join(rules)


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
