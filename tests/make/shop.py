# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A made-up shop on loopback, over HTTPS, with an advertiser, an analytics script, a widget and a second host."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import trustme

Answers = dict[tuple[str, str], tuple[str, str, tuple[str, ...]]]
DAY_S = 86_400
HOSTS = ("shop.test", "www.shop.test", "ads.test", "widget.test", "news.test")
OPT_OUT_HOSTS = ("doubleclick.net", "ad.doubleclick.net", "choices.test")  # played here: nobody is asked outside

PAGE = """<!doctype html><title>Shop</title><h1>Shop</h1>
<img src="https://ads.test:{port}/pixel" alt=""><img src="https://www.shop.test:{port}/logo" alt="">
<iframe src="https://widget.test:{port}/frame"></iframe>
<a href="/privacy">Privacy and cookies</a>
<script>
document.cookie = "_ga=GA1.1.111.222; path=/; max-age={ga}; secure";
</script>"""

# What the shop promises. It keeps its word on `cart`, `sid` and `www`; it breaks it on purpose everywhere else.
PRIVACY = """<!doctype html><html lang="en"><title>Privacy and cookies</title><h1>Privacy and cookies</h1>
<p>We use cookies to remember the items in your shopping cart, to keep you logged in and to remember your
preferences. We do not use third-party cookies.</p>
<p>Our website sets the following cookies:</p>
<table>
<tr><th>Cookie</th><th>Purpose</th><th>Duration</th></tr>
<tr><td>cart</td><td>Remembers the items in your shopping cart</td><td>1 day</td></tr>
<tr><td>sid</td><td>Keeps you logged in</td><td>Session</td></tr>
<tr><td>lang</td><td>Remembers the language you chose</td><td>30 days</td></tr>
<tr><td>plain</td><td>Remembers that you prefer the plain design</td><td>Session</td></tr>
<tr><td>www</td><td>Remembers your preferences</td><td>1 day</td></tr>
<tr><td>coupon</td><td>Remembers the items in your shopping cart that have a coupon</td><td>7 days</td></tr>
</table></html>"""

# Every cookie that a visit of the shop's front page leaves in a browser that takes all of them.
COOKIE_NAMES = frozenset({"cart", "sid", "lang", "plain", "_ga", "www", "IDE", "__Host-chip"})

OUT = f"id=OPT_OUT; Domain=doubleclick.net; Path=/; Max-Age={390 * DAY_S}; Secure; SameSite=None"
IDE = f"IDE=AHWqTUm-dart; Domain=doubleclick.net; Path=/; Max-Age={390 * DAY_S}; HttpOnly; Secure; SameSite=None"
GONE = "IDE=gone; Domain=doubleclick.net; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=None"
PICTURE = "<svg xmlns='http://www.w3.org/2000/svg'/>"

# An advertiser that keeps to Google's rule, a page of choices like the NAI's, and a shop that shows its ads.
OPT_OUT_ANSWERS: Answers = {
    ("shop.test", "/ads"): (
        "text/html",
        '<!doctype html><img src="https://ad.doubleclick.net:{port}/pixel" alt="">',
        (),
    ),
    ("shop.test", "/chips"): (
        "text/html",
        '<!doctype html><iframe src="https://ad.doubleclick.net:{port}/frame"></iframe>',
        (),
    ),
    ("ad.doubleclick.net", "/pixel"): ("image/svg+xml", PICTURE, (IDE,)),
    ("ad.doubleclick.net", "/frame"): ("text/html", "<!doctype html>", (f"{IDE}; Partitioned",)),
    ("ad.doubleclick.net", "/page"): ("text/html", "<!doctype html>", (IDE,)),
    ("ad.doubleclick.net", "/optout"): ("image/svg+xml", PICTURE, (OUT, GONE)),
    ("ad.doubleclick.net", "/choose"): ("text/html", "<!doctype html>Opted out", (OUT, GONE)),
    ("ad.doubleclick.net", "/cleared"): ("text/html", "<!doctype html>", (OUT.replace(str(390 * DAY_S), "0"), GONE)),
    ("choices.test", "/choices"): (
        "text/html",
        '<!doctype html><h1>Your choices</h1><img src="https://ad.doubleclick.net:{port}/optout" alt="">',
        (f"choices_token=t0k3n; Path=/; Max-Age={DAY_S}; Secure",),
    ),
}

# Host and path: content type, body, the Set-Cookie headers.
ANSWERS: Answers = {
    ("shop.test", "/"): (
        "text/html",
        PAGE,
        (
            f"cart=3-apples; Path=/; Max-Age={DAY_S}; HttpOnly; Secure; SameSite=Lax",
            "sid=s3ss10n; Path=/; Secure; HttpOnly",
            f"lang=de; Domain=shop.test; Path=/; Max-Age={730 * DAY_S}; SameSite=Strict; Secure",
            f"plain=1; Path=/account; Max-Age={30 * DAY_S}",
        ),
    ),
    ("shop.test", "/privacy"): ("text/html", PRIVACY, ()),
    ("www.shop.test", "/logo"): (
        "image/svg+xml",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        (f"www=1; Max-Age={DAY_S}",),
    ),
    ("ads.test", "/pixel"): (
        "image/svg+xml",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        (f"IDE=AHWqTUm-dart; Domain=ads.test; Path=/; Max-Age={390 * DAY_S}; HttpOnly; Secure; SameSite=None",),
    ),
    ("widget.test", "/frame"): (
        "text/html",
        "<!doctype html><title>w</title>",
        (f"__Host-chip=w1; Path=/; Max-Age={7 * DAY_S}; Secure; SameSite=None; Partitioned",),
    ),
}


@dataclass
class Shop:
    """The running server: its port, the file with its certificate authority, and the requests so far."""

    port: int
    authority: Path
    requests: list[tuple[str, str]] = field(default_factory=list)

    def url(self, host: str = "shop.test", path: str = "/") -> str:
        """An address on this server."""
        return f"https://{host}:{self.port}{path}"


def _handler(shop: Shop, known: Answers) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host = self.headers.get("Host", "").partition(":")[0]
            shop.requests.append((host, self.path))
            kind, body, cookies = known.get((host, self.path), ("text/plain", "nothing here", ()))
            data = body.replace("{port}", str(shop.port)).replace("{ga}", str(365 * DAY_S)).encode()
            self.send_response(200 if (host, self.path) in known else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            for cookie in cookies:
                self.send_header("Set-Cookie", cookie)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the requests are kept in the shop."""

    return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of a handshake is nobody's error."""


@contextmanager
def open_shop(folder: Path, answers: Answers | None = None) -> Iterator[Shop]:
    """Run the shop, or another site of some answers, on a free loopback port until the block ends."""
    known = ANSWERS | OPT_OUT_ANSWERS if answers is None else answers
    authority = trustme.CA()
    shop = Shop(0, folder / "authority.pem")
    authority.cert_pem.write_to_path(str(shop.authority))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*dict.fromkeys((*HOSTS, *OPT_OUT_HOSTS, *(host for host, _ in known)))).configure_cert(context)
    server = _Server(("127.0.0.1", 0), _handler(shop, known))
    shop.port = server.server_address[1]
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield shop
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
