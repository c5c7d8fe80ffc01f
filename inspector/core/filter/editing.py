# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Changes to a line that a press makes: a value switched on or off, shown alone, hidden, a term taken out.

The line is the one state of a filter: whoever offers a switch changes the line and reads from it what is on.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from inspector.core.filter.asking import Choice
from inspector.core.filter.fields import Field
from inspector.core.filter.query import Query, Term, parse
from inspector.core.filter.scanning import quoted, scan
from inspector.core.host_forms import host_forms


class Value(NamedTuple):
    """A value that can be switched: its field, the word that is written for it, its key where it is a choice."""

    field: str
    word: str
    key: str | None = None
    plain: bool = False  # the word is an expression such as ``>1y`` and is written without quotation marks

    @property
    def text(self) -> str:
        """How the line has it."""
        return self.word if self.plain else quoted(self.word)


def is_on(query: Query, value: Value) -> bool:
    """Whether a line asks for a value, by its word or by a beginning of it."""
    return any(_covers(query, term, value) for term in _of_field(query, value.field))


def switched(line: str, value: Value, fields: Mapping[str, Field], *, on: bool) -> str:
    """Return the line with a value switched on beside others of its field, or off."""
    query = parse(line, fields)
    if is_on(query, value) is on:
        return line
    held = list(_of_field(query, value.field))
    if not on:
        return _tidy(_replaced(line, [(term, _rest(line, term, value, fields)) for term in held]))
    if not held:
        return shown_only(line, value, fields)
    text = line[held[0].start : held[0].end].rstrip(",")
    return _tidy(_replaced(line, [(held[0], f"{text},{value.text}")]))


def shown_only(line: str, value: Value, fields: Mapping[str, Field]) -> str:
    """Return the line with this value in place of whatever was asked of its field."""
    query = parse(line, fields)
    left = _replaced(line, [(term, "") for term in _of_field(query, value.field)])
    return _tidy(f"{_closed(left)} {value.field}:{value.text}")


def hidden(line: str, value: Value, fields: Mapping[str, Field]) -> str:
    """Return the line with a term more that leaves this value out."""
    query = parse(line, fields)
    if is_on(query, value):
        line = switched(line, value, fields, on=False)
    return _tidy(f"{_closed(line)} !{value.field}:{value.text}")


def without(line: str, start: int, end: int) -> str:
    """Return the line less the term at a place."""
    return _tidy(line[:start] + line[end:])


def _of_field(query: Query, field: str) -> Iterator[Term]:
    return (term for term in query.terms if term.field is not None and term.field.name == field and term.wanted)


def _covers(query: Query, term: Term, value: Value) -> bool:
    if value.key is not None:
        return any(isinstance(ask, Choice) and value.key in ask.keys for ask in term.asks)
    return any(_same(piece, value) for piece in _texts(query.line, term))


def _texts(line: str, term: Term) -> list[str]:
    raw = next(iter(scan(line[term.start : term.end])))
    return [piece.text for piece in raw.pieces if piece.text]


_OF_HOSTS: Final = frozenset({"site", "host", "within"})  # fields of which one value may be written in two ways


def _same(text: str, value: Value) -> bool:
    if value.field not in _OF_HOSTS:
        return text.casefold() == value.word.casefold()
    return not set(_folded(text)).isdisjoint(_folded(value.word))


def _folded(host: str) -> tuple[str, ...]:
    return tuple(form.casefold() for form in host_forms(host))


def _rest(line: str, term: Term, value: Value, fields: Mapping[str, Field]) -> str:
    """Return a term less a value: a beginning that stood for several becomes the others of them."""
    field = fields[value.field]
    left: list[str] = []
    for text in _texts(line, term):
        asked = parse(f"{value.field}:{quoted(text)}", fields).terms
        choice = next((ask for ask in asked[0].asks if isinstance(ask, Choice)), None) if asked else None
        if value.key is not None and choice is not None and value.key in choice.keys:
            left += [quoted(field.word(key)) for key in sorted(choice.keys - {value.key})]
        elif not _same(text, value):
            left.append(text if _plain(text, value) else quoted(text))
    return f"{value.field}:{','.join(left)}" if left else ""


def _plain(text: str, value: Value) -> bool:
    return value.plain and " " not in text and '"' not in text


def _replaced(line: str, parts: list[tuple[Term, str]]) -> str:
    for term, text in reversed(parts):
        line = line[: term.start] + text + line[term.end :]
    return line


def _closed(line: str) -> str:
    """Return the line with its last quotation mark closed, so that something can follow."""
    return line + '"' if any(piece.open for raw in scan(line) for piece in raw.pieces) else line


def _tidy(line: str) -> str:
    """Return the line with one space between its terms."""
    return " ".join(line[raw.start : raw.end] for raw in scan(line))
