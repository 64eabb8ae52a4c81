"""Starts the server of the task pane: files, certificate, port, and the manifest that Word is given."""

from collections.abc import Iterable
from pathlib import Path

from sop_templates.engine.addin.certificate import Certificate, find_certificate, tls_context
from sop_templates.engine.addin.pane_files import MANIFEST, PORT, pane_files
from sop_templates.engine.addin.pane_server import PaneServer, open_pane_server
from sop_templates.errors import SopError
from sop_templates.formats.files import write_whole


def start_serving(
    models: Iterable[str] = (),
    *,
    port: int = PORT,
    certificate: Path | None = None,
    key: Path | None = None,
    manifest: Path | None = None,
    force: bool = False,
) -> tuple[PaneServer, Certificate]:
    """A server of the task pane that listens, and answers when `serve_forever` is called.

    Args:
        models: that the pane must know beside those of the library, by name or folder.
        port: of localhost.
        certificate: PEM of localhost, with its key; our own where both are None.
        key: PEM.
        manifest: where the manifest for this port is written too, or None.
        force: whether a manifest that exists is replaced.

    Returns:
        The server, and the certificate that it uses.

    Raises:
        UsageError: a model is unknown or has faults, or a certificate was given without its key.
        SopError: no certificate can be had or used, the port is in use, the manifest exists.
    """
    files = pane_files(models, port)
    used = find_certificate(certificate, key)
    server = open_pane_server(files, tls_context(used), port)
    if manifest is not None:
        try:
            write_whole(manifest, files[f"/{MANIFEST}"].data, force=force)
        except SopError:
            server.server_close()
            raise
    return server, used
