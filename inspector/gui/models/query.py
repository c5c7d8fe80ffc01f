# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The filter: words that a row must hold or must not, ``field:word``, and what is chosen beside the table."""

import shlex
from collections.abc import Callable, Container, Sequence
from typing import Final, NamedTuple

from inspector.gui.models.labels import (
    NO_FACETS,
    Facets,
    FieldTerm,
    LabelRows,
    chosen_purposes,
    chosen_tracks,
    matching_kinds,
)
from inspector.gui.models.rows import Rows

_LONGEST: Final = 1000  # characters of the line that are looked at

SortKeys = Sequence[str | float | None]


class Query(NamedTuple):
    """What is searched for: all of ``wanted``, none of ``unwanted``, in ``store`` (a number, or ``None`` for any).

    ``fields`` and ``facets`` ask for labels: while there are none, nothing matches them.
    """

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    store: int | None = None
    fields: tuple[FieldTerm, ...] = ()
    facets: Facets = NO_FACETS

    @property
    def empty(self) -> bool:
        """Whether every row matches."""
        return self == Query()

    @property
    def asks_labels(self) -> bool:
        """Whether it takes labels to answer."""
        return bool(self.fields) or self.facets != NO_FACETS


def parse(line: str, store: int | None = None, fields: Container[str] = (), facets: Facets = NO_FACETS) -> Query:
    """Return the query of a line: words apart by spaces, ``!word`` for "not", ``"two words"`` for a phrase.

    A line is always valid; a quote that is not closed yet is taken as far as it goes, because people are typing. For
    the same reason a field without a word after its colon asks for nothing yet.
    """
    terms = _split(line[:_LONGEST].lower())
    typed = [(term, _field_term(term, fields)) for term in terms]
    plain = [term for term, field in typed if field is None]
    unwanted = tuple(term[1:] for term in plain if term.startswith("!") and len(term) > 1)
    wanted = tuple(term for term in plain if not term.startswith("!"))
    return Query(
        wanted, unwanted, store, tuple(field for _, field in typed if field is not None and field.word), facets
    )


def _field_term(term: str, fields: Container[str]) -> FieldTerm | None:
    field, colon, word = term.removeprefix("!").partition(":")
    return FieldTerm(field, word, not term.startswith("!")) if colon and field in fields else None


def _split(line: str) -> list[str]:
    lexer = shlex.shlex(line if line.count('"') % 2 == 0 else line + '"', posix=True)
    lexer.whitespace_split, lexer.commenters, lexer.quotes, lexer.escape = True, "", '"', ""
    return [term for term in lexer if term]


def matching(rows: Rows, order: Sequence[int], query: Query) -> list[int]:
    """Return the row numbers of ``order`` that match words and store, in that order; labels are not looked at."""
    shown, haystacks, store_of = list(order), rows.haystacks, rows.store_of
    if query.store is not None:
        shown = [row for row in shown if store_of[row] == query.store]
    for term in query.wanted:
        shown = [row for row in shown if term in haystacks[row]]
    for term in query.unwanted:
        shown = [row for row in shown if term not in haystacks[row]]
    return shown


class Matched(NamedTuple):
    """Row numbers, in order: ``shown`` match everything; the others say what a switch more or less would show.

    ``any_purpose`` match all but the purposes that are switched on, ``any_tracks`` all but the reaches.
    """

    shown: Sequence[int] = ()
    any_purpose: Sequence[int] = ()
    any_tracks: Sequence[int] = ()


def matching_labels(labels: LabelRows | None, order: Sequence[int], query: Query) -> Matched:
    """Return the row numbers of ``order`` whose labels match."""
    if labels is None:
        rows: Sequence[int] = () if query.asks_labels else order
        return Matched(rows, rows, rows)
    for term in query.fields:
        order = _of_kinds(labels, order, matching_kinds(labels, term))
    purposes, tracks = chosen_purposes(labels, query.facets), chosen_tracks(labels, query.facets)
    any_purpose = _of_kinds(labels, order, tracks)
    any_tracks = _of_kinds(labels, order, purposes)
    return Matched(_of_kinds(labels, any_purpose, purposes), any_purpose, any_tracks)


def _of_kinds(labels: LabelRows, rows: Sequence[int], kinds: frozenset[int] | None) -> Sequence[int]:
    if kinds is None or len(kinds) == len(labels.kinds):
        return rows
    kind_of = labels.kind_of
    return [row for row in rows if kind_of[row] in kinds]


def ordered(keys: SortKeys, *, descending: bool = False) -> list[int]:
    """Return all row numbers by their keys. Equal ones keep the rows' first order; unknown ones come last, always."""
    unknown = [row for row, key in enumerate(keys) if key is None]
    known: list[int] = [row for row, key in enumerate(keys) if key is not None] if unknown else list(range(len(keys)))
    by_key: Callable[[int], str | float] = keys.__getitem__  # type: ignore[assignment]  # the unknown ones are out
    known.sort(key=by_key, reverse=descending)
    return known + unknown
