# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The panel of issues: what could not be read, where, why, and what to do. It never opens by itself as a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from inspector.core.problem import Problem
from inspector.gui import theme
from inspector.gui.models.problems import PROBLEM_COLUMNS, ProblemModel, problem_text
from inspector.gui.views.data_table import title_width
from inspector.gui.words import issues

_AIR = 8  # pixels between two issues


class IssuesPanel(QWidget):
    """A table of problems under a title, with a button to copy them."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ProblemModel(self)
        self.table = QTableView()
        self.title = QLabel()
        self.copy = QPushButton(self.tr("Copy all"))
        self.hide_button = QPushButton(self.tr("Hide"))
        self._shape_table()
        self._lay_out()
        self.copy.clicked.connect(self.copy_all)
        self.hide_button.clicked.connect(self.closed)

    def _shape_table(self) -> None:
        table, character = self.table, self.fontMetrics().averageCharWidth()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Issues"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for section, column in enumerate(PROBLEM_COLUMNS):
            table.setColumnWidth(section, max(column.width * character, title_width(table, section)))

    def _lay_out(self) -> None:
        self.title.setFont(theme.sized(self.font(), 1, bold=True))
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 6, 12, 6)
        bar.setSpacing(8)
        bar.addWidget(self.title, 1)
        bar.addWidget(self.copy)
        bar.addWidget(self.hide_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.table)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show other problems in place of all there are."""
        self.model.show(problems)
        self.table.resizeRowsToContents()
        for row in range(len(problems)):
            self.table.setRowHeight(row, self.table.rowHeight(row) + _AIR)
        self.title.setText(issues(len(problems)))
        self.table.selectRow(0)
        self.copy.setEnabled(bool(problems))

    def copy_all(self) -> None:
        """Copy every issue as lines of text."""
        QGuiApplication.clipboard().setText("\n\n".join(map(problem_text, self.model.problems)))
