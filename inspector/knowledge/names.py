# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An index of cookie names: which entries (exact, prefix, pattern) a name meets, asked for very many names.

Most names meet nothing, so the common path is four dictionary look-ups: the whole name, its first two and three
characters and its last three. Prefixes wait under their first three characters (under two if they have no more),
patterns under the literal text that they begin or end with; a pattern with neither is refused when the tables are
compiled (see :mod:`inspector.knowledge.patterns`).
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from inspector.core.late_pattern import late
from inspector.knowledge.patterns import literal_head, literal_tail
from inspector.knowledge.records import Match

LONGEST_NAME: Final = 4096  # RFC 6265bis 5.7: a name and value longer than this together are dropped by browsers
HEAD: Final = 2  # the least that a prefix, or the literal beginning of a pattern, may have
LONG_HEAD: Final = 3
TAIL: Final = 3


class NameHints(NamedTuple):
    """What a name that meets an entry is, begins with or ends with; most that do so meet one, all others none."""

    exact: frozenset[str]
    heads: frozenset[str]
    tails: frozenset[str]


class _Bucket:
    """The prefixes and patterns that share a head or a tail."""

    __slots__ = ("lengths", "patterns", "prefixes")

    def __init__(self) -> None:
        self.prefixes: dict[str, list[int]] = {}
        self.lengths: list[int] = []
        self.patterns: list[tuple[int, re.Pattern[str]]] = []

    def add_prefix(self, position: int, text: str) -> None:
        self.prefixes.setdefault(text, []).append(position)
        if len(text) not in self.lengths:
            self.lengths.append(len(text))
            self.lengths.sort()

    def met_by(self, name: str) -> list[int]:
        """Return the positions that ``name`` meets, in any order."""
        prefixes = self.prefixes
        met: list[int] = []
        size = len(name)
        for length in self.lengths:
            if length > size:  # the cut-off name would be shorter, and found again
                break
            found = prefixes.get(name[:length])
            if found is not None:
                met += found
        for position, pattern in self.patterns:
            if pattern.fullmatch(name):
                met.append(position)
        return met


class NameIndex:
    """Entries are known by their position; positions come back in ascending order."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._exact: dict[str, list[int]] = {}
        self._heads: dict[str, _Bucket] = {}
        self._tails: dict[str, _Bucket] = {}
        for position, (match, text) in enumerate(entries):
            if match == Match.EXACT:
                self._exact.setdefault(text, []).append(position)
            elif match == Match.PREFIX:
                self._heads.setdefault(text[:LONG_HEAD], _Bucket()).add_prefix(position, text)
            else:
                self._bucket(text).patterns.append((position, late(text)))

    def positions(self, name: str) -> list[int]:
        """Return the positions of all entries that ``name`` meets; an over-long name meets exact entries only."""
        found = self._exact.get(name)
        short, long = self._heads.get(name[:HEAD]), self._heads.get(name[:LONG_HEAD])
        tail = self._tails.get(name[-TAIL:])
        if short is long is tail is None or len(name) > LONGEST_NAME:
            return list(found) if found else []
        met = list(found) if found else []
        if short is not None:
            met += short.met_by(name)
        if long is not None and long is not short:  # the same for a name of two characters
            met += long.met_by(name)
        if tail is not None:
            met += tail.met_by(name)
        if len(met) > 1:
            met.sort()
        return met

    def hints(self) -> NameHints:
        """Return what names are told by, for columns of them."""
        heads: set[str] = set()
        for head, bucket in self._heads.items():
            heads.update(bucket.prefixes, (head,) if bucket.patterns else ())
        return NameHints(frozenset(self._exact), frozenset(heads), frozenset(self._tails))

    def _bucket(self, pattern: str) -> _Bucket:
        head = literal_head(pattern)
        if len(head) >= HEAD:
            return self._heads.setdefault(head[:LONG_HEAD], _Bucket())
        return self._tails.setdefault(literal_tail(pattern)[-TAIL:], _Bucket())
