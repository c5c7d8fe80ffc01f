# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Who answered with a ``Set-Cookie`` header, and whether browsers keep the cookie (RFC 6265bis, 5.7)."""

from collections.abc import Callable
from typing import NamedTuple

from inspector.core.cookie import SameSite
from inspector.core.origin import Origin, default_path, domain_matches, is_address, origin_of, same_site
from inspector.core.set_cookie import SetCookie

__all__ = ["Answer", "Origin", "default_path", "domain_matches", "host_of", "origin_of", "refusal", "same_site"]


class Answer(NamedTuple):
    """A response: its address, when it came (``None``: not recorded), and the page that it came for, where proven.

    ``top_level`` is the page's own document. ``lax_default`` says that the recording browser takes cookies that say
    nothing for Lax, which Chromium does and Firefox does not; ``None`` where it is not known which it was.
    """

    url: str
    origin: Origin
    at_us: int | None = None
    page: str | None = None
    top_level: bool = False
    lax_default: bool | None = None


def host_of(cookie: SetCookie, answer: Answer, site_of: Callable[[str], str]) -> tuple[str, bool]:
    """Return the cookie's host, and whether it is for that host alone; a public suffix is only for itself."""
    host, domain = answer.origin.host, cookie.domain
    if domain is None or (domain == host and (is_address(host) or not site_of(domain))):
        return host, True
    return domain, False


def refusal(cookie: SetCookie, answer: Answer, site_of: Callable[[str], str]) -> str:
    """Return why browsers do not keep a cookie; empty where they do, as far as the record tells."""
    return _wrong_domain(cookie, answer, site_of) or _insecure(cookie, answer) or _cross_site(cookie, answer, site_of)


def _wrong_domain(cookie: SetCookie, answer: Answer, site_of: Callable[[str], str]) -> str:
    host, domain = answer.origin.host, cookie.domain
    if domain is None:
        return ""
    if not domain.isascii():
        return "its Domain is not ASCII"
    if domain != host and not site_of(domain):
        return "its Domain is a public suffix"
    return "" if domain_matches(host, domain) else "its Domain is not the host that set it, nor above it"


def _insecure(cookie: SetCookie, answer: Answer) -> str:
    name = cookie.name.lower()
    if cookie.secure and not answer.origin.secure:
        return "it is Secure and came over http"
    if name.startswith("__secure-") and not cookie.secure:
        return "its name begins with __Secure- and it is not Secure"
    if name.startswith("__host-") and not (cookie.secure and cookie.domain is None and cookie.path == "/"):
        return "its name begins with __Host-, which demands Secure, Path=/ and no Domain"
    if cookie.same_site is SameSite.NONE and not cookie.secure:
        return "it says SameSite=None and is not Secure"
    return "it is Partitioned and not Secure" if cookie.partitioned and not cookie.secure else ""


def _cross_site(cookie: SetCookie, answer: Answer, site_of: Callable[[str], str]) -> str:
    if answer.page is None or answer.top_level or cookie.same_site is SameSite.NONE:
        return ""
    page = origin_of(answer.page)
    if page is None or same_site(page.host, answer.origin.host, site_of):
        return ""
    if cookie.same_site is not SameSite.UNSPECIFIED:
        return "it is for its own site only (SameSite) and came from another one"
    return (
        "it says nothing of SameSite, and this browser then keeps none from another site" if answer.lax_default else ""
    )
