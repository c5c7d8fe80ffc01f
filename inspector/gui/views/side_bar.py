# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The column at the left: the browsers as high as they need, the purposes below them in the rest."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui import theme
from inspector.gui.views.facet_list import FacetList
from inspector.gui.views.store_list import StoreList


class SideBar(QWidget):
    """Holds the two lists; the purposes are hidden while nothing is known of them."""

    def __init__(self, stores: StoreList, facets: FacetList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stores, self._facets = stores, facets
        self.setBackgroundRole(theme.Role.Window)
        self.setAutoFillBackground(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(stores, 2)
        layout.addWidget(facets, 3)

    def fit(self) -> None:
        """Give the browsers the room that their lines need and no more, where there is something below them."""
        below = bool(self._facets.facets.lines)
        self._facets.setVisible(below)
        lines = self._stores.stores.rowCount()
        height = sum(self._stores.sizeHintForRow(row) for row in range(lines))
        self._stores.setMaximumHeight(height if below else _NO_LIMIT)
        self._stores.setMinimumHeight(min(height, self.height() // 2) if below else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the browsers whole as far as they leave half of the column to the filters."""
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to be pushed aside; the lists scroll."""
        return QSize(self._stores.minimumWidth(), 0)


_NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX
