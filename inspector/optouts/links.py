# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The one guard that may open an address. Nothing else in the program starts a browser (a test looks at every file).

It opens in the browser **and profile** whose cookies were inspected, because an opt-out holds for one profile only;
where that cannot be done it says so and gives the steps. It hands over the address written anew, in a list of
arguments; no shell sees it, and nothing is asked for over the network by us.
"""

import os
import subprocess
import threading
from collections.abc import Callable, Mapping
from typing import Final

from inspector.core.computer import Computer, Platform, environment_for_others
from inspector.core.optout import BrowserPlace, Launch, Steps
from inspector.core.problem import InspectorError
from inspector.core.programs import program_of
from inspector.core.store import Family
from inspector.knowledge.book import Knowledge
from inspector.optouts.addresses import Address, Refused, check_address

_PATIENCE_S: Final = 1.0  # within which a browser that cannot start has ended
Start = Callable[[tuple[str, ...], Mapping[str, str]], None]


def needs_showing(url: str, knowledge: Knowledge) -> bool:
    """Whether an address must be shown in full before it is opened: all but our table's own, on its exact host."""
    address, way = check_address(url), knowledge.way_at(url)
    if isinstance(address, Refused) or way is None or not way.one_click:
        return True
    mine = check_address(way.url)
    return isinstance(mine, Refused) or mine.url != address.url


def plan(url: str, place: BrowserPlace, computer: Computer) -> Launch | Steps:
    """Return how to open an address in a profile: the arguments, or the steps for a person where there are none."""
    address = _checked(url)
    program = program_of(place.store.browser, place.packaging, computer)
    options = _options(place, computer) if program is not None else None
    if program is None or options is None:
        return by_hand(address.url, place)
    arguments = (*program, *options, address.url)
    if computer.platform is Platform.MACOS and place.store.family is not Family.SAFARI:
        arguments = (*program, "--args", *options, address.url)
    return Launch(arguments, f"{address.host_text} in {place.store.label}")


def open_link(
    url: str,
    place: BrowserPlace,
    computer: Computer,
    knowledge: Knowledge,
    *,
    shown: str | None = None,
    start: Start | None = None,
) -> Launch | Steps:
    """Open an address, or return the steps for it. Raises for an address that is refused or was not shown.

    ``shown`` is the address that a person was shown in full and agreed to; it must be the very one that is opened.
    """
    address = _checked(url)
    if needs_showing(url, knowledge) and shown != address.url:
        raise InspectorError(
            f"{address.host_text} is opened only after its whole address was shown", f"Look at it: {address.url}"
        )
    planned = plan(url, place, computer)
    if isinstance(planned, Launch):
        (start or _start)(planned.arguments, computer.env)
    return planned


def by_hand(url: str, place: BrowserPlace) -> Steps:
    """Return the steps for opening an address in a profile by hand."""
    profile = place.store.profile_name or place.store.profile
    browser = place.store.browser_name or place.store.browser
    return Steps(
        f"Open this in {place.store.label}",
        (
            f'Start {browser} with the profile "{profile}".',
            "Copy the address below, and paste it into the address bar of that window.",
            "Follow the page to its end: some pages act at once, others want a click for each company.",
        ),
        _checked(url).url,
    )


def _checked(url: str) -> Address:
    checked = check_address(url)
    if isinstance(checked, Refused):
        raise InspectorError(f"This address is never opened: {checked.why}", "Copy it as text if you need it")
    return checked


def _options(place: BrowserPlace, computer: Computer) -> tuple[str, ...] | None:
    """Return the arguments that choose the profile, ``None`` where the browser takes none."""
    match place.store.family:
        case Family.CHROMIUM:
            if place.directory == place.root:  # Opera keeps one profile, which is the folder itself
                return () if place.usual else (f"--user-data-dir={place.root}",)
            root = () if place.usual else (f"--user-data-dir={place.root}",)
            return (*root, f"--profile-directory={place.directory.name}")
        case Family.FIREFOX:
            name = place.store.profile_name
            if name and place.usual and not name.startswith("-") and name.isprintable():
                return ("-P", name, "--new-tab")
            return ("--profile", str(place.directory), "--new-tab") if place.directory.is_absolute() else None
        case Family.SAFARI:  # profiles of Safari cannot be chosen from outside
            return () if computer.platform is Platform.MACOS else None
        case Family.FILE:
            return None


def _start(arguments: tuple[str, ...], env: Mapping[str, str]) -> None:
    """Start a program that outlives us. One that ends at once with a fault is told; a running browser takes over."""
    try:
        process = subprocess.Popen(  # noqa: S603 - a list of arguments, no shell; the address was checked
            arguments,
            env=environment_for_others(env or os.environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InspectorError(f"The browser could not be started ({why})", "Open the address by hand") from error
    try:
        code = process.wait(_PATIENCE_S)
    except subprocess.TimeoutExpired:
        threading.Thread(target=process.wait, name="browser", daemon=True).start()
        return
    if code:
        raise InspectorError(f"The browser ended at once (code {code})", "Open the address by hand")
