# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A policy's day, whether it is superseded, and cookies set before it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from make.audits import NOW, cookie
from make.verdicts import policy

from inspector.core.policy import Policy, PolicyDate
from inspector.rules.when import BEFORE_POLICY, MAYBE_BEFORE_POLICY, before_policy, policy_time


def dated(
    day: date | None, *, archived: date | None = None, location: str = "p.md", retrieved: datetime = NOW
) -> Policy:
    made = policy("We use cookies.")
    source = replace(made.document.source, archived=archived, location=location, retrieved=retrieved)
    record = replace(made.record, policy_date=None if day is None else PolicyDate(day, "updated"))
    return replace(made, document=replace(made.document, source=source), record=record)


@pytest.mark.parametrize(
    ("made", "as_of"),
    [
        (dated(None), None),
        (dated(date(2026, 11, 1)), None),
        (dated(date(2025, 11, 25)), None),  # not yet more than a year
        (dated(date(2025, 11, 23)), date(2025, 11, 23)),
        (dated(None, archived=date(2014, 12, 20)), date(2014, 12, 20)),
        (dated(date(2014, 1, 1), archived=date(2014, 12, 20)), date(2014, 1, 1)),
        (dated(date(2026, 11, 1), archived=date(2026, 11, 2)), date(2026, 11, 1)),
        (dated(date(2021, 1, 1), location="https://shop.example/privacy"), None),  # fetched now: it is what is shown
        (
            dated(date(2021, 1, 1), location="https://shop.example/p", retrieved=NOW - timedelta(days=30)),
            date(2021, 1, 1),
        ),
    ],
)
def test_judged_as_of(made: Policy, as_of: date | None) -> None:
    assert policy_time(made, NOW, in_force=False).as_of == as_of
    assert policy_time(made, NOW, in_force=True).as_of is None


def test_a_cookie_set_before_the_policy_is_not_judged() -> None:
    day = date(2026, 11, 20)
    assert before_policy(cookie("a", set_days_ago=10), day) == BEFORE_POLICY
    assert before_policy(cookie("a", set_days_ago=1), day) == ""
    assert before_policy(cookie("a", set_days_ago=10), None) == ""


def test_on_the_day_itself_it_is_judged() -> None:
    moment = datetime(2026, 11, 20, 0, 0, 1, tzinfo=UTC)
    ago = (NOW - moment) / timedelta(days=1)
    assert before_policy(cookie("a", set_days_ago=ago), date(2026, 11, 20)) == ""


def test_without_any_time_nothing_says_that_it_is_older() -> None:
    assert before_policy(cookie("a", set_days_ago=None), date(2026, 11, 20)) == ""


def test_created_before_and_no_usable_time_of_setting_may_be_older() -> None:
    held = cookie("a", set_days_ago=10, updated_is_real=False)
    assert before_policy(held, date(2026, 11, 20)) == MAYBE_BEFORE_POLICY
    assert before_policy(held, date(2026, 11, 1)) == ""
