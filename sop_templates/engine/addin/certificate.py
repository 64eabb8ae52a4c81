"""The certificate of localhost by which Word trusts the task pane: given, found, or made by openssl.

What is made stands in the person's own folder, is of localhost only, can sign nothing else, and is
trusted by nobody until the person says so to the system.
"""

import shutil
import ssl
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sop_templates.errors import SopError, UsageError
from sop_templates.kinds.addin import BAD_CERTIFICATE, NO_CERTIFICATE
from sop_templates.language import N_, _

DAYS = 397  # browsers and macOS refuse certificates of more
SOON = 2 * 24 * 60 * 60  # seconds: what ends within two days is made anew
SECONDS = 60
# A whole configuration, so that the system's own adds nothing, such as the right to sign others.
SETTINGS = """\
[req]
prompt = no
distinguished_name = name
x509_extensions = extensions
[name]
CN = localhost
[extensions]
subjectAltName = DNS:localhost,IP:127.0.0.1
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature,keyEncipherment
extendedKeyUsage = serverAuth
"""
HALF_GIVEN = N_("a certificate needs its key, and a key its certificate")
NO_OPENSSL = N_("none was given, and openssl is not installed to make one")

Find = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate and its key, both PEM.

    Attributes:
        certificate: the file with the certificate.
        key: the file with its key.
        is_new: whether it was made now, and is trusted by nobody yet.
    """

    certificate: Path
    key: Path
    is_new: bool = False


def own_certificate(folder: Path | None = None) -> Certificate:
    """Where the certificate that we make stands; it need not be there."""
    home = folder or Path.home() / ".sop"
    return Certificate(home / "localhost.pem", home / "localhost-key.pem")


def find_certificate(
    certificate: Path | None,
    key: Path | None,
    folder: Path | None = None,
    find: Find = shutil.which,
) -> Certificate:
    """The certificate to serve with.

    Args:
        certificate: what was given, or None.
        key: what was given, or None.
        folder: where our own is kept; `~/.sop` if None.
        find: gives the path of a program by its name.

    Returns:
        The given one; else our own, which is made where it is missing or out of date.

    Raises:
        UsageError: only one of the two was given.
        SopError: none was given and none can be made.
    """
    if (certificate is None) != (key is None):
        raise UsageError(NO_CERTIFICATE, reason=_(HALF_GIVEN))
    if certificate is not None and key is not None:
        return Certificate(certificate, key)
    own = own_certificate(folder)
    program = find("openssl")
    if own.certificate.is_file() and own.key.is_file() and not _is_old(own, program):
        return own
    if program is None:
        raise SopError(NO_CERTIFICATE, reason=_(NO_OPENSSL))
    return _made(own, program)


def tls_context(certificate: Certificate) -> ssl.SSLContext:
    """What speaks https with a certificate.

    Raises:
        SopError: the files are no certificate and key that belong together.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        # An empty password: the key of ours has none, and nobody is asked for one on a terminal.
        context.load_cert_chain(certificate.certificate, certificate.key, password="")
    except (OSError, ValueError) as error:  # ssl.SSLError is an OSError
        raise SopError(
            BAD_CERTIFICATE,
            certificate=certificate.certificate,
            key=certificate.key,
            reason=error.strerror if isinstance(error, OSError) else str(error),
        ) from error
    return context


def _is_old(one: Certificate, program: str | None) -> bool:
    """Whether it ends soon; not known without openssl, and then Word says so."""
    if program is None:
        return False
    words = [program, "x509", "-checkend", str(SOON), "-noout", "-in", str(one.certificate)]
    done = subprocess.run(words, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - found by its name, no shell
    return done.returncode != 0


def _made(own: Certificate, program: str) -> Certificate:
    own.key.parent.mkdir(parents=True, exist_ok=True)
    own.key.unlink(missing_ok=True)
    own.key.touch(mode=0o600)  # before anything secret stands in it
    with TemporaryDirectory() as folder:
        settings = Path(folder) / "localhost.cnf"
        settings.write_text(SETTINGS, encoding="ascii")
        words = [program, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-sha256"]
        words += ["-days", str(DAYS), "-config", str(settings)]
        words += ["-keyout", str(own.key), "-out", str(own.certificate)]
        done = subprocess.run(  # noqa: S603 - found by its name, no shell
            words, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    if done.returncode != 0:
        own.key.unlink(missing_ok=True)
        last = (done.stderr.strip().splitlines() or [""])[-1]
        raise SopError(NO_CERTIFICATE, reason=last)
    return Certificate(own.certificate, own.key, is_new=True)


def trust_command(one: Certificate, platform: str = sys.platform) -> str:
    """What a person types once, so that Word trusts a certificate; "" where there is no Word.

    Both are for this person only and need no administrator.
    """
    if platform == "win32":
        return f'certutil -user -addstore Root "{one.certificate}"'
    if platform == "darwin":
        keychain = "~/Library/Keychains/login.keychain-db"
        return f'security add-trusted-cert -r trustRoot -k {keychain} "{one.certificate}"'
    return ""
