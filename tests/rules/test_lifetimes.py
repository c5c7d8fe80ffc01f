# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Bounds of a lifetime, caps, and the comparison with what is declared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.audits import NOW_US, cookie

from inspector.core.cookie import Cookie, SourceType
from inspector.core.lifetime import Lifetime, LifetimeBasis
from inspector.core.moments import DAY_US
from inspector.core.policy import LifetimeFrom, StatedLifetime
from inspector.core.store import Family, StoreRef
from inspector.rules.lifetimes import (
    Life,
    comparable,
    compare,
    days_text,
    kept_text,
    life_of,
    lives_of,
    shown,
    stated_text,
)

SAFARI = StoreRef("safari", "", "Cookies.binarycookies", Family.SAFARI)
BRAVE = StoreRef("brave", "Default", "Cookies", Family.CHROMIUM)
FIREFOX = StoreRef("firefox", "x.default", "cookies.sqlite", Family.FIREFOX)
JAR = StoreRef("unknown", "", "jar.txt", Family.FILE)


def stated(days: float | None, *, session: bool = False, basis: LifetimeFrom = LifetimeFrom.SET) -> StatedLifetime:
    return StatedLifetime(days, session, basis, 0, 0)


def life(days: float) -> Life:
    return Life(False, round(days * DAY_US), round(days * DAY_US), None, "as set")


def test_set_and_expiry_give_the_lifetime_exactly() -> None:
    found = life_of(cookie("a", days=30, set_days_ago=10), NOW_US)
    assert found.exact
    assert found.lower_us == 30 * DAY_US


def test_without_a_time_of_setting_what_is_left_is_a_lower_bound() -> None:
    found = life_of(cookie("a", days=30, set_days_ago=None), NOW_US)
    assert (found.lower_us, found.upper_us, found.exact) == (30 * DAY_US, None, False)


def test_an_artefact_of_a_migration_leaves_creation_as_an_upper_bound() -> None:
    found = life_of(cookie("a", days=30, set_days_ago=10, updated_is_real=False), NOW_US)
    assert (found.lower_us, found.upper_us) == (20 * DAY_US, 30 * DAY_US)


@pytest.mark.parametrize(
    ("store", "days", "source", "cap"),
    [
        (BRAVE, 180, SourceType.SCRIPT, 180),
        (BRAVE, 180, SourceType.HTTP, 180),
        (BRAVE, 7, SourceType.SCRIPT, 7),
        (BRAVE, 7, SourceType.HTTP, None),
        (BRAVE, 90, SourceType.SCRIPT, None),
        (SAFARI, 7, SourceType.UNKNOWN, 7),
        (SAFARI, 30, SourceType.UNKNOWN, None),
        (FIREFOX, 400, SourceType.UNKNOWN, 400),
        (FIREFOX, 180, SourceType.UNKNOWN, None),
    ],
)
def test_caps_by_browser(store: StoreRef, days: float, source: SourceType, cap: int | None) -> None:
    found = life_of(cookie("a", days=days, store=store, source_type=source), NOW_US)
    assert found.cap_days == cap
    assert (found.upper_us is None) is (cap is not None)


def test_a_file_with_a_full_cap_left_was_capped() -> None:
    assert life_of(cookie("a", days=399.5, set_days_ago=None, store=JAR), NOW_US).cap_days == 400
    assert life_of(cookie("a", days=730, set_days_ago=None, store=JAR), NOW_US).cap_days is None  # curl keeps two years
    assert life_of(cookie("a", days=380, set_days_ago=None, store=JAR), NOW_US).cap_days is None


def test_a_session_cookie_has_no_number() -> None:
    assert life_of(cookie("a", days=None), NOW_US) == Life(True)


@pytest.mark.parametrize(
    ("lives", "declared", "outlives"),
    [
        (30, 7, True),
        (10.6, 7, True),
        (10.4, 7, False),  # less than one and a half times
        (2.0, 1.0, True),  # twice, and a day more
        (1.9, 1.0, False),  # less than a day more
        (0.2, 0.1, False),
        (7, 30, False),
        (400, 390, False),
        (3, 0, True),
    ],
)
def test_one_and_a_half_times_and_a_day(lives: float, declared: float, outlives: bool) -> None:
    assert compare(life(lives), stated(declared), strict=False).outlives is outlives


@pytest.mark.parametrize(("lives", "outlives"), [(8, True), (7.01, True), (7.0001, False), (7, False), (6, False)])
def test_strict_is_any_excess(lives: float, outlives: bool) -> None:
    assert compare(life(lives), stated(7), strict=True).outlives is outlives


def test_a_lower_bound_proves_an_excess_and_never_that_it_is_within() -> None:
    bound = Life(False, 20 * DAY_US, None, None, "left")
    assert compare(bound, stated(7), strict=False).outlives
    undecided = compare(bound, stated(30), strict=False)
    assert (undecided.outlives, undecided.within) == (False, False)


def test_an_upper_bound_never_proves_an_excess() -> None:
    bound = Life(False, 0, 300 * DAY_US, None, "creation")
    assert not compare(bound, stated(7), strict=False).outlives


@pytest.mark.parametrize(
    ("lifetime", "can"),
    [
        (stated(30), True),
        (stated(30, basis=LifetimeFrom.LAST_VISIT), True),
        (stated(None, session=True), False),
        (stated(None, basis=LifetimeFrom.EVENT), False),
        (stated(None, basis=LifetimeFrom.PERSISTENT), False),
        (stated(30, basis=LifetimeFrom.CHOICES), False),
        (None, False),
    ],
)
def test_what_can_be_compared(lifetime: StatedLifetime | None, can: bool) -> None:
    assert comparable(lifetime) is can


def test_in_words() -> None:
    assert shown(life(400)) == "400 days"
    assert shown(Life(False, 400 * DAY_US, None, 400)) == "at least 400 days"
    assert shown(Life(True)) == "for the session"
    assert shown(Life(False)) == "for a time that is not recorded"
    assert stated_text(stated(90, basis=LifetimeFrom.LAST_VISIT)) == "90 days after the last visit (an upper bound)"
    assert stated_text(stated(None, session=True)) == "the session"
    assert days_text(1 / 24) == "1 hours"
    assert days_text(0.01) == "14 minutes"


@given(st.floats(0.001, 4000), st.floats(0.001, 4000))
def test_never_both_outlives_and_within(lives: float, declared: float) -> None:
    found = compare(life(lives), stated(declared), strict=False)
    assert not (found.outlives and found.within)
    assert found.outlives or found.within  # an exact lifetime is always decided
    assert compare(life(lives), stated(declared), strict=True).outlives >= found.outlives


def test_a_lifetime_of_which_nothing_is_left_is_not_told_as_nothing() -> None:
    ended = Life(False, 0, None, None, "what is left of it now; when it was set is not recorded")
    assert shown(ended) == "for a time that is not recorded"
    assert shown(Life(False, DAY_US, None)) == "at least 24 hours"


@pytest.mark.parametrize(
    ("asked", "stored", "text"),
    [
        (730, 400, "asks to be kept 730 days (the browser keeps it 400 days)"),
        (30, 30, "asks to be kept 30 days"),
        (None, 30, "is kept 30 days"),
        (None, 400, "is kept at least 400 days"),
    ],
)
def test_what_was_asked_for_is_not_said_to_be_kept(asked: int | None, stored: int, text: str) -> None:
    held = cookie("a", days=stored, set_days_ago=10)
    if asked is not None:
        held = held._replace(requested=Lifetime(asked * DAY_US, LifetimeBasis.STATED))
    assert kept_text(life_of(held, NOW_US), held) == text


def test_what_is_kept_is_not_told_without_a_time_of_setting() -> None:
    held = cookie("a", days=30, set_days_ago=None)._replace(requested=Lifetime(730 * DAY_US, LifetimeBasis.STATED))
    assert kept_text(life_of(held, NOW_US), held) == "asks to be kept 730 days"


MOMENTS = st.none() | st.sampled_from([-1, 0, 1, 30, 399, 400, 500]).map(lambda days: NOW_US + days * DAY_US)
RECORDS = st.builds(
    lambda expires, updated, session, asked: cookie(
        "a", expires_us=expires, updated_us=updated, created_us=None, session=session, **asked
    ),
    MOMENTS,
    MOMENTS,
    st.sampled_from([True, False, None]),
    st.sampled_from([{}, {"requested": Lifetime(DAY_US, LifetimeBasis.STATED)}]),
)


@given(st.lists(RECORDS, max_size=6), st.sampled_from([None, NOW_US]))
def test_the_lives_of_many_are_those_of_each(cookies: list[Cookie], now_us: int | None) -> None:
    assert lives_of(cookies, now_us) == [life_of(held, now_us) for held in cookies]
