# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The proxy: the contract of a model, filter and order together, what is chosen follows its cookie."""

import pytest
from make import records
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from inspector.core.cookie import Cookie
from inspector.core.filter.query import parse
from inspector.core.moments import DAY_US
from inspector.gui.columns import COLUMNS
from inspector.gui.models.cookies import COOKIE_ROLE, CookieModel
from inspector.gui.models.filter import ShownCookies
from inspector.gui.models.rows import Rows

KEYS = [column.key for column in COLUMNS]
COOKIES = (
    records.lasting(30, name="a", host="one.test"),
    records.lasting(2, name="b", host="one.test"),
    records.cookie(name="c", host="two.test", session=True),
    records.cookie(name="d", host="two.test", path="/quux"),
    records.lasting(500, name="e", host="two.test"),
)


@pytest.fixture
def shown() -> ShownCookies:
    model = ShownCookies(CookieModel())
    model.show(Rows.of(records.reading(*COOKIES)))
    return model


def names(model: ShownCookies) -> str:
    return "".join(str(model.index(row, KEYS.index("name")).data()) for row in range(model.rowCount()))


def test_it_keeps_the_contract_of_a_model(qtmodeltester: ModelTester, shown: ShownCookies) -> None:
    shown.filter(parse("two"))
    qtmodeltester.check(shown)
    assert shown.rowCount() == 3


def test_it_keeps_the_contract_while_it_changes(qtmodeltester: ModelTester, shown: ShownCookies) -> None:
    qtmodeltester.check(shown)  # watches every signal from here on
    for line in ("t", "two", "nothing", ""):
        shown.filter(parse(line))
        shown.sort(KEYS.index("lifetime"), Qt.SortOrder.DescendingOrder)
    shown.show(Rows())
    shown.show(Rows.of(records.reading(*COOKIES[:2])))
    assert names(shown) == "ab"


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        ("lifetime", Qt.SortOrder.AscendingOrder, "cbaed"),  # session first, unknown last
        ("lifetime", Qt.SortOrder.DescendingOrder, "eabcd"),
        ("expires", Qt.SortOrder.AscendingOrder, "cbaed"),
        ("accessed", Qt.SortOrder.DescendingOrder, "abcde"),  # nothing is known: the first order
        ("name", Qt.SortOrder.DescendingOrder, "edcba"),
        ("host", Qt.SortOrder.DescendingOrder, "cdeab"),
    ],
)
def test_sort_by_a_column(shown: ShownCookies, column: str, order: Qt.SortOrder, expected: str) -> None:
    shown.sort(KEYS.index(column), order)
    assert names(shown) == expected


def test_every_column_sorts_in_both_directions(shown: ShownCookies) -> None:
    for column in range(len(COLUMNS)):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            shown.sort(column, order)
            assert sorted(names(shown)) == list("abcde")


def test_a_filter_keeps_the_order_and_a_longer_word_narrows(shown: ShownCookies) -> None:
    shown.sort(KEYS.index("name"), Qt.SortOrder.DescendingOrder)
    seen = []
    for line in ("t", "tw", "two", "two !quux", "two", ""):
        shown.filter(parse(line))
        seen.append(names(shown))
    assert seen == ["edcba", "edc", "edc", "ec", "edc", "edcba"]


def test_a_changed_word_is_not_taken_for_a_longer_one(shown: ShownCookies) -> None:
    shown.filter(parse("one"))
    shown.filter(parse("two"))
    assert names(shown) == "cde"


def test_new_rows_come_filtered_and_sorted(shown: ShownCookies) -> None:
    shown.sort(KEYS.index("name"), Qt.SortOrder.DescendingOrder)
    shown.filter(parse("two"))
    shown.show(Rows.of(records.reading(*COOKIES, records.cookie("two.test", "f"))))
    assert names(shown) == "fedc"
    assert shown.total() == 6


def test_an_index_follows_its_cookie_and_dies_with_it(shown: ShownCookies) -> None:
    held = QPersistentModelIndex(shown.index(3, 0))
    shown.sort(KEYS.index("name"), Qt.SortOrder.DescendingOrder)
    assert held.row() == 1
    shown.filter(parse("one"))
    assert not held.isValid()


def test_cells_map_to_the_model_behind_and_back(shown: ShownCookies) -> None:
    shown.filter(parse("two"))
    index = shown.index(2, 1)
    source = shown.mapToSource(index)
    assert source.data() == index.data() == "e"
    assert shown.mapFromSource(source) == index
    assert not shown.mapFromSource(shown.sourceModel().index(0, 0)).isValid()
    assert not shown.mapToSource(QModelIndex()).isValid()


def test_a_cookie_is_found_by_its_identity(shown: ShownCookies) -> None:
    again = COOKIES[4]._replace(accessed_us=records.NOW_US + DAY_US)
    assert shown.row_of(again) == 4
    assert shown.row_of(again._replace(path="/other")) == -1


def test_rows_outside_have_no_cookie(shown: ShownCookies) -> None:
    assert shown.cookie_at(-1) is None
    assert shown.cookie_at(5) is None
    assert isinstance(shown.index(0, 0).data(COOKIE_ROLE), Cookie)


def test_headers_stay_where_the_filter_hides_everything(shown: ShownCookies) -> None:
    shown.filter(parse("nothing"))
    assert shown.headerData(1, Qt.Orientation.Horizontal) == "Name"
