# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where sentences end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make.policies import document

from inspector.policies.sentences import LONGEST, split_sentences

CASES = {
    "We use cookies. They help us.": ["We use cookies.", "They help us."],
    "We use cookies, e.g. for log-in. Fine.": ["We use cookies, e.g. for log-in.", "Fine."],
    "Acme Inc. uses cookies.": ["Acme Inc. uses cookies."],
    "Visit www.example.com. It has cookies.": ["Visit www.example.com.", "It has cookies."],
    "Do we use cookies? Yes.": ["Do we use cookies?", "Yes."],
    "He said “No.” We set none.": ["He said “No.”", "We set none."],
    "1. We use cookies. 2. We sell nothing.": ["We use cookies.", "We sell nothing."],
    "a) We use cookies": ["We use cookies"],
    "Version 2.0 is here. Read it.": ["Version 2.0 is here.", "Read it."],
    "Offered in the U.S. and elsewhere.": ["Offered in the U.S. and elsewhere."],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    held = document(f"<p>{text}</p>", "policy.html")
    assert [sentence.text for sentence in split_sentences(held)] == expected


def test_a_hard_break_ends_a_sentence() -> None:
    held = document("<p>We use cookies<br>We sell nothing</p>", "policy.html")
    assert [sentence.text for sentence in split_sentences(held)] == ["We use cookies", "We sell nothing"]


def test_a_line_that_runs_on_is_one_sentence() -> None:
    held = document("<p>We use cookies to remember what you have put into your basket and<br>to log you in.</p>")
    assert len(split_sentences(held)) == 1


def test_each_cell_is_its_own() -> None:
    held = document("<table><tr><td>_ga. Cookie.</td><td>Counts visits.</td></tr></table>", "policy.html")
    assert [(sentence.text, sentence.row) for sentence in split_sentences(held)][-1] == ("Counts visits.", 1)


def test_a_text_without_an_end_is_cut() -> None:
    held = document("word " * 2000, "policy.txt")
    assert all(len(sentence.text) <= LONGEST for sentence in split_sentences(held))


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=st.sampled_from(list('aZ .!?\n:1)("“”’•-,;ßİ')), max_size=300))
def test_sentences_are_pieces_of_the_text_in_order(text: str) -> None:
    held = document("We. " + text, "policy.txt")
    last = 0
    for sentence in split_sentences(held):
        assert held.text[sentence.start : sentence.end] == sentence.text
        assert sentence.start >= last
        assert len(sentence.plain) == len(sentence.text)
        last = sentence.end
