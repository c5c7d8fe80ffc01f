# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The main window: filter line, stores, table, details, issues and status. It shows; a worker reads."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.cookie import Cookie
from inspector.core.evidence import Sighting
from inspector.core.problem import Problem
from inspector.core.store import StoreRef
from inspector.core.visible import visible
from inspector.gui import drops, theme, words
from inspector.gui.columns import COLUMNS
from inspector.gui.history.keeper import HistoryKeeper
from inspector.gui.history.source import HistoryOutside, Shown
from inspector.gui.models.cookies import CookieModel
from inspector.gui.models.filter import ShownCookies
from inspector.gui.models.labels import FIELDS, LabelRows
from inspector.gui.models.query import parse
from inspector.gui.models.stores import store_rows
from inspector.gui.policy.contacts import Contacts, ContactsBadge
from inspector.gui.policy.source import Way
from inspector.gui.settings import WindowSettings
from inspector.gui.translation import translate
from inspector.gui.views.about import AboutDialog
from inspector.gui.views.actions import COOKIE_ACTIONS, fill_menus
from inspector.gui.views.cookie_table import CookieTable
from inspector.gui.views.details import DetailsView
from inspector.gui.views.empty import Does, Emptiness, EmptyPage, barred, emptiness, met
from inspector.gui.views.filter_bar import FilterBar
from inspector.gui.views.issues import IssuesPanel
from inspector.gui.views.later_pages import LaterOutside, LaterPages
from inspector.gui.views.pages import Pages, PageWays
from inspector.gui.views.purposes import Purposes, State
from inspector.gui.views.side_bar import SideBar
from inspector.gui.views.status import StatusStrip
from inspector.gui.views.store_list import StoreList
from inspector.gui.workers import LabelCookies, Loaded, Progress, ReadStores, Worker

_SIZE: Final = (1280, 800)
_A_WHILE_MS: Final = 10_000
_PANES: Final = (200, 806, 274)


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
    history: HistoryOutside | None = None


class MainWindow(QMainWindow):
    """One window over one reading. ``stores`` are paths to read instead of every browser found."""

    filter_bar: FilterBar
    table: CookieTable
    issues: IssuesPanel

    def __init__(self, outside: Outside, settings: WindowSettings, stores: tuple[Path, ...] = ()) -> None:
        super().__init__()
        self._outside, self._settings, self._stores = outside, settings, stores
        self._loaded: Loaded | None = None
        self._read_us = 0
        self.scheme = settings.scheme
        self._kept: Cookie | None = None  # chosen before the last reading
        self.worker = Worker(outside.read, outside.label, self)
        self.shown = ShownCookies(CookieModel(self), self)
        self.filter_bar = FilterBar()
        self.store_list = StoreList()
        self.purposes = Purposes(self.shown, asked=outside.label is not None, parent=self)
        self.side = SideBar(self.store_list, self.purposes.facets)
        self.table = CookieTable(self.shown)
        self.empty = EmptyPage()
        self.details = DetailsView()
        self.issues = IssuesPanel()
        self.status = StatusStrip()
        self.contacts = Contacts(self)
        self.badge = ContactsBadge(self.contacts)
        self.history = None if outside.history is None else HistoryKeeper(outside.history, outside.now_us, self)
        self._lay_out()
        self.actions_by_key = fill_menus(self)
        self.actions_by_key["history"].setEnabled(self.history is not None)
        self._connect()
        self._restore()
        self._restyle()
        self._show_rows()

    # The look

    def _lay_out(self) -> None:
        self.setWindowTitle(QApplication.applicationDisplayName() or "Cookie Inspector")
        self.setStatusBar(self.status)
        self.setAcceptDrops(True)
        self.centre = QStackedWidget()
        self.centre.addWidget(self.table)
        self.centre.addWidget(self.empty)
        self.details.setFrameShape(QFrame.Shape.NoFrame)
        self.panes = _splitter(Qt.Orientation.Horizontal, self.side, self.centre, self.details)
        self.panes.setStretchFactor(1, 1)
        self.floors = _splitter(Qt.Orientation.Vertical, self.panes, self.issues)
        self.floors.setStretchFactor(0, 1)
        frame = QWidget()
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.purposes.overview)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self.floors, 1)
        self.pages = Pages()
        self.pages.add("cookies", frame, PageWays(self.filter_bar.focus_line, self._clear_cookies, self._cookie_panes))
        self.later = LaterPages(
            self.pages, self._outside.later, self._outside.now_us, self.contacts, self._settings.shape, self
        )
        self.setCentralWidget(self.pages)
        self.status.addPermanentWidget(self.badge)

    def _restore(self) -> None:
        self.resize(*_SIZE)
        self.panes.setSizes(list(_PANES))
        self.floors.setSizes([_SIZE[1] * 3 // 4, _SIZE[1] // 4])
        for part, restore in self._restorers().items():
            if not (state := self._settings.shape(part)).isEmpty():
                restore(state)

    def _restorers(self) -> dict[str, Callable[..., bool]]:
        header = self.table.horizontalHeader()
        return {
            "window": self.restoreGeometry,
            "panes": self.panes.restoreState,
            "floors": self.floors.restoreState,
            f"cookies-{len(COLUMNS)}": header.restoreState,
        }

    def keep_shape(self) -> None:
        """Write down the shape of the window for the next time."""
        self._settings.keep_shapes(
            {
                "window": self.saveGeometry(),
                "panes": self.panes.saveState(),
                "floors": self.floors.saveState(),
                f"cookies-{len(COLUMNS)}": self.table.horizontalHeader().saveState(),
                **self.later.shapes(),
            }
        )

    def arrange(self) -> None:
        """Show the panes that are switched on and have something to show."""
        loaded = self._loaded is not None
        cookies = loaded and self.shown.total() > 0
        on = {key: self.actions_by_key[key].isChecked() for key in ("stores", "details", "issues")}
        self.side.fit()
        self.side.setVisible(on["stores"] and bool(self.store_list.stores.lines))
        self.details.setVisible(on["details"] and cookies)
        self.issues.setVisible(on["issues"])

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

    def _connect(self) -> None:
        self.worker.progressed.connect(self._take_progress)
        self.worker.finished.connect(self._take_loaded)
        self.worker.labelled.connect(self._take_labels)
        self.purposes.changed.connect(self._refilter)
        self.filter_bar.changed.connect(self._refilter)
        self.filter_bar.read_again.connect(self.read_again)
        self.store_list.chosen.connect(self._refilter)
        self.table.chosen.connect(self._show_details)
        self.empty.asked.connect(self._do)
        self.status.cancelled.connect(self.cancel)
        self.status.issues_asked.connect(self.show_issues)
        self.issues.closed.connect(self.hide_issues)
        self.pages.changed.connect(self._show_page)
        self.later.announced.connect(self._announce)
        self.later.told.connect(self._tell)
        self.later.again_asked.connect(self.read_again)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._restyle)
        if self.history is not None:
            self.history.told.connect(self._tell)
        self._connect_copies()
        self._order_tabs()

    def _connect_copies(self) -> None:
        """Ctrl+C belongs to the table only while the table has the focus; texts elsewhere have their own."""
        for key in ("copy_cell", "copy_row", "copy_details"):
            self.actions_by_key[key].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.table.addAction(self.actions_by_key[key])
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _order_tabs(self) -> None:
        order = (
            *(self.purposes.overview.tracking, self.filter_bar.line, self.filter_bar.reread, self.store_list),
            *(self.purposes.facets, self.table, self.empty.places),
            *(self.empty.button, self.details, self.issues.copy, self.issues.hide_button, self.issues.table),
            *(self.status.cancel, self.status.issues),
        )
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.filter_bar.line.setFocus()

    def _cookie_panes(self) -> tuple[QWidget, ...]:
        lists = (self.store_list, self.purposes.facets)
        return (self.filter_bar.line, *lists, self.table, self.details, self.issues.table)

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
        self._stores = ()
        self.read_again()

    def open_store(self, *, folder: bool) -> None:
        """Ask for a cookie file or a profile folder, and read that alone."""
        path = self._outside.choose_path(self, folder)
        if path is not None:
            self.open_paths((path,))

    def open_paths(self, paths: tuple[Path, ...]) -> None:
        """Read what is at these paths alone: files of any tool, stores, folders of profiles."""
        self._stores = paths
        self.read_again()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, wherever in the window they are held."""
        drops.offer(event)

    def dropEvent(self, event: QDropEvent) -> None:
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
        cookie, store = self.table.current_cookie(), self._chosen_store()
        self._loaded, self._read_us, self._kept = loaded, self._outside.now_us(), cookie or self._kept
        self.shown.show(loaded.rows)
        self.purposes.start()
        chosen = loaded.rows.stores.index(store) if store in loaded.rows.stores else None
        self.store_list.show_lines(store_rows(loaded.rows, loaded.reading, self._read_us), chosen)
        self._show_problems(met(loaded.reading))
        self.actions_by_key["stop"].setEnabled(False)
        self.later.show_cookies(loaded.reading, bool(self._stores))
        sentence = _sentence(loaded, self._read_us)
        self.status.show_idle(sentence, "\n".join(loaded.recognised))
        self._refilter()
        if self.shown.rowCount():
            self.table.choose(cookie)
        self._announce(sentence)

    def _take_labels(self, labels: LabelRows) -> None:
        """Show what the cookies are for; a filter that waited for it shows its cookies now."""
        figures = self.purposes.take(labels)
        reading = () if self._loaded is None else met(self._loaded.reading)
        self._show_problems((*reading, *self.purposes.problems))
        self._refilter()
        if self.table.current_row() is None and self.shown.rowCount():
            self.table.choose(self._kept)
        if self.history is not None and self._loaded is not None and not self._stores:
            self.history.keep(self._loaded, labels)
        if figures is not None:
            tracking = self.tr("{number} track across sites")
            self._announce(tracking.format(number=words.amount(figures.tracking)))

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        self.issues.show_problems(problems)
        self.status.show_issues(len(problems))

    def _chosen_store(self) -> StoreRef | None:
        number = self.store_list.chosen_store()
        return None if number is None or self._loaded is None else self._loaded.rows.stores[number]

    def _refilter(self) -> None:
        facets = self.purposes.facets.chosen()
        self.shown.filter(parse(self.filter_bar.line.text(), self.store_list.chosen_store(), FIELDS, facets))
        self.purposes.recount()
        self._show_rows()
        self._show_details(self.table.current_cookie())  # a cookie that the filter hides is no longer chosen

    def _show_rows(self) -> None:
        """Bring count, empty page and panes in line with the rows."""
        shown = self.shown.rowCount()
        why = emptiness(self._loaded, shown, self._why_filtered())
        if why is not None:
            self.empty.show_why(why, self._loaded.looked_in if self._loaded is not None else ())
        self.centre.setCurrentWidget(self.table if why is None else self.empty)
        self.filter_bar.show_count(shown, self.shown.total())
        self.arrange()

    def _why_filtered(self) -> Emptiness:
        """Return why no cookie is shown: a filter that asks for purposes may still wait for them."""
        if not self.shown.query.asks_labels or self.purposes.state is State.TOLD:
            return Emptiness.FILTERED
        return Emptiness.WAITING if self.purposes.state is State.WAITING else Emptiness.NOT_TOLD

    def _show_details(self, cookie: Cookie | None) -> None:
        told = self.purposes.told(self.table.current_row())
        self.details.show_cookie(cookie, self._read_us, told, self._seen(cookie))

    def _seen(self, cookie: Cookie | None) -> Sighting | None:
        """Return how a recording saw a cookie being set."""
        sightings = None if self._loaded is None else self._loaded.reading.evidence.sightings
        return sightings.get(cookie.key) if sightings and cookie is not None else None

    # What people ask for

    def filter(self) -> None:
        """Put the cursor into the filter line of the page that is shown."""
        self.pages.ways.filter()

    def clear_filter(self) -> None:
        """Show everything again on the page that is shown."""
        self.pages.ways.clear()

    def give_policy(self, way: Way) -> None:
        """Ask for a policy, on its page."""
        self.pages.show_page("policy")
        self.later.policy.ask(way)

    def _clear_cookies(self) -> None:
        """Clear the line, the chosen store and what is switched on."""
        self.filter_bar.line.clear()
        self.purposes.facets.clearSelection()
        self.store_list.choose_all()

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

    def show_about(self) -> None:
        """Show versions and licences, without blocking the window."""
        AboutDialog(self.purposes.edition, self).show()

    def show_history(self) -> None:
        """Show what is remembered of earlier scans."""
        if self.history is not None:
            self.history.show(self._shown_now)

    def _shown_now(self) -> Shown | None:
        return None if self._loaded is None else Shown(self._loaded.reading, bool(self._stores))

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self.close()

    def _do(self, does: Does) -> None:
        doing: dict[Does, Callable[[], object]] = {
            Does.OPEN_STORE: lambda: self.open_store(folder=True),
            Does.SHOW_ISSUES: self.show_issues,
            Does.READ_AGAIN: self.read_again,
            Does.CLEAR_FILTER: self._clear_cookies,
            Does.NOTHING: self.arrange,
        }
        doing[does]()

    def _announce(self, sentence: str) -> None:
        """Say what was read to a screen reader, which does not look at a status bar."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _tell(self, sentence: str) -> None:
        """Show a sentence for a while at the bottom, and say it."""
        self.status.showMessage(sentence, _A_WHILE_MS)
        self._announce(sentence)

    def _leave(self) -> None:
        self.worker.forget()
        self.later.forget()
        if self.history is not None:
            self.history.forget()
        self.keep_shape()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop reading and keep the shape."""
        self._leave()
        super().closeEvent(event)


def _splitter(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter


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
