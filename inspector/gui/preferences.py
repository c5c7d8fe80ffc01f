# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a person may choose about the window, as one record, and how it is read from what a file holds.

A file that was damaged or written by hand costs the entries that are wrong: each of them is the default and a problem.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Final, NamedTuple

from inspector.core.problem import Problem, Severity
from inspector.core.visible import visible
from inspector.gui.translation import translate


class Scheme(StrEnum):
    """The theme, as under View > Theme."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Motion(StrEnum):
    """Whether things may move by themselves."""

    SYSTEM = "system"
    LESS = "less"


class AtStart(StrEnum):
    """What is read when the window opens."""

    BROWSERS = "browsers"
    NOTHING = "nothing"


class Network(StrEnum):
    """Whether a host may be contacted: never without being asked, or never at all."""

    ASK = "ask"
    NEVER = "never"


class Language(StrEnum):
    """The language of the window."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


class Preferences(NamedTuple):
    """Everything that can be chosen. ``text_percent`` is of the system's size; the two times are in seconds."""

    theme: Scheme = Scheme.SYSTEM
    text_percent: int = 100
    motion: Motion = Motion.SYSTEM
    at_start: AtStart = AtStart.BROWSERS
    network: Network = Network.ASK
    language: Language = Language.SYSTEM
    hide_s: int = 15
    clipboard_s: int = 10


TEXT_SIZES: Final = (100, 110, 125, 150, 175, 200)
SECONDS: Final = range(5, 301)
_TEXT: Final = range(50, 201)
_LONGEST: Final = 40  # characters of a wrong entry that are told

Read = Callable[[str], object]


def _number(allowed: range) -> Read:
    def read(text: str) -> int:
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
        if number not in allowed:
            raise ValueError(text)
        return number

    return read


_READ: Final[Mapping[str, Read]] = {
    "theme": Scheme,
    "text_percent": _number(_TEXT),
    "motion": Motion,
    "at_start": AtStart,
    "network": Network,
    "language": Language,
    "hide_s": _number(SECONDS),
    "clipboard_s": _number(SECONDS),
}


class Chosen(NamedTuple):
    """What was chosen, and what of the file could not be understood."""

    preferences: Preferences = Preferences()
    problems: tuple[Problem, ...] = ()


def read_preferences(entries: Mapping[str, object], where: str) -> Chosen:
    """Return what the entries of a file say; names that we do not know are left alone."""
    fine: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, read in _READ.items():
        if name not in entries:
            continue
        try:
            fine[name] = read(str(entries[name]))
        except ValueError:
            problems.append(_wrong(name, str(entries[name]), where))
    return Chosen(Preferences()._replace(**fine), tuple(problems))


def _wrong(name: str, text: str, where: str) -> Problem:
    what = translate("preferences", "The setting {name} is not understood, so its default holds")
    why = translate("preferences", "the file says “{text}”")
    return Problem(
        "setting-unknown",
        what.format(name=name),
        where,
        why.format(text=visible(text, _LONGEST)),
        translate("preferences", "Choose it anew under File > Settings"),
        Severity.PARTIAL,
    )


def damaged(where: str) -> Problem:
    """Return the problem of a file that is no settings file any more."""
    return Problem(
        "settings-damaged",
        translate("preferences", "The settings of the window cannot be read, so the defaults hold"),
        where,
        translate("preferences", "the file is damaged"),
        translate("preferences", "Choose anew under File > Settings; the file is written again then"),
        Severity.PARTIAL,
    )
