# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The filter line: words that a row must hold, words that it must not, and the store that was chosen beside it."""

import shlex
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from inspector.gui.models.rows import Rows

_LONGEST: Final = 1000  # characters of the line that are looked at

SortKeys = Sequence[str | float | None]


class Query(NamedTuple):
    """What is searched for: all of ``wanted``, none of ``unwanted``, in ``store`` (a number, or ``None`` for any)."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    store: int | None = None

    @property
    def empty(self) -> bool:
        """Whether every row matches."""
        return not self.wanted and not self.unwanted and self.store is None


def parse(line: str, store: int | None = None) -> Query:
    """Return the query of a line: words apart by spaces, ``!word`` for "not", ``"two words"`` for a phrase.

    A line is always valid; a quote that is not closed yet is taken as far as it goes, because people are typing.
    """
    terms = _split(line[:_LONGEST].lower())
    unwanted = tuple(term[1:] for term in terms if term.startswith("!") and len(term) > 1)
    wanted = tuple(term for term in terms if not term.startswith("!"))
    return Query(wanted, unwanted, store)


def _split(line: str) -> list[str]:
    lexer = shlex.shlex(line if line.count('"') % 2 == 0 else line + '"', posix=True)
    lexer.whitespace_split, lexer.commenters, lexer.quotes, lexer.escape = True, "", '"', ""
    return [term for term in lexer if term]


def matching(rows: Rows, order: Sequence[int], query: Query) -> list[int]:
    """Return the row numbers of ``order`` that match, in that order."""
    shown, haystacks, store_of = list(order), rows.haystacks, rows.store_of
    if query.store is not None:
        shown = [row for row in shown if store_of[row] == query.store]
    for term in query.wanted:
        shown = [row for row in shown if term in haystacks[row]]
    for term in query.unwanted:
        shown = [row for row in shown if term not in haystacks[row]]
    return shown


def ordered(keys: SortKeys, *, descending: bool = False) -> list[int]:
    """Return all row numbers by their keys. Equal ones keep the rows' first order; unknown ones come last, always."""
    unknown = [row for row, key in enumerate(keys) if key is None]
    known: list[int] = [row for row, key in enumerate(keys) if key is not None] if unknown else list(range(len(keys)))
    by_key: Callable[[int], str | float] = keys.__getitem__  # type: ignore[assignment]  # the unknown ones are out
    known.sort(key=by_key, reverse=descending)
    return known + unknown
