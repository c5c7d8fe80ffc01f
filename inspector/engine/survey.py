# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Look around: which browsers and profiles are here, how many cookies each holds, how fresh they are."""

from collections.abc import Callable, Iterable, Iterator

from inspector.core.computer import Computer
from inspector.core.problem import Problem
from inspector.core.reading import StoreCount, Values
from inspector.core.survey import Sighting, Survey
from inspector.engine.scan import Progress, read_store
from inspector.engine.sources import look_around
from inspector.readers.api import FoundBrowser, FoundProfile
from inspector.readers.secrets import KeyRing


def survey(computer: Computer, *, progress: Callable[[Progress], None] | None = None) -> Survey:
    """Return every profile found with its stores, read once to count them; values are not read, no key is asked for."""
    discovery = look_around(computer)
    tell = progress or (lambda _: None)
    found = [(browser, profile) for browser in discovery.browsers for profile in browser.profiles]
    total = sum(len(profile.stores) for _, profile in found)
    sightings: list[Sighting] = []
    problems: list[Problem] = list(discovery.problems)
    done = 0
    for browser, profile in found:
        if not profile.stores:
            sightings.append(_unused(browser, profile))
        for store in profile.stores:
            tell(Progress(done, total, store.ref.label))
            reading = read_store(store, Values.NO, KeyRing())
            problems.extend(reading.problems)
            sightings.extend(_seen(browser, profile, reading.stores))
            done += 1
    tell(Progress(total, total, ""))
    return Survey(tuple(sightings), discovery.looked_in, tuple(problems))


def _unused(browser: FoundBrowser, profile: FoundProfile) -> Sighting:
    return Sighting(browser.id, browser.name, browser.packaging, profile.directory.name, profile.name)


def _seen(browser: FoundBrowser, profile: FoundProfile, stores: Iterable[StoreCount]) -> Iterator[Sighting]:
    """Yield a sighting for each file that the reader told of: Firefox's session cookies lie in one of their own."""
    for count in stores:
        ref = count.store
        name = ref.profile_name or profile.name
        yield Sighting(browser.id, browser.name, browser.packaging, ref.profile, name, ref, count.cookies)
