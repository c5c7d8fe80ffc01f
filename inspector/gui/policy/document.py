# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Lay a policy out in Qt's document: headings, lists and tables as such, marked where a claim quotes it.

Laying out costs about a second for a million characters, and Qt does it anew whenever the width changes; a long text
is therefore shown in parts (:func:`parts`), and only ever one of them is laid out.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from inspector.core.policy import Block, BlockKind, Cell, Document
from inspector.gui import hues, theme
from inspector.gui.hues import Look
from inspector.gui.policy.marks import Marks
from inspector.gui.policy.places import Piece, Places, shown

PART: Final = 150_000  # code points of a part; nearly every real policy is one
_PART_BLOCKS: Final = 1_500
_LONGEST: Final = 20_000  # code points of a paragraph: Qt breaks lines without a space in quadratic time (3.7 s a part)
_LOOK_BACK: Final = 200  # for a space to cut at
_TABLE_ROWS: Final = 100  # of one of Qt's tables, which it lays out whole
_MARGIN: Final = 18
_HEADING_SIZES: Final = (1.5, 1.28, 1.12, 1.0, 1.0, 1.0)
_BULLET: Final = "•  "
_NARROWEST: Final = 10  # characters of a table's column
_WIDEST: Final = 60

_LOW: Final = QTextBlockFormat()
_LOW.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)

LookOf = Callable[[Sequence[int]], Look]


class Part(NamedTuple):
    """A part of the text: some of its blocks, and the run of text they are in."""

    blocks: tuple[Block, ...]
    start: int
    end: int


def parts(document: Document) -> tuple[Part, ...]:
    """Return the text in parts that can be laid out at once; at least one, even where there is no text."""
    found: list[Part] = []
    held: list[Block] = []
    start = 0
    for block in _bounded(document):
        if held and (block.end - held[0].start > PART or len(held) >= _PART_BLOCKS):
            found.append(Part(tuple(held), start, block.start))
            held, start = [], block.start
        held.append(block)
    return (*found, Part(tuple(held), start, len(document.text)))


def _bounded(document: Document) -> Iterator[Block]:
    """Yield the blocks; one that is too long to be laid out as one paragraph comes in several."""
    for block in document.blocks:
        if block.end - block.start <= _LONGEST:
            yield block
            continue
        kind, at = _whole(block.kind), block.start
        while at < block.end:
            end = _cut(document.text, at, block.end)
            yield block._replace(start=at, end=end, table=None, cells=(), kind=kind)
            kind, at = _going_on(kind), end


def _cut(text: str, start: int, end: int) -> int:
    """Return where a paragraph from ``start`` is cut: behind a space, where there is one."""
    if end - start <= _LONGEST:
        return end
    space = text.rfind(" ", start + _LONGEST - _LOOK_BACK, start + _LONGEST)
    return space + 1 or start + _LONGEST


def _going_on(kind: BlockKind) -> BlockKind:
    """Return what the rest of a long item is: it has no bullet of its own."""
    return BlockKind.PARAGRAPH if kind is BlockKind.LIST_ITEM else kind


def _whole(kind: BlockKind) -> BlockKind:
    """A row of a table that is too long is shown as text."""
    return BlockKind.PARAGRAPH if kind in (BlockKind.TABLE_ROW, BlockKind.TABLE_HEADER) else kind


class Composer:
    """Fills Qt's document with one part of a policy."""

    def __init__(self, document: Document, marks: Marks, look_of: LookOf, palette: QPalette, font: QFont) -> None:
        self._text, self._marks, self._look_of = document.text, marks, look_of
        self._palette, self._font = palette, font
        self._formats = {look: hues.mark(look, palette) for look in Look}
        self._pieces: list[Piece] = []
        self._widths: dict[int | None, list[QTextLength]] = {}
        self._last_rows: dict[int | None, Block] = {}
        self._fresh = True  # the block at the cursor is empty and takes what comes next

    def compose(self, part: Part) -> tuple[QTextDocument, Places]:
        """Return a document that shows a part, and where in it each character stands."""
        made = QTextDocument()
        made.setUndoRedoEnabled(False)
        made.setDocumentMargin(_MARGIN)
        made.setDefaultFont(self._font)
        self._pieces, self._fresh = [], True
        self._widths = _widths(part.blocks)
        self._last_rows = {block.table: block for block in part.blocks if block.cells}
        cursor = QTextCursor(made)
        cursor.beginEditBlock()
        for rows in _runs(part.blocks):
            if rows[0].cells:
                self._table(cursor, rows, last=rows[-1] is self._last_rows[rows[-1].table])
            else:
                self._block(cursor, rows[0])
        cursor.endEditBlock()
        return made, Places(self._pieces)

    def _block(self, cursor: QTextCursor, block: Block) -> None:
        layout = _block_format(block, self._font)
        plain = self._plain(block)
        if self._fresh:
            cursor.setBlockFormat(layout)
            cursor.setBlockCharFormat(plain)
        else:
            cursor.insertBlock(layout, plain)
        self._fresh = False
        if block.kind is BlockKind.LIST_ITEM:
            cursor.insertText(_BULLET, self._second())
        self._write(cursor, block.start, block.end, plain)

    def _write(self, cursor: QTextCursor, start: int, end: int, plain: QTextCharFormat) -> None:
        """Write a run of the text, marked where claims quote it, and note where it went."""
        if start >= end:
            return
        self._pieces.append(Piece.of(self._text, start, end, cursor.position()))
        for stretch in self._marks.between(start, end):
            layout = plain
            if stretch.claims:
                layout = QTextCharFormat(plain)
                layout.merge(self._formats[self._look_of(stretch.claims)])
            cursor.insertText(shown(self._text[stretch.start : stretch.end]), layout)

    def _table(self, cursor: QTextCursor, rows: Sequence[Block], *, last: bool) -> None:
        """Qt keeps a block behind each table; it is made so low that long tables go on without a gap."""
        if self._fresh:
            cursor.setBlockFormat(_LOW)
        widths = self._widths[rows[0].table]
        table = cursor.insertTable(len(rows), len(widths), self._table_format(rows, widths, last))
        for number, row in enumerate(rows):
            plain = self._plain(row)
            for column, cell in enumerate(row.cells):
                self._cell(table.cellAt(number, column).firstCursorPosition(), cell, row, plain)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setBlockFormat(_LOW)
        self._fresh = True

    def _cell(self, cursor: QTextCursor, cell: Cell, row: Block, plain: QTextCharFormat) -> None:
        if row.start <= cell.start and cell.end <= row.end:
            self._write(cursor, cell.start, cell.end, plain)
        else:  # carried down by a row span: it stands, and is marked, further up
            cursor.insertText(shown(self._text[cell.start : cell.end]), self._second())

    def _table_format(self, rows: Sequence[Block], widths: list[QTextLength], last: bool) -> QTextTableFormat:
        made = QTextTableFormat()
        made.setCellPadding(5)
        made.setCellSpacing(0)
        made.setBorder(1)
        made.setBorderCollapse(True)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBorderBrush(self._palette.brush(theme.Role.Mid))
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setColumnWidthConstraints(widths)
        made.setBottomMargin(QFontMetricsF(self._font).height() * 0.6 if last else 0.0)
        made.setHeaderRowCount(1 if rows[0].kind is BlockKind.TABLE_HEADER else 0)
        return made

    def _plain(self, block: Block) -> QTextCharFormat:
        made = QTextCharFormat()
        strong = block.kind in (BlockKind.HEADING, BlockKind.TERM, BlockKind.TABLE_HEADER)
        size = _HEADING_SIZES[min(max(block.level, 1), 6) - 1] if block.kind is BlockKind.HEADING else 1.0
        made.setFont(theme.sized(self._font, size, bold=strong))
        made.setForeground(self._palette.color(theme.Role.Text))
        return made

    def _second(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(self._font)
        made.setForeground(theme.muted(self._palette))
        return made


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield blocks one by one, the rows of a table together, long tables in several of the same shape."""
    rows: list[Block] = []
    for block in blocks:
        goes_on = rows and block.cells and block.table == rows[-1].table and len(rows) < _TABLE_ROWS
        if rows and not goes_on:
            yield rows
            rows = []
        if block.cells:
            rows.append(block)
        else:
            yield [block]
    if rows:
        yield rows


def _widths(blocks: Sequence[Block]) -> dict[int | None, list[QTextLength]]:
    """Return the columns' widths of each table, in per cent, by what they hold: a name does not need much room."""
    longest: dict[int | None, list[int]] = {}
    for row in blocks:
        if row.cells:
            held = longest.setdefault(row.table, [])
            held += [_NARROWEST] * (len(row.cells) - len(held))
            for column, cell in enumerate(row.cells):
                held[column] = max(held[column], min(cell.end - cell.start, _WIDEST))
    return {table: [_per_cent(share, sum(held)) for share in held] for table, held in longest.items()}


def _per_cent(share: int, whole: int) -> QTextLength:
    return QTextLength(QTextLength.Type.PercentageLength, 100 * share / whole)


def _block_format(block: Block, font: QFont) -> QTextBlockFormat:
    made = QTextBlockFormat()
    em = QFontMetricsF(font).height()
    heading = block.kind is BlockKind.HEADING
    made.setTopMargin(em * (0.9 if heading else 0.2))
    made.setBottomMargin(em * (0.35 if heading else 0.15 if block.kind is BlockKind.LIST_ITEM else 0.45))
    made.setLineHeight(122, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if block.kind is BlockKind.LIST_ITEM:
        made.setLeftMargin(em * 1.5 * min(max(block.level, 1), 6))
        made.setTextIndent(-em * 0.9)
    elif block.kind is BlockKind.DEFINITION:
        made.setLeftMargin(em * 1.5)
    if heading:
        made.setHeadingLevel(min(max(block.level, 1), 6))
    return made
