# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The page of cookies: figures, filter line, switches at the left, table, details at the right, issues below.

What is filtered by is the line and nothing else: every switch, menu and chip changes it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.cookie import Cookie, CookieKey
from inspector.core.evidence import Sighting
from inspector.core.filter.fields import Needs
from inspector.core.filter.query import Query
from inspector.core.finding import Verdict
from inspector.core.problem import Problem
from inspector.core.store import StoreRef
from inspector.gui.models.cookies import CookieModel, Verdicts
from inspector.gui.models.facets import verdict_lines
from inspector.gui.models.figures import Figures
from inspector.gui.models.filter import ShownCookies
from inspector.gui.models.labels import LabelRows
from inspector.gui.models.stores import store_rows
from inspector.gui.views.cookie_table import CookieTable
from inspector.gui.views.details import DetailsView
from inspector.gui.views.empty import Emptiness, EmptyPage, emptiness, met
from inspector.gui.views.filter_bar import FilterBar
from inspector.gui.views.issues import IssuesPanel
from inspector.gui.views.panes import divided
from inspector.gui.views.purposes import Purposes, State
from inspector.gui.views.reveal import Reveal, RevealBar
from inspector.gui.views.side_bar import SideBar
from inspector.gui.views.store_list import StoreList
from inspector.gui.workers import Loaded

if TYPE_CHECKING:  # the first picture does not wait for what an audit is made of
    from inspector.core.report import Report

PANES: Final = (200, 806, 274)
_MOST_ASIDE: Final = 0.62  # of the width for both sides, when they grow with the text
_OF_STORES = ("browser", "file")  # the fields that the list of stores writes


class CookiesPage(QWidget):
    """Shows one reading. ``asked`` tells what the empty page's button wants, ``issues_changed`` how many there are."""

    asked = Signal(object)  # Does
    read_again = Signal()
    issues_changed = Signal(int)
    issues_closed = Signal()
    verdicts_changed = Signal(object)  # Mapping[Verdict, int]

    def __init__(self, *, labels_asked: bool, reveal: Reveal | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaded: Loaded | None = None
        self._read_us = 0
        self._kept: Cookie | None = None  # chosen before the last reading
        self._sites: tuple[str, ...] = ()
        self._verdicts: dict[CookieKey, Verdict] = {}
        self._standing: tuple[Problem, ...] = ()  # of the window, whatever is read
        self._resting = False
        self.shown = ShownCookies(CookieModel(self), self)
        self.filter_bar = FilterBar()
        self.store_list = StoreList()
        self.purposes = Purposes(self.shown, asked=labels_asked, parent=self)
        self.side = SideBar(self.store_list, self.purposes.facets)
        self.table = CookieTable(self.shown)
        self.empty = EmptyPage()
        self.details = DetailsView()
        self.reveal = RevealBar(reveal)
        self.beside = QWidget()
        self.issues = IssuesPanel()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.centre = QStackedWidget()
        self.centre.addWidget(self.table)
        self.centre.addWidget(self.empty)
        self.details.setFrameShape(QFrame.Shape.NoFrame)
        right = QVBoxLayout(self.beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.details, 1)
        right.addWidget(self.reveal)
        self.panes = divided(Qt.Orientation.Horizontal, self.side, self.centre, self.beside)
        self.panes.setStretchFactor(1, 1)
        self.floors = divided(Qt.Orientation.Vertical, self.panes, self.issues)
        self.floors.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.purposes.overview)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self.floors, 1)

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self._refilter)
        self.filter_bar.read_again.connect(self.read_again)
        self.filter_bar.line.values_of = self._values_of
        self.purposes.facets.switched.connect(lambda value, on: self.filter_bar.switch(value, on=on))
        self.purposes.tracking_asked.connect(lambda value, on: self.filter_bar.switch(value, on=on))
        self.store_list.chosen.connect(self._choose_store)
        self.table.chosen.connect(self._show_details)
        self.table.only_asked.connect(self.filter_bar.show_only)
        self.table.hiding_asked.connect(self.filter_bar.hide_value)
        self.empty.asked.connect(self.asked)
        self.issues.closed.connect(self.issues_closed)

    def _values_of(self, field: str) -> Iterable[str]:
        """Return the values of a field that there are, for completion: of sites and companies the most first."""
        if field == "site":
            return self._sites
        values = (line.value for line in self.purposes.facets.facets.lines)
        stores = (line.value for line in self.store_list.stores.lines)
        return [value.word for value in (*values, *stores) if value is not None and value.field == field]

    def _choose_store(self, value: object) -> None:
        """Have the line ask for a store, or for all."""
        self.filter_bar.drop_fields(*_OF_STORES)
        if value is not None:
            self.filter_bar.show_only(value)  # type: ignore[arg-type]  # Qt's signals carry objects

    # What is shown

    @property
    def loaded(self) -> Loaded | None:
        """What was read last, ``None`` before there was anything."""
        return self._loaded

    @property
    def read_us(self) -> int:
        """When it was read."""
        return self._read_us

    def take_loaded(self, loaded: Loaded, now_us: int) -> None:
        """Show another reading; the filter stays, and the chosen cookie where it is still there."""
        cookie = self.table.current_cookie()
        self._resting = False
        self._loaded, self._read_us, self._kept = loaded, now_us, cookie or self._kept
        self._verdicts = {}  # of other cookies
        self.shown.show(loaded.rows, now_us)
        self.purposes.start()
        self.store_list.show_lines(store_rows(loaded.rows, loaded.reading, now_us), self.filter_bar.query)
        self._show_problems(met(loaded.reading))
        self._refilter(self.filter_bar.query)
        if self.shown.rowCount():
            self.table.choose(cookie)
        self.table.prepare_orders()

    def take_sites(self, sites: tuple[str, ...]) -> None:
        """Offer the sites with the most cookies as switches and for completion."""
        self._sites = sites
        self.purposes.show_sites(sites)
        self.purposes.follow(self.filter_bar.query)

    def take_labels(self, labels: LabelRows) -> Figures | None:
        """Show what the cookies are for; a filter that waited for it shows its cookies now."""
        figures = self.purposes.take(labels)
        reading = () if self._loaded is None else met(self._loaded.reading)
        self._show_problems((*reading, *self.purposes.problems))
        self._refilter(self.filter_bar.query)
        if self.table.current_row() is None and self.shown.rowCount():
            self.table.choose(self._kept)
        return figures

    def take_report(self, report: "Report", store: StoreRef | None = None) -> None:
        """Show what an audit of these cookies said of each; verdicts of other sites' audits stay.

        ``store`` is where they are here, where the audit read them from elsewhere.
        """
        cookies = (held.cookie if store is None else held.cookie._replace(store=store) for held in report.cookies)
        self._verdicts |= {cookie.key: held.verdict for cookie, held in zip(cookies, report.cookies, strict=True)}
        hosts = {key.host_key for key in self._verdicts}
        rows = self.shown.rows.cookies
        self.take_verdicts([self._verdicts.get(cookie.key) if cookie.host_key in hosts else None for cookie in rows])

    def take_verdicts(self, verdicts: Verdicts) -> None:
        """Show what an audit said of the rows, ``None`` for those that it did not judge."""
        self.shown.show_verdicts(verdicts)
        self.purposes.show_verdicts(verdict_lines(verdicts))
        self.verdicts_changed.emit(Counter(verdict for verdict in verdicts if verdict is not None))
        self._refilter(self.filter_bar.query)

    def take_standing(self, problems: tuple[Problem, ...]) -> None:
        """Take problems of the window itself, which are shown above those of each reading."""
        self._standing = problems
        self._show_problems(() if self._loaded is None else met(self._loaded.reading))

    def rest(self) -> None:
        """Show that nothing was read yet, because nobody asked for it."""
        self._resting = True
        self.show_rows()

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        problems = (*self._standing, *problems)
        self.issues.show_problems(problems)
        self.issues_changed.emit(len(problems))

    def _refilter(self, query: Query) -> None:
        self.shown.filter(query)
        self.store_list.follow(query)
        self.purposes.follow(query)
        self.show_rows()
        self._show_details(self.table.current_cookie())  # a cookie that the filter hides is no longer chosen

    def show_rows(self) -> None:
        """Bring count, empty page and panes in line with the rows."""
        shown = self.shown.rowCount()
        why = emptiness(self._loaded, shown, self._why_filtered())
        why = Emptiness.RESTING if self._resting and why is Emptiness.READING else why
        if why is not None:
            self.empty.show_why(why, self._loaded.looked_in if self._loaded is not None else ())
        self.centre.setCurrentWidget(self.table if why is None else self.empty)
        self.filter_bar.show_count(shown, self.shown.total())

    def _why_filtered(self) -> Emptiness:
        """Return why no cookie is shown: a filter that asks for purposes or verdicts may still wait for them."""
        query = self.shown.query
        if query.needs(Needs.VERDICT) and not self.shown.masks.answers(Needs.VERDICT):
            return Emptiness.NOT_AUDITED
        if not query.needs(Needs.LABEL) or self.purposes.state is State.TOLD:
            return Emptiness.FILTERED
        return Emptiness.WAITING if self.purposes.state is State.WAITING else Emptiness.NOT_TOLD

    def _show_details(self, cookie: Cookie | None) -> None:
        told = self.purposes.told(self.table.current_row())
        self.details.show_cookie(cookie, self._read_us, told, self._seen(cookie))
        self.reveal.show_cookie(cookie)

    def _seen(self, cookie: Cookie | None) -> Sighting | None:
        """Return how a recording saw a cookie being set."""
        sightings = None if self._loaded is None else self._loaded.reading.evidence.sightings
        return sightings.get(cookie.key) if sightings and cookie is not None else None

    def arrange(self, *, stores: bool, details: bool, issues: bool) -> None:
        """Show the panes that are switched on and have something to show."""
        cookies = self._loaded is not None and self.shown.total() > 0
        self.side.fit()
        self.side.setVisible(stores and bool(self.store_list.stores.lines))
        self.beside.setVisible(details and cookies)
        self.issues.setVisible(issues)

    def clear(self) -> None:
        """Show everything again."""
        self.filter_bar.line.clear()

    def panes_in_order(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        lists = (self.store_list, self.purposes.facets)
        return (self.filter_bar.line, *lists, self.table, self.details, self.issues.table)

    def tab_order(self) -> Sequence[QWidget]:
        """Return the controls in the order of the Tab key."""
        return (
            *(self.purposes.overview.tracking, self.filter_bar.line, self.filter_bar.reread, self.store_list),
            *(self.purposes.facets, self.table, self.empty.places, self.empty.button),
            *(self.details, self.reveal.area, self.reveal.show_button, self.reveal.copy_button),
            *(self.issues.copy, self.issues.hide_button, self.issues.table),
        )

    def restorers(self, header: str) -> Mapping[str, Callable[..., bool]]:
        """Return what takes back a kept shape, by the name that it is kept under."""
        restore = self.table.horizontalHeader().restoreState
        return {"panes": self.panes.restoreState, "floors": self.floors.restoreState, header: restore}

    def divide(self, scale: float) -> None:
        """Give the panes the room that they have in a fresh window, at a size of text."""
        self.panes.setSizes(_scaled(list(PANES), scale))

    def follow_text(self, scale: float) -> None:
        """Make the panes at the sides wider or narrower with the text that they hold."""
        self.panes.setSizes(_scaled(self.panes.sizes(), scale))

    def forget(self) -> None:
        """Work nothing out any more, and show no value: the window closes."""
        self.shown.forget()
        self.reveal.forget()


def _scaled(sizes: list[int], scale: float) -> list[int]:
    """Return sizes with the outer ones scaled, as far as a third of the room is left to the table."""
    whole, (left, _, right) = sum(sizes), sizes
    scale = min(scale, whole * _MOST_ASIDE / max(1, left + right))
    return [round(left * scale), whole - round(left * scale) - round(right * scale), round(right * scale)]
