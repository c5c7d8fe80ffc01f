# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Weighs what the ways of telling say.

The user's list and the visitor's own choices decide. Otherwise the statistical model weighs all evidence, the tables
included, and says which group; the most trusted way that agrees gives the leaf and the reason. Where the tables say
another group, the label follows the model only if the tables themselves are disputed or the model is sure enough, and
it says who disagrees. How sure is enough was measured (docs/accuracy.md); a bare name needs more than a record.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from inspector.classify import facts, words
from inspector.classify.features import is_bare
from inspector.classify.model import GROUPS, Backing, Model
from inspector.classify.opinion import Opinion, Sight, Way
from inspector.core.label import Group, Party, Purpose, Subtype
from inspector.knowledge.records import KnownCookie, Match, Sure

_TABLES: Final = (Way.EXACT, Way.PATTERN)
_DISPUTING: Final = (*_TABLES, Way.OVERRIDE)


class _Limits(NamedTuple):
    """The model's chance from which it overrules an entry of the tables."""

    plain: float
    accuse: float  # where it would call analytics or marketing what the tables do not
    disputed: float  # for an entry that others dispute


_OF_NAMES: Final = _Limits(0.5, 0.6, 0.4)
_OF_RECORDS: Final = _Limits(0.4, 0.5, 0.3)
_PLAIN: Final = frozenset({Purpose.CART, Purpose.CONSENT, Purpose.OPT_OUT})  # what the statistics never overrule
_OWN_WORDS: Final = (Sure.USER, Sure.SOURCE_READ, Sure.VENDOR_DOC)
_AT_HOME: Final = 0.9  # a maker's word for its own domain stands below this (New Relic's JSESSIONID, say)
_SECONDED: Final = 0.8  # the chance from which the statistics second such an entry: no label contradicted both
_CONTESTED: Final = 0.8  # no more is claimed where the statistics say otherwise
_NOTHING: Final = 0.32  # a chance below which a cookie that no way knows is unknown
_INNOCENT: Final = (Group.NECESSARY, Group.PREFERENCES)
_LEAF: Final = {
    Group.NECESSARY: Purpose.SESSION,
    Group.PREFERENCES: Purpose.FUNCTIONAL,
    Group.ANALYTICS: Purpose.ANALYTICS,
    Group.MARKETING: Purpose.ADVERTISING,
}


class Decision(NamedTuple):
    """What was decided and why, whether the tables back what the statistics say, and whether these say it alone."""

    purpose: Purpose
    subtype: Subtype
    confidence: float
    because: tuple[str, ...]
    disputed: tuple[str, ...]
    fact: KnownCookie | None
    backing: Backing = Backing.NONE
    by_statistics: bool = False


def decide(opinions: Sequence[Opinion], chances: Sequence[float], sight: Sight, model: Model) -> Decision:
    """Return what the opinions and the chances of :data:`GROUPS` come to; a decisive opinion needs no chances."""
    fact = facts.leading(sight)
    table = None
    for opinion in opinions:
        if opinion.decisive:
            return _follow(opinion, opinion.confidence, opinions, sight, fact)
        if table is None and opinion.way in _TABLES:
            table = opinion
    group = likeliest(chances)
    chance = chances[GROUPS.index(group)]
    if table is not None and _stands(table, group, chance, sight, fact):
        own = chances[GROUPS.index(table.purpose.group)]
        confidence = min(model.confidence(max(own, 1 - chance), sight.traits, Backing.NONE), _CONTESTED)
        return _follow(table, confidence, opinions, sight, fact)
    if not opinions and max(chances) < _NOTHING:
        because = ("No table knows it, and neither its name nor anything else tells what it is for",)
        return Decision(Purpose.UNKNOWN, Subtype.NONE, 0.0, because, (), None)
    backing = Backing.NONE if table is None or table.purpose.group is not group else _backing(fact, chance)
    confidence = model.confidence(chance, sight.traits, backing)
    if backing is Backing.DOCUMENTED and fact is not None:
        confidence = min(confidence, facts.trust(fact, sight.traits.host))
    for opinion in opinions:
        if opinion.purpose.group is group:
            return _follow(opinion, confidence, opinions, sight, fact, backing=backing)
    chosen = Opinion(Way.MODEL, _leaf(group, sight), chance, _statistics(group, sight.topics, sight.party))
    return _follow(chosen, confidence, opinions, sight, fact, backing=backing)._replace(by_statistics=True)


def likeliest(chances: Sequence[float]) -> Group:
    """Return the likeliest group, where those that need no consent or little count as one against the others.

    A name that could be necessary or a preference, each a little less likely than marketing, is more likely innocent.
    """
    necessary, preferences, analytics, marketing = chances
    if necessary + preferences >= max(analytics, marketing):
        return Group.NECESSARY if necessary >= preferences else Group.PREFERENCES
    return Group.ANALYTICS if analytics >= marketing else Group.MARKETING


def _backing(fact: KnownCookie | None, chance: float) -> Backing:
    """Return how well an entry backs the statistics that agree with it."""
    if fact is None or fact.disputed:
        return Backing.NONE
    plain = fact.purpose in _PLAIN and fact.sure in _OWN_WORDS
    if fact.match is Match.EXACT and plain and chance >= _SECONDED:
        return Backing.DOCUMENTED
    return Backing.KNOWN


def _stands(table: Opinion, group: Group, chance: float, sight: Sight, fact: KnownCookie | None) -> bool:
    """Whether an entry of the tables stands against another group that the statistics say."""
    stated = table.purpose.group
    limits = _OF_NAMES if is_bare(sight.traits) else _OF_RECORDS
    if stated is group or stated not in GROUPS:
        return False
    at_home = fact is not None and _is_documented_there(fact) and not is_bare(sight.traits)
    if at_home and table.purpose is Purpose.AUTHENTICATION:
        return True  # lists that file a log-in under marketing say what it may serve too, not what it is for
    if fact is not None and fact.disputed:
        return chance < limits.disputed
    if table.purpose in _PLAIN:
        return True
    if at_home:
        return chance < _AT_HOME
    accuses = stated in _INNOCENT and group not in _INNOCENT
    return chance < (limits.accuse if accuses else limits.plain)


def _is_documented_there(fact: KnownCookie) -> bool:
    """Whether its maker documents a cookie of exactly this name for the domain that it is on."""
    return fact.domain is not None and fact.match is Match.EXACT and fact.sure in _OWN_WORDS


def _follow(
    chosen: Opinion,
    confidence: float,
    opinions: Sequence[Opinion],
    sight: Sight,
    fact: KnownCookie | None,
    *,
    backing: Backing = Backing.NONE,
) -> Decision:
    """Make the decision of a chosen opinion: its reason first, then those that agree, and who says otherwise."""
    group = chosen.purpose.group
    reasons = [chosen.because]
    reasons += [each.because for each in opinions if each is not chosen and each.purpose.group is group]
    if backing and len(reasons) == 1:
        reasons.append(_statistics(group, sight.topics, sight.party))
    disputed: tuple[str, ...] = ()
    if sight.facts:  # without an entry, nobody can dispute
        against = [f"{each.way}: {each.because}" for each in opinions if _contradicts(each, group)]
        against += fact.disputed if fact is not None else ()
        disputed = tuple(dict.fromkeys(against))
    return Decision(chosen.purpose, chosen.subtype, confidence, tuple(reasons), disputed, fact, backing)


def _contradicts(opinion: Opinion, group: Group) -> bool:
    """Whether an opinion disputes a label: only the tables and the user's list do, hints are just weighed."""
    return opinion.way in _DISPUTING and opinion.purpose.group is not group


def _leaf(group: Group, sight: Sight) -> Purpose:
    """Return the purpose for a group that only the statistics found."""
    if group is Group.NECESSARY and sight.traits.session is False and sight.party is Party.THIRD:
        return Purpose.SECURITY
    return _LEAF[group]


@lru_cache(maxsize=4096)
def _statistics(group: Group, topics: tuple[str, ...], party: Party) -> str:
    said = [words.MEANINGS[topic].said for topic in topics if topic in words.MEANINGS]
    like = f" and words that speak of {said[0]}" if said else ""
    whose = {Party.FIRST: " of the site itself", Party.THIRD: " of other sites than the page"}.get(party, "")
    return f"Cookies{whose} with names like this{like} are mostly for {words.said_of(group)}, by statistics"
