# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is held of texts is what ``in`` says of each word, however the words begin, overlap and are spelt."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.policies.held_words import HeldWords, tree_of

LETTERS = "abκĸ-.*(İß' \n\u00a0"
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=4), max_size=12)


@given(WORDS, WORDS, st.lists(st.text(LETTERS, max_size=90), max_size=4))
def test_the_bits_of_a_text_are_those_of_the_words_in_it(known: list[str], later: list[str], texts: list[str]) -> None:
    held = HeldWords(known)
    for text in texts:
        held.look(text)  # what is remembered must not outlive new words
    masks = {word: held.mask((word,)) for word in (*known, *later)}
    for text in (*texts, *known, "".join(later)):
        bits = held.look(text)
        assert held.texts[text] == bits
        assert {word for word, mask in masks.items() if bits & mask} == {word for word in masks if word in text}


@given(WORDS)
def test_a_mask_of_several_words_is_that_of_any_of_them(words: list[str]) -> None:
    held = HeldWords(words[::2])
    mask = held.mask(tuple(words))
    assert all(held.mask((word,)) & mask for word in words)
    assert mask.bit_count() == len(set(words))


@given(st.sets(st.text("abc.|(\\", min_size=1, max_size=5), min_size=1, max_size=12), st.text("abc.|(\\", max_size=12))
def test_a_tree_finds_the_longest_word_that_begins_at_a_place(words: set[str], text: str) -> None:
    tree = re.compile(tree_of(words))
    for at in range(len(text) + 1):
        expected = max((word for word in words if text.startswith(word, at)), key=len, default=None)
        found = tree.match(text, at)
        assert (found and found[0]) == expected


def test_words_that_are_beginnings_of_each_other() -> None:
    held = HeldWords(["cook", "cookie", "cookies", "okie", "Do Not Track"])
    masks = {word: held.mask((word,)) for word in ("cook", "cookie", "cookies", "okie", "Do Not Track", "track")}
    bits = held.look("cookie policy (Do Not Track)")
    assert [word for word, mask in masks.items() if bits & mask] == ["cook", "cookie", "okie", "Do Not Track"]


@pytest.mark.parametrize("size", [39, 41, 5_000])
def test_long_parts_are_looked_through_as_well(size: int) -> None:
    held = HeldWords(["ads"])
    assert held.look("x" * size + "ads") == held.mask(("ads",))
    assert held.look("x" * size) == 0
