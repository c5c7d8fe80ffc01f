# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The sum of the weights of all pieces of a name (:func:`inspector.classify.features.pieces`): most of what is summed.

Each place in a name begins a piece of three, of four and of five letters. What the three weigh together depends on the
five letters from there only, and names share those, so it is remembered: one look-up for each letter, not three.
"""

from collections.abc import Mapping
from typing import Final

from inspector.classify.features import GRAMS, pieces
from inspector.classify.memory import Memory
from inspector.classify.names import slices

_SHORT, _MIDDLE, _LONG = GRAMS
_PAST_END: Final = "\0" * (_LONG - _SHORT)  # what no piece of the model has: a zero byte ends the list of them
_SIGNS: Final = ("^", "$")
_MOST_REMEMBERED: Final = 65_536


class Spelling:
    """Sums of packed weights, the same as of :func:`pieces` one by one."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        self._weight = weights.get
        self._starts = Memory(self._start, _MOST_REMEMBERED)

    def weigh(self, folded: str, wildcard: bool, *, repeats: bool) -> int:
        """Return the sum for a collapsed name in lower case; ``repeats``: it has the same three letters twice.

        A piece counts once, so a name that repeats one, or may by the signs that stand for its ends, goes the long way.
        """
        if repeats or _SIGNS[0] in folded or _SIGNS[1] in folded:
            return sum(filter(None, map(self._weight, pieces(folded, wildcard))))
        text = f"^{folded}{_PAST_END}" if wildcard else f"^{folded}${_PAST_END}"
        return sum(map(self._starts.__getitem__, slices(text, _LONG)))

    def _start(self, letters: str) -> int:
        weight = self._weight
        return weight(letters[:_SHORT], 0) + weight(letters[:_MIDDLE], 0) + weight(letters, 0)
