# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A project's settings: ``cookie-inspector.toml``, or ``[tool.cookie-inspector]`` of ``pyproject.toml``.

They say what an audit of this project is: which site, policy and cookies, how grave each rule is, what is ignored and
why. Settings that are not understood are not used at all: a check that half of them were left out of proves nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from inspector.core.finding import DeclaredBy, Level
from inspector.core.frozen import frozen
from inspector.core.problem import Problem, Severity
from inspector.core.visible import visible
from inspector.engine.ignoring import Ignore
from inspector.engine.settings_keys import KnownCookie, read_table
from inspector.engine.settings_lines import Lines
from inspector.engine.toml_file import parse_toml, read_toml_bytes
from inspector.rules.limits import LifetimeLimit

OWN_FILE: Final = "cookie-inspector.toml"
PROJECT_FILE: Final = "pyproject.toml"
TABLE: Final = "tool.cookie-inspector"
_NAME: Final = "cookie-inspector"
_MAY_NAME_US: Final = re.compile(rb"c[o0]+k[a-z]*[\W_]*insp", re.IGNORECASE)
_NEAR: Final = 0.85  # of 1: "cookie_inspector", "CookieInspector", "cookie-inspektor"
_LIMIT: Final = 4_000_000  # bytes
_REPOSITORY: Final = (".git", ".hg")


@frozen
class Settings:
    """What a project has set; ``None`` and empty where it says nothing. Paths are as they lead from here.

    ``levels`` maps a rule's code to a level, or to ``None`` for off.
    """

    path: Path | None = None
    sha256: str | None = None
    site: str | None = None
    also: tuple[str, ...] = ()
    policy: tuple[str, ...] = ()
    declaration: tuple[str, ...] = ()
    cookies: tuple[Path, ...] = ()
    corrections: Path | None = None
    baseline: Path | None = None
    only_this_site: bool | None = None
    in_force: bool | None = None
    declared_by: DeclaredBy | None = None
    strict_lifetime: bool | None = None
    fail_on: tuple[str, ...] = ()
    max_new: int | None = None
    levels: Mapping[str, Level | None] = field(default_factory=dict)
    ignore: tuple[Ignore, ...] = ()
    cookie: tuple[KnownCookie, ...] = ()
    lifetime: tuple[LifetimeLimit, ...] = ()


NO_SETTINGS: Final = Settings()


@frozen
class SettingsReading:
    """The settings, ``None`` where they cannot be used, and everything that is wrong with them."""

    settings: Settings | None
    problems: tuple[Problem, ...] = ()


def read_settings(path: Path, here: Path) -> SettingsReading:
    """Read a file of settings; in ``pyproject.toml`` our table. ``here`` is the folder that its paths are told from."""
    root = TABLE if path.name == PROJECT_FILE else ""
    try:
        data = read_toml_bytes(path, _LIMIT)
        table = parse_toml(data)
    except ValueError as error:
        return SettingsReading(None, (_unreadable(path, str(error)),))
    held, slips = _table(table, root), _slips(table) if root else ()
    if slips:
        return SettingsReading(None, tuple(_misspelt(path, slip) for slip in slips))
    if held is None:
        return SettingsReading(None, (_unreadable(path, f"it has no table [{TABLE}]"),))
    values, faults = read_table(held, Lines(data.decode("utf-8-sig"), root), path)
    if faults:
        return SettingsReading(None, faults)
    placed = dict(_placed(values, path.parent, here))
    return SettingsReading(Settings(path=_from_here(path, here), sha256=sha256(data).hexdigest(), **placed))


def find_settings(here: Path) -> Path | None:
    """Return the settings that hold in a folder: the nearest from there up to the root of its repository.

    Outside a repository only the folder itself is looked into, so that a stranger's file higher up decides nothing.
    """
    here = here.absolute()
    for folder in _folders(here):
        own, project = folder / OWN_FILE, folder / PROJECT_FILE
        if own.is_file():
            return own
        if project.is_file() and _has_table(project):
            return project
    return None


def _folders(here: Path) -> tuple[Path, ...]:
    upwards = (here, *here.parents)
    for count, folder in enumerate(upwards, 1):
        if any((folder / mark).exists() for mark in _REPOSITORY):
            return upwards[:count]
    return (here,)


def _has_table(project: Path) -> bool:
    """Whether it has our table. One that is no TOML is taken to have it if it spells it out, and is told of later."""
    try:
        data = read_toml_bytes(project, _LIMIT)
    except ValueError:  # whose settings cannot be read: another tool tells
        return False
    if not _MAY_NAME_US.search(data):
        return False
    try:
        table = parse_toml(data)
    except ValueError:
        return f"{TABLE}]".encode() in data or f"{TABLE}.".encode() in data
    return _table(table, TABLE) is not None or bool(_slips(table))


def _slips(table: Mapping[str, Any]) -> tuple[str, ...]:
    """Return tables that were surely meant to be ours: what nobody reads must not look like settings."""
    tools = table.get("tool")
    names = [f"tool.{name}" for name in tools if name != _NAME] if isinstance(tools, dict) else []
    return tuple(name for name in (*names, *table) if _is_meant(name.removeprefix("tool.")))


def _is_meant(name: str) -> bool:
    from difflib import SequenceMatcher  # here because few files have a table of nearly our name

    return bool(_MAY_NAME_US.search(name.encode())) and SequenceMatcher(None, name.lower(), _NAME).ratio() > _NEAR


def _table(table: Mapping[str, Any], root: str) -> Mapping[str, Any] | None:
    held: Any = table
    for part in root.split(".") if root else ():
        held = held.get(part) if isinstance(held, dict) else None
    return held if isinstance(held, dict) else None


def _placed(values: Mapping[str, Any], folder: Path, here: Path) -> Iterator[tuple[str, Any]]:
    """Yield the values, their paths led from ``here`` and not from the file's folder."""
    from inspector.policies.fetch import is_address

    for key, value in values.items():
        if key in ("policy", "declaration"):
            yield key, tuple(text if is_address(text) else str(_from_here(folder / text, here)) for text in value)
        elif key == "cookies":
            yield key, tuple(_from_here(folder / text, here) for text in value)
        elif key in ("corrections", "baseline"):
            yield key, _from_here(folder / value, here)
        else:
            yield key, value


def _from_here(path: Path, here: Path) -> Path:
    """A path below the current folder is told from there: so it is the same on every computer."""
    whole = path if path.is_absolute() else here / path
    return whole.relative_to(here) if whole.is_relative_to(here) else whole


def _misspelt(path: Path, name: str) -> Problem:
    what = f"[{visible(name, 80)}] is no table that is read"
    what_to_do = f"Call it [{TABLE}], or leave it out with --no-settings"
    return Problem("settings-invalid", what, str(path), "", what_to_do, Severity.FAILED)


def _unreadable(path: Path, why: str) -> Problem:
    what_to_do = "Mend it, or leave it out with --no-settings"
    return Problem("settings-unreadable", "the settings cannot be read", str(path), why, what_to_do, Severity.FAILED)
