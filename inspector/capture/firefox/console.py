# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What Firefox says on its console when it refuses a cookie.

The words are those of ``netwerk/locales/en-US/necko.properties`` (keys ``CookieRejected*``, ``CookieOversize``,
``CookieForeignNoPartitionedError``), which a fresh profile is told to speak. WebDriver BiDi hands them on as
``log.entryAdded`` of the type ``javascript``. A page may throw an error with such words, but it comes with a stack.
"""

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

_MESSAGE: Final = re.compile(r"Cookie “(?P<name>.*)” (?P<why>(?:has been rejected|rejected|is invalid) .+)", re.DOTALL)
_LONGEST: Final = 20_000


class Refusal(NamedTuple):
    """A cookie that Firefox refused, in its own words; ``context`` is the frame that it told it to."""

    name: str
    why: str
    context: str | None
    at_us: int


def refusal_of(entry: Mapping[str, Any]) -> Refusal | None:
    """Return the refusal that a console entry tells of, or ``None`` where it tells of something else."""
    text, source = entry.get("text"), entry.get("source")
    if entry.get("type") != "javascript" or "stackTrace" in entry or not isinstance(text, str) or len(text) > _LONGEST:
        return None
    found = _MESSAGE.fullmatch(text.strip())
    if found is None:
        return None
    context = source.get("context") if isinstance(source, dict) else None
    moment = entry.get("timestamp")
    at_us = int(moment * 1000) if isinstance(moment, (int, float)) and abs(moment) < 8.64e15 else 0
    return Refusal(found["name"], found["why"].rstrip("."), context if isinstance(context, str) else None, at_us)
