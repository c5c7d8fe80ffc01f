# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the statistical model looks at, as short strings; training and program use these same functions.

Features come in parts that depend on one thing each (name, host, attributes, value, what the tables say), so that a
part's weight is summed once and remembered. Names of features are documented in docs/accuracy.md.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from inspector.classify.names import collapse
from inspector.classify.shapes import Kind
from inspector.classify.topics import Topics
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
SHORT_DAYS: Final = 2.0  # no longer life speaks for a cookie of a session
SPANS: Final = tuple(sorted({*_LIMITS, SHORT_DAYS}))
"""The limits, in days, between which every way of telling judges alike: what is of one span may share a label."""


def place_of(party: Party, host: str | None) -> str:
    """Return where the cookie stands: ``1`` first party, ``3`` third party, ``d`` a domain only, ``-`` nothing."""
    return _PLACES[party] or ("d" if host else "-")


_PLACES: Final = {Party.FIRST: "1", Party.THIRD: "3", Party.SAME_COMPANY: "3", Party.UNKNOWN: ""}


def name_features(name: str, wildcard: bool, place: str, topics: Topics) -> list[str]:
    """Return what a name says: pieces of it, its words, and the topics of those."""
    collapsed = collapse(name)
    folded, words, spoken, _ = topics.read(collapsed)
    of_pieces = ["g" + piece for piece in pieces(collapsed, wildcard)]
    return [*of_pieces, *word_features(folded, words), *topic_features(spoken, place)]


def pieces(collapsed: str, wildcard: bool) -> set[str]:
    """Return the pieces of :data:`GRAMS` letters of a collapsed name, with signs where it begins and ends.

    The model keeps their weights apart: they are most of what it sums, and need no letter in front for that.
    """
    folded = collapsed.lower()
    text = f"^{folded}" if wildcard else f"^{folded}$"
    return {text[start : start + size] for size in GRAMS for start in range(len(text) - size + 1)}


def word_features(folded: str, words: Sequence[str]) -> list[str]:
    """Return what a collapsed name in lower case says as a whole and by its words, each once."""
    if not words:
        return [_WHOLE + folded]
    each = words if len(words) == 1 else dict.fromkeys(words)
    return [_WHOLE + folded, "<" + words[0], ">" + words[-1], *["t" + word for word in each]]


def topic_features(spoken: Sequence[str], place: str) -> Iterator[str]:
    """Yield what the topics of a name say, or that it has none."""
    for topic in spoken or ("none",):
        yield "w" + topic
        yield f"w{topic}@{place}"


def whole_name(name: str) -> str:
    """Return the feature of a name as a whole, by which training counts the labels that it had."""
    return _WHOLE + collapse(name).lower()


_WHOLE: Final = "n"


class Attributes(NamedTuple):
    """The attributes as far as the model heeds them; ``life`` is the number of a class of lifetimes.

    Secure, HostOnly, SameSite and the path told nothing more in cross-validation.
    """

    session: bool | None
    life: int | None
    http_only: bool | None


def attributes_of(traits: Traits) -> Attributes:
    """Return the attributes of a cookie; one that ends with the session has no lifetime."""
    days = None if traits.session else traits.lifetime_days
    return Attributes(traits.session, None if days is None else lifetime_index(days), traits.http_only)


def is_bare(traits: Traits) -> bool:
    """Whether there is only a name, and perhaps a domain, to tell from: an entry of a list, not a cookie's record."""
    return traits.http_only is None and traits.session is None


def lifetime_index(days: float) -> int:
    """Return the number of a lifetime's class."""
    return bisect_left(_LIMITS, days)


def span_of(days: float) -> int:
    """Return the number of a lifetime's span in :data:`SPANS`, each of which is known by its limit."""
    return bisect_left(SPANS, days)


def attribute_features(attributes: Attributes, place: str) -> Iterator[str]:
    """Yield what the attributes say; nothing where a record has none."""
    length = "session" if attributes.session else None if attributes.life is None else LIFETIMES[attributes.life][1]
    if length is not None:
        yield "l" + length
        yield f"l{length}@{place}"
    if attributes.http_only is not None:
        yield f"H{int(attributes.http_only)}"
        yield f"H{int(attributes.http_only)}@{place}"


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
