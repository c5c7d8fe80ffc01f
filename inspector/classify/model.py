# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The statistical model: a weight for each feature and group, trained by packaging/training/train.py.

A logistic regression needs no library to be evaluated: sums and four exponentials. Sums of a name, a host, a set of
attributes or a shape are remembered, because a store repeats them.
"""

import base64
import json
import math
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from inspector.classify.domain_kinds import DomainKinds
from inspector.classify.features import (
    attribute_features,
    class_limit,
    host_features,
    name_features,
    place_of,
    table_features,
    value_features,
)
from inspector.classify.shapes import Shape, shape_of
from inspector.classify.topics import Topics
from inspector.core.label import Group, Party
from inspector.core.problem import InspectorError
from inspector.core.traits import Traits
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import KnownCookie
from inspector.knowledge.site import registrable

FILE: Final = "model/model.json"
GROUPS: Final = (Group.NECESSARY, Group.PREFERENCES, Group.ANALYTICS, Group.MARKETING)
Sums = tuple[float, float, float, float]
_NOTHING: Final[Sums] = (0.0, 0.0, 0.0, 0.0)


class Reader:
    """Finds the features of a cookie with the model's word lists and the vendors of the tables."""

    def __init__(self, topics: Topics, kinds: DomainKinds, knowledge: Knowledge) -> None:
        self.topics = topics
        self.kinds = kinds
        self._knowledge = knowledge

    def features(self, traits: Traits, facts: Sequence[KnownCookie] | None, party: Party | None = None) -> list[str]:
        """Return all features; ``facts`` is ``None`` for an example that comes from the tables themselves."""
        place = place_of(party_by_domains(traits) if party is None else party, traits.host)
        shape = None if traits.value is None else shape_of(traits.value)
        found = list(name_features(traits.name, traits.wildcard, place, self.topics))
        found += self.host_features(traits.host, place)
        found += attribute_features(traits, place)
        found += value_features(shape)
        if facts is not None:
            found += self.fact_features(facts)
        return found

    def host_features(self, host: str | None, place: str) -> list[str]:
        """Return what the host says, or that there is none."""
        if host is None:
            return ["p-"]
        return list(host_features(host, registrable(host), place, self.kinds_of(host)))

    def kinds_of(self, host: str) -> tuple[str, ...]:
        """Return what the service behind a host does, by its vendor's entry and by the list of domains."""
        vendor = self._knowledge.vendor_by_domain(host)
        listed = self.kinds.of(host)
        kinds = () if vendor is None else vendor.kinds
        return kinds if listed is None else (*kinds, f"listed {listed}")

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


@dataclass(frozen=True, slots=True)
class Curve:
    """A rising curve through points that turns the model's own confidence into the share that was right."""

    given: tuple[float, ...]
    meant: tuple[float, ...]

    def at(self, confidence: float) -> float:
        """Return the curve at ``confidence``, straight between its points."""
        if confidence <= self.given[0]:
            return self.meant[0]
        for number in range(1, len(self.given)):
            low, high = self.given[number - 1], self.given[number]
            if confidence <= high:
                share = (confidence - low) / (high - low)
                return self.meant[number - 1] + share * (self.meant[number] - self.meant[number - 1])
        return self.meant[-1]


class Model:
    """The weights; asked for the chances of the four groups."""

    def __init__(self, weights: Mapping[str, Sums], reader: Reader, curves: Mapping[str, Curve]) -> None:
        self._weights = weights
        self.reader = reader
        self.curves = curves
        self._bias = weights.get("bias", _NOTHING)
        self._of_name = lru_cache(maxsize=65_536)(self._sum_of_name)
        self._of_host = lru_cache(maxsize=65_536)(self._sum_of_host)
        self._of_facts = lru_cache(maxsize=4_096)(self._sum_of_facts)
        self._of_attributes = lru_cache(maxsize=4_096)(self._sum_of_attributes)
        self._of_shape = lru_cache(maxsize=4_096)(self._sum_of_shape)

    def chances(
        self, traits: Traits, party: Party, shape: Shape | None, facts: tuple[KnownCookie, ...]
    ) -> tuple[float, float, float, float]:
        """Return the chances of :data:`GROUPS`, which add up to 1."""
        place = place_of(party, traits.host)
        bare = attribute_key(traits)
        sums = (
            self._bias,
            self._of_name(traits.name, traits.wildcard, place),
            self._of_host(traits.host, place),
            self._of_facts(facts[:1]),
            self._of_attributes(bare, place),
            _NOTHING if shape is None else self._of_shape(shape),
        )
        scores = [sum(column) for column in zip(*sums, strict=True)]
        top = max(scores)
        raised = [math.exp(score - top) for score in scores]
        total = sum(raised)
        return raised[0] / total, raised[1] / total, raised[2] / total, raised[3] / total

    def confidence(self, chance: float, traits: Traits, known: bool) -> float:
        """Return the share of answers of such a chance that were right in cross-validation."""
        return self.curves[curve_name(traits, known)].at(chance)

    def _sum_of_name(self, name: str, wildcard: bool, place: str) -> Sums:
        return self._sum(name_features(name, wildcard, place, self.reader.topics))

    def _sum_of_host(self, host: str | None, place: str) -> Sums:
        return self._sum(self.reader.host_features(host, place))

    def _sum_of_facts(self, facts: tuple[KnownCookie, ...]) -> Sums:
        return self._sum(self.reader.fact_features(facts))

    def _sum_of_attributes(self, traits: Traits, place: str) -> Sums:
        return self._sum(attribute_features(traits, place))

    def _sum_of_shape(self, shape: Shape) -> Sums:
        return self._sum(value_features(shape))

    def _sum(self, features: Iterable[str]) -> Sums:
        weights = self._weights
        a = b = c = d = 0.0
        for feature in set(features):
            found = weights.get(feature)
            if found is not None:
                a += found[0]
                b += found[1]
                c += found[2]
                d += found[3]
        return a, b, c, d


def curve_name(traits: Traits, known: bool) -> str:
    """Return which curve fits: bare names are told less surely than records, and both more so if a table agrees."""
    bare = traits.http_only is None and traits.session is None
    return ("names" if bare else "records") + (", known" if known else "")


CURVES: Final = ("names", "names, known", "records", "records, known")


def attribute_key(traits: Traits) -> Traits:
    """Return only what attribute features depend on; a lifetime becomes the longest of its class."""
    return Traits(
        "",
        path=traits.path if traits.path in (None, "/", "") else "/...",
        session=traits.session,
        lifetime_days=class_limit(traits.lifetime_days),
        http_only=traits.http_only,
        secure=traits.secure,
        host_only=traits.host_only,
        same_site=traits.same_site,
    )


def load_model(resources: Path, knowledge: Knowledge) -> Model:
    """Return the shipped model."""
    path = resources / FILE
    try:
        data = json.loads(path.read_bytes())
        reader = make_reader(data, knowledge)
        curves = {name: Curve(tuple(curve[0]), tuple(curve[1])) for name, curve in data["curves"].items()}
        return Model(_unpack(data), reader, curves)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InspectorError(f"The program's model cannot be read ({path})", "Reinstall the program") from error


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


def _unpack(data: Mapping[str, Any]) -> dict[str, Sums]:
    """Return the weights: names on lines, four signed bytes each, one scale."""
    names = data["features"].split("\n")
    packed = array("b", base64.b64decode(data["weights"]))
    if len(packed) != len(names) * len(GROUPS):
        raise ValueError("the weights do not fit the features")
    scale = float(data["scale"])
    flat = [weight * scale for weight in packed]
    return dict(zip(names, zip(flat[::4], flat[1::4], flat[2::4], flat[3::4], strict=True), strict=True))
