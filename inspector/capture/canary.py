# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The self-test of a run: does this browser, in this mode, store third-party cookies?

Two pages of our own on loopback, served from this process: ``localhost`` and ``127.0.0.1`` are two sites to a browser,
and both may have Secure cookies without a certificate (w3.org/TR/secure-contexts, "potentially trustworthy").
"""

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

from inspector.capture.events import Canary
from inspector.capture.parts import Choice, Outcome
from inspector.capture.recorder import Recorder

_PATIENCE_S: Final = 10.0
_QUIET_S: Final = 0.05
_THIRD: Final = "SameSite=None; Secure; Path=/; Max-Age=600"


@contextmanager
def _served(name: str) -> Iterator[int]:
    """Serve the two pages on a free port of loopback; ``name`` is that of the cookie."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            third = self.headers.get("Host", "").startswith("127.0.0.1")
            port = server.server_port
            body = b"" if third else f'<!doctype html><iframe src="http://127.0.0.1:{port}/"></iframe>'.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            if third:
                self.send_header("Set-Cookie", f"{name}=1; {_THIRD}")
            self.end_headers()
            with suppress(OSError):
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, name="canary", daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def sing(recorder: Recorder, at_us: int) -> Canary:
    """Ask the browser, and let it forget that it was asked."""
    name = f"canary-{secrets.token_hex(4)}"
    try:
        with _served(name) as port:
            opened = recorder.open_page(f"http://localhost:{port}/", _PATIENCE_S)
            recorder.settle(_QUIET_S, _PATIENCE_S)
            jar = recorder.jar(Choice.NONE)
            recorder.forget()
    except OSError as error:
        return Canary(at_us, None, None, f"no page could be served on loopback ({error.strerror or error})")
    if opened.outcome is not Outcome.OK:
        return Canary(at_us, None, None, f"the page on loopback could not be opened: {opened.why or opened.outcome}")
    if not jar.complete:
        return Canary(at_us, None, None, "the browser did not say which cookies it holds")
    held = next((cookie for cookie in jar.cookies if cookie.name == name), None)
    if held is None:
        return Canary(at_us, False, None, "a third-party cookie of a page on loopback was not stored")
    where = "in a partition of the page" if held.partition is not None else "without a partition"
    return Canary(
        at_us, True, held.partition is not None, f"a third-party cookie of a page on loopback is held {where}"
    )
