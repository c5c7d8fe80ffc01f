# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The pages of the window and the bar that switches them. A page more is an entry of ``PAGES``: all else follows."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from inspector.gui.translation import QT_TRANSLATE_NOOP, translate
from inspector.gui.views.builders import build_audit, build_optouts, build_policy, build_visit
from inspector.gui.views.page import NO_WAYS, Built, PageWays

if TYPE_CHECKING:
    from inspector.gui.views.later_pages import LaterPages


class PageSpec(NamedTuple):
    """A page: a stable key, its name, and the shortcut that shows it.

    ``build`` makes it when it is first wanted; pages without one come with the window and stand before the others.
    """

    key: str
    title: str
    hint: str
    shortcut: str
    build: "Callable[[LaterPages], Built] | None" = None


PAGES: Final = (
    PageSpec(
        "overview",
        QT_TRANSLATE_NOOP("pages", "O&verview"),
        QT_TRANSLATE_NOOP("pages", "What is here, and what was found"),
        "Ctrl+1",
    ),
    PageSpec(
        "cookies",
        QT_TRANSLATE_NOOP("pages", "&Cookies"),
        QT_TRANSLATE_NOOP("pages", "What the browsers hold"),
        "Ctrl+2",
    ),
    PageSpec(
        "policy",
        QT_TRANSLATE_NOOP("pages", "&Policy"),
        QT_TRANSLATE_NOOP("pages", "What a site declares"),
        "Ctrl+3",
        build_policy,
    ),
    PageSpec(
        "audit",
        QT_TRANSLATE_NOOP("pages", "&Audit"),
        QT_TRANSLATE_NOOP("pages", "What was promised against what is there"),
        "Ctrl+4",
        build_audit,
    ),
    PageSpec(
        "optouts",
        QT_TRANSLATE_NOOP("pages", "&Opt-outs"),
        QT_TRANSLATE_NOOP("pages", "Ways out of the companies found, and what cookies show of them"),
        "Ctrl+5",
        build_optouts,
    ),
    PageSpec(
        "visit",
        QT_TRANSLATE_NOOP("pages", "&Test a site"),
        QT_TRANSLATE_NOOP("pages", "Visit a site with a browser and see everything it does with cookies"),
        "Ctrl+6",
        build_visit,
    ),
)


class PageBar(QTabBar):
    """The bar; a class of its own so that the style sheet finds it."""


class Pages(QWidget):
    """A bar over a stack. ``changed`` tells the key of the page that is shown now."""

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar, self.stack = PageBar(), QStackedWidget()
        self._ways: dict[str, PageWays] = {}
        self._keys: list[str] = []
        self.bar.setDocumentMode(True)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(self.tr("Pages"))
        self.bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.bar.currentChanged.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.stack, 1)

    def add(self, key: str, page: QWidget, ways: PageWays) -> None:
        """Add a page of ``PAGES`` behind those that are there."""
        self.reserve(key)
        self.put(key, page, ways)

    def put(self, key: str, page: QWidget, ways: PageWays) -> None:
        """Put a page at its reserved place."""
        number, shown = self._keys.index(key), self.stack.currentIndex()
        self._ways[key] = ways
        if (empty := self.stack.widget(number)) is not None:
            self.stack.removeWidget(empty)
            empty.deleteLater()
        self.stack.insertWidget(number, page)
        self.stack.setCurrentIndex(shown)

    def reserve(self, key: str) -> None:
        """Keep a place in the bar for a page that is made when it is first shown."""
        spec = next(spec for spec in PAGES if spec.key == key)
        self._keys.append(key)
        self._ways[key] = NO_WAYS
        self.stack.addWidget(QWidget())
        number = self.bar.addTab(translate("pages", spec.title))
        self.bar.setTabToolTip(number, f"{translate('pages', spec.hint)} ({spec.shortcut})")

    @property
    def key(self) -> str:
        """The key of the page that is shown."""
        return self._keys[self.stack.currentIndex()]

    @property
    def ways(self) -> PageWays:
        """What the page that is shown can be asked."""
        return self._ways[self.key]

    def show_page(self, key: str) -> None:
        """Show a page."""
        self.bar.setCurrentIndex(self._keys.index(key))

    def _show(self, number: int) -> None:
        if number < self.stack.count():
            self.stack.setCurrentIndex(number)
            self.changed.emit(self._keys[number])
