# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The profiles on this computer that a page can be opened in."""

from collections import Counter
from collections.abc import Sequence

from inspector.core.computer import Computer
from inspector.core.optout import BrowserPlace
from inspector.core.problem import InspectorError
from inspector.core.store import StoreRef
from inspector.engine.sources import look_around
from inspector.readers.api import FoundBrowser
from inspector.readers.profiles.places import PLACES


def browser_places(computer: Computer) -> tuple[BrowserPlace, ...]:
    """Return every profile that has a cookie store, in the order of discovery."""
    browsers = look_around(computer).browsers
    roots = Counter((browser.id, browser.packaging) for browser in browsers)
    return tuple(
        BrowserPlace(
            profile.stores[0].ref,
            browser.packaging,
            profile.directory,
            browser.root,
            roots[browser.id, browser.packaging] == 1 and _is_usual(browser, computer),
        )
        for browser in browsers
        for profile in browser.profiles
        if profile.stores
    )


def _is_usual(browser: FoundBrowser, computer: Computer) -> bool:
    """Whether the browser looks there by itself: in the first of the folders that its place is counted from."""
    for place in PLACES[computer.platform]:
        if (place.browser, place.packaging) == (browser.id, browser.packaging):
            bases = place.base.folders(computer)
            if bases and ("*" in place.path or bases[0].joinpath(*place.parts) == browser.root):
                return True
    return False


def choose_place(
    places: Sequence[BrowserPlace], seen: Sequence[StoreRef], browser: str | None, profile: str | None
) -> BrowserPlace:
    """Return the profile to open a page in: the one named, else the only one in which the cookies were seen."""
    fitting = [place for place in places if _called(place.store, browser, profile)]
    if browser is None and profile is None:
        where = {(store.browser, store.profile) for store in seen}
        fitting = [place for place in fitting if (place.store.browser, place.store.profile) in where]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise InspectorError("No such profile can be opened here", "See: cookie-inspector browsers")
    names = "; ".join(f"{place.store.label}: --browser {place.store.browser}" for place in fitting[:6])
    more = f' --profile "{fitting[0].store.profile_name or fitting[0].store.profile}"'
    raise InspectorError("An opt-out holds for one profile only, and several fit", f"Name one, as in{more} ({names})")


def _called(store: StoreRef, browser: str | None, profile: str | None) -> bool:
    names = {store.profile.casefold(), (store.profile_name or store.profile).casefold()}
    brand = {store.browser.casefold(), store.browser_name.casefold()}
    return (browser is None or browser.casefold() in brand) and (profile is None or profile.casefold() in names)
