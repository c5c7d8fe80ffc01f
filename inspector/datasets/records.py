# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Records as plain objects and back, by the annotations of their fields: no second list of fields.

What is read is checked: a dataset may have been written by a newer version, cut off, or made up.
"""

import types
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from inspect import get_annotations
from typing import Any, Final, Union, cast, get_args, get_origin, get_type_hints

from inspector.datasets.cells import CellError


def plain_record(value: Any) -> Any:
    """Return a record as JSON has it."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(plain_record(name)): plain_record(held) for name, held in value.items()}
    names = _fields(type(value))
    if names is not None:
        return {name: plain_record(getattr(value, name)) for name in names}
    return [plain_record(one) for one in value] if isinstance(value, tuple) else value


def record_of(made: Any, held: Any) -> Any:
    """Return the record of a type that JSON holds; raise :class:`CellError` where it holds none."""
    return _reader(made)(held)


def _fields(made: type) -> tuple[str, ...] | None:
    """The names of a record's fields, ``None`` for what is no record."""
    if hasattr(made, "_fields"):
        return cast(tuple[str, ...], made._fields)
    fields = getattr(made, "__record_fields__", None)
    return None if fields is None else tuple(fields)


_Read = Callable[[Any], Any]


@cache
def _reader(hint: Any) -> _Read:
    """Return what reads one type: plain, an enum, a date, a record, a mapping, a tuple, or one of these or null."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _any_of([kind for kind in inner if kind is not types.NoneType], types.NoneType in inner)
    if origin is tuple:
        return _list_of(inner)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping_of(inner[0], inner[1])
    if _fields(hint) is not None:
        return _record(hint)
    if issubclass(hint, StrEnum):
        return _word(hint)
    return _day(hint) if issubclass(hint, date) else _plain_type(hint)


def _any_of(kinds: list[Any], null: bool) -> _Read:
    readers = [_reader(kind) for kind in kinds]

    def read(held: Any) -> Any:
        if held is None and null:
            return None
        for one in readers[:-1]:
            try:
                return one(held)
            except CellError:
                continue
        return readers[-1](held)

    return read


def _list_of(inner: tuple[Any, ...]) -> _Read:
    many = len(inner) == 2 and inner[1] is Ellipsis
    readers = [_reader(kind) for kind in inner if kind is not Ellipsis]

    def read(held: Any) -> Any:
        if not isinstance(held, list) or not (many or len(held) == len(readers)):
            raise CellError("no list")
        if many:
            return tuple([readers[0](one) for one in held])
        return tuple([one(part) for one, part in zip(readers, held, strict=True)])

    return read


def _mapping_of(name: Any, kind: Any) -> _Read:
    of_name, of_value = _reader(name), _reader(kind)

    def read(held: Any) -> Any:
        if not isinstance(held, dict):
            raise CellError("no object")
        return {of_name(key): of_value(value) for key, value in held.items()}

    return read


def _record(made: Any) -> _Read:
    known = get_type_hints(made) if hasattr(made, "_fields") else get_annotations(made, eval_str=True)
    names = _fields(made) or ()

    def read(held: Any) -> Any:
        if not isinstance(held, dict) or held.keys() != set(names):
            raise CellError(f"no {made.__name__}")
        return made(**{name: _reader(known[name])(held[name]) for name in names})

    return read


def _word(words: type[StrEnum]) -> _Read:
    known = {word.value: word for word in words}

    def read(held: Any) -> Any:
        if not isinstance(held, str) or held not in known:
            raise CellError(f"no {words.__name__}")
        return known[held]

    return read


def _day(kind: Any) -> _Read:
    made = datetime if issubclass(kind, datetime) else date

    def read(held: Any) -> Any:
        try:
            return made.fromisoformat(held)
        except (TypeError, ValueError) as error:
            raise CellError("no date") from error

    return read


def _plain_type(kind: type) -> _Read:
    fitting = (int, float) if kind is float else (kind,)

    def read(held: Any) -> Any:
        if type(held) not in fitting:
            raise CellError(f"no {_NAMES.get(kind, kind.__name__)}")
        return held

    return read


_NAMES: Final[dict[type, str]] = {int: "integer", float: "number", str: "text", bool: "boolean"}
