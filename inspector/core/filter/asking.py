# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a value of a filter asks of a key: a text that fits, one of some choices, a length of time within bounds.

A key is what a field says of one cookie (:mod:`inspector.core.filter.fields`): texts, the name of a choice, a number of
microseconds. ``None`` is "not known" and fits nothing but the word for it.
"""

import re
from collections.abc import Callable
from typing import Final

from inspector.core.frozen import frozen
from inspector.core.moments import DAY_US, SECOND_US

Key = str | int | tuple[str, ...] | None
UNKNOWN: Final = ("unknown", "none")

_TOLERANCE_US: Final = 2 * SECOND_US  # between the clock readings of one Set-Cookie; see inspector.core.lifetime
_UNITS: Final = {
    "s": SECOND_US,
    "min": 60 * SECOND_US,
    "h": 3_600 * SECOND_US,
    "d": DAY_US,
    "w": 7 * DAY_US,
    "mo": 30 * DAY_US,
    "y": 365 * DAY_US,
}
_LONG: Final = {
    **{"sec": "s", "second": "s", "seconds": "s", "minute": "min", "minutes": "min", "hour": "h", "hours": "h"},
    **{"day": "d", "days": "d", "week": "w", "weeks": "w", "month": "mo", "months": "mo", "year": "y", "years": "y"},
}
_LENGTH: Final = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)\s*([a-z]*)")
_COMPARED: Final = re.compile(r"(>=|<=|>|<|=)?(.*)", re.DOTALL)


class Misread(Exception):  # noqa: N818 - what it says is for people, and it never leaves the filter
    """A value cannot be understood; the message says why and what would be."""


@frozen
class Pattern:
    """A text with ``*`` for any characters, compared without regard to case; ``parts`` lie between the stars."""

    parts: tuple[str, ...]

    @classmethod
    def of(cls, text: str, *, literal: bool) -> "Pattern":
        """Return the pattern of a value; in a literal one a star is a star."""
        folded = text.casefold()
        return cls((folded,) if literal else tuple(folded.split("*")))

    def fits(self, text: str) -> bool:
        """Whether the whole text fits. Parts are looked for from the left, so that no text makes it slow."""
        first, *rest = self.parts
        if not rest:
            return text == first
        last = rest.pop()
        if len(text) < len(first) + len(last) or not (text.startswith(first) and text.endswith(last)):
            return False
        return _in_order(rest, text, len(first), len(text) - len(last))

    def found(self, text: str) -> bool:
        """Whether the parts occur in a text, one behind the other."""
        return _in_order(self.parts, text, 0, len(text))


def _in_order(parts: "tuple[str, ...] | list[str]", text: str, at: int, end: int) -> bool:
    for part in parts:
        place = text.find(part, at, end)
        if place < 0:
            return False
        at = place + len(part)
    return True


@frozen
class Text:
    """A key that is one or more texts, of which one fits by ``fit``. ``blank``: no text at all fits, too."""

    pattern: Pattern
    fit: Callable[[Pattern, str], bool]
    blank: bool = False

    def holds(self, key: Key) -> bool:
        """Whether a key is meant."""
        if key is None or key == "" or key == ():
            return self.blank
        texts = key if isinstance(key, tuple) else (str(key),)
        return any(self.fit(self.pattern, text.casefold()) for text in texts)


def whole(pattern: Pattern, text: str) -> bool:
    """The whole text fits."""
    return pattern.fits(text)


def domain(pattern: Pattern, text: str) -> bool:
    """A domain, or one below it: ``shop.example`` fits ``www.shop.example``."""
    if len(pattern.parts) > 1:
        return pattern.fits(text)
    wanted = pattern.parts[0].strip(".")
    return text == wanted or (bool(wanted) and text.endswith(f".{wanted}"))


def word_start(pattern: Pattern, text: str) -> bool:
    """A word of the text and what follows begin so: ``doubleclick`` fits "Google (DoubleClick)"."""
    if len(pattern.parts) > 1:
        return pattern.fits(text)
    wanted, at = pattern.parts[0], text.find(pattern.parts[0])
    while at >= 0:
        if at == 0 or not text[at - 1].isalnum():
            return bool(wanted)
        at = text.find(wanted, at + 1)
    return False


@frozen
class Choice:
    """A key that is one of these."""

    keys: frozenset[str]

    def holds(self, key: Key) -> bool:
        """Whether a key is meant."""
        return key in self.keys


@frozen
class Bounds:
    """A key in microseconds that is more than ``above`` and at most ``most`` (``None``: no bound)."""

    above: float | None = None
    most: float | None = None

    def holds(self, key: Key) -> bool:
        """Whether a key is meant; a word such as "session" is no number and never is."""
        if not isinstance(key, int):
            return False
        return (self.above is None or key > self.above) and (self.most is None or key <= self.most)


Asks = Text | Choice | Bounds


def bounds_of(text: str) -> Bounds:
    """Return what ``>1y``, ``<=30d``, ``1d..30d`` or ``30d`` asks; raise :class:`Misread` for anything else.

    Two seconds more or less do not count: browsers' clocks tick on while a cookie is written.
    """
    if ".." in text:
        low, _, high = text.partition("..")
        least, most = _length(low), _length(high)
        if most <= least:
            raise Misread("the first length of a range must be the shorter one: 1d..30d")
        return Bounds(least + _tolerance(least), most + _tolerance(most))
    match = _COMPARED.fullmatch(text)
    sign, rest = (match[1], match[2]) if match is not None else (None, text)
    length = _length(rest)
    slack = _tolerance(length)
    if sign in (None, "="):
        return Bounds(length - _half(rest), length + _half(rest))
    return {
        ">": Bounds(above=length + slack),
        ">=": Bounds(above=length - slack - 1),
        "<": Bounds(most=length - slack - 1),
        "<=": Bounds(most=length + slack),
    }[sign or "="]


def _tolerance(length: float) -> float:
    return min(_TOLERANCE_US, length / 10)


def _half(text: str) -> float:
    """Half of the unit that was typed, half a day at most: ``30d`` is what a person would round to thirty days."""
    return min(_unit(text)[1], DAY_US) / 2


def _length(text: str) -> float:
    number, unit = _unit(text)
    return number * unit


def _unit(text: str) -> tuple[float, int]:
    match = _LENGTH.fullmatch(text.strip().lower())
    if match is None:
        raise Misread(f'"{text.strip()[:40]}" is no length of time; write 30d, >1y, <=12h or 1d..30d')
    unit = _LONG.get(match[2], match[2])
    if unit == "m":
        raise Misread("m could be minutes or months: write min or mo")
    if unit not in _UNITS:
        raise Misread(f"{match[1]} of what? Write one of {', '.join(_UNITS)} behind it, as in {match[1]}d")
    return float(match[1]), _UNITS[unit]
