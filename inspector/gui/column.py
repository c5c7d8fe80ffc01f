# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a column of the cookie table is, and the factories that make the plain ones.

A sort key is a value of one type per column, or ``None`` for "unknown", which sorts last in both directions.
"""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import Qt

from inspector.gui.chips import Chip
from inspector.gui.models.rows import CookieRow
from inspector.gui.translation import translate

START: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
END: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing

SortKey = str | float | None
Text = Callable[[CookieRow], str]


class ChipCell(NamedTuple):
    """A cell that shows a chip, and what is written after it."""

    chip: Chip
    tail: str = ""


class Column(NamedTuple):
    """One column: ``width`` in average characters, ``hint`` for the header, ``shown`` before the user chooses.

    ``text`` is what is copied and, where ``chip`` gives none, painted. ``of_label``: the cell changes when labels come.
    ``every`` are all cells that there can be, where they are few: the column is wide enough for each in any language.
    """

    key: str
    title: str
    hint: str
    width: int
    text: Text
    sort_key: Callable[[CookieRow], SortKey]
    tooltip: Text
    sentence: Text
    align: Qt.AlignmentFlag = START
    shown: bool = True
    chip: Callable[[CookieRow], ChipCell | None] | None = None
    of_label: bool = False
    every: Callable[[], Iterable[str | ChipCell]] = tuple
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle  # both ends tell: a profile's name, a host's domain

    @property
    def heading(self) -> str:
        """The title in the user's language."""
        return translate("columns", self.title)

    @property
    def explanation(self) -> str:
        """The hint in the user's language."""
        return translate("columns", self.hint)


def titled(title: str, text: Text) -> Text:
    """A sentence for a screen reader: the column's title and the cell, with a word where the cell is empty."""

    def sentence(row: CookieRow) -> str:
        return f"{translate('columns', title)}: {text(row) or translate('columns', 'none')}"

    return sentence
