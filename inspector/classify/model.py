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

from inspector.classify.features import attribute_features, class_limit, name_features, value_features
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
        self._of_name = lru_cache(maxsize=65_536)(self._sum_of_name)
        self.of_host = lru_cache(maxsize=65_536)(self._sum_of_host)
        self._of_facts = lru_cache(maxsize=4_096)(self._sum_of_facts)
        self._of_attributes = lru_cache(maxsize=4_096)(self._sum_of_attributes)
        self._of_shape = lru_cache(maxsize=4_096)(self._sum_of_shape)

    def chances(
        self, traits: Traits, place: str, shape: Kind | None, facts: tuple[KnownCookie, ...]
    ) -> tuple[float, float, float, float]:
        """Return the chances of :data:`GROUPS`, which add up to 1; ``place`` is where the cookie stands."""
        sums = (
            self._bias,
            self._of_name(traits.name, traits.wildcard, place),
            self.of_host(traits.host, place),
            self._of_facts(facts[:1]),
            self._of_attributes(attribute_key(traits), place),
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

    def _sum_of_shape(self, shape: Kind) -> Sums:
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


def _unpack(data: Mapping[str, Any]) -> dict[str, Sums]:
    """Return the weights: names on lines, four signed bytes each, one scale."""
    names = data["features"].split("\n")
    packed = array("b", base64.b64decode(data["weights"]))
    if len(packed) != len(names) * len(GROUPS):
        raise ValueError("the weights do not fit the features")
    scale = float(data["scale"])
    flat = [weight * scale for weight in packed]
    return dict(zip(names, zip(flat[::4], flat[1::4], flat[2::4], flat[3::4], strict=True), strict=True))
