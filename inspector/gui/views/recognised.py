# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The sheet before a dropped file or a pasted text is opened: what it was taken for, how sure, what would be read."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector.core.visible import visible
from inspector.engine.recognising import Kind, Recognised, Sure, recognise, recognise_text, titles
from inspector.gui.models.table import Columns, TableColumn
from inspector.gui.policy.source import completed
from inspector.gui.tasks import Outcome, Task
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate
from inspector.gui.views.table_pane import TablePane

if TYPE_CHECKING:
    from inspector.gui.views.main_window import MainWindow

_SIZE: Final = (140, 28)  # in characters and lines: every column is seen
_SURE: Final = {
    Sure.SURE: QT_TRANSLATE_NOOP("recognised", "Sure"),
    Sure.LIKELY: QT_TRANSLATE_NOOP("recognised", "Likely"),
    Sure.GUESS: QT_TRANSLATE_NOOP("recognised", "A guess: nothing else fits"),
    Sure.NO: QT_TRANSLATE_NOOP("recognised", "Not recognised"),
}
_TITLES: Final = {
    Kind.PROJECT: QT_TRANSLATE_NOOP("recognised", "A project of this program"),
    Kind.VISIT: QT_TRANSLATE_NOOP("recognised", "A recorded visit"),
    Kind.STORE: QT_TRANSLATE_NOOP("recognised", "A browser's cookie store, or a folder of such"),
    Kind.FILE: "",
    Kind.NOTHING: QT_TRANSLATE_NOOP("recognised", "Nothing that is known"),
}
_READS: Final = {
    Kind.PROJECT: QT_TRANSLATE_NOOP("recognised", "The project: its sources, policy and marks"),
    Kind.VISIT: QT_TRANSLATE_NOOP("recognised", "The cookies that were seen on the visit"),
    Kind.STORE: QT_TRANSLATE_NOOP("recognised", "Names, hosts and dates; no value, no key"),
    Kind.FILE: QT_TRANSLATE_NOOP("recognised", "Its cookies; values stay hidden and in memory"),
    Kind.NOTHING: QT_TRANSLATE_NOOP("recognised", "Nothing"),
}


def _title(found: Recognised) -> str:
    return visible(found.title, 120) or translate("recognised", _TITLES[found.kind])


def _size(found: Recognised) -> str:
    if found.size is None:
        return translate("recognised", "A folder")
    return QLocale().formattedDataSize(found.size)


def _reads(found: Recognised) -> str:
    if found.problem is not None:
        return visible(
            ". ".join(filter(None, (found.problem.why or found.problem.what, found.problem.what_to_do))), 300
        )
    return translate("recognised", _READS[found.kind])


COLUMNS: Final = Columns(
    "recognised",
    (
        TableColumn(
            QT_TRANSLATE_NOOP("recognised", "What"),
            "",
            24,
            lambda found: visible(Path(found.place).name or found.place, 120),
            tooltip=lambda found: visible(found.place, 400),
        ),
        TableColumn(QT_TRANSLATE_NOOP("recognised", "Recognised as"), "", 30, _title),
        TableColumn(
            QT_TRANSLATE_NOOP("recognised", "How sure"),
            "",
            18,
            lambda found: translate("recognised", _SURE[found.sure]),
            words=lambda: [translate("recognised", text) for text in _SURE.values()],
        ),
        TableColumn(QT_TRANSLATE_NOOP("recognised", "Size"), "", 11, _size, lambda found: found.size or 0),
        TableColumn(QT_TRANSLATE_NOOP("recognised", "What is read"), "", 44, _reads),
    ),
)


class RecognisedSheet(QDialog):
    """Shows what things are. ``agreed`` tells those that can be opened, and the address that was given for them."""

    agreed = Signal(object, str)  # tuple[Recognised, ...]

    def __init__(self, look: Callable[[], Sequence[Recognised]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Recognised as"))
        self.found: tuple[Recognised, ...] = ()
        self.task = Task(self)
        self.pane = TablePane(COLUMNS, self.tr("What this is"), self.tr("Filter"))
        self.said, self.origin, self.asks = QLabel(self.tr("Looking at it…")), QLineEdit(), QLabel()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.open_button: QPushButton = self.buttons.addButton(self.tr("&Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self.open_button.setEnabled(False)
        self.origin.textChanged.connect(self._tell_ready)
        self.buttons.accepted.connect(self._agree)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self.task.forget)
        self.task.finished.connect(self._take)
        self.task.start(lambda: tuple(look()), self.tr("what was given"))

    def _lay_out(self) -> None:
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.asks.setText(self.tr("&Address of the page that set them; the text does not say it"))
        self.asks.setBuddy(self.origin)
        self.origin.setPlaceholderText("https://shop.example/")
        self.origin.setMaxLength(2_000)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        for widget in (self.said, self.pane, self.asks, self.origin, self.buttons):
            layout.addWidget(widget)
        self.asks.hide()
        self.origin.hide()
        self.pane.line.hide()
        self.pane.count.hide()
        one = self.fontMetrics()
        self.resize(one.averageCharWidth() * _SIZE[0], one.lineSpacing() * _SIZE[1])

    def openable(self) -> tuple[Recognised, ...]:
        """Return what was recognised."""
        return tuple(found for found in self.found if found.kind is not Kind.NOTHING)

    def _take(self, outcome: Outcome) -> None:
        self.found = outcome.result if isinstance(outcome.result, tuple) else ()
        self.pane.show_rows(self.found, "")
        needs = any(found.needs_origin for found in self.found)
        self.asks.setVisible(needs)
        self.origin.setVisible(needs)
        self.said.setText(self._sentence(outcome))
        self._tell_ready()
        (self.origin if needs else self.open_button if self.openable() else self.buttons).setFocus()

    def _sentence(self, outcome: Outcome) -> str:
        if outcome.problem is not None:
            return visible(f"{outcome.problem.what}. {outcome.problem.what_to_do}", 400)
        unknown = len(self.found) - len(self.openable())
        supported = self.tr(
            "Supported are browsers' cookie stores and profiles, projects, recorded visits, and: {formats}."
        )
        known = supported.format(formats=", ".join(titles()))
        if not self.openable():
            return self.tr("This is nothing that can be read. {supported}").format(supported=known)
        if unknown:
            return self.tr("{number} of these cannot be read and are left out. {supported}").format(
                number=unknown, supported=known
            )
        return self.tr("Nothing was read yet. Is this what you meant?")

    def _tell_ready(self) -> None:
        needs = any(found.needs_origin for found in self.found) and not self._file_may_tell()
        self.open_button.setEnabled(bool(self.openable()) and (not needs or bool(self.origin.text().strip())))

    def _file_may_tell(self) -> bool:
        """Whether the host may stand in the text itself: a log of answers can, a bare line of pairs cannot."""
        return all(found.sure is not Sure.GUESS for found in self.found if found.needs_origin)

    def _agree(self) -> None:
        address = self.origin.text().strip()
        found = self.openable()
        self.accept()
        self.agreed.emit(found, completed(address) if address else "")


def offer_paths(window: "MainWindow", paths: tuple[Path, ...]) -> RecognisedSheet | None:
    """Show what dropped things are, and open them when that is agreed to."""
    if not paths:
        return None
    sheet = RecognisedSheet(lambda: [recognise(path) for path in paths], window)
    sheet.agreed.connect(lambda found, _: _open_found(window, found))
    sheet.open()
    return sheet


def _open_found(window: "MainWindow", found: tuple[Recognised, ...]) -> None:
    """Open what was agreed to: one recorded visit where visits are shown, all else as a project or cookies."""
    paths = tuple(Path(each.place) for each in found)
    if [each.kind for each in found] == [Kind.VISIT]:
        window.pages.show_page("visit")
        window.later.visit.open(paths[0])
    else:
        window.opening.open_any(paths)


def offer_text(window: "MainWindow", text: str) -> RecognisedSheet:
    """Show what a pasted text is, and read it when that is agreed to."""
    sheet = RecognisedSheet(lambda: [recognise_text(text)], window)
    sheet.agreed.connect(lambda _, origin: window.readings.open_text(text, origin))
    sheet.open()
    return sheet
