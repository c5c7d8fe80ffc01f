# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the words of names speak of, with the shipped lists and with small ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.traits import classifier

from inspector.classify.names import collapse
from inspector.classify.topics import Topics

SMALL = Topics({"cart": ["cart"], "id": ["identifier"]}, {"shoppingcart": ["cart"], "shop": ["shops"]})


@pytest.mark.parametrize(
    ("name", "topics"),
    [
        ("cart_id", ("cart", "identifier")),
        ("myshoppingcart", ("cart",)),
        ("myshop", ("shops",)),
        ("cartography", ()),
        ("", ()),
    ],
)
def test_words_must_be_equal_and_long_parts_win(name: str, topics: tuple[str, ...]) -> None:
    assert SMALL.of(collapse(name)) == topics


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("shopping_basket", "cart"),
        ("csrf_cookie", "csrf"),
        ("user_lang", "language"),
        ("remember_me", "login"),
        ("cookie_notice_accepted", "consent"),
        ("affiliate_code", "affiliate"),
        ("abTestVariant", "experiment"),
        ("utm_source", "origin"),
        ("chat_open", "chat"),
        ("SERVERID", "balancing"),
        ("darkMode", "layout"),
    ],
)
def test_shipped_lists(name: str, topic: str) -> None:
    assert topic in classifier().model.reader.topics.of(collapse(name))


@given(st.text(alphabet="shopingcartid_", max_size=60))
def test_topics_are_sorted_and_known(name: str) -> None:
    topics = SMALL.of(collapse(name))
    assert list(topics) == sorted(set(topics))
    assert set(topics) <= {"cart", "identifier", "shops"}
