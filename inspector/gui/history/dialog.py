# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The history's dialog: the switch, the snapshots, what differs, and the ways to forget."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from inspector.core.difference import Comparison, Kind
from inspector.core.problem import Problem
from inspector.core.visible import visible
from inspector.gui.history import source
from inspector.gui.history import words as history_words
from inspector.gui.history.rows import DIFFERENCES, SNAPSHOTS
from inspector.gui.history.source import HistoryOutside, Kept, Shown
from inspector.gui.tasks import Outcome, Task
from inspector.gui.translation import translate
from inspector.gui.views.table_pane import TablePane

_SIZE = (980, 640)


class HistoryDialog(QDialog):
    """Shows what is remembered. Nothing is kept, compared or forgotten but by a button of it."""

    def __init__(
        self,
        outside: HistoryOutside,
        shown: Callable[[], Shown | None],
        now_us: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._outside, self._shown, self._now_us = outside, shown, now_us
        self._places = outside.places()
        self._kept = Kept()
        self.listing, self.comparing = Task(self), Task(self)
        self.switch, self.explanation, self.answer = QCheckBox(), QLabel(), QLabel()
        self.compare, self.forget_some = QPushButton(), QPushButton()
        self.forget_site, self.forget_all = QPushButton(), QPushButton()
        self.snapshots = TablePane(SNAPSHOTS, self.tr("Snapshots"), self.tr("Filter the snapshots"))
        self.differences = TablePane(DIFFERENCES, self.tr("What differs"), self.tr("Filter what differs"))
        self._name()
        self._lay_out()
        self._connect()
        self._show_kept(Kept(folder=str(self._places.folder)))
        self.differences.show_rows((), nothing_compared())
        self.refresh()
        self.snapshots.table.setFocus()

    def _name(self) -> None:
        self.setWindowTitle(self.tr("History"))
        self.resize(*_SIZE)
        self.switch.setText(self.tr("&Remember scans"))
        self.forget_some.setText(self.tr("&Forget"))
        self.forget_site.setText(self.tr("Forget a &site…"))
        self.forget_all.setText(self.tr("Forget &everything…"))
        for label in (self.explanation, self.answer):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _lay_out(self) -> None:
        head, buttons = QVBoxLayout(), QHBoxLayout()
        head.setContentsMargins(12, 12, 12, 4)
        head.addWidget(self.switch)
        head.addWidget(self.explanation)
        buttons.setContentsMargins(12, 4, 12, 8)
        for button in (self.compare, self.forget_some, self.forget_site, self.forget_all):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.insertStretch(1, 1)
        above, below = QWidget(), QWidget()
        upper, lower = QVBoxLayout(above), QVBoxLayout(below)
        for column in (upper, lower):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        upper.addWidget(self.snapshots, 1)
        upper.addLayout(buttons)
        self.answer.setContentsMargins(12, 8, 12, 4)
        lower.addWidget(self.answer)
        lower.addWidget(self.differences, 1)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(above)
        halves.addWidget(below)
        halves.setSizes([_SIZE[1] * 2 // 5, _SIZE[1] * 3 // 5])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(halves, 1)

    def _connect(self) -> None:
        self.switch.clicked.connect(self._switch)
        self.snapshots.chosen.connect(self._show_buttons)
        self.compare.clicked.connect(self._compare)
        self.forget_some.clicked.connect(self._forget_some)
        self.forget_site.clicked.connect(self._forget_site)
        self.forget_all.clicked.connect(self._forget_all)
        self.listing.finished.connect(self._take_kept)
        self.comparing.finished.connect(self._take_comparison)

    def refresh(self) -> None:
        """Read again what is remembered."""
        self._list(partial(source.read_kept, self._places, self._now_us()))

    def forget(self) -> None:
        """Take nothing more: the window closes."""
        self.listing.forget()
        self.comparing.forget()

    # What is remembered

    def _list(self, work: Callable[[], object]) -> None:
        self.listing.start(work, str(self._places.folder))
        self._show_buttons()

    def _take_kept(self, outcome: Outcome) -> None:
        if isinstance(outcome.result, Kept):
            self._show_kept(outcome.result)
            self._tell(outcome.result.problems)
        elif outcome.problem is not None:
            self.switch.setChecked(self._kept.remembers)
            self._tell((outcome.problem,))
        self._show_buttons()

    def _show_kept(self, kept: Kept) -> None:
        self._kept = kept
        self.switch.setChecked(kept.remembers)
        says = self.tr(
            "While this is on, each scan of this computer's browsers is noted, without values, to see later what has"
            " changed and whether an opt-out is still there. It stays in {folder} and goes after {days} days."
        )
        self.explanation.setText(says.format(folder=visible(kept.folder), days=kept.days))
        off = self.tr("Nothing is remembered. Scans are noted only after you switch it on above.")
        on = self.tr("Nothing is remembered yet. The next scan will be: press F5 in the window.")
        self.snapshots.show_rows(kept.snapshots, on if kept.remembers else off)
        if kept.snapshots:
            self.snapshots.choose([0])

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        if problems:
            self.answer.setText(visible("\n".join(map(str, problems))))

    def _switch(self, on: bool) -> None:
        self._list(partial(source.switch, self._places, self._now_us(), on=on))

    # What differs

    def _chosen(self) -> tuple[int, ...]:
        return tuple(info.id for info in self.snapshots.rows())

    def _show_buttons(self) -> None:
        chosen, idle = self._chosen(), not self.listing.busy
        two = len(chosen) == 2
        self.compare.setText(self.tr("&Compare the two") if two else self.tr("&Compare with what is shown"))
        ready = two or (len(chosen) == 1 and self._shown() is not None)
        self.compare.setEnabled(idle and ready and not self.comparing.busy)
        self.forget_some.setEnabled(idle and bool(chosen))
        self.forget_site.setEnabled(idle and bool(self._kept.snapshots))
        self.forget_all.setEnabled(idle)
        self.switch.setEnabled(idle)

    def _compare(self) -> None:
        chosen, shown = self._chosen(), self._shown()
        if len(chosen) == 2:
            work: Callable[[], object] = partial(source.compare_two, self._places, *chosen)
        elif len(chosen) == 1 and shown is not None:
            opened, now_us = shown.opened, self._now_us()
            work = partial(source.compare_with_shown, self._places, chosen[0], shown.reading, opened, now_us)
        else:
            return
        self.answer.setText(self.tr("Comparing…"))
        self.comparing.start(work, str(self._places.folder))
        self._show_buttons()

    def _take_comparison(self, outcome: Outcome) -> None:
        if isinstance(outcome.result, Comparison):
            self._show_comparison(outcome.result)
        elif outcome.problem is not None:
            self._tell((outcome.problem,))
        self._show_buttons()

    def _show_comparison(self, found: Comparison) -> None:
        lines = [history_words.summary(found), *(visible(f"{problem.what}.") for problem in found.problems)]
        self.answer.setText("\n".join(lines))
        rows = tuple(held for held in found.differences if held.kind is not Kind.RENEWED)
        self.differences.show_rows(rows, self.tr("Nothing differs in what could be compared."))

    # Forgetting

    def _forget_some(self) -> None:
        chosen = self._chosen()
        if chosen and self._outside.ask(self, self.tr("Forget the chosen snapshots? They cannot be had back.")):
            self._list(partial(source.forget_snapshots, self._places, chosen, self._now_us()))

    def _forget_site(self) -> None:
        site = self._outside.ask_site(self)
        if site:
            self._list(partial(source.forget_site, self._places, site, self._now_us()))

    def _forget_all(self) -> None:
        question = self.tr("Delete everything that is remembered, with its key? It cannot be had back.")
        if self._outside.ask(self, question):
            self.differences.show_rows((), nothing_compared())
            self.answer.clear()
            self._list(partial(source.forget_all, self._places, self._now_us()))


def nothing_compared() -> str:
    """What stands in the lower table before anything was compared."""
    return translate("history", "Choose a snapshot to compare with what is shown, or two to compare them.")
