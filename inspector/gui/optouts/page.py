# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The page of opt-outs: the companies found, what cookies prove of each opt-out, and its page behind one button.

Nothing is opened without a question that shows the whole address, and it opens in the profile that was inspected.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.core.moments import to_datetime
from inspector.core.optout import OptOutVisit, Steps, WayLink
from inspector.core.problem import Problem
from inspector.core.reading import Reading
from inspector.core.visible import visible
from inspector.gui.audit.words import sentence
from inspector.gui.optouts.bar import OptOutsBar
from inspector.gui.optouts.dialogs import OpenDialog, StepsDialog
from inspector.gui.optouts.results import result_of
from inspector.gui.optouts.rows import COLUMNS, OptOutRow, rows_of
from inspector.gui.optouts.side import WaySide
from inspector.gui.optouts.source import Look, Looked, Opened, OptOutsOutside
from inspector.gui.optouts.strip import Strip
from inspector.gui.tasks import Outcome, Task
from inspector.gui.translation import translate
from inspector.gui.views.panes import divided
from inspector.gui.views.table_pane import TablePane

_PANES = (820, 460)


class OptOutsPage(QWidget):
    """Shows what the cookies that were read say. ``again_asked`` wants the browsers read anew."""

    again_asked = Signal()
    announced = Signal(str)
    told = Signal(str)

    def __init__(self, outside: OptOutsOutside, now_us: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outside, self._now_us = outside, now_us
        self._reading, self._by_hand = Reading(), False
        self._looked: Looked | None = None
        self._visits: tuple[OptOutVisit, ...] = ()  # since the window is there, remembered or not
        self._row_opened: OptOutRow | None = None  # whose page was opened last
        self._opened: Opened | None = None
        self._checking = False
        self.task, self.opening, self.clearing, self.noting = Task(self), Task(self), Task(self), Task(self)
        self.bar, self.side = OptOutsBar(), WaySide()
        self.again, self.values, self.state = self.bar.again, self.bar.values, self.bar.state
        self.site, self.clear = self.bar.site, self.bar.clear
        self.details, self.ways = self.side.details, self.side.ways
        self.open, self.copy = self.side.open, self.side.copy
        self.result = Strip()
        self.question = Strip(self.tr("&Keep a note"), self.tr("&No, thanks"))
        self.pane = TablePane(COLUMNS, self.tr("Opt-outs"), self.tr("Filter opt-outs"))
        self._lay_out()
        self._connect()
        self._show_looked(None)

    def _lay_out(self) -> None:
        panes = divided(Qt.Orientation.Horizontal, self.pane, self.side)
        panes.setSizes(list(_PANES))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.result)
        layout.addWidget(self.question)
        layout.addWidget(panes, 1)

    def _connect(self) -> None:
        self.again.clicked.connect(self.check_again)
        self.values.clicked.connect(self.check_values)
        self.question.answered.connect(self._answer)
        self.noting.finished.connect(self._take_noted)
        self.noting.late.connect(self._take_noted)
        self.pane.chosen.connect(self._show_chosen)
        self.side.opening_asked.connect(self.ask_to_open)
        self.side.told.connect(self.told)
        self.bar.steps_asked.connect(self.show_clear_steps)
        self.task.finished.connect(self._take)
        self.opening.finished.connect(self._take_opened)
        self.clearing.finished.connect(self._take_steps)

    def panes_in_order(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        return (self.again, self.values, self.pane.table, self.details, self.open)

    def forget(self) -> None:
        """Take nothing more: the window closes."""
        for task in (self.task, self.opening, self.clearing, self.noting):
            task.forget()

    def cancel(self) -> None:
        """Wait no longer for an answer."""
        for task in (self.task, self.opening, self.clearing):
            task.cancel()
        self._show_looked(self._looked)

    # Looking

    def show_cookies(self, reading: Reading, by_hand: bool = False) -> None:
        """Take other cookies to look at; ``by_hand`` where their stores were opened by path."""
        self._reading, self._by_hand = reading, by_hand
        self._begin(self._outside.look)

    def check_again(self) -> None:
        """Read the browsers anew, without values, and look."""
        self._checking = True
        self.again_asked.emit()

    def check_values(self) -> None:
        """Read the same once more with values, and look: only here, because the system may ask for a keyring."""
        self._checking = True
        self._begin(self._outside.look_with_values)

    def _begin(self, ask: Callable[[Look], Looked]) -> None:
        asked = self._asked()
        self.task.start(lambda: ask(asked), translate("audit", "the opt-outs"))
        self.bar.show_looking()

    def _asked(self) -> Look:
        return Look(self._reading, self._now(), self._visits, self._by_hand)

    def _now(self) -> datetime:
        return to_datetime(self._now_us()) or datetime.now(UTC)

    def _take(self, outcome: Outcome) -> None:
        if isinstance(outcome.result, Looked):
            self._show_looked(outcome.result)
            self.announced.emit(self.state.text())
            self._tell_result(outcome.result)
        elif outcome.problem is not None:
            self._show_looked(self._looked)
            self.state.setText(visible(str(outcome.problem), 300))
            self.announced.emit(self.state.text())

    def _tell_result(self, looked: Looked) -> None:
        """After a check, say what became of the opt-out whose page was opened last."""
        if self._checking and self._row_opened is not None:
            self.result.say(result_of(self._row_opened, looked.found))
            self.announced.emit(self.result.text.text())
        self._checking = False
        self._tell_problems(looked.found.problems)

    def _tell_problems(self, problems: Sequence[Problem]) -> None:
        for problem in problems:
            self.told.emit(sentence(visible(str(problem), 300)))

    def _show_looked(self, looked: Looked | None) -> None:
        before = self._chosen()
        self._looked = looked
        rows = rows_of(looked.found) if looked is not None else ()
        self.pane.show_rows(rows, self._why_empty(looked))
        self.bar.show_found(len({row.first.vendor for row in rows}), values=bool(self._reading.stores))
        same = next((number for number, row in enumerate(rows) if before and _place(row) == _place(before)), None)
        self.pane.choose(() if same is None else (same,))
        self._show_chosen()

    def _why_empty(self, looked: Looked | None) -> str:
        if looked is None or not looked.reading.stores:
            return self.tr("Read a browser or open a store on the page of cookies: its companies are listed here.")
        return self.tr("No cookie of a company with a known opt-out was found, and no opt-out.")

    # The chosen one

    def _chosen(self) -> OptOutRow | None:
        rows = self.pane.rows()
        return rows[0] if rows else None

    def _show_chosen(self) -> None:
        self.side.show_row(self._chosen(), self._looked)

    # Opening and deleting, both by the person

    def ask_to_open(self) -> OpenDialog | None:
        """Show where the page is and whose, and ask."""
        row, way = self._chosen(), self.side.way
        if row is None or way is None:
            return None
        host, site = self._outside.parts_of(way.url)
        if not host:
            return None
        dialog = OpenDialog(way, host, site, row.first.store.label, self)
        dialog.agreed.connect(lambda shown: self._open(row, way, shown))
        dialog.open()
        return dialog

    def _open(self, row: OptOutRow, way: WayLink, shown: str) -> None:
        open_way, now = self._outside.open_way, self._now()
        self._row_opened = row
        self.opening.start(lambda: open_way(way, row.first.store, shown, now), visible(way.url, 200))

    def _take_opened(self, outcome: Outcome) -> None:
        if isinstance(outcome.result, Opened):
            self._opened = outcome.result
            self._tell_opened(outcome.result)
            self._tell_problems(outcome.result.problems)
        elif outcome.problem is not None:
            self.told.emit(sentence(visible(str(outcome.problem), 300)))

    def _tell_opened(self, opened: Opened) -> None:
        if isinstance(opened.done, Steps):
            StepsDialog(self.tr("Open it by hand"), (opened.done,), self).open()
            return
        self._visits += () if opened.visit is None else (opened.visit,)
        what = visible(opened.done.what, 200)
        text = self.tr("Opened {what}. When you are done there, check again.").format(what=what)
        self.told.emit(text)
        self.result.say(text)
        if opened.noting is None:
            question = self.tr(
                "Keep a note of what was seen at each reading from now on, to check this opt-out later? It stays on "
                "this computer, holds no values, and goes after {days} days."
            )
            self.question.say(question.format(days=opened.days))

    def _answer(self, said: bool) -> None:
        """Write the answer to the question down; it is not put again."""
        opened, asked, note = self._opened, self._asked(), self._outside.answer_noting
        self.question.say("")
        if opened is not None:
            self.noting.start(lambda: note(opened, asked, said), translate("audit", "the history"))

    def _take_noted(self, outcome: Outcome) -> None:
        if isinstance(outcome.result, tuple):
            self._tell_problems(outcome.result)
            if not outcome.result:
                self.told.emit(self.tr("Your answer is kept. Change it at any time: File > History."))
        elif outcome.problem is not None:
            self.told.emit(sentence(visible(str(outcome.problem), 300)))

    def show_clear_steps(self, site: str) -> None:
        """Show how a person deletes a site's cookies; nothing is deleted by us."""
        reading, ask = self._reading, self._outside.clear_steps
        self.clearing.start(lambda: ask(site, reading), visible(site, 100))

    def _take_steps(self, outcome: Outcome) -> None:
        if outcome.problem is not None:
            self.told.emit(sentence(visible(str(outcome.problem), 300)))
        elif isinstance(outcome.result, tuple):
            title = self.tr("How to delete the cookies of a site")
            StepsDialog(title, tuple(held.steps for held in outcome.result), self).open()


def _place(row: OptOutRow) -> tuple[object, ...]:
    first = row.first
    return first.vendor, first.store, first.compartment
