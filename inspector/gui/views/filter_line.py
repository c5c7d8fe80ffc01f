# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The line that a filter is typed into: it offers what could come next, and shows whether it is understood."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.core.filter.completion import Completion, complete
from inspector.core.filter.fields import Field
from inspector.core.filter.query import NO_QUERY, Query
from inspector.core.filter.scanning import LONGEST
from inspector.core.visible import visible
from inspector.gui import hues
from inspector.gui.hues import Look

if TYPE_CHECKING:  # the first picture does not wait for it
    from PySide6.QtWidgets import QCompleter

_STRIP: Final = 3


def no_values(field: str) -> Iterable[str]:
    """Return the values of a field where none are known."""
    return ()


class FilterLine(QLineEdit):
    """A line of the filter language. ``values_of`` tells the values of a field that there are, for completion."""

    def __init__(self, fields: Mapping[str, Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values_of: Callable[[str], Iterable[str]] = no_values
        self._fields = fields
        self._query = NO_QUERY
        self._offered = Completion(0, 0)
        self.setClearButtonEnabled(True)
        self.setMaxLength(LONGEST)
        self.textEdited.connect(self._offer)

    @cached_property
    def popup(self) -> "QCompleter":
        """The list of offers, made when there is first something to offer."""
        from PySide6.QtCore import QStringListModel
        from PySide6.QtWidgets import QCompleter

        popup = QCompleter(QStringListModel(self), self)
        popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        popup.setWidget(self)
        popup.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        return popup

    def show_query(self, query: Query) -> None:
        """Show whether the line is understood."""
        self._query = query
        fault = query.wrong
        self.setAccessibleDescription("" if fault is None else fault.message)
        self.update()

    def _offer(self) -> None:
        self._offered = complete(self.text(), self.cursorPosition(), self._fields, self.values_of)
        typed = self.text()[self._offered.start : self.cursorPosition()]
        offers = [offer for offer in self._offered.offers if offer.text != typed]
        self._offered = self._offered._replace(offers=tuple(offers))
        if not offers or not (typed or self.text()[: self._offered.start].endswith((":", ","))):
            if "popup" in self.__dict__ and (shown := self.popup.popup()) is not None:
                shown.hide()
            return
        self.popup.model().setStringList(  # type: ignore[attr-defined]  # it was made above, with such a model
            [_told(offer.text, offer.says) for offer in offers]
        )
        self.popup.complete()

    def _take(self, index: QModelIndex) -> None:
        if not 0 <= index.row() < len(self._offered.offers):
            return
        offer, line = self._offered.offers[index.row()], self.text()
        start, end = self._offered.start, max(self._offered.end, self.cursorPosition())
        self.setText(line[:start] + offer.text + line[end:])
        self.setCursorPosition(start + len(offer.text))
        if offer.text.endswith(":"):
            self._offer()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, and under it a strip that is green where it is understood and red where it is not."""
        super().paintEvent(event)
        look = _look(self._query)
        if look is not None:
            with QPainter(self) as painter:
                _paint_strip(painter, self, look)


def _told(text: str, says: str) -> str:
    return text if says in (text, text.strip('"')) else f"{visible(text)}   {visible(says)}"


def _look(query: Query) -> Look | None:
    if query.wrong is not None:
        return Look.BAD
    return Look.GOOD if query.terms and not query.faults else None


def _paint_strip(painter: QPainter, line: QLineEdit, look: Look) -> None:
    area = line.rect().adjusted(2, 0, -2, -1)
    area.setTop(area.bottom() - _STRIP + 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(area, hues.ink(look, line.palette().color(line.backgroundRole())))
