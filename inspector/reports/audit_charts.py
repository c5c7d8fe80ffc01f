# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The numbers behind an audit's charts: cookies by purpose, by company and by lifetime. Every chart is a table, too."""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from inspector.core.finding import Attribution
from inspector.core.frozen import frozen
from inspector.core.label import Group, Purpose
from inspector.core.lifetime import CAP_US, LifetimeBasis
from inspector.core.moments import DAY_US, SECOND_US
from inspector.core.report import JudgedCookie
from inspector.core.visible import visible
from inspector.reports.audit_words import GROUPS, PURPOSES

COMPANIES: Final = 10  # the rest is one bar
_HOUR_US: Final = 3600 * SECOND_US
BANDS: Final = (  # below which length, and what the band is called
    (_HOUR_US, "less than an hour"),
    (DAY_US, "1 hour to 1 day"),
    (7 * DAY_US, "1 to 7 days"),
    (30 * DAY_US, "7 to 30 days"),
    (180 * DAY_US, "30 to 180 days"),
    (365 * DAY_US, "180 days to 1 year"),
    (CAP_US - 2 * SECOND_US, "1 year to 400 days"),
    (CAP_US + 2 * SECOND_US, "400 days: the browsers' limit"),
    (None, "more than 400 days"),
)
SESSION: Final = "session"
NOT_RECORDED: Final = "not recorded"


class Bar(NamedTuple):
    """One bar: what it stands for, how many cookies, and the group that colours it (empty: none)."""

    label: str
    cookies: int
    group: str = ""


@frozen
class Lifetimes:
    """Lifetimes for a log axis: ``steps`` are counts by column of the axis, ``bands`` the same numbers as a table."""

    bands: tuple[Bar, ...]
    steps: tuple[tuple[float, int], ...]
    session: int
    not_recorded: int


def by_purpose(cookies: Iterable[JudgedCookie]) -> tuple[Bar, ...]:
    """Return how many cookies there are for each purpose, in the fixed order of the purposes."""
    counts = Counter(judged.label.purpose for judged in cookies)
    return tuple(_bar(purpose, counts[purpose]) for purpose in Purpose if counts[purpose])


def _bar(purpose: Purpose, count: int) -> Bar:
    group = GROUPS[purpose.group]
    same = purpose.group is Group.UNKNOWN or PURPOSES[purpose] == group
    return Bar(PURPOSES[purpose] if same else f"{PURPOSES[purpose]} ({group.lower()})", count, purpose.group.value)


def by_company(cookies: Iterable[JudgedCookie], site_of: Callable[[str], str]) -> tuple[Bar, ...]:
    """Return how many cookies each company has, most first; companies beyond the tenth are added up."""
    counts = Counter(company_of(judged, site_of) for judged in cookies)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    most, rest = ordered[:COMPANIES], ordered[COMPANIES:]
    bars = [Bar(name, count) for name, count in most]
    if rest:
        bars.append(Bar(f"{len(rest)} others", sum(count for _, count in rest)))
    return tuple(bars)


def company_of(judged: JudgedCookie, site_of: Callable[[str], str]) -> str:
    """Return the company behind a cookie: its vendor, else the site itself, else the site of its host."""
    name = judged.label.vendor_name or judged.label.vendor or ""
    if name.strip():
        return visible(name, 60)
    if judged.attribution is Attribution.OWN:
        return "the site itself"
    return visible(site_of(judged.cookie.host), 60)


def lifetimes(cookies: Iterable[JudgedCookie], columns: int) -> Lifetimes:
    """Return lifetimes by band, and by column of a log axis that is ``columns`` wide."""
    bands: Counter[str] = Counter()
    steps: Counter[int] = Counter()
    session = unknown = 0
    for judged in cookies:
        us, basis = judged.cookie.lifetime
        if basis is LifetimeBasis.SESSION:
            session += 1
        elif us is None or us <= 0:
            unknown += 1
        else:
            bands[next(name for below, name in BANDS if below is None or us < below)] += 1
            steps[round(place(us) * columns)] += 1
    bars = [Bar(SESSION, session), *(Bar(name, bands[name]) for _, name in BANDS), Bar(NOT_RECORDED, unknown)]
    placed = tuple((column / columns, count) for column, count in sorted(steps.items()))
    return Lifetimes(tuple(bar for bar in bars if bar.cookies), placed, session, unknown)


FIRST_US: Final = 60 * SECOND_US  # where the log axis begins and ends: what lies outside stands at its ends
LAST_US: Final = 3650 * DAY_US
TICKS: Final = (
    (FIRST_US, "1 min"),
    (_HOUR_US, "1 hour"),
    (DAY_US, "1 day"),
    (7 * DAY_US, "1 week"),
    (30 * DAY_US, "30 days"),
    (CAP_US, "400 days"),
    (LAST_US, "10 years"),
)


def place(us: int) -> float:
    """Return where a length of time stands on the log axis, from 0 to 1."""
    width = math.log(LAST_US) - math.log(FIRST_US)
    return min(1.0, max(0.0, (math.log(us) - math.log(FIRST_US)) / width))
