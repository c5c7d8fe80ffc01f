# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The index of names answers as trying every entry would."""

import re

from hypothesis import given
from hypothesis import strategies as st

from inspector.knowledge.names import LONGEST_NAME, NameIndex

LETTERS = "ab_-"
EXACT = st.tuples(st.just("exact"), st.text(alphabet=LETTERS, min_size=1, max_size=6))
PREFIX = st.tuples(st.just("prefix"), st.text(alphabet=LETTERS, min_size=2, max_size=5))
PATTERN = st.tuples(
    st.just("pattern"), st.sampled_from(["ab[a-b]{1,3}", "_a.*", ".{1,5}-ab", "[ab]?_-_", "aa(?:b|-)a"])
)


def _meets(match: str, text: str, name: str) -> bool:
    if match == "exact":
        return name == text
    return name.startswith(text) if match == "prefix" else re.fullmatch(text, name) is not None


@given(st.lists(EXACT | PREFIX | PATTERN, max_size=30), st.text(alphabet=LETTERS, max_size=8))
def test_the_index_finds_what_trying_all_finds(entries: list[tuple[str, str]], name: str) -> None:
    expected = [position for position, (match, text) in enumerate(entries) if _meets(match, text, name)]
    assert NameIndex(entries).positions(name) == expected


def test_an_over_long_name_meets_whole_names_only() -> None:
    name = "ab" + "c" * LONGEST_NAME
    assert NameIndex([("prefix", "ab"), ("exact", name)]).positions(name) == [1]


def test_the_answer_is_the_caller_s_own() -> None:
    index = NameIndex([("exact", "a")])
    index.positions("a").clear()
    assert index.positions("a") == [0]
