# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the window shows of purposes, kept in line: the overview, the switches at the left, what details are told."""

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from inspector.core.label import Tracks
from inspector.core.labelling import Edition
from inspector.core.problem import Problem
from inspector.gui.label_facts import NOTHING_TOLD, Told
from inspector.gui.models.facets import facet_counts, facet_lines
from inspector.gui.models.figures import Figures, figures_of
from inspector.gui.models.filter import ShownCookies
from inspector.gui.models.labels import LabelRows
from inspector.gui.models.rows import CookieRow
from inspector.gui.views.facet_list import FacetList
from inspector.gui.views.overview import Overview


class State(Enum):
    """Whether purposes are known."""

    NOT_ASKED = auto()
    WAITING = auto()
    TOLD = auto()
    FAILED = auto()


class Purposes(QObject):
    """Holds overview and switches over a :class:`ShownCookies`; ``changed`` tells that other switches are on."""

    changed = Signal()

    def __init__(self, shown: ShownCookies, *, asked: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown, self._asked = shown, asked
        self.state = State.NOT_ASKED
        self.labels = LabelRows()
        self.overview, self.facets = Overview(), FacetList()
        self.facets.changed.connect(self._switched)
        self.overview.tracking_asked.connect(self._switch_tracking)
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
        if self.state is State.NOT_ASKED:
            self.facets.show_lines(())

    def take(self, labels: LabelRows) -> Figures | None:
        """Take the labels of the rows; return the figures, or ``None`` where there are no labels but problems."""
        self.labels = labels
        if len(labels.labels) != self._shown.total():
            self.state = State.FAILED
            self.facets.show_lines(())
            self.overview.hide()
            return None
        self.state = State.TOLD
        self._shown.show_labels(labels)
        self.facets.show_lines(facet_lines(labels))
        figures = figures_of(labels)
        self.overview.show_figures(figures)
        return figures

    def recount(self) -> None:
        """Bring the counts of the switches in line with the filter."""
        if self.state is State.TOLD:
            self.facets.facets.show_counts(facet_counts(self.labels, self._shown.matched))

    def told(self, row: CookieRow | None) -> Told:
        """Return what is told of a row in its details."""
        if row is None or self.state is State.NOT_ASKED:
            return NOTHING_TOLD
        if self.state is State.WAITING:
            return Told(waiting=True)
        return Told(row.label, self.labels.told)

    def _switched(self) -> None:
        self.overview.show_tracking_on(self.facets.chosen().tracks == {Tracks.CROSS_SITE})
        self.changed.emit()

    def _switch_tracking(self, on: bool) -> None:
        """Show only what tracks across sites, or every reach again."""
        for tracks in Tracks:
            self.facets.switch(tracks, on=on and tracks is Tracks.CROSS_SITE)
        self._switched()
