# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The filter line, what it is understood as, and the count beside it: "37 of 5,214 cookies".

The line is the one state of the filter: switches, menus and chips change it, and read from it what is on.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from inspector.core.filter.editing import Value, hidden, shown_only, switched, without
from inspector.core.filter.query import NO_QUERY, Term, parse
from inspector.gui import words
from inspector.gui.fields import window_fields
from inspector.gui.translation import translate
from inspector.gui.views.filter_line import FilterLine
from inspector.gui.views.term_chips import TermChips


class FilterBar(QWidget):
    """One line to type in. ``changed`` tells at each keystroke what it asks now."""

    changed = Signal(object)  # Query
    read_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = window_fields()
        self.query = NO_QUERY
        self.line = FilterLine(self.fields)
        self.count = QLabel()
        self.reread = QPushButton(self.tr("Read again"))
        self.chips = TermChips()
        self._dress()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        row.addWidget(self.reread)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.chips)
        self.line.textChanged.connect(self._take_line)
        self.chips.removed.connect(self._remove)
        self.reread.clicked.connect(self.read_again)

    def _dress(self) -> None:
        self.line.setPlaceholderText(
            self.tr("Filter: a host, name or path; purpose:ad, company:google, lifetime:>1y; !word leaves out")
        )
        self.line.setAccessibleName(self.tr("Filter"))
        self.line.setMinimumHeight(round(self.line.fontMetrics().height() * 1.9))
        self.reread.setMinimumHeight(self.line.minimumHeight())
        self.reread.setToolTip(self.tr("Read all stores again (F5)"))
        self.count.setAccessibleName(self.tr("Number of cookies"))
        self.count.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)

    def _take_line(self, line: str) -> None:
        self.query = parse(line, self.fields)
        self.line.show_query(self.query)
        self.chips.show_query(self.query)
        self.changed.emit(self.query)

    def _remove(self, start: int, end: int) -> None:
        self._press(without(self.line.text(), start, end))

    def _press(self, line: str) -> None:
        """Take a line that a press made, with room behind it for what is typed next."""
        self.line.setText(f"{line} " if line else "")

    def switch(self, value: Value, *, on: bool) -> None:
        """Switch a value on beside others of its field, or off."""
        self._press(switched(self.line.text(), value, self.fields, on=on))

    def show_only(self, value: Value) -> None:
        """Show what has this value, in place of whatever was asked of its field."""
        self._press(shown_only(self.line.text(), value, self.fields))

    def hide_value(self, value: Value) -> None:
        """Leave out what has this value."""
        self._press(hidden(self.line.text(), value, self.fields))

    def drop_fields(self, *names: str) -> None:
        """Take everything that is asked of these fields out of the line."""
        line = self.line.text()
        while term := next((term for term in parse(line, self.fields).terms if _is_of(term, names)), None):
            line = without(line, term.start, term.end)
        self._press(line)

    def show_count(self, shown: int, total: int) -> None:
        """Say how many of all are shown; the width stays, so that typing does not make the line jump."""
        text = counted(shown, total) if total else ""  # "0 cookies" would be false comfort where nothing was read
        self.count.setText(text)
        self.count.setMinimumWidth(max(self.count.fontMetrics().horizontalAdvance(text), self.count.minimumWidth()))

    def focus_line(self) -> None:
        """Put the cursor into the line and mark its text, ready to be typed over."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()


def _is_of(term: Term, names: Sequence[str]) -> bool:
    return term.field is not None and term.wanted and term.field.name in names


def counted(shown: int, total: int) -> str:
    """Return "5,214 cookies", or "37 of 5,214 cookies" while a filter hides some."""
    if shown == total:
        return words.cookies(total)
    template = translate("FilterBar", "{shown} of {total}")
    return template.format(shown=words.amount(shown), total=words.cookies(total))
