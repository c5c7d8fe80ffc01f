# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policy's text, marked where claims quote it, with a frame round what is chosen; a long text comes in parts.

Plain text only: it comes from a stranger's page, and nothing in it is followed, loaded or interpreted.
"""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from inspector.core.policy import Document
from inspector.gui import theme, words
from inspector.gui.policy.document import Composer, LookOf, Part, parts
from inspector.gui.policy.marks import Marks
from inspector.gui.policy.places import LINE_BREAK, Places, Span

_FRAME = 2.0  # width of the frame in pixels
_AIR = 2.0


class MarkedText(QTextEdit):
    """Shows one part of a text. ``pointed`` tells the position of what was clicked, or where Enter was pressed."""

    pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: tuple[Span, ...] = ()
        self._made: QTextDocument | None = None
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Text of the policy"))

    def show_document(self, made: QTextDocument) -> None:
        """Show another document, from its beginning."""
        made.setParent(self)
        before, self._made, self._spans = self._made, made, ()
        self.setDocument(made)
        if before is not None:  # Qt deletes the one that it began with itself
            before.deleteLater()

    def frame(self, spans: Iterable[Span], reveal: bool) -> None:
        """Draw a frame round runs of the text; ``reveal`` brings the first into view and the caret to it."""
        self._spans = tuple(spans)
        if reveal and self._spans:
            caret = QTextCursor(self.document())
            caret.setPosition(self._spans[0].start)
            self.setTextCursor(caret)
            self._bring_into_view()
        self.viewport().update()

    def _bring_into_view(self) -> None:
        """Scroll only where the frame is not wholly seen, and then leave some of what stands before it in view."""
        boxes = [self._box_of(span) for span in (self._spans[0], self._spans[-1])]
        area = boxes[0].united(boxes[1])
        view, bar = self.viewport().height(), self.verticalScrollBar()
        if area.top() < bar.value() or area.bottom() > bar.value() + view:
            bar.setValue(round(area.top() - view * 0.25))

    def _box_of(self, span: Span) -> QRectF:
        return self.document().documentLayout().blockBoundingRect(self.document().findBlock(span.start))

    def position_at(self, point: QPointF) -> int | None:
        """Return the position of the character under a point of the viewport, ``None`` beside the text."""
        inside = point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        at = self.document().documentLayout().hitTest(inside, Qt.HitTestAccuracy.ExactHit)
        return None if at < 0 else at

    def _paint_frame(self) -> None:
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(theme.Role.Text), _FRAME))
            painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
            painter.drawPath(self._outline())

    def _outline(self) -> QPainterPath:
        """One outline of all lines of the chosen runs, those out of view left out."""
        seen = QRectF(self.viewport().rect()).translated(0, self.verticalScrollBar().value())
        path = QPainterPath()
        for span in self._spans:
            for line in self._lines(span, seen):
                path = path.united(_boxed(line))
        return path

    def _lines(self, span: Span, seen: QRectF) -> Iterable[QRectF]:
        block = self.document().findBlock(span.start)
        box = self._box_of(span)
        if not box.intersects(seen.adjusted(0, -_AIR, 0, _AIR)):
            return
        layout, start, end = block.layout(), span.start - block.position(), span.end - block.position()
        for number in range(layout.lineForTextPosition(start).lineNumber(), layout.lineCount()):
            line = layout.lineAt(number)
            if line.textStart() >= end:
                return
            area = line.rect().translated(box.left(), box.top())
            if area.bottom() < seen.top():
                continue
            if area.top() > seen.bottom():
                return
            left = _x_of(line.cursorToX(max(start, line.textStart())))
            right = _x_of(line.cursorToX(min(end, line.textStart() + line.textLength())))
            yield QRectF(box.left() + min(left, right), area.top(), abs(right - left), line.height())

    def _tell_release(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        position = self.position_at(event.position())
        if position is not None:
            self.pointed.emit(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the frame over it."""
        super().paintEvent(event)
        if self._spans:
            self._paint_frame()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that selects nothing points at a sentence."""
        super().mouseReleaseEvent(event)
        self._tell_release(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter points at the sentence at the caret."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pointed.emit(self.textCursor().position())
        else:
            super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text, without our formats."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace(LINE_BREAK, "\n").replace("\u2029", "\n"))
        return data

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Load nothing."""
        return None


def _x_of(answer: object) -> float:
    """QTextLine.cursorToX answers with a number, or with a pair of it and the position, by version of the binding."""
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]


def _boxed(line: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(line.adjusted(-_AIR, 0, _AIR, 0))
    return path


class PolicyText(QWidget):
    """A policy's text in parts. ``pointed`` tells the numbers of the claims on a sentence that was pointed at."""

    pointed = Signal(object)  # tuple[int, ...]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._marks, self._places = Marks(()), Places()
        self._look_of: LookOf | None = None
        self._parts: tuple[Part, ...] = ()
        self._part = 0
        self._chosen: tuple[int, ...] = ()
        self.text = MarkedText()
        self.before, self.after = QPushButton(self.tr("Previous part")), QPushButton(self.tr("Next part"))
        self.where = QLabel()
        self._lay_out()
        self.text.pointed.connect(self._tell_pointed)
        self.before.clicked.connect(lambda: self._turn(self._part - 1))
        self.after.clicked.connect(lambda: self._turn(self._part + 1))

    def _lay_out(self) -> None:
        self.bar = QWidget()
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.before)
        row.addWidget(self.where, 1, Qt.AlignmentFlag.AlignHCenter)
        row.addWidget(self.after)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.bar)
        self.bar.hide()

    def show_policy(self, document: Document, marks: Marks, look_of: LookOf) -> None:
        """Show another text with its marks; ``look_of`` tells how the claims with some numbers look together."""
        self._document, self._marks, self._look_of = document, marks, look_of
        self._parts, self._chosen = parts(document), ()
        self.bar.setVisible(len(self._parts) > 1)
        self._turn(0)

    @property
    def part(self) -> int:
        """The number of the part that is shown."""
        return self._part

    def choose(self, numbers: Iterable[int], *, reveal: bool) -> None:
        """Frame the quotes of claims; ``reveal`` turns to the first one and scrolls to it."""
        self._chosen = tuple(numbers)
        if reveal and self._chosen:
            wanted = self._part_of(self._marks.ranges[self._chosen[0]][0])
            if wanted != self._part:
                self._turn(wanted)
        self._frame(reveal)

    def _part_of(self, offset: int) -> int:
        return next((number for number, part in enumerate(self._parts) if offset < part.end), len(self._parts) - 1)

    def _turn(self, part: int) -> None:
        """Show a part of the text, from its beginning."""
        self._part = part
        self._compose()
        template = self.tr("Part {number} of {parts}")
        self.where.setText(template.format(number=words.amount(part + 1), parts=words.amount(len(self._parts))))
        self.before.setEnabled(part > 0)
        self.after.setEnabled(part + 1 < len(self._parts))
        self._frame(reveal=False)

    def _compose(self) -> None:
        if self._document is not None and self._look_of is not None:
            composer = Composer(self._document, self._marks, self._look_of, self.palette(), self.font())
            made, self._places = composer.compose(self._parts[self._part])
            self.text.show_document(made)

    def _frame(self, reveal: bool) -> None:
        ranges = dict.fromkeys(self._marks.ranges[number] for number in self._chosen)
        spans = [span for start, end in ranges for span in self._places.spans(start, end)]
        self.text.frame(spans, reveal)

    def _tell_pointed(self, position: int) -> None:
        offset = self._places.offset_at(position)
        claims = () if offset is None else self._marks.claims_at(offset)
        if claims:
            self.pointed.emit(claims)

    def _recolour(self, event: QEvent) -> None:
        """Lay the part out again in the colours and the font of now, where it was."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._document is not None:
            height = self.text.verticalScrollBar().value()
            self._compose()
            self._frame(reveal=False)
            self.text.verticalScrollBar().setValue(height)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        self._recolour(event)
