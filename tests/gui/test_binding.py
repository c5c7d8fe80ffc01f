# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The Qt binding itself: an override that returns None must not cost None a reference (PySide6 6.12 on Python 3.11)."""

import sys

from make import records
from PySide6.QtCore import QEvent, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.gui.models.cookies import CookieModel
from inspector.gui.models.rows import Rows
from inspector.gui.views.details import DetailsView

TIMES = 2000
FEW = 200


def test_a_cell_that_says_nothing_takes_no_reference(qapp: QApplication) -> None:
    model, proxy = CookieModel(), QSortFilterProxyModel()
    model.show(Rows.of(records.reading(records.cookie())))
    proxy.setSourceModel(model)
    index = proxy.index(0, 0)
    before = sys.getrefcount(None)
    for _ in range(TIMES):
        assert proxy.data(index, Qt.ItemDataRole.DecorationRole) is None  # through C++ into the override
    assert abs(sys.getrefcount(None) - before) < FEW


def test_an_override_without_an_answer_takes_no_reference(qtbot: QtBot) -> None:
    view = DetailsView()
    qtbot.addWidget(view)
    before = sys.getrefcount(None)
    for _ in range(TIMES):
        QApplication.sendEvent(view, QEvent(QEvent.Type.ToolTipChange))
    assert abs(sys.getrefcount(None) - before) < FEW
