# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Keeps a scan with what has to be worked out while its values are in memory: labels, and which opt-outs are there."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from inspector.core.cookie import Cookie
from inspector.core.label import Label
from inspector.core.moments import from_datetime
from inspector.core.optout import Earlier, EarlierOptOut, OptOutState, OptOutVisit
from inspector.core.problem import Problem
from inspector.core.reading import Reading
from inspector.core.snapshot import Remembered, Scope, SeenOptOut, Snapshot
from inspector.engine.history import HistoryPlaces, remember
from inspector.engine.knowledge import Places, open_knowledge
from inspector.engine.optouts import Knowledge, look_at_labelled
from inspector.engine.purposes import label_reading
from inspector.history import archive

__all__ = ["earlier_opt_outs", "remember_scan", "remember_visit", "seen_opt_outs"]

_WAS_THERE = frozenset({OptOutState.RECORDED, OptOutState.CONTRADICTED, OptOutState.EXPIRES_SOON})
_NEWEST = 2**63 - 1


def remember_scan(
    reading: Reading,
    scope: Scope,
    places: HistoryPlaces,
    knowledge: Places,
    now: datetime,
    *,
    clock: datetime | None = None,
) -> Remembered:
    """Keep a scan, labelled first where it is not yet; see :func:`inspector.engine.history.remember`."""
    if reading.cookies and not reading.labels:
        reading = label_reading(reading, knowledge)
    seen = seen_opt_outs(reading.cookies, reading.labels, open_knowledge(knowledge), now) if reading.cookies else ()
    return remember(reading, scope, places, now, clock=clock, opt_outs=seen)


def seen_opt_outs(
    cookies: Sequence[Cookie], labels: Sequence[Label], knowledge: Knowledge, now: datetime
) -> tuple[SeenOptOut, ...]:
    """Return the opt-outs that are there, undone or not; what cannot be told is not taken for one."""
    return tuple(_seen(cookies, labels, knowledge, now))


def _seen(
    cookies: Sequence[Cookie], labels: Sequence[Label], knowledge: Knowledge, now: datetime
) -> Iterator[SeenOptOut]:
    for held in look_at_labelled(cookies, labels, knowledge, now).standings:
        if held.state not in _WAS_THERE:
            continue
        store = held.store
        standing = EarlierOptOut(
            held.vendor,
            store.browser,
            store.profile,
            held.compartment,
            held.state,
            from_datetime(now),
            held.expires_us,
            store.file,
        )
        yield SeenOptOut(standing, tuple(dict.fromkeys(cookie.host for cookie in held.cookies)))


def earlier_opt_outs(places: HistoryPlaces, until: Snapshot | None = None) -> Earlier:
    """Return the opt-outs that earlier scans saw and the opt-out pages that were opened: what ``lapsed`` is told by.

    ``until`` is the last snapshot that counts; without it all do. Nothing is remembered: nothing is returned. Raises
    where there is a history that cannot be read.
    """
    return archive.earlier(places, _NEWEST if until is None else until.info.id)


def remember_visit(visit: OptOutVisit, host: str, places: HistoryPlaces, now: datetime) -> tuple[Problem, ...]:
    """Note that an opt-out page was opened, and return what stood in the way. Only with the user's yes."""
    return archive.remember_visit(places, visit, host, now)
