# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Lengths of time as people say them, at the borders between units."""

import pytest

from inspector.core.moments import DAY_US, SECOND_US
from inspector.reports.grid import fitted
from inspector.reports.words import HOUR_US, MINUTE_US, distance, many, span, yes_no


@pytest.mark.parametrize(
    ("us", "said"),
    [
        (0, "0 s"),
        (SECOND_US // 2, "1 s"),
        (119 * SECOND_US, "119 s"),
        (2 * MINUTE_US, "2 min"),
        (119 * MINUTE_US, "119 min"),
        (2 * HOUR_US, "2 h"),
        (47 * HOUR_US, "47 h"),
        (2 * DAY_US, "2 days"),
        (400 * DAY_US, "400 days"),
        (-400 * DAY_US, "400 days"),
        (58_000 * 365 * DAY_US, "21,170,000 days"),
    ],
)
def test_span(us: int, said: str) -> None:
    assert span(us) == said


def test_distance_tells_before_from_after() -> None:
    assert distance(10 * SECOND_US, 0) == "in 10 s"
    assert distance(0, 10 * SECOND_US) == "10 s ago"


def test_unknown_is_not_no() -> None:
    assert [yes_no(answer) for answer in (True, False, None)] == ["yes", "no", "?"]


def test_many() -> None:
    assert [many(count, "cookie") for count in (0, 1, 5214)] == ["0 cookies", "1 cookie", "5,214 cookies"]


@pytest.mark.parametrize(
    ("widths", "room", "squeeze", "fit"),
    [
        ([10, 30, 4], 40, True, [10, 22, 4]),
        ([10, 30, 4], 40, False, [10, 30, 4]),
        ([10, 30, 4], 100, True, [10, 30, 4]),
        ([20, 20], 5, True, [8, 8]),
        ([], 10, True, []),
    ],
)
def test_columns_are_squeezed_from_the_widest(widths: list[int], room: int, squeeze: bool, fit: list[int]) -> None:
    assert fitted(widths, room, squeeze) == fit
