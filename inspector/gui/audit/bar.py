# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The strip over an audit: the site, the policy, on whose word, and the buttons that judge and export."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector.core.visible import visible
from inspector.gui import comfort, words
from inspector.gui.audit.project import ProjectButton
from inspector.gui.audit.source import DATASET, FORMATS, Site
from inspector.gui.translation import translate

_GAP = " · "  # between a site and its count; no host holds it
_SITE: Final = (22, 38)  # average characters, the least and the most


class AuditBar(QWidget):
    """``changed`` tells that another question is asked now; the others tell what was pressed."""

    changed = Signal()
    asked = Signal()
    policy_asked = Signal()
    cancelled = Signal()
    export_asked = Signal(str)  # a format's name

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.site, self.line, self.policy = QComboBox(), QLineEdit(), QPushButton()
        self.only, self.force, self.project = QCheckBox(), QCheckBox(), ProjectButton()
        self.busy, self.stop = QProgressBar(), QPushButton(self.tr("Stop"))
        self.go, self.export = QPushButton(self.tr("Audit")), QPushButton(self.tr("Export"))
        self._dress_site()
        self._dress()
        self._lay_out()
        self.site.currentTextChanged.connect(self.changed)
        self.line.returnPressed.connect(self.asked)
        for box in (self.only, self.force):
            box.toggled.connect(self.changed)
        self.project.changed.connect(self.changed)
        self.policy.clicked.connect(self.policy_asked)
        self.go.clicked.connect(self.asked)
        self.stop.clicked.connect(self.cancelled)
        self.show_policy("")
        self.show_busy(False)

    def _dress_site(self) -> None:
        self.site.setEditable(True)
        self.site.setLineEdit(self.line)
        self.site.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.site.setAccessibleName(self.tr("Site"))
        self.line.setPlaceholderText(self.tr("Site, as in shop.example"))
        self.line.setMaxLength(300)
        self.site.setMinimumWidth(self.fontMetrics().averageCharWidth() * _SITE[0])  # with large letters it gives way
        self.site.setMaximumWidth(self.fontMetrics().averageCharWidth() * _SITE[1])
        self.site.setMaxVisibleItems(20)
        completer = QCompleter(self.site.model(), self.site)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.site.setCompleter(completer)

    def _dress(self) -> None:
        self.only.setText(self.tr("&Only this site was visited"))
        self.only.setToolTip(
            self.tr("On your word: nothing else was visited with these cookies, so third parties' belong to this site")
        )
        self.force.setText(self.tr("The policy holds &today"))
        self.force.setToolTip(self.tr("On your word: it is in force, even if it is archived or old"))
        self.policy.setToolTip(self.tr("Show the policy, or give another one"))
        self.policy.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        comfort.show_endless(self.busy)
        self.busy.setTextVisible(False)
        self.busy.setFixedWidth(self.fontMetrics().averageCharWidth() * 14)
        self.busy.setAccessibleName(self.tr("Judging"))
        self.go.setDefault(True)
        menu = QMenu(self.export)
        for held in FORMATS:
            action = menu.addAction(f"{translate('audit', held.title)}…")
            action.triggered.connect(lambda checked=False, name=held.name: self.export_asked.emit(name))
        menu.addSeparator()
        dataset = menu.addAction(self.tr("&Dataset for research (a folder)…"))
        dataset.triggered.connect(lambda checked=False: self.export_asked.emit(DATASET))
        self.export.setMenu(menu)
        self.export.setEnabled(False)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        site, policy = QLabel(self.tr("&Site")), QLabel(self.tr("Policy"))
        site.setBuddy(self.site)
        start: tuple[QWidget, ...] = (site, self.site, policy, self.policy)
        end: tuple[QWidget, ...] = (self.busy, self.stop, self.go, self.export)
        for widget in start:
            first.addWidget(widget)
        first.setStretchFactor(self.site, 100)
        first.addStretch(1)
        for widget in end:
            first.addWidget(widget)
        second.addWidget(self.only)
        second.addWidget(self.force)
        second.addStretch(1)
        second.addWidget(self.project)
        for row in (first, second):
            row.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(first)
        layout.addLayout(second)

    def show_sites(self, sites: tuple[Site, ...]) -> None:
        """Offer other sites; what is typed stays."""
        typed = self.site.currentText()
        self.site.blockSignals(True)
        self.site.clear()
        self.site.addItems([f"{visible(held.site)}{_GAP}{words.cookies(held.cookies)}" for held in sites])
        self.site.setCurrentIndex(-1)
        self.site.setEditText(typed)
        self.site.blockSignals(False)

    def show_policy(self, name: str) -> None:
        """Name the policy that is judged against, or offer to give one."""
        full = name or self.tr("Give a policy…")
        self.policy.setText(self.fontMetrics().elidedText(full, Qt.TextElideMode.ElideRight, self._widest()))
        self.policy.setAccessibleName(self.tr("Policy: {name}").format(name=name or self.tr("none")))

    def _widest(self) -> int:
        return self.fontMetrics().averageCharWidth() * 30

    def chosen_site(self) -> str:
        """Return the site that is chosen or typed."""
        return self.site.currentText().split(_GAP)[0].strip()

    def choose_site(self, site: str) -> None:
        """Choose a site by its name."""
        self.site.setEditText(site)

    def show_ready(self, ready: bool) -> None:
        """Say whether everything that an audit needs is there."""
        self.go.setEnabled(ready)

    def show_busy(self, busy: bool) -> None:
        """Show that something is being judged, and how to stop it."""
        self.busy.setVisible(busy)
        self.stop.setVisible(busy)
