# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A picture that the browser made of the page, read beside the window's thread and shown in a dialog of its own."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from inspector.core.problem import InspectorError
from inspector.gui.translation import translate
from inspector.gui.visit.source import Seen

_LARGEST_MB: Final = 256  # of a picture in memory


def read_picture(seen: Seen, run: int, file: str) -> QImage:
    """Return a picture of a run; raise where it is not there or cannot be read."""
    from inspector.engine.visit_export import picture_of

    path = picture_of(seen.visited, seen.report.record.runs[run], file)
    reader = QImageReader(str(path), b"png")
    QImageReader.setAllocationLimit(_LARGEST_MB)
    image = reader.read()
    if image.isNull():
        raise InspectorError(f"The picture cannot be read ({reader.errorString()})", "Visit the site again")
    return image


class PictureDialog(QDialog):
    """Shows a picture in its own size, to be scrolled."""

    def __init__(self, image: QImage, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.picture = QLabel()
        self.picture.setPixmap(QPixmap.fromImage(image))
        self.picture.setAccessibleName(translate("visit", "Picture of the page"))
        scroll = QScrollArea()
        scroll.setWidget(self.picture)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)
        self.resize(min(1000, image.width() + 60), min(700, image.height() + 90))
