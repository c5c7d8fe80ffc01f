# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The filter line over small tables: typed this, these words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.gui.models.query import Words, parse


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", Words()),
        ("   ", Words()),
        ("SHOP cart", Words(("shop", "cart"))),
        ("!shop cart", Words(("cart",), ("shop",))),
        ("!", Words()),
        ('"two words"', Words(("two words",))),
        ('"two wo', Words(("two wo",))),
        ("purpose:ad a,b", Words(("purpose:ad", "a,b"))),
        ("https://shop", Words(("https://shop",))),
        ("'", Words(("'",))),
    ],
)
def test_typed_this_asks_for_these(typed: str, words: Words) -> None:
    assert parse(typed) == words


@given(st.text(max_size=60))
def test_any_line_is_words(line: str) -> None:
    words = parse(line)
    assert all(term and term == term.casefold() for term in (*words.wanted, *words.unwanted))


def test_a_line_without_end_is_cut() -> None:
    assert sum(map(len, parse("a" * 1_000_000).wanted)) == 1000
