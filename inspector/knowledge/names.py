# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An index of cookie names: which entries (exact, prefix, pattern) a name meets, asked for very many names.

Most names meet nothing, so the common path is three dictionary look-ups: the whole name, its first two characters
and its last three. Prefixes wait under their first two characters, patterns under the literal text that they begin
or end with; a pattern with neither is refused when the tables are compiled (see :mod:`inspector.knowledge.patterns`).
"""

import re
from collections.abc import Iterable
from typing import Final

from inspector.knowledge.patterns import literal_head, literal_tail
from inspector.knowledge.records import Match

LONGEST_NAME: Final = 4096  # RFC 6265bis 5.7: a name and value longer than this together are dropped by browsers
HEAD: Final = 2
TAIL: Final = 3

_Test = tuple[int, str | re.Pattern[str]]


class NameIndex:
    """Entries are known by their position; positions come back in ascending order."""

    def __init__(self, entries: Iterable[tuple[Match, str]]) -> None:
        self._exact: dict[str, list[int]] = {}
        self._heads: dict[str, list[_Test]] = {}
        self._tails: dict[str, list[_Test]] = {}
        for position, (match, text) in enumerate(entries):
            self._add(position, match, text)

    def positions(self, name: str) -> list[int]:
        """Return the positions of all entries that ``name`` meets; an over-long name meets exact entries only."""
        found = self._exact.get(name)
        heads = self._heads.get(name[:HEAD])
        tails = self._tails.get(name[-TAIL:])
        if heads is None and tails is None:
            return found or []
        if len(name) > LONGEST_NAME:
            return found or []
        met = list(found or ())
        for position, test in [*(heads or ()), *(tails or ())]:
            if name.startswith(test) if isinstance(test, str) else test.fullmatch(name) is not None:
                met.append(position)
        met.sort()
        return met

    def _add(self, position: int, match: Match, text: str) -> None:
        if match is Match.EXACT:
            self._exact.setdefault(text, []).append(position)
        elif match is Match.PREFIX:
            self._heads.setdefault(text[:HEAD], []).append((position, text))
        elif len(head := literal_head(text)) >= HEAD:
            self._heads.setdefault(head[:HEAD], []).append((position, re.compile(text)))
        else:
            self._tails.setdefault(literal_tail(text)[-TAIL:], []).append((position, re.compile(text)))
