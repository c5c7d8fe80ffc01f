# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Finds the features of a cookie with the lists of the model and the vendors of the tables."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from inspector.classify.domain_kinds import DomainKinds
from inspector.classify.features import (
    attribute_features,
    attributes_of,
    name_features,
    place_of,
    table_features,
    value_features,
)
from inspector.classify.shapes import kind_of
from inspector.classify.topics import Topics
from inspector.classify.vendors import hint_of
from inspector.core.label import Party
from inspector.core.traits import Traits
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import KnownCookie
from inspector.knowledge.site import registrable

_LISTED = "listed "


class Reader:
    """Finds the features of a cookie with the model's word lists and the vendors of the tables."""

    def __init__(self, topics: Topics, kinds: DomainKinds, knowledge: Knowledge) -> None:
        self.topics = topics
        self.kinds = kinds
        self.vendor = lru_cache(maxsize=65_536)(knowledge.vendor_by_domain)

    def features(self, traits: Traits, facts: Sequence[KnownCookie] | None, party: Party | None = None) -> list[str]:
        """Return all features; ``facts`` is ``None`` for an example that comes from the tables themselves."""
        place = place_of(party_by_domains(traits) if party is None else party, traits.host)
        shape = None if traits.value is None else kind_of(traits.value)
        found = list(name_features(traits.name, traits.wildcard, place, self.topics))
        found += self.host_features(traits.host, place)
        found += attribute_features(attributes_of(traits), place)
        found += value_features(shape)
        if facts is not None:
            found += self.fact_features(facts)
        return found

    def host_features(self, host: str | None, place: str, *, with_domain: bool = True) -> list[str]:
        """Return what the host says, or that there is none; ``with_domain`` includes its registrable domain."""
        if host is None:
            return ["p-"]
        if place == "1":
            return ["p1"]  # the site's own host tells which site it is, and nothing of its cookies
        kinds = self._kinds_of(host)
        found = ["p" + place, *("k" + kind for kind in kinds or ("unknown",))]
        hint = hint_of([kind.removeprefix(_LISTED) for kind in kinds])
        if hint is not None:
            found += ("o" + hint.purpose, f"o{hint.purpose.group}@{place}")
        if with_domain:
            found.append("d" + registrable(host))
        return found

    def _kinds_of(self, host: str) -> tuple[str, ...]:
        """Return what the service behind a host does, by its vendor's entry and by the list of domains."""
        vendor = self.vendor(host)
        listed = self.kinds.of(host)
        kinds = () if vendor is None else vendor.kinds
        return kinds if listed is None else (*kinds, _LISTED + listed)

    def fact_features(self, facts: Sequence[KnownCookie]) -> list[str]:
        """Return what the most specific entry of the tables says."""
        if not facts:
            return list(table_features(None, "", False))
        first = facts[0]
        where = first.match + ("@" if first.domain else "")
        return list(table_features(first.purpose, where, bool(first.disputed)))


def party_by_domains(traits: Traits) -> Party:
    """Return first or third party by the registrable domains alone: what a model can learn from."""
    if traits.host and traits.site:
        return Party.FIRST if registrable(traits.host) == registrable(traits.site) else Party.THIRD
    if traits.third_party is None:
        return Party.UNKNOWN
    return Party.THIRD if traits.third_party else Party.FIRST


def make_reader(data: Mapping[str, Any], knowledge: Knowledge) -> Reader:
    """Return the reader of features with the lists that a model was trained with."""
    kinds = {domain: kind for kind, domains in data["domains"].items() for domain in domains.split()}
    return Reader(Topics(_inverted(data["words"]), _inverted(data["parts"])), DomainKinds(kinds), knowledge)


def _inverted(lists: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for topic, words in lists.items():
        for word in words.split():
            found.setdefault(word, []).append(topic)
    return found
