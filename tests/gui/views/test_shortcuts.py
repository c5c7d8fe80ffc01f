# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""F1 lists every shortcut that there is."""

from collections.abc import Callable

from make import records
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.shortcuts import ShortcutsDialog

MakeWindow = Callable[..., MainWindow]


def test_f1_lists_every_action_with_a_shortcut(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(records.reading(records.cookie()))
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(ShortcutsDialog)
    assert isinstance(dialog, ShortcutsDialog)
    assert not dialog.isModal()
    listed = {row.key for row in dialog.pane.model.rows}
    native = QKeySequence.SequenceFormat.NativeText
    for action in window.actions_by_key.values():
        for shortcut in action.shortcuts():
            assert any(shortcut.toString(native) in keys for keys in listed), action.text()
    assert "Space" in listed
    dialog.pane.line.setText("read again")
    assert [row.what for row in dialog.pane.model.rows if row.key == "F5"] == ["Read again"]
    assert dialog.pane.model.rowCount() == 1


def test_no_two_entries_of_a_menu_have_one_letter(make_window: MakeWindow) -> None:
    window = make_window(records.reading())
    for bar in window.menuBar().actions():
        letters = [
            entry.text().lower()[entry.text().index("&") + 1]
            for entry in bar.menu().actions()
            if "&" in entry.text().replace("&&", "")
        ]
        assert [letter for letter in letters if letters.count(letter) > 1] == [], bar.text()
