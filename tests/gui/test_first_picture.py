# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A window goes on with its work once it was painted, and also where it is not."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.first_picture import FirstPicture


class _Painted(QWidget):
    """Notes how often it was painted."""

    times = 0

    def paintEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        self.times += 1


def test_it_is_told_once_and_after_the_painting(qtbot: QtBot) -> None:
    window, told = _Painted(), []
    qtbot.addWidget(window)
    picture = FirstPicture(window)
    picture.there.connect(lambda: told.append(window.times))
    with qtbot.waitSignal(picture.there):
        window.show()
    assert picture.painted
    window.repaint()
    qtbot.wait(1_200)  # longer than a window that is not painted is waited for
    assert len(told) == 1
    assert told[0] >= 1


def test_a_window_that_nobody_sees_goes_on_too(qtbot: QtBot) -> None:
    window = _Painted()
    qtbot.addWidget(window)
    picture = FirstPicture(window)
    with qtbot.waitSignal(picture.there, timeout=5_000):
        pass
    assert not picture.painted
    assert window.times == 0
