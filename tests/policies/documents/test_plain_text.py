# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
from hypothesis import given
from hypothesis import strategies as st
from make.policies import check, document, reading, rows, shown

from inspector.core.policy import BlockKind as K


def test_headings_paragraphs_and_lists_are_told_apart() -> None:
    held = document(
        "PRIVACY POLICY\n\n1. Use of cookies\n\n"
        "We use cookies to remember the items in your cart and to keep you\nlogged in.\n\n"
        "We use:\n- session cookies\n- persistent cookies\n",
        "p.txt",
    )
    assert [block.kind for block in held.blocks] == [
        K.HEADING,
        K.LIST_ITEM,
        K.PARAGRAPH,
        K.PARAGRAPH,
        K.LIST_ITEM,
        K.LIST_ITEM,
    ]
    assert shown(held)[2] == "We use cookies to remember the items in your cart and to keep you logged in."


def test_wrapped_lines_are_joined_and_short_ones_are_kept() -> None:
    held = document("Name: _ga\nPurpose: statistics\nDuration: 2 years\n", "p.txt")
    assert held.text == "Name: _ga\nPurpose: statistics\nDuration: 2 years"
    assert held.line_at(held.text.index("Duration")) == 3


def test_tabs_make_a_table() -> None:
    held = document("Name\tExpiry\n_ga\t2 years\n", "p.txt")
    assert rows(held) == [["Name", "Expiry"], ["_ga", "2 years"]]


def test_signs_draw_a_table() -> None:
    line = "+-----+---------+\n"
    drawn = f"{line}| Name| Expiry  |\n{line}| _ga | 2 years |\n| _gid|         |\n{line}"
    held = document(drawn, "p.txt")
    assert rows(held) == [["Name", "Expiry"], ["_ga", "2 years"], ["_gid", ""]]
    assert held.line_at(held.text.index("_gid")) == 5


@given(st.text(max_size=300))
def test_any_text_is_read(source: str) -> None:
    read = reading(source.encode("utf-8", "surrogatepass"), "p.txt")
    if read.document is not None:
        check(read.document)
