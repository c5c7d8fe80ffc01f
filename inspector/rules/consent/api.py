# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a decoder of consent cookies is given and gives: values by name, in memory; a choice, or why there is none."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import unquote

from inspector.core.frozen import frozen
from inspector.core.label import Group
from inspector.core.moments import from_datetime

LONGEST: Final = 16_384
_LEAST_S: Final = 946_684_800  # 2000-01-01: a smaller number is no time of a choice
_MOST_S: Final = 4_102_444_800  # 2100-01-01


@frozen
class Choice:
    """What a format says, before it is tied to a cookie: see :class:`inspector.core.consent.Consent`."""

    tool: str
    choices: Mapping[Group, bool] = field(default_factory=lambda: MappingProxyType({}))
    made_us: int | None = None
    made_why: str = ""
    precision_us: int = 0
    active: bool | None = None
    sale_opt_out: bool | None = None
    sections: tuple[int, ...] = ()
    why: str = ""


class UndecodableError(Exception):
    """The value is not of the format; the message says why and holds nothing of the value."""


@frozen
class Decoder:
    """A format: the tool, the name of the cookie that holds it, a function of that value and of all values by name."""

    tool: str
    name: str
    decode: Callable[[str, Mapping[str, str]], Choice]


def by_group(answers: Iterable[tuple[Group | None, bool]]) -> Mapping[Group, bool]:
    """Return one answer for each group; a group that is answered both ways, or not told apart, is left out."""
    table: dict[Group, set[bool]] = {}
    for group, answer in answers:
        if group is not None:
            table.setdefault(group, set()).add(answer)
    return MappingProxyType({group: answer.pop() for group, answer in table.items() if len(answer) == 1})


def json_of(value: str) -> Any:
    """Return a value as JSON, as it stands or percent-encoded."""
    for text in (value, unquote(value)):
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            continue
    raise UndecodableError("it is not JSON")


def moment_of(value: object) -> int | None:
    """Return a time (ISO text, seconds, milliseconds) in microseconds; ``None`` for what is none."""
    if isinstance(value, str):
        text = unquote(value.strip()[:64])
        return _seconds(int(text)) if text.isascii() and text.isdigit() else _iso(text)
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15:
        return _seconds(int(value))
    return None


def _seconds(number: int) -> int | None:
    if _LEAST_S <= number <= _MOST_S:
        return number * 1_000_000
    if _LEAST_S <= number // 1000 <= _MOST_S:
        return number * 1000
    return None


def _iso(text: str) -> int | None:
    try:
        moment = datetime.fromisoformat(text.replace(" ", "+") if text.count(" ") == 1 and "T" in text else text)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return from_datetime(aware) if 2000 <= aware.year <= 2100 else None
