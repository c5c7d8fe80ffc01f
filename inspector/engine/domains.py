# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The site that a person asks for: checked before anything is read, so that a slip is not answered with "none"."""

import re
from typing import Final

from inspector.core.cookie import Cookie
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.knowledge.site import belongs_to, registrable

_LONGEST: Final = 253  # of a domain name, RFC 1035; what is longer would match nothing
_NOT_IN_DOMAINS: Final = re.compile(r"[\x00-\x20\x7f/\\?#@*,;\"'<>|%]")
_PORT: Final = re.compile(r"^([^:]+|\[.*\]):\d*$")
_ADDRESS: Final = re.compile(r"^(\[.*\]|.*:.*|\d+(\.\d+){3})$")


def checked_domain(text: str) -> str:
    """Return ``text`` where it is a domain or an address; else raise, with the domain that was probably meant.

    >>> checked_domain("example.com")
    'example.com'
    """
    domain = text.strip()
    if domain.strip(".") and len(domain) <= _LONGEST and not _NOT_IN_DOMAINS.search(domain) and not _PORT.match(domain):
        return domain
    meant = _meant(domain)
    what_to_do = f'Did you mean --site "{meant}"?' if meant else 'Give a domain such as "example.com"'
    raise InspectorError(f'"{text[:_LONGEST]}" is not a domain', what_to_do)


def of_site(cookies: tuple[Cookie, ...], site: str) -> tuple[Cookie, ...]:
    """Return the cookies that belong to the site of a domain, in their order."""
    hosts = {host for host in {cookie.host_key for cookie in cookies} if belongs_to(host, site)}
    return tuple(cookie for cookie in cookies if cookie.host_key in hosts)


def none_of_site(site: str) -> Problem:
    """Return the note that nothing of a site was found, and where the names below it went if they are sites apart."""
    why = ""
    if not _ADDRESS.match(site) and registrable(f"x.{site}") != registrable(site):
        why = f"each name below {site} is a site of its own"
    return Problem("site-not-found", "no cookie belongs to it", registrable(site), why, "", Severity.NOTE)


def _meant(text: str) -> str | None:
    from urllib.parse import urlsplit  # here because it is needed for a slip only and slow to import

    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
    except ValueError:  # brackets that do not close
        return None
    host = host.removeprefix("*.").strip(".")
    return host if host and len(host) <= _LONGEST and not _NOT_IN_DOMAINS.search(host) else None


def site_of(host: str) -> str:
    """Return the site that a host belongs to."""
    return registrable(host)
