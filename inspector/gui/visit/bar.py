# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The question over a visit: which site, with which browsers and how, compared with what; and the buttons."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inspector.core.problem import InspectorError
from inspector.core.visible import visible
from inspector.core.visit import Mode
from inspector.engine.visit_request import LONGEST_WAIT_S, MOST_PAGES
from inspector.gui.audit.project import Choose
from inspector.gui.translation import QT_TRANSLATE_NOOP
from inspector.gui.views.flow import FlowLayout
from inspector.gui.visit import words
from inspector.gui.visit.choices import BrowserButton, FileButton
from inspector.gui.visit.saving import SAVES
from inspector.gui.visit.source import Browser, Compare, Question, Seen, address_of

_OWN: Final = "file"  # the entry of a scenario of one's own
_COMPARE: Final = (
    (Compare.NOTHING, QT_TRANSLATE_NOOP("visit", "Nothing")),
    (Compare.FOUND, QT_TRANSLATE_NOOP("visit", "The policy that the page links to")),
    (Compare.FILE, QT_TRANSLATE_NOOP("visit", "A policy's file")),
)


class VisitBar(QWidget):
    """``changed`` tells that something else is asked now; the others tell what was pressed."""

    changed = Signal()
    asked = Signal()
    stopped = Signal()
    opening_asked = Signal()
    save_asked = Signal(str)  # the key of what is to be saved

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line, self.note = QLineEdit(), QLabel()
        self.browsers, self.modes, self.scenario, self.compare = BrowserButton(), QComboBox(), QComboBox(), QComboBox()
        self.own = FileButton(self.tr("Choose its file…"), self.tr("Scenario"))
        self.policy = FileButton(self.tr("Choose its file…"), self.tr("Policy"))
        self.pages = FileButton(self.tr("and a file of pages…"), self.tr("Further pages"))
        self.follow, self.wait = QSpinBox(), QDoubleSpinBox()
        self.go, self.stop = QPushButton(self.tr("Vi&sit…")), QPushButton(self.tr("Stop"))
        self.save, self.earlier = QPushButton(self.tr("Save")), QPushButton(self.tr("Open an earlier visit…"))
        self._browsers_known = False
        self._fill()
        self._dress()
        self._lay_out()
        self._connect()
        self._show()
        self.show_busy(False)
        self.show_seen(None)

    def _fill(self) -> None:
        for modes, text in words.MODE_CHOICES:
            self.modes.addItem(words.said(text), modes)
        for name, text in words.SCENARIOS.items():
            self.scenario.addItem(words.said(text), name)
        self.scenario.addItem(self.tr("A scenario of my own"), _OWN)
        for compare, text in _COMPARE:
            self.compare.addItem(words.said(text), compare)
        menu, menus = QMenu(self.save), dict[str, QMenu]()
        self.save_actions = {}
        for saves in SAVES:
            if saves.menu and saves.menu not in menus:
                menus[saves.menu] = menu.addMenu(words.said(saves.menu))
            action = menus.get(saves.menu, menu).addAction(f"{words.said(saves.title)}…")
            action.triggered.connect(lambda checked=False, key=saves.key: self.save_asked.emit(key))
            self.save_actions[saves.key] = action
        self.save_menus = menus
        self.save.setMenu(menu)

    def _dress(self) -> None:
        self.line.setPlaceholderText(self.tr("Address of a page, such as shop.example"))
        self.line.setMaxLength(4_000)
        self.line.setClearButtonEnabled(True)
        self.line.setAcceptDrops(False)  # a visit that is dropped is the page's
        for box in (self.modes, self.scenario, self.compare):
            box.setMinimumWidth(self.fontMetrics().averageCharWidth() * 14)  # with large letters they give way
        self.follow.setRange(0, MOST_PAGES)
        self.follow.setSpecialValueText(self.tr("None"))
        self.follow.setSuffix(self.tr(" of its links"))
        self.follow.setToolTip(self.tr("So many of the page's own links are opened, too"))
        self.wait.setRange(0, LONGEST_WAIT_S)
        self.wait.setDecimals(1)
        self.wait.setValue(3.0)
        self.wait.setSuffix(self.tr(" s"))
        self.wait.setToolTip(self.tr("How long each page is watched after it has loaded"))
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.note.setForegroundRole(self.note.palette().ColorRole.PlaceholderText)
        self.go.setDefault(True)
        self.modes.setToolTip(self.tr("What differs between the two is what the site tried and your browser refused"))

    def _lay_out(self) -> None:
        first, choices = QHBoxLayout(), FlowLayout(8)
        first.setSpacing(10)
        first.addWidget(_named(self.tr("A&ddress"), self.line), 1)
        for button in (self.stop, self.go, self.save, self.earlier):
            first.addWidget(button)
        for widget in (
            _named(self.tr("&Browser"), self.browsers),
            _named(self.tr("Third pa&rties"), self.modes),
            _named(self.tr("&What is done"), self.scenario),
            self.own,
            _named(self.tr("F&urther pages"), self.follow),
            self.pages,
            _named(self.tr("Wa&it"), self.wait),
            _named(self.tr("Co&mpare with"), self.compare),
            self.policy,
        ):
            choices.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 6)
        layout.setSpacing(8)
        layout.addLayout(first)
        layout.addLayout(choices)
        layout.addWidget(self.note)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._show)
        self.line.returnPressed.connect(self._ask)
        self.browsers.changed.connect(self._show)
        for box in (self.modes, self.scenario, self.compare):
            box.currentIndexChanged.connect(self._show)
        for button in (self.own, self.policy, self.pages):
            button.changed.connect(self._show)
        self.go.clicked.connect(self._ask)
        self.stop.clicked.connect(self.stopped)
        self.earlier.clicked.connect(self.opening_asked)

    def use_dialog(self, choose: Choose) -> None:
        """Ask for files by this function."""
        for button in (self.own, self.policy, self.pages):
            button.choose = choose

    # What is asked

    def question(self) -> Question | None:
        """Return what is asked now, ``None`` while something is missing."""
        if self.missing():
            return None
        compare = Compare(self.compare.currentData())
        return Question(
            address_of(self.line.text()),
            self.browsers.chosen(),
            self._modes(),
            str(self.own.path) if self.scenario.currentData() == _OWN else str(self.scenario.currentData()),
            self.follow.value(),
            self.pages.path,
            self.wait.value(),
            compare,
            self.chosen_policy(),
        )

    def chosen_policy(self) -> Path | None:
        """Return the policy's file, where a visit is to be compared with one."""
        return self.policy.path if self.compare.currentData() == Compare.FILE else None

    def missing(self) -> str:
        """Return what is still missing or wrong, in a sentence, empty where a visit can be made."""
        missing: tuple[tuple[Callable[[], bool], str], ...] = (
            (lambda: not self._browsers_known, self.tr("Looking for the browsers of this computer.")),
            (
                lambda: not self.browsers.browsers,
                self.tr(
                    "No browser that can make a visit was found: install Chromium or Firefox. An earlier visit can be"
                    " opened all the same."
                ),
            ),
            (lambda: not self.line.text().strip(), self.tr("Give the address of a page. Nothing is contacted yet.")),
            (lambda: not self.browsers.chosen(), self.tr("Choose at least one browser.")),
            (
                lambda: self.scenario.currentData() == _OWN and self.own.path is None,
                self.tr("Choose the file of your scenario."),
            ),
            (
                lambda: self.compare.currentData() == Compare.FILE and self.policy.path is None,
                self.tr("Choose the policy's file."),
            ),
        )
        found = next((text for lacks, text in missing if lacks()), "")
        return found or self._wrong_address()

    def _wrong_address(self) -> str:
        try:
            address_of(self.line.text())
        except InspectorError as error:
            return f"{visible(error.message, 300)}. {visible(error.what_to_do, 300)}."
        return ""

    def _modes(self) -> tuple[Mode, ...]:
        return words.MODE_CHOICES[self.modes.currentIndex()][0]

    def show_browsers(self, browsers: tuple[Browser, ...]) -> None:
        """Offer the browsers that were found."""
        self._browsers_known = True
        self.browsers.show_browsers(browsers)
        self._show()

    def show_busy(self, busy: bool) -> None:
        """Show that a visit is under way, and how to stop it."""
        self.stop.setVisible(busy)
        self.stop.setEnabled(busy)
        self.go.setVisible(not busy)
        self.earlier.setEnabled(not busy)

    def show_stopping(self) -> None:
        """Say that it is being stopped: what was seen comes when the browser is closed."""
        self.stop.setEnabled(False)

    def show_seen(self, seen: Seen | None) -> None:
        """Offer to save what the shown visit has."""
        self.save.setEnabled(seen is not None)
        for saves in SAVES:
            self.save_actions[saves.key].setEnabled(seen is not None and saves.there(seen))
        for menu in self.save_menus.values():
            menu.setEnabled(any(action.isEnabled() for action in menu.actions()))

    def _ask(self) -> None:
        if self.go.isEnabled() and not self.go.isHidden():
            self.asked.emit()

    def _show(self) -> None:
        self.own.setVisible(self.scenario.currentData() == _OWN)
        self.policy.setVisible(self.compare.currentData() == Compare.FILE)
        missing = self.missing()
        self.note.setText(missing)
        self.note.setVisible(bool(missing))
        self.go.setEnabled(not missing)
        self.changed.emit()


def _named(text: str, widget: QWidget) -> QWidget:
    """Return a widget with its name before it, as one thing that no end of a line comes between."""
    label, both = QLabel(text), QWidget()
    label.setBuddy(widget)
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(label)
    row.addWidget(widget, 1)
    if not widget.accessibleName():
        widget.setAccessibleName(text.replace("&", ""))
    return both
