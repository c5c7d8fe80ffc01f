# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A plain site on loopback without certificates: ``localhost`` and ``127.0.0.1`` are two sites to a browser."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

HOME = "localhost"
OTHER = "127.0.0.1"


class Reply(NamedTuple):
    """What an address answers. ``{port}`` in the body and the headers becomes the server's port."""

    body: str | bytes = ""
    status: int = 200
    cookies: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    kind: str = "text/html"


Answer = Reply | Callable[[BaseHTTPRequestHandler], None]
Routes = Mapping[str, Answer]  # path, or host and path ("127.0.0.1/pixel")


@dataclass
class Site:
    """The running server: its port and what was asked for, in order (host, path with query)."""

    port: int
    requests: list[tuple[str, str]] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)

    def url(self, path: str = "/", host: str = HOME) -> str:
        """An address on this server."""
        return f"http://{host}:{self.port}{path}"


def _handler(site: Site, routes: Routes) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host = self.headers.get("Host", "").partition(":")[0]
            path = self.path.partition("?")[0]
            site.requests.append((host, self.path))
            site.headers.append(dict(self.headers))
            answer = routes.get(host + path, routes.get(path, Reply("nothing here", 404)))
            if callable(answer) and not isinstance(answer, Reply):
                with suppress(OSError):
                    answer(self)
                return
            self._reply(answer)

        def do_CONNECT(self) -> None:
            """Note what is asked of a proxy, and refuse it."""
            site.requests.append(("CONNECT", self.path))
            self.send_error(502)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.do_GET()

        def _reply(self, reply: Reply) -> None:
            body = reply.body.encode() if isinstance(reply.body, str) else reply.body
            port = str(site.port)
            body = body.replace(b"{port}", port.encode())
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.kind)
            self.send_header("Content-Length", str(len(body)))
            for name, value in reply.headers:
                self.send_header(name, value.replace("{port}", port))
            for cookie in reply.cookies:
                self.send_header("Set-Cookie", cookie)
            self.end_headers()
            with suppress(OSError):
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the requests are kept in the site."""

    return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle is nobody's error."""


@contextmanager
def open_site(routes: Routes) -> Iterator[Site]:
    """Run a site on a free loopback port until the block ends."""
    site = Site(0)
    server = _Server(("127.0.0.1", 0), _handler(site, routes))
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
