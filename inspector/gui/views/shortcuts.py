# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The list of shortcuts under F1, made from the actions themselves, with the keys that belong to no action."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from inspector.gui.models.table import Columns, TableColumn
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate
from inspector.gui.views.table_pane import TablePane

_SIZE: Final = (560, 560)


class Row(NamedTuple):
    """What is done, and by which key."""

    what: str
    key: str


COLUMNS: Final = Columns(
    "shortcuts",
    (
        TableColumn(QT_TRANSLATE_NOOP("shortcuts", "What"), "", 44, lambda row: row.what),
        TableColumn(QT_TRANSLATE_NOOP("shortcuts", "Key"), "", 16, lambda row: row.key),
    ),
)
_OTHERS: Final = (  # of Qt's own widgets and of ours, on which a person depends as much
    (QT_TRANSLATE_NOOP("shortcuts", "Go to the next control, or back"), "Tab, Shift+Tab"),
    (QT_TRANSLATE_NOOP("shortcuts", "Switch a filter at the left on or off"), "Space"),
    (QT_TRANSLATE_NOOP("shortcuts", "Take what the filter line offers"), "Down, Return"),
    (QT_TRANSLATE_NOOP("shortcuts", "Show only, or hide, what the chosen cell stands for"), "Shift+F10"),
)


def rows_of(actions: Mapping[str, QAction]) -> tuple[Row, ...]:
    """Return a row for each action that has a shortcut, in the order of the menus, then the others."""
    return (*_of_actions(actions.values()), *(Row(translate("shortcuts", what), key) for what, key in _OTHERS))


def _of_actions(actions: Iterable[QAction]) -> Iterable[Row]:
    native = QKeySequence.SequenceFormat.NativeText
    for action in actions:
        if not action.shortcut().isEmpty():
            keys = ", ".join(shortcut.toString(native) for shortcut in action.shortcuts())
            yield Row(action.text().replace("&", "").removesuffix("…"), keys)


class ShortcutsDialog(QDialog):
    """Shows the list with a line to filter it; it blocks nothing."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.pane = TablePane(COLUMNS, self.tr("Keyboard shortcuts"), self.tr("Filter shortcuts"))
        self.pane.show_rows(rows_of(actions), "")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 10)
        layout.addWidget(self.pane, 1)
        layout.addWidget(buttons)
        self.resize(*_SIZE)
        self.pane.focus_line()
