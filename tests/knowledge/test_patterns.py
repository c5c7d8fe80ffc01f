# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The small language of name patterns."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.knowledge.patterns import find_fault, literal_head, literal_tail


@pytest.mark.parametrize(
    "pattern",
    [r"TS[0-9a-f]{6,8}(?:_\d{1,4}|_d)?", r".{1,64}-cart", r"ph_[A-Za-z0-9_]{1,60}_posthog", "mp_.+", r"a\.b\.c"],
)
def test_fine_patterns(pattern: str) -> None:
    assert find_fault(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("(a", "does not compile"),
        ("ab(c+)+", "repeats a group"),
        ("ab(?:c|d)*", "repeats a group"),
        ("ab.*.*cde", "more than one open-ended repeat"),
        ("ab.*c+?", "follows no character"),
        ("^abc", "anchor"),
        (r"ab(c)\1", r"uses \1"),
        ("(?i)abc", "follows no character"),
        ("ab(?=c)", "follows no character"),
        ("ab.{1,1000}", "repeats more than"),
        (".*a", "neither begins"),
        ("abc|xyz", "neither begins"),
    ],
)
def test_patterns_that_are_refused(pattern: str, fault: str) -> None:
    assert fault in (find_fault(pattern) or "")


@pytest.mark.parametrize(
    ("pattern", "head", "tail"),
    [
        ("_ga_[A-Z]+", "_ga_", ""),
        (".{1,9}-cart", "", "-cart"),
        ("abc?d", "ab", "d"),
        ("ab(?:c|d)ef", "ab", ""),
        ("ab|cd", "", ""),
        (r"a\.b", "a.b", "a.b"),
    ],
)
def test_literal_ends(pattern: str, head: str, tail: str) -> None:
    assert (literal_head(pattern), literal_tail(pattern)) == (head, tail)


PIECES = ["ab", "c", "_", ".", "[0-9a-f]", r"\d", "(?:x|yz)", "(?:q)?", "{2,5}", "+", "*", "?", r"\.", "-cart", "|"]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), st.text(alphabet="abcqxyz_.-0123", max_size=30))
def test_whatever_matches_has_the_literal_ends(pieces: list[str], text: str) -> None:
    pattern = "".join(pieces)
    if find_fault(pattern) is None and re.fullmatch(pattern, text):
        assert text.startswith(literal_head(pattern))
        assert text.endswith(literal_tail(pattern))


def test_no_allowed_pattern_runs_away_on_a_long_name() -> None:
    start = time.process_time()
    for pattern in (r"ab[a-z]{1,80}[a-y]{1,80}c", "ab.*x{1,80}y", r"ab(?:a{1,80})?(?:a{1,80})?b"):
        assert find_fault(pattern) is None
        assert re.fullmatch(pattern, "ab" + "a" * 4000 + "!") is None
    assert time.process_time() - start < 5
