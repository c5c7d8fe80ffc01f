# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies that appeared right after an opt-out page was opened: its litter, no news of tracking by itself.

An opt-out tool of many companies asks each of them; a run recorded in 2013 left 241 cookies of which 102 were opt-outs.
When a page was opened is known from what is remembered; without that, many opt-outs set at once tell of one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from inspector.core.cookie import Cookie
from inspector.core.finding import CookieRef
from inspector.core.moments import SECOND_US
from inspector.core.optout import OptOutVisit, SetByVisit
from inspector.core.store import StoreRef
from inspector.knowledge.records import OptOutSays
from inspector.optouts.marks import Held
from inspector.optouts.wording import day

AFTER_US: Final = 600 * SECOND_US  # how long an opt-out page may work after it was opened
_RUN_US: Final = 120 * SECOND_US  # within which the opt-outs of one run are set
_ENOUGH: Final = 3  # companies that opted out at once are a run of a tool, not chance
_MOST: Final = 500
_MOST_WINDOWS: Final = 100


class _Window(NamedTuple):
    store: StoreRef
    start_us: int
    end_us: int
    why: str


def set_by_visits(
    held: Sequence[Held], cookies: Sequence[Cookie], visits: Sequence[OptOutVisit]
) -> Iterator[SetByVisit]:
    """Yield the cookies, the opt-outs themselves aside."""
    marks = {each.cookie.key for each in held if each.match is not None and each.match.is_opt_out_cookie}
    windows = [*_known(cookies, visits), *_runs(held)][:_MOST_WINDOWS]
    told = 0
    for cookie in cookies if windows else ():
        window = _window_of(cookie, windows)
        if window is None or cookie.key in marks:
            continue
        told += 1
        if told > _MOST:
            return
        yield SetByVisit(CookieRef.of(cookie), cookie.store, window.why)


def _window_of(cookie: Cookie, windows: Iterable[_Window]) -> _Window | None:
    created = cookie.created_us
    if created is None:
        return None
    return next(
        (each for each in windows if each.store == cookie.store and each.start_us <= created <= each.end_us), None
    )


def _known(cookies: Iterable[Cookie], visits: Sequence[OptOutVisit]) -> Iterator[_Window]:
    by_name: dict[tuple[str, str], set[StoreRef]] = defaultdict(set)
    for cookie in cookies if visits else ():
        by_name[cookie.store.browser, cookie.store.profile].add(cookie.store)
    for visit in reversed(visits):  # the latest first: windows are bounded
        for store in by_name.get((visit.browser, visit.profile), ()):
            why = f"appeared within minutes of the opt-out visit of {day(visit.opened_us)}: likely set by it"
            yield _Window(store, visit.opened_us, visit.opened_us + AFTER_US, why)


def _runs(held: Sequence[Held]) -> Iterator[_Window]:
    """Yield a window for each time that several companies' opt-outs were set at once."""
    marks = sorted(
        (each for each in held if each.says is OptOutSays.OPTED_OUT and each.cookie.created_us is not None),
        key=lambda each: (each.cookie.store.file, each.cookie.created_us or 0),
    )
    start = 0
    for end in range(1, len(marks) + 1):
        if end < len(marks) and _together(marks[end - 1], marks[end]):
            continue
        run = marks[start:end]
        start = end
        if len({each.vendor for each in run}) >= _ENOUGH:
            first, last = run[0].cookie.created_us or 0, run[-1].cookie.created_us or 0
            why = f"set within minutes of {len(run)} opt-outs on {day(first)}: likely by that opt-out visit"
            yield _Window(run[0].cookie.store, first - _RUN_US, last + _RUN_US, why)


def _together(one: Held, other: Held) -> bool:
    gap = (other.cookie.created_us or 0) - (one.cookie.created_us or 0)
    return one.cookie.store == other.cookie.store and gap <= _RUN_US
