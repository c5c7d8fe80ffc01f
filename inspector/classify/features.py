# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the statistical model looks at, as short strings; training and program use these same functions.

Features come in parts that depend on one thing each (name, host, attributes, value, what the tables say), so that a
part's weight is summed once and remembered. Names of features are documented in docs/accuracy.md.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from inspector.classify.names import collapse, cut
from inspector.classify.shapes import Kind
from inspector.classify.topics import Topics
from inspector.core.cookie import SameSite
from inspector.core.label import Party
from inspector.core.traits import Traits

GRAMS: Final = (3, 4, 5)
LIFETIMES: Final = (
    (0.01, "some minutes"),
    (0.03, "half an hour"),
    (0.6, "some hours"),
    (1.5, "a day"),
    (8, "up to a week"),
    (35, "up to a month"),
    (100, "up to three months"),
    (200, "up to half a year"),
    (367, "up to a year"),
    (400, "up to 13 months"),
    (750, "up to two years"),
    (float("inf"), "more than two years"),
)
"""Classes of lifetimes: the longest in days, and words for it. What is in one class is judged alike."""

_LIMITS: Final = tuple(limit for limit, _ in LIFETIMES)


def place_of(party: Party, host: str | None) -> str:
    """Return where the cookie stands: ``1`` first party, ``3`` third party, ``d`` a domain only, ``-`` nothing."""
    if party is Party.FIRST:
        return "1"
    if party in (Party.THIRD, Party.SAME_COMPANY):
        return "3"
    return "d" if host else "-"


def name_features(name: str, wildcard: bool, place: str, topics: Topics) -> Iterator[str]:
    """Yield what a name says: pieces of it, its words, and the topics of those."""
    collapsed = collapse(name)
    folded = collapsed.lower()
    text = f"^{folded}" if wildcard else f"^{folded}$"
    for size in GRAMS:
        for start in range(len(text) - size + 1):
            yield "g" + text[start : start + size]
    words = cut(collapsed)
    yield "n" + folded
    for word in words:
        yield "t" + word
    if words:
        yield "<" + words[0]
        yield ">" + words[-1]
    spoken = topics.of_words(words, folded) or ("none",)
    for topic in spoken:
        yield "w" + topic
        yield f"w{topic}@{place}"


def host_features(host: str, site: str, place: str, kinds: Sequence[str]) -> Iterator[str]:
    """Yield what a host that is not the page's own says: its domain, and what its vendor does.

    ``site`` is the registrable domain of ``host``. A first-party host tells which shop it is, not what a cookie does.
    """
    yield "p" + place
    if place == "1":
        return
    yield "d" + site
    for kind in kinds or ("unknown",):
        yield "k" + kind


def attribute_features(traits: Traits, place: str) -> Iterator[str]:
    """Yield what the attributes say; nothing where a record has none."""
    length = lifetime_class(traits.session, traits.lifetime_days)
    if length is not None:
        yield "l" + length
        yield f"l{length}@{place}"
    for letter, flag in (("H", traits.http_only), ("S", traits.secure), ("O", traits.host_only)):
        if flag is not None:
            yield f"{letter}{int(flag)}"
    if traits.http_only is not None:
        yield f"H{int(traits.http_only)}@{place}"
    if traits.same_site is not SameSite.UNKNOWN:
        yield "e" + traits.same_site
    if traits.path not in (None, "/", ""):
        yield "path"


def lifetime_class(session: bool | None, days: float | None) -> str | None:
    """Return a lifetime's class, ``None`` where it is not known."""
    if session:
        return "session"
    return None if days is None else LIFETIMES[lifetime_index(days)][1]


def lifetime_index(days: float) -> int:
    """Return the number of a lifetime's class; what is no number of days is in the last."""
    return min(bisect_left(_LIMITS, days), len(LIFETIMES) - 1)


def class_limit(days: float | None) -> float | None:
    """Return the longest lifetime of the class that ``days`` falls in."""
    return None if days is None else _LIMITS[lifetime_index(days)]


def value_features(shape: Kind | None) -> Iterator[str]:
    """Yield what the shape of the value says; nothing where it was not read."""
    if shape is not None:
        yield "v" + shape


def table_features(purpose: str | None, match: str, disputed: bool) -> Iterator[str]:
    """Yield what the knowledge tables say of the cookie: the purpose, and how the entry was found."""
    if purpose is None:
        yield "xnothing"
        return
    yield f"x{purpose}"
    yield f"x{purpose}/{match}"
    if disputed:
        yield f"x{purpose}/disputed"
