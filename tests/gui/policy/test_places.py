# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Offsets in code points against positions in UTF-16 units, for any text."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.visible import visible
from inspector.gui.policy.places import LINE_BREAK, Piece, Places, Span, shown

TEXTS = st.text(st.characters() | st.sampled_from("a\n\t\r\x1b\u202e\u200b\ufffc\ufdd0\ud800🍪é"), max_size=60)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain", "plain"),
        ("two\nlines\tand a gap", f"two{LINE_BREAK}lines and a gap"),
        ("\x1b[31m\u202e\u200b", "␛[31m\\u{202e}\\u{200b}"),
        ("\ufffc\ufdd0\uffff", "\ufffd\ufffd\ufffd"),
        ("\ud83d", "\\u{d83d}"),
        ("🍪 grün", "🍪 grün"),
    ],
)
def test_nothing_hides_or_moves(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_every_character_that_must_be_made_visible_is() -> None:
    planes = "".join(map(chr, range(sys.maxunicode + 1)))
    unsafe = set(planes) - set(visible(planes))
    assert len(unsafe) > 2000
    assert [hex(ord(each)) for each in unsafe if visible(shown(each)) != shown(each) != LINE_BREAK] == []


@given(TEXTS, TEXTS)
def test_a_character_stands_where_the_shown_text_before_it_ends(before: str, text: str) -> None:
    whole = before + text
    piece = Piece.of(whole, len(before), len(whole), 7)
    for offset in range(len(before), len(whole) + 1):
        assert piece.position_of(offset) == 7 + units(shown(whole[len(before) : offset]))


@given(TEXTS)
def test_every_position_of_a_character_leads_back_to_it(text: str) -> None:
    places = Places([Piece.of(text, 0, len(text), 3)])
    for offset in range(len(text)):
        (span,) = places.spans(offset, offset + 1)
        assert [places.offset_at(position) for position in range(span.start, span.end)] == [offset] * (
            span.end - span.start
        )


def test_a_run_over_two_pieces_has_two_spans_and_gaps_have_none() -> None:
    text = "one 🍪\n\ntwo"
    places = Places([Piece.of(text, 0, 5, 0), Piece.of(text, 7, 10, 9)])
    assert places.spans(4, 9) == (Span(4, 6), Span(9, 11))
    assert places.spans(5, 7) == ()
    assert places.offset_at(8) is None
    assert places.offset_at(10) == 8
    assert Places().offset_at(0) is None
    assert Places().spans(0, 9) == ()
