# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Fetch one document from an address that the user gave: nothing else, and not further than it leads.

https only; ``http`` addresses are tried over https. No cookies are sent or kept, no scripts run, nothing that the page
names is loaded. Names are resolved once and the connection goes to the address that was checked, so that a name cannot
turn into this computer or its network between the check and the connection.
"""

import contextlib
import ipaddress
import threading
import time
import zlib
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from inspector.core.frozen import frozen
from inspector.core.problem import Problem, Severity
from inspector.policies.documents.api import RawDocument

if TYPE_CHECKING:
    import http.client
    import socket
    import ssl

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_ACCEPT: Final = "text/html,application/xhtml+xml,text/plain,text/markdown,application/pdf,application/json;q=0.9"
_CHUNK: Final = 65_536
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
_SAFE: Final = "/%:=&?~#+!$,;'@()*[]"


@frozen
class Access:
    """What fetching may do. ``allow_private`` opens this computer and its network, and plain http there.

    ``context`` verifies certificates; ``None`` is the system's.
    """

    allow_private: bool = False
    timeout: float = 20.0
    max_bytes: int = 8_000_000
    max_redirects: int = 5
    user_agent: str = "CookieInspector (reads one policy for its user)"
    context: "ssl.SSLContext | None" = None


@frozen
class Fetched:
    """What came back, and the addresses that led to it, the first one as it was asked for."""

    raw: RawDocument | None
    trail: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class _RefusedError(Exception):
    """A reason not to go on, with what the user can do."""

    def __init__(self, what: str, what_to_do: str = "") -> None:
        super().__init__(what)
        self.what_to_do = what_to_do


def is_address(source: str) -> bool:
    """Whether a source is an address to fetch rather than a path."""
    return source.lower().startswith(("https://", "http://"))


def fetch_document(url: str, now: datetime, access: Access | None = None) -> Fetched:
    """Fetch ``url``; ``now`` is the moment that the result is stamped with."""
    access = access or Access()
    trail: list[str] = []
    deadline = time.monotonic() + access.timeout
    try:
        address = url
        while True:
            parts = _checked(address, access)
            address = urlunsplit(parts)
            if address in trail:
                raise _RefusedError("the address leads back to itself")
            trail.append(address)
            if len(trail) > access.max_redirects + 1:
                raise _RefusedError(f"more than {access.max_redirects} redirects", "Give the address where it ends")
            location, raw = _get(parts, address, now, access, deadline, tuple(trail))
            if raw is not None:
                return Fetched(raw, tuple(trail))
            address = urljoin(address, location)
    except _RefusedError as refused:
        problem = _problem(url, str(refused), "", refused.what_to_do)
    except (OSError, ValueError) as error:
        problem = _problem(
            url, "it could not be fetched", _reason(error), "Check the address, or save the page to a file"
        )
    return Fetched(None, tuple(trail), (problem,))


def _problem(url: str, what: str, why: str, what_to_do: str) -> Problem:
    return Problem("policy-not-fetched", what, url, why, what_to_do, Severity.FAILED)


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "it took too long"
    import socket

    if isinstance(error, socket.gaierror):
        return "there is no such host"
    return str(error)[:200] or type(error).__name__


def _checked(address: str, access: Access) -> SplitResult:
    """The address's parts, over https, without a fragment; refused where it is none to fetch."""
    parts = urlsplit(address.strip())
    host = parts.hostname or ""
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise _RefusedError("this is no web address", "Give an address that begins with https://")
    if parts.username or parts.password:
        raise _RefusedError("the address holds a user name or password", "Give it without them")
    scheme = parts.scheme.lower()
    port = parts.port
    if scheme == "http" and not (access.allow_private and _is_literal_private(host)):
        scheme, port = "https", None if port == 80 else port
    try:
        plain = host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise _RefusedError("the host's name is not valid") from None
    shown = f"[{plain}]" if ":" in plain else plain
    netloc = shown if port is None else f"{shown}:{port}"
    path = quote(parts.path or "/", safe=_SAFE)
    return SplitResult(scheme, netloc, path, quote(parts.query, safe=_SAFE), "")


def _is_literal_private(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def _resolved(host: str, port: int, access: Access) -> str:
    """The address to connect to: public, unless private ones are allowed. One private answer refuses them all."""
    import socket  # here because most policies are files

    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = [str(answer[4][0]).split("%")[0] for answer in answers]
    for number in numbers:
        found = _inner(ipaddress.ip_address(number))
        if not access.allow_private and (not found.is_global or found.is_multicast):
            raise _RefusedError(
                "the address belongs to this computer or its network", "Save the page to a file instead"
            )
    return numbers[0]


def _inner(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The IPv4 address that an IPv6 one stands for (mapped, 6to4, NAT64 of RFC 6052), else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or address


def _get(
    parts: SplitResult, address: str, now: datetime, access: Access, deadline: float, trail: tuple[str, ...]
) -> tuple[str, RawDocument | None]:
    """One request: the address it redirects to, or the document."""
    import http.client

    connection = _connection(parts, access, deadline)
    # The socket's own time-out starts anew with every byte; a server that sends one a second would never meet it.
    watchdog = threading.Timer(max(0.0, deadline - time.monotonic()), _hang_up, (connection.sock,))
    watchdog.daemon = True
    watchdog.start()
    try:
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        headers = {
            "User-Agent": access.user_agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        connection.request("GET", target, headers=headers)
        response = connection.getresponse()
        if response.status in _REDIRECTS:
            location = response.getheader("Location", "")
            if not location:
                raise _RefusedError("a redirect without an address")
            return location, None
        if response.status != 200:
            why = f"the site answered {response.status} {response.reason}"[:120]
            raise _RefusedError(why, "Check the address in a browser, or save the page to a file")
        data = _body(response, access, deadline)
        media_type, charset = _content_type(response.getheader("Content-Type", ""))
        return "", RawDocument(data, address, now, media_type, charset, trail[:-1])
    except (http.client.HTTPException, OSError) as error:
        if time.monotonic() > deadline:
            raise TimeoutError from None
        if isinstance(error, OSError):
            raise
        raise OSError(f"no valid answer ({type(error).__name__})") from None
    finally:
        watchdog.cancel()
        connection.close()


def _hang_up(opened: "socket.socket") -> None:
    import socket

    with contextlib.suppress(OSError):  # it may have ended by itself
        opened.shutdown(socket.SHUT_RDWR)


def _connection(parts: SplitResult, access: Access, deadline: float) -> "http.client.HTTPConnection":
    import http.client
    import socket
    import ssl

    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    number = _resolved(host, port, access)
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    connection = http.client.HTTPConnection(host, port, timeout=left)
    opened = socket.create_connection((number, port), timeout=left)
    try:
        if parts.scheme == "https":
            context = access.context or ssl.create_default_context()
            opened = context.wrap_socket(opened, server_hostname=host)
    except BaseException:
        opened.close()
        raise
    connection.sock = opened
    return connection


def _body(response: "http.client.HTTPResponse", access: Access, deadline: float) -> bytes:
    """The body, unpacked where the server packed it unasked; bounded in size and time in either form."""
    too_large = f"the document is larger than {access.max_bytes / 1e6:.0f} MB"
    length = response.getheader("Content-Length", "")
    if length.isdigit() and int(length[:18]) > access.max_bytes:
        raise _RefusedError(too_large)
    packed = response.getheader("Content-Encoding", "").strip().lower()
    if packed not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise _RefusedError(f"the site sends it packed as {packed[:20]}, which was not asked for")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed not in ("", "identity") else None
    parts: list[bytes] = []
    size = 0
    for chunk in _chunks(response, deadline):
        try:
            shown = unpacker.decompress(chunk, access.max_bytes - size + 1) if unpacker else chunk
        except zlib.error:
            raise OSError("the packed answer is damaged") from None
        size += len(shown)
        if size > access.max_bytes:
            raise _RefusedError(too_large)
        parts.append(shown)
    return b"".join(parts)


def _chunks(response: "http.client.HTTPResponse", deadline: float) -> Iterator[bytes]:
    while True:
        if time.monotonic() > deadline:
            raise TimeoutError
        chunk = response.read1(_CHUNK)
        if not chunk:
            return
        yield chunk


def _content_type(header: str) -> tuple[str, str]:
    media_type, _, rest = header.partition(";")
    charset = ""
    for part in rest.split(";"):
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip().strip("\"'")[:40]
    return media_type.strip().lower()[:100], charset
