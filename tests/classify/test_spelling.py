# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The fast sum of a name's pieces is the sum of its pieces one by one."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.traits import classifier, traits

from inspector.classify.features import pieces
from inspector.classify.names import collapse, cut, slices
from inspector.classify.spelling import Spelling
from inspector.classify.topics import Topics

LETTERS = st.text("abcart_-^$\0éİ", max_size=40) | st.sampled_from(("cart_cart", "session_id", "^car$", "car$", "ca"))


@cache
def weights() -> dict[str, int]:
    """A weight for every piece that can be made of a few names."""
    names = ("cart_cart", "session_id", "^car$", "abc", "art-art", "ca")
    found = sorted({piece for name in names for wild in (True, False) for piece in pieces(name, wild)})
    return {piece: number - 7 for number, piece in enumerate(found)}


@given(LETTERS, st.booleans())
def test_sums_what_the_pieces_weigh(name: str, wildcard: bool) -> None:
    folded = name.lower()
    repeats = Topics({}, {}).read(name).repeats
    wanted = sum(weights().get(piece, 0) for piece in pieces(folded, wildcard))
    assert Spelling(weights()).weigh(folded, wildcard, repeats=repeats) == wanted


@pytest.mark.parametrize("name", ["", "a", "ab", "abc"])
def test_short_names(name: str) -> None:
    wanted = sum(weights().get(piece, 0) for piece in pieces(name, False))
    assert Spelling(weights()).weigh(name, False, repeats=False) == wanted


@given(st.text("abC_-#0é", max_size=30), st.integers(1, 6))
def test_slices_are_all_of_a_size(text: str, size: int) -> None:
    assert list(slices(text, size)) == [text[start : start + size] for start in range(len(text) - size + 1)]


@given(st.text("abz_-#0. éK", max_size=30))
def test_small_letters_are_cut_as_others_are(text: str) -> None:
    """A capital letter at the end takes the general way; what stands before it is cut the same."""
    name = collapse(text)
    assert cut(name + "_Q") == [*cut(name), "q"]


def test_a_remembered_answer_is_the_one_that_is_worked_out() -> None:
    judge = classifier()
    for name in ("cart_cart", "session_id", "visitor_cart_abc", "_ga"):
        cookie = traits(name, "www.shop.test", "shop.test", None)
        assert judge.classify(cookie) == judge.classify(cookie) == judge.examine(cookie).label
