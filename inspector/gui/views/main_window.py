# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The main window: filter line, stores, table, details, issues and status. It shows; a worker reads."""

from collections.abc import Callable
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from inspector.core.filter.editing import Value
from inspector.core.visible import visible
from inspector.gui import drops, theme, words
from inspector.gui.columns import COLUMNS
from inspector.gui.models.labels import LabelRows
from inspector.gui.overview.page import OverviewPage, Shows
from inspector.gui.overview.rows import LONG, Goal
from inspector.gui.policy.contacts import Contacts, ContactsBadge
from inspector.gui.policy.source import Way
from inspector.gui.settings import WindowSettings
from inspector.gui.translation import translate
from inspector.gui.views.actions import COOKIE_ACTIONS, fill_menus
from inspector.gui.views.cookie_table import CookieTable
from inspector.gui.views.cookies_page import CookiesPage
from inspector.gui.views.empty import Does, Emptiness, barred, emptiness
from inspector.gui.views.filter_bar import FilterBar
from inspector.gui.views.issues import IssuesPanel
from inspector.gui.views.later_pages import LaterOutside, LaterPages
from inspector.gui.views.pages import Pages, PageWays
from inspector.gui.views.status import StatusStrip
from inspector.gui.workers import LabelCookies, Loaded, Progress, ReadStores, Worker

if TYPE_CHECKING:  # the first picture does not wait for these
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from inspector.core.report import Report
    from inspector.gui.history.keeper import HistoryKeeper
    from inspector.gui.history.source import HistoryOutside, Shown

_SIZE: Final = (1280, 800)
_A_WHILE_MS: Final = 10_000
_PANES: Final = (200, 806, 274)
_HEADER: Final = f"cookies-{len(COLUMNS)}"


class Example(NamedTuple):
    """A made-up shop to try everything on: a file of its cookies, and its policy."""

    cookies: Path
    policy: Path


class Outside(NamedTuple):
    """What the window gets from outside, so that tests hand in their own: reading, the clock, asking for a path.

    ``label`` gives cookies their labels. Without ``label`` nothing is said about purposes, without ``history`` nothing
    is remembered and nothing can be.
    """

    read: ReadStores
    now_us: Callable[[], int]
    choose_path: Callable[[QWidget, bool], Path | None]
    later: LaterOutside = LaterOutside()
    label: LabelCookies | None = None
    history: Callable[[], "HistoryOutside"] | None = None
    example: Example | None = None


class MainWindow(QMainWindow):
    """One window over one reading. ``stores`` are paths to read instead of every browser found."""

    filter_bar: FilterBar
    table: CookieTable
    issues: IssuesPanel

    def __init__(self, outside: Outside, settings: WindowSettings, stores: tuple[Path, ...] = ()) -> None:
        super().__init__()
        self._outside, self._settings, self._stores = outside, settings, stores
        self._shows = Shows.OPENED if stores else Shows.BROWSERS
        self._example_report: Report | None = None
        self._looked_in: tuple[str, ...] = ()  # where there is no browser, and the example is shown
        self.scheme = settings.scheme
        self.worker = Worker(outside.read, outside.label, self)
        self.cookies = CookiesPage(labels_asked=outside.label is not None)
        self.shown, self.purposes, self.table = self.cookies.shown, self.cookies.purposes, self.cookies.table
        self.filter_bar, self.store_list = self.cookies.filter_bar, self.cookies.store_list
        self.centre, self.empty, self.details = self.cookies.centre, self.cookies.empty, self.cookies.details
        self.issues = self.cookies.issues
        self.status = StatusStrip()
        self.contacts = Contacts(self)
        self.badge = ContactsBadge(self.contacts)
        self._lay_out()
        self.actions_by_key = fill_menus(self)
        self.actions_by_key["history"].setEnabled(outside.history is not None)
        self._connect()
        self._restore()
        self._restyle()
        self._show_rows()

    # The look

    def _lay_out(self) -> None:
        self.setWindowTitle(QApplication.applicationDisplayName() or "Cookie Inspector")
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
            self.pages, self._outside.later, self._outside.now_us, self.contacts, self._settings.shape, self
        )
        self.setCentralWidget(self.pages)
        self.status.addPermanentWidget(self.badge)

    def _restore(self) -> None:
        self.resize(*_SIZE)
        self.cookies.panes.setSizes(list(_PANES))
        self.cookies.floors.setSizes([_SIZE[1] * 3 // 4, _SIZE[1] // 4])
        restorers = {"window": self.restoreGeometry, **self.cookies.restorers(_HEADER)}
        for part, restore in restorers.items():
            if not (state := self._settings.shape(part)).isEmpty():
                restore(state)

    def keep_shape(self) -> None:
        """Write down the shape of the window for the next time."""
        self._settings.keep_shapes(
            {
                "window": self.saveGeometry(),
                "panes": self.cookies.panes.saveState(),
                "floors": self.cookies.floors.saveState(),
                _HEADER: self.table.horizontalHeader().saveState(),
                **self.later.shapes(),
            }
        )

    def arrange(self) -> None:
        """Show the panes that are switched on and have something to show."""
        on = {key: self.actions_by_key[key].isChecked() for key in ("stores", "details", "issues")}
        self.cookies.arrange(**on)

    def set_scheme(self, scheme: theme.Scheme) -> None:
        """Switch the theme at once and keep it."""
        self.scheme = self._settings.scheme = scheme
        self._restyle()

    def _restyle(self) -> None:
        """Bring the colours up to date. Widgets under a style sheet keep old palettes unless it is laid on anew."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.setStyleSheet("")
            theme.apply(app, self.scheme)
            self.setStyleSheet(theme.sheet())

    # What happens

    @cached_property
    def history(self) -> "HistoryKeeper | None":
        """What is remembered of scans, made when it is first wanted; ``None`` where nothing can be remembered."""
        if self._outside.history is None:
            return None
        from inspector.gui.history.keeper import HistoryKeeper

        keeper = HistoryKeeper(self._outside.history(), self._outside.now_us, self)
        keeper.told.connect(self._tell)
        return keeper

    def _connect(self) -> None:
        self.worker.progressed.connect(self._take_progress)
        self.worker.progressed.connect(self.overview.show_progress)
        self.worker.sites_found.connect(lambda sites: self.overview.show_sites(len(sites)))
        self.cookies.verdicts_changed.connect(self.overview.show_verdicts)
        self.overview.asked.connect(self._lead_to)
        self.overview.example_asked.connect(self.show_example)
        self.overview.browsers_asked.connect(self.read_all)
        self.overview.opening_asked.connect(lambda: self.open_store(folder=False))
        self.worker.finished.connect(self._take_loaded)
        self.worker.labelled.connect(self._take_labels)
        self.worker.sites_found.connect(self.cookies.take_sites)
        self.filter_bar.changed.connect(self.arrange)
        self.cookies.read_again.connect(self.read_again)
        self.cookies.asked.connect(self._do)
        self.cookies.issues_changed.connect(self.status.show_issues)
        self.cookies.issues_closed.connect(self.hide_issues)
        self.status.cancelled.connect(self.cancel)
        self.status.issues_asked.connect(self.show_issues)
        self.pages.changed.connect(self._show_page)
        self.later.announced.connect(self._announce)
        self.later.told.connect(self._tell)
        self.later.again_asked.connect(self.read_again)
        self.later.judged.connect(self._take_report)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._restyle)
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

    def read_again(self) -> None:
        """Read the stores in the background; what is shown stays until the new reading is there."""
        self.worker.start(self._stores)
        self.status.show_progress(Progress(0, 0, self.tr("the browsers")))
        self.actions_by_key["stop"].setEnabled(True)
        self._show_rows()

    def read_all(self) -> None:
        """Read every browser of this computer, in place of the stores that were opened."""
        self._stores, self._looked_in = (), ()
        self.read_again()

    def open_store(self, *, folder: bool) -> None:
        """Ask for a cookie file or a profile folder, and read that alone."""
        path = self._outside.choose_path(self, folder)
        if path is not None:
            self.open_paths((path,))

    def open_paths(self, paths: tuple[Path, ...]) -> None:
        """Read what is at these paths alone: files of any tool, stores, folders of profiles."""
        self._stores, self._shows, self._looked_in = paths, Shows.OPENED, ()
        self.read_again()

    def show_example(self, shows: Shows = Shows.EXAMPLE) -> None:
        """Show the made-up shop: its cookies, its policy, and an audit of the two."""
        example = self._outside.example
        if example is None:
            return
        self._stores, self._shows = (example.cookies,), shows
        self._example_report = None
        self.read_again()

    def _go_on_with_example(self) -> None:
        """Audit the example once its cookies are there, then open its policy: one thing after the other.

        Each is made by modules that are loaded when they are first wanted, and threads that load the same ones at the
        same time come into each other's way.
        """
        example = self._outside.example
        if example is None or not self._stores or self._shows not in (Shows.EXAMPLE, Shows.EXAMPLE_INSTEAD):
            return
        if self._example_report is None:
            self.later.audit.show_example()
            return
        from inspector.gui.policy.source import Request

        self.cookies.take_report(self._example_report, next(iter(self.shown.rows.stores), None))
        self.later.policy.open(Request(Way.FILE, str(example.policy)))

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take files, wherever in the window they are held."""
        drops.offer(event)

    def dropEvent(self, event: "QDropEvent") -> None:
        """Read the files that were dropped."""
        self.open_paths(drops.taken(event))

    def cancel(self) -> None:
        """Stop reading; the window is free at once, and the part that was read still comes."""
        self.later.cancel()
        if self.worker.busy:
            self.worker.cancel()
            self.status.show_stopping()

    def _take_progress(self, progress: Progress) -> None:
        self.status.show_progress(progress)

    def _take_loaded(self, loaded: Loaded) -> None:
        now_us = self._outside.now_us()
        self.cookies.take_loaded(loaded, now_us)
        self.actions_by_key["stop"].setEnabled(False)
        self.later.show_cookies(loaded.reading, bool(self._stores))
        sentence = _sentence(loaded, now_us)
        self.status.show_idle(sentence, "\n".join(loaded.recognised))
        self.arrange()
        self._announce(sentence)
        self._show_overview(loaded)

    def _show_overview(self, loaded: Loaded) -> None:
        """Show what was read on the first page; where there is no browser, the example in its place."""
        shows = self._shows if self._stores else Shows.BROWSERS
        nothing = shows is Shows.BROWSERS and emptiness(loaded, 0) is Emptiness.NO_BROWSER
        if nothing and self._outside.example is not None:
            self._looked_in = loaded.looked_in
            self.show_example(Shows.EXAMPLE_INSTEAD)
            return
        lines = self.store_list.stores.lines
        count = len(loaded.rows.cookies)
        self.overview.show_cookies(count, lines, shows, self._looked_in, loaded.recognised)
        self._show_more()
        if self._outside.label is None or not loaded.rows.cookies:  # else it goes on when their labels are there
            self._go_on_with_example()

    def _take_report(self, report: "Report", example: bool) -> None:
        """Show an audit's verdicts beside the cookies; those of the example only where its cookies are shown."""
        if not example:
            self.cookies.take_report(report)
            return
        self._example_report = report
        self._go_on_with_example()

    def _show_more(self) -> None:
        issues = len(self.issues.model.problems)
        self.overview.show_more(long_lived=self.shown.masks.of_value(LONG).bit_count(), issues=issues)

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

    def _take_labels(self, labels: LabelRows) -> None:
        """Show what the cookies are for."""
        figures = self.cookies.take_labels(labels)
        self.overview.show_labels(labels, figures)
        self._show_more()
        self._go_on_with_example()
        self.arrange()
        loaded = self.cookies.loaded
        if self.history is not None and loaded is not None and not self._stores:
            self.history.keep(loaded, labels)
        if figures is not None:
            tracking = self.tr("{number} track across sites")
            self._announce(tracking.format(number=words.amount(figures.tracking)))

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

    def show_shortcuts(self) -> None:
        """Show the list of shortcuts, without blocking the window."""
        from inspector.gui.views.shortcuts import ShortcutsDialog  # here because few ask for it

        ShortcutsDialog(self.actions_by_key, self).show()

    def show_about(self) -> None:
        """Show versions and licences, without blocking the window."""
        from inspector.gui.views.about import AboutDialog  # here because it asks for versions of everything

        AboutDialog(self.purposes.edition, self).show()

    def show_history(self) -> None:
        """Show what is remembered of earlier scans."""
        if self.history is not None:
            self.history.show(self._shown_now)

    def _shown_now(self) -> "Shown | None":
        from inspector.gui.history.source import Shown

        loaded = self.cookies.loaded
        return None if loaded is None else Shown(loaded.reading, bool(self._stores))

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

    def _tell(self, sentence: str) -> None:
        """Show a sentence for a while at the bottom, and say it."""
        self.status.showMessage(sentence, _A_WHILE_MS)
        self._announce(sentence)

    def _leave(self) -> None:
        self.worker.forget()
        self.cookies.forget()
        self.later.forget()
        if "history" in self.__dict__ and self.history is not None:  # where a cached property keeps what it made
            self.history.forget()
        self.keep_shape()

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Stop reading and keep the shape."""
        self._leave()
        super().closeEvent(event)


def _sentence(loaded: Loaded, now_us: int) -> str:
    """Return what came of a reading; a part is called a part, and what was not read is not passed over."""
    if not loaded.rows.cookies and not loaded.stopped:
        return _nothing(loaded)
    cookies = words.cookies(len(loaded.rows.cookies))
    stopped = translate("MainWindow", "Stopped: only a part was read, {cookies}")
    whole = translate("MainWindow", "{cookies}, read {when}")
    text = (stopped if loaded.stopped else whole).format(cookies=cookies, when=words.moment(now_us))
    left = translate("MainWindow", "; not everything could be read")
    text = text + left if barred(loaded.reading) and not loaded.stopped else text
    return f"{text}. {_taken_for(loaded)}" if loaded.recognised else text


def _taken_for(loaded: Loaded) -> str:
    """Return what the opened file was taken for; of several, how many more there are."""
    more = len(loaded.recognised) - 1
    first = visible(loaded.recognised[0], 300)
    return translate("MainWindow", "{first}; and {more} more files").format(first=first, more=more) if more else first


def _nothing(loaded: Loaded) -> str:
    """Return why there is no cookie: nothing found, nothing readable, or truly none."""
    if barred(loaded.reading):
        return translate("MainWindow", "Nothing could be read")
    if not loaded.reading.stores:
        return translate("MainWindow", "No cookie store found")
    return translate("MainWindow", "Everything was read; there are no cookies")
