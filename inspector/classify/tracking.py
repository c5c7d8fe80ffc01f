# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whether a cookie tracks: a behaviour, decided apart from the purpose, always with its reasons.

It needs an identifier that persists; how far it reaches depends on whose cookie it is and where it is stored.
"""

from typing import Final, NamedTuple

from inspector.classify.features import LIFETIMES, lifetime_index
from inspector.classify.opinion import Sight
from inspector.core.label import Party, Purpose, Subtype, Tracks
from inspector.knowledge.records import KnownCookie

_BRIEF_DAYS: Final = 1.5  # an id that ends within about a day recognises nobody who comes back
_ACROSS: Final = frozenset({"advertising", "affiliate", "social"})
_FREE_OF_IDS: Final = frozenset({Purpose.CONSENT, Purpose.OPT_OUT, Purpose.PREFERENCES, Purpose.LOAD_BALANCING})


class Judgement(NamedTuple):
    """The answer and why."""

    tracks: Tracks
    because: tuple[str, ...]


def judge(sight: Sight, purpose: Purpose, subtype: Subtype, fact: KnownCookie | None) -> Judgement:
    """Return whether and how far the cookie tracks."""
    carries, why_id = _identifier(sight, purpose, fact)
    lasts, why_life = _persists(sight, fact)
    if purpose is Purpose.OPT_OUT:
        return Judgement(Tracks.NO, ("An opt-out is the same for everyone who chose it",))
    if carries is False:
        return Judgement(Tracks.NO, (why_id,))
    if lasts is False:
        return Judgement(Tracks.NO, (why_life,))
    if carries is None or lasts is None:
        return Judgement(Tracks.UNKNOWN, tuple(why for why in (why_id, why_life) if why))
    reach, why_reach = _reach(sight, subtype)
    return Judgement(reach, (why_id, why_life, why_reach))


def _identifier(sight: Sight, purpose: Purpose, fact: KnownCookie | None) -> tuple[bool | None, str]:
    """Tell whether the cookie carries an identifier: by its value first, then by what is known, then by purpose."""
    if sight.shape is not None and sight.shape.identifies is not None:
        like = f"Its value looks like {_article(sight.shape)}"
        return sight.shape.identifies, like + ("" if sight.shape.identifies else ", which identifies nobody")
    if fact is not None and fact.identifier is not None:
        return (
            fact.identifier,
            "It is known to carry an identifier" if fact.identifier else "It is known to carry no id",
        )
    if purpose in _FREE_OF_IDS:
        return False, "Cookies for this purpose need no identifier, and nothing shows one here"
    if "identifier" in sight.topics:
        return True, "Its name says that it holds an identifier"
    return None, "Its value was not read" if sight.shape is None else "Its value does not show whether it identifies"


def _persists(sight: Sight, fact: KnownCookie | None) -> tuple[bool | None, str]:
    traits = sight.traits
    if traits.session:
        return False, "It ends with the browser session"
    days = traits.lifetime_days
    if days is None and traits.session is None and fact is not None:
        if fact.session:
            return False, "It is known to end with the browser session"
        days = fact.lifetime_days
    if days is None:
        known = fact is not None and fact.session is False
        return (True, "It is known to persist") if known else (None, "How long it lives is not known")
    index = lifetime_index(days)
    if LIFETIMES[index][0] <= _BRIEF_DAYS:
        return False, "It ends within a day or so"
    return True, f"It lives {LIFETIMES[index][1]}"


def _reach(sight: Sight, subtype: Subtype) -> tuple[Tracks, str]:
    if sight.traits.partitioned and sight.party is not Party.FIRST:
        return Tracks.WITHIN_SITE, "It is kept in a partition of its own for each site"
    if subtype is Subtype.ID_SYNC:
        return Tracks.CROSS_SITE, "It serves to match ids between companies"
    if sight.party in (Party.THIRD, Party.SAME_COMPANY):
        return (
            Tracks.CROSS_SITE,
            "It belongs to another site than the page and is sent from every site that includes it",
        )
    if sight.party is Party.FIRST:
        return Tracks.WITHIN_SITE, "It belongs to the site itself"
    kinds = {*(sight.host_vendor.kinds if sight.host_vendor else ()), sight.kind}
    if sight.traits.host is not None and kinds & _ACROSS:
        return Tracks.CROSS_SITE, "Its domain belongs to a service that other sites include"
    return Tracks.WITHIN_SITE, "Nothing shows that it is used on more than one site"


def _article(text: str) -> str:
    return ("an " if text[0].lower() in "aeio" else "a ") + text
