# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whose a cookie is, seen from the page: by the registrable domains, then by the company behind them."""

from functools import lru_cache

from inspector.classify.features import place_of
from inspector.core.label import Party
from inspector.core.traits import Traits
from inspector.knowledge.book import Knowledge
from inspector.knowledge.site import registrable


class Parties:
    """Tells parties, remembering hosts: a store of thousands of cookies has few pairs of them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._of_pair = lru_cache(maxsize=131_072)(self._compare)

    def of(self, traits: Traits) -> tuple[Party, str]:
        """Return the party and its place (see :func:`inspector.classify.features.place_of`).

        Where no page is known, it is what the record itself states, else unknown.
        """
        host, site = traits.host, traits.site
        if host and site:
            return self._of_pair(host, site)
        stated = traits.third_party
        party = Party.UNKNOWN if stated is None else Party.THIRD if stated else Party.FIRST
        return party, place_of(party, host)

    def _compare(self, host: str, site: str) -> tuple[Party, str]:
        party = self._party(host, site)
        return party, place_of(party, host)

    def _party(self, host: str, site: str) -> Party:
        if registrable(host) == registrable(site):
            return Party.FIRST
        ours = self._knowledge.vendor_by_domain(host)
        theirs = None if ours is None else self._knowledge.vendor_by_domain(site)
        if ours is None or theirs is None or ours.company != theirs.company:
            return Party.THIRD
        return Party.THIRD if _is_hosted(host) or _is_hosted(site) else Party.SAME_COMPANY


def _is_hosted(host: str) -> bool:
    """Whether a host is a customer's on a hoster's domain (``a.github.io``): it is not the hoster's own then."""
    return registrable(host) != registrable(host, private=False)
