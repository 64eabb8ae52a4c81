"""The task pane is served over https, to this machine only, and nothing but its files."""

import http.client
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from lxml import etree

from sop_templates.engine.addin.certificate import (
    Certificate,
    find_certificate,
    own_certificate,
    tls_context,
    trust_command,
)
from sop_templates.engine.addin.pane_fields import fields_json
from sop_templates.engine.addin.pane_files import PAGE, TYPES, pane_files
from sop_templates.engine.addin.pane_server import HERE, PaneServer, open_pane_server
from sop_templates.engine.addin.places import addin_folder
from sop_templates.engine.addin.serving import start_serving
from sop_templates.errors import SopError, UsageError
from tests.support.browser import program

WORD = addin_folder() / "word"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    program("openssl", package="openssl")
    return find_certificate(None, None, tmp_path_factory.mktemp("thuis") / "Zoë's map")


@pytest.fixture(scope="module")
def server(made: Certificate) -> Iterator[PaneServer]:
    with open_pane_server(pane_files(), tls_context(made), 0) as opened:
        thread = Thread(target=opened.serve_forever)
        thread.start()
        yield opened
        opened.shutdown()
        thread.join()


def ask(
    server: PaneServer, made: Certificate, path: str, method: str = "GET"
) -> tuple[http.client.HTTPResponse, bytes]:
    trusting = ssl.create_default_context(cafile=str(made.certificate))
    port = server.server_address[1]
    with closing(
        http.client.HTTPSConnection("localhost", port, context=trusting, timeout=20)
    ) as one:
        one.request(method, path)
        answer = one.getresponse()
        return answer, answer.read()


def test_every_file_has_its_type_and_bytes(server: PaneServer, made: Certificate) -> None:
    for path in WORD.rglob("*"):
        if path.suffix not in (".js", ".css", ".html", ".png"):
            continue
        answer, data = ask(server, made, f"/{path.relative_to(WORD).as_posix()}")
        assert answer.status == 200
        assert answer.getheader("Content-Type") == TYPES[path.suffix]
        assert data == path.read_bytes()


def test_the_fields_are_made_anew(server: PaneServer, made: Certificate) -> None:
    assert ask(server, made, "/fields.json")[1] == fields_json()


def test_a_query_changes_nothing(server: PaneServer, made: Certificate) -> None:
    answer, data = ask(server, made, f"/{PAGE}?_host_Info=Word$Win32$16.01$nl-NL")
    assert answer.status == 200
    assert data == (WORD / PAGE).read_bytes()


def test_a_head_has_no_body(server: PaneServer, made: Certificate) -> None:
    answer, data = ask(server, made, f"/{PAGE}", "HEAD")
    assert answer.getheader("Content-Length") == str((WORD / PAGE).stat().st_size)
    assert data == b""


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/../excel/customUI14.xml",
        "/..%2fexcel%2fcustomUI14.xml",
        "/%2e%2e/%2e%2e/pyproject.toml",
        "//etc/passwd",
        "/reading/../../build_word_pane.py",
        "/package.json",
        "/types.d.ts",
        "/icons/",
    ],
)
def test_nothing_else_is_served(server: PaneServer, made: Certificate, path: str) -> None:
    assert ask(server, made, path)[0].status == 404


def test_nothing_can_be_put_there(server: PaneServer, made: Certificate) -> None:
    assert ask(server, made, f"/{PAGE}", "POST")[0].status == 501


def test_pages_say_what_may_be_loaded_and_who_may_frame_them(
    server: PaneServer, made: Certificate
) -> None:
    policy = ask(server, made, f"/{PAGE}")[0].getheader("Content-Security-Policy") or ""
    rules = {name: sources for name, *sources in (one.split() for one in policy.split("; "))}
    assert rules["default-src"] == ["'none'"]
    assert rules["script-src"] == ["'self'", "https://appsforoffice.microsoft.com"]
    assert rules["connect-src"] == ["'self'"]
    assert "'self'" in rules["frame-ancestors"]
    assert "unsafe" not in policy


def test_other_machines_do_not_reach_it(server: PaneServer) -> None:
    assert server.server_address[0] == HERE == "127.0.0.1"


def test_without_https_there_is_no_answer(server: PaneServer) -> None:
    with closing(http.client.HTTPConnection(HERE, server.server_address[1], timeout=20)) as one:
        one.request("GET", f"/{PAGE}")
        with pytest.raises((http.client.HTTPException, OSError)):
            one.getresponse()


def test_who_says_nothing_keeps_nobody_waiting(server: PaneServer, made: Certificate) -> None:
    with socket.create_connection((HERE, server.server_address[1])):
        assert ask(server, made, f"/{PAGE}")[0].status == 200


def test_the_manifest_names_the_port() -> None:
    data = pane_files(port=9001)["/manifest.xml"].data
    assert b"https://localhost:9001/pane.html" in data
    assert b"8765" not in data
    assert etree.fromstring(data) is not None


def test_a_port_in_use_is_named(server: PaneServer, made: Certificate) -> None:
    port = server.server_address[1]
    with pytest.raises(SopError, match=rf"Cannot listen on port {port}: .*Choose another one"):
        open_pane_server(pane_files(), tls_context(made), port)


def test_our_certificate_is_of_localhost_and_signs_nothing(made: Certificate) -> None:
    words = [program("openssl", package="openssl"), "x509", "-noout", "-text"]
    words += ["-in", str(made.certificate)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert "DNS:localhost, IP Address:127.0.0.1" in done.stdout
    assert "CA:FALSE" in done.stdout
    assert "CA:TRUE" not in done.stdout
    assert "TLS Web Server Authentication" in done.stdout
    assert made.key.stat().st_mode & 0o077 == 0
    assert made.is_new


def test_our_certificate_is_made_once(made: Certificate) -> None:
    before = made.certificate.read_bytes()
    again = find_certificate(None, None, made.certificate.parent)
    assert not again.is_new
    assert again.certificate.read_bytes() == before


def test_one_that_ends_soon_is_made_anew(tmp_path: Path) -> None:
    openssl = program("openssl", package="openssl")
    old = own_certificate(tmp_path)
    words = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"]
    words += ["-subj", "/CN=x", "-keyout", str(old.key), "-out", str(old.certificate)]
    subprocess.run(words, capture_output=True, check=True)  # noqa: S603 - our own words
    assert find_certificate(None, None, tmp_path).is_new
    assert not find_certificate(None, None, tmp_path).is_new


def test_without_openssl_a_certificate_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(SopError, match=r"openssl is not installed.*mkcert"):
        find_certificate(None, None, tmp_path, lambda _: None)


def test_a_certificate_without_its_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="a certificate needs its key"):
        find_certificate(tmp_path / "een.pem", None)


def test_files_that_are_no_certificate_are_refused(tmp_path: Path) -> None:
    for name in ("een.pem", "twee.pem"):
        (tmp_path / name).write_text("tekst", encoding="utf-8")
    given = find_certificate(tmp_path / "een.pem", tmp_path / "twee.pem")
    with pytest.raises(SopError, match="cannot be used"):
        tls_context(given)
    with pytest.raises(SopError, match="No such file"):
        tls_context(own_certificate(tmp_path))


def test_who_must_be_told_to_trust_it_is_told_how(tmp_path: Path) -> None:
    own = own_certificate(tmp_path)
    assert trust_command(own, "win32").startswith("certutil -user -addstore Root ")
    assert trust_command(own, "darwin").startswith("security add-trusted-cert ")
    assert trust_command(own, "linux") == ""


def test_a_manifest_that_exists_stays(made: Certificate, tmp_path: Path) -> None:
    path = tmp_path / "manifest.xml"
    path.write_text("van mij", encoding="utf-8")
    given = {"port": 0, "certificate": made.certificate, "key": made.key, "manifest": path}
    with pytest.raises(SopError, match=r"manifest\.xml"):
        start_serving(**given)  # type: ignore[arg-type]  # a plain dict of words
    assert path.read_text(encoding="utf-8") == "van mij"
