# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The page "Test a site": the question above, the visit while it is made, then its answer and everything behind it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.policy import Claim
from inspector.core.problem import Problem
from inspector.core.visible import visible
from inspector.gui import drops
from inspector.gui.policy.contacts import Contacts, barred_problem
from inspector.gui.tasks import Outcome, Task
from inspector.gui.translation import translate
from inspector.gui.views.issues import IssuesPanel
from inspector.gui.views.panes import divided
from inspector.gui.visit.answer import VisitAnswer
from inspector.gui.visit.bar import VisitBar
from inspector.gui.visit.board import VisitBoard
from inspector.gui.visit.dialogs import ContactDialog
from inspector.gui.visit.files import VisitFiles
from inspector.gui.visit.outside import VisitOutside
from inspector.gui.visit.progress import MarkStrip, RunsProgress
from inspector.gui.visit.rows import VisitRows, visit_rows
from inspector.gui.visit.source import (
    Question,
    Seen,
)
from inspector.gui.visit.start import VisitStart
from inspector.gui.visit.worker import VisitWorker

_FLOORS: Final = (600, 160)


class _Ready(NamedTuple):
    """A visit and its rows, made in the worker."""

    seen: Seen
    rows: VisitRows

    def forget(self) -> None:
        """Remove what was recorded for this page only."""
        self.seen.forget()


class VisitPage(QWidget):
    """One visit at a time. ``told`` is a sentence for everybody, ``quoted`` a claim's place in its policy."""

    announced = Signal(str)
    told = Signal(str)
    quoted = Signal(object, object)  # Policy, Claim

    def __init__(
        self,
        outside: VisitOutside,
        now_us: Callable[[], int],
        contacts: Contacts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._outside, self._now_us, self._contacts = outside, now_us, contacts
        self._ready: _Ready | None = None
        self.worker = VisitWorker(self)
        self.looking, self.opening = Task(self), Task(self)
        self.files = VisitFiles(outside, self)
        self.bar, self.answer, self.start, self.board = VisitBar(), VisitAnswer(), VisitStart(), VisitBoard()
        self.progress, self.marks, self.issues = RunsProgress(), MarkStrip(), IssuesPanel()
        self.setAcceptDrops(True)
        self._lay_out()
        self.bar.use_dialog(outside.choose_file)
        self._connect()
        self.looking.start(outside.browsers, translate("visit", "the browsers of this computer"))

    def _lay_out(self) -> None:
        result = QWidget()
        column = QVBoxLayout(result)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.answer)
        column.addWidget(self.board, 1)
        self.result = result
        self.stack = QStackedWidget()
        for widget in (self.start, self.progress, result):
            self.stack.addWidget(widget)
        self.floors = divided(Qt.Orientation.Vertical, self.stack, self.issues)
        self.floors.setStretchFactor(0, 1)
        self.floors.setSizes(list(_FLOORS))
        self.issues.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.marks)
        layout.addWidget(self.floors, 1)

    def _connect(self) -> None:
        self.bar.asked.connect(self.ask)
        self.bar.stopped.connect(self.cancel)
        self.bar.opening_asked.connect(self.ask_for_visit)
        self.bar.save_asked.connect(self.save)
        self.marks.marked.connect(self.worker.mark)
        self.worker.progressed.connect(self.progress.show_progress)
        self.worker.waiting.connect(self._ask_for_choice)
        self.worker.finished.connect(self._take)
        self.looking.finished.connect(self._take_browsers)
        self.opening.finished.connect(self._take)
        self.opening.late.connect(_forget)
        self.answer.issues_asked.connect(lambda: self.issues.setVisible(not self.issues.isVisible()))
        self.issues.closed.connect(self.issues.hide)
        self.board.quoted.connect(self._tell_quoted)
        self.board.picture_asked.connect(self._ask_for_picture)
        self.files.failed.connect(self._show_issue)
        self.files.told.connect(self.told)

    @property
    def splitters(self) -> Mapping[str, QSplitter]:
        """What divides the page, by name: where each stands is remembered."""
        return {"page": self.floors, **self.board.splitters}

    @property
    def seen(self) -> Seen | None:
        """The visit that is shown."""
        return None if self._ready is None else self._ready.seen

    def panes_in_order(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        here = self.board.panes_in_order() if self.stack.currentWidget() is self.result else ()
        return (self.bar.line, *here)

    def focus_line(self) -> None:
        """Put the cursor into a filter line, or into the address where there is nothing to filter."""
        if self.stack.currentWidget() is self.result:
            self.board.focus_line()
        else:
            self.bar.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear_filters(self) -> None:
        """Show everything again."""
        self.board.clear_filters()

    def _take_browsers(self, outcome: Outcome) -> None:
        browsers = outcome.result if isinstance(outcome.result, tuple) else ()
        self.bar.show_browsers(browsers)
        if self._ready is None and not self.worker.busy and not self.opening.busy:
            self.start.show_start(browsers=bool(browsers))
            self.announced.emit(self.start.title.text())

    # Visiting

    def ask(self) -> ContactDialog | None:
        """Say what will be contacted, and ask."""
        question = self.bar.question()
        if question is None or self.worker.busy or self.opening.busy:
            return None
        if self._contacts.barred:
            self._show_failure(barred_problem(question.host))
            return None
        dialog = ContactDialog(question, self)
        dialog.agreed.connect(self.visit)
        dialog.open()
        return dialog

    def visit(self, question: Question) -> None:
        """Make a visit that was agreed to, beside the window's thread."""
        make, keep = self._outside.perform, self._outside.keep
        self.worker.start(lambda hooks: _made_ready(make(question, hooks, keep)), question.url)
        self.bar.show_busy(True)
        self.issues.hide()
        self.progress.begin(question.runs, question.host)
        self.stack.setCurrentWidget(self.progress)
        self.announced.emit(self.progress.head.text())

    def _ask_for_choice(self, waits: bool) -> None:
        if waits:
            self.marks.ask(self.progress.running())
            self.announced.emit(self.marks.text.text())
        self.marks.setVisible(waits)

    def cancel(self) -> None:
        """Stop a visit; what was seen by then comes when its browser is closed. Wait no longer for an earlier one."""
        if self.worker.busy:
            self.worker.cancel()
            self.marks.hide()
            self.bar.show_stopping()
            self.progress.show_stopping()
            self.announced.emit(self.progress.head.text())
        if self.opening.busy:
            self.opening.cancel()
            self.bar.show_busy(False)
            self._show_what_there_is()

    def forget(self) -> None:
        """Stop, take nothing more, and remove what was recorded for this page only: the window closes."""
        for task in (self.looking, self.opening, self.files):
            task.forget()
        self.worker.forget()
        self._replace(None)

    # Earlier visits

    def ask_for_visit(self) -> None:
        """Ask for the folder of an earlier visit, and show it."""
        chosen = self._outside.choose_folder(self, translate("visit", "Open an earlier visit"))
        if chosen is not None:
            self.open(chosen)

    def open(self, path: Path) -> None:
        """Show an earlier visit, compared with the policy's file that is chosen above."""
        if self.worker.busy:
            return
        read, policy = self._outside.open_visit, self.bar.chosen_policy()
        self.opening.start(lambda: _made_ready(read(path, policy)), str(path))
        self.bar.show_busy(True)
        self.start.show_opening(path.name)
        if self._ready is None:
            self.stack.setCurrentWidget(self.start)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take an earlier visit; other files are the window's."""
        self._offer(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the visit that was dropped."""
        event.acceptProposedAction()
        self.open(drops.paths_of(event.mimeData())[0])

    def _offer(self, event: QDragEnterEvent) -> None:
        paths = drops.paths_of(event.mimeData())
        if len(paths) == 1 and not self.worker.busy and self._outside.is_visit(paths[0]):
            event.acceptProposedAction()
        else:
            event.ignore()

    # What came of it

    def _take(self, outcome: Outcome) -> None:
        self.bar.show_busy(False)
        self.marks.hide()
        if isinstance(outcome.result, _Ready):
            self._show(outcome.result)
        elif outcome.problem is not None:
            self._show_failure(outcome.problem)

    def _show(self, ready: _Ready) -> None:
        self._replace(ready)
        seen = ready.seen
        self._tell_contacts(seen)
        problems = _problems(seen)
        self.answer.show_seen(seen, len(problems))
        self.board.show_seen(seen, ready.rows)
        self.issues.show_problems(problems)
        self.issues.hide()
        self.bar.show_seen(seen)
        self.stack.setCurrentWidget(self.result)
        self.announced.emit(self.answer.headline.text())

    def _show_failure(self, problem: Problem) -> None:
        """Say why there is nothing to show; a visit that was shown before stays, with the issue under it."""
        self.start.show_failure(problem)
        self._show_what_there_is()
        if self._ready is None:
            self.announced.emit(self.start.title.text())
        else:
            self._show_issue(problem)

    def _show_what_there_is(self) -> None:
        self.stack.setCurrentWidget(self.start if self._ready is None else self.result)

    def _replace(self, ready: _Ready | None) -> None:
        """Show another visit; the record of the one before is gone unless it was saved."""
        before, self._ready = self._ready, ready
        if before is not None:
            before.forget()

    def _tell_contacts(self, seen: Seen) -> None:
        """Note whom the browser and this program asked; an earlier visit that was opened asked nobody now."""
        if seen.record is None:
            return
        hosts = dict.fromkeys(held.host for run in seen.report.record.runs for held in run.hosts)
        self._contacts.add_hosts(hosts, translate("visit", "asked by a browser, on a visit"), self._now_us())
        self._contacts.add(seen.asked, self._now_us())

    def _tell_quoted(self, claim: Claim) -> None:
        if self.seen is not None and self.seen.audit is not None:
            self.quoted.emit(self.seen.audit.report.policy, claim)

    def save(self, key: str) -> None:
        """Save what is shown, as one of the things that it can be saved as."""
        if self.seen is not None:
            self.files.save(self.seen, key)

    def _ask_for_picture(self, run: int, file: str) -> None:
        if self.seen is not None:
            self.files.show_picture(self.seen, run, file)

    def _show_issue(self, problem: Problem) -> None:
        """Say what could not be done, under what is shown and before what the visit itself met."""
        met = () if self.seen is None else _problems(self.seen)
        self.issues.show_problems((problem, *met))
        self.issues.show()
        self.announced.emit(visible(problem.what))


def _made_ready(seen: Seen) -> _Ready:
    return _Ready(seen, visit_rows(seen.report))


def _forget(outcome: Outcome) -> None:
    if isinstance(outcome.result, _Ready):
        outcome.result.forget()


def _problems(seen: Seen) -> tuple[Problem, ...]:
    """Return what the visit and its audit met, each once."""
    held = [*seen.report.problems]
    if seen.not_compared is not None:
        held.append(seen.not_compared)
    if seen.audit is not None:
        held += seen.audit.report.problems
    return tuple(dict.fromkeys(held))
