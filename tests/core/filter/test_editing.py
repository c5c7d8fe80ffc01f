# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Presses change the line, and the line says what is on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.filter.editing import Value, hidden, is_on, shown_only, switched, without
from inspector.core.filter.query import fields_by_name, parse

FIELDS = fields_by_name()
CART = Value("purpose", "cart", "cart")
AD = Value("purpose", "plain-ad", "advertising")
DART = Value("purpose", "dart", "google_dart")
SHOP = Value("site", "shop.test")
LONG = Value("lifetime", ">1y", plain=True)
CHROME = Value("browser", "Chrome (Work)")


@pytest.mark.parametrize(
    ("line", "value", "on", "after"),
    [
        ("", CART, True, "purpose:cart"),
        ("shop", CART, True, "shop purpose:cart"),
        ("purpose:cart", DART, True, "purpose:cart,dart"),
        ("purpose:cart shop", DART, True, "purpose:cart,dart shop"),
        ("purpose:cart,", DART, True, "purpose:cart,dart"),
        ("purpose:cart", CART, True, "purpose:cart"),
        ("purpose:cart,dart", CART, False, "purpose:dart"),
        ("shop purpose:cart x", CART, False, "shop x"),
        ("purpose:ad", DART, False, "purpose:plain-ad"),
        ("purpose:ad", AD, False, "purpose:dart"),
        ("purpose:cart purpose:dart", CART, False, "purpose:dart"),
        ("!purpose:cart", CART, True, "!purpose:cart purpose:cart"),
        ("", LONG, True, "lifetime:>1y"),
        ("lifetime:session", LONG, True, "lifetime:session,>1y"),
        ("lifetime:session,>1y", LONG, False, "lifetime:session"),
        ("store:x", CHROME, True, 'store:x,"Chrome (Work)"'),
        ('browser:x,"chrome (work)"', CHROME, False, "browser:x"),
        ('"open end', CART, True, '"open end" purpose:cart'),
    ],
)
def test_a_switch_changes_the_line(line: str, value: Value, on: bool, after: str) -> None:
    assert switched(line, value, FIELDS, on=on) == after
    assert is_on(parse(after), value) is on


def test_a_beginning_is_on_for_all_that_it_means() -> None:
    query = parse("purpose:ad")
    assert is_on(query, AD)
    assert is_on(query, DART)
    assert not is_on(query, CART)
    assert not is_on(parse("!purpose:ad"), AD)


def test_shown_alone_and_hidden() -> None:
    assert shown_only("purpose:cart x site:a,b", SHOP, FIELDS) == "purpose:cart x site:shop.test"
    assert hidden("x", SHOP, FIELDS) == "x !site:shop.test"
    assert hidden("site:shop.test,b", SHOP, FIELDS) == "site:b !site:shop.test"


def test_a_term_is_taken_out_by_its_place() -> None:
    line = 'cart  purpose:ad !name:"a b"'
    term = parse(line).terms[1]
    assert without(line, term.start, term.end) == 'cart !name:"a b"'


@given(st.text(alphabet='abc:,"!* 1dy>', max_size=40), st.text(min_size=1, max_size=12))
def test_what_is_switched_on_is_on_and_goes_off(line: str, word: str) -> None:
    value = Value("name", word)
    on = switched(line, value, FIELDS, on=True)
    assert is_on(parse(on), value)
    assert not is_on(parse(switched(on, value, FIELDS, on=False)), value)


@pytest.mark.parametrize("typed", ["site:bücher.example", "site:xn--bcher-kva.example", "site:BÜCHER.example"])
def test_a_host_is_on_in_each_way_that_it_is_written(typed: str) -> None:
    books = Value("site", "xn--bcher-kva.example")
    assert is_on(parse(typed), books)
    assert switched(f"x {typed}", books, FIELDS, on=False) == "x"
    assert not is_on(parse("site:bucher.example"), books)
