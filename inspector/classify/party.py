# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whose a cookie is, seen from the page: by the registrable domains, then by the company behind them."""

from inspector.classify.memory import Memory
from inspector.core.label import Party
from inspector.knowledge.book import Knowledge
from inspector.knowledge.site import registrable

_MOST_REMEMBERED = 65_536


class Parties:
    """Tells parties, remembering whose a host is: a store of thousands of cookies has few of them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self.site_of: Memory[str, str] = Memory(registrable, _MOST_REMEMBERED)
        self.company_of = Memory(self._company_behind, _MOST_REMEMBERED)

    def of(self, host: str | None, site: str | None, third_party: bool | None) -> Party:
        """Return the party; where no page is known, it is what the record itself states, else unknown."""
        if not host or not site:
            return Party.UNKNOWN if third_party is None else Party.THIRD if third_party else Party.FIRST
        if host == site or self.site_of[host] == self.site_of[site]:
            return Party.FIRST
        ours = self.company_of[host]
        return Party.SAME_COMPANY if ours is not None and ours == self.company_of[site] else Party.THIRD

    def _company_behind(self, host: str) -> str | None:
        """Return whose a host is; a customer's on a hoster's domain (``a.github.io``) is not the hoster's own."""
        vendor = self._knowledge.vendor_by_domain(host)
        if vendor is None or registrable(host) != registrable(host, private=False):
            return None
        return vendor.company
