# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The terms of the filter line as chips that can be taken out one by one, and what is wrong with the line."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from inspector.core.filter.query import NO_QUERY, Query, Term
from inspector.core.visible import visible
from inspector.gui import theme
from inspector.gui.hues import Look
from inspector.gui.views.signs import sign

_LONGEST: Final = 48
_CROSS: Final = "✕"


class TermChips(QWidget):
    """Shows a query. ``removed`` tells the place of a term that is to be taken out of the line."""

    removed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: list[QToolButton] = []
        self._query = NO_QUERY
        self.sign, self.fault = QLabel(), QLabel()
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.fault.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self.sign)
        self._row.addWidget(self.fault, 1)
        self.hide()

    def show_query(self, query: Query) -> None:
        """Show other terms; nothing where there is only a word or nothing at all."""
        if query == self._query:
            return
        self._query = query
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.deleteLater()
        shown = query.terms if len(query.terms) > 1 or any(term.field is not None for term in query.terms) else ()
        self.chips = [self._chip(term) for term in shown]
        for place, chip in enumerate(self.chips):
            self._row.insertWidget(place, chip)
        fault = query.wrong
        self.fault.setText("" if fault is None else visible(fault.message))
        self.fault.setToolTip(self.fault.text())
        self.sign.setVisible(fault is not None)
        if fault is not None:
            ground = self.palette().color(theme.Role.Window)
            self.sign.setPixmap(sign(Look.BAD, self.fontMetrics().height(), ground))
        self.setVisible(bool(self.chips) or fault is not None)

    def _chip(self, term: Term) -> QToolButton:
        text = self._query.line[term.start : term.end]
        chip = QToolButton(self)
        chip.setText(f"{visible(text, _LONGEST)}  {_CROSS}")
        chip.setToolTip(visible(text))
        chip.setAccessibleName(self.tr("Remove from the filter: {term}").format(term=visible(text)))
        chip.setAutoRaise(False)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.clicked.connect(lambda: self.removed.emit(term.start, term.end))
        return chip

    def minimumSizeHint(self) -> QSize:
        """Chips that do not fit are cut off; the line has them all."""
        return QSize(0, super().minimumSizeHint().height())
