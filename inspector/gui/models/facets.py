# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The list of purposes and reaches: each with the number of cookies that switching it on alone would show."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from inspector.core.label import Tracks
from inspector.gui import chips, purpose_words, words
from inspector.gui.chips import LOOKS, PURPOSE_CHIPS, Chip, purpose_chip
from inspector.gui.models.cookies import NO_INDEX, Index, Role
from inspector.gui.models.labels import LabelRows
from inspector.gui.models.query import Matched
from inspector.gui.translation import translate

LINE_ROLE: Final = int(Role.UserRole)
COUNT_ROLE: Final = LINE_ROLE + 1
SHARE_ROLE: Final = LINE_ROLE + 2
_SWITCH: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_CAPTION: Final = Qt.ItemFlag.ItemNeverHasChildren

Value = Chip | Tracks

_TRACKS_LOOKS: Final[Mapping[Tracks, tuple[str, str]]] = {
    Tracks.CROSS_SITE: ("eye", "purple"),
    Tracks.WITHIN_SITE: ("eye", "purple"),
    Tracks.NO: ("stop", "green"),
    Tracks.UNKNOWN: ("question", "grey"),
}


class FacetLine(NamedTuple):
    """One line: a caption (``value`` is ``None``), or a switch with its shape and the name of its colour."""

    title: str
    value: Value | None = None
    icon: str = ""
    hue: str = ""


def facet_lines(labels: LabelRows) -> tuple[FacetLine, ...]:
    """Return the lines for what there is among the labels; none where there are no labels."""
    there = {purpose_chip(label) for label in labels.kinds}
    reached = {label.tracks for label in labels.kinds}
    purposes = [FacetLine(chips.word(chip), chip, LOOKS[chip].icon, LOOKS[chip].hue) for chip in PURPOSE_CHIPS]
    reaches = [
        FacetLine(words.word(purpose_words.TRACKS, tracks), tracks, icon, hue)
        for tracks, (icon, hue) in _TRACKS_LOOKS.items()
    ]
    if not there:
        return ()
    return (
        FacetLine(translate("facets", "Purpose")),
        *(line for line in purposes if line.value in there),
        FacetLine(translate("facets", "Tracks")),
        *(line for line in reaches if line.value in reached),
    )


def facet_counts(labels: LabelRows, matched: Matched) -> Mapping[Value, int]:
    """Return the number of each switch: of the rows that everything but the switches of its kind lets through."""
    counts: Counter[Value] = Counter()
    by_kind = labels.counts(matched.any_purpose)
    for label, count in by_kind:
        counts[purpose_chip(label)] += count
    if matched.any_tracks is not matched.any_purpose:
        by_kind = labels.counts(matched.any_tracks)
    for label, count in by_kind:
        counts[label.tracks] += count
    return counts


class FacetModel(QAbstractListModel):
    """Switches as a list. New counts leave the lines, and with them what is switched on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[FacetLine, ...] = ()
        self._counts: Mapping[Value, int] = {}
        self._of = {Chip: 0, Tracks: 0}

    def show(self, lines: tuple[FacetLine, ...]) -> None:
        """Take other lines in place of all there are."""
        self.beginResetModel()
        self.lines, self._counts = lines, {}
        self.endResetModel()

    def show_counts(self, counts: Mapping[Value, int]) -> None:
        """Take other counts for the same lines."""
        self._counts = counts
        for kind in self._of:
            self._of[kind] = sum(count for value, count in counts.items() if isinstance(value, kind))
        if self.lines:
            self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))

    def line(self, row: int, role: int) -> Any:
        """Return what a role says of a line."""
        line = self.lines[row]
        if line.value is None:
            return line.title if role in (Role.DisplayRole, Role.AccessibleTextRole) else None
        count = self._counts.get(line.value, 0)
        return {
            int(Role.DisplayRole): line.title,
            int(Role.ToolTipRole): self._says(line, count),
            int(Role.AccessibleTextRole): self._says(line, count),
            LINE_ROLE: line,
            COUNT_ROLE: words.amount(count),
            SHARE_ROLE: count / max(1, self._of[type(line.value)]),
        }.get(role)

    def _says(self, line: FacetLine, count: int) -> str:
        kind = translate("facets", "Tracks") if isinstance(line.value, Tracks) else translate("facets", "Purpose")
        return translate("facets", "{kind}: {title}, {cookies}").format(
            kind=kind, title=line.title, cookies=words.cookies(count)
        )

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Lines of the list, captions among them."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """See :meth:`line`."""
        return self.line(index.row(), role) if index.isValid() else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Switches can be chosen, captions cannot."""
        return self._flags(index.row()) if index.isValid() else Qt.ItemFlag.NoItemFlags

    def _flags(self, row: int) -> Qt.ItemFlag:
        return _CAPTION if self.lines[row].value is None else _SWITCH
