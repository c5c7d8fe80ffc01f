# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What could be typed next in a line: fields, then the values of a field."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from inspector.core.filter.fields import Field
from inspector.core.filter.scanning import RawTerm, quoted, scan

MOST: Final = 12
_SPANS: Final = ("<=1d", "1d..30d", "30d..1y", ">1y", ">400d")

ValuesOf = Callable[[str], Iterable[str]]


class Offer(NamedTuple):
    """One thing that could be typed: the text for the line, and what it means."""

    text: str
    says: str


class Completion(NamedTuple):
    """Offers for the part of the line from ``start`` to ``end``."""

    start: int
    end: int
    offers: tuple[Offer, ...] = ()


def complete(line: str, cursor: int, fields: Mapping[str, Field], values_of: ValuesOf) -> Completion:
    """Return what could stand at the cursor. ``values_of`` tells the values of a field, the most first."""
    at = next((raw for raw in scan(line) if raw.start <= cursor <= raw.end), None)
    if at is None:
        return Completion(cursor, cursor, _fields("", fields))
    if not at.field:
        start = at.start if at.wanted else at.start + 1
        return Completion(start, at.end, _fields(line[start:cursor].lower(), fields) if start < cursor else ())
    field = fields.get(at.field)
    if field is None:
        return Completion(cursor, cursor)
    start, end, typed = _value_at(at, cursor)
    return Completion(start, end, _values(typed, field, values_of(field.name)))


def _value_at(term: RawTerm, cursor: int) -> tuple[int, int, str]:
    held = next((piece for piece in term.pieces if piece.start <= cursor <= piece.end), None)
    if held is None:
        return cursor, cursor, ""
    return held.start, held.end, held.text[: cursor - held.start].casefold()


def _fields(typed: str, fields: Mapping[str, Field]) -> tuple[Offer, ...]:
    known = {field.name: field for name, field in fields.items() if name.startswith(typed)}
    return tuple(Offer(f"{name}:", field.says) for name, field in known.items())[:MOST]


def _values(typed: str, field: Field, there: Iterable[str]) -> tuple[Offer, ...]:
    spans = _SPANS if field.span else ()
    words = [(word, word) for word in spans if word.startswith(typed)]
    words += [(quoted(names[0]), names[0]) for names in field.choices.values() if _begins(names, typed)]
    words += [(quoted(text), text) for text in there if typed in text.casefold()]
    return tuple(Offer(text, says) for text, says in dict.fromkeys(words))[:MOST]


def _begins(names: Iterable[str], typed: str) -> bool:
    return any(name.casefold().startswith(typed) for name in names)
