# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Overlapping quotes cut into stretches: compared, character by character, with the plain meaning."""

from hypothesis import given
from hypothesis import strategies as st

from inspector.gui.policy.marks import Marks, Stretch

RANGES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=12)


@given(RANGES, st.integers(0, 32))
def test_a_character_has_the_claims_whose_quotes_cover_it(ranges: list[tuple[int, int]], offset: int) -> None:
    covering = tuple(number for number, (start, end) in enumerate(ranges) if start <= offset < end)
    assert Marks(ranges).claims_at(offset) == covering


@given(RANGES, st.integers(0, 32), st.integers(0, 32))
def test_stretches_between_two_offsets_cover_every_character_once(
    ranges: list[tuple[int, int]], start: int, end: int
) -> None:
    marks = Marks(ranges)
    found = [(at, stretch.claims) for stretch in marks.between(start, end) for at in range(stretch.start, stretch.end)]
    assert found == [(at, marks.claims_at(at)) for at in range(start, end)]


def test_bare_text_comes_between_marked_text() -> None:
    assert Marks([(2, 4), (3, 6)]).between(0, 7) == [
        Stretch(0, 2, ()),
        Stretch(2, 3, (0,)),
        Stretch(3, 4, (0, 1)),
        Stretch(4, 6, (1,)),
        Stretch(6, 7, ()),
    ]


def test_quotes_piled_on_each_other_cost_no_square() -> None:
    marks = Marks([(at, 20_000 + at) for at in range(10_000)])
    assert len(marks.claims_at(15_000)) == 64
