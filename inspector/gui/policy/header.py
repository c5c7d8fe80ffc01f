# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The strip over a policy: what it is called, what kind of policy it is in one line, and how to give another one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector.core.visible import visible
from inspector.gui import comfort, theme
from inspector.gui.hues import Look
from inspector.gui.policy import words
from inspector.gui.policy.source import ReadPolicy, Way
from inspector.gui.views.signs import sign
from inspector.gui.words import issues


class PolicyHeader(QWidget):
    """``asked`` tells a way to give a policy, ``turned`` the number of another one that was found with it."""

    asked = Signal(object)  # Way
    turned = Signal(int)
    cancelled = Signal()
    issues_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.kind = QLabel(), QLabel()
        self.others = QComboBox()
        self.busy, self.stop = QProgressBar(), QPushButton(self.tr("Stop"))
        self.issues, self.open = QPushButton(), QPushButton(self.tr("Open policy"))
        self._dress()
        self._lay_out()
        self.others.activated.connect(self.turned)
        self.stop.clicked.connect(self.cancelled)
        self.issues.clicked.connect(self.issues_asked)
        self.show_busy(False)

    def _dress(self) -> None:
        self.title.setFont(theme.sized(self.font(), 1.15, bold=True))
        for label in (self.title, self.kind):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.kind.setForegroundRole(theme.Role.PlaceholderText)
        comfort.show_endless(self.busy)
        self.busy.setTextVisible(False)
        self.busy.setFixedWidth(self.fontMetrics().averageCharWidth() * 18)
        self.busy.setAccessibleName(self.tr("Reading the policy"))
        self.others.setAccessibleName(self.tr("Policies that were found"))
        menu = QMenu(self.open)
        texts = (
            (Way.FILE, self.tr("Open &file…")),
            (Way.TEXT, self.tr("&Paste text…")),
            (Way.ADDRESS, self.tr("From an &address…")),
        )
        for way, text in texts:
            menu.addAction(text).triggered.connect(lambda checked=False, way=way: self.asked.emit(way))
        self.open.setMenu(menu)

    def _lay_out(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.title)
        lines.addWidget(self.kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addLayout(lines, 1)
        for widget in (self.others, self.busy, self.stop, self.issues, self.open):
            row.addWidget(widget)

    def show_policy(self, read: ReadPolicy) -> None:
        """Say what was read."""
        policy = read.policy
        self.title.setText(name_of(read))
        self.title.setToolTip(visible(read.location))
        self.kind.setText(words.headline(policy) if policy is not None else "")
        self.kind.setToolTip(self.kind.text())
        self.issues.setText(issues(len(read.problems)))
        self.issues.setVisible(bool(read.problems))

    def show_others(self, policies: tuple[ReadPolicy, ...]) -> None:
        """Offer the other policies that were found with this one."""
        self.others.clear()
        self.others.addItems([name_of(read) for read in policies])
        self.others.setVisible(len(policies) > 1)

    def show_busy(self, busy: bool) -> None:
        """Show that something is being read, and how to stop it."""
        self.busy.setVisible(busy)
        self.stop.setVisible(busy)


def name_of(read: ReadPolicy) -> str:
    """Return a policy's title, else the end of its location, else that it was pasted."""
    if read.policy is not None and read.policy.document.title.strip():
        return visible(" ".join(read.policy.document.title.split()), 160)
    if read.location == "-":
        return words.pasted()
    return visible(read.location.replace("\\", "/").rstrip("/").rpartition("/")[2] or read.location, 160)


class LinkBar(QWidget):
    """An address that the policy names, to be copied. It is never opened here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = ""
        self.address, self.copy = QLabel(), QPushButton(self.tr("Copy link"))
        self.address.setTextFormat(Qt.TextFormat.PlainText)
        self.address.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.addWidget(self.address, 1)
        row.addWidget(self.copy)
        self.copy.clicked.connect(self._copy)
        self.show_link(None)

    def show_link(self, link: str | None) -> None:
        """Offer an address; hidden where there is none."""
        self._link = visible(link or "")
        self.address.setText(self._link)
        self.address.setToolTip(self._link)
        self.setVisible(bool(self._link))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._link)


class Legend(QWidget):
    """What the marks in the text mean: a sign and a word for each."""

    def __init__(self, meanings: tuple[tuple[Look, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signs = tuple((look, QLabel()) for look, _ in meanings)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 12, 6)
        row.setSpacing(6)
        for (_, picture), (_, meaning) in zip(self._signs, meanings, strict=True):
            row.addWidget(picture)
            row.addWidget(QLabel(meaning))
            row.addSpacing(12)
        row.addStretch(1)
        self.repaint_signs()

    def repaint_signs(self) -> None:
        """Paint the signs in the colours of now."""
        side = round(self.fontMetrics().height() * 0.8)
        for look, picture in self._signs:
            picture.setPixmap(sign(look, side, self.palette().color(theme.Role.Window)))
