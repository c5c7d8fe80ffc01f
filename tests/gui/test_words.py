# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Lengths of time, moments and amounts in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import records

from inspector.core.cookie import Priority, SameSite, SourceScheme, SourceType, ValueState
from inspector.core.lifetime import Lifetime, LifetimeBasis
from inspector.core.moments import DAY_US, SECOND_US
from inspector.gui import words

HOUR_US = 3600 * SECOND_US


@pytest.mark.parametrize(
    ("us", "text"),
    [
        (0, "0 s"),
        (119 * SECOND_US, "119 s"),
        (15 * 60 * SECOND_US, "15 min"),
        (3 * HOUR_US, "3 h"),
        (24 * HOUR_US, "1 day"),
        (36 * HOUR_US, "36 h"),
        (2 * DAY_US, "2 days"),
        (400 * DAY_US, "400 days"),
        (5000 * DAY_US, "5,000 days"),
        (-3 * DAY_US, "−3 days"),
    ],
)
def test_a_span_has_its_natural_unit(us: int, text: str) -> None:
    assert words.span(us) == text


@given(st.integers())
def test_any_number_is_a_span_and_a_moment(us: int) -> None:
    assert words.span(us)
    assert words.moment(us)


@pytest.mark.parametrize(
    ("us", "text"),
    [(30 * DAY_US, "30 days"), (400 * DAY_US, "400 days (about 13 months)"), (61 * DAY_US, "61 days (about 2 months)")],
)
def test_a_long_span_is_told_in_months_too(us: int, text: str) -> None:
    assert words.long_span(us) == text


@pytest.mark.parametrize(
    ("lifetime", "text"),
    [
        (Lifetime(DAY_US, LifetimeBasis.UPDATED), "1 day"),
        (Lifetime(30 * DAY_US, LifetimeBasis.CREATED), "≤ 30 days"),
        (Lifetime(400 * DAY_US, LifetimeBasis.CAP), "≥ 400 days"),
        (Lifetime(None, LifetimeBasis.SESSION), "Session"),
        (Lifetime(None, LifetimeBasis.UNKNOWN), "Unknown"),
    ],
)
def test_a_lifetime_says_whether_it_is_a_bound(lifetime: Lifetime, text: str) -> None:
    assert words.lifetime_words(lifetime) == text


def test_moments_are_local_with_four_digits_for_the_year() -> None:
    assert words.moment(records.NOW_US) == "21/09/2026, 14:13"
    assert words.day(-(10**15)) == "24/04/1938"
    assert words.day(10**18).startswith("+33658-")
    assert words.moment(None) == words.day(None) == ""


@pytest.mark.parametrize(("days", "text"), [(3, "in 3 days"), (-3, "3 days ago")])
def test_a_distance_has_a_direction(days: int, text: str) -> None:
    assert words.distance(records.NOW_US + days * DAY_US, records.NOW_US) == text


@pytest.mark.parametrize(("count", "text"), [(0, "0 cookies"), (1, "1 cookie"), (5214, "5,214 cookies")])
def test_cookies_are_counted(count: int, text: str) -> None:
    assert words.cookies(count) == text


@pytest.mark.parametrize(("answer", "text"), [(True, "Yes"), (False, "No"), (None, "Unknown")])
def test_unknown_is_not_no(answer: bool | None, text: str) -> None:
    assert words.yes_no(answer) == text


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (words.SAME_SITE, SameSite),
        (words.PRIORITY, Priority),
        (words.SOURCE_SCHEME, SourceScheme),
        (words.SOURCE_TYPE, SourceType),
        (words.VALUE_STATE, ValueState),
        (words.BASIS, LifetimeBasis),
    ],
)
def test_every_member_has_a_word(table: dict[str, str], kind: type) -> None:
    assert set(table) == set(kind)
