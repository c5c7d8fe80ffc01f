# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The list of issues: what, where, why and what to do, one row for each problem."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from inspector.core.problem import Problem, Severity
from inspector.core.visible import visible
from inspector.gui.models.cookies import NO_INDEX, Index, Role
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate
from inspector.gui.words import amount, word

SEVERITY: Final[Mapping[Severity, str]] = {
    Severity.FAILED: QT_TRANSLATE_NOOP("words", "Not read"),
    Severity.PARTIAL: QT_TRANSLATE_NOOP("words", "Partly read"),
    Severity.NOTE: QT_TRANSLATE_NOOP("words", "Note"),
}
_GRAVITY: Final = (Severity.FAILED, Severity.PARTIAL, Severity.NOTE)


class ProblemColumn(NamedTuple):
    """A column of the list."""

    title: str
    text: Callable[[Problem], str]
    width: int


def _severity(problem: Problem) -> str:
    return word(SEVERITY, problem.severity)


def _what(problem: Problem) -> str:
    what = visible(problem.what)
    return what if problem.count == 1 else f"{what} (× {amount(problem.count)})"


PROBLEM_COLUMNS: Final = (
    ProblemColumn(QT_TRANSLATE_NOOP("problems", "Result"), _severity, 12),
    ProblemColumn(QT_TRANSLATE_NOOP("problems", "What"), _what, 34),
    ProblemColumn(QT_TRANSLATE_NOOP("problems", "Why"), lambda problem: visible(problem.why), 34),
    ProblemColumn(QT_TRANSLATE_NOOP("problems", "What to do"), lambda problem: visible(problem.what_to_do), 40),
    ProblemColumn(QT_TRANSLATE_NOOP("problems", "Where"), lambda problem: visible(problem.where), 40),
)


def problem_text(problem: Problem) -> str:
    """Return a problem as lines that can be pasted into a report."""
    lines = (
        f"{translate('problems', column.title)}: {column.text(problem)}"
        for column in PROBLEM_COLUMNS
        if column.text(problem)
    )
    return "\n".join(lines)


class ProblemModel(QAbstractTableModel):
    """Problems as rows, the gravest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problems: tuple[Problem, ...] = ()

    def show(self, problems: tuple[Problem, ...]) -> None:
        """Take other problems in place of all there are."""
        self.beginResetModel()
        self.problems = tuple(sorted(problems, key=lambda problem: _GRAVITY.index(problem.severity)))
        self.endResetModel()

    def cell(self, row: int, column: int, role: int) -> Any:
        """Return what a role says of a cell."""
        title, text, _ = PROBLEM_COLUMNS[column]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return text(self.problems[row])
        if role == Role.AccessibleTextRole:
            return f"{translate('problems', title)}: {text(self.problems[row])}"
        return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading if role == Role.TextAlignmentRole else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One row for each problem."""
        return 0 if parent.isValid() else len(self.problems)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """See ``PROBLEM_COLUMNS``."""
        return 0 if parent.isValid() else len(PROBLEM_COLUMNS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """See :meth:`cell`."""
        return self.cell(index.row(), index.column(), role) if index.isValid() else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The title of a column."""
        titled = role == Role.DisplayRole and orientation == Qt.Orientation.Horizontal
        return translate("problems", PROBLEM_COLUMNS[section].title) if titled else None
