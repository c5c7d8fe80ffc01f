# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Four weights in one number."""

from hypothesis import given
from hypothesis import strategies as st

from inspector.classify.lanes import WEIGHTS, pack, unpack

BYTE = st.integers(-128, 127)
ROW = st.tuples(BYTE, BYTE, BYTE, BYTE)


@given(st.lists(ROW, max_size=300))
def test_sums_of_packed_rows_are_packed_sums(rows: list[tuple[int, int, int, int]]) -> None:
    sums = [sum(row[lane] for row in rows) for lane in range(WEIGHTS)]
    assert unpack(sum(map(pack, rows))) == tuple(one - sums[0] for one in sums)


@given(ROW)
def test_a_number_fits_into_sixty_four_bits(row: tuple[int, int, int, int]) -> None:
    assert abs(pack(row)) < 2**63


def test_two_thousand_extremes_do_not_spill() -> None:
    assert unpack(2000 * pack((127, -128, 127, -128))) == (0, -510_000, 0, -510_000)
