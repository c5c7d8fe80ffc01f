# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The manual's window: the pages at the left, with a line that searches all of them, and one page at the right."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from inspector.core.visible import visible
from inspector.gui.manual.contents import INDEX, Page, all_pages, read_text
from inspector.gui.manual.viewer import ManualViewer

_SIZE: Final = (1080, 760)
_LIST: Final = 270
_PATH: Final = Qt.ItemDataRole.UserRole


class ManualDialog(QDialog):
    """Stays beside the window and blocks nothing."""

    def __init__(self, folder: Path, page: str = INDEX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Manual"))
        self.viewer, self.list, self.line = ManualViewer(folder, self), QListWidget(), QLineEdit()
        self.back, self.told = QPushButton(self.tr("&Back")), QLabel()
        self._pages = (Page("", self.tr("Contents"), INDEX), *all_pages(folder))
        self._texts: dict[str, str] = {}
        self._name()
        self._lay_out()
        self._fill()
        self._connect()
        self.resize(*_SIZE)
        self.viewer.open_page(page)
        self.viewer.setFocus()

    def search(self, text: str) -> None:
        """List the pages that hold all of these words."""
        self._fill(tuple(text.casefold().split()))

    def find_next(self) -> None:
        """Open the first page that is listed if the shown one is not; go to the next place that has the words."""
        words = self.line.text().strip()
        listed = [self.list.item(row).data(_PATH) for row in range(self.list.count())]
        if not words or not any(listed):
            return
        if self.viewer.page not in listed:
            self.viewer.open_page(next(path for path in listed if path))
        for wanted in (words, words.split()[0]):  # the words together, else the first of them
            if self.viewer.find(wanted) or self._find_from_top(wanted):
                return

    def _find_from_top(self, wanted: str) -> bool:
        self.viewer.moveCursor(self.viewer.textCursor().MoveOperation.Start)
        return self.viewer.find(wanted)

    def _name(self) -> None:
        self.list.setAccessibleName(self.tr("Pages of the manual"))
        self.line.setAccessibleName(self.tr("Search the manual"))
        self.line.setPlaceholderText(self.tr("Search all pages"))
        self.line.setClearButtonEnabled(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setSpacing(1)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.told.setWordWrap(True)
        self.told.hide()
        self.back.setAutoDefault(False)

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        for side, widgets in ((left, (self.line, self.list)), (right, (self.viewer, self.told))):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            for widget in widgets:
                column.addWidget(widget)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([_LIST, _SIZE[0] - _LIST])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        bar = QHBoxLayout()
        bar.addWidget(self.back)
        bar.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addLayout(bar)
        layout.addWidget(split, 1)

    def _connect(self) -> None:
        self.line.textChanged.connect(self.search)
        self.line.returnPressed.connect(self.find_next)
        self.list.currentItemChanged.connect(self._open_item)
        self.viewer.shown.connect(self._show_place)
        self.viewer.outside.connect(self._tell_outside)
        self.back.clicked.connect(self.viewer.go_back)
        QShortcut(QKeySequence.StandardKey.Back, self, self.viewer.go_back)
        QShortcut(QKeySequence.StandardKey.Find, self, self.line.setFocus)

    def _fill(self, words: tuple[str, ...] = ()) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        group = ""
        for page in self._pages:
            if not self._holds(page, words):
                continue
            if page.group != group:
                group = page.group
                self._add(group, None)
            self._add(page.title, page.path)
        if not self.list.count():
            self._add(self.tr("No page has these words"), None)
        self._choose(self.viewer.page)
        self.list.blockSignals(False)

    def _add(self, text: str, path: str | None) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(_PATH, path)
        item.setToolTip(text)
        if path is None:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = item.font()
            font.setBold(True)
            item.setFont(font)

    def _holds(self, page: Page, words: tuple[str, ...]) -> bool:
        if not words:
            return True
        if page.path not in self._texts:
            self._texts[page.path] = f"{page.title}\n{read_text(self.viewer.folder / page.path)}".casefold()
        return all(word in self._texts[page.path] for word in words)

    def _open_item(self, item: QListWidgetItem | None) -> None:
        path = None if item is None else item.data(_PATH)
        if path and path != self.viewer.page:
            self.viewer.open_page(path)

    def _show_place(self, path: str) -> None:
        self.told.hide()
        self.back.setEnabled(self.viewer.may_go_back)
        self.list.blockSignals(True)
        self._choose(path)
        self.list.blockSignals(False)

    def _choose(self, path: str) -> None:
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(_PATH) == path]
        self.list.setCurrentRow(rows[0] if rows and path else -1)

    def _tell_outside(self, address: str) -> None:
        text = self.tr("This leads out of the manual and is not opened: {address}").format(
            address=visible(address, 300)
        )
        self.told.setText(text)
        self.told.show()
