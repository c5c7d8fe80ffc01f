# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Four small weights in one whole number, so that adding the numbers of many features adds all four at once.

Each weight is a signed byte and has a lane of its own; a fifth lane counts the features. Whole numbers also make the
sum the same in whatever order it is taken.
"""

from collections.abc import Sequence
from typing import Final

WEIGHTS: Final = 4
LARGEST: Final = 127  # of a signed byte
_BITS: Final = 20  # of a lane: room for four thousand features, and a name has at most some hundreds
_OFFSET: Final = 128  # is added to every weight, so that no lane borrows from the next
_MASK: Final = (1 << _BITS) - 1
_ONE: Final = 1 << (WEIGHTS * _BITS)


def pack(weights: Sequence[int]) -> int:
    """Return four weights from -128 to 127 as one number."""
    a, b, c, d = weights
    return _ONE + (a + _OFFSET) + ((b + _OFFSET) << _BITS) + ((c + _OFFSET) << 2 * _BITS) + ((d + _OFFSET) << 3 * _BITS)


def unpack(total: int) -> tuple[int, int, int, int]:
    """Return the four sums of a sum of packed numbers.

    >>> unpack(pack((1, -2, 3, -4)) + pack((10, 20, -30, 40)))
    (11, 18, -27, 36)
    """
    less = (total >> WEIGHTS * _BITS) * _OFFSET
    return (
        (total & _MASK) - less,
        (total >> _BITS & _MASK) - less,
        (total >> 2 * _BITS & _MASK) - less,
        (total >> 3 * _BITS & _MASK) - less,
    )
