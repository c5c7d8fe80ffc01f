# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where the page's answers come from: the engine, in the worker's thread. It also opens what is to be opened."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from inspector.core.optout import BrowserPlace, ClearSteps, Launch, OptOutLook, OptOutVisit, Steps, WayLink
from inspector.core.problem import Problem
from inspector.core.reading import Reading
from inspector.core.store import Family, StoreRef


class Looked(NamedTuple):
    """What was looked at, what it says of opt-outs, and what stood in the way. No value is kept in it.

    ``noting`` is the user's answer to keeping a note of what was seen; ``None``: there is none yet.
    """

    reading: Reading
    found: OptOutLook
    noting: bool | None = None


class Look(NamedTuple):
    """What is to be looked at: cookies, when, the pages that were opened since the window is, and whether the stores
    were opened by hand, so that they are no state of the browsers that could be remembered."""

    reading: Reading
    now: datetime
    visits: tuple[OptOutVisit, ...] = ()
    by_hand: bool = False


class Opened(NamedTuple):
    """What came of opening a page: ``visit`` is there where it was opened, ``noting`` the user's answer so far."""

    done: Launch | Steps
    way: WayLink
    visit: OptOutVisit | None = None
    noting: bool | None = None
    days: int = 90
    problems: tuple[Problem, ...] = ()


def look(asked: Look) -> Looked:
    """Return what the cookies that were read say about opt-outs, with what is remembered of before."""
    from inspector.engine.history import consent, history_places
    from inspector.engine.knowledge import user_places
    from inspector.engine.labelling import open_judge
    from inspector.engine.optouts import look_at_opt_outs
    from inspector.engine.past import known_before

    places, reading = history_places(), asked.reading
    past, answer = known_before(places), consent(places)
    visits = tuple(dict.fromkeys((*past.earlier.visits, *asked.visits)))
    earlier = past.earlier._replace(visits=visits)
    judge = open_judge(user_places())
    found = look_at_opt_outs(reading.cookies, judge, asked.now, earlier, reading.whole_stores)
    problems = (*past.problems, *answer.problems)
    return Looked(_without_values(reading), replace(found, problems=problems), answer.remember)


def _without_values(reading: Reading) -> Reading:
    """Return the reading as the page keeps it: values were for the answer only."""
    return replace(reading, cookies=tuple(cookie._replace(value=None) for cookie in reading.cookies))


def look_with_values(asked: Look) -> Looked:
    """Read the same stores once more, with their values; the system may ask for a keyring.

    With the user's yes the reading is remembered: without values nobody can tell later that an opt-out was there.
    """
    from inspector.core.reading import Values
    from inspector.engine.computer import this_computer
    from inspector.engine.request import ScanRequest
    from inspector.engine.scan import scan

    if not asked.by_hand:  # found as any scan finds them: by these names the history knows them
        reading = scan(ScanRequest(values=Values.READ), this_computer(home_needed=True))
    else:
        files = _of_files(asked.reading)  # what another tool wrote down was read with its values
        counts = (count for count in asked.reading.stores if count not in files.stores)
        paths = tuple(dict.fromkeys(Path(count.store.file) for count in counts))
        stores = scan(ScanRequest(stores=paths, values=Values.READ), this_computer(home_needed=False))
        reading = Reading.joined((files, stores)) if paths else files
    looked = look(asked._replace(reading=reading))
    problems = _remembered(reading, asked.now) if looked.noting and not asked.by_hand else ()
    return looked._replace(found=replace(looked.found, problems=(*looked.found.problems, *problems)))


def _of_files(reading: Reading) -> Reading:
    stores = tuple(count for count in reading.stores if count.store.family is Family.FILE)
    return Reading(tuple(held for held in reading.cookies if held.store.family is Family.FILE), stores=stores)


def _remembered(reading: Reading, now: datetime) -> tuple[Problem, ...]:
    from inspector.core.snapshot import Scope, ScopeKind
    from inspector.engine.history import history_places
    from inspector.engine.knowledge import user_places
    from inspector.engine.remembering import remember_scan

    scope = Scope(ScopeKind.WINDOW, values=True)
    return remember_scan(reading, scope, history_places(), user_places(), now, clock=now).problems


def open_way(way: WayLink, store: StoreRef, shown: str, now: datetime) -> Opened:
    """Open a page whose address was shown in the profile of a store, or return the steps for a person.

    That it was opened is noted where the user has said yes to notes before.
    """
    from inspector.core.moments import from_datetime
    from inspector.engine.history import consent, history_places
    from inspector.engine.knowledge import open_knowledge, user_places
    from inspector.engine.past import note_visit, visit_to

    done = _open(way.url, store, shown)
    if not isinstance(done, Launch):
        return Opened(done, way)
    visit = visit_to(way, store, from_datetime(now), open_knowledge(user_places()))
    places = history_places()
    answer = consent(places)
    problems = note_visit(visit, way, places) if answer.is_yes else ()
    return Opened(done, way, visit, answer.remember, answer.days, (*answer.problems, *problems))


def _open(url: str, store: StoreRef, shown: str) -> Launch | Steps:
    from inspector.engine.computer import this_computer
    from inspector.engine.knowledge import open_knowledge, user_places
    from inspector.engine.opening import by_hand, open_page
    from inspector.engine.places import browser_places

    computer = this_computer()
    for place in browser_places(computer):
        if place.store == store:
            return open_page(url, place, computer, open_knowledge(user_places()), shown)
    folder = Path(store.file).parent
    return by_hand(url, BrowserPlace(store, "", folder, folder, False))


def answer_noting(opened: Opened, asked: Look, said: bool) -> tuple[Problem, ...]:
    """Write the user's answer down; with a yes note the page that was opened and what was seen before it was."""
    from inspector.engine.history import history_places, keep_consent
    from inspector.engine.past import note_visit

    places = history_places()
    keep_consent(places, remember=said, now=asked.now)
    if not said:
        return ()
    from inspector.core.snapshot import Scope, ScopeKind
    from inspector.engine.knowledge import user_places
    from inspector.engine.remembering import remember_scan

    noted = note_visit(opened.visit, opened.way, places) if opened.visit is not None else ()
    if asked.by_hand:
        return noted
    scope = Scope(ScopeKind.WINDOW)
    kept = remember_scan(asked.reading, scope, places, user_places(), asked.now, clock=asked.now)
    return (*noted, *kept.problems)


def clear_steps(site: str, reading: Reading) -> tuple[ClearSteps, ...]:
    """Return how a person deletes a site's cookies in each profile."""
    from inspector.engine.clearing import clear_steps_of
    from inspector.engine.computer import this_computer
    from inspector.engine.domains import checked_domain
    from inspector.engine.knowledge import user_places
    from inspector.engine.labelling import label_cookies, open_judge

    domain = checked_domain(site)
    labels = label_cookies(reading.cookies, open_judge(user_places()))
    return clear_steps_of(domain, reading.cookies, labels, this_computer(home_needed=False).platform)


def parts_of(url: str) -> tuple[str, str]:
    """Return an address's host as people read it, and its registrable domain; both empty for one never opened."""
    from inspector.engine.opening import host_of, site_of_address

    return host_of(url), site_of_address(url)


class OptOutsOutside(NamedTuple):
    """What the page gets from outside, so that tests hand in their own."""

    look: Callable[[Look], Looked] = look
    look_with_values: Callable[[Look], Looked] = look_with_values
    open_way: Callable[[WayLink, StoreRef, str, datetime], Opened] = open_way
    clear_steps: Callable[[str, Reading], tuple[ClearSteps, ...]] = clear_steps
    parts_of: Callable[[str], tuple[str, str]] = parts_of
    answer_noting: Callable[[Opened, Look, bool], tuple[Problem, ...]] = answer_noting
