# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The filter line and the count beside it: "37 of 5,214 cookies"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from inspector.gui import words
from inspector.gui.translation import translate


class FilterBar(QWidget):
    """One line to type in. ``changed`` tells its text at each keystroke."""

    changed = Signal(str)
    read_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.count = QLabel()
        self.reread = QPushButton(self.tr("Read again"))
        self._dress()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(12)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.count)
        layout.addWidget(self.reread)
        self.line.textChanged.connect(self.changed)
        self.reread.clicked.connect(self.read_again)

    def _dress(self) -> None:
        self.line.setPlaceholderText(
            self.tr("Filter: a host, name or path; purpose:ad, vendor:google, tracks:across; !word leaves out")
        )
        self.line.setAccessibleName(self.tr("Filter"))
        self.line.setClearButtonEnabled(True)
        self.line.setMaxLength(1000)
        self.line.setMinimumHeight(round(self.line.fontMetrics().height() * 1.9))
        self.reread.setMinimumHeight(self.line.minimumHeight())
        self.reread.setToolTip(self.tr("Read all stores again (F5)"))
        self.count.setAccessibleName(self.tr("Number of cookies"))
        self.count.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)

    def show_count(self, shown: int, total: int) -> None:
        """Say how many of all are shown; the width stays, so that typing does not make the line jump."""
        text = counted(shown, total) if total else ""  # "0 cookies" would be false comfort where nothing was read
        self.count.setText(text)
        self.count.setMinimumWidth(max(self.count.fontMetrics().horizontalAdvance(text), self.count.minimumWidth()))

    def focus_line(self) -> None:
        """Put the cursor into the line and mark its text, ready to be typed over."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()


def counted(shown: int, total: int) -> str:
    """Return "5,214 cookies", or "37 of 5,214 cookies" while a filter hides some."""
    if shown == total:
        return words.cookies(total)
    template = translate("FilterBar", "{shown} of {total}")
    return template.format(shown=words.amount(shown), total=words.cookies(total))
