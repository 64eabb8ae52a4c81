"""The files of the task pane as they are served: which there are, of what type, with which headers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from sop_templates.engine.addin.pane_fields import FILE, fields_json
from sop_templates.engine.addin.places import addin_folder
from sop_templates.formats.archive import parse_xml
from sop_templates.formats.files import read_whole

PAGE, MANIFEST = "pane.html", "manifest.xml"
PORT = 8765
ORIGIN = f"https://localhost:{PORT}"  # in the manifest of the repository

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".png": "image/png",
    ".xml": "application/xml; charset=utf-8",
}
LEFT_OUT = ("package.json",)  # for programs beside the browser

OFFICE_SCRIPT = "https://appsforoffice.microsoft.com"
# Word for the web shows a pane in a frame of these; other sites may not.
FRAMES = (
    "https://*.officeapps.live.com",
    "https://*.office.com",
    "https://*.office365.com",
    "https://*.sharepoint.com",
    "https://*.microsoft.com",
    "https://*.cloud.microsoft",
)
POLICY = {  # the same stands in the page itself, for who serves it elsewhere
    "default-src": ("'none'",),
    "script-src": ("'self'", OFFICE_SCRIPT),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "connect-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'none'",),
}


@dataclass(frozen=True, slots=True)
class ServedFile:
    """A file as it is served: its type for the browser, and its bytes."""

    type: str
    data: bytes


def policy_words(more: Mapping[str, Iterable[str]] | None = None) -> str:
    """The content security policy as one line."""
    rules = {**POLICY, **(more or {})}
    return "; ".join(" ".join((name, *sources)) for name, sources in rules.items())


def headers() -> dict[str, str]:
    """What goes with every file."""
    return {
        "Content-Security-Policy": policy_words({"frame-ancestors": ("'self'", *FRAMES)}),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-cache",
    }


def pane_files(models: Iterable[str] = (), port: int = PORT) -> dict[str, ServedFile]:
    """All files by their path; nothing else is served.

    Args:
        models: that the pane must know beside those of the library, by name or folder.
        port: on which they are served: the manifest names it.

    Returns:
        The files, `fields.json` made anew.

    Raises:
        UsageError: there is no such model, or its `model.toml` has faults.
    """
    folder = addin_folder() / "word"
    found = {
        f"/{path.relative_to(folder).as_posix()}": ServedFile(TYPES[path.suffix], read_whole(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in TYPES and path.name not in LEFT_OUT
    }
    found[f"/{FILE}"] = ServedFile(TYPES[".json"], fields_json(models))
    found[f"/{MANIFEST}"] = ServedFile(TYPES[".xml"], manifest_for(f"https://localhost:{port}"))
    return found


def manifest_for(origin: str, path: Path | None = None) -> bytes:
    """The manifest for an address at which the pane is served.

    Args:
        origin: e.g. `https://localhost:8765`, without a slash at the end.
        path: of the manifest; that of the add-in if None.
    """
    source = path or addin_folder() / "word" / MANIFEST
    top = parse_xml(read_whole(source), MANIFEST, str(source))
    for one in top.iter():
        for name, value in one.attrib.items():
            if str(value).startswith(ORIGIN):
                one.set(name, origin + str(value).removeprefix(ORIGIN))
        if (one.text or "").startswith(ORIGIN):
            one.text = origin
    return etree.tostring(top, xml_declaration=True, encoding="UTF-8")
