# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which policy, and when: its date, whether it is superseded, and whether a cookie was set before it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from inspector.core.cookie import Cookie
from inspector.core.moments import from_datetime
from inspector.core.policy import Policy

_YEAR = timedelta(days=365)
_FETCHED_WITHIN = timedelta(days=1)
BEFORE_POLICY = "set before this policy"
MAYBE_BEFORE_POLICY = "it may have been set before this policy: when it was last set is not recorded"


class PolicyTime(NamedTuple):
    """A policy's day with what says so, and the day it is judged as of where it may not hold today."""

    dated: date | None
    basis: str
    as_of: date | None
    in_force: bool


def policy_time(policy: Policy, now: datetime, *, in_force: bool) -> PolicyTime:
    """Return which policy this is.

    An archive's page, or a day more than a year back on a page that was not fetched now, is judged as of that day;
    ``in_force`` is the user's word that it holds today all the same.
    """
    archived = policy.document.source.archived
    stated = policy.record.policy_date
    dated = archived if stated is None else stated.date
    basis = stated.basis if stated is not None else "archive" if archived else ""
    old = dated is not None and now.date() - dated > _YEAR and not _fetched_now(policy, now)
    superseded = (archived is not None or old) and not in_force
    return PolicyTime(dated, basis, (dated or archived) if superseded else None, in_force)


def _fetched_now(policy: Policy, now: datetime) -> bool:
    source = policy.document.source
    fetched = source.location.startswith(("https://", "http://")) and source.retrieved is not None
    return fetched and source.retrieved is not None and abs(now - source.retrieved) <= _FETCHED_WITHIN


def before_policy(cookie: Cookie, dated: date | None) -> str:
    """Return why a cookie is not judged against a policy of this day; empty where it may be.

    A cookie without any times is judged: nothing says that it is older. One that is known to have been created before,
    with no usable time of its last setting, may be older or not.
    """
    if dated is None:
        return ""
    start = day_us(dated)
    if cookie.updated_us is not None and cookie.updated_is_real:
        return BEFORE_POLICY if cookie.updated_us < start else ""
    if cookie.created_us is not None and cookie.created_us < start:
        return MAYBE_BEFORE_POLICY
    return ""


def day_us(day: date) -> int:
    """Return the first moment of a day in UTC."""
    return from_datetime(datetime.combine(day, time(), UTC))
