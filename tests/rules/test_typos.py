# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Slips of the pen are matched; another cookie's name is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.verdicts import knowledge, policy

from inspector.rules.declarations import Declarations
from inspector.rules.typos import skeleton, slips

TABLE = """Our cookies:

| Cookie | Purpose | Duration |
|---|---|---|
| `{printed}` | Remembers your settings | 1 year |
| `cart` | Remembers your shopping cart | Session |"""


@pytest.mark.parametrize(
    ("printed", "observed"),
    [
        ("_utma", "__utma"),
        ("Phpsessid", "PHPSESSID"),
        ("visitr_choice", "visitor_choice"),
        ("visitor_chioce", "visitor_choice"),
        ("visitorr_choice", "visitor_choice"),
        ("visitor-choice", "visitor_choice"),
    ],
)
def test_slips_are_matched(printed: str, observed: str) -> None:
    held = Declarations(policy(TABLE.format(printed=printed)), knowledge()).by_slip(observed)
    assert held is not None
    assert held.printed == printed


@pytest.mark.parametrize(
    ("printed", "observed"),
    [
        ("__utma", "__utmb"),  # a letter for another: two cookies of one family
        ("_gcl_au", "_gcl_aw"),
        ("_gid", "gid"),  # the printed name is a known cookie's and means that one
        ("basket_1", "basket_2"),
        ("xy", "_xy"),  # too short to tell
        ("visitor_choice", "visitor_choices"),
        ("abcdefg", "abdecfg"),
    ],
)
def test_other_names_are_not(printed: str, observed: str) -> None:
    assert Declarations(policy(TABLE.format(printed=printed)), knowledge()).by_slip(observed) is None


@pytest.mark.parametrize("name", ["", "_", "x" * 5000, "\x00\u202e<b>", "____"])
def test_odd_names_meet_nothing(name: str) -> None:
    assert Declarations(policy(TABLE.format(printed="visitor_choice")), knowledge()).by_slip(name) is None


@given(st.text(st.sampled_from("abcdé1_-."), max_size=20))
def test_a_slip_keeps_both_ends_and_loses_one_letter_at_most(name: str) -> None:
    """Declarations look for slips only where a printed name has these ends and one of these lengths."""
    text = skeleton(name)
    for slip in slips(name):
        assert (slip[0], slip[-1]) == (text[0], text[-1])
        assert len(text) - len(slip) in (0, 1)
