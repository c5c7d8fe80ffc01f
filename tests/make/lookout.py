# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A proxy on loopback that lets nothing through and remembers what was to go through it."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Lookout:
    """The running proxy: its port, and the first line of each request."""

    port: int
    asked: list[str] = field(default_factory=list)


@contextmanager
def looking_out() -> Iterator[Lookout]:
    """Run the proxy until the block ends."""

    class Handler(socketserver.StreamRequestHandler):
        timeout = 5

        def handle(self) -> None:
            line = self.rfile.readline(2_000).decode("latin-1").strip()
            if line:
                held.asked.append(line)
            self.wfile.write(b"HTTP/1.1 503 Nothing goes out\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A browser that goes away is nobody's error."""

    with Server(("127.0.0.1", 0), Handler) as server:
        held = Lookout(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield held
        finally:
            server.shutdown()
            thread.join()
