# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Challenges and walls are told by their makers' own marks, and ordinary pages are none."""

import pytest

from inspector.capture.parts import Outcome
from inspector.capture.walls import MARKS, judge_page


@pytest.mark.parametrize(
    ("status", "headers", "told", "outcome"),
    [
        (403, {"cf-mitigated": "challenge"}, None, Outcome.CHALLENGE),
        (200, {"cf-mitigated": "challenge"}, None, Outcome.CHALLENGE),
        (202, {"x-amzn-waf-action": "challenge"}, None, Outcome.CHALLENGE),
        (405, {"x-amzn-waf-action": "captcha"}, None, Outcome.CHALLENGE),
        (403, {}, {"title": "Just a moment...", "found": []}, Outcome.CHALLENGE),
        (200, {}, {"title": "Shop", "found": ["#px-captcha"]}, Outcome.CHALLENGE),
        (403, {}, {"title": "Access Denied", "found": []}, Outcome.CHALLENGE),
        (200, {}, {"title": "Access Denied", "found": []}, None),
        (403, {"x-datadome": "protected"}, None, Outcome.CHALLENGE),
        (200, {"x-datadome": "protected"}, None, None),
        (401, {}, None, Outcome.WALL),
        (451, {}, {"title": "x", "found": []}, Outcome.WALL),
        (200, {}, {"title": "Just a moment, we are painting", "found": []}, None),
        (200, {}, None, None),
        (404, {}, {"title": 7, "found": "x"}, None),
        (None, {}, [], None),
    ],
)
def test_pages(status: int | None, headers: dict[str, str], told: object, outcome: Outcome | None) -> None:
    judged = judge_page(status, headers, told)
    assert (None if judged is None else judged[0]) == outcome


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.service)
def test_each_mark_has_one_way_of_being_told(mark: object) -> None:
    ways = (mark.header, mark.selector, mark.title)  # type: ignore[attr-defined]
    assert sum(bool(way) for way in ways) == 1
