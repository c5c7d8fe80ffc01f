# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Fetching, against servers of our own on the loopback interface."""

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
import trustme

from inspector.policies.fetch import Access, fetch_document

NOW = datetime(2026, 11, 24, tzinfo=UTC)
PAGE = b"<html><body><p>We use cookies.</p></body></html>"
LOCAL = Access(allow_private=True, timeout=5)


class Site(BaseHTTPRequestHandler):
    """A site with everything that a fetch may meet."""

    seen: ClassVar[list[dict[str, str]]] = []

    def do_GET(self) -> None:
        self.seen.append({"path": self.path, **{name.lower(): value for name, value in self.headers.items()}})
        route = self.path.split("?")[0]
        if route.startswith("/to/"):
            self._answer(302, b"", Location="/" + route[4:])
        elif route.startswith("/hops/"):
            left = int(route[6:])
            self._answer(301, b"", Location=f"/hops/{left - 1}" if left else "/page")
        elif route == "/loop":
            self._answer(302, b"", Location="/loop")
        elif route == "/away":
            self._answer(302, b"", Location="file:///etc/passwd")
        elif route == "/nowhere":
            self._answer(302, b"")
        elif route == "/gone":
            self._answer(404, b"no")
        elif route == "/big":
            self._answer(200, b"x" * 50_000)
        elif route == "/gzip":
            self._answer(200, gzip.compress(PAGE), **{"Content-Encoding": "gzip"})
        elif route == "/bomb":
            self._answer(200, gzip.compress(b"x" * 5_000_000), **{"Content-Encoding": "gzip"})
        elif route == "/broken":
            self._answer(200, b"not gzip", **{"Content-Encoding": "gzip"})
        elif route == "/brotli":
            self._answer(200, b"x", **{"Content-Encoding": "br"})
        elif route == "/drip":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            for _ in range(100):
                self.wfile.write(b"X")
                self.wfile.flush()
                time.sleep(0.1)
        elif route == "/junk":
            self.wfile.write(b"hello there\r\n\r\n")
        else:
            self._answer(200, PAGE)

    def _answer(self, code: int, body: bytes, **headers: str) -> None:
        self.send_response(code)
        self.send_header("Content-Type", 'text/HTML; Charset="utf-8"')
        self.send_header("Set-Cookie", "a=b")
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what these tests are about."""


@pytest.fixture
def site() -> Iterator[str]:
    server = Server(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    Site.seen.clear()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_comes_back_with_its_address_type_and_time(site: str) -> None:
    fetched = fetch_document(f"{site}/policy?x=1#part", NOW, LOCAL)
    assert fetched.problems == ()
    assert fetched.raw is not None
    assert fetched.raw.data == PAGE
    assert (fetched.raw.location, fetched.raw.retrieved) == (f"{site}/policy?x=1", NOW)
    assert (fetched.raw.media_type, fetched.raw.charset) == ("text/html", "utf-8")


def test_only_the_document_is_asked_for_and_no_cookie_is_sent(site: str) -> None:
    fetch_document(f"{site}/to/page", NOW, LOCAL)
    assert [request["path"] for request in Site.seen] == ["/to/page", "/page"]
    assert all("cookie" not in request and "referer" not in request for request in Site.seen)


def test_redirects_are_followed_and_shown(site: str) -> None:
    fetched = fetch_document(f"{site}/hops/3", NOW, LOCAL)
    assert fetched.raw is not None
    assert fetched.raw.redirects == tuple(f"{site}/hops/{left}" for left in (3, 2, 1, 0))
    assert fetched.trail[-1] == fetched.raw.location == f"{site}/page"


REFUSALS = [
    ("/hops/9", "more than 5 redirects"),
    ("/loop", "leads back to itself"),
    ("/away", "no web address"),
    ("/nowhere", "a redirect without an address"),
    ("/gone", "404"),
    ("/brotli", "packed as br"),
]


@pytest.mark.parametrize(("path", "said"), REFUSALS)
def test_what_is_not_fetched_is_said(site: str, path: str, said: str) -> None:
    fetched = fetch_document(site + path, NOW, LOCAL)
    assert fetched.raw is None
    assert said in fetched.problems[0].what


@pytest.mark.parametrize("path", ["/big", "/bomb"])
def test_a_size_is_not_exceeded_packed_or_not(site: str, path: str) -> None:
    fetched = fetch_document(site + path, NOW, Access(allow_private=True, max_bytes=10_000))
    assert fetched.raw is None
    assert "larger than" in fetched.problems[0].what


def test_a_packed_answer_is_unpacked(site: str) -> None:
    fetched = fetch_document(f"{site}/gzip", NOW, LOCAL)
    assert fetched.raw is not None
    assert fetched.raw.data == PAGE


@pytest.mark.parametrize("path", ["/broken", "/junk"])
def test_an_answer_that_is_none_is_a_problem(site: str, path: str) -> None:
    assert fetch_document(site + path, NOW, LOCAL).problems[0].what == "it could not be fetched"


def test_a_server_that_drips_is_left_in_time(site: str) -> None:
    started = time.monotonic()
    fetched = fetch_document(f"{site}/drip", NOW, Access(allow_private=True, timeout=1))
    assert time.monotonic() - started < 5
    assert fetched.raw is None
    assert fetched.problems[0].why == "it took too long"


@pytest.mark.parametrize(
    "url",
    ["https://127.0.0.1/", "http://localhost/", "https://[::1]/", "https://10.0.0.1/", "https://192.168.1.1/", "https://169.254.169.254/",
     "https://0.0.0.0/", "https://[::ffff:127.0.0.1]/", "https://[64:ff9b::7f00:1]/", "https://2130706433/"],
)  # fmt: skip
def test_this_computer_and_its_network_are_refused(url: str) -> None:
    fetched = fetch_document(url, NOW, Access(timeout=5))
    assert fetched.raw is None
    assert "this computer or its network" in fetched.problems[0].what


def test_a_name_that_answers_with_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 443)) for number in ("93.184.216.34", "10.0.0.7")]
    monkeypatch.setattr("socket.getaddrinfo", lambda *args, **more: answers)
    assert "this computer or its network" in fetch_document("https://shop.example/", NOW).problems[0].what


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://shop.example/", "no web address"),
        ("https:///path", "no web address"),
        ("https://user:secret@shop.example/", "user name or password"),
        ("https://\u2603\u2603" + "a" * 70 + ".example/", "not valid"),
        ("https://shop.example:99999/", "could not be fetched"),
    ],
)
def test_what_is_no_address_is_said(url: str, said: str) -> None:
    problem = fetch_document(url, NOW).problems[0]
    assert said in problem.what
    assert "secret" not in problem.what


def test_a_host_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*args: object, **more: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    assert fetch_document("https://shop.example/", NOW).problems[0].why == "there is no such host"


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def secure(authority: trustme.CA) -> Iterator[int]:
    server = Server(("127.0.0.1", 0), Site)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


def test_certificates_are_checked(secure: int, authority: trustme.CA) -> None:
    url = f"https://localhost:{secure}/page"
    refused = fetch_document(url, NOW, LOCAL)
    assert refused.raw is None
    assert "CERTIFICATE_VERIFY_FAILED" in refused.problems[0].why
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    fetched = fetch_document(url, NOW, Access(allow_private=True, timeout=5, context=trusting))
    assert fetched.raw is not None
    assert fetched.raw.data == PAGE


def test_plain_http_is_tried_over_https(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def answer(host: str, port: int, **more: object) -> list[object]:
        asked.append(port)
        raise socket.gaierror

    monkeypatch.setattr("socket.getaddrinfo", answer)
    fetched = fetch_document("http://shop.example/privacy", NOW)
    assert fetched.trail == ("https://shop.example/privacy",)
    assert asked == [443]
