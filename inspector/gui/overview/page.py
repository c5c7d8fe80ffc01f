# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The overview: the numbers, what they are for, whose and where they are, what was found, and an example to try."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inspector.core.visible import visible
from inspector.gui import theme, words
from inspector.gui.overview.chart import ChartCard
from inspector.gui.overview.lines import FoundLines
from inspector.gui.overview.records import Bar
from inspector.gui.translation import translate
from inspector.gui.views.figure import Figure

if TYPE_CHECKING:  # the first picture does not wait for these
    from inspector.core.finding import Verdict
    from inspector.gui.models.figures import Figures
    from inspector.gui.models.labels import LabelRows
    from inspector.gui.models.stores import StoreRow
    from inspector.gui.workers import Progress

_MARGIN: Final = 28
_BESIDE: Final = 110  # average characters: a window of 1280 at the usual size has room for both halves
_MOST_LINES: Final = 8
_LONGEST_LINE: Final = 160
_FIGURE_PAD: Final = 12  # a figure has room round it for the frame of those that can be switched


class Shows(Enum):
    """Whose cookies the page shows."""

    BROWSERS = auto()
    OPENED = auto()
    EXAMPLE = auto()
    EXAMPLE_INSTEAD = auto()  # because there is no browser here


class OverviewPage(QScrollArea):
    """Shows what the window has read. ``asked`` tells a :class:`Value` or :class:`Goal` that a press leads to."""

    asked = Signal(object)
    example_asked = Signal()
    browsers_asked = Signal()
    opening_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: LabelRows | None = None
        self._long_lived, self._issues = 0, 0
        self._verdicts: Mapping[Verdict, int] = {}
        self.title, self.text = QLabel(), QLabel()
        self.cookies, self.companies, self.tracking, self.sites = Figure(), Figure(), Figure(), Figure()
        self.purposes = ChartCard(self.tr("By purpose"))
        self.stores = ChartCard(self.tr("By browser and profile"))
        self.by_company = ChartCard(self.tr("By company"))
        self.found = FoundLines()
        self.example = QPushButton(self.tr("Show the example"))
        self.browsers = QPushButton(self.tr("Read my browsers"))
        self.opening = QPushButton(self.tr("Open cookie file…"))
        self.places = QPlainTextEdit()
        self._dress()
        self._lay_out()
        for card in (self.purposes, self.stores, self.by_company):
            card.chosen.connect(self.asked)
        self.found.asked.connect(self.asked)
        self.example.clicked.connect(self.example_asked)
        self.browsers.clicked.connect(self.browsers_asked)
        self.opening.clicked.connect(self.opening_asked)
        self.show_reading()

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Overview"))
        self.title.setFont(theme.sized(self.font(), 1.7, bold=True))
        self.text.setWordWrap(True)
        for label in (self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.places.setReadOnly(True)
        self.places.setTabChangesFocus(True)
        self.places.setAccessibleName(self.tr("Places that were looked in"))
        self.places.setFixedHeight(self.fontMetrics().lineSpacing() * 6)
        self.example.setToolTip(self.tr("A made-up shop: its cookies, its policy and an audit of the two"))

    def _lay_out(self) -> None:
        self.body = QWidget()
        self.body.setBackgroundRole(theme.Role.Base)
        self.body.setAutoFillBackground(True)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 24)
        column.setSpacing(14)
        head, figures = QHBoxLayout(), QHBoxLayout()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        said = QVBoxLayout()
        said.addWidget(self.title)
        said.addWidget(self.text)
        head.addLayout(said, 1)
        for button in (self.opening, self.browsers, self.example):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        for figure in (self.cookies, self.companies, self.tracking, self.sites):
            figures.addWidget(figure)
        figures.addStretch(1)
        figures.setContentsMargins(-_FIGURE_PAD, 0, 0, 0)
        self._halves.setSpacing(_MARGIN)
        left, right = QVBoxLayout(), QVBoxLayout()
        for half, widgets in ((left, (self.found, self.stores)), (right, (self.purposes, self.by_company))):
            half.setSpacing(18)
            for widget in widgets:
                half.addWidget(widget)
            half.addStretch(1)
            self._halves.addLayout(half, 1)
        column.addLayout(head)
        column.addWidget(self.places)
        column.addLayout(figures)
        column.addLayout(self._halves)
        column.addStretch(1)
        self.setWidget(self.body)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the halves beside each other where there is room for sentences and bars, else below each other."""
        super().resizeEvent(event)
        # The event is the viewport's. Asking for the viewport itself has PySide make every kind of widget there is, to
        # find out which it is: 17 ms of the first picture.
        wide = event.size().width() >= self.fontMetrics().averageCharWidth() * _BESIDE
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if wide else way.TopToBottom)

    # What is shown

    def show_reading(self) -> None:
        """Show that reading has begun, before there is anything to show."""
        self.title.setText(self.tr("Reading the browsers"))
        self.text.setText(self.tr("Names, hosts and dates only; values stay where they are, and nothing is changed."))
        self._show_parts(on=False)
        self.places.hide()
        self.browsers.hide()

    def show_resting(self) -> None:
        """Show that nothing was read, because nobody asked for it."""
        self.title.setText(self.tr("Nothing was read yet"))
        self.text.setText(self.tr("Your settings say that browsers are read when you ask for it."))
        self._show_parts(on=False)
        self.places.hide()
        self.browsers.show()

    def show_progress(self, progress: "Progress") -> None:
        """Show which browser is being read."""
        if progress.what and not self.found.isVisibleTo(self):
            counted = self.tr("{done} of {total}: ").format(done=progress.done + 1, total=progress.total)
            what = visible(progress.what, 80)
            self.title.setText(self.tr("Reading {what}").format(what=(counted if progress.total else "") + what))

    def show_cookies(
        self,
        count: int,
        stores: "Sequence[StoreRow]",
        shows: Shows,
        places: tuple[str, ...] = (),
        recognised: tuple[str, ...] = (),
    ) -> None:
        """Show other cookies, of which nothing more is known yet.

        ``places`` is where was looked for nothing, ``recognised`` what each opened file was taken for.
        """
        from inspector.gui.overview import rows

        self._labels, self._verdicts = None, {}
        self.title.setText(self._title(count, stores, shows))
        self.text.setText(self._says(shows, recognised))
        self.text.setVisible(bool(self.text.text()))
        self.places.setPlainText("\n".join(map(visible, places)))
        self.places.setVisible(shows is Shows.EXAMPLE_INSTEAD and bool(places))
        self.browsers.setVisible(shows is not Shows.BROWSERS)
        self.example.setVisible(shows in (Shows.BROWSERS, Shows.OPENED))
        self._show_parts(on=count > 0)
        waiting = self.tr("This is being found out")
        self.cookies.tell(words.amount(count), self.tr("cookies"))
        self.companies.tell("…", self.tr("known companies"), waiting)
        self.tracking.tell("…", self.tr("track across sites"), waiting)
        self.sites.tell("…", self.tr("sites"), waiting)
        self.stores.show_bars(rows.store_bars(stores) if count else ())
        self._show_charts(())
        self._show_found()

    def _title(self, count: int, stores: "Sequence[StoreRow]", shows: Shows) -> str:
        if shows in (Shows.EXAMPLE, Shows.EXAMPLE_INSTEAD):
            return self.tr("An example: a made-up shop")
        if count:
            return self.tr("What is in what you opened") if shows is Shows.OPENED else self.tr("What is here")
        return self.tr("No cookies") if stores else self.tr("No cookie store found")

    def _says(self, shows: Shows, recognised: tuple[str, ...]) -> str:
        made_up = self.tr("The shop, its policy and its cookies are made up; none of this is on your computer.")
        if shows is Shows.EXAMPLE_INSTEAD:
            none = self.tr("No cookie store was found here, in none of the places below, so you see an example.")
            return f"{none} {made_up}"
        return made_up if shows is Shows.EXAMPLE else _listed(recognised)

    def _show_parts(self, *, on: bool) -> None:
        for widget in (self.cookies, self.companies, self.tracking, self.sites, self.found):
            widget.setVisible(on)
        if not on:
            for card in (self.purposes, self.stores, self.by_company):
                card.show_bars(())

    def _show_charts(self, purposes: tuple[Bar, ...], companies: tuple[Bar, ...] = ()) -> None:
        self.purposes.show_bars(purposes)
        self.by_company.show_bars(companies)

    def show_sites(self, count: int) -> None:
        """Show how many sites there are."""
        self.sites.tell(words.amount(count), self.tr("site") if count == 1 else self.tr("sites"))

    def show_labels(self, labels: "LabelRows", figures: "Figures | None") -> None:
        """Show what is known of the cookies; ``None`` where that failed, which the issues tell."""
        if figures is None:
            for figure, caption in ((self.companies, self.tr("companies")), (self.tracking, self.tr("track"))):
                figure.tell("?", caption, self.tr("Could not be told; the issues say why"))
            return
        from inspector.gui.overview import rows

        self._labels = labels
        nameless = self.tr("{cookies} of no company that we know").format(cookies=words.cookies(figures.nameless))
        self.companies.tell(words.amount(figures.companies), self.tr("known companies"), nameless)
        self.tracking.tell(words.amount(figures.tracking), self.tr("track across sites"))
        self._show_charts(rows.purpose_bars(labels), rows.company_bars(labels))
        self._show_found()

    def show_more(self, *, long_lived: int, issues: int) -> None:
        """Show how many live longer than a year, and how many issues there are."""
        self._long_lived, self._issues = long_lived, issues
        self._show_found()

    def show_verdicts(self, verdicts: "Mapping[Verdict, int]") -> None:
        """Show what audits said of these cookies."""
        self._verdicts = verdicts
        self._show_found()

    def _show_found(self) -> None:
        from inspector.gui.overview import rows

        self.found.show_lines(rows.found_lines(self._labels, self._long_lived, self._verdicts, self._issues))

    def panes_in_order(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        lines: tuple[QWidget, ...] = tuple(self.found.buttons[:1])
        return (self.example, *lines, self.stores.chart, self.purposes.chart, self.by_company.chart)


def _listed(recognised: tuple[str, ...]) -> str:
    """Return what files were taken for, a line each; of many, how many more there are."""
    lines = [visible(line, _LONGEST_LINE) for line in recognised[:_MOST_LINES]]
    if more := len(recognised) - len(lines):
        lines.append(translate("overview", "and {number} more files").format(number=words.amount(more)))
    return "\n".join(lines)
