# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The strip under the findings: three marks and a comment for those that are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector.core.project import Assessment, Stance
from inspector.gui import words
from inspector.gui.audit.mark_words import STANCES
from inspector.gui.projects.said import LONGEST
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate

_BUTTONS = (
    (Stance.AGREED, QT_TRANSLATE_NOOP("audit", "A&greed")),
    (Stance.NOT_AGREED, QT_TRANSLATE_NOOP("audit", "&Not agreed")),
    (Stance.TO_DECIDE, QT_TRANSLATE_NOOP("audit", "To be &decided")),
)
_TICKED = "\u2713 "  # beside the colour, which alone tells not everybody
_PAD = 24


class MarkBar(QWidget):
    """``marked`` tells a :class:`Stance`, or ``None`` where the mark is taken away; ``commented`` the comment."""

    marked = Signal(object)
    commented = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Stance, QPushButton] = {}
        self.title, self.comment = QLabel(), QLineEdit()
        self._comment = ""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addStretch(1)
        for stance, text in _BUTTONS:
            button = self.buttons[stance] = QPushButton(translate("audit", text))
            button.setCheckable(True)
            button.setToolTip(translate("audit", STANCES[stance].explanation))
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(_TICKED + translate("audit", text)) + _PAD)
            button.clicked.connect(lambda checked, stance=stance: self.marked.emit(stance if checked else None))
            row.addWidget(button)
        self.comment.setPlaceholderText(self.tr("Comment"))
        self.comment.setAccessibleName(self.tr("Comment on the chosen findings"))
        self.comment.setMaxLength(LONGEST)
        self.comment.editingFinished.connect(self.finish)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 10, 8)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.comment)

    def show_marks(self, marks: Sequence[Assessment | None]) -> None:
        """Show what was said of the chosen findings; where they differ, nothing is pressed."""
        stances = {None if mark is None else mark.stance for mark in marks}
        comments = {"" if mark is None else mark.comment for mark in marks}
        for stance, text in _BUTTONS:
            on = stances == {stance}
            self.buttons[stance].setChecked(on)
            self.buttons[stance].setText((_TICKED if on else "") + translate("audit", text))
        self._comment = comments.pop() if len(comments) == 1 else ""
        self.comment.setText(" ".join(self._comment.split()))
        self.comment.setCursorPosition(0)
        self.comment.setModified(False)
        several = self.tr("Mark {number} findings").format(number=words.amount(len(marks)))
        self.title.setText(several if len(marks) > 1 else self.tr("Your mark"))
        self.setVisible(bool(marks))

    def finish(self) -> None:
        """Tell the comment that is being typed: another finding is chosen, or the window closes."""
        if self.comment.isModified():
            self.comment.setModified(False)
            self.commented.emit(self.comment.text())
