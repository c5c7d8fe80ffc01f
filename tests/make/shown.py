# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a person sees of a widget: its texts, and what of them is cut."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics, QTextTable
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QTabBar,
    QTableView,
    QWidget,
)

from inspector.gui.views.facts_view import FactsView

Told = tuple[str, str]  # where, and the text


def place(widget: QWidget) -> str:
    """Return where a widget is: its class within those of its parents."""
    names = [type(widget).__name__]
    while (parent := widget.parentWidget()) is not None and len(names) < 5:
        names.append(type(parent).__name__)
        widget = parent
    return " < ".join(names)


def texts(root: QWidget) -> Iterator[Told]:
    """Yield every text of the widgets below one, those of hints and of what a screen reader says too."""
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget.parent(), QComboBox | QHeaderView):
            continue
        for text in (*_own(widget), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()):
            if text:
                yield place(widget), text


def _own(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QTabBar):
        for at in range(widget.count()):
            yield from (widget.tabText(at), widget.tabToolTip(at))
    elif isinstance(widget, QTableView):
        yield from _titles(widget)
    elif isinstance(widget, QListView):
        model = widget.model()
        yield from (str(model.index(row, 0).data() or "") for row in range(min(model.rowCount(), 200)))
    elif isinstance(widget, FactsView):
        yield from _labels(widget)
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())


def _labels(view: FactsView) -> Iterator[str]:
    """What stands before facts; the facts themselves are data, and sentences of the core."""
    for frame in view.document().rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            for row in range(frame.rows()):
                if frame.cellAt(row, 0).columnSpan() == 1:
                    yield frame.cellAt(row, 0).firstCursorPosition().block().text()


def _titles(table: QTableView) -> Iterator[str]:
    model = table.model()
    for section in range(model.columnCount() if model is not None else 0):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            yield str(model.headerData(section, Qt.Orientation.Horizontal, role) or "")


def cut(root: QWidget) -> Iterator[str]:
    """Yield what is cut of buttons, boxes, tabs and titles of columns that are shown."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QAbstractButton) and widget.text():
            least = widget.minimumSizeHint()
            if widget.width() < least.width() - 2 or widget.height() < least.height() - 2:
                yield f"{widget.text()} ({place(widget)}: {widget.width()} of {least.width()})"
        elif isinstance(widget, QTabBar):
            yield from _cut_tabs(widget)
        elif isinstance(widget, QHeaderView) and isinstance(table := widget.parent(), QTableView):
            yield from _cut_titles(widget, table)
        elif isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
            yield from _cut_label(widget)


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    for at in range(bar.count()):
        if not bar.isTabVisible(at):
            continue
        needed = bar.fontMetrics().horizontalAdvance(bar.tabText(at).replace("&", ""))
        if bar.tabRect(at).width() < needed or bar.tabRect(at).right() > bar.width():
            yield f"{bar.tabText(at)} ({place(bar)}: {bar.tabRect(at)} of {bar.width()})"


def _cut_titles(header: QHeaderView, table: QTableView) -> Iterator[str]:
    for section in range(header.count()):
        title = str(table.model().headerData(section, Qt.Orientation.Horizontal) or "")
        room = header.sectionSize(section) - 2 * 8
        if not header.isSectionHidden(section) and header.fontMetrics().horizontalAdvance(title) > room:
            yield f"{title} ({place(table)}: {room})"


def _cut_label(label: QLabel) -> Iterator[str]:
    if label.sizePolicy().horizontalPolicy() == label.sizePolicy().Policy.Ignored or "…" in label.text():
        return  # it gives way on purpose, and shows all in its hint
    lines = label.text().replace("&", "").split("\n")
    needed = max(QFontMetrics(label.font()).horizontalAdvance(line) for line in lines)
    if needed > label.contentsRect().width() + 2 and "<" not in label.text():
        yield f"{label.text()} ({place(label)}: {label.width()} of {needed})"


def mnemonics(menu: QMenu | QMenuBar) -> list[str]:
    """Return the letters that open the entries of a menu."""
    return [letter for action in menu.actions() if (letter := _mnemonic(action))]


def _mnemonic(action: QAction) -> str:
    text = action.text().replace("&&", "")
    at = text.find("&")
    return text[at + 1].casefold() if 0 <= at < len(text) - 1 else ""
