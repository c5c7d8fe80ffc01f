# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the tables of the window have in common: whole rows are chosen, nothing is edited, cells are copied as shown."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTableView, QWidget

_ROW: Final = 1.7  # of the font's height
_TITLE_PAD: Final = 8  # as in the style sheet


class DataTable(QTableView):
    """A table of rows of one height, without a grid and without a frame."""

    def __init__(self, mode: QAbstractItemView.SelectionMode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sized_for = self.fontMetrics().height()  # first, for Qt tells of the font while this is being set up
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(mode)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(self._sized_for * _ROW))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)

    def changeEvent(self, event: QEvent) -> None:
        """Keep rows and columns in line with the size of the text."""
        super().changeEvent(event)
        self._follow_font(event.type())

    def _follow_font(self, kind: QEvent.Type) -> None:
        height = self.fontMetrics().height()
        if kind != QEvent.Type.FontChange or height == self._sized_for:
            return
        before, self._sized_for = self._sized_for, height
        self.verticalHeader().setDefaultSectionSize(round(height * _ROW))
        for section in self.visible_columns():
            self.setColumnWidth(section, round(self.columnWidth(section) * height / before))

    def set_widths(self, characters: Iterable[float], least: Mapping[int, int] | None = None) -> None:
        """Make the columns wide enough for so many average characters each, and never narrower than their titles.

        ``least`` is what the words of a column need where there are few of them: they are long in some languages.
        """
        one = self.fontMetrics().averageCharWidth()
        for section, count in enumerate(characters):
            needed = max(title_width(self, section), (least or {}).get(section, 0))
            self.setColumnWidth(section, max(round(one * count), needed))

    def visible_columns(self) -> list[int]:
        """Return the shown columns from left to right."""
        header = self.horizontalHeader()
        sections = (header.logicalIndex(position) for position in range(header.count()))
        return [section for section in sections if not header.isSectionHidden(section)]

    def chosen_rows(self) -> list[int]:
        """Return the chosen rows from the top. Whole rows are chosen; Qt's own list asks the model about each cell."""
        selection = self.selectionModel().selection()
        spans = (selection.at(number) for number in range(selection.count()))
        return sorted({row for span in spans for row in range(span.top(), span.bottom() + 1)})

    def copy_rows(self) -> None:
        """Copy the shown cells of the chosen rows, apart by tabs."""
        model, columns = self.model(), self.visible_columns()
        lines = ("\t".join(str(model.index(row, column).data()) for column in columns) for row in self.chosen_rows())
        if text := "\n".join(lines):
            QGuiApplication.clipboard().setText(text)

    def copy_cell(self) -> None:
        """Copy the text of the current cell as it is shown."""
        index = self.currentIndex()
        if index.isValid():
            QGuiApplication.clipboard().setText(str(index.data(Qt.ItemDataRole.DisplayRole)))


def title_width(table: QTableView, section: int) -> int:
    """Return how wide a column must be for its title, with the mark of a sorted one beside it."""
    title = str(table.model().headerData(section, Qt.Orientation.Horizontal) or "")
    header, style = table.horizontalHeader(), table.style()
    mark = style.pixelMetric(QStyle.PixelMetric.PM_HeaderMarkSize, None, header)
    margin = style.pixelMetric(QStyle.PixelMetric.PM_HeaderMargin, None, header)
    return header.fontMetrics().horizontalAdvance(title) + mark + 2 * (margin + _TITLE_PAD)
