# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The value of the chosen cookie, on demand: shown for a few seconds, hidden when the window is left, copied with care.

It is painted and nothing else: no text of a widget holds it, so that neither a screen reader nor a title says it.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from inspector.core.cookie import Cookie
from inspector.core.revealed import Revealed, asks_keyring, why_locked
from inspector.core.secret import Secret
from inspector.core.visible import visible
from inspector.gui import theme
from inspector.gui.tasks import Outcome, Task
from inspector.gui.views.clipboard import SecretClipboard

Reveal = Callable[[Cookie], Revealed]
_LINES: Final = 6
_PAD: Final = 8
_WRAP: Final = int(Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class SecretText(QWidget):
    """Paints a value, wrapped anywhere. It has no text that could be asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Secret | None = None
        self.setAccessibleName(self.tr("The value, on the screen only"))

    @property
    def value(self) -> Secret | None:
        """What is painted."""
        return self._value

    def show_value(self, value: Secret | None) -> None:
        """Paint another value, or none."""
        self._value = value
        self.updateGeometry()
        self.update()

    def _text(self) -> str:
        return "" if self._value is None else visible(self._value.reveal())

    def hasHeightForWidth(self) -> bool:
        """It is as high as its lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines at a width."""
        room = self.fontMetrics().boundingRect(0, 0, max(1, width - 2 * _PAD), 100_000, _WRAP, self._text())
        return room.height() + 2 * _PAD

    def sizeHint(self) -> QSize:
        """A line; the layout asks for the height of a width."""
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.heightForWidth(max(200, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the value."""
        with QPainter(self) as painter:
            painter.drawText(self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD), _WRAP, self._text())


class RevealBar(QFrame):
    """A button below the details, and what it brings. ``announced`` is for screen readers and never the value."""

    announced = Signal(str)

    def __init__(self, reveal: Reveal | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reveal = reveal
        self._cookie: Cookie | None = None
        self._asked = False
        self.hide_s, self.clipboard_s = 15, 10
        self.task = Task(self)
        self.clipboard = SecretClipboard(self)
        self.text, self.said = SecretText(), QLabel()
        self.show_button, self.copy_button = QPushButton(), QPushButton(self.tr("Copy value"))
        self.area = QScrollArea()
        self._timer = QTimer(self, singleShot=True)
        self._lay_out()
        self._timer.timeout.connect(self.hide_value)
        self.show_button.clicked.connect(self.toggle)
        self.copy_button.clicked.connect(self.copy)
        self.task.finished.connect(self._take)
        self.show_cookie(None)

    def _lay_out(self) -> None:
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.area.setWidget(self.text)
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(self.tr("The value"))
        self.area.setMaximumHeight(self.fontMetrics().lineSpacing() * _LINES + 2 * _PAD)
        self.text.setBackgroundRole(theme.Role.Base)
        row = QHBoxLayout()
        row.addWidget(self.show_button)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.area)
        layout.addWidget(self.said)
        layout.addLayout(row)

    # What is shown

    def show_cookie(self, cookie: Cookie | None) -> None:
        """Take another cookie; the value of the one before is gone."""
        if cookie is self._cookie and cookie is not None:
            return
        self._cookie = cookie
        self.task.cancel()
        self.hide_value()
        self.setVisible(cookie is not None and self._reveal is not None)

    @property
    def shown(self) -> bool:
        """Whether a value is on the screen."""
        return self.text.value is not None

    def hide_value(self) -> None:
        """Take the value off the screen."""
        self._asked = False
        self._timer.stop()
        self.text.show_value(None)
        self.area.hide()
        self.copy_button.hide()
        self.show_button.setText(self.tr("Show value"))
        self.show_button.setEnabled(True)
        self._say("")
        if self._cookie is not None and (why := why_locked(self._cookie)):
            self.show_button.setEnabled(False)
            self._say(self.tr("Locked: {why}.").format(why=why))

    def toggle(self) -> None:
        """Show the value, or hide it. Where a keyring is asked, that is said first and takes a second press."""
        cookie, reveal = self._cookie, self._reveal
        if self.shown:
            self.hide_value()
        elif cookie is None or reveal is None or self.task.busy or why_locked(cookie):
            return
        elif asks_keyring(cookie) and not self._asked:
            self._announce_keyring(cookie)
        else:
            self._say(self.tr("Reading this one value…"))
            self.show_button.setEnabled(False)
            self.task.start(lambda: reveal(cookie), cookie.store.label)

    def _announce_keyring(self, cookie: Cookie) -> None:
        self._asked = True
        browser = visible(cookie.store.browser_name or cookie.store.browser, 60)
        self.show_button.setText(self.tr("Ask for the key"))
        self._say(
            self.tr(
                "This value is encrypted. The key of {browser} is asked of your system, which may want your password."
            ).format(browser=browser)
        )

    def _take(self, outcome: Outcome) -> None:
        self.hide_value()
        problem = outcome.problem
        if isinstance(outcome.result, Revealed):
            if outcome.result.value is not None:
                self._show(outcome.result.value)
                return
            problem = outcome.result.problem
        if problem is not None:
            why = self.tr("The value cannot be shown: {why}.").format(why=visible(problem.why or problem.what, 300))
            self._say(" ".join(filter(None, (why, visible(problem.what_to_do, 300)))))

    def _show(self, value: Secret) -> None:
        if not value.reveal():
            self._say(self.tr("The value is empty."))
            return
        self.text.show_value(value)
        self.area.show()
        self.copy_button.show()
        self.show_button.setText(self.tr("Hide value"))
        self._say(self.tr("Shown for {seconds} seconds.").format(seconds=self.hide_s))
        self._timer.start(self.hide_s * 1000)

    def copy(self) -> None:
        """Copy the value that is shown; the clipboard is cleared later, if it still holds it."""
        if self.text.value is not None:
            self.clipboard.copy(self.text.value, self.clipboard_s)
            self._say(
                self.tr("Copied. The clipboard is cleared in {seconds} seconds.").format(seconds=self.clipboard_s)
            )

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        if sentence:
            self.announced.emit(sentence)

    # Leaving

    def _follow(self, kind: QEvent.Type) -> None:
        if kind in (QEvent.Type.WindowDeactivate, QEvent.Type.Hide) and self.shown:
            self.hide_value()

    def event(self, event: QEvent) -> bool:
        """Hide the value as soon as the window is left."""
        self._follow(event.type())
        return super().event(event)

    def forget(self) -> None:
        """Take nothing more, and leave nothing behind: the window closes."""
        self.task.forget()
        self.hide_value()
        self.clipboard.clear()
