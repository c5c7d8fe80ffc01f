# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The list of real carts, against the tables."""

import pytest
from make.carts import CARTS, Cart

from inspector.core.label import Purpose
from inspector.knowledge.loader import load


@pytest.mark.parametrize("cart", CARTS, ids=lambda cart: f"{cart.platform} {cart.name}")
def test_the_tables_call_a_cart_a_cart(cart: Cart) -> None:
    found = load().find(cart.name, cart.host)
    assert found, cart
    assert found[0].purpose is Purpose.CART


def test_the_list_is_long_and_wide_enough() -> None:
    assert len({cart.name for cart in CARTS}) == len(CARTS) >= 60
    assert len({cart.platform for cart in CARTS}) >= 20
