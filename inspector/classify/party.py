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
        self._of_pair = lru_cache(maxsize=65_536)(self._compare)

    def of(self, traits: Traits) -> tuple[Party, str]:
        """Return the party and its place (see :func:`inspector.classify.features.place_of`).

        Where no page is known, it is what the record itself states, else unknown.
        """
        if traits.host and traits.site:
            party = self._of_pair(traits.host, traits.site)
        elif traits.third_party is None:
            party = Party.UNKNOWN
        else:
            party = Party.THIRD if traits.third_party else Party.FIRST
        return party, place_of(party, traits.host)

    def _compare(self, host: str, site: str) -> Party:
        if registrable(host) == registrable(site):
            return Party.FIRST
        if _is_hosted(host) or _is_hosted(site):
            return Party.THIRD
        ours, theirs = self._knowledge.vendor_by_domain(host), self._knowledge.vendor_by_domain(site)
        same = ours is not None and theirs is not None and ours.company == theirs.company
        return Party.SAME_COMPANY if same else Party.THIRD


def _is_hosted(host: str) -> bool:
    """Whether a host is a customer's on a hoster's domain (``a.github.io``): it is not the hoster's own then."""
    return registrable(host) != registrable(host, private=False)
