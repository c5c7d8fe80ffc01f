# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What stands in the table's place when it has no rows: why, and what can be done about it."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading
from inspector.core.visible import visible
from inspector.gui import theme
from inspector.gui.translation import translate
from inspector.gui.views.picture import CookiePicture
from inspector.gui.workers import Loaded


class Emptiness(Enum):
    """Why there is nothing to show."""

    READING = auto()
    RESTING = auto()
    NO_BROWSER = auto()
    NO_COOKIES = auto()
    NOT_READ = auto()
    STOPPED = auto()
    FILTERED = auto()
    WAITING = auto()
    NOT_TOLD = auto()
    NOT_AUDITED = auto()


class Does(Enum):
    """What the page's button does."""

    NOTHING = auto()
    OPEN_STORE = auto()
    SHOW_ISSUES = auto()
    READ_AGAIN = auto()
    CLEAR_FILTER = auto()
    AUDIT = auto()


class _Page(NamedTuple):
    title: str
    text: str
    button: str
    does: Does


def _page(emptiness: Emptiness) -> _Page:
    return _PAGES[emptiness]()


_PAGES: Final[dict[Emptiness, Callable[[], _Page]]] = {
    Emptiness.READING: lambda: _Page(
        translate("empty", "Reading the browsers"),
        translate("empty", "Names, hosts and dates only; values stay where they are, and nothing is changed."),
        "",
        Does.NOTHING,
    ),
    Emptiness.RESTING: lambda: _Page(
        translate("empty", "Nothing was read yet"),
        translate("empty", "Your settings say that browsers are read when you ask for it."),
        translate("empty", "Read my browsers"),
        Does.READ_AGAIN,
    ),
    Emptiness.NO_BROWSER: lambda: _Page(
        translate("empty", "No cookie store found"),
        translate("empty", "None of these places holds one. If your browser lives elsewhere, open its store."),
        translate("empty", "Open cookie file…"),
        Does.OPEN_STORE,
    ),
    Emptiness.NO_COOKIES: lambda: _Page(
        translate("empty", "No cookies"),
        translate("empty", "Everything was read, and there is not one cookie in it."),
        translate("empty", "Read again"),
        Does.READ_AGAIN,
    ),
    Emptiness.NOT_READ: lambda: _Page(
        translate("empty", "Nothing could be read"),
        translate("empty", "There may well be cookies. The issues say what stood in the way and what you can do."),
        translate("empty", "Show issues"),
        Does.SHOW_ISSUES,
    ),
    Emptiness.STOPPED: lambda: _Page(
        translate("empty", "Stopped"),
        translate("empty", "Reading was stopped before the first cookie came."),
        translate("empty", "Read again"),
        Does.READ_AGAIN,
    ),
    Emptiness.FILTERED: lambda: _Page(
        translate("empty", "The filter hides every cookie"),
        translate("empty", "No cookie matches what is typed and chosen."),
        translate("empty", "Clear filter"),
        Does.CLEAR_FILTER,
    ),
    Emptiness.WAITING: lambda: _Page(
        translate("empty", "Finding out what they are for"),
        translate(
            "empty", "The cookies are read. Those that you ask for are shown as soon as it is known which they are."
        ),
        translate("empty", "Clear filter"),
        Does.CLEAR_FILTER,
    ),
    Emptiness.NOT_TOLD: lambda: _Page(
        translate("empty", "What they are for is not known"),
        translate("empty", "The filter asks for purposes, and they could not be told. The issues say why."),
        translate("empty", "Clear filter"),
        Does.CLEAR_FILTER,
    ),
    Emptiness.NOT_AUDITED: lambda: _Page(
        translate("empty", "No site has been audited yet"),
        translate("empty", "The filter asks for verdicts. An audit gives them: of one site, against its policy."),
        translate("empty", "Audit a site…"),
        Does.AUDIT,
    ),
}


class EmptyPage(QWidget):
    """A picture, a title, a sentence, a list where there is one, and at most one button."""

    asked = Signal(object)  # Does

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._does = Does.NOTHING
        self.setBackgroundRole(theme.Role.Base)
        self.setAutoFillBackground(True)
        self.title, self.text, self.places = QLabel(), QLabel(), QPlainTextEdit()
        self.button = QPushButton()
        self._dress()
        self._lay_out()
        self.button.clicked.connect(self._ask)

    def _dress(self) -> None:
        self.title.setFont(theme.sized(self.font(), 1.6, bold=True))
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        self.places.setReadOnly(True)
        self.places.setTabChangesFocus(True)
        self.places.setAccessibleName(translate("empty", "Places that were looked in"))
        self.places.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.places.setMaximumHeight(self.fontMetrics().lineSpacing() * 15)
        self.places.setMaximumWidth(self.fontMetrics().averageCharWidth() * 76)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(CookiePicture(), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        row = QHBoxLayout()  # an alignment would shrink the list to its hint; this lets it grow to its limit
        row.addWidget(self.places)
        layout.addLayout(row)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def show_why(self, emptiness: Emptiness, places: tuple[str, ...] = ()) -> None:
        """Show the page of a reason; ``places`` is the list of where was looked."""
        page = _page(emptiness)
        self._does = page.does
        self.title.setText(page.title)
        self.text.setText(page.text)
        self.button.setText(page.button)
        self.button.setVisible(page.does is not Does.NOTHING)
        self.places.setPlainText("\n".join(map(visible, places)))
        self.places.setVisible(bool(places))

    def _ask(self) -> None:
        self.asked.emit(self._does)


def emptiness(loaded: Loaded | None, shown: int, filtered: Emptiness = Emptiness.FILTERED) -> Emptiness | None:
    """Return why there is nothing to show, ``None`` where there is something. "Not read" is never "no cookies".

    ``filtered`` is the reason where there are cookies and none is shown.
    """
    if loaded is None:
        return Emptiness.READING
    if loaded.rows.cookies:
        return None if shown else filtered
    if loaded.stopped:
        return Emptiness.STOPPED
    if barred(loaded.reading):
        return Emptiness.NOT_READ
    return Emptiness.NO_COOKIES if loaded.reading.stores else Emptiness.NO_BROWSER


def barred(reading: Reading) -> bool:
    """Whether something stood in the way of reading, beyond that there is nothing here to read."""
    return any(problem.severity is not Severity.NOTE for problem in met(reading))


def met(reading: Reading) -> tuple[Problem, ...]:
    """Return the problems less those that the page for "no cookie store found" tells better."""
    return tuple(problem for problem in reading.problems if problem.code not in _NOTHING_HERE)


_NOTHING_HERE: Final = frozenset({"no-browser", "no-store"})
