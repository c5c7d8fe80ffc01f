# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Shows one page of the manual and follows its links; what lies outside the manual is told, never opened or fetched."""

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from inspector.gui.manual.contents import INDEX, read_text, slug
from inspector.gui.manual.markdown import readable

_MARGIN: Final = 24
_NARROWEST: Final = 200  # pixels that a picture keeps in the smallest window
_ABOVE: Final = {1: 0, 2: 24, 3: 16}  # pixels above a heading, by its level
_CELL: Final = 5
_SMOOTH: Final = Qt.TransformationMode.SmoothTransformation
_IMAGE: Final = QTextDocument.ResourceType.ImageResource.value


class ManualViewer(QTextBrowser):
    """``shown`` tells which page is shown; ``outside`` a link that leads out of the manual, for a person to copy."""

    shown = Signal(str)
    outside = Signal(str)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder, self.page = folder.resolve(), ""
        self._places: list[tuple[str, str]] = []  # (page, anchor) that were looked at, for going back
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Page of the manual"))
        self.document().setDocumentMargin(_MARGIN)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._pictures, self._laid_out = False, 0
        self.anchorClicked.connect(self._follow)

    @property
    def may_go_back(self) -> bool:
        """Whether another place was looked at before."""
        return len(self._places) > 1

    def open_page(self, path: str, anchor: str = "") -> None:
        """Show a page, at a heading if one is named. A page that is not there is told in its place."""
        self._places.append((path, anchor))
        self._show(path, anchor)

    def go_back(self) -> None:
        """Show the place before."""
        if self.may_go_back:
            self._places.pop()
            self._show(*self._places[-1])

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture of the manual, as wide as there is room; nothing else is ever loaded."""
        file = self._inside(QUrl(name).toString())
        if kind != _IMAGE or file is None:
            return None
        image = QImage(str(file))
        if image.isNull():
            return None
        self._pictures = True
        room = max(_NARROWEST, self._room() - 2 * _MARGIN - 8)
        return image if image.width() <= room else image.scaledToWidth(room, _SMOOTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep pictures as wide as there is room, and the reader where he was."""
        super().resizeEvent(event)
        if self._pictures and self._room() != self._laid_out:
            bar = self.verticalScrollBar()
            share = bar.value() / max(1, bar.maximum())
            self._load()
            bar.setValue(round(share * bar.maximum()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.page:
            self._dress()

    def _room(self) -> int:
        """Return the width for text beside the scroll bar, which may not be there yet."""
        return self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()

    def _show(self, path: str, anchor: str) -> None:
        if path != self.page:
            self.page = path
            self._load()
        self._scroll_to(anchor)
        self.shown.emit(path)

    def _load(self) -> None:
        self._pictures, self._laid_out = False, self._room()
        file = self._inside(self.page, of=INDEX)
        text = read_text(file) if file is not None else ""
        self.document().clear()
        self.document().setMarkdown(readable(text) or self.tr("This page is not part of the installation."))
        self._dress()

    def _dress(self) -> None:
        """Give headings room, code a ground and tables a border, as both themes show them."""
        block = self.document().begin()
        while block.isValid():
            if (format_ := self._dressed(block)) is not None:
                QTextCursor(block).setBlockFormat(format_)
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                table = frame.format()
                table.setBorder(1)
                table.setBorderCollapse(True)
                table.setCellPadding(_CELL)
                table.setBorderBrush(self.palette().color(QPalette.ColorRole.Mid))
                frame.setFormat(table)

    def _dressed(self, block: QTextBlock) -> QTextBlockFormat | None:
        format_ = block.blockFormat()
        if level := format_.headingLevel():
            format_.setTopMargin(_ABOVE.get(level, 12))
            format_.setBottomMargin(6)
        elif format_.hasProperty(QTextFormat.Property.BlockCodeFence.value):
            format_.setBackground(self.palette().color(QPalette.ColorRole.AlternateBase))
        else:
            return None
        return format_

    def _scroll_to(self, anchor: str) -> None:
        block = self._heading(anchor) if anchor else None
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if block is not None:
            self.setTextCursor(QTextCursor(block))
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(round(top) - 8)

    def _heading(self, anchor: str) -> QTextBlock | None:
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and slug(block.text()) == anchor:
                return block
            block = block.next()
        return None

    def _follow(self, url: QUrl) -> None:
        """Show the page that a link means. Addresses, and files beside the manual, are told."""
        if url.scheme():
            self.outside.emit(url.toString())
            return
        path, anchor = url.path(), url.fragment()
        file = self._inside(path) if path else self.folder / self.page
        if file is None or file.suffix != ".md":
            self.outside.emit(url.toString())
            return
        self.open_page(file.relative_to(self.folder).as_posix(), anchor)

    def _inside(self, path: str, of: str | None = None) -> Path | None:
        """Return the file that a page's link means, where it is one of the manual."""
        page = self.folder / (self.page if of is None else of)
        try:
            file = (page.parent / path).resolve()
            return file if file.is_relative_to(self.folder) and file.is_file() else None
        except (OSError, ValueError):  # a name that is too long, a null character
            return None
