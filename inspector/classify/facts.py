# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The knowledge tables: a cookie known by its whole name, or as one of a family of names."""

from collections.abc import Mapping
from typing import Final

from inspector.classify.opinion import Opinion, Sight, Way
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import KnownCookie, Match, Sure

_TRUST: Final[Mapping[Sure, float]] = {
    Sure.USER: 1.0,
    Sure.SOURCE_READ: 0.95,
    Sure.VENDOR_DOC: 0.93,
    Sure.CORROBORATED: 0.85,
    Sure.RECALLED: 0.85,
    Sure.DEV_SET: 0.8,
    Sure.PACK: 0.75,
}
_DISPUTED: Final = 0.7  # what remains of the trust where others say otherwise
_OF_FAMILY: Final = 0.95  # a prefix may meet a name that only begins alike
_SHORT: Final = 2  # a name of so few letters, known for no domain in particular, is used by many


def tell_exact(sight: Sight) -> Opinion | None:
    """Return what the tables say of a cookie of exactly this name."""
    fact = _told(sight)
    return None if fact is None or fact.match is not Match.EXACT else _opinion(sight, fact, Way.EXACT)


def tell_family(sight: Sight) -> Opinion | None:
    """Return what the tables say of the family of names that this one belongs to."""
    fact = _told(sight)
    return None if fact is None or fact.match is Match.EXACT else _opinion(sight, fact, Way.PATTERN)


def _told(sight: Sight) -> KnownCookie | None:
    """Return the leading entry, unless it is the user's own, which has its own way to say so."""
    fact = leading(sight)
    return None if fact is None or fact.overridden else fact


def leading(sight: Sight) -> KnownCookie | None:
    """Return the entry that speaks for this cookie: the most specific, unless it is for a domain that is not known."""
    if not sight.facts:
        return None
    fact = sight.facts[0]
    unsure_where = fact.domain is not None and sight.traits.host is None
    return fact if not unsure_where or len({each.purpose for each in sight.facts}) == 1 else None


def trust(fact: KnownCookie, host: str | None) -> float:
    """Return how far an entry is trusted before anything is weighed."""
    confidence = _TRUST[fact.sure]
    if fact.disputed:
        confidence *= _DISPUTED
    if fact.match is not Match.EXACT:
        confidence *= _OF_FAMILY
    if fact.domain is None and len(fact.name) <= _SHORT:
        confidence *= _DISPUTED
    return confidence * (_DISPUTED if fact.domain is not None and host is None else 1)


def sentence(knowledge: Knowledge, fact: KnownCookie) -> str:
    """Return an entry of the tables as a sentence: what it names, whose it is, what for, and who says so."""
    vendor = knowledge.vendor(fact.vendor) if fact.vendor else None
    whose = f" of {vendor.name}" if vendor else ""
    where = f" on {fact.domain}" if fact.domain else ""
    what = "A known cookie" if fact.match is Match.EXACT else f"One of the known cookies {_family(fact)}"
    kind = _PURPOSE_WORDS.get(fact.purpose.value, fact.purpose.value.replace("_", " "))
    return f"{what}{whose}{where}, for {kind} (source: {fact.source})" + (f"; {fact.note}" if fact.note else "")


def _opinion(sight: Sight, fact: KnownCookie, way: Way) -> Opinion:
    because = sentence(sight.knowledge, fact)
    return Opinion(way, fact.purpose, trust(fact, sight.traits.host), because, fact.subtype)


def _family(fact: KnownCookie) -> str:
    return f"{fact.name}*" if fact.match is Match.PREFIX else f"named like {fact.name}"


_PURPOSE_WORDS: Final[Mapping[str, str]] = {
    "cart": "the shopping cart",
    "session": "the session",
    "authentication": "log-in",
    "load_balancing": "load balancing",
    "consent": "the consent choice",
    "opt_out": "an opt-out",
    "functional": "a function of the page",
    "social": "social features",
}
