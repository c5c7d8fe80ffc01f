# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whose a cookie is, seen from the page: by the registrable domains, then by the company behind them."""

from functools import lru_cache

from inspector.core.label import Party
from inspector.core.traits import Traits
from inspector.knowledge.book import Knowledge
from inspector.knowledge.site import registrable


class Parties:
    """Tells parties, remembering hosts: a store of thousands of cookies has few pairs of them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._of_pair = lru_cache(maxsize=65_536)(self._compare)

    def of(self, traits: Traits) -> Party:
        """Return the party; where no page is known, what the record itself states, else unknown."""
        if traits.host and traits.site:
            return self._of_pair(traits.host, traits.site)
        if traits.third_party is None:
            return Party.UNKNOWN
        return Party.THIRD if traits.third_party else Party.FIRST

    def _compare(self, host: str, site: str) -> Party:
        if registrable(host) == registrable(site):
            return Party.FIRST
        ours, theirs = self._knowledge.vendor_by_domain(host), self._knowledge.vendor_by_domain(site)
        same = ours is not None and theirs is not None and ours.company == theirs.company
        return Party.SAME_COMPANY if same else Party.THIRD
