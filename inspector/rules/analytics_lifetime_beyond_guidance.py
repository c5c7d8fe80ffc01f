# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A cookie that measures audiences lives longer than 13 calendar months.

What: an analytics cookie whose lifetime as set is proven to be more than 13 calendar months.

Why: the French authority frees audience measurement from consent only where trackers live no longer than that, and
many sites rely on it. It is guidance, so this is a note.

Example: "_ga" with a lifetime of two years, stored as 400 days.

Sources: CNIL, "Cookies: solutions for audience-measurement tools", conditions of the exemption: trackers at most 13
months, data at most 25 months.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import datetime

from inspector.core.finding import Level
from inspector.core.label import Purpose
from inspector.core.moments import DAY_US, to_datetime
from inspector.core.rule_page import Fact
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case, CookieCase
from inspector.rules.lifetimes import kept_text
from inspector.rules.words import because, named

_MONTHS = 13
_SHORTEST = 393  # days: a year and a February, the fewest that 13 months can have


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each analytics cookie beyond the guidance."""
    for held in case.by_purpose.get(Purpose.ANALYTICS, ()):
        if _beyond(held):
            yield RULE.found(
                f"{named(held)} measures audiences and {kept_text(held.life, held.cookie)}; the guidance is 13 months",
                "Shorten its life to 13 months where you rely on the exemption from consent",
                held,
                evidence=(f"its lifetime is told {held.life.how}", *because(held)),
                rests_on_label=True,
            )


def _beyond(held: CookieCase) -> bool:
    expires, lower = held.cookie.expires_us, held.life.lower_us
    if expires is None or lower is None or lower < _SHORTEST * DAY_US:
        return False
    end, start = to_datetime(expires), to_datetime(expires - lower)
    return end is not None and start is not None and end > _later(start)


def _later(start: datetime) -> datetime:
    """Thirteen calendar months later, on the same day or the month's last."""
    years, month = divmod(start.month - 1 + _MONTHS, 12)
    year = min(start.year + years, 9999)
    return start.replace(year=year, month=month + 1, day=min(start.day, monthrange(year, month + 1)[1]))


RULE = Rule(
    "CI303", "analytics-lifetime-beyond-guidance", Level.NOTE, __doc__, check, by_label=True, needs=(Fact.LIFETIME,)
)
