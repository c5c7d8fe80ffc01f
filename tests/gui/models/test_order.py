# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The orders of rows: unknown last, equal ones as they came, the same whether sorted at once or in pieces."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.gui.models import order
from inspector.gui.models.order import Orders, order_in_pieces, ordered


@pytest.mark.parametrize(
    ("descending", "rows"), [(False, [2, 0, 4, 1, 3]), (True, [4, 0, 2, 1, 3])], ids=["ascending", "descending"]
)
def test_unknown_keys_come_last_in_both_directions(descending: bool, rows: list[int]) -> None:
    assert ordered([5, None, 1, None, 9], descending=descending) == rows


def test_equal_keys_keep_the_first_order_in_both_directions() -> None:
    assert ordered([1, 0, 1, 0]) == [1, 3, 0, 2]
    assert ordered([1, 0, 1, 0], descending=True) == [0, 2, 1, 3]


@given(st.lists(st.none() | st.integers(0, 20), max_size=60), st.booleans(), st.integers(1, 7))
def test_in_pieces_is_the_same(keys: list[int | None], descending: bool, piece: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(order, "_PIECE", piece)
        pieces = order_in_pieces(keys, descending=descending, pause=lambda: None)
    assert list(pieces) == ordered(keys, descending=descending)


def test_orders_are_made_in_advance_and_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(order, "_PIECE", 2)
    asked: list[int] = []

    def keys_of(column: int, pause: object) -> list[float | None]:
        asked.append(column)
        return [3, 1, None, 2]

    orders = Orders(4, keys_of)
    orders.prepare((0, 1))
    waiting = time.monotonic() + 10
    while not (orders.ready(0) and orders.ready(1)) and time.monotonic() < waiting:
        time.sleep(0.005)
    assert list(orders.of(1, descending=True)) == [0, 3, 1, 2]
    assert asked == [0, 1]
    orders.forget((1,))
    assert orders.ready(0)
    assert not orders.ready(1)
    assert list(orders.of(1, descending=False)) == [1, 3, 0, 2]
    assert list(orders.of(-1, descending=False)) == [0, 1, 2, 3]
    orders.forget()
    assert not orders.ready(0)
