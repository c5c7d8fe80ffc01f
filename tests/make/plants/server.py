# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The site family on one loopback port, over HTTPS. Cookies come from the table of plants: it is what is served."""

import base64
import hashlib
import re
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Final

import trustme
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from make.plants import PLANTS
from make.plants.hostile import HOSTILE
from make.plants.pages import BODIES, PICTURE, REDIRECTS, STATUS, TYPES
from make.plants.record import HEADER, HOSTS, SCRIPT, SHOP, Plant

_WEBSOCKET: Final = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455, 1.3
_HOLE: Final = re.compile(r"\{(?:(writes)|write (\w+)( end)?(?: (\w+))?|([a-z]+(?:\.[a-z]+)*\.test))\}")


@dataclass
class Site:
    """The running server: its port, its authority, what was asked (host, path, the names of the cookies sent)."""

    port: int
    authority: Path
    key_hash: str
    requests: list[tuple[str, str, frozenset[str]]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str = "/", host: str = SHOP) -> str:
        """An address on this server."""
        return f"https://{host}:{self.port}{path}"

    def plain(self, url: str | None) -> str:
        """Return an address as the table of plants writes it: without scheme, port, query and fragment."""
        return (
            re.sub(r"[?#].*", "", url or "")
            .removeprefix("https://")
            .removeprefix("wss://")
            .replace(f":{self.port}", "", 1)
        )

    def fill(self, body: str, writer: str) -> str:
        """Put addresses and planted writes into a body."""

        def put(hole: re.Match[str]) -> str:
            writes, cookie, end, target, host = hole.groups()
            if host:
                return self.url("", host)
            if writes:
                return " ".join(_write(plant) for plant in PLANTS if plant.writer == writer and plant.api == SCRIPT)
            found = [plant for plant in PLANTS if plant.cookie == cookie and plant.api == SCRIPT]
            return _write(found[1 if end else 0], target or "document")

        return _HOLE.sub(put, body)


def _write(plant: Plant, target: str = "document") -> str:
    return f"{target}.cookie = `{plant.line}`;"


def _headers_of(writer: str) -> list[str]:
    return list(dict.fromkeys(plant.line for plant in PLANTS if plant.writer == writer and plant.api == HEADER))


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 60

        def do_GET(self) -> None:
            host, path = self.headers.get("Host", "").partition(":")[0], self.path.partition("?")[0]
            sent = frozenset(pair.partition("=")[0].strip() for pair in self.headers.get("Cookie", "").split(";"))
            site.requests.append((host, path, sent - {""}))
            with suppress(ConnectionError, ssl.SSLError):
                if host == SHOP and path in HOSTILE:
                    HOSTILE[path](self, site.over)
                elif self.headers.get("Upgrade", "").lower() == "websocket":
                    self._open_socket(host + path)
                else:
                    self._answer(host, path)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.do_GET()

        def _answer(self, host: str, path: str) -> None:
            writer, key = host + path, (host, path)
            cookies = _headers_of(writer)
            kind, body = BODIES.get(key, (TYPES.get(PurePosixPath(path).suffix, "text/plain"), ""))
            if kind == "image/svg+xml":
                body = PICTURE
            data = site.fill(body, writer).encode()
            where, status = REDIRECTS.get(key, ("", 200 if cookies or key in BODIES else 404))
            self.send_response(STATUS.get(key, status))
            if where:
                self.send_header("Location", site.fill(where, ""))
            self.send_header("Content-Type", kind)
            self.send_header("Cache-Control", "no-store")
            if STATUS.get(key) != 204:
                self.send_header("Content-Length", str(len(data)))
            self._allow_origin()
            for line in cookies:
                self.send_header("Set-Cookie", line)
            self.end_headers()
            if STATUS.get(key) != 204:
                self.wfile.write(data)

        def _allow_origin(self) -> None:
            origin = self.headers.get("Origin")
            if origin:
                self.send_header("Access-Control-Allow-Origin", origin)
                self.send_header("Access-Control-Allow-Credentials", "true")

        def _open_socket(self, writer: str) -> None:
            key = self.headers["Sec-WebSocket-Key"].encode() + _WEBSOCKET
            accepted = base64.b64encode(hashlib.sha1(key).digest()).decode()
            self.send_response(101)
            for line in (("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Accept", accepted)):
                self.send_header(*line)
            for line in _headers_of(writer):
                self.send_header("Set-Cookie", line)
            self.end_headers()
            site.over.wait(0.5)
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the requests are kept in the site."""

    return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], context: ssl.SSLContext) -> None:
        super().__init__(address, BaseHTTPRequestHandler)
        self._context = context

    def finish_request(self, request: object, client_address: object) -> None:
        """Shake hands in the connection's own thread: one that says nothing must not keep the others waiting."""
        request.settimeout(30)  # type: ignore[attr-defined]
        with suppress(OSError), self._context.wrap_socket(request, server_side=True) as secured:
            self.RequestHandlerClass(secured, client_address, self)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle is nobody's error."""


@contextmanager
def open_site(folder: Path) -> Iterator[Site]:
    """Run the site family on a free loopback port until the block ends."""
    authority = trustme.CA()
    issued = authority.issue_cert(*HOSTS)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    issued.configure_cert(context)
    server = _Server(("127.0.0.1", 0), context)
    site = Site(server.server_address[1], folder / "authority.pem", _key_hash(issued))
    authority.cert_pem.write_to_path(str(site.authority))
    server.RequestHandlerClass = _handler(site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _key_hash(issued: trustme.LeafCert) -> str:
    """The hash of the key as ``--ignore-certificate-errors-spki-list`` of Chromium takes it."""
    key = x509.load_pem_x509_certificate(issued.cert_chain_pems[0].bytes()).public_key()
    return base64.b64encode(
        hashlib.sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).digest()
    ).decode()
