# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One value, read when a person asks for it: its store is read anew, and only then is a key asked for."""

from dataclasses import replace
from pathlib import Path

from inspector.core.computer import Computer
from inspector.core.cookie import Cookie, ValueState
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, Values
from inspector.core.revealed import Revealed, why_locked
from inspector.core.secret import Secret
from inspector.core.store import Family
from inspector.engine.faults import internal_error
from inspector.engine.scan import read_store
from inspector.engine.sources import find_at
from inspector.readers.api import FoundStore, KeySource
from inspector.readers.secrets import KeyRing


def reveal_value(cookie: Cookie, computer: Computer, keys: KeySource | None = None) -> Revealed:
    """Return the value of a cookie as its store has it now; never raises for what it finds."""
    if cookie.value is not None:
        return Revealed(cookie.value)
    if why := why_locked(cookie):
        return Revealed(None, _none(cookie, why, "Look at it in that browser, or import an export made there"))
    try:
        return _read(cookie, computer, keys if keys is not None else KeyRing())
    except Exception as error:  # noqa: BLE001 - a bug of ours must not cost the window; its message may quote a value
        return Revealed(None, internal_error("the value could not be read", cookie.store.file, error))


def _read(cookie: Cookie, computer: Computer, keys: KeySource) -> Revealed:
    if cookie.store.family is Family.FILE:
        return Revealed(None, _none(cookie, "the file it was read from holds none"))
    wanted = cookie.key
    problems: list[Problem] = []
    for found in find_at((Path(cookie.store.file),), computer).stores:
        reading = _of(replace(found, ref=cookie.store), cookie, keys)
        problems += reading.problems
        held = next((held for held in reading.cookies if held.key == wanted), None)
        if held is not None:
            return _told(held, tuple(problems))
    return Revealed(None, _gone(cookie, tuple(problems)))


def _of(found: FoundStore, cookie: Cookie, keys: KeySource) -> Reading:
    """Read one cookie. Only Chromium encrypts values; elsewhere they stand in the clear, and the others are dropped."""
    if found.family is Family.CHROMIUM:
        from inspector.readers.browsers.chromium import read_one_chromium

        return read_one_chromium(found, cookie.host_key, cookie.name, keys)
    return read_store(found, Values.READ, keys)


def _told(held: Cookie, problems: tuple[Problem, ...]) -> Revealed:
    if held.value_state is ValueState.EMPTY:
        return Revealed(held.value or Secret(""))
    if held.value is not None:
        return Revealed(held.value)
    told = next((problem for problem in problems if problem.code == "no-key"), None) or next(
        (problem for problem in problems if problem.code.startswith("values-")), None
    )
    if told is None:
        return Revealed(None, _none(held, "it could not be decrypted"))
    return Revealed(None, _none(held, told.why or told.what, told.what_to_do))


def _gone(cookie: Cookie, problems: tuple[Problem, ...]) -> Problem:
    failed = next((problem for problem in problems if problem.severity is Severity.FAILED), None)
    return failed or _none(cookie, "the cookie is no longer in its store", "Read again")


def _none(cookie: Cookie, why: str, what_to_do: str = "") -> Problem:
    return Problem("value-not-shown", "the value cannot be shown", cookie.store.label, why, what_to_do, Severity.FAILED)
