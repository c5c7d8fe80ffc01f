# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The main window: what its menus and pages ask for, it does. What is read, and what each page shows, is elsewhere."""

from collections.abc import Callable
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from inspector.gui import drops
from inspector.gui.overview.records import Goal
from inspector.gui.policy.source import Way
from inspector.gui.preferences import AtStart
from inspector.gui.projects.opening import Opening
from inspector.gui.settings import WindowSettings
from inspector.gui.views.actions import fill_menus
from inspector.gui.views.furnished import Furnished
from inspector.gui.views.outside import Outside
from inspector.gui.views.page import PageWays
from inspector.gui.views.window_dialogs import offer_drop

if TYPE_CHECKING:  # the first picture does not wait for these
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from inspector.gui.history.keeper import HistoryKeeper
    from inspector.gui.models.labels import LabelRows
    from inspector.gui.projects.keeper import ProjectKeeper
    from inspector.gui.views.empty import Does
    from inspector.gui.workers import Loaded


class MainWindow(Furnished):
    """One window over one reading. ``stores`` are paths to read instead of every browser found."""

    def __init__(self, outside: Outside, settings: WindowSettings, stores: tuple[Path, ...] = ()) -> None:
        super().__init__(outside, settings, stores)
        self.opening = Opening(self, outside.project, outside.later.keep, settings)
        self.pages.put(
            "overview", self.overview, PageWays(self.focus_filter, lambda: None, self.overview.panes_in_order)
        )
        self._take_actions(fill_menus(self))
        self.actions_by_key["history"].setEnabled(outside.history is not None)
        self._follow_preferences()

    # The project

    @property
    def projects(self) -> "ProjectKeeper":
        """The project that is open."""
        return self.opening.projects

    def save_project(self) -> None:
        """Ask where to save the project."""
        self.projects.save_as()

    def undo(self) -> None:
        """Take back the last mark, comment or label."""
        self.said.undo.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.said.undo.redo()

    def _take_said(self) -> None:
        self.readings.take_overrides(self.said.overrides)
        self.projects.save()

    # What happens

    @cached_property
    def history(self) -> "HistoryKeeper | None":
        """What is remembered of scans, made when it is first wanted; ``None`` where nothing can be remembered."""
        if self._outside.history is None:
            return None
        from inspector.gui.history.keeper import HistoryKeeper

        keeper = HistoryKeeper(self._outside.history(), self._outside.now_us, self)
        keeper.told.connect(self.tell)
        return keeper

    def _join(self) -> None:
        """Connect the furniture with the rest of the window."""
        self.readings.started.connect(self._show_started)
        self.readings.shown.connect(self._show_ended)
        self.readings.labelled.connect(self._take_labels)
        self.readings.announced.connect(self._announce)
        self.overview.asked.connect(self._lead_to)
        self.overview.opening_asked.connect(lambda: self.open_store(folder=False))
        self.filter_bar.changed.connect(self.arrange)
        self.cookies.asked.connect(self._do)
        self.cookies.issues_changed.connect(self.status.show_issues)
        self.cookies.issues_closed.connect(self.hide_issues)
        self.cookies.reveal.announced.connect(self._announce)
        self.status.cancelled.connect(self.cancel)
        self.status.issues_asked.connect(self.show_issues)
        self.said.changed.connect(self._take_said)
        self._connect_copies()
        self._order_tabs()

    def _connect_copies(self) -> None:
        """Ctrl+C belongs to the table only while the table has the focus; texts elsewhere have their own."""
        for key in ("copy_cell", "copy_row", "copy_details"):
            self.actions_by_key[key].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.table.addAction(self.actions_by_key[key])

    def _order_tabs(self) -> None:
        for before, after in pairwise((*self.cookies.tab_order(), self.status.cancel, self.status.issues)):
            QWidget.setTabOrder(before, after)
        self.filter_bar.line.setFocus()

    def read_again(self) -> None:
        """Read again what is shown."""
        self.readings.read_again()

    def read_all(self) -> None:
        """Read every browser of this computer."""
        self.readings.read_all()

    def show_example(self) -> None:
        """Show the made-up shop."""
        self.readings.show_example()

    def open_paths(self, paths: tuple[Path, ...]) -> None:
        """Read what is at these paths alone."""
        self.readings.open_paths(paths)

    def read_at_start(self) -> None:
        """Read what the window was opened for; of the browsers nothing, where the user wants to be asked first."""
        if self.readings.stores or self.preferences.at_start is AtStart.BROWSERS:
            self.readings.read_again()
        else:
            self.readings.rest()

    def open_store(self, *, folder: bool) -> None:
        """Ask for a cookie file or a profile folder, and read that alone."""
        path = self._outside.choose_path(self, folder)
        if path is not None:
            self.readings.open_paths((path,))

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take files, wherever in the window they are held."""
        drops.offer(event)

    def dropEvent(self, event: "QDropEvent") -> None:
        """Say what the files are that were dropped, and open them when that is agreed to."""
        offer_drop(self, drops.taken(event))

    def cancel(self) -> None:
        """Stop reading; the window is free at once, and the part that was read still comes."""
        self.later.cancel()
        self.readings.cancel()

    def _lead_to(self, leads: object) -> None:
        """Go where a line or bar of the overview leads: to cookies, to the issues, to an audit."""
        from inspector.core.filter.editing import Value

        if leads is Goal.ISSUES:
            self.show_issues()
        elif leads is Goal.AUDIT:
            self.pages.show_page("audit")
        elif isinstance(leads, Value):
            self.cookies.clear()
            self.filter_bar.show_only(leads)
            self.pages.show_page("cookies")
            self.table.setFocus()

    def _show_started(self) -> None:
        self.actions_by_key["stop"].setEnabled(True)
        self.show_rows()

    def _show_ended(self) -> None:
        self.actions_by_key["stop"].setEnabled(False)
        self.arrange()

    def _take_labels(self, loaded: "Loaded", labels: "LabelRows") -> None:
        """Bring the panes in line; remember the reading where it is one of all browsers and the user said yes."""
        self.arrange()
        if self.history is not None and not self.readings.stores:
            self.history.keep(loaded, labels)

    # What people ask for

    def filter(self) -> None:
        """Put the cursor into the filter line of the page that is shown."""
        self.pages.ways.filter()

    def focus_filter(self) -> None:
        """Go to the page of cookies, into its filter line."""
        self.pages.show_page("cookies")
        self.filter_bar.focus_line()

    def clear_filter(self) -> None:
        """Show everything again on the page that is shown."""
        self.pages.ways.clear()

    def give_policy(self, way: Way) -> None:
        """Ask for a policy, on its page."""
        self.pages.show_page("policy")
        self.later.policy.ask(way)

    def copy_details(self) -> None:
        """Copy every fact of the chosen cookie; its value is not among them."""
        if facts := self.details.plain_facts():
            QGuiApplication.clipboard().setText(facts)

    def show_value(self) -> None:
        """Show the value of the chosen cookie for a while, or hide it."""
        self.cookies.reveal.toggle()

    def show_issues(self) -> None:
        """Open the panel of issues."""
        self.pages.show_page("cookies")
        self.actions_by_key["issues"].setChecked(True)
        self.arrange()
        self.issues.table.setFocus()

    def hide_issues(self) -> None:
        """Close the panel of issues."""
        self.actions_by_key["issues"].setChecked(False)
        self.arrange()

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self.close()

    def _do(self, does: "Does") -> None:
        from inspector.gui.views.empty import Does

        doing: dict[Does, Callable[[], object]] = {
            Does.OPEN_STORE: lambda: self.open_store(folder=True),
            Does.SHOW_ISSUES: self.show_issues,
            Does.READ_AGAIN: self.readings.read_again,
            Does.AUDIT: lambda: self.pages.show_page("audit"),
            Does.CLEAR_FILTER: self.cookies.clear,
            Does.NOTHING: self.arrange,
        }
        doing[does]()

    def _leave(self) -> None:
        self._forget()
        self.later.forget()
        if "history" in self.__dict__ and self.history is not None:  # where a cached property keeps what it made
            self.history.forget()
        self.opening.forget()
        self.keep_shape()

    def end(self) -> int:
        """End without a question, as the system wants it; marks in no project stay on the disk for the next start."""
        self.opening.finish()
        self._leave()
        return 0

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Stop reading and keep the shape; stay where the user would lose marks and does not want to."""
        if not self.opening.leave():
            event.ignore()
            return
        self._leave()
        super().closeEvent(event)
