"""A web server on this machine that only writes down who asks it for something."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from socket import socket
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread


@dataclass(slots=True)
class Listener:
    """What was asked.

    Attributes:
        address: of the server, without a `/` at the end.
        heard: the first bytes of each connection.
    """

    address: str
    heard: list[bytes] = field(default_factory=list)


@contextmanager
def listening() -> Iterator[Listener]:
    """A server that runs as long as it is wanted."""
    found = Listener("")

    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            connection: socket = self.request
            found.heard.append(connection.recv(200))

    with ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        found.address = f"http://127.0.0.1:{server.server_address[1]}"
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield found
        finally:
            server.shutdown()
