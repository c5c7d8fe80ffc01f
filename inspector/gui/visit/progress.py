# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit while it is made: each run with what it is doing, and the buttons of a person who chooses in the browser."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from inspector.core.visible import visible
from inspector.gui import theme
from inspector.gui import words as general
from inspector.gui.hues import Look
from inspector.gui.translation import QT_TRANSLATE_NOOP
from inspector.gui.views.signs import sign
from inspector.gui.visit import words

if TYPE_CHECKING:
    from inspector.engine.visiting import VisitProgress

MARKS: Final = (
    ("accepted", QT_TRANSLATE_NOOP("visit", "I accepted")),
    ("refused", QT_TRANSLATE_NOOP("visit", "I refused")),
    ("done", QT_TRANSLATE_NOOP("visit", "Done, I chose nothing")),
)


class MarkStrip(QFrame):
    """Asks what a person did in the browser. ``marked`` tells it."""

    marked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setFont(theme.sized(self.font(), 1.1, bold=True))
        self.buttons = {key: QPushButton(words.said(text)) for key, text in MARKS}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self.text, 1)
        for key, button in self.buttons.items():
            button.clicked.connect(lambda checked=False, key=key: self.marked.emit(key))
            row.addWidget(button)
        self.setBackgroundRole(theme.Role.Base)
        self.setAutoFillBackground(True)
        self.hide()

    def ask(self, where: str) -> None:
        """Ask for a choice in the browser of a run."""
        template = self.tr("{browser}: choose in its window, then say here what you did.")
        self.text.setText(template.format(browser=visible(where, 120)))
        self.setAccessibleName(self.text.text())
        self.show()


class RunsProgress(QWidget):
    """The runs of a visit, each with a sign and what it is doing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.titles: tuple[str, ...] = ()
        self.texts: list[QLabel] = []
        self._signs: list[QLabel] = []
        self._looks: dict[int, Look] = {}
        self.done = 0
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the visit"))
        self.head = QLabel()
        self.head.setFont(theme.sized(self.font(), 1.25, bold=True))
        self._grid = QGridLayout()
        self._grid.setColumnStretch(2, 1)
        self._grid.setHorizontalSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        for held in (self.head, self.bar):
            column.addWidget(held)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setBackgroundRole(theme.Role.Base)
        self.setAutoFillBackground(True)

    def begin(self, titles: tuple[str, ...], host: str) -> None:
        """Show the runs of a visit that begins."""
        while (held := self._grid.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.deleteLater()
        self.titles, self.texts, self._signs, self._looks, self.done = titles, [], [], {}, 0
        self.head.setText(self.tr("Visiting {host}").format(host=visible(host, 80)))
        self.bar.setRange(0, len(titles))
        self.bar.setValue(0)
        for number, title in enumerate(titles):
            labels = QLabel(), QLabel(visible(title, 120)), QLabel(self.tr("waits"))
            for column, label in enumerate(labels):
                label.setTextFormat(Qt.TextFormat.PlainText)
                self._grid.addWidget(label, number, column)
            self._signs.append(labels[0])
            self.texts.append(labels[2])
            self._paint(number, Look.QUIET)

    def show_progress(self, progress: "VisitProgress") -> None:
        """Show what a run is doing; those before it are done."""
        for number in range(self.done, min(progress.done, len(self.texts))):
            self.texts[number].setText(self.tr("done"))
            self._paint(number, Look.NOTE)
        self.done = progress.done
        self.bar.setValue(progress.done)
        if progress.done < len(self.texts):
            self.texts[progress.done].setText(visible(self.doing(progress), 200))
            self._paint(progress.done, Look.LATE)

    def doing(self, progress: "VisitProgress") -> str:
        """Return what a run is doing, without the run's title."""
        return progress.what.removeprefix(f"{self.titles[progress.done]}: ")

    def running(self) -> str:
        """Return the title of the run that is under way."""
        return self.titles[self.done] if self.done < len(self.titles) else ""

    def show_stopping(self) -> None:
        """Say that the visit is being stopped."""
        self.head.setText(self.tr("Stopping: the browser is closed, and what was seen by then is shown"))

    def summary(self) -> str:
        """Return how far the visit is, in a sentence."""
        number, total = general.amount(min(self.done + 1, len(self.titles))), general.amount(len(self.titles))
        return self.tr("Run {number} of {total}").format(number=number, total=total)

    def changeEvent(self, event: QEvent) -> None:
        """Paint the signs in the colours of a theme that was switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_all()

    def _paint_all(self) -> None:
        for number, look in dict(self._looks).items():
            self._paint(number, look)

    def _paint(self, number: int, look: Look) -> None:
        self._looks[number] = look
        ground = self.palette().color(theme.Role.Base)
        self._signs[number].setPixmap(sign(look, self.fontMetrics().height(), ground))
