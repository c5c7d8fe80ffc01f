# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Rows: order, stores and counts."""

from make import records

from inspector.core.cookie import Cookie
from inspector.core.reading import Reading, StoreCount
from inspector.core.secret import Secret
from inspector.gui.models.rows import Rows


def names(rows: Rows) -> list[str]:
    return [cookie.name for cookie in rows.cookies]


def made() -> tuple[Cookie, ...]:
    return (records.cookie("b.test", "b"), records.cookie(".a.test", "B"), records.cookie("a.test", "a"))


def test_rows_are_ordered_by_host_without_its_dot_and_name() -> None:
    assert names(Rows.of(records.reading(*made()))) == ["a", "B", "b"]


def test_a_store_without_cookies_is_a_store() -> None:
    empty = records.store("chrome")
    rows = Rows.of(Reading((records.cookie(),), (), (StoreCount(records.STORE, 1), StoreCount(empty, None))))
    assert rows.stores == (records.STORE, empty)
    assert rows.counts == (1, 0)


def test_haystacks_hold_no_value() -> None:
    rows = Rows.of(records.reading(records.cookie(value=Secret("marker-5f1e"))))
    assert "marker" not in "".join(rows.haystacks)


def test_no_cookies_are_no_rows() -> None:
    rows = Rows.of(Reading())
    assert (rows.cookies, rows.haystacks, rows.stores) == ((), (), ())
