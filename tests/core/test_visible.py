# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain ünïcödé 日本", "plain ünïcödé 日本"),
        ("a\x1b[31mb", "a␛[31mb"),
        ("a\nb\tc\0", "a␊b␉c␀"),
        ("\x7f", "␡"),
        ("\x9b31m", "\\u{009b}31m"),
        ("abc\u202edcba", "abc\\u{202e}dcba"),
        ("zero\u200bwidth", "zero\\u{200b}width"),
        ("\udcff", "\\xff"),
        ("\ud800", "\\u{d800}"),
        ("[red]markup[/red] =CMD()", "[red]markup[/red] =CMD()"),
    ],
)
def test_makes_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_that_controls_a_terminal_is_left(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in shown)
    assert not any(
        unicodedata.bidirectional(char) in ("RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI")
        for char in shown
    )
    shown.encode()  # can be printed


def test_cuts_a_long_text_with_a_mark() -> None:
    assert visible("x" * 50, limit=10) == "x" * 9 + "…"
    assert visible("x" * 10, limit=10) == "x" * 10
