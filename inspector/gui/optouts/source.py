# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where the page's answers come from: the engine, in the worker's thread. It also opens what is to be opened."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from inspector.core.optout import BrowserPlace, ClearSteps, Launch, OptOutLook, Steps
from inspector.core.reading import Reading
from inspector.core.store import StoreRef


class Looked(NamedTuple):
    """What was looked at, and what it says of opt-outs."""

    reading: Reading
    found: OptOutLook


def look(reading: Reading, now: datetime) -> Looked:
    """Return what the cookies that were read say about opt-outs."""
    from inspector.engine.knowledge import user_places
    from inspector.engine.labelling import open_judge
    from inspector.engine.optouts import look_at_opt_outs

    return Looked(reading, look_at_opt_outs(reading.cookies, open_judge(user_places()), now))


def look_with_values(reading: Reading, now: datetime) -> Looked:
    """Read the same stores once more, with their values; the system may ask for a keyring."""
    from inspector.core.reading import Values
    from inspector.engine.computer import this_computer
    from inspector.engine.request import ScanRequest
    from inspector.engine.scan import scan

    paths = tuple(dict.fromkeys(Path(count.store.file) for count in reading.stores))
    if not paths:
        return look(reading, now)
    return look(scan(ScanRequest(stores=paths, values=Values.READ), this_computer(home_needed=False)), now)


def open_way(url: str, store: StoreRef, shown: str) -> Launch | Steps:
    """Open an address that was shown in the profile of a store, or return the steps for a person."""
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

    look: Callable[[Reading, datetime], Looked] = look
    look_with_values: Callable[[Reading, datetime], Looked] = look_with_values
    open_way: Callable[[str, StoreRef, str], Launch | Steps] = open_way
    clear_steps: Callable[[str, Reading], tuple[ClearSteps, ...]] = clear_steps
    parts_of: Callable[[str], tuple[str, str]] = parts_of
