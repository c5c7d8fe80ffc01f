# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which of its own links a visit follows: pages of the same host, none that signs out, changes something, is a file."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.capture.follow import own_pages

SHOP = "https://shop.test/"


def test_pages_of_the_same_host_in_order_each_once() -> None:
    links = ["https://shop.test/a", "https://shop.test/b#top", "https://other.test/", "https://shop.test/a#x", SHOP]
    assert own_pages([[link, "words"] for link in links], SHOP) == ("https://shop.test/a", "https://shop.test/b")


@pytest.mark.parametrize(
    "path", ["logout", "account/sign-out", "list.pdf", "cart?action=add", "item/delete", "a.zip?x=1"]
)
def test_what_does_something_or_is_no_page_is_left_alone(path: str) -> None:
    assert own_pages([[SHOP + path, ""]], SHOP) == ()


@given(st.recursive(st.none() | st.text(max_size=30) | st.integers(), lambda inner: st.lists(inner, max_size=4)))
def test_whatever_a_page_answers_is_looked_at_and_never_followed_elsewhere(told: Any) -> None:
    assert all(page.startswith(SHOP[:-1]) for page in own_pages(told, SHOP))
