# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A secret on the clipboard: marked so that histories of clipboards leave it out, and cleared when its time is over."""

from typing import Final

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from inspector.core.secret import Secret

# What keepers of clipboard histories look for: KDE's Klipper, and the history of Windows.
_MARKS: Final = (
    ("x-kde-passwordManagerHint", b"secret"),
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"\1"),
)


class SecretClipboard(QObject):
    """Copies one secret at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._copied: Secret | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.clear)

    def copy(self, value: Secret, seconds: int) -> None:
        """Copy a value, for some seconds."""
        data = QMimeData()
        data.setText(value.reveal())
        for name, mark in _MARKS:
            data.setData(name, QByteArray(mark))
        QGuiApplication.clipboard().setMimeData(data)
        self._copied = value
        self._timer.start(seconds * 1000)

    def clear(self) -> None:
        """Clear the clipboard if it still holds what was copied; what was copied since is somebody else's."""
        copied, self._copied = self._copied, None
        self._timer.stop()
        clipboard = QGuiApplication.clipboard()
        if copied is not None and clipboard.text() == copied.reveal():
            clipboard.clear()
