# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Put a document's readable text together, block by block, with offsets, source lines and links.

Readers say what they meet (text, a line break, the end of a block, a row, a cell); here white space is collapsed the
way a browser shows it and every block learns its headings and its lead.
"""

from typing import Final

from inspector.core.policy import Block, BlockKind, Cell, Document, LineMark, Link, Source
from inspector.policies.documents.api import Limits
from inspector.policies.patterns import late

_SPACE: Final = late(r"[ \t\r\n\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
# Zero-width, bidirectional and control characters: not shown, and able to hide or turn text around.
_INVISIBLE: Final = late(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_TIGHT: Final = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.TABLE_HEADER, BlockKind.DEFINITION})
_LISTED: Final = frozenset({BlockKind.LIST_ITEM, BlockKind.DEFINITION, BlockKind.TERM})


class Builder:
    """Collects text and blocks. What is past the limits is not taken; :attr:`truncated` says so."""

    def __init__(self, limits: Limits) -> None:
        self.truncated = False
        self._max_text = limits.max_text
        self._max_blocks = limits.max_blocks
        self._parts: list[str] = []
        self._size = 0
        self._blocks: list[Block] = []
        self._links: list[Link] = []
        self._marks: list[LineMark] = []
        self._start: int | None = None  # of the open block
        self._line = 1
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._gap = ""  # white space owed before the next text
        self._link: str | None = None
        self._link_start: int | None = None
        self._link_used = False
        self._headings: list[int] = []
        self._leads: list[int | None] = []  # for each depth of lists, what introduces it
        self._row: list[Cell] | None = None
        self._cell_start: int | None = None
        self._table: int | None = None
        self._tables = 0
        self._table_lead: int | None = None
        self._last: int | None = None  # the last block that can introduce something

    @property
    def open(self) -> bool:
        """Whether a block has text and waits for its end."""
        return self._start is not None

    @property
    def empty(self) -> bool:
        """Whether nothing was written yet."""
        return self._size == 0

    def as_kind(self, kind: BlockKind, level: int = 0) -> None:
        """End the open block; what follows is a block of ``kind``. Inside a table's cell it is a new line."""
        if self._row is not None:
            self.break_line()
            return
        self.end_block()
        self._kind, self._level = kind, level

    def text(self, text: str, line: int) -> None:
        """Add shown text that begins on ``line`` of the source; white space collapses as in a browser."""
        if "\n" not in text:
            self._run(text, line)
            return
        for number, part in enumerate(text.split("\n")):
            if number:
                self._gap = self._gap or " "
            self._run(part, line + number)

    def _run(self, text: str, line: int) -> None:
        if not text or self.truncated:
            return
        plain = text.isascii() and text.isprintable()
        if not plain:
            text = _INVISIBLE.sub("", text)
        if not plain or "  " in text:
            text = _SPACE.sub(" ", text)
        if text[:1] == " ":
            self._gap = self._gap or " "
            text = text[1:]
        owed = " " if text[-1:] == " " else ""
        text = text.rstrip(" ")
        if not text:
            self._gap = self._gap or owed
            return
        self._begin(line)
        self._mark(line)
        self._push(text)
        self._gap = owed

    def _begin(self, line: int) -> None:
        """Open a block where none is open, and pay the white space owed."""
        if self._start is None:
            tight = self._blocks and self._kind in _TIGHT and self._blocks[-1].kind in _TIGHT
            self._push("" if not self._size else "\n" if tight else "\n\n")
            self._start, self._line = self._size, line
        elif self._cell_start is not None and self._size == self._cell_start:
            pass
        elif self._gap and self._size > self._start:
            self._push(self._gap)
        self._gap = ""
        if self._link is not None and self._link_start is None:
            self._link_start, self._link_used = self._size, True

    def _push(self, text: str) -> None:
        if not text:
            return
        room = self._max_text - self._size
        if len(text) > room:
            text, self.truncated = text[: max(0, room)], True
        self._parts.append(text)
        self._size += len(text)

    def _mark(self, line: int) -> None:
        """Mark where the line of the source changes. A row may begin lines above its text."""
        if self._start == self._size:
            self._line = line
        if self._marks and self._marks[-1].offset == self._size:
            self._marks.pop()
        if not self._marks or self._marks[-1].line != line:
            self._marks.append(LineMark(self._size, line))

    def break_line(self) -> None:
        """A line break that is shown (``<br>``): a newline inside the block."""
        if self._start is not None:
            self._gap = "\n"

    def start_link(self, url: str) -> None:
        """The text that follows is a link to ``url``."""
        self.end_link()
        self._link, self._link_start, self._link_used = url, None, False

    def end_link(self) -> None:
        """The link's text ends. A link without text (around an image) is kept with an empty place."""
        self._pause_link()
        if self._link is not None and not self._link_used:
            self._links.append(Link(self._size, self._size, self._link))
        self._link = None

    def _pause_link(self) -> None:
        """Note the place of the open link so far: a link around several blocks covers each of them."""
        if self._link is not None and self._link_start is not None:
            self._links.append(Link(self._link_start, self._size, self._link))
        self._link_start = None

    def end_block(self) -> int | None:
        """End the open block and return its index, ``None`` where it had no text."""
        if self._start is None or self._row is not None:
            return None
        self._pause_link()
        index = self._add(self._kind, self._start, (), None)
        self._start, self._gap = None, ""
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        return index

    def _add(self, kind: BlockKind, start: int, cells: tuple[Cell, ...], table: int | None) -> int:
        index = len(self._blocks)
        self.truncated = self.truncated or index + 1 >= self._max_blocks
        if kind is BlockKind.HEADING:
            level = self._level
            self._headings = [held for held in self._headings if self._blocks[held].level < level]
        lead = self._lead_of(kind, table)
        block = Block(kind, start, self._size, self._line, self._level, tuple(self._headings), lead, table, cells)
        self._blocks.append(block)
        if kind is BlockKind.HEADING:
            self._headings.append(index)
        if kind not in (BlockKind.TABLE_ROW, BlockKind.TABLE_HEADER):
            self._last = index
        return index

    def _lead_of(self, kind: BlockKind, table: int | None) -> int | None:
        if table is not None:
            return self._table_lead
        if kind is BlockKind.DEFINITION and self._last is not None and self._blocks[self._last].kind in _LISTED:
            last = self._blocks[self._last]
            return self._last if last.kind is BlockKind.TERM else last.lead
        return self._leads[-1] if self._leads and kind in (*_LISTED, BlockKind.PARAGRAPH) else None

    def start_list(self) -> None:
        """A list begins; what stands before it, or the item around it, introduces it."""
        self.as_kind(BlockKind.PARAGRAPH)
        self._leads.append(self._last)

    def end_list(self) -> None:
        """The innermost list ends."""
        self.as_kind(BlockKind.PARAGRAPH)
        if self._leads:
            self._leads.pop()

    @property
    def list_depth(self) -> int:
        """How many lists are open."""
        return len(self._leads)

    def start_table(self) -> None:
        """A table of data begins."""
        self.end_block()
        self._table, self._tables, self._table_lead = self._tables, self._tables + 1, self._last

    def end_table(self) -> None:
        """The table ends."""
        self._table = None

    def start_row(self, line: int) -> None:
        """A row of the open table begins."""
        self.end_block()
        self._kind = BlockKind.TABLE_ROW
        self._row = []
        self._begin(line)
        self._mark(line)

    def start_cell(self) -> None:
        """A cell of the open row begins."""
        self._gap = ""
        if self._row:
            self._push("\t")
        self._cell_start = self._size

    def end_cell(self) -> Cell:
        """End the open cell and return its place."""
        self._gap = ""
        start = self._size if self._cell_start is None else self._cell_start
        cell = Cell(start, self._size)
        self._cell_start = None
        if self._row is not None:
            self._row.append(cell)
        return cell

    def end_row(self, header: bool, cells: tuple[Cell, ...]) -> None:
        """End the open row. ``cells`` are its cells with their headers, those carried down by a rowspan included."""
        start, self._row, self._start = self._start, None, None
        kind = BlockKind.TABLE_HEADER if header else BlockKind.TABLE_ROW
        self._level = 0
        if start is not None and (self._size > start or cells):
            self._add(kind, start, cells, self._table)
        self._gap, self._kind = "", BlockKind.PARAGRAPH

    def shown(self, start: int, end: int) -> str:
        """Return the text built so far between two offsets (of the open row: short, so the search is short)."""
        taken: list[str] = []
        offset = self._size
        for part in reversed(self._parts):
            offset -= len(part)
            taken.append(part)
            if offset <= start:
                break
        return "".join(reversed(taken))[start - offset : end - offset]

    def document(
        self, source: Source, title: str = "", language: str | None = None, notices: tuple[str, ...] = ()
    ) -> Document:
        """Return the document built."""
        self._row = None
        self.end_block()
        marks = tuple(self._marks) or (LineMark(0, 1),)
        if marks[0].offset:
            marks = (LineMark(0, marks[0].line), *marks[1:])
        return Document(
            text="".join(self._parts),
            blocks=tuple(self._blocks),
            source=source,
            links=tuple(self._links),
            lines=marks,
            title=title,
            language=language,
            notices=notices,
        )
