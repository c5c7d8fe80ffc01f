# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Four small weights in one whole number, so that adding the numbers of many features adds all four at once.

Only what sets the weights apart matters to chances, so three are kept, each less the first, in a lane of its own. The
number has 64 bits with its sign, as a file of them has. Whole numbers also make the sum the same in whatever order it
is taken.
"""

from collections.abc import Sequence
from typing import Final

WEIGHTS: Final = 4
LARGEST: Final = 127  # of a weight
_BITS: Final = 20  # of a lane: room for two thousand features, and a name has at most some hundreds
_HALF: Final = 1 << (_BITS - 1)
_MASK: Final = (1 << _BITS) - 1


def pack(weights: Sequence[int]) -> int:
    """Return four weights from -128 to 127 as one number."""
    a, b, c, d = weights
    return (b - a) + ((c - a) << _BITS) + ((d - a) << 2 * _BITS)


def unpack(total: int) -> tuple[int, int, int, int]:
    """Return the four sums of a sum of packed numbers, each less the first.

    >>> unpack(pack((1, -2, 3, -4)) + pack((10, 20, -30, 40)))
    (0, 7, -38, 25)
    """
    b = ((total + _HALF) & _MASK) - _HALF
    total = (total - b) >> _BITS
    c = ((total + _HALF) & _MASK) - _HALF
    return 0, b, c, (total - c) >> _BITS
