# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The words of a name: ``basket``, ``csrf``, ``lang`` say what a cookie is for where no table knows it."""

from functools import lru_cache
from typing import Final, NamedTuple

from inspector.classify.opinion import Opinion, Sight, Way
from inspector.core.label import Group, Purpose, Subtype


class Meaning(NamedTuple):
    """What a topic of names stands for: a purpose, how often it is right alone, and the words for a person."""

    purpose: Purpose
    confidence: float
    said: str
    subtype: Subtype = Subtype.NONE


MEANINGS: Final[dict[str, Meaning]] = {
    "opt_out": Meaning(Purpose.OPT_OUT, 0.6, "opting out"),
    "csrf": Meaning(Purpose.SECURITY, 0.9, "protection against forged requests"),
    "cart": Meaning(Purpose.CART, 0.85, "a shopping cart"),
    "consent": Meaning(Purpose.CONSENT, 0.85, "consent"),
    "balancing": Meaning(Purpose.LOAD_BALANCING, 0.7, "servers and routes"),
    "bot": Meaning(Purpose.SECURITY, 0.65, "protection against bots and fraud"),
    "login": Meaning(Purpose.AUTHENTICATION, 0.75, "log-in and accounts"),
    "affiliate": Meaning(Purpose.ADVERTISING, 0.75, "affiliates", Subtype.AFFILIATE),
    "matching": Meaning(Purpose.ADVERTISING, 0.6, "matching ids between companies", Subtype.ID_SYNC),
    "advertising": Meaning(Purpose.ADVERTISING, 0.75, "advertising"),
    "experiment": Meaning(Purpose.ANALYTICS, 0.65, "tests of variants", Subtype.AB_TESTING),
    "statistics": Meaning(Purpose.ANALYTICS, 0.75, "visits and statistics"),
    "origin": Meaning(Purpose.ANALYTICS, 0.55, "where the visitor came from"),
    "social": Meaning(Purpose.SOCIAL, 0.6, "social networks"),
    "chat": Meaning(Purpose.FUNCTIONAL, 0.7, "chat and support"),
    "media": Meaning(Purpose.FUNCTIONAL, 0.6, "video and sound", Subtype.MEDIA),
    "language": Meaning(Purpose.PREFERENCES, 0.75, "language"),
    "layout": Meaning(Purpose.PREFERENCES, 0.65, "display"),
    "preference": Meaning(Purpose.PREFERENCES, 0.6, "settings"),
    "region": Meaning(Purpose.PREFERENCES, 0.55, "country, currency or place"),
    "notice": Meaning(Purpose.PREFERENCES, 0.6, "notices that were seen or closed"),
    "recently_viewed": Meaning(Purpose.PREFERENCES, 0.55, "what was viewed"),
    "wishlist": Meaning(Purpose.FUNCTIONAL, 0.6, "wish lists and comparisons"),
    "search": Meaning(Purpose.FUNCTIONAL, 0.5, "search"),
    "form": Meaning(Purpose.FUNCTIONAL, 0.5, "forms and comments"),
    "session": Meaning(Purpose.SESSION, 0.7, "a session"),
    "order": Meaning(Purpose.FUNCTIONAL, 0.35, "products, orders and payment"),
    "admin": Meaning(Purpose.SESSION, 0.4, "the site's own system"),
    "cookie_test": Meaning(Purpose.FUNCTIONAL, 0.45, "a test whether cookies work"),
    "tracking": Meaning(Purpose.ADVERTISING, 0.55, "tracking and marketing"),
    "identifier": Meaning(Purpose.ANALYTICS, 0.3, "an identifier"),
    "state": Meaning(Purpose.FUNCTIONAL, 0.3, "the state of the page"),
}
_OTHER_THINGS: Final = (
    *("experiment", "statistics", "advertising", "tracking", "matching", "affiliate", "consent", "notice", "origin"),
    *("recently_viewed", "chat", "social", "opt_out", "wishlist"),
)
_CART_SURE: Final = 0.88


def tell(sight: Sight) -> Opinion | None:
    """Return what the name's words speak of; the topic that is right most often speaks first."""
    return _tell(sight.topics, bool(sight.facts)) if sight.topics else None


@lru_cache(maxsize=4096)
def _tell(topics: tuple[str, ...], is_known: bool) -> Opinion | None:
    spoken = [MEANINGS[topic] for topic in topics if topic in MEANINGS]
    if not spoken:
        return None
    first = max(spoken, key=lambda meaning: meaning.confidence)
    because = f"Words in its name speak of {first.said}"
    if first.purpose is Purpose.CART:
        return _cart(topics, because, is_known)
    return Opinion(Way.WORDS, first.purpose, first.confidence, because, first.subtype)


def _cart(topics: tuple[str, ...], because: str, is_known: bool) -> Opinion:
    """Return a cart only where nothing else is spoken of: ``cart_popup_seen`` and ``ab_cart`` are no carts."""
    others = [topic for topic in topics if topic in _OTHER_THINGS]
    if others:
        meaning = MEANINGS[others[0]]
        said = f"Words in its name speak of {meaning.said}"
        return Opinion(Way.WORDS, meaning.purpose, meaning.confidence, said, meaning.subtype)
    return Opinion(Way.WORDS, Purpose.CART, _CART_SURE, because, decisive=not is_known)


def said_of(group: Group) -> str:
    """Return a group in the words of a sentence."""
    return _GROUPS[group]


_GROUPS: Final = {
    Group.NECESSARY: "what a site needs to work",
    Group.PREFERENCES: "preferences and functions",
    Group.ANALYTICS: "analytics",
    Group.MARKETING: "marketing",
    Group.UNKNOWN: "nobody knows what",
}
