# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cells as text and as JSON, and back: one form for all encodings that have no types of their own."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from math import isfinite
from types import MappingProxyType
from typing import Any, Final

from inspector.core.moments import from_datetime, to_iso
from inspector.datasets.column import Kind


class CellError(ValueError):
    """A cell that is not of its column's type. The message never quotes it: it may be anything."""


def plain(kind: Kind, cell: Any) -> Any:
    """Return a cell as JSON has it: moments and dates as ISO 8601, lists as lists."""
    if cell is None:
        return None
    if kind is Kind.MOMENT:
        return to_iso(cell)
    if kind is Kind.DATE:
        return cell.isoformat()
    return list(cell) if kind is Kind.LIST else cell


def from_plain(kind: Kind, cell: Any) -> Any:
    """Return the cell that JSON has; raise :class:`CellError` for another type."""
    if cell is None:
        return None
    return _READERS[kind](cell)


def text_of(kind: Kind, cell: Any) -> str:
    """Return a cell as text; null is the empty text, which no cell is otherwise."""
    if cell is None:
        return ""
    if kind is Kind.BOOLEAN:
        return "true" if cell else "false"
    if kind is Kind.NUMBER:
        return repr(float(cell))
    if kind is Kind.LIST:
        return list_text(cell)
    return str(plain(kind, cell))


def list_text(cell: tuple[str, ...]) -> str:
    """Return a list as JSON, which CSV and SQLite keep it as."""
    return json.dumps(list(cell), ensure_ascii=False, separators=(",", ":"))


def from_text(kind: Kind, text: str) -> Any:
    """Return the cell of a text; raise :class:`CellError` for one that is not of this type."""
    if text == "":
        return None
    return _PARSERS[kind](text)


def _list(cell: Any) -> tuple[str, ...]:
    if not isinstance(cell, list) or not all(isinstance(one, str) for one in cell):
        raise CellError("no list of texts")
    return tuple(cell)


def _list_of_text(text: str) -> tuple[str, ...]:
    try:
        return _list(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise CellError("no list of texts") from error


def _text(cell: Any) -> str:
    if not isinstance(cell, str) or not cell:
        raise CellError("no text")
    return cell


def _integer(cell: Any) -> int:
    if not isinstance(cell, int) or isinstance(cell, bool):
        raise CellError("no integer")
    return cell


_DIGITS: Final = re.compile(r"-?\d{1,18}")
_NUMBER: Final = re.compile(r"-?\d{1,18}(?:\.\d{1,30})?(?:e[-+]?\d{1,3})?")


def _integer_of_text(text: str) -> int:
    if not _DIGITS.fullmatch(text):
        raise CellError("no integer")
    return int(text)


def _number(cell: Any) -> float:
    if not isinstance(cell, int | float) or isinstance(cell, bool):
        raise CellError("no number")
    try:
        number = float(cell)
    except OverflowError as error:  # JSON's integers have no end
        raise CellError("no number") from error
    if not isfinite(number):  # Python's JSON reads NaN and Infinity, which are none
        raise CellError("no number")
    return number


def _number_of_text(text: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise CellError("no number")
    return _number(float(text))


def _boolean(cell: Any) -> bool:
    if not isinstance(cell, bool):
        raise CellError("no boolean")
    return cell


def _boolean_of_text(text: str) -> bool:
    if text not in ("true", "false"):
        raise CellError("no boolean")
    return text == "true"


def _moment(cell: Any) -> int:
    try:
        moment = datetime.fromisoformat(_text(cell))
    except ValueError as error:
        raise CellError("no moment") from error
    return from_datetime(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def _date(cell: Any) -> date:
    try:
        return date.fromisoformat(_text(cell))
    except ValueError as error:
        raise CellError("no date") from error


_READERS: Final[Mapping[Kind, Callable[[Any], Any]]] = MappingProxyType(
    {
        Kind.TEXT: _text,
        Kind.INTEGER: _integer,
        Kind.NUMBER: _number,
        Kind.BOOLEAN: _boolean,
        Kind.MOMENT: _moment,
        Kind.DATE: _date,
        Kind.LIST: _list,
    }
)
_PARSERS: Final[Mapping[Kind, Callable[[str], Any]]] = MappingProxyType(
    {
        **_READERS,
        Kind.INTEGER: _integer_of_text,
        Kind.NUMBER: _number_of_text,
        Kind.BOOLEAN: _boolean_of_text,
        Kind.LIST: _list_of_text,
    }
)
