# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The small tables' model: the contract, the filter, the order, and indexes that follow their rows."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from inspector.gui.models.cookies import Role
from inspector.gui.models.query import parse
from inspector.gui.models.table import Columns, TableColumn, TableModel

COLUMNS = Columns(
    "test",
    (
        TableColumn("Word", "A word", 10, lambda row: row[0]),
        TableColumn("Number", "A number", 10, lambda row: str(row[1]), lambda row: row[1]),
    ),
)
ROWS = (("pear", 10), ("Apple", 9), ("fig", 100), ("", 0))


def made() -> TableModel:
    model = TableModel(COLUMNS)
    model.show(ROWS)
    return model


def words_of(model: TableModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_it_keeps_the_contract_of_a_model(qtmodeltester: ModelTester) -> None:
    model = TableModel(COLUMNS)
    qtmodeltester.check(model)
    model.show(ROWS)
    model.filter(parse("e"))
    model.sort(1)
    qtmodeltester.check(model)


def test_rows_that_say_more_stay_where_they_are(qtmodeltester: ModelTester) -> None:
    model = made()
    model.sort(1, Qt.SortOrder.DescendingOrder)
    held = QPersistentModelIndex(model.index(1, 0))
    model.renew(tuple((f"{word}!", 0) for word, _ in ROWS))
    assert words_of(model) == ["fig!", "pear!", "Apple!", "!"]
    assert (held.row(), held.data()) == (1, "pear!")
    model.filter(parse("apple!"))
    assert words_of(model) == ["Apple!"]
    qtmodeltester.check(model)
    with pytest.raises(ValueError, match="other rows"):
        model.renew(ROWS[:2])


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("", ["pear", "Apple", "fig", ""]),
        ("p", ["pear", "Apple"]),
        ("P !9", ["pear"]),
        ("10", ["pear", "fig"]),
        ("z", []),
    ],
)
def test_a_line_filters_over_all_columns(line: str, shown: list[str]) -> None:
    model = made()
    model.filter(parse(line))
    assert words_of(model) == shown


@pytest.mark.parametrize(
    ("column", "order", "shown"),
    [
        (0, Qt.SortOrder.AscendingOrder, ["", "Apple", "fig", "pear"]),
        (1, Qt.SortOrder.DescendingOrder, ["fig", "pear", "Apple", ""]),
        (-1, Qt.SortOrder.AscendingOrder, ["pear", "Apple", "fig", ""]),
    ],
)
def test_a_column_sorts_by_what_it_means(column: int, order: Qt.SortOrder, shown: list[str]) -> None:
    model = made()
    model.sort(column, order)
    assert words_of(model) == shown


def test_held_indexes_follow_their_rows_and_end_with_them() -> None:
    model = made()
    held = [QPersistentModelIndex(model.index(row, 1)) for row in range(2)]
    model.sort(0)
    assert [(index.row(), index.data()) for index in held] == [(3, "10"), (1, "9")]
    model.filter(parse("apple"))
    assert [index.isValid() for index in held] == [False, True]
    assert model.number_of(held[1].row()) == 1
    assert (model.row_of(1), model.row_of(0)) == (0, -1)


def test_other_rows_keep_filter_and_order() -> None:
    model = made()
    model.filter(parse("a"))
    model.sort(0)
    model.show((("banana", 1), ("cherry", 2), ("avocado", 3)))
    assert words_of(model) == ["avocado", "banana"]


def test_cells_speak_in_sentences_and_headers_explain() -> None:
    model = made()
    assert model.cell(3, 0, Role.AccessibleTextRole) == "Word: none"
    assert model.cell(0, 1, Role.AccessibleTextRole) == "Number: 10"
    assert model.headerData(0, Qt.Orientation.Horizontal, Role.ToolTipRole) == "A word"
    assert model.headerData(2, Qt.Orientation.Horizontal) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
