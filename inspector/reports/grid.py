# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A table for people: columns fitted to the terminal, every cell made safe, long ones cut.

rich prints it; rich's own ``Table`` is not used because it takes a second for three thousand rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style

from inspector.core.frozen import frozen
from inspector.core.visible import visible

GAP: Final = "  "
NARROWEST: Final = 8  # cells of a column that is squeezed
LONGEST: Final = 400  # characters of a cell that are looked at; nothing longer is ever shown
_HEADER: Final = Style(bold=True)
_CUT: Final = "…"
_PIECE: Final = 500  # rows that are printed at once


@frozen
class Column:
    """A column: ``widest`` in terminal cells; one that is ``kept`` is shown although all its cells are alike.

    Only columns wider than :data:`NARROWEST` are squeezed where the terminal is narrow.
    """

    title: str
    widest: int
    right: bool = False
    style: Style | None = None
    kept: bool = False


class _Console(Console):
    """rich's console, without its own way to end the program where a pipe was closed."""

    def on_broken_pipe(self) -> None:
        """Raise on what rich caught; the command line's one place decides what it means."""
        raise


def console_for(out: TextIO, styled: bool | None) -> Console:
    """Return a console on a stream, which takes no text for markup and colours nothing outside a terminal."""
    return _Console(file=out, force_terminal=styled, markup=False, emoji=False, highlight=False, soft_wrap=True)


def print_grid(console: Console, columns: Sequence[Column], rows: Sequence[tuple[str, ...]]) -> None:
    """Print rows of text under the columns' titles. What is unsafe in a cell is made visible here, for every table.

    Markup and emoji codes in a cell are text, because nothing here parses them. It is printed in pieces, so that a
    closed pipe or Ctrl-C ends it soon and a hundred thousand rows are not held twice.
    """
    shown = [(column, [visible(row[number], LONGEST) for row in rows]) for number, column in enumerate(columns)]
    shown = [(column, cells) for column, cells in shown if column.kept or any(cells)]
    widths = fitted((_width(column, cells) for column, cells in shown), console.width, console.is_terminal)
    layout = [(column, width) for (column, _), width in zip(shown, widths, strict=True)]
    styles = [column.style for column, _ in layout] if console.is_terminal else None
    titles = [_padded(column.title, width, column.right) for column, width in layout]
    piece = list(_line(titles, styles and [_HEADER] * len(titles)))
    for number, row in enumerate(zip(*(cells for _, cells in shown), strict=True), 1):
        texts = [_padded(text, width, column.right) for text, (column, width) in zip(row, layout, strict=True)]
        piece.extend(_line(texts, styles))
        if number % _PIECE == 0:
            console.print(Segments(piece), crop=False, end="")
            piece = []
    console.print(Segments(piece), crop=False, end="")


def fitted(widths: Iterable[int], room: int, squeeze: bool) -> list[int]:
    """Return the widths, the widest made narrower until the line fits; as they are where nothing has to fit.

    >>> fitted([10, 30, 4], 40, True)
    [10, 22, 4]
    """
    fit = list(widths)
    spare = room - len(GAP) * (len(fit) - 1)
    while squeeze and fit and sum(fit) > spare and max(fit) > NARROWEST:
        fit[fit.index(max(fit))] -= 1
    return fit


def _width(column: Column, cells: Iterable[str]) -> int:
    longest = max((len(cell) if cell.isascii() else cell_len(cell) for cell in cells), default=0)
    return max(len(column.title), min(longest, column.widest))


def _padded(text: str, width: int, right: bool) -> str:
    if text.isascii():
        if len(text) > width:
            return text[: width - 1] + _CUT
        return text.rjust(width) if right else text.ljust(width)
    length = cell_len(text)
    if length > width:
        return set_cell_size(text, width - 1) + _CUT
    return " " * (width - length) + text if right else text + " " * (width - length)


def _line(texts: list[str], styles: list[Style | None] | None) -> Iterator[Segment]:
    """Yield a line of cells, its end without padding; in one piece where nothing is styled, which is faster."""
    texts[-1] = texts[-1].rstrip(" ")
    if styles is None:
        yield Segment(GAP.join(texts) + "\n")
        return
    for number, (text, style) in enumerate(zip(texts, styles, strict=True)):
        yield Segment(GAP + text if number else text, style)
    yield Segment.line()
