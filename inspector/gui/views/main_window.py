# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The main window: its pages, menus and status. What is read, and what each page shows, is decided elsewhere."""

from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from inspector.core.filter.editing import Value
from inspector.core.visible import visible
from inspector.gui import comfort, drops, theme
from inspector.gui.columns import COLUMNS
from inspector.gui.models.labels import LabelRows
from inspector.gui.overview.page import OverviewPage
from inspector.gui.overview.rows import Goal
from inspector.gui.policy.contacts import Contacts, ContactsBadge
from inspector.gui.policy.source import Way
from inspector.gui.preferences import AtStart, Network, Preferences
from inspector.gui.projects.opening import Opening
from inspector.gui.projects.said import Said
from inspector.gui.settings import WindowSettings
from inspector.gui.views.actions import COOKIE_ACTIONS, fill_menus
from inspector.gui.views.cookie_table import CookieTable
from inspector.gui.views.cookies_page import CookiesPage
from inspector.gui.views.empty import Does
from inspector.gui.views.filter_bar import FilterBar
from inspector.gui.views.issues import IssuesPanel
from inspector.gui.views.later_pages import LaterPages
from inspector.gui.views.outside import Outside
from inspector.gui.views.page import PageWays
from inspector.gui.views.pages import Pages
from inspector.gui.views.readings import Readings, Views
from inspector.gui.views.status import StatusStrip
from inspector.gui.views.window_dialogs import offer_drop
from inspector.gui.workers import Loaded

if TYPE_CHECKING:  # the first picture does not wait for these
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from inspector.gui.history.keeper import HistoryKeeper
    from inspector.gui.projects.keeper import ProjectKeeper

_SIZE: Final = (1280, 800)
_A_WHILE_MS: Final = 10_000
_HEADER: Final = f"cookies-{len(COLUMNS)}"


class MainWindow(QMainWindow):
    """One window over one reading. ``stores`` are paths to read instead of every browser found."""

    filter_bar: FilterBar
    table: CookieTable
    issues: IssuesPanel
    read_again: Callable[[], None]
    read_all: Callable[[], None]
    show_example: Callable[[], None]

    def __init__(self, outside: Outside, settings: WindowSettings, stores: tuple[Path, ...] = ()) -> None:
        chosen = settings.chosen
        _apply_comfort(chosen.preferences)  # before there is a window: its parts take the size of text from it
        super().__init__()
        self._outside, self._settings = outside, settings
        self.preferences, self._standing = chosen
        self.cookies = CookiesPage(labels_asked=outside.label is not None, reveal=outside.reveal)
        self.shown, self.purposes, self.table = self.cookies.shown, self.cookies.purposes, self.cookies.table
        self.filter_bar, self.store_list = self.cookies.filter_bar, self.cookies.store_list
        self.centre, self.empty, self.details = self.cookies.centre, self.cookies.empty, self.cookies.details
        self.issues = self.cookies.issues
        self.status = StatusStrip()
        self.contacts = Contacts(self)
        self.badge = ContactsBadge(self.contacts)
        self.said = Said(outside.now_us, outside.project.author, self)
        self.opening = Opening(self, outside.project, outside.later.keep, settings)
        self._lay_out()
        self.readings = Readings(outside, Views(self.overview, self.cookies, self.later, self.status), stores, self)
        self.worker, self.open_paths = self.readings.worker, self.readings.open_paths
        self.read_again, self.read_all = self.readings.read_again, self.readings.read_all
        self.show_example = self.readings.show_example
        self.actions_by_key = fill_menus(self)
        self.actions_by_key["history"].setEnabled(outside.history is not None)
        self._connect()
        self._restore()
        self._follow_preferences()
        self.cookies.take_standing(self._standing)
        self._show_rows()

    # The look

    def _lay_out(self) -> None:
        self.show_name("")
        self.setStatusBar(self.status)
        self.setAcceptDrops(True)
        self.pages = Pages()
        self.overview = OverviewPage()
        self.pages.add(
            "overview", self.overview, PageWays(self.focus_filter, lambda: None, self.overview.panes_in_order)
        )
        ways = PageWays(self.filter_bar.focus_line, self.cookies.clear, self.cookies.panes_in_order)
        self.pages.add("cookies", self.cookies, ways)
        self.later = LaterPages(
            self.pages,
            self._outside.later,
            self._outside.now_us,
            self.contacts,
            self.said,
            self._settings.shape,
            self,
        )
        self.setCentralWidget(self.pages)
        self.status.addPermanentWidget(self.badge)

    def _restore(self) -> None:
        self.resize(*_SIZE)
        self.cookies.divide(self.preferences.text_percent / 100)
        self.cookies.floors.setSizes([_SIZE[1] * 3 // 4, _SIZE[1] // 4])
        restorers = {"window": self.restoreGeometry, **self.cookies.restorers(_HEADER)}
        for part, restore in restorers.items():
            if not (state := self._settings.shape(part)).isEmpty():
                restore(state)

    def keep_shape(self) -> None:
        """Write down the shape of the window for the next time."""
        self._settings.keep_shapes(self.shapes())

    def shapes(self) -> dict[str, QByteArray]:
        """Return how window, panes and columns are divided now."""
        return {
            "window": self.saveGeometry(),
            "panes": self.cookies.panes.saveState(),
            "floors": self.cookies.floors.saveState(),
            _HEADER: self.table.horizontalHeader().saveState(),
            **self.later.shapes(),
        }

    def take_shapes(self, shapes: Mapping[str, QByteArray]) -> None:
        """Take the divisions and columns of a project; states that are none are left alone by Qt."""
        for part, restore in self.cookies.restorers(_HEADER).items():
            if part in shapes:
                restore(shapes[part])
        self.later.take_shapes(shapes)

    def arrange(self) -> None:
        """Show the panes that are switched on and have something to show."""
        on = {key: self.actions_by_key[key].isChecked() for key in ("stores", "details", "issues")}
        self.cookies.arrange(**on)

    @property
    def scheme(self) -> theme.Scheme:
        """The theme that was chosen."""
        return self.preferences.theme

    def set_scheme(self, scheme: theme.Scheme) -> None:
        """Switch the theme at once and keep it."""
        self.take_preferences(self.preferences._replace(theme=scheme))

    def take_preferences(self, preferences: Preferences) -> None:
        """Take what the user chose, at once, and keep it."""
        scale = preferences.text_percent / self.preferences.text_percent
        self.preferences = preferences
        self._settings.keep_preferences(preferences)
        _apply_comfort(preferences)
        if scale != 1:
            self.cookies.follow_text(scale)
        self._follow_preferences()

    def _follow_preferences(self) -> None:
        self.contacts.bar(self.preferences.network is Network.NEVER)
        reveal = self.cookies.reveal
        reveal.hide_s, reveal.clipboard_s = self.preferences.hide_s, self.preferences.clipboard_s
        self._restyle()

    def _restyle(self) -> None:
        """Bring the colours up to date. Widgets under a style sheet keep old palettes unless it is laid on anew."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.setStyleSheet("")
            theme.apply(app, self.scheme)
            self.setStyleSheet(theme.sheet())

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

    def show_name(self, name: str) -> None:
        """Name the project in the title."""
        program = QApplication.applicationDisplayName() or "Cookie Inspector"
        self.setWindowTitle(f"{visible(name, 80)} – {program}" if name else program)

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

    def _connect(self) -> None:
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
        self.pages.changed.connect(self._show_page)
        self.later.announced.connect(self._announce)
        self.later.told.connect(self.tell)
        self.said.changed.connect(self._take_said)
        self._connect_undo()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._restyle)
        self._connect_copies()
        self._order_tabs()

    def _connect_undo(self) -> None:
        """Undo and redo say what they are about."""
        stack, undo, redo = self.said.undo, self.actions_by_key["undo"], self.actions_by_key["redo"]
        for action, able, text, named in (
            (undo, stack.canUndoChanged, stack.undoTextChanged, self.tr("&Undo: {what}")),
            (redo, stack.canRedoChanged, stack.redoTextChanged, self.tr("Red&o: {what}")),
        ):
            plain = action.text()
            action.setEnabled(False)
            able.connect(action.setEnabled)
            text.connect(lambda what, a=action, p=plain, n=named: a.setText(n.format(what=what) if what else p))
        self.said.done.connect(lambda what: self._announce(self.tr("Done: {what}").format(what=what)))
        self.said.undone.connect(lambda what: self._announce(self.tr("Undone: {what}").format(what=what)))

    def _connect_copies(self) -> None:
        """Ctrl+C belongs to the table only while the table has the focus; texts elsewhere have their own."""
        for key in ("copy_cell", "copy_row", "copy_details"):
            self.actions_by_key[key].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.table.addAction(self.actions_by_key[key])

    def _order_tabs(self) -> None:
        for before, after in pairwise((*self.cookies.tab_order(), self.status.cancel, self.status.issues)):
            QWidget.setTabOrder(before, after)
        self.filter_bar.line.setFocus()

    def _show_page(self, key: str) -> None:
        """Bring the menus in line with the page; panes that it does not have cannot be switched."""
        for action in COOKIE_ACTIONS:
            self.actions_by_key[action].setEnabled(key == "cookies")
        self.actions_by_key[f"page_{key}"].setChecked(True)

    def next_pane(self) -> None:
        """Move the focus to the next pane that is shown."""
        panes = [pane for pane in self.pages.ways.panes() if pane.isVisible()]
        at = next((at for at, pane in enumerate(panes) if pane.hasFocus()), -1)
        panes[(at + 1) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def read_at_start(self) -> None:
        """Read what the window was opened for; of the browsers nothing, where the user wants to be asked first."""
        if self.readings.stores or self.preferences.at_start is AtStart.BROWSERS:
            self.read_again()
        else:
            self.readings.rest()

    def open_store(self, *, folder: bool) -> None:
        """Ask for a cookie file or a profile folder, and read that alone."""
        path = self._outside.choose_path(self, folder)
        if path is not None:
            self.open_paths((path,))

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
        self._show_rows()

    def _show_ended(self) -> None:
        self.actions_by_key["stop"].setEnabled(False)
        self.arrange()

    def _take_labels(self, loaded: Loaded, labels: LabelRows) -> None:
        """Bring the panes in line; remember the reading where it is one of all browsers and the user said yes."""
        self.arrange()
        if self.history is not None and not self.readings.stores:
            self.history.keep(loaded, labels)

    def _show_rows(self) -> None:
        self.cookies.show_rows()
        self.arrange()

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

    def _do(self, does: Does) -> None:
        doing: dict[Does, Callable[[], object]] = {
            Does.OPEN_STORE: lambda: self.open_store(folder=True),
            Does.SHOW_ISSUES: self.show_issues,
            Does.READ_AGAIN: self.read_again,
            Does.AUDIT: lambda: self.pages.show_page("audit"),
            Does.CLEAR_FILTER: self.cookies.clear,
            Does.NOTHING: self.arrange,
        }
        doing[does]()

    def _announce(self, sentence: str) -> None:
        """Say what was read to a screen reader, which does not look at a status bar."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # here because loading them takes a while

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def tell(self, sentence: str) -> None:
        """Show a sentence for a while at the bottom, and say it."""
        self.status.showMessage(sentence, _A_WHILE_MS)
        self._announce(sentence)

    def _leave(self) -> None:
        self.worker.forget()
        self.cookies.forget()
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


def _apply_comfort(preferences: Preferences) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        comfort.apply(app, preferences)
