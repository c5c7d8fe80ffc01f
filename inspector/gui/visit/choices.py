# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The small parts of the question: which browsers, and files that a person may choose."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from inspector.core.visible import visible
from inspector.gui.audit.project import Choose, choose_file
from inspector.gui.translation import translate
from inspector.gui.visit.source import Browser


class BrowserButton(QPushButton):
    """Browsers to tick, the first one at the beginning. ``changed`` tells that others are ticked."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.browsers: tuple[Browser, ...] = ()
        self.actions_: tuple[QAction, ...] = ()
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.show_browsers(())
        self.setText(self.tr("Looking for browsers…"))

    def show_browsers(self, browsers: tuple[Browser, ...]) -> None:
        """Offer the browsers that were found."""
        self.browsers = browsers
        self._menu.clear()
        self.actions_ = tuple(self._add(browser, number == 0) for number, browser in enumerate(browsers))
        self.setEnabled(bool(browsers))
        self._show()

    def _add(self, browser: Browser, checked: bool) -> QAction:
        action = self._menu.addAction(visible(browser.name, 60))
        action.setCheckable(True)
        action.setChecked(checked)
        action.toggled.connect(self._toggled)
        return action

    def chosen(self) -> tuple[Browser, ...]:
        """Return the browsers that are ticked."""
        return tuple(held for held, action in zip(self.browsers, self.actions_, strict=True) if action.isChecked())

    def _toggled(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        names = ", ".join(visible(browser.name, 40) for browser in self.chosen())
        none = self.tr("Choose a browser") if self.browsers else self.tr("No browser found")
        self.setText(names or none)
        self.setAccessibleName(self.tr("Browsers: {names}").format(names=names or none))


class FileButton(QPushButton):
    """Holds a file that may be chosen. ``changed`` tells that another one was, or none."""

    changed = Signal()

    def __init__(self, none: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose: Choose = choose_file
        self.path: Path | None = None
        self._none, self._title = none, title
        menu = QMenu(self)
        self.take = menu.addAction(translate("visit", "Choose a file…"))
        self.drop = menu.addAction(translate("visit", "No file"))
        self.take.triggered.connect(self._ask)
        self.drop.triggered.connect(lambda: self.hold(None))
        self.setMenu(menu)
        self.hold(None)

    def hold(self, path: Path | None) -> None:
        """Take a file, or none."""
        self.path = path
        self.setText(self._none if path is None else visible(path.name, 30))
        self.setToolTip("" if path is None else visible(str(path), 300))
        self.setAccessibleName(f"{self._title}: {self.text()}")
        self.drop.setEnabled(path is not None)
        self.changed.emit()

    def _ask(self) -> None:
        chosen = self.choose(self, self._title)
        if chosen is not None:
            self.hold(chosen)
