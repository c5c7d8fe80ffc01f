# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Files that are dropped on the window are read, whatever page is shown; what is no local file is not taken."""

from collections.abc import Callable
from pathlib import Path

import pytest
from make import recordings
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from inspector.core.reading import Reading
from inspector.gui.drops import paths_of
from inspector.gui.source import read_stores
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.recognised import RecognisedSheet

MakeWindow = Callable[..., MainWindow]
COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def mime(*addresses: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(address) for address in addresses])
    return data


def enter(window: MainWindow, data: QMimeData) -> bool:
    event = QDragEnterEvent(window.rect().center(), COPY, data, LEFT, NONE)
    event.ignore()
    window.dragEnterEvent(event)
    return event.isAccepted()


def test_only_local_files_are_taken(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(Reading())
    text = QMimeData()
    text.setText("x")
    local = mime(QUrl.fromLocalFile(str(tmp_path / "a")).toString())
    assert [enter(window, data) for data in (local, mime("https://shop.example/a"), text)] == [True, False, False]
    assert paths_of(local) == (tmp_path / "a",)


@pytest.mark.parametrize("page", ["cookies", "audit"])
def test_a_dropped_file_is_read_and_recognised(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, page: str
) -> None:
    path = tmp_path / "shop.har"
    path.write_bytes(recordings.har())
    window = make_window(lambda stores, tell, cancelled: read_stores(stores, tell, cancelled), start=False)
    window.pages.show_page(page)
    data = mime(QUrl.fromLocalFile(str(path)).toString())
    window.dropEvent(QDropEvent(QPointF(9, 9), COPY, data, LEFT, NONE))
    (sheet,) = window.findChildren(RecognisedSheet)
    qtbot.waitUntil(sheet.open_button.isEnabled)
    assert not window.worker.busy
    with qtbot.waitSignal(window.worker.finished):
        sheet.open_button.click()
    assert window.shown.rowCount() == 3
    assert "recognised as HAR recording, 3 cookies" in window.status.sentence.text()
