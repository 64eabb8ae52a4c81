"""Serves the task pane to Word on this machine: a fixed set of files, over https, to nobody else."""

import os
import ssl
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from sop_templates.engine.addin.pane_files import MANIFEST, PAGE, PORT, ServedFile, headers
from sop_templates.errors import SopError
from sop_templates.formats.files import reason
from sop_templates.kinds.addin import PORT_IN_USE

HERE = "127.0.0.1"  # no other machine reaches it
PATIENCE = 30  # seconds that a caller may be silent


class PaneServer(ThreadingHTTPServer):
    """A server of the files of the pane.

    Attributes:
        files: what is served, by path.
        context: speaks https.
    """

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would share a port that is in use

    def __init__(self, files: Mapping[str, ServedFile], context: ssl.SSLContext, port: int) -> None:
        """Takes the files, what speaks https, and the port; 0 takes a free one."""
        self.files = files
        self.context = context
        super().__init__((HERE, port), _Handler)

    @property
    def origin(self) -> str:
        """The address at which it is reached."""
        return f"https://localhost:{self.server_address[1]}"

    @property
    def page(self) -> str:
        """The address of the pane."""
        return f"{self.origin}/{PAGE}"

    @property
    def manifest(self) -> str:
        """The address of the manifest that Word is given."""
        return f"{self.origin}/{MANIFEST}"

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Answers a caller; the handshake is made here, in its own thread, not while others wait."""
        request.settimeout(PATIENCE)
        with self.context.wrap_socket(request, server_side=True) as secure:
            super().finish_request(secure, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing: a caller went away, or does not trust the certificate, and tells so itself."""


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD with a file of the list, everything else with an error."""

    server: PaneServer
    server_version = "sop"
    sys_version = ""
    timeout = PATIENCE

    def do_GET(self) -> None:
        """Gives a file."""
        found = self._answer()
        if found is not None:
            self.wfile.write(found.data)

    def do_HEAD(self) -> None:
        """Gives what goes with a file."""
        self._answer()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's signature
        """Says nothing: who serves a pane wants no line for each icon."""

    def _answer(self) -> ServedFile | None:
        found = self.server.files.get(urlsplit(self.path).path)
        if found is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", found.type)
        self.send_header("Content-Length", str(len(found.data)))
        for name, value in headers().items():
            self.send_header(name, value)
        self.end_headers()
        return found


def open_pane_server(
    files: Mapping[str, ServedFile], context: ssl.SSLContext, port: int = PORT
) -> PaneServer:
    """A server that listens; `serve_forever` answers, `server_close` ends it.

    Raises:
        SopError: the port is in use, or may not be used.
    """
    try:
        return PaneServer(files, context, port)
    except OSError as error:
        raise SopError(PORT_IN_USE, port=port, reason=reason(error)) from error
