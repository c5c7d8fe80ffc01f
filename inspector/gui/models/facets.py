# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The switches at the left: values of some fields of the filter, each with the cookies that it alone would show."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from inspector.core.filter.asking import Key
from inspector.core.filter.editing import Value
from inspector.core.filter.fields import DART
from inspector.core.filter.query import fields_by_name, parse
from inspector.core.finding import Verdict
from inspector.core.host_forms import host_forms
from inspector.core.label import Party, Purpose, Tracks
from inspector.core.visible import visible
from inspector.gui import chips, purpose_words, words
from inspector.gui.chips import LOOKS, PURPOSE_CHIPS, Chip, purpose_chip
from inspector.gui.models.cookies import NO_INDEX, Index, Role, Verdicts
from inspector.gui.models.labels import LabelRows, company
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate
from inspector.gui.verdict_words import VERDICT_ICONS, VERDICTS

LINE_ROLE: Final = int(Role.UserRole)
COUNT_ROLE: Final = LINE_ROLE + 1
SHARE_ROLE: Final = LINE_ROLE + 2
_SWITCH: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_CAPTION: Final = Qt.ItemFlag.ItemNeverHasChildren
_MOST: Final = 8  # of sites and companies: more are typed, and the filter line completes them
_FIELDS: Final = fields_by_name()

_TRACKS_LOOKS: Final[Mapping[Tracks, tuple[str, str]]] = {
    Tracks.CROSS_SITE: ("eye", "purple"),
    Tracks.WITHIN_SITE: ("eye", "purple"),
    Tracks.NO: ("stop", "green"),
    Tracks.UNKNOWN: ("question", "grey"),
}
_PARTY_LOOKS: Final[Mapping[Party, tuple[str, str, str]]] = {
    Party.FIRST: (QT_TRANSLATE_NOOP("facets", "The site itself"), "house", "green"),
    Party.SAME_COMPANY: (QT_TRANSLATE_NOOP("facets", "Same company"), "house", "blue"),
    Party.THIRD: (QT_TRANSLATE_NOOP("facets", "A third party"), "share", "vermilion"),
    Party.UNKNOWN: (QT_TRANSLATE_NOOP("facets", "Not known"), "question", "grey"),
}
_BANDS: Final = (
    (QT_TRANSLATE_NOOP("facets", "Until it is closed"), "session", "session"),
    (QT_TRANSLATE_NOOP("facets", "Up to a day"), "<=1d", None),
    (QT_TRANSLATE_NOOP("facets", "Up to a month"), "1d..30d", None),
    (QT_TRANSLATE_NOOP("facets", "Up to a year"), "30d..1y", None),
    (QT_TRANSLATE_NOOP("facets", "More than a year"), ">1y", None),
    (QT_TRANSLATE_NOOP("facets", "Not known"), "unknown", "unknown"),
)


def _band(word: str, key: str | None) -> tuple[Value, Callable[[Key], bool]]:
    asks = parse(f"lifetime:{word}").terms[0].asks
    return Value("lifetime", word, key, plain=key is None), asks[0].holds


BANDS: Final = tuple(_band(word, key) for _, word, key in _BANDS)
"""The bands of lifetimes: each value, and whether a lifetime lies in it."""


class FacetLine(NamedTuple):
    """One line: a caption (``value`` is ``None``), or a switch with its shape and the name of its colour."""

    title: str
    value: Value | None = None
    icon: str = ""
    hue: str = ""
    of: str = ""  # the caption above


def _group(caption: str, lines: Iterable[FacetLine]) -> tuple[FacetLine, ...]:
    """Return a caption and its lines; no caption without a line."""
    made = tuple(line._replace(of=caption) for line in lines)
    return (FacetLine(caption), *made) if made else ()


def _choice(field: str, key: str, title: str, look: tuple[str, str]) -> FacetLine:
    return FacetLine(title, Value(field, _FIELDS[field].word(key), key), *look)


def purpose_value(chip: Chip) -> Value:
    """Return the value that a purpose's chip stands for in the filter line."""
    key = DART if chip is Chip.DART else Purpose(chip.value).value
    return Value("purpose", _FIELDS["purpose"].word(key), key)


def tracks_value(tracks: Tracks) -> Value:
    """Return the value that a reach stands for in the filter line."""
    return Value("tracks", _FIELDS["tracks"].word(tracks.value), tracks.value)


def label_lines(labels: LabelRows) -> tuple[FacetLine, ...]:
    """Return the lines for what there is among the labels; none where there are no labels."""
    there = {purpose_chip(label) for label in labels.kinds}
    reached = {label.tracks for label in labels.kinds}
    parties = {label.party for label in labels.kinds}
    return (
        *_group(
            translate("facets", "Purpose"),
            (
                FacetLine(chips.word(chip), purpose_value(chip), LOOKS[chip].icon, LOOKS[chip].hue)
                for chip in PURPOSE_CHIPS
                if chip in there
            ),
        ),
        *_group(
            translate("facets", "Tracks"),
            (
                FacetLine(words.word(purpose_words.TRACKS, tracks), tracks_value(tracks), *look)
                for tracks, look in _TRACKS_LOOKS.items()
                if tracks in reached
            ),
        ),
        *_group(translate("facets", "Company"), _companies(labels)),
        *_group(
            translate("facets", "Whose it is"),
            (
                _choice("party", party.value, translate("facets", title), (icon, hue))
                for party, (title, icon, hue) in _PARTY_LOOKS.items()
                if party in parties and parties != {Party.UNKNOWN}
            ),
        ),
    )


def _companies(labels: LabelRows) -> Iterable[FacetLine]:
    counted: Counter[str] = Counter()
    for label, count in zip(labels.kinds, labels.totals, strict=True):
        if name := company(label, labels.told):
            counted[name] += count
    for name, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST]:
        yield FacetLine(visible(name, 60), Value("company", name), "company", "blue")


def record_lines(sites: Sequence[str], *, cookies: bool = True) -> tuple[FacetLine, ...]:
    """Return the lines that the records alone give: lifetimes, sites as far as they are known; none without cookies."""
    if not cookies:
        return ()
    bands = (
        FacetLine(translate("facets", title), value, "clock", "blue")
        for (title, _, _), (value, _) in zip(_BANDS, BANDS, strict=True)
    )
    named = (FacetLine(_spoken(site), Value("site", site), "globe", "blue") for site in sites[:_MOST])
    return (*_group(translate("facets", "Lifetime"), bands), *_group(translate("facets", "Site"), named))


def _spoken(site: str) -> str:
    """Return a site as people read it, with the form that tells it from one that looks alike."""
    plain, *others = reversed(host_forms(site))
    return f"{visible(plain, 60)} ({visible(others[0], 60)})" if others else visible(plain, 60)


def verdict_lines(verdicts: Verdicts | None) -> tuple[FacetLine, ...]:
    """Return the lines for an audit's verdicts; none before there was an audit."""
    there = frozenset(verdicts or ()) - {None}
    lines = (
        _choice("verdict", verdict.value, VERDICTS[verdict].text, VERDICT_ICONS[verdict])
        for verdict in Verdict
        if verdict in there
    )
    return _group(translate("facets", "Verdict"), lines)


def values_by_field(lines: Iterable[FacetLine]) -> Mapping[str, Sequence[Value]]:
    """Return the values of all switches by the field that they belong to."""
    found: dict[str, list[Value]] = {}
    for line in lines:
        if line.value is not None:
            found.setdefault(line.value.field, []).append(line.value)
    return found


def _says(line: FacetLine, count: int, most: int) -> str:
    return translate("facets", "{kind}: {title}, {cookies}").format(
        kind=line.of, title=line.title, cookies=words.cookies(count)
    )


_TELLS: Final[Mapping[int, Callable[[FacetLine, int, int], object]]] = {
    int(Role.DisplayRole): lambda line, count, most: line.title,
    int(Role.ToolTipRole): _says,
    int(Role.AccessibleTextRole): _says,
    LINE_ROLE: lambda line, count, most: line,
    COUNT_ROLE: lambda line, count, most: words.amount(count),
    SHARE_ROLE: lambda line, count, most: count / most,
}


class FacetModel(QAbstractListModel):
    """Switches as a list. New counts leave the lines, and with them what is switched on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[FacetLine, ...] = ()
        self._counts: Mapping[Value, int] = {}
        self._most: Mapping[str, int] = {}

    def show(self, lines: tuple[FacetLine, ...]) -> None:
        """Take other lines in place of all there are."""
        self.beginResetModel()
        self.lines, self._counts, self._most = lines, {}, {}
        self.endResetModel()

    def show_counts(self, counts: Mapping[Value, int]) -> None:
        """Take other counts for the same lines."""
        self._counts = counts
        of_field: Counter[str] = Counter()
        for value, count in counts.items():
            of_field[value.field] += count
        self._most = of_field
        if self.lines:
            self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))

    def line(self, row: int, role: int) -> Any:
        """Return what a role says of a line."""
        line = self.lines[row]
        if line.value is None:
            return line.title if role in (Role.DisplayRole, Role.AccessibleTextRole) else None
        tell = _TELLS.get(role)
        if tell is None:
            return None
        return tell(line, self._counts.get(line.value, 0), max(1, self._most.get(line.value.field, 0)))

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
