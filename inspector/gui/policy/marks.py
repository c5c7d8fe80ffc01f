# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The text cut where quotes begin and end, so that overlapping quotes give a row of stretches, each with its quotes."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

_DEEPEST: Final = 64  # quotes over one character; a text made to overlap more must not cost the square of its length


class Stretch(NamedTuple):
    """A run of the text, and the numbers of the claims whose quotes cover all of it."""

    start: int
    end: int
    claims: tuple[int, ...]


class Marks:
    """The stretches of a text, in order, none overlapping another."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Take the ranges of the claims' quotes; their order gives the claims their numbers."""
        self.ranges: Sequence[tuple[int, int]] = tuple(ranges)
        self.stretches: Sequence[Stretch] = _cut(self.ranges)
        self._starts = [stretch.start for stretch in self.stretches]

    def claims_at(self, offset: int) -> tuple[int, ...]:
        """Return the claims whose quotes cover the character at ``offset``."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or self.stretches[at].end <= offset:
            return ()
        return self.stretches[at].claims

    def between(self, start: int, end: int) -> list[Stretch]:
        """Return ``start`` to ``end`` as stretches, with bare ones (no claims) between the marked ones."""
        parts: list[Stretch] = []
        at = start
        first, last = max(0, bisect_right(self._starts, start) - 1), bisect_left(self._starts, end)
        for stretch in self.stretches[first:last]:
            low, high = max(stretch.start, at), min(stretch.end, end)
            if low >= high:
                continue
            if low > at:
                parts.append(Stretch(at, low, ()))
            parts.append(Stretch(low, high, stretch.claims))
            at = high
        if at < end:
            parts.append(Stretch(at, end, ()))
        return parts


def _cut(ranges: Iterable[tuple[int, int]]) -> tuple[Stretch, ...]:
    """Sweep over the beginnings and ends of the quotes; claims with the same quote go together."""
    quotes: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(ranges):
        if start < end:
            quotes[start, end].append(number)
    beginning: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for quote in sorted(quotes):
        beginning[quote[0]].append(quote)
    stretches: list[Stretch] = []
    over: list[tuple[int, int]] = []
    before = 0
    for at in sorted({edge for quote in quotes for edge in quote}):
        if over:
            claims = sorted(number for quote in over for number in quotes[quote])
            stretches.append(Stretch(before, at, tuple(claims)))
        over = [quote for quote in over if quote[1] > at]
        over += beginning[at][: max(0, _DEEPEST - len(over))]
        before = at
    return tuple(stretches)
