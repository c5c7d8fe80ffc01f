# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Who wins where the ways of telling and the statistics disagree."""

from collections.abc import Sequence

import pytest
from make.traits import classifier, knowledge, sight

from inspector.classify.model import GROUPS, Backing
from inspector.classify.opinion import Opinion, Sight, Way
from inspector.classify.weighing import Decision, decide, likeliest
from inspector.core.label import Group, Purpose
from inspector.knowledge.records import KnownCookie, Match, Sure

MODEL = classifier().model


def fact(purpose: Purpose, *disputed: str) -> KnownCookie:
    known = next(each for each in knowledge().cookies if each.match is Match.EXACT)
    return known._replace(name="qqzzxx", domain=None, purpose=purpose, disputed=disputed, sure=Sure.SOURCE_READ)


def seen(*facts: KnownCookie) -> Sight:
    return sight("qqzzxx")._replace(facts=facts)


def opinion(purpose: Purpose, way: Way = Way.EXACT, *, decisive: bool = False) -> Opinion:
    return Opinion(way, purpose, 0.9, f"{way} says so", decisive=decisive)


def chances(group: Group, chance: float) -> Sequence[float]:
    rest = (1 - chance) / 3
    return [chance if each is group else rest for each in GROUPS]


def decided(opinions: Sequence[Opinion], group: Group, chance: float, *facts: KnownCookie) -> Decision:
    return decide(opinions, chances(group, chance), seen(*facts), MODEL)


def test_a_decisive_opinion_is_not_weighed() -> None:
    found = decided([opinion(Purpose.OPT_OUT, Way.CHOICE, decisive=True)], Group.MARKETING, 0.99)
    assert (found.purpose, found.confidence) == (Purpose.OPT_OUT, 0.9)


@pytest.mark.parametrize(
    ("stated", "group", "chance", "disputed", "purpose"),
    [
        (Purpose.SECURITY, Group.MARKETING, 0.55, False, Purpose.SECURITY),
        (Purpose.SECURITY, Group.MARKETING, 0.9, False, Purpose.ADVERTISING),
        (Purpose.SECURITY, Group.MARKETING, 0.5, True, Purpose.ADVERTISING),
        (Purpose.SECURITY, Group.PREFERENCES, 0.45, False, Purpose.SECURITY),
        (Purpose.SECURITY, Group.PREFERENCES, 0.7, False, Purpose.FUNCTIONAL),
        (Purpose.ADVERTISING, Group.ANALYTICS, 0.45, False, Purpose.ADVERTISING),
        (Purpose.ADVERTISING, Group.ANALYTICS, 0.7, False, Purpose.ANALYTICS),
        (Purpose.CART, Group.MARKETING, 0.99, False, Purpose.CART),
        (Purpose.CONSENT, Group.ANALYTICS, 0.99, False, Purpose.CONSENT),
    ],
)
def test_tables_against_statistics(
    stated: Purpose, group: Group, chance: float, disputed: bool, purpose: Purpose
) -> None:
    known = fact(stated, *(("Others say so",) if disputed else ()))
    found = decided([opinion(stated)], group, chance, known)
    assert found.purpose is purpose
    assert found.backing is Backing.NONE
    if purpose is not stated:
        assert found.disputed[0].startswith("known cookie")


def test_agreement_is_known_and_the_table_gives_leaf_and_reason() -> None:
    found = decided([opinion(Purpose.SECURITY)], Group.NECESSARY, 0.9, fact(Purpose.SECURITY))
    assert (found.purpose, found.backing, found.disputed) == (Purpose.SECURITY, Backing.KNOWN, ())
    assert found.because[0] == "known cookie says so"
    assert len(found.because) == 2


@pytest.mark.parametrize(
    ("change", "backing"),
    [
        ({}, Backing.DOCUMENTED),
        ({"disputed": ("Others say so",)}, Backing.NONE),
        ({"match": Match.PREFIX}, Backing.KNOWN),
        ({"sure": Sure.CORROBORATED}, Backing.KNOWN),
    ],
)
def test_only_what_its_maker_says_of_the_whole_name_is_documented(change: dict[str, object], backing: Backing) -> None:
    found = decided([opinion(Purpose.CART)], Group.NECESSARY, 0.9, fact(Purpose.CART)._replace(**change))
    assert (found.purpose, found.backing) == (Purpose.CART, backing)


def test_what_is_documented_needs_the_statistics_to_second_it() -> None:
    assert decided([opinion(Purpose.CART)], Group.NECESSARY, 0.7, fact(Purpose.CART)).backing is Backing.KNOWN


def test_a_record_overrules_a_table_more_easily_than_a_bare_name() -> None:
    bare = seen(fact(Purpose.SECURITY))
    record = bare._replace(traits=bare.traits._replace(session=True, http_only=False))
    said = [opinion(Purpose.SECURITY)]
    assert decide(said, chances(Group.MARKETING, 0.55), bare, MODEL).purpose is Purpose.SECURITY
    assert decide(said, chances(Group.MARKETING, 0.55), record, MODEL).purpose is Purpose.ADVERTISING


@pytest.mark.parametrize(
    ("change", "chance", "purpose"),
    [
        ({}, 0.85, Purpose.ANALYTICS),
        ({}, 0.95, Purpose.SESSION),
        ({"domain": None}, 0.85, Purpose.SESSION),
        ({"match": Match.PREFIX}, 0.85, Purpose.SESSION),
        ({"sure": Sure.CORROBORATED}, 0.85, Purpose.SESSION),
    ],
)
def test_a_makers_word_for_its_own_domain_outweighs_a_common_name(
    change: dict[str, object], chance: float, purpose: Purpose
) -> None:
    known = fact(Purpose.ANALYTICS)._replace(**{"domain": "nr-data.net", **change})
    record = seen(known)._replace(traits=sight("JSESSIONID", host="bam.nr-data.net").traits._replace(session=True))
    found = decide([opinion(Purpose.ANALYTICS)], chances(Group.NECESSARY, chance), record, MODEL)
    assert found.purpose is purpose


@pytest.mark.parametrize(("host", "purpose"), [("facebook.com", Purpose.AUTHENTICATION), (None, Purpose.ADVERTISING)])
def test_a_log_in_by_its_makers_word_is_no_advertising_though_lists_dispute_it(
    host: str | None, purpose: Purpose
) -> None:
    known = fact(Purpose.AUTHENTICATION, "Others say so")._replace(domain=host)
    record = seen(known)._replace(traits=sight("qqzzxx", host="facebook.com").traits._replace(session=False))
    found = decide([opinion(Purpose.AUTHENTICATION)], chances(Group.MARKETING, 0.95), record, MODEL)
    assert found.purpose is purpose
    assert found.disputed


@pytest.mark.parametrize(
    ("given", "group"),
    [
        ((0.28, 0.2, 0.17, 0.35), Group.NECESSARY),
        ((0.2, 0.28, 0.35, 0.17), Group.PREFERENCES),
        ((0.2, 0.2, 0.17, 0.43), Group.MARKETING),
        ((0.1, 0.1, 0.6, 0.2), Group.ANALYTICS),
    ],
)
def test_what_is_innocent_either_way_counts_as_one(given: Sequence[float], group: Group) -> None:
    assert likeliest(given) is group


def test_a_hint_that_agrees_gives_the_leaf() -> None:
    hints = [opinion(Purpose.ADVERTISING, Way.VENDOR), opinion(Purpose.AUTHENTICATION, Way.WORDS)]
    assert decided(hints, Group.NECESSARY, 0.6).purpose is Purpose.AUTHENTICATION


def test_statistics_alone() -> None:
    found = decided([], Group.ANALYTICS, 0.7)
    assert found.purpose is Purpose.ANALYTICS
    assert "by statistics" in found.because[0]


def test_nothing_to_tell_from() -> None:
    found = decided([], Group.MARKETING, 0.28)
    assert (found.purpose, found.confidence) == (Purpose.UNKNOWN, 0.0)


def test_more_chance_gives_no_less_confidence() -> None:
    told = [decided([], Group.ANALYTICS, chance / 100).confidence for chance in range(40, 100, 5)]
    assert told == sorted(told)
