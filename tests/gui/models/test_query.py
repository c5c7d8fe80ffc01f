# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The filter line: typed this, these rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import records

from inspector.core.isolation import Container, Isolation, Partition
from inspector.gui.models.query import Query, matching, ordered, parse
from inspector.gui.models.rows import Rows

CHROME = records.store("chrome", "Work")
ROWS = Rows.of(
    records.reading(
        records.cookie("ads.test", "IDE"),
        records.cookie("shop.test", "cart", path="/Basket"),
        records.cookie("shop.test", "two words", store=CHROME),
        records.cookie("www.shop.test", "_ga", Isolation(Partition("https://news.test"))),
        records.cookie("zoo.test", "x\x1b[31my", Isolation(container=Container(2, "Banking"))),
    )
)
NAMES = [cookie.name for cookie in ROWS.cookies]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", NAMES),
        ("   ", NAMES),
        ("shop", ["cart", "two words", "_ga"]),
        ("SHOP", ["cart", "two words", "_ga"]),
        ("shop cart", ["cart"]),
        ("cart shop", ["cart"]),
        ("basket", ["cart"]),
        ("!shop", ["IDE", "x\x1b[31my"]),
        ("shop !ga", ["cart", "two words"]),
        ("!", NAMES),
        ('"two words"', ["two words"]),
        ('"two wo', ["two words"]),
        ("two words", ["two words"]),
        ('"words two"', []),
        ("chrome", ["two words"]),
        ("work", ["two words"]),
        ("news.test", ["_ga"]),
        ("bank", ["x\x1b[31my"]),
        ("␛[31m", ["x\x1b[31my"]),
        ("cookies.sqlite", []),  # the path of the store is not part of a row
        ("'", []),
        ("\\", []),
        ("#", []),
        ("nothing", []),
    ],
)
def test_typed_this_shows_these_rows(typed: str, names: list[str]) -> None:
    shown = matching(ROWS, range(len(NAMES)), parse(typed))
    assert [NAMES[row] for row in shown] == names


def test_a_store_narrows_what_is_typed() -> None:
    number = ROWS.stores.index(CHROME)
    assert [NAMES[row] for row in matching(ROWS, range(5), parse("shop", number))] == ["two words"]


def test_an_empty_line_is_an_empty_query() -> None:
    assert parse("").empty
    assert not parse("", 0).empty


def test_rows_keep_the_given_order() -> None:
    assert matching(ROWS, [3, 2, 1], parse("shop")) == [3, 2, 1]


@given(st.text(max_size=60))
def test_any_line_is_a_query(line: str) -> None:
    query = parse(line)
    assert all(term and term == term.lower() for term in query.wanted)
    assert isinstance(matching(ROWS, range(5), query), list)


def test_a_line_without_end_is_cut() -> None:
    assert sum(map(len, parse("a" * 1_000_000).wanted)) == 1000


@pytest.mark.parametrize(
    ("descending", "rows"), [(False, [2, 0, 4, 1, 3]), (True, [4, 0, 2, 1, 3])], ids=["ascending", "descending"]
)
def test_unknown_keys_come_last_in_both_directions(descending: bool, rows: list[int]) -> None:
    assert ordered([5, None, 1, None, 9], descending=descending) == rows


def test_equal_keys_keep_the_first_order_in_both_directions() -> None:
    assert ordered([1, 0, 1, 0]) == [1, 3, 0, 2]
    assert ordered([1, 0, 1, 0], descending=True) == [0, 2, 1, 3]


@given(st.lists(st.none() | st.integers()))
def test_every_row_is_ordered_once(keys: list[int | None]) -> None:
    rows = ordered(keys)
    known = [key for key in (keys[row] for row in rows) if key is not None]
    assert sorted(rows) == list(range(len(keys)))
    assert known == sorted(known)


def test_the_default_query_lets_everything_through() -> None:
    assert matching(ROWS, range(5), Query()) == [0, 1, 2, 3, 4]
