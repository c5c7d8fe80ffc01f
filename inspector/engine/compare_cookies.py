# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What differs between two sets of cookies: new, gone, longer-lived, changed. What one side does not know is no change.

Cookies are the same where the pattern of their name, their host and their partition are: ``_ga_ABC`` is ``_ga_DEF``.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from inspector.core.comparison import Detail, Difference, Subject, Turn
from inspector.core.cookie import Cookie, SameSite
from inspector.core.finding import CookieRef, Level
from inspector.core.fingerprint import cookie_parts
from inspector.core.moments import DAY_US
from inspector.core.visible import visible
from inspector.rules.lifetimes import Life, life_of, shown

_NAME: Final = 120
_Key = tuple[str, ...]


class Levels(NamedTuple):
    """How grave it is that a cookie is new or lives longer; that one changed or is gone is a note everywhere."""

    new: Level
    longer: Level


class CookiesDiffer(NamedTuple):
    """What differs, and of how many cookies the lifetimes could not be compared."""

    differences: tuple[Difference, ...]
    unknown_lives: int


class _Held(NamedTuple):
    cookie: Cookie
    life: Life


def compare_cookies(
    before: Iterable[Cookie], after: Iterable[Cookie], levels: Levels, before_us: int, after_us: int
) -> CookiesDiffer:
    """Return what differs; ``before_us`` and ``after_us`` are when the sides were looked at."""
    old, new = _by_key(before, before_us), _by_key(after, after_us)
    found = [_one_sided(Turn.NEW, held.cookie, levels.new) for key, held in new.items() if key not in old]
    found += [_one_sided(Turn.GONE, held.cookie, Level.NOTE) for key, held in old.items() if key not in new]
    unknown = 0
    for key, held in new.items():
        if key in old:
            found += _changes(old[key], held, levels)
            unknown += not _comparable(old[key], held)
    return CookiesDiffer(tuple(found), unknown)


def _by_key(cookies: Iterable[Cookie], now_us: int) -> Mapping[_Key, _Held]:
    """The cookies by what makes them the same; of several the one that lives longest."""
    held: dict[_Key, _Held] = {}
    for cookie in cookies:
        key = cookie_parts(CookieRef.of(cookie))
        found = _Held(cookie, life_of(cookie, now_us))
        if key not in held or _length(found.life) > _length(held[key].life):
            held[key] = found
    return held


def _length(life: Life) -> int:
    return -1 if life.session else life.lower_us or 0


def _changes(old: _Held, new: _Held, levels: Levels) -> Iterator[Difference]:
    """Yield that it lives longer, by itself, and what else changed as one."""
    name = _named(new.cookie)
    if _longer(old.life, new.life):
        lives = Detail("lifetime", shown(old.life), shown(new.life))
        text = f"{name} lives longer: {lives.after}, before {lives.before}"
        yield _difference(Turn.LONGER, new.cookie, levels.longer, text, (lives,))
    details = tuple(_details(old, new))
    if details:
        said = "; ".join(f"{held.what} was {held.before}, is {held.after}" for held in details)
        yield _difference(Turn.CHANGED, new.cookie, Level.NOTE, f"{name} changed: {said}", details)


def _details(old: _Held, new: _Held) -> Iterator[Detail]:
    for what, key in (("Secure", "secure"), ("HttpOnly", "http_only"), ("host-only", "host_only"), ("path", "path")):
        before, after = getattr(old.cookie, key), getattr(new.cookie, key)
        if before is not None and after is not None and before != after:
            yield Detail(what, _text(before), _text(after))
    if SameSite.UNKNOWN not in (old.cookie.same_site, new.cookie.same_site):
        before, after = old.cookie.same_site, new.cookie.same_site
        if before is not after:
            yield Detail("SameSite", before.value, after.value)
    if _longer(new.life, old.life):
        yield Detail("lifetime", shown(old.life), shown(new.life))


def _comparable(old: _Held, new: _Held) -> bool:
    """Whether which of two lives longer can be told at all: from their bounds, or because they end at one moment."""
    known = all(held.life.session or held.life.exact for held in (old, new))
    same = old.cookie.expires_us is not None and old.cookie.expires_us == new.cookie.expires_us
    return known or same or _longer(old.life, new.life) or _longer(new.life, old.life)


def _longer(old: Life, new: Life) -> bool:
    """Whether the second is proven to live longer than the first, by more than a day's jitter."""
    if old.session:
        return new.session is False
    if new.session or new.lower_us is None or old.upper_us is None:
        return False
    return new.lower_us > old.upper_us + DAY_US


def _one_sided(turn: Turn, cookie: Cookie, level: Level) -> Difference:
    return _difference(turn, cookie, level, f"{_named(cookie)} is {'new' if turn is Turn.NEW else 'gone'}")


def _difference(turn: Turn, cookie: Cookie, level: Level, message: str, details: tuple[Detail, ...] = ()) -> Difference:
    ref = CookieRef.of(cookie)
    partition = ref.partition or ""
    return Difference(turn, Subject.COOKIE, level, message, "", ref.name, ref.host, partition, details)


def _named(cookie: Cookie) -> str:
    partition = CookieRef.of(cookie).partition
    inside = f" in the partition of {visible(partition, _NAME)}" if partition else ""
    return f'"{visible(cookie.name, _NAME)}" of {visible(cookie.host, _NAME)}{inside}'


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return visible(str(value), _NAME)


def not_compared(number: int) -> tuple[str, ...]:
    """Return the note on lifetimes that could not be compared."""
    if not number:
        return ()
    lifetimes = "lifetime of 1 cookie was" if number == 1 else f"lifetimes of {number:,} cookies were"
    return (f"The {lifetimes} not compared: when they were set is not recorded on both sides.",)
