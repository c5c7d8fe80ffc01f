# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Widgets in lines like words."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.views.flow import FlowLayout


class Box(QWidget):
    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(100, 20)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(60, 20)


def made(qtbot: QtBot, count: int, width: int) -> tuple[QWidget, FlowLayout, list[Box]]:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow, boxes = FlowLayout(10, holder), [Box() for _ in range(count)]
    for box in boxes:
        flow.addWidget(box)
    holder.resize(width, 300)
    holder.show()
    return holder, flow, boxes


@pytest.mark.parametrize(("width", "rows"), [(430, 1), (429, 2), (210, 2), (100, 4), (80, 4)])
def test_a_line_that_is_full_goes_on_in_the_next(qtbot: QtBot, width: int, rows: int) -> None:
    holder, flow, boxes = made(qtbot, 4, width)
    assert len({box.y() for box in boxes}) == rows
    assert flow.heightForWidth(width) == rows * 20 + (rows - 1) * 10
    assert all(box.geometry().right() < holder.width() for box in boxes)


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    _holder, flow, boxes = made(qtbot, 4, 210)
    boxes[0].hide()
    boxes[1].hide()
    assert flow.heightForWidth(210) == 20
    assert flow.sizeHint().width() == 210


def test_it_begins_at_the_right_where_people_read_from_there(qtbot: QtBot) -> None:
    holder, flow, boxes = made(qtbot, 2, 400)
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.setGeometry(holder.rect())
    assert boxes[0].geometry().right() == holder.width() - 1
    assert boxes[1].x() < boxes[0].x()


def test_an_empty_one_has_no_size_and_gives_nothing_back(qtbot: QtBot) -> None:
    _holder, flow, _boxes = made(qtbot, 0, 100)
    assert flow.minimumSize() == QSize(0, 0)
    assert flow.heightForWidth(100) == 0
    assert flow.itemAt(0) is None
    assert flow.takeAt(0) is None
