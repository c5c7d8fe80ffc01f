# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The origin of an address, and what cookies make of it: default paths, domains and sites (RFC 6265bis, 5.1)."""

import ipaddress
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

_PORTS = {"https": 443, "http": 80, "wss": 443, "ws": 80}
_LONGEST_URL = 16_384


class Origin(NamedTuple):
    """An address that answers: scheme, host, port and path."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def secure(self) -> bool:
        """Whether what it sends travels unread; loopback counts (Secure Contexts, 3.1)."""
        local = self.host in ("localhost", "127.0.0.1", "::1") or self.host.endswith(".localhost")
        return self.scheme in ("https", "wss") or local


@lru_cache(maxsize=4096)
def origin_of(url: str) -> Origin | None:
    """Return the parts of an address; ``None`` for what is none that can set cookies."""
    try:
        parts = urlsplit(url[:_LONGEST_URL])
        port = parts.port
    except ValueError:  # brackets without an address, a port that is none
        return None
    scheme, host = parts.scheme.lower(), (parts.hostname or "").rstrip(".")
    if scheme not in _PORTS or not host:
        return None
    return Origin(scheme, host, _PORTS[scheme] if port is None else port, parts.path or "/")


def default_path(path: str) -> str:
    """Return the path of a cookie that states none (RFC 6265bis, 5.1.4)."""
    if not path.startswith("/") or path.count("/") == 1:
        return "/"
    return path[: path.rindex("/")]


def domain_matches(host: str, domain: str) -> bool:
    """Whether a host is a domain or below it; an address matches itself only (RFC 6265bis, 5.1.3)."""
    if host == domain:
        return True
    return host.endswith(f".{domain}") and not is_address(host)


def is_address(host: str) -> bool:
    """Whether a host is an IP address and not a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def same_site(one: str, other: str, site_of: Callable[[str], str]) -> bool:
    """Whether two hosts are of one site; ``site_of`` gives the registrable domain, "" for a public suffix."""
    return one == other or (site_of(one) or one) == (site_of(other) or other)
