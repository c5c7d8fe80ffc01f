# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Says what cookies of a name are for, in the user's own word: with a reason, for one host or any."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector.core.label import Label, Purpose
from inspector.core.project import LabelOverride
from inspector.core.visible import visible
from inspector.gui import purpose_words, words
from inspector.gui.projects.said import LONGEST
from inspector.gui.translation import translate


class LabelDialog(QDialog):
    """``said`` tells a :class:`LabelOverride`, ``dropped`` the key of one that is taken back."""

    said = Signal(object)
    dropped = Signal(object)

    def __init__(
        self,
        name: str,
        host: str,
        label: Label | None,
        held: LabelOverride | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._host, self._held = name, host, held
        self.setWindowTitle(translate("LabelDialog", "What is this cookie for?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.purpose, self.reason = QComboBox(), QLineEdit()
        self.everywhere = QCheckBox(self.tr("On &any host, not only {host}").format(host=visible(host, 60)))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go: QPushButton = self.buttons.addButton(self.tr("&Say so"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._fill(label)
        self._lay_out()
        self.buttons.accepted.connect(self._answer)
        self.buttons.rejected.connect(self.reject)
        self.reason.textChanged.connect(self._tell)
        self._tell()

    def _fill(self, label: Label | None) -> None:
        for purpose in Purpose:
            text = words.word(purpose_words.PURPOSE, purpose)
            explained = words.word(purpose_words.PURPOSE_SAYS, purpose)
            self.purpose.addItem(self.tr("{purpose}: {says}").format(purpose=text, says=explained), purpose)
        now = self._held.purpose if self._held is not None else label.purpose if label is not None else Purpose.UNKNOWN
        self.purpose.setCurrentIndex(list(Purpose).index(now))
        self.purpose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.purpose.setMinimumContentsLength(40)
        self.purpose.setAccessibleName(self.tr("Purpose"))
        self.reason.setMaxLength(LONGEST)
        self.reason.setPlaceholderText(self.tr("How you know; it is shown wherever your word counts"))
        if self._held is not None:
            self.reason.setText(" ".join(self._held.reason.split()))
            self.everywhere.setChecked(self._held.host is None)

    def _lay_out(self) -> None:
        head = QLabel(self.tr("{name} of {host}").format(name=visible(self._name, 80), host=visible(self._host, 80)))
        head.setTextFormat(Qt.TextFormat.PlainText)
        note = QLabel(
            self.tr("Your word wins over what the program thinks, here and in audits, and is kept in the project.")
        )
        note.setWordWrap(True)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Purpose"), self.purpose)
        form.addRow(self.tr("&Reason"), self.reason)
        form.addRow("", self.everywhere)
        if self._held is not None:
            drop = self.drop = self.buttons.addButton(
                self.tr("&Take back"), QDialogButtonBox.ButtonRole.DestructiveRole
            )
            drop.clicked.connect(self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addLayout(form)
        column.addWidget(note)
        column.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)

    def _tell(self) -> None:
        """A word that nobody can follow is none: without a reason it cannot be said."""
        self.go.setEnabled(bool(self.reason.text().strip()))

    def _answer(self) -> None:
        host = None if self.everywhere.isChecked() else self._host
        purpose = list(Purpose)[self.purpose.currentIndex()]
        self.accept()
        self.said.emit(LabelOverride(self._name, host, purpose, self.reason.text().strip()))

    def _drop(self) -> None:
        if self._held is not None:
            self.accept()
            self.dropped.emit(self._held.key)
