# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which site a cookie belongs to: what its record can prove decides what may be judged.

An unpartitioned third party in a browser's store could have been set on any page the browser ever showed. It is never
a finding against a site.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from inspector.core.cookie import Cookie
from inspector.core.evidence import Evidence, Refusal
from inspector.core.finding import Attribution
from inspector.knowledge.site import registrable

# RFC 2606, RFC 6761, RFC 6762, RFC 8375, ICANN's .internal, and what intranets use.
_RESERVED: Final = frozenset(
    {"test", "example", "invalid", "localhost", "local", "internal", "lan", "corp", "intranet"}
)
WHY: Final = {
    Attribution.OWN: "its host is the site's own",
    Attribution.PARTITIONED: "a third party, stored in the site's partition",
    Attribution.EVIDENCE: "the recording names the page that set it",
    Attribution.TESTER: "on the tester's word that nothing else was visited",
    Attribution.UNKNOWN: "in this browser, site unknown",
    Attribution.ELSEWHERE: "stored in another site's partition",
}


class Attributor:
    """Ties cookies to one site: ``domains`` are registrable domains, the site's own and those given with ``--also``."""

    def __init__(self, domains: Iterable[str], evidence: Evidence) -> None:
        self.domains = frozenset(domains)
        self._evidence = evidence
        self._hosts: dict[str, bool] = {}

    @property
    def asks_recordings(self) -> bool:
        """Whether what ties a cookie may lie in a recording of that very cookie."""
        return bool(self._evidence.sightings)

    def own(self, host: str) -> bool:
        """Whether a host is under the site's domains."""
        found = self._hosts.get(host)
        if found is None:
            found = registrable(host) in self.domains or _reaches(host.strip(".").lower(), self.domains)
            self._hosts[host] = found
        return found

    def shows(self, page: str) -> bool:
        """Whether a page is one of the site's."""
        return self.own(_host_of(page) or "")

    def attribute(self, cookie: Cookie) -> Attribution:
        """Return what ties a cookie to the site, the strongest proof first."""
        if self.own(cookie.host_key):
            return Attribution.OWN
        top = top_level_host(cookie)
        if top is not None:
            return Attribution.PARTITIONED if self.own(top) else self._recorded(cookie, Attribution.ELSEWHERE)
        return self._recorded(cookie, Attribution.UNKNOWN)

    def attribute_refused(self, held: Refusal) -> Attribution:
        """Return what ties a cookie that was tried and not kept to the site: who tried, or the page that it was for."""
        setter = held.sighting.setter
        if self.shows(setter) if setter is not None else self.own(held.cookie.host_key):
            return Attribution.OWN
        on_page = any(self.shows(page) for page in held.sighting.pages)
        return Attribution.EVIDENCE if on_page else Attribution.UNKNOWN

    def _recorded(self, cookie: Cookie, otherwise: Attribution) -> Attribution:
        evidence = self._evidence
        if evidence.sightings:
            seen = evidence.sightings.get(cookie.key)
            if seen is not None and any(self.shows(page) for page in seen.pages):
                return Attribution.EVIDENCE
        if evidence.only_this_site and otherwise is Attribution.UNKNOWN:
            return Attribution.TESTER
        return otherwise


def _reaches(host: str, domains: Iterable[str]) -> bool:
    """Whether a host is under one of the domains, or is the parent whose cookies a reserved name's host receives.

    The public suffix list has no reserved names, so ``www.shop.test`` is a site of its own to us, while a browser lets
    it set cookies for ``shop.test``.
    """
    if host.rpartition(".")[2] not in _RESERVED:
        return False
    return any(host.endswith(f".{domain}") or ("." in host and domain.endswith(f".{host}")) for domain in domains)


def top_level_host(cookie: Cookie) -> str | None:
    """Return the host of the top-level site that a cookie's partition or first-party isolation names."""
    isolation = cookie.isolation
    if isolation.partition is not None:
        return _host_of(isolation.partition.site)
    return isolation.first_party_domain or None


@lru_cache(maxsize=4096)
def _host_of(site: str) -> str | None:
    """The host of an origin, a URL or a bare host; ``None`` for what is none of them."""
    try:
        return urlsplit(site if "//" in site else f"//{site}").hostname
    except ValueError:  # an address in brackets that is none
        return None
