# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The knowledge tables as the policy reader asks for them: names, hosts, and what the addresses of opt-outs lead to."""

import re
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from inspector.engine.knowledge import open_knowledge, user_places
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import LinkStatus, OptOut
from inspector.policies.lexicon import OptOutLink
from inspector.policies.service_names import SERVICE_NAMES

_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_LONGEST_URL: Final = 2000
_SHORTEST_NAME: Final = 6


def open_lexicon() -> "KnowledgeLexicon":
    """Return the lexicon of this user's knowledge: the program's tables with the user's own."""
    return KnowledgeLexicon(open_knowledge(user_places()))


class KnowledgeLexicon:
    """Implements :class:`inspector.policies.lexicon.VendorLexicon`."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """The names that policies print, and the vendors' own: also without what stands in brackets, and the id."""
        table: dict[str, str] = {}
        for vendor in self._knowledge.vendors:
            bare = _BRACKETS.sub("", vendor.name).strip()
            for name in (vendor.name, bare, vendor.id.replace("-", " "), *vendor.aliases):
                if name:
                    table.setdefault(name, vendor.id)
        for name, vendor_id in SERVICE_NAMES.items():
            table.setdefault(name, vendor_id)
        return MappingProxyType(table)

    @cached_property
    def phrases(self) -> Mapping[str, str]:
        """Wordings of old opt-outs, and whose they are."""
        links = self._knowledge.legacy_links
        return MappingProxyType({link.pattern: link.vendor for link in links if link.kind == "phrase"})

    @cached_property
    def _ways(self) -> Mapping[str, tuple[str, OptOut]]:
        table: dict[str, tuple[str, OptOut]] = {}
        for vendor in self._knowledge.vendors:
            for way in vendor.opt_outs:
                table.setdefault(_folded(way.url), (vendor.id, way))
        return table

    @cached_property
    def _named(self) -> Mapping[str, str]:
        return {name.lower().replace(" ", ""): vendor for name, vendor in self.aliases.items()}

    def opt_out(self, url: str) -> OptOutLink | None:
        """Return what an address leads to: by the table of old addresses, then by today's."""
        old = self._knowledge.legacy_link(url[:_LONGEST_URL])
        if old is not None:
            return OptOutLink(old.vendor, old.replacement, old.status.value)
        folded = _folded(url[:_LONGEST_URL])
        found = self._ways.get(folded) or self._ways.get(folded.partition("?")[0].rstrip("/"))
        return OptOutLink(found[0], found[1].url, found[1].mechanism.value) if found else None

    def live(self, target: str) -> OptOutLink | None:
        """Return the best way out of a target that works today."""
        ways = self._knowledge.opt_outs(target)
        way = next((way for way in ways if way.status is LinkStatus.LIVE), None)
        return OptOutLink(target, way.url, way.mechanism.value) if way else None

    def vendor_of_host(self, host: str) -> str | None:
        """Return the vendor that a host belongs to, by its domains, else by its name: "doubleclick.com"."""
        vendor = self._knowledge.vendor_by_domain(host)
        if vendor is not None:
            return vendor.id
        label = host.lower().rsplit(".", 2)[-2] if "." in host else ""
        return self._named.get(label) if len(label) >= _SHORTEST_NAME else None


def _folded(url: str) -> str:
    """An address without what does not tell it from another: scheme, "www.", a final slash."""
    try:
        parts = urlsplit(url if "://" in url else f"//{url}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:  # brackets that do not close
        return url
    tail = (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
    return (host + parts.path + tail).rstrip("/").lower()
