# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit laid out: runs and the consent timeline above, cookies, pages and hosts below, beside them what is chosen.

Choosing runs leaves what belongs to them; choosing a cookie, in its table or on the timeline, tells its biography.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QTabWidget, QVBoxLayout, QWidget

from inspector.core.report import Report
from inspector.gui import words as general
from inspector.gui.audit.board import AuditBoard
from inspector.gui.facts import FactGroup
from inspector.gui.models.table import TableModel
from inspector.gui.views.facts_view import FactsView
from inspector.gui.views.panes import divided
from inspector.gui.views.table_pane import RowTable, TablePane
from inspector.gui.visit import facts, rows
from inspector.gui.visit.rows import RunRow, StoryRow, VisitRows
from inspector.gui.visit.source import Seen
from inspector.gui.visit.timeline_card import TimelineCard

_FLOORS: Final = (270, 330)
_ABOVE: Final = (640, 640)
_BELOW: Final = (800, 480)


class VisitBoard(QWidget):
    """Shows the rows of a visit, and the audit of it where there is one.

    ``quoted`` asks for a claim's place in the policy, ``picture_asked`` for a picture of the page.
    """

    quoted = Signal(object)  # Claim
    picture_asked = Signal(int, str)  # the number of a run, the name of a file

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: VisitRows | None = None
        self._audit: Report | None = None
        self.runs_model = TableModel(rows.RUN_COLUMNS, self)
        self.runs = RowTable(self.runs_model, rows.RUN_COLUMNS)
        self.runs.setAccessibleName(self.tr("Runs of the visit"))
        self.timeline = TimelineCard()
        self.cookies = TablePane(rows.COOKIE_COLUMNS, self.tr("Cookies"), self.tr("Filter cookies"))
        self.pages = TablePane(rows.PAGE_COLUMNS, self.tr("Pages"), self.tr("Filter pages"))
        self.hosts = TablePane(rows.HOST_COLUMNS, self.tr("Hosts"), self.tr("Filter hosts"))
        self.kept = TablePane(rows.KEPT_COLUMNS, self.tr("Beside cookies"), self.tr("Filter what was found"))
        self.details, self.audit = FactsView(), AuditBoard()
        self.details.setAccessibleName(self.tr("Biography and details"))
        self.details.setFrameShape(QFrame.Shape.NoFrame)
        self.picture = QPushButton(self.tr("Show the picture"))
        self._lay_out()
        self.runs.selectionModel().selectionChanged.connect(self._filter_by_run)
        self.timeline.chosen.connect(self.choose_cookie)
        for pane in self.panes:
            pane.chosen.connect(lambda pane=pane: self._show_chosen(pane))
            pane.table.clicked.connect(lambda index, pane=pane: self._show_chosen(pane))
        self.audit.quoted.connect(self.quoted)
        self.picture.clicked.connect(self._ask_for_picture)
        self.kept.table.activated.connect(lambda index: self._ask_for_picture())
        self.picture.hide()

    @property
    def panes(self) -> tuple[TablePane, ...]:
        """The tables below, in their order."""
        return (self.cookies, self.pages, self.hosts, self.kept)

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for pane in self.panes:
            self.tabs.addTab(pane, pane.table.accessibleName())
        above = divided(Qt.Orientation.Horizontal, self.runs, self.timeline)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.details, 1)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTrailing)
        below = divided(Qt.Orientation.Horizontal, self.tabs, side)
        above.setSizes(list(_ABOVE))
        below.setSizes(list(_BELOW))
        floors = divided(Qt.Orientation.Vertical, above, below)
        floors.setSizes(list(_FLOORS))
        self.splitters = {"above": above, "below": below, "floors": floors}
        self.views = QTabWidget()
        self.views.setDocumentMode(True)
        self.views.addTab(floors, self.tr("What happened"))
        self.views.addTab(self.audit, self.tr("Promise against practice"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.views)

    def panes_in_order(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        if self.views.currentWidget() is self.audit:
            return self.audit.panes_in_order()
        current = self.tabs.currentWidget()
        held = [current.table] if isinstance(current, TablePane) else []
        return (self.runs, self.timeline.pane(), *held, self.details)

    def focus_line(self) -> None:
        """Put the cursor into the filter line of the table that is shown."""
        if self.views.currentWidget() is self.audit:
            self.audit.cookies.focus_line()
            return
        current = self.tabs.currentWidget()
        if isinstance(current, TablePane):
            current.focus_line()

    def clear_filters(self) -> None:
        """Show everything of every run."""
        self.runs.clearSelection()
        self.audit.clear_filters()
        for pane in self.panes:
            pane.line.clear()

    def show_seen(self, seen: Seen, made: VisitRows) -> None:
        """Show another visit."""
        self._rows, self._audit = made, None if seen.audit is None else seen.audit.report
        for pane in self.panes:
            pane.line.clear()
        self.runs_model.show(made.runs)
        self.runs.setColumnHidden(rows.UNKNOWN, not any(row.unknown for row in made.runs))
        self.runs.clearSelection()
        self.timeline.show_rows(made)
        if seen.audit is not None:
            self.audit.show_rows(seen.audit)
        self.views.setTabVisible(1, seen.audit is not None)
        self.views.tabBar().setVisible(seen.audit is not None)
        self.views.setCurrentIndex(0)
        self._filter()
        self.tabs.setCurrentIndex(0)
        self._show_visit()

    # Runs

    def _filter_by_run(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self._filter()
        self.picture.hide()
        chosen = self._chosen_runs()
        if chosen and self._rows is not None:
            self.details.show_facts(chosen[0].title, "", facts.run_details(chosen[0], self._rows))
        else:
            self._show_visit()

    def _chosen_runs(self) -> tuple[RunRow, ...]:
        model = self.runs_model
        return tuple(model.rows[model.number_of(row)] for row in self.runs.chosen_rows())

    def _filter(self) -> None:
        """Leave what belongs to the chosen runs, everything where none is chosen."""
        made = self._rows
        if made is None:
            return
        wanted = {row.number for row in self._chosen_runs()}
        none = self.tr("Nothing of it was seen. That alone does not mean that all is well.")
        texts: tuple[tuple[TablePane, tuple[Any, ...], str], ...] = (
            (self.cookies, made.cookies, self.tr("No cookie was asked for, as far as was seen.")),
            (self.pages, made.pages, self.tr("No page was opened.")),
            (self.hosts, made.hosts, none),
            (self.kept, made.kept, none),
        )
        for number, (pane, held, why) in enumerate(texts):
            shown = tuple(row for row in held if row.run in wanted) if wanted else held
            pane.show_rows(shown, why)
            self.tabs.setTabText(number, f"{pane.table.accessibleName()} ({general.amount(len(shown))})")

    # What is chosen

    def choose_cookie(self, number: int) -> None:
        """Choose a cookie by its number in the whole visit; a filter that hides it is cleared."""
        if self._rows is None or not 0 <= number < len(self._rows.cookies):
            return
        wanted = self._rows.cookies[number]
        if wanted not in self.cookies.model.rows:
            self.runs.clearSelection()
        at = next((at for at, row in enumerate(self.cookies.model.rows) if row is wanted), None)
        self.views.setCurrentIndex(0)
        self.tabs.setCurrentWidget(self.cookies)
        if at is not None:
            self.cookies.choose((at,))
            self._show_chosen(self.cookies)

    def _show_chosen(self, pane: TablePane) -> None:
        chosen = pane.rows()
        if not chosen or self._rows is None:
            return
        title, under, groups = self._told()[pane](chosen[0])
        self.details.show_facts(title, under, groups)
        self.picture.setVisible(pane is self.kept and bool(chosen[0].picture))

    def _ask_for_picture(self) -> None:
        chosen = self.kept.rows()
        if chosen and chosen[0].picture:
            self.picture_asked.emit(chosen[0].run, chosen[0].picture)

    def _told(self) -> Mapping[TablePane, Callable[[Any], tuple[str, str, tuple[FactGroup, ...]]]]:
        made = self._rows
        if made is None:
            return {}
        return {
            self.cookies: lambda row: (row.name, row.host, facts.story_details(row, made, self._audit)),
            self.pages: lambda row: (row.address, row.when, facts.page_details(row, made)),
            self.hosts: lambda row: (row.host.host, "", facts.host_details(row, made)),
            self.kept: lambda row: (row.what, row.title, facts.kept_details(row, made)),
        }

    def _show_visit(self) -> None:
        self.picture.hide()
        if self._rows is not None:
            url = self._rows.report.record.url
            self.details.show_facts(url, "", facts.visit_details(self._rows))

    def chosen_cookie(self) -> StoryRow | None:
        """Return the cookie whose biography is told."""
        chosen = self.cookies.rows()
        return chosen[0] if chosen else None
