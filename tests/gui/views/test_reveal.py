# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A value on demand: shown, hidden again by time and by leaving, copied and cleared, and never said by any text."""

from collections.abc import Callable
from pathlib import Path

from make import records
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector.core.cookie import Cookie
from inspector.core.revealed import Revealed
from inspector.core.secret import Secret
from inspector.gui.views.clipboard import SecretClipboard
from inspector.gui.views.main_window import MainWindow

MakeWindow = Callable[..., MainWindow]
MARKER = "marker-5f1e9c"
READING = records.reading(
    records.cookie("shop.test", "plain"),
    records.cookie("shop.test", "sealed", encryption="v11"),
    records.cookie("shop.test", "zbound", encryption="v20"),
)


def made(make_window: MakeWindow, answer: Revealed | None = None) -> tuple[MainWindow, list[str]]:
    asked: list[str] = []

    def reveal(cookie: Cookie) -> Revealed:
        asked.append(cookie.name)
        return answer or Revealed(Secret(MARKER))

    return make_window(READING, reveal=reveal), asked


def shown(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.cookies.reveal.task.finished):
        window.cookies.reveal.show_button.click()


def test_nothing_is_read_before_it_is_asked_for(qtbot: QtBot, make_window: MakeWindow) -> None:
    window, asked = made(make_window)
    assert asked == []
    shown(qtbot, window)
    assert asked == ["plain"]
    assert window.cookies.reveal.shown
    assert "15 seconds" in window.cookies.reveal.said.text()


def test_without_a_way_to_read_there_is_no_button(make_window: MakeWindow) -> None:
    assert not make_window(READING).cookies.reveal.isVisible()


def test_a_keyring_is_announced_before_it_is_asked(qtbot: QtBot, make_window: MakeWindow) -> None:
    window, asked = made(make_window)
    window.table.selectRow(1)
    window.cookies.reveal.show_button.click()
    assert asked == []
    assert "may want your password" in window.cookies.reveal.said.text()
    shown(qtbot, window)
    assert asked == ["sealed"]


def test_a_locked_value_is_told_as_locked(make_window: MakeWindow) -> None:
    window, asked = made(make_window)
    window.table.selectRow(2)
    assert not window.cookies.reveal.show_button.isEnabled()
    assert "app-bound" in window.cookies.reveal.said.text()
    window.actions_by_key["show_value"].trigger()
    assert asked == []


def test_what_stands_in_the_way_is_said(qtbot: QtBot, make_window: MakeWindow) -> None:
    window, _ = made(make_window, Revealed(None, records.problem()))
    shown(qtbot, window)
    assert not window.cookies.reveal.shown
    assert "another program holds it" in window.cookies.reveal.said.text()


def test_it_is_hidden_after_its_time(qtbot: QtBot, make_window: MakeWindow) -> None:
    window, _ = made(make_window)
    window.cookies.reveal.hide_s = 1
    shown(qtbot, window)
    qtbot.waitUntil(lambda: not window.cookies.reveal.shown, timeout=10_000)
    assert window.cookies.reveal.show_button.text() == "Show value"


def test_it_is_hidden_when_the_window_is_left_another_cookie_chosen_or_it_closes(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window, _ = made(make_window)
    shown(qtbot, window)
    QApplication.sendEvent(window.cookies.reveal, QEvent(QEvent.Type.WindowDeactivate))
    assert not window.cookies.reveal.shown
    shown(qtbot, window)
    window.table.selectRow(1)
    assert not window.cookies.reveal.shown
    window.table.selectRow(0)
    shown(qtbot, window)
    window.close()
    assert not window.cookies.reveal.shown


def test_the_clipboard_is_cleared_only_of_what_we_copied(qtbot: QtBot) -> None:
    clipboard, ours = QGuiApplication.clipboard(), SecretClipboard()
    ours.copy(Secret(MARKER), 60)
    assert clipboard.text() == MARKER
    assert clipboard.mimeData().data("x-kde-passwordManagerHint") == b"secret"
    ours.clear()
    assert clipboard.text() == ""
    ours.copy(Secret(MARKER), 60)
    clipboard.setText("somebody else's")
    ours.clear()
    assert clipboard.text() == "somebody else's"


def test_a_copied_value_is_cleared_after_its_time(qtbot: QtBot, make_window: MakeWindow) -> None:
    window, _ = made(make_window)
    window.cookies.reveal.clipboard_s = 1
    shown(qtbot, window)
    window.cookies.reveal.copy_button.click()
    assert QGuiApplication.clipboard().text() == MARKER
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "", timeout=10_000)


def spoken(interface: QAccessibleInterface, depth: int = 0) -> list[str]:
    said = [interface.text(text) for text in QAccessible.Text if text is not QAccessible.Text.UserText]
    children = [interface.child(number) for number in range(interface.childCount())] if depth < 12 else []
    return said + [text for child in children if child is not None for text in spoken(child, depth + 1)]


def test_no_text_says_it_while_it_is_shown(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window, _ = made(make_window)
    told: list[str] = []
    window.cookies.reveal.announced.connect(told.append)
    shown(qtbot, window)
    assert window.cookies.reveal.shown
    said = [window.windowTitle(), *told, *spoken(QAccessible.queryAccessibleInterface(window))]
    for widget in (window, *window.findChildren(QWidget)):
        said += [
            widget.toolTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
            str(widget.property("text")),
        ]
    for key in ("copy_row", "copy_details"):
        window.actions_by_key[key].trigger()
        said.append(QGuiApplication.clipboard().text())
    window.close()
    said += [path.read_bytes().decode("utf-8", "replace") for path in tmp_path.rglob("*") if path.is_file()]
    assert any("Shown for" in text for text in said)
    assert not [text for text in said if MARKER in text]
