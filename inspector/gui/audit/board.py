# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A report laid out: promises and cookies side by side, findings and the rest below, details of what is chosen.

Choosing a promise chooses its cookies, choosing a cookie chooses the promises that speak of it, and a finding both.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from inspector.core.policy import Claim
from inspector.core.project import Assessment
from inspector.core.report import KnownFinding
from inspector.gui import words as general
from inspector.gui.audit import facts, rows
from inspector.gui.audit.links import Linked
from inspector.gui.audit.mark_bar import MarkBar
from inspector.gui.audit.rows import AuditRows, FindingRow
from inspector.gui.audit.words import CLAIMS, LEVELS, VERDICTS
from inspector.gui.facts import FactGroup
from inspector.gui.policy.header import LinkBar
from inspector.gui.views.facts_view import FactsView
from inspector.gui.views.panes import divided
from inspector.gui.views.table_pane import TablePane

_FLOORS: Final = (320, 280)
_HALVES: Final = (600, 680)

MarkOf = Callable[[str, str], Assessment | None]  # of a site and a fingerprint
Details = Callable[[Any, AuditRows], tuple[FactGroup, ...]]


class AuditBoard(QWidget):
    """Shows the rows of a report. ``quoted`` asks for a claim's place in the policy.

    ``marked`` and ``commented`` tell what is said of findings; :meth:`show_marks` is told what was said of all.
    """

    quoted = Signal(object)  # Claim
    marked = Signal(object, object)  # tuple[KnownFinding, ...], Stance or None
    commented = Signal(object, str)  # tuple[KnownFinding, ...]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: AuditRows | None = None
        self._leading: TablePane | None = None
        self._claim: Claim | None = None
        self.claims = TablePane(rows.CLAIM_COLUMNS, self.tr("Promises"), self.tr("Filter promises"))
        self.cookies = TablePane(rows.COOKIE_COLUMNS, self.tr("Cookies of the site"), self.tr("Filter cookies"))
        self.findings = TablePane(rows.FINDING_COLUMNS, self.tr("Findings"), self.tr("Filter findings"))
        self.open = TablePane(rows.OPEN_COLUMNS, self.tr("Not judged"), self.tr("Filter what was not judged"))
        self.aside = TablePane(rows.ASIDE_COLUMNS, self.tr("Of unknown site"), self.tr("Filter cookies"))
        self.ways = TablePane(rows.WAY_COLUMNS, self.tr("Opt-outs"), self.tr("Filter opt-outs"))
        self.ignored = TablePane(rows.IGNORED_COLUMNS, self.tr("Ignored"), self.tr("Filter ignored findings"))
        self.details, self.link, self.quote = FactsView(), LinkBar(), QPushButton(self.tr("Show in the policy"))
        self.marks = MarkBar()
        self._mark_of: MarkOf = _unmarked
        self._commenting: tuple[KnownFinding, ...] = ()
        self.details.setAccessibleName(self.tr("Details and evidence"))
        self.details.setFrameShape(QFrame.Shape.NoFrame)
        self._lay_out()
        for pane in (self.claims, self.cookies):
            pane.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)  # the gravest first, until the user sorts
        for pane in self.panes:
            pane.chosen.connect(lambda pane=pane: self._follow(pane))
            pane.table.clicked.connect(lambda index, pane=pane: self._follow(pane))
        self.quote.clicked.connect(self._tell_quoted)
        self.marks.marked.connect(lambda stance: self.marked.emit(self._chosen_findings(), stance))
        self.marks.commented.connect(self._tell_comment)
        self.marks.show_marks(())

    @property
    def panes(self) -> tuple[TablePane, ...]:
        """All tables."""
        return (self.claims, self.cookies, self.findings, self.open, self.aside, self.ways, self.ignored)

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for pane in self.panes[2:]:
            self.tabs.addTab(pane, pane.table.accessibleName())
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.details, 1)
        column.addWidget(self.marks)
        column.addWidget(self.link)
        row = QHBoxLayout()
        row.setContentsMargins(14, 6, 10, 6)
        row.addStretch(1)
        row.addWidget(self.quote)
        column.addLayout(row)
        above = divided(Qt.Orientation.Horizontal, self.claims, self.cookies)
        below = divided(Qt.Orientation.Horizontal, self.tabs, side)
        for half in (above, below):
            half.setSizes(list(_HALVES))
        floors = divided(Qt.Orientation.Vertical, above, below)
        floors.setSizes(list(_FLOORS))
        self.splitters = {"above": above, "below": below, "floors": floors}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(floors)

    def panes_in_order(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        current = self.tabs.currentWidget()
        held = [current.table] if isinstance(current, TablePane) else []
        return (self.claims.table, self.cookies.table, *held, self.details)

    def clear_filters(self) -> None:
        """Show every row."""
        for pane in self.panes:
            pane.line.clear()

    def show_rows(self, made: AuditRows) -> None:
        """Show another report."""
        self.marks.finish()
        made = made._replace(findings=tuple(self._marked(row) for row in made.findings))
        self._rows, self._leading = made, None
        texts = (
            (self.claims, made.claims, self.tr("The policy makes no claim that was understood.")),
            (
                self.cookies,
                made.cookies,
                self.tr("No cookie of this site was seen. That alone does not mean that all is well."),
            ),
            (self.findings, made.findings, self.tr("No rule found anything.")),
            (self.open, made.open, self.tr("Everything was judged.")),
            (self.aside, made.aside, self.tr("No cookie of an unknown site speaks of this one.")),
            (self.ways, made.ways, self.tr("No opt-out is known for what was seen.")),
            (self.ignored, made.ignored, self.tr("The settings set no finding aside.")),
        )
        for pane, held, nothing in texts:
            pane.line.clear()
            pane.show_rows(held, nothing)
        for number, pane in enumerate(self.panes[2:]):
            count = general.amount(len(pane.model.rows))
            self.tabs.setTabText(number, f"{pane.table.accessibleName()} ({count})")
        self.findings.table.setColumnHidden(rows.SINCE, not any(row.state for row in made.findings))
        self._show_mark_column()
        self.tabs.setTabVisible(self.tabs.indexOf(self.ignored), bool(made.ignored))
        self.tabs.setCurrentIndex(0)
        self._show_report()

    def _show_report(self) -> None:
        if self._rows is not None:
            report = self._rows.report
            self.details.show_facts(report.site, "", facts.report_details(report))
        self._show_links(None, None)
        self._show_marks_of(())

    # What a person says of the findings

    def show_marks(self, mark_of: "MarkOf") -> None:
        """Show what was said of the findings; who is chosen stays chosen."""
        self._mark_of = mark_of
        if self._rows is None:
            return
        held = tuple(self._marked(row) for row in self._rows.findings)
        if held == self._rows.findings:
            return
        self._rows = self._rows._replace(findings=held)
        self.findings.model.renew(held)
        self._show_mark_column()
        if self.findings.table.chosen_rows():
            self._show_details(self.findings)

    def _marked(self, row: FindingRow) -> FindingRow:
        known = row.known
        return row if known is None else row._replace(mark=self._mark_of(known.site, known.fingerprint))

    def _show_mark_column(self) -> None:
        marked = self._rows is not None and any(row.mark is not None for row in self._rows.findings)
        self.findings.table.setColumnHidden(rows.MARK, not marked)

    def _chosen_findings(self) -> tuple[KnownFinding, ...]:
        return tuple(row.known for row in self.findings.rows() if row.known is not None)

    def _tell_comment(self, comment: str) -> None:
        """A comment belongs to the findings that were chosen when it was typed."""
        if self._commenting:
            self.commented.emit(self._commenting, comment)

    def _show_marks_of(self, held: Sequence[FindingRow]) -> None:
        self.marks.finish()
        self._commenting = tuple(row.known for row in held if row.known is not None)
        self.marks.show_marks([self._mark_of(known.site, known.fingerprint) for known in self._commenting])

    # Leading from one to the other

    def _follow(self, pane: TablePane) -> None:
        """Rows were chosen: choose what they lead to in the other tables, and show the first one's details."""
        if self._leading is not None or self._rows is None:
            return
        numbers = pane.numbers()
        if not numbers:
            return
        self._leading = pane
        try:
            linked = self._linked(pane, numbers)
            for other, found in ((self.claims, linked.claims), (self.cookies, linked.cookies)):
                if other is not pane:
                    other.choose(found)
            for other in self.panes[2:]:
                if other is not pane:
                    other.table.clearSelection()
        finally:
            self._leading = None
        self._show_details(pane)

    def _linked(self, pane: TablePane, numbers: tuple[int, ...]) -> Linked:
        """Return the claims and cookies that the chosen rows of a table lead to."""
        if self._rows is None:
            return Linked()
        links, held = self._rows.links, pane.rows()
        if pane is self.claims:
            return Linked((), _all(links.of_claim(number) for number in numbers))
        if pane is self.cookies:
            return Linked(_all(links.of_cookie(number) for number in numbers), ())
        if pane in (self.findings, self.ignored):
            parts = [links.of_finding(row.finding) for row in held]
        elif pane is self.open:
            parts = [links.of_refs(row.held.cookie, row.held.claim) for row in held]
        elif pane is self.aside:
            parts = [links.of_refs(None, ref) for row in held for ref in row.held.supports]
        else:
            parts = []
        return Linked(_all(part.claims for part in parts), _all(part.cookies for part in parts))

    def _show_details(self, pane: TablePane) -> None:
        if self._rows is None:
            return
        row = pane.rows()[0]
        title, under, tell = self._titles()[pane](row)
        self.details.show_facts(title, under, tell(row, self._rows))
        self._show_marks_of(pane.rows() if pane is self.findings else ())
        claim = row.judged.claim if pane is self.claims else self._first_claim(self._linked(pane, pane.numbers()[:1]))
        self._show_links(claim, row.way.url if pane is self.ways else None)

    def _titles(self) -> Mapping[TablePane, Callable[[Any], tuple[str, str, Details]]]:
        """Return, for each table, how a row is called and what tells its details."""
        return {
            self.claims: lambda row: (row.what, CLAIMS[row.judged.verdict].text, facts.claim_details),
            self.cookies: lambda row: (
                row.name,
                f"{VERDICTS[row.judged.verdict].text} · {row.host}",
                facts.cookie_details,
            ),
            self.findings: lambda row: (
                row.finding.name.replace("-", " ").capitalize(),
                f"{row.finding.code} · {LEVELS[row.finding.level].text}",
                facts.finding_details,
            ),
            self.ignored: lambda row: (
                row.finding.name.replace("-", " ").capitalize(),
                f"{row.finding.code} · {self.tr('Ignored by the settings')}",
                facts.ignored_details,
            ),
            self.open: lambda row: (self.tr("Not judged"), row.what, facts.open_details),
            self.aside: lambda row: (row.name, row.host, facts.aside_details),
            self.ways: lambda row: (row.name, "", facts.way_details),
        }

    def _first_claim(self, linked: Linked) -> Claim | None:
        if self._rows is None or not linked.claims:
            return None
        return self._rows.claims[linked.claims[0]].judged.claim

    def _show_links(self, claim: Claim | None, url: str | None) -> None:
        self._claim = claim
        self.quote.setVisible(claim is not None)
        self.link.show_link(url)

    def _tell_quoted(self) -> None:
        if self._claim is not None:
            self.quoted.emit(self._claim)


def _unmarked(site: str, fingerprint: str) -> Assessment | None:
    return None


def _all(parts: Any) -> tuple[int, ...]:
    return tuple(sorted({number for part in parts for number in part}))
