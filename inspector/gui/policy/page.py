# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policy page: a policy's text with its claims marked, the claims beside it, each leading to the other."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.moments import to_datetime
from inspector.core.policy import Claim, Policy
from inspector.core.problem import Problem
from inspector.gui.hues import Look
from inspector.gui.policy import words
from inspector.gui.policy.claims import CLAIM_COLUMNS, ClaimRow, claim_rows, look_of
from inspector.gui.policy.contacts import Contacts, barred_problem
from inspector.gui.policy.dialogs import AddressDialog, PasteDialog
from inspector.gui.policy.facts import claim_facts, live_address, policy_facts
from inspector.gui.policy.header import Legend, LinkBar, PolicyHeader, name_of
from inspector.gui.policy.marks import Marks
from inspector.gui.policy.source import Given, Read, ReadPolicy, Request, Way, read_policy
from inspector.gui.policy.start import StartPage
from inspector.gui.policy.text import PolicyText
from inspector.gui.projects.outside import SUFFIX
from inspector.gui.tasks import Outcome, Task
from inspector.gui.translation import translate
from inspector.gui.views.facts_view import FactsView
from inspector.gui.views.issues import IssuesPanel
from inspector.gui.views.panes import divided
from inspector.gui.views.table_pane import TablePane

_PANES: Final = (660, 620)
_SIDE: Final = (360, 300)


class Ready(NamedTuple):
    """A policy made ready for the window, in the worker: the rows of its claims, and the marks in its text."""

    read: ReadPolicy
    policy: Policy
    rows: tuple[ClaimRow, ...]
    marks: Marks


class Prepared(NamedTuple):
    """What came of a request: the policies that were read, what stood in the way of others, whom it asked."""

    ready: tuple[Ready, ...] = ()
    problems: tuple[Problem, ...] = ()
    asked: tuple[str, ...] = ()


def _prepared(given: Given) -> Prepared:
    ready = tuple(_ready(read, read.policy) for read in given.policies if read.policy is not None)
    return Prepared(ready, tuple(problem for read in given.policies for problem in read.problems), given.asked)


def _ready(read: ReadPolicy, policy: Policy) -> Ready:
    rows = claim_rows(policy)
    return Ready(read, policy, rows, Marks((row.claim.quote.start, row.claim.quote.end) for row in rows))


def choose_policy(parent: QWidget) -> Path | None:
    """Ask for a policy's file; ``None`` where the user thinks better of it."""
    kinds = translate("choose", "Policies (*.md *.txt *.html *.htm *.pdf *.json *.yml *.yaml);;All files (*)")
    chosen, _ = QFileDialog.getOpenFileName(parent, translate("choose", "Open policy"), "", kinds)
    return Path(chosen) if chosen else None


class PolicyOutside(NamedTuple):
    """What the page gets from outside: reading, asking for a file, and where copies of fetched pages are kept."""

    read: Read = read_policy
    choose_file: Callable[[QWidget], Path | None] = choose_policy
    keep: Path | None = None


class PolicyPage(QWidget):
    """One policy at a time. ``changed`` tells that another one is shown; ``announced`` a sentence worth saying."""

    changed = Signal()
    announced = Signal(str)

    def __init__(
        self,
        outside: PolicyOutside,
        now_us: Callable[[], int],
        contacts: Contacts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._outside, self._now_us, self._contacts = outside, now_us, contacts
        self._given: tuple[Ready, ...] = ()
        self._read: ReadPolicy | None = None
        self._request: Request | None = None
        self.given: Request | None = None  # what the policy that is shown was asked for by
        self._pointing = False
        self.task = Task(self)
        self.header, self.start, self.text = PolicyHeader(), StartPage(), PolicyText()
        self.claims = TablePane(
            CLAIM_COLUMNS, self.tr("Claims"), self.tr("Filter claims by what, who or quote; !word leaves out")
        )
        self.details, self.copy_link = FactsView(), LinkBar()
        self.issues = IssuesPanel()
        self.legend = Legend(
            ((Look.YES, self.tr("Declared")), (Look.NO, self.tr("Denied")), (Look.BOTH, self.tr("Both at once")))
        )
        self._lay_out()
        self._connect()
        self._show_start()

    @property
    def splitters(self) -> Mapping[str, QSplitter]:
        """What divides the page, by name: where each stands is remembered."""
        return {"floors": self.floors, "panes": self.panes, "side": self.side}

    # The look

    def _lay_out(self) -> None:
        self.details.setFrameShape(QFrame.Shape.NoFrame)
        self.details.setAccessibleName(self.tr("Details of the claim"))
        self.side = divided(Qt.Orientation.Vertical, self.claims, _column(self.details, self.copy_link))
        self.side.setSizes(list(_SIDE))
        self.panes = divided(Qt.Orientation.Horizontal, _column(self.text, self.legend), self.side)
        self.panes.setSizes(list(_PANES))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.stack.addWidget(self.panes)
        self.floors = divided(Qt.Orientation.Vertical, self.stack, self.issues)
        self.floors.setStretchFactor(0, 1)
        self.issues.hide()
        self.setAcceptDrops(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.floors, 1)

    def _connect(self) -> None:
        self.start.asked.connect(self.ask)
        self.header.asked.connect(self.ask)
        self.header.turned.connect(self._turn)
        self.header.cancelled.connect(self.cancel)
        self.header.issues_asked.connect(self._toggle_issues)
        self.issues.closed.connect(self.issues.hide)
        self.task.finished.connect(self._take)
        self.task.late.connect(self._note_contacts)
        self.claims.chosen.connect(self._follow_list)
        self.text.pointed.connect(self._follow_text)

    def panes_in_order(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        if self.stack.currentWidget() is self.start:
            return (self.start.buttons[Way.FILE],)
        return (self.text.text, self.claims.line, self.claims.table, self.details)

    def clear_filter(self) -> None:
        """Show every claim."""
        self.claims.line.clear()

    # Giving a policy

    def ask(self, way: Way) -> None:
        """Ask for a policy in one of the three ways."""
        if way is Way.FILE:
            path = self._outside.choose_file(self)
            if path is not None:
                self.open(Request(Way.FILE, str(path)))
            return
        if way is Way.ADDRESS and self._contacts.barred:
            self._show_failure((barred_problem(words.an_address()),))
            return
        dialog = AddressDialog(self) if way is Way.ADDRESS else PasteDialog(self)
        dialog.answered.connect(self.open)
        dialog.open()

    def open(self, request: Request) -> None:
        """Read what was given, beside the window's thread. What is shown stays until that is there."""
        if request.way is Way.ADDRESS:
            self._contacts.add((request.source,), self._now_us())
        self._request = request
        now = to_datetime(self._now_us()) or datetime.now(UTC)
        where = request.source or words.pasted()
        read, keep = self._outside.read, self._outside.keep
        self.task.start(lambda: _prepared(read(request, now, keep)), where)
        self.header.show_busy(True)
        if self._read is None:
            self.start.show_reading(where)
            self.stack.setCurrentWidget(self.start)

    def cancel(self) -> None:
        """Wait no longer for what is being read."""
        self.task.cancel()
        self.header.show_busy(False)
        if self._read is None:
            self._show_start()

    def _note_contacts(self, outcome: Outcome) -> None:
        """Note what was asked even where its answer is wanted no more."""
        if isinstance(outcome.result, Prepared) and outcome.result.asked:
            self._contacts.add(outcome.result.asked, self._now_us())

    def _take(self, outcome: Outcome) -> None:
        self.header.show_busy(False)
        self._note_contacts(outcome)
        prepared = outcome.result if isinstance(outcome.result, Prepared) else Prepared()
        if prepared.ready:
            self._given, self.given = prepared.ready, self._request
            self.header.show_others(tuple(ready.read for ready in prepared.ready))
            self._show(prepared.ready[0])
        else:
            self._show_failure((outcome.problem,) if outcome.problem else prepared.problems)

    # Showing it

    @property
    def policy(self) -> Policy | None:
        """The policy that is shown."""
        return None if self._read is None else self._read.policy

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What reading it met."""
        return () if self._read is None else self._read.problems

    @property
    def name(self) -> str:
        """What the policy that is shown is called, empty where there is none."""
        return "" if self._read is None else name_of(self._read)

    def show_claim(self, policy: Policy, claim: Claim) -> None:
        """Show a claim of a policy in its text; another policy than the one here takes its place."""
        if policy is not self.policy:
            self._given = (_ready(ReadPolicy(policy.document.source.location, policy), policy),)
            self.header.show_others(())
            self._show(self._given[0])
        ids = [row.claim.id for row in self.claims.model.rows]
        if claim.id in ids:
            self.claims.choose((ids.index(claim.id),))

    def _show_start(self) -> None:
        self.start.show_start()
        self.stack.setCurrentWidget(self.start)
        self.header.hide()

    def _show_failure(self, problems: tuple[Problem, ...]) -> None:
        """Say why nothing was read; a policy that is already shown stays, with the issues under it."""
        self.issues.show_problems(problems)
        self.issues.setVisible(self._read is not None or len(problems) > 1)
        if problems:
            self.start.show_failure(problems[0])
        self.announced.emit(self.start.title.text())

    def _turn(self, number: int) -> None:
        self._show(self._given[number])

    def _show(self, ready: Ready) -> None:
        read, policy = ready.read, ready.policy
        self._read = read
        self.header.show_policy(read)
        self.header.show()
        self.issues.show_problems(read.problems)
        self.issues.hide()
        self.claims.line.clear()
        self.claims.show_rows(
            ready.rows, self.tr("No sentence of this text was understood to say anything about cookies.")
        )
        rows = ready.rows
        self.text.show_policy(
            policy.document, ready.marks, lambda numbers: look_of([rows[number].claim for number in numbers])
        )
        self.stack.setCurrentWidget(self.panes)
        self._show_details(())
        self.changed.emit()
        self.announced.emit(self.header.kind.text())

    def _toggle_issues(self) -> None:
        self.issues.setVisible(not self.issues.isVisible())

    # Linking both ways

    def _follow_list(self) -> None:
        """Claims were chosen in the list: frame their quotes, and go there unless that is where the user points."""
        self.text.choose(self.claims.numbers(), reveal=not self._pointing)
        self._show_details(self.claims.rows())

    def _follow_text(self, numbers: tuple[int, ...]) -> None:
        """A sentence was pointed at: choose its claims."""
        self._pointing = True
        try:
            self.claims.choose(numbers)
        finally:
            self._pointing = False

    def _show_details(self, rows: tuple[ClaimRow, ...]) -> None:
        policy = self.policy
        if policy is None:
            return
        self.copy_link.show_link(None if not rows else live_address(rows[0].claim, policy))
        if rows:
            self.details.show_facts(rows[0].what, rows[0].says, claim_facts(rows[0].claim, policy))
        else:
            self.details.show_facts(self.name, words.kind(policy), policy_facts(policy))

    # Dropping a file

    def drop(self, data: QMimeData) -> None:
        """Read a file that was dropped."""
        path = _dropped(data)
        if path is not None:
            self.open(Request(Way.FILE, str(path)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """See :meth:`drop`."""
        self.drop(event.mimeData())

    def changeEvent(self, event: QEvent) -> None:
        """Paint the legend in the colours of a theme that was switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.legend.repaint_signs()


def _dropped(data: QMimeData) -> Path | None:
    """Return the file that is dropped, ``None`` for several, for folders and for addresses."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    one = len(paths) == 1 and paths[0].is_file() and paths[0].suffix != SUFFIX  # a project is the window's
    return paths[0] if one else None


def _column(*widgets: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    layout.setStretch(0, 1)
    return column
