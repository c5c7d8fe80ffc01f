# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An event as one line of JSON and back. The annotations of the records are the format: no second list of fields.

A field that holds its default is left out. What is read is checked: a log may have been written by a newer version, cut
off, or made up.
"""

import json
import types
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any, Final, NamedTuple, Union, cast, get_args, get_origin, get_type_hints

from inspector.capture.events import EVENTS, Event

_KINDS: Final = {made: kind for kind, made in EVENTS.items()}


class NotAnEventError(ValueError):
    """A line that is no event of this format; the message says what is wrong and quotes nothing."""


class UnknownKindError(NotAnEventError):
    """An event of a kind that this version does not know."""

    def __init__(self, kind: str) -> None:
        super().__init__("it is of a kind that this version does not know")
        self.kind = kind[:40]


class Decoded(NamedTuple):
    """An event, and the fields that this version does not know (``page-opened.weather``)."""

    event: Event
    unknown: frozenset[str]


def encode(event: Event) -> str:
    """Return an event as one line of ASCII JSON, without the line's end."""
    held = {"event": _KINDS[type(event)], **_plain(event)}
    return json.dumps(held, separators=(",", ":"))


def _plain(record: Any) -> dict[str, Any]:
    defaults = record._field_defaults
    return {
        name: _value(held)
        for name, held in zip(record._fields, record, strict=True)
        if name not in defaults or held != defaults[name]
    }


def _value(held: Any) -> Any:
    if isinstance(held, tuple):
        return _plain(held) if hasattr(held, "_fields") else [_value(one) for one in held]
    return held


def decode(line: str | bytes) -> Decoded:
    """Return the event of a line; raise :class:`NotAnEventError` where it is none."""
    try:
        held = json.loads(line)
    except (ValueError, RecursionError):  # bytes that are no text are a ValueError as well
        raise NotAnEventError("it is no JSON") from None
    if not isinstance(held, dict) or not isinstance(kind := held.pop("event", None), str):
        raise NotAnEventError("it names no kind of event")
    if kind not in EVENTS:
        raise UnknownKindError(kind)
    unknown: set[str] = set()
    made: Any = EVENTS[kind]
    event = _record(made)(held, kind, unknown)
    return Decoded(cast(Event, event), frozenset(unknown))


_Read = Callable[[Any, str, set[str]], Any]  # the JSON, where it stands, the unknown fields so far


@cache
def _record(made: type[Any]) -> _Read:
    readers = {name: _reader(hint) for name, hint in get_type_hints(made).items()}
    needed = [name for name in made._fields if name not in made._field_defaults]

    def read(held: Any, where: str, unknown: set[str]) -> Any:
        if not isinstance(held, dict):
            raise NotAnEventError(f"{where} is no object")
        missing = next((name for name in needed if name not in held), None)
        if missing is not None:
            raise NotAnEventError(f"{where}.{missing} is missing")
        unknown.update(f"{where}.{name[:40]}" for name in held.keys() - readers.keys())
        fields = {name: readers[name](held[name], f"{where}.{name}", unknown) for name in held if name in readers}
        return made(**fields)

    return read


@cache
def _reader(hint: Any) -> _Read:
    """Return what reads one type of field: plain, an enum, a record, a list of one type, or one of these or null."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _optional(_reader(next(kind for kind in inner if kind is not types.NoneType)))
    if origin is tuple:
        return _list(_reader(inner[0]))
    if hasattr(hint, "_fields"):
        return _record(hint)
    return _word(hint) if issubclass(hint, StrEnum) else _plain_type(hint)


def _optional(read: _Read) -> _Read:
    return lambda held, where, unknown: None if held is None else read(held, where, unknown)


def _list(read: _Read) -> _Read:
    def read_list(held: Any, where: str, unknown: set[str]) -> Any:
        if not isinstance(held, list):
            raise NotAnEventError(f"{where} is no list")
        return tuple(read(one, where, unknown) for one in held)

    return read_list


def _word(words: type[StrEnum]) -> _Read:
    known = {word.value: word for word in words}

    def read_word(held: Any, where: str, unknown: set[str]) -> Any:
        if not isinstance(held, str) or held not in known:
            raise NotAnEventError(f"{where} holds a word that this version does not know")
        return known[held]

    return read_word


def _plain_type(kind: type) -> _Read:
    def read_plain(held: Any, where: str, unknown: set[str]) -> Any:
        if type(held) is not kind:
            raise NotAnEventError(f"{where} is no {_NAMES[kind]}")
        return held

    return read_plain


_NAMES: Final[dict[type, str]] = {int: "number", str: "text", bool: "yes or no"}
