# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A table for people: columns fitted to the terminal, every cell made safe, long ones cut.

rich prints it; rich's own ``Table`` is not used because it takes a second for three thousand rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.style import Style

from inspector.core.visible import visible

GAP: Final = "  "
NARROWEST: Final = 8  # cells of a column that is squeezed
LONGEST: Final = 400  # characters of a cell that are looked at; nothing longer is ever shown
_HEADER: Final = Style(bold=True)
_CUT: Final = "…"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``widest`` in terminal cells; one that is ``kept`` is shown although all its cells are empty.

    Only columns that are wider than :data:`NARROWEST` are squeezed where the terminal is narrow.
    """

    title: str
    widest: int
    right: bool = False
    style: Style | None = None
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns and rows of text; what is unsafe in a cell is made visible here, once, for every table."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """Yield what rich prints; markup and emoji codes in a cell are text, because nothing here parses them."""
        shown = [
            (column, [visible(row[number], LONGEST) for row in self.rows]) for number, column in enumerate(self.columns)
        ]
        shown = [(column, cells) for column, cells in shown if column.kept or any(cells)]
        widths = fitted((_width(column, cells) for column, cells in shown), options.max_width, console.is_terminal)
        layout = [(column, width) for (column, _), width in zip(shown, widths, strict=True)]
        yield from _line(Segment(_padded(column.title, width, column.right), _HEADER) for column, width in layout)
        for row in zip(*(cells for _, cells in shown), strict=True):
            yield from _line(
                Segment(_padded(text, width, column.right), column.style)
                for text, (column, width) in zip(row, layout, strict=True)
            )


def console_for(out: TextIO, styled: bool | None) -> Console:
    """Return a console on a stream, which takes no text for markup and colours nothing outside a terminal."""
    return Console(file=out, force_terminal=styled, markup=False, emoji=False, highlight=False, soft_wrap=True)


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


def _line(cells: Iterable[Segment]) -> Iterator[Segment]:
    """Yield a line of cells, its end without padding."""
    gap = ""
    row = list(cells)
    for number, (text, style, _) in enumerate(row, 1):
        yield Segment(gap + (text.rstrip(" ") if number == len(row) else text), style)
        gap = GAP
    yield Segment.line()
