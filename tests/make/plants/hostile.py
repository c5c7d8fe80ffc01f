# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Pages that keep a visitor busy, turn it away or end it: each a function that answers one request."""

import itertools
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from threading import Event
from typing import Final

Answer = Callable[[BaseHTTPRequestHandler, Event], None]

MANY: Final = 10_000
BIG: Final = 50 * 2**20


def _send(handler: BaseHTTPRequestHandler, status: int, body: str, *headers: tuple[str, str]) -> None:
    data = body.encode()
    handler.send_response(status)
    for name, value in (("Content-Type", "text/html"), ("Content-Length", str(len(data))), *headers):
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(data)


def _endless(handler: BaseHTTPRequestHandler, over: Event) -> None:
    step = int(handler.path.partition("?")[2] or 0) + 1
    _send(handler, 302, "", ("Location", f"/endless?{step}"), ("Set-Cookie", f"h_step{step % 7}={step}"))


def _wandering(handler: BaseHTTPRequestHandler, over: Event) -> None:
    step = int(handler.path.partition("?")[2] or 0) + 1
    _send(handler, 200, f"<!doctype html>{step}<script>location.replace('/wandering?{step}')</script>")


def _hang(handler: BaseHTTPRequestHandler, over: Event) -> None:
    over.wait(120)


def _drip(handler: BaseHTTPRequestHandler, over: Event) -> None:
    handler.send_response(200)
    for line in (("Content-Type", "text/html"), ("Set-Cookie", "h_drip=1"), ("Transfer-Encoding", "chunked")):
        handler.send_header(*line)
    handler.end_headers()
    for number in itertools.count():
        data = f"<p>{number}</p>".encode()
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        handler.wfile.flush()
        if over.wait(0.5):
            return


def _busy(handler: BaseHTTPRequestHandler, over: Event) -> None:
    _send(handler, 200, "<!doctype html><title>Busy</title><script>document.cookie = 'h_busy=1'; for (;;) {}</script>")


def _many(handler: BaseHTTPRequestHandler, over: Event) -> None:
    script = f"for (let n = 0; n < {MANY}; n++) document.cookie = `h_many${{n}}=${{n}}; max-age=9999`;"
    _send(handler, 200, f"<!doctype html><title>Many</title><script>{script}</script>")


def _many_headers(handler: BaseHTTPRequestHandler, over: Event) -> None:
    pictures = "".join(f'<img src="/crumbs?{number}" alt="">' for number in range(20))
    _send(handler, 200, f"<!doctype html><title>Many</title>{pictures}")


def _crumbs(handler: BaseHTTPRequestHandler, over: Event) -> None:
    number = int(handler.path.partition("?")[2] or 0)
    lines = (("Set-Cookie", f"h_crumb{number}_{each}=1; Max-Age=9999") for each in range(100))
    _send(handler, 200, "", *lines)


def _big(handler: BaseHTTPRequestHandler, over: Event) -> None:
    handler.send_response(200)
    for line in (("Content-Type", "text/html"), ("Content-Length", str(BIG)), ("Set-Cookie", "h_big=1")):
        handler.send_header(*line)
    handler.end_headers()
    handler.wfile.write(b"<!doctype html><title>Big</title><pre>")
    rest, block = BIG - 38, b"x" * 2**16
    while rest > 0 and not over.is_set():
        rest -= handler.wfile.write(block[:rest])


def _closing(handler: BaseHTTPRequestHandler, over: Event) -> None:
    headers = (("Set-Cookie", "h_closing=1"),)
    _send(handler, 200, "<!doctype html><title>Closing</title><script>window.close()</script>", *headers)


def _challenge(handler: BaseHTTPRequestHandler, over: Event) -> None:
    body = (
        "<!doctype html><title>Just a moment...</title><h1>Checking your browser</h1><div id='challenge-running'></div>"
    )
    _send(handler, 403, body, ("cf-mitigated", "challenge"), ("Server", "cloudflare"), ("Set-Cookie", "__cf_bm=1"))


def _silent_challenge(handler: BaseHTTPRequestHandler, over: Event) -> None:
    body = "<!doctype html><title>Attention Required! | Cloudflare</title><script>window._cf_chl_opt = {}</script>"
    _send(handler, 200, body)


def _wall(handler: BaseHTTPRequestHandler, over: Event) -> None:
    _send(handler, 401, "<!doctype html><title>Log in</title>", ("WWW-Authenticate", 'Basic realm="shop"'))


def _down(handler: BaseHTTPRequestHandler, over: Event) -> None:
    _send(handler, 503, "<!doctype html><title>Down</title><h1>Back soon</h1>", ("Set-Cookie", "h_down=1"))


def _missing(handler: BaseHTTPRequestHandler, over: Event) -> None:
    _send(handler, 404, "<!doctype html><title>Not found</title>", ("Set-Cookie", "h_missing=1"))


def _cut(handler: BaseHTTPRequestHandler, over: Event) -> None:
    handler.close_connection = True
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n")


def _asking(handler: BaseHTTPRequestHandler, over: Event) -> None:
    script = "document.cookie = 'h_asking=1'; for (let n = 0; n < 3; n++) alert(n); onbeforeunload = () => 'stay';"
    _send(handler, 200, f"<!doctype html><title>Asking</title><script>{script}</script>")


def _file(handler: BaseHTTPRequestHandler, over: Event) -> None:
    headers = (("Content-Disposition", "attachment; filename=shop.bin"), ("Set-Cookie", "h_file=1"))
    _send(handler, 200, "a file", *headers)


HOSTILE: Final[dict[str, Answer]] = {
    "/endless": _endless,
    "/wandering": _wandering,
    "/hang": _hang,
    "/drip": _drip,
    "/busy": _busy,
    "/many": _many,
    "/many-headers": _many_headers,
    "/crumbs": _crumbs,
    "/big": _big,
    "/closing": _closing,
    "/challenge": _challenge,
    "/silent-challenge": _silent_challenge,
    "/login": _wall,
    "/down": _down,
    "/missing": _missing,
    "/cut": _cut,
    "/asking": _asking,
    "/file": _file,
}
