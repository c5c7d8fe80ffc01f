# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What makes a value of the settings of what stands in the file, or says why it is none."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

from inspector.core.finding import Level
from inspector.core.policy import StatedLifetime
from inspector.core.problem import InspectorError
from inspector.core.visible import visible
from inspector.engine.domains import checked_domain
from inspector.engine.rules import rule_code
from inspector.engine.threshold import LEVELS
from inspector.rules.names import parse_name

LONGEST: Final = 2000  # characters of one text
MOST: Final = 10_000  # entries of one list


def text(value: Any) -> str:
    """Return a text that says something, without blanks around it."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("it is to be a text")
    if len(value) > LONGEST or "\0" in value:
        raise ValueError("it is longer than any such text is, or holds a null character")
    return value.strip()


def texts(value: Any) -> tuple[str, ...]:
    """Return a text or a list of texts as several."""
    if isinstance(value, str):
        return (text(value),)
    if not isinstance(value, list) or not value:
        raise ValueError("it is to be a text or a list of texts")
    if len(value) > MOST:
        raise ValueError(f"it has {len(value):,} entries, and no more than {MOST:,} are taken")
    return tuple(map(text, value))


def flag(value: Any) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise ValueError("it is to be true or false")
    return value


def number(value: Any) -> int:
    """Return a whole number from 0."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 1_000_000:
        raise ValueError("it is to be a number from 0")
    return value


def domain(value: Any) -> str:
    """Return a domain."""
    try:
        return checked_domain(text(value)).lower()
    except InspectorError as error:  # its advice speaks of an option
        raise ValueError(error.message) from error


def domains(value: Any) -> tuple[str, ...]:
    """Return domains."""
    return tuple(map(domain, texts(value)))


def paths(value: Any) -> tuple[str, ...]:
    """Return places to read, as they are written."""
    given = texts(value)
    if "-" in given:
        raise ValueError("standard input has no place in settings")
    return given


def rule(value: Any) -> str:
    """Return the code of a rule."""
    return rule_code(text(value))


def levels_and_rules(value: Any) -> tuple[str, ...]:
    """Return levels as words and rules as codes."""
    return tuple(word.lower() if word.lower() in LEVELS else rule_code(word) for word in texts(value))


def one_of(*words: str) -> Callable[[Any], str]:
    """Return what takes one of these words."""

    def make(value: Any) -> str:
        if value not in words:
            from difflib import get_close_matches  # here because it is needed for a slip only

            close = get_close_matches(str(value), words, n=1)
            meant = f'; did you mean "{close[0]}"?' if close else ""
            raise ValueError(f"it is to be one of {', '.join(words)}{meant}")
        return str(value)

    return make


def cookie_name(value: Any) -> str:
    """Return a cookie's name or a pattern that not every name meets."""
    name = text(value)
    if parse_name(name) is None:
        raise ValueError("it could be any cookie's name")
    return name


def day(value: Any) -> date:
    """Return a day, written as TOML's date or as a text."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value.strip())
        except ValueError as error:
            raise ValueError("it is to be a day such as 2027-03-31") from error
    if isinstance(value, datetime) or not isinstance(value, date):
        raise ValueError("it is to be a day such as 2027-03-31")
    return value


def lifetime(value: Any) -> StatedLifetime:
    """Return a duration or the session."""
    from inspector.policies.lifetimes import parse_lifetime

    written = text(value)
    found = None if written.startswith(("-", "\u2212")) else parse_lifetime(written)
    if found is None or not (found.session or found.days):
        raise ValueError('it is to be a duration such as "13 months", or "session"')
    return found


def reason(value: Any) -> str:
    """Return a reason, safe to show."""
    return visible(text(value), 300)


def level(value: Any) -> Level | None:
    """Return a level, ``None`` for off."""
    word = value.strip().lower() if isinstance(value, str) else ""
    if word != "off" and word not in LEVELS:
        raise ValueError(f"a level is one of {', '.join(LEVELS)} and off")
    return LEVELS.get(word)
