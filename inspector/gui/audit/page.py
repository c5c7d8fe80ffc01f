# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The audit page: the question above, the answer below it, then promises and cookies side by side, each leading to the
other, and below them the findings with their evidence."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.moments import to_datetime
from inspector.core.policy import Claim, Policy
from inspector.core.problem import Problem
from inspector.core.project import LabelOverride
from inspector.core.reading import Reading
from inspector.core.report import Report
from inspector.core.visible import visible
from inspector.gui.audit.answer import AnswerStrip
from inspector.gui.audit.bar import AuditBar
from inspector.gui.audit.board import AuditBoard
from inspector.gui.audit.project import Choose, choose_file
from inspector.gui.audit.rows import AuditRows, audit_rows
from inspector.gui.audit.source import (
    DATASET,
    FORMATS,
    FindSites,
    Judge,
    Question,
    find_sites,
    judge,
    judge_example,
    write_dataset,
    write_report,
)
from inspector.gui.audit.start import AuditStart
from inspector.gui.tasks import Outcome, Task
from inspector.gui.translation import translate
from inspector.gui.views.issues import IssuesPanel

_FLOORS: Final = (600, 180)


def choose_target(parent: QWidget, name: str) -> Path | None:
    """Ask where to write a report; ``None`` where the user thinks better of it."""
    chosen, _ = QFileDialog.getSaveFileName(parent, translate("choose", "Export report"), name)
    return Path(chosen) if chosen else None


class AuditOutside(NamedTuple):
    """What the page gets from outside: judging, the sites of cookies, the example, and asking where to write."""

    judge: Judge = judge
    find_sites: FindSites = find_sites
    judge_example: Callable[[], Report] = judge_example
    choose_target: Callable[[QWidget, str], Path | None] = choose_target
    choose_file: Choose = choose_file


class AuditPage(QWidget):
    """One report at a time. ``policy_asked`` wants the policy page, ``quoted`` a claim's place on it."""

    policy_asked = Signal()
    quoted = Signal(object, object)  # Policy, Claim
    announced = Signal(str)
    written = Signal(str)  # where a report was written, in a sentence
    judged = Signal(object, bool)  # Report, and whether it is the example's

    def __init__(self, outside: AuditOutside, now_us: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outside, self._now_us = outside, now_us
        self._reading = Reading()
        self._policy: Policy | None = None
        self._policy_problems: tuple[Problem, ...] = ()
        self._asked: Question | None = None
        self._overrides: tuple[LabelOverride, ...] = ()
        self._rows: AuditRows | None = None
        self.task, self.sites, self.export = Task(self), Task(self), Task(self)
        self.bar, self.answer, self.start, self.board = AuditBar(), AnswerStrip(), AuditStart(), AuditBoard()
        self.issues = IssuesPanel()
        self._lay_out()
        self.bar.project.choose = outside.choose_file
        self._connect()
        self._show_question()

    def _lay_out(self) -> None:
        result = QWidget()
        column = QVBoxLayout(result)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.answer)
        column.addWidget(self.board, 1)
        self.result = result
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.stack.addWidget(result)
        self.floors = QSplitter(Qt.Orientation.Vertical)
        self.floors.setHandleWidth(1)
        self.floors.setChildrenCollapsible(False)
        self.floors.addWidget(self.stack)
        self.floors.addWidget(self.issues)
        self.floors.setStretchFactor(0, 1)
        self.floors.setSizes(list(_FLOORS))
        self.issues.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.floors, 1)

    @property
    def splitters(self) -> Mapping[str, QSplitter]:
        """What divides the page, by name: where each stands is remembered."""
        return {"page": self.floors, **self.board.splitters}

    def _connect(self) -> None:
        self.bar.changed.connect(self._show_question)
        self.bar.asked.connect(self.audit)
        self.bar.policy_asked.connect(self.policy_asked)
        self.bar.cancelled.connect(self.cancel)
        self.bar.export_asked.connect(self.export_as)
        self.start.policy_asked.connect(self.policy_asked)
        self.start.example_asked.connect(self.show_example)
        self.answer.issues_asked.connect(lambda: self.issues.setVisible(not self.issues.isVisible()))
        self.issues.closed.connect(self.issues.hide)
        self.task.finished.connect(self._take)
        self.sites.finished.connect(self._take_sites)
        self.export.finished.connect(self._take_export)
        self.board.quoted.connect(self._tell_quoted)

    def panes_in_order(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        here = (self.start.example,) if self.stack.currentWidget() is self.start else self.board.panes_in_order()
        return (self.bar.site, *here)

    def focus_line(self) -> None:
        """Put the cursor into a filter line, or into the site's where there is nothing to filter."""
        if self._rows is None:
            self.bar.site.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.board.cookies.focus_line()

    # The question

    def show_cookies(self, reading: Reading) -> None:
        """Take other cookies to judge; their sites are worked out beside the window's thread."""
        self._reading = reading
        self.sites.start(lambda: self._outside.find_sites(reading.cookies), translate("audit", "the sites"))
        self._show_question()

    def show_policy(self, policy: Policy | None, name: str, problems: tuple[Problem, ...] = ()) -> None:
        """Take another policy to judge against."""
        self._policy, self._policy_problems = policy, problems
        self.bar.show_policy(name)
        self._show_question()

    def show_overrides(self, overrides: tuple[LabelOverride, ...]) -> None:
        """Take a person's word on labels; an answer from before does not know it."""
        self._overrides = overrides
        self._show_question()

    def _take_sites(self, outcome: Outcome) -> None:
        self.bar.show_sites(outcome.result if isinstance(outcome.result, tuple) else ())

    def _question(self) -> Question | None:
        """Return what would be asked now, ``None`` where something is missing."""
        site = self.bar.chosen_site()
        if not site or self._policy is None or not self._reading.stores:
            return None
        words = (self.bar.only.isChecked(), self.bar.force.isChecked())
        files = (self.bar.project.settings, self.bar.project.known)
        return Question(site, self._reading, self._policy, self._policy_problems, *words, *files, self._overrides)

    def _show_question(self) -> None:
        """Bring button, empty page and the note about an old answer in line with what is asked now."""
        question = self._question()
        self.bar.show_ready(question is not None)
        if self._rows is None and not self.task.busy:
            self.start.show_missing(policy=self._policy is not None, cookies=bool(self._reading.stores))
        self.answer.show_stale(self._asked is not None and question is not None and not _same(question, self._asked))

    def audit(self) -> None:
        """Judge, beside the window's thread. The report that is shown stays until the new one is there."""
        question = self._question()
        if question is None:
            return
        now, ask = self._now(), self._outside.judge
        self._begin(question, lambda: audit_rows(ask(question, now)), question.site)

    def show_example(self) -> None:
        """Judge the made-up shop."""
        ask = self._outside.judge_example
        self._begin(None, lambda: audit_rows(ask()), translate("audit", "the example"))

    def _begin(self, question: Question | None, work: Callable[[], AuditRows], what: str) -> None:
        self._asked = question
        self.task.start(work, what)
        self.bar.show_busy(True)
        self.answer.show_stale(False)
        if self._rows is None:
            self.start.show_judging(what)

    def cancel(self) -> None:
        """Wait no longer for a report."""
        self.task.cancel()
        self.bar.show_busy(False)
        self._show_question()

    def forget(self) -> None:
        """Take nothing more: the window closes."""
        for task in (self.task, self.sites, self.export):
            task.forget()

    def _now(self) -> datetime:
        return to_datetime(self._now_us()) or datetime.now(UTC)

    # The answer

    @property
    def report(self) -> Report | None:
        """The report that is shown."""
        return None if self._rows is None else self._rows.report

    def _take(self, outcome: Outcome) -> None:
        self.bar.show_busy(False)
        if isinstance(outcome.result, AuditRows):
            self._show(outcome.result)
        elif outcome.problem is not None:
            self._show_failure(outcome.problem)

    def _show(self, rows: AuditRows) -> None:
        self._rows = rows
        self.answer.show_report(rows.report)
        self.board.show_rows(rows)
        self.issues.show_problems(rows.report.problems)
        self.issues.hide()
        self.bar.export.setEnabled(True)
        self.stack.setCurrentWidget(self.result)
        self._show_question()
        self.judged.emit(rows.report, self._asked is None)
        self.announced.emit(self.answer.headline.text())

    def _show_failure(self, problem: Problem) -> None:
        """Say why nothing was judged; a report that is already shown stays, with the issue under it."""
        self._asked = None
        self.issues.show_problems((problem,))
        self.issues.setVisible(self._rows is not None)
        self.start.show_failure(problem)
        self.announced.emit(self.start.title.text())

    def _tell_quoted(self, claim: Claim) -> None:
        if self.report is not None:
            self.quoted.emit(self.report.policy, claim)

    # Exporting it

    def export_as(self, name: str) -> None:
        """Ask where to, and write the report there beside the window's thread."""
        report = self.report
        if report is None:
            return
        if name == DATASET:
            self._export_dataset(report)
            return
        ending = next(held.ending for held in FORMATS if held.name == name)
        target = self._outside.choose_target(self, f"{_file_name(report.site)}.{ending}")
        if target is not None:
            now = report.measured.now
            self.export.start(lambda: write_report(report, name, target, now), str(target))

    def _export_dataset(self, report: Report) -> None:
        target = self._outside.choose_target(self, _file_name(report.site).replace("audit-", "dataset-", 1))
        if target is not None:
            reading = Reading() if self._asked is None else self._asked.reading
            self.export.start(lambda: write_dataset(report, reading, target), str(target))

    def _take_export(self, outcome: Outcome) -> None:
        if outcome.problem is not None:
            self.issues.show_problems((outcome.problem,))
            self.issues.show()
            self.announced.emit(visible(outcome.problem.what))
        else:
            written = self.tr("Report written to {path}").format(path=visible(str(outcome.result), 300))
            self.written.emit(written)


def _same(one: Question, other: Question) -> bool:
    """Whether two questions are one; cookies and policy are compared by identity, for they are large."""
    same_records = one.reading is other.reading and one.policy is other.policy
    return same_records and (one.site, *one[4:]) == (other.site, *other[4:])


def _file_name(site: str) -> str:
    """Return a site as a part of a file's name: nothing in it leads to another folder."""
    return (
        "audit-" + "".join(character if character.isalnum() or character in ".-" else "_" for character in site)[:100]
    )
