# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The frame with its furniture: the page of cookies, and what reads them. The first picture does without both."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray

from inspector.gui.preferences import Preferences
from inspector.gui.settings import WindowSettings
from inspector.gui.views.frame import SIZE, Frame
from inspector.gui.views.outside import Outside
from inspector.gui.views.page import PageWays

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from inspector.gui.models.filter import ShownCookies
    from inspector.gui.views.cookie_table import CookieTable
    from inspector.gui.views.cookies_page import CookiesPage
    from inspector.gui.views.details import DetailsView
    from inspector.gui.views.empty import EmptyPage
    from inspector.gui.views.filter_bar import FilterBar
    from inspector.gui.views.issues import IssuesPanel
    from inspector.gui.views.purposes import Purposes
    from inspector.gui.views.readings import Readings
    from inspector.gui.views.store_list import StoreList
    from inspector.gui.workers import Worker


class _Furniture(NamedTuple):
    cookies: "CookiesPage"
    readings: "Readings"
    header: str  # the name that the columns' widths and order are kept under


class Furnished(Frame):
    """Holds the page of cookies and the readings, made once the frame was painted or when they are asked for before.

    ``stores`` are paths to read instead of every browser found.
    """

    def __init__(self, outside: Outside, settings: WindowSettings, stores: tuple[Path, ...] = ()) -> None:
        super().__init__(outside, settings)
        self._stores = stores
        self._made: _Furniture | None = None

    def furnish(self) -> None:
        """Make what is not there yet."""
        if self._made is None:
            self._hold(self._make())

    def _hold(self, made: _Furniture) -> _Furniture:
        self._made = made
        self._join()
        self._restore()
        self._limit_reveal()
        self.cookies.take_standing(self._standing)
        self.show_rows()
        return made

    def _make(self) -> _Furniture:
        from inspector.gui.columns import COLUMNS
        from inspector.gui.views.cookies_page import CookiesPage
        from inspector.gui.views.readings import Readings, Views

        page = CookiesPage(labels_asked=self._outside.label is not None, reveal=self._outside.reveal)
        self.pages.put("cookies", page, PageWays(page.filter_bar.focus_line, page.clear, page.panes_in_order))
        views = Views(self.overview, page, self.later, self.status)
        return _Furniture(page, Readings(self._outside, views, self._stores, self), f"cookies-{len(COLUMNS)}")

    def _join(self) -> None:
        """Connect the furniture with the rest of the window."""

    def _restore(self) -> None:
        self.cookies.divide(self.preferences.text_percent / 100)
        self.cookies.floors.setSizes([SIZE[1] * 3 // 4, SIZE[1] // 4])
        for part, restore in self.cookies.restorers(self._furniture.header).items():
            if not (state := self._settings.shape(part)).isEmpty():
                restore(state)

    def _forget(self) -> None:
        """Take nothing more: the window closes, perhaps before there was any furniture."""
        if self._made is not None:
            self.worker.forget()
            self.cookies.forget()

    def keep_shape(self) -> None:
        """Write down the shape of the window for the next time."""
        self._settings.keep_shapes(self.shapes())

    def shapes(self) -> dict[str, QByteArray]:
        """Return how window, panes and columns are divided now."""
        window = {"window": self.saveGeometry()}
        if self._made is None:
            return window
        return window | {
            "panes": self.cookies.panes.saveState(),
            "floors": self.cookies.floors.saveState(),
            self._furniture.header: self.table.horizontalHeader().saveState(),
            **self.later.shapes(),
        }

    def take_shapes(self, shapes: Mapping[str, QByteArray]) -> None:
        """Take the divisions and columns of a project; states that are none are left alone by Qt."""
        for part, restore in self.cookies.restorers(self._furniture.header).items():
            if part in shapes:
                restore(shapes[part])
        self.later.take_shapes(shapes)

    def arrange(self) -> None:
        """Show the panes that are switched on and have something to show."""
        on = {key: self.actions_by_key[key].isChecked() for key in ("stores", "details", "issues")}
        self.cookies.arrange(**on)

    def show_rows(self) -> None:
        """Bring the page of cookies in line with what there is."""
        self.cookies.show_rows()
        self.arrange()

    def take_preferences(self, preferences: Preferences) -> None:
        """Take what the user chose, at once, and keep it."""
        scale = preferences.text_percent / self.preferences.text_percent
        super().take_preferences(preferences)
        if scale != 1:
            self.cookies.follow_text(scale)

    def _follow_preferences(self) -> None:
        if self._made is not None:
            self._limit_reveal()
        super()._follow_preferences()

    def _limit_reveal(self) -> None:
        reveal = self.cookies.reveal
        reveal.hide_s, reveal.clipboard_s = self.preferences.hide_s, self.preferences.clipboard_s

    # The furniture

    @property
    def _furniture(self) -> _Furniture:
        return self._made or self._hold(self._make())

    @property
    def cookies(self) -> "CookiesPage":
        """The page of cookies."""
        return self._furniture.cookies

    @property
    def readings(self) -> "Readings":
        """What is read, and who hears of it."""
        return self._furniture.readings

    @property
    def worker(self) -> "Worker":
        """What reads beside the window."""
        return self.readings.worker

    @property
    def shown(self) -> "ShownCookies":
        """The cookies that the filter lets through."""
        return self.cookies.shown

    @property
    def purposes(self) -> "Purposes":
        """What the cookies are for."""
        return self.cookies.purposes

    @property
    def table(self) -> "CookieTable":
        """The table of cookies."""
        return self.cookies.table

    @property
    def filter_bar(self) -> "FilterBar":
        """The filter line and its chips."""
        return self.cookies.filter_bar

    @property
    def store_list(self) -> "StoreList":
        """The browsers and files at the left."""
        return self.cookies.store_list

    @property
    def centre(self) -> "QStackedWidget":
        """The table, or why it is empty."""
        return self.cookies.centre

    @property
    def empty(self) -> "EmptyPage":
        """Why the table is empty."""
        return self.cookies.empty

    @property
    def details(self) -> "DetailsView":
        """The facts of the chosen cookie."""
        return self.cookies.details

    @property
    def issues(self) -> "IssuesPanel":
        """What went wrong in reading."""
        return self.cookies.issues
