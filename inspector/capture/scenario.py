# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is done during a visit, as data: the five scenarios that are built in, and those of a user's own file.

A file is TOML with the same fields::

    name = "reject in two clicks"
    steps = [
      {do = "open"},
      {do = "press", selector = "#settings"},
      {do = "press", selector = "#save", choice = "refused"},
      {do = "return"},
    ]
"""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, NamedTuple

from inspector.capture.parts import Choice
from inspector.core.problem import InspectorError

_LARGEST: Final = 64 * 1024  # octets of a file
_MOST_STEPS: Final = 50
_LONGEST_WAIT_S: Final = 600.0
_LONGEST_TEXT: Final = 300
_DOTTED: Final = re.compile(rb"(?:[^\s.=]{1,80}\.){10}")  # a key of many parts costs tomllib much memory
_CHOICES: Final = {"accepted": Choice.ACCEPTED, "refused": Choice.REFUSED}


class Do(StrEnum):
    """What a step does."""

    OPEN = "open"  # the address of the visit
    PAGES = "pages"  # the further pages, one after the other
    WAIT = "wait"  # for some seconds
    ACCEPT = "accept"  # press the button of a known consent platform
    REJECT = "reject"
    ASK = "ask"  # let a person choose, until it is marked
    PRESS = "press"  # press a button that the file names
    RETURN = "return"  # leave, and open the address once more


class Step(NamedTuple):
    """One step. ``choice`` is what pressing ``selector`` means, ``None`` where it is no choice yet."""

    do: Do
    seconds: float | None = None
    selector: str = ""
    choice: Choice | None = None


class Scenario(NamedTuple):
    """A scenario. ``visible`` wants a window that a person sees; ``gpc`` sends Global Privacy Control."""

    name: str
    title: str
    steps: tuple[Step, ...]
    visible: bool = False
    gpc: bool = False


_OPEN, _PAGES, _RETURN = Step(Do.OPEN), Step(Do.PAGES), Step(Do.RETURN)
SCENARIOS: Final = (
    Scenario("none", "nothing is clicked", (_OPEN, _PAGES)),
    Scenario("manual", "a person chooses", (_OPEN, Step(Do.ASK), _PAGES), visible=True),
    Scenario("accept", "all is accepted", (_OPEN, Step(Do.ACCEPT), _PAGES)),
    Scenario("reject", "all is refused, then a later visit", (_OPEN, Step(Do.REJECT), _PAGES, _RETURN)),
    Scenario("gpc", "nothing is clicked, Global Privacy Control is sent", (_OPEN, _PAGES), gpc=True),
    Scenario("return", "nothing is clicked, then a later visit", (_OPEN, _PAGES, _RETURN)),
)


def find_scenario(wanted: str) -> Scenario:
    """Return the scenario of a name or of a file; raise where it is neither."""
    found = next((scenario for scenario in SCENARIOS if scenario.name == wanted), None)
    if found is not None:
        return found
    path = Path(wanted).expanduser()
    if not path.is_file():
        names = ", ".join(scenario.name for scenario in SCENARIOS)
        raise InspectorError(f'There is no scenario "{wanted}"', f"Give one of {names}, or a file")
    return read_scenario(path)


def read_scenario(path: Path) -> Scenario:
    """Return the scenario of a file; raise with what is wrong in it, and where."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        return parse_scenario(data, path.stem)
    except OSError as error:
        raise _wrong(path, (error.strerror or str(error)).lower()) from error
    except ValueError as error:
        raise _wrong(path, str(error)) from error


def _wrong(path: Path, why: str) -> InspectorError:
    return InspectorError(f"{path} is no scenario: {why}", "docs/visit.md shows one")


def parse_scenario(data: bytes, name: str) -> Scenario:
    """Return the scenario of a text; raise :class:`ValueError` with the reason where it is none."""
    if len(data) > _LARGEST:
        raise ValueError(f"it is larger than {_LARGEST} octets")
    if _DOTTED.search(data):
        raise ValueError("it holds a key of many parts")
    try:
        held = tomllib.loads(data.decode("utf-8-sig"))
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    _only(held, {"name", "title", "steps", "visible", "gpc"}, "the file")
    steps = held.get("steps")
    if not isinstance(steps, list) or not 1 <= len(steps) <= _MOST_STEPS:
        raise ValueError(f'"steps" is no list of 1 to {_MOST_STEPS} steps')
    made = tuple(_step(step, number) for number, step in enumerate(steps, 1))
    if made[0].do is not Do.OPEN:
        raise ValueError('the first step is not "open"')
    named = _text(held, "name", "the file") or name
    title = _text(held, "title", "the file") or named
    return Scenario(named, title, made, _flag(held, "visible"), _flag(held, "gpc"))


def _step(held: Any, number: int) -> Step:
    where = f"step {number}"
    if not isinstance(held, dict):
        raise ValueError(f"{where} is no table")
    _only(held, {"do", "seconds", "selector", "choice"}, where)
    try:
        do = Do(str(held.get("do")))
    except ValueError:
        raise ValueError(f'{where}: "do" is none of {", ".join(Do)}') from None
    seconds, choice = held.get("seconds"), held.get("choice")
    if seconds is not None and (
        isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 <= seconds <= _LONGEST_WAIT_S
    ):
        raise ValueError(f'{where}: "seconds" is no number from 0 to {_LONGEST_WAIT_S:.0f}')
    if choice is not None and choice not in _CHOICES:
        raise ValueError(f'{where}: "choice" is none of {", ".join(_CHOICES)}')
    selector = _text(held, "selector", where)
    if bool(selector) is not (do is Do.PRESS):
        raise ValueError(f'{where}: "press" needs a "selector", and no other step has one')
    if choice is not None and do is not Do.PRESS:
        raise ValueError(f'{where}: only "press" has a "choice"')
    return Step(do, None if seconds is None else float(seconds), selector, _CHOICES[choice] if choice else None)


def _only(held: Mapping[str, Any], known: set[str], where: str) -> None:
    unknown = sorted(held.keys() - known)
    if unknown:
        raise ValueError(f'{where} has an unknown key "{unknown[0][:40]}"')


def _text(held: Mapping[str, Any], key: str, where: str) -> str:
    text = held.get(key, "")
    if not isinstance(text, str) or len(text) > _LONGEST_TEXT or not text.isprintable():
        raise ValueError(f'{where}: "{key}" is no short text')
    return text


def _flag(held: Mapping[str, Any], key: str) -> bool:
    flag = held.get(key, False)
    if not isinstance(flag, bool):
        raise ValueError(f'"{key}" is neither true nor false')
    return flag
