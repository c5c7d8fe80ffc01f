# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The browsers of this computer that can make a visit. They are found where their makers put them, never fetched."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from inspector.core.computer import Computer, Platform
from inspector.core.problem import InspectorError
from inspector.core.programs import executable_of

CHROMIUM: Final = "chromium"
FIREFOX: Final = "firefox"
# In the order in which one is taken where none is named: what most visitors of a site use comes first.
KNOWN: Final = (
    ("chrome", "Google Chrome", CHROMIUM),
    ("chromium", "Chromium", CHROMIUM),
    ("edge", "Microsoft Edge", CHROMIUM),
    ("firefox", "Firefox", FIREFOX),
    ("brave", "Brave", CHROMIUM),
    ("vivaldi", "Vivaldi", CHROMIUM),
    ("opera", "Opera", CHROMIUM),
    ("chrome-beta", "Google Chrome Beta", CHROMIUM),
    ("edge-beta", "Microsoft Edge Beta", CHROMIUM),
    ("librewolf", "LibreWolf", FIREFOX),
)
_OF_FIREFOX: Final = ("firefox", "librewolf", "waterfox", "floorp", "zen")  # parts of programs' names


class Installed(NamedTuple):
    """A browser: its word, its name, its engine, how it is started, and where its profile must lie to be seen by it."""

    id: str
    name: str
    engine: str
    program: tuple[str, ...]
    parent: Path | None = None


def installed(computer: Computer) -> tuple[Installed, ...]:
    """Return the browsers that are installed here, the one to take first at the beginning."""
    return tuple(_found(computer))


def _found(computer: Computer) -> Iterator[Installed]:
    for word, name, engine in KNOWN:
        program = executable_of(word, computer)
        if program is not None:
            yield Installed(word, name, engine, program, _parent(program, computer))


def _parent(program: tuple[str, ...], computer: Computer) -> Path | None:
    """Return the folder for the profile of a browser that is locked up and sees no other (snap, Flatpak)."""
    if computer.platform is not Platform.LINUX:
        return None
    runner, name = Path(program[0]), program[-1]
    runs = len(program) > 1
    if runs and runner.name == "flatpak":
        return computer.home / ".var" / "app" / name / "cache"
    if runs and runner.name == "snap":
        return computer.home / "snap" / name / "common"
    return computer.home / "snap" / runner.name / "common" if runner.parent == Path("/snap/bin") else None


def find(wanted: str | None, computer: Computer) -> Installed:
    """Return the browser of a name or a path, the first one where none is named; raise where there is none."""
    here = installed(computer)
    if not wanted:
        if here:
            return here[0]
        raise InspectorError(
            "No browser that can make a visit was found",
            "Install Chromium or Firefox, or name a program with --browser PATH",
        )
    found = next((browser for browser in here if wanted.lower() in (browser.id, browser.name.lower())), None)
    return found if found is not None else _at_path(wanted, here, computer)


def _at_path(wanted: str, here: tuple[Installed, ...], computer: Computer) -> Installed:
    path = Path(wanted).expanduser()
    if path.is_dir() and path.suffix == ".app":
        programs = sorted((path / "Contents" / "MacOS").glob("*"))
        path = next((one for one in programs if one.name.lower() == path.stem.lower()), path)
    if not path.is_file():
        names = ", ".join(browser.id for browser in here) or "none"
        raise InspectorError(f'There is no browser "{wanted}" here', f"Found here: {names}; or give a program's path")
    program = (str(path.resolve() if path.parent == Path() else path.absolute()),)
    name = path.name.lower()
    engine = FIREFOX if any(part in name for part in _OF_FIREFOX) else CHROMIUM
    return Installed(path.stem, path.stem, engine, program, _parent(program, computer))
