# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is remembered of opt-outs, for the faces: earlier states, pages that were opened, and what those left behind."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from inspector.core.cookie import Cookie
from inspector.core.frozen import frozen
from inspector.core.label import Label
from inspector.core.moments import to_datetime
from inspector.core.optout import NOTHING_EARLIER, Earlier, OptOutVisit, SetByVisit, WayLink
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.core.reading import Reading
from inspector.core.store import StoreRef
from inspector.engine.history import HistoryPlaces, snapshot
from inspector.engine.knowledge import Places, open_knowledge
from inspector.engine.purposes import Labelled
from inspector.engine.remembering import earlier_opt_outs, remember_visit
from inspector.knowledge.book import Knowledge
from inspector.optouts.addresses import Refused, check_address
from inspector.optouts.marks import held_cookies
from inspector.optouts.visits import set_by_visits

__all__ = ["Past", "known_before", "label_more", "label_visits", "note_visit", "visit_to", "visited_labels"]

_PROGRAMME: Final = "programme"


@frozen
class Past:
    """What is remembered, and what stood in the way of reading it."""

    earlier: Earlier = NOTHING_EARLIER
    problems: tuple[Problem, ...] = ()


def known_before(places: HistoryPlaces, since: str | None = None) -> Past:
    """Return what is remembered of opt-outs; with ``since`` as far as that snapshot, which must be there.

    A history that cannot be read is a problem beside the answer: the cookies still say what they say.
    """
    if since is not None:
        return Past(earlier_opt_outs(places, snapshot(since, places)))
    try:
        return Past(earlier_opt_outs(places))
    except InspectorError as error:
        what = "what was remembered of opt-outs could not be read, so nothing is said to have lapsed by it"
        where = str(places.folder)
        return Past(
            problems=(Problem("history-unread", what, where, error.message, error.what_to_do, Severity.PARTIAL),)
        )


def visit_to(way: WayLink, store: StoreRef, opened_us: int, knowledge: Knowledge) -> OptOutVisit:
    """Return the record of an opt-out page that was opened; a programme's page is about every company."""
    row = knowledge.opt_out(way.id)
    vendor = knowledge.vendor(row.vendor) if row is not None else None
    about = None if vendor is None or _PROGRAMME in vendor.kinds else vendor.id
    return OptOutVisit(about, store.browser, store.profile, opened_us)


def note_visit(visit: OptOutVisit, way: WayLink, places: HistoryPlaces) -> tuple[Problem, ...]:
    """Note that a page was opened, and return what stood in the way. Only with the user's yes."""
    address = check_address(way.url)
    host = "" if isinstance(address, Refused) else address.host
    moment = to_datetime(visit.opened_us)
    if moment is None:
        raise ValueError("a visit has a moment")
    return remember_visit(visit, host, places, moment)


def label_visits(reading: Reading, places: HistoryPlaces, own: Places) -> tuple[Reading, tuple[SetByVisit, ...]]:
    """Return a labelled reading in which the cookies that an opt-out visit left say so, and those cookies.

    That the history cannot be read is a note: the reading is whole without it.
    """
    past = known_before(places)
    notes = tuple(replace(problem, severity=Severity.NOTE) for problem in past.problems)
    reading = replace(reading, problems=(*reading.problems, *notes)) if notes else reading
    if _shows_none(reading.cookies, past.earlier):
        return reading, ()
    labels, left = visited_labels(reading.cookies, reading.labels, past.earlier, open_knowledge(own))
    return replace(reading, labels=labels), left


def label_more(cookies: Sequence[Cookie], told: Labelled, places: HistoryPlaces, knowledge: Knowledge) -> Labelled:
    """Return the labels of all cookies, where an opt-out visit left a cookie with that as a further reason."""
    past = known_before(places)
    notes = tuple(replace(problem, severity=Severity.NOTE) for problem in past.problems)
    labels, _ = visited_labels(cookies, told.labels, past.earlier, knowledge)
    return replace(told, labels=labels, problems=(*told.problems, *notes))


def visited_labels(
    cookies: Sequence[Cookie], labels: Sequence[Label], earlier: Earlier, knowledge: Knowledge
) -> tuple[tuple[Label, ...], tuple[SetByVisit, ...]]:
    """Return the labels, where an opt-out visit left a cookie with that as a further reason, and those cookies."""
    if _shows_none(cookies, earlier):
        return tuple(labels), ()
    held = list(held_cookies(zip(cookies, labels, strict=True), knowledge))
    left = tuple(set_by_visits(held, cookies, earlier.visits))
    why = {(each.store, each.cookie.id): f"{each.why}; that is no news of tracking" for each in left}
    pairs = zip(cookies, labels, strict=True)
    return tuple(_told(label, why.get((cookie.store, cookie.id))) for cookie, label in pairs), left


def _shows_none(cookies: Sequence[Cookie], earlier: Earlier) -> bool:
    """Whether nothing can tell of a visit: none is remembered, and without values no run of opt-outs shows itself."""
    return not earlier.visits and all(cookie.value is None for cookie in cookies)


def _told(label: Label, why: str | None) -> Label:
    return label if why is None else replace(label, because=(*label.because, why))
