# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the window shows of purposes, kept in line: the overview, the switches at the left, what details are told."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QObject, Signal

from inspector.core.filter.editing import Value, is_on
from inspector.core.filter.query import Query
from inspector.core.label import Tracks
from inspector.core.labelling import Edition
from inspector.core.problem import Problem
from inspector.gui.label_facts import NOTHING_TOLD, Told
from inspector.gui.models.facets import FacetLine, label_lines, record_lines, tracks_value, values_by_field
from inspector.gui.models.figures import Figures, figures_of
from inspector.gui.models.filter import ShownCookies
from inspector.gui.models.labels import LabelRows
from inspector.gui.models.masks import counts
from inspector.gui.models.rows import CookieRow
from inspector.gui.views.facet_list import FacetList
from inspector.gui.views.overview import Overview

ACROSS: Final = tracks_value(Tracks.CROSS_SITE)


class State(Enum):
    """Whether purposes are known."""

    NOT_ASKED = auto()
    WAITING = auto()
    TOLD = auto()
    FAILED = auto()


class Purposes(QObject):
    """Holds overview and switches over a :class:`ShownCookies`.

    ``tracking_asked`` tells the value that the figure of tracking stands for, and whether it is wanted.
    """

    tracking_asked = Signal(object, bool)  # Value

    def __init__(self, shown: ShownCookies, *, asked: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown, self._asked = shown, asked
        self.state = State.NOT_ASKED
        self.labels = LabelRows()
        self._of_verdicts: tuple[FacetLine, ...] = ()
        self._sites: tuple[str, ...] = ()
        self._values: Mapping[str, Sequence[Value]] = {}
        self.overview, self.facets = Overview(), FacetList()
        self.overview.tracking_asked.connect(lambda on: self.tracking_asked.emit(ACROSS, on))
        self.overview.hide()
        self.facets.hide()

    @property
    def edition(self) -> Edition | None:
        """The knowledge that the labels rest on, ``None`` before there are any."""
        return self.labels.told.edition

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What went wrong while labels were made."""
        return self.labels.told.problems

    def start(self) -> None:
        """Show that there are other cookies, whose labels will come. What is switched on stays on."""
        total = self._shown.total()
        self.state = State.WAITING if self._asked and total else State.NOT_ASKED
        self.overview.setVisible(self.state is State.WAITING)
        self.overview.show_cookies(total)
        self._of_verdicts, self._sites = (), ()
        self.labels = LabelRows()
        self._show_lines()

    def take(self, labels: LabelRows) -> Figures | None:
        """Take the labels of the rows; return the figures, or ``None`` where there are no labels but problems."""
        self.labels = labels
        if len(labels.labels) != self._shown.total():
            self.state = State.FAILED
            self.labels = LabelRows(labels.told)
            self._show_lines()
            self.overview.hide()
            return None
        self.state = State.TOLD
        self._shown.show_labels(labels)
        self._show_lines()
        figures = figures_of(labels)
        self.overview.show_figures(figures)
        return figures

    def show_verdicts(self, lines: tuple[FacetLine, ...]) -> None:
        """Take the switches of an audit's verdicts."""
        self._of_verdicts = lines
        self._show_lines()

    def show_sites(self, sites: tuple[str, ...]) -> None:
        """Take the sites with the most cookies."""
        self._sites = sites
        self._show_lines()

    def _show_lines(self) -> None:
        lines = (
            *label_lines(self.labels),
            *self._of_verdicts,
            *record_lines(self._sites, cookies=self._shown.total() > 0),
        )
        self._values = values_by_field(lines)
        self.facets.show_lines(lines)

    def follow(self, query: Query) -> None:
        """Bring what is on, and the counts of all switches, in line with the filter."""
        self.facets.follow(query)
        self.facets.facets.show_counts(counts(self._shown.masks, query, self._values))
        self.overview.show_tracking_on(is_on(query, ACROSS))

    def told(self, row: CookieRow | None) -> Told:
        """Return what is told of a row in its details."""
        if row is None or self.state is State.NOT_ASKED:
            return NOTHING_TOLD
        if self.state is State.WAITING:
            return Told(waiting=True)
        return Told(row.label, self.labels.told)
