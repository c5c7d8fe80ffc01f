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
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from inspector.classify.domain_kinds import suffixes
from inspector.classify.features import Attributes, attribute_features, name_features, value_features
from inspector.classify.reader import Reader, make_reader
from inspector.classify.shapes import Kind
from inspector.core.label import Group
from inspector.core.problem import InspectorError
from inspector.core.traits import Traits
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import KnownCookie

FILE: Final = "model/model.json"
GROUPS: Final = (Group.NECESSARY, Group.PREFERENCES, Group.ANALYTICS, Group.MARKETING)
Sums = tuple[float, float, float, float]
_NOTHING: Final[Sums] = (0.0, 0.0, 0.0, 0.0)


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
        self._domains = frozenset(name[1:] for name in weights if name.startswith("d"))
        self._of_name = lru_cache(maxsize=65_536)(self._sum_of_name)
        self.of_host = lru_cache(maxsize=65_536)(self._sum_of_host)
        self._of_facts = lru_cache(maxsize=4_096)(self._sum_of_facts)
        self._of_no_facts = self._sum(reader.fact_features(()))
        self._of_attributes = lru_cache(maxsize=4_096)(self._sum_of_attributes)
        self._of_shape = lru_cache(maxsize=4_096)(self._sum_of_shape)

    def chances(
        self,
        traits: Traits,
        place: str,
        attributes: Attributes,
        shape: Kind | None,
        facts: tuple[KnownCookie, ...],
    ) -> tuple[float, float, float, float]:
        """Return the chances of :data:`GROUPS`, which add up to 1; ``place`` is where the cookie stands."""
        sums = (
            self._bias,
            self._of_name(traits.name, traits.wildcard, place),
            self.of_host(traits.host, place),
            self._of_facts(facts[0]) if facts else self._of_no_facts,
            self._of_attributes(attributes, place),
            _NOTHING if shape is None else self._of_shape(shape),
        )
        scores = tuple(map(sum, zip(*sums, strict=True)))
        top = max(scores)
        a, b, c, d = (math.exp(score - top) for score in scores)
        total = a + b + c + d
        return a / total, b / total, c / total, d / total

    def confidence(self, chance: float, traits: Traits, known: bool) -> float:
        """Return the share of answers of such a chance that were right in cross-validation."""
        return self.curves[curve_name(traits, known)].at(chance)

    def _sum_of_name(self, name: str, wildcard: bool, place: str) -> Sums:
        return self._sum(name_features(name, wildcard, place, self.reader.topics))

    def _sum_of_host(self, host: str | None, place: str) -> Sums:
        """Sum a host's features; the registrable domain is only looked for if the model knows one that it could be."""
        known = host is not None and not self._domains.isdisjoint(suffixes(host))
        return self._sum(self.reader.host_features(host, place, with_domain=known))

    def _sum_of_facts(self, fact: KnownCookie) -> Sums:
        return self._sum(self.reader.fact_features((fact,)))

    def _sum_of_attributes(self, attributes: Attributes, place: str) -> Sums:
        return self._sum(attribute_features(attributes, place))

    def _sum_of_shape(self, shape: Kind) -> Sums:
        return self._sum(value_features(shape))

    def _sum(self, features: Iterable[str]) -> Sums:
        weight = self._weights.get
        found = [row for feature in set(features) if (row := weight(feature)) is not None]
        if not found:
            return _NOTHING
        a, b, c, d = map(sum, zip(*found, strict=True))
        return a, b, c, d


def curve_name(traits: Traits, known: bool) -> str:
    """Return which curve fits: bare names are told less surely than records, and both more so if a table agrees."""
    bare = traits.http_only is None and traits.session is None
    return ("names" if bare else "records") + (", known" if known else "")


CURVES: Final = ("names", "names, known", "records", "records, known")


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


def _unpack(data: Mapping[str, Any]) -> dict[str, Sums]:
    """Return the weights: names on lines, four signed bytes each, one scale."""
    names = data["features"].split("\n")
    packed = array("b", base64.b64decode(data["weights"]))
    if len(packed) != len(names) * len(GROUPS):
        raise ValueError("the weights do not fit the features")
    scale = float(data["scale"])
    flat = [weight * scale for weight in packed]
    return dict(zip(names, zip(flat[::4], flat[1::4], flat[2::4], flat[3::4], strict=True), strict=True))
