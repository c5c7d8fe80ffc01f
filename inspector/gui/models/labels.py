# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels beside the rows of the table: one for each, and arrays that make filters on them as fast as on words.

Many cookies have few kinds of label, so what a filter asks is asked once for each kind and then looked up by number.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from inspector.core.label import Label, Tracks
from inspector.engine.purposes import Labelled
from inspector.gui import purpose_words, words
from inspector.gui.chips import Chip, purpose_chip

Names = tuple[str, ...]


class LabelRows(NamedTuple):
    """What classification gave, parallel to ``Rows.cookies``.

    ``kind_of`` has a number for each row, ``kinds`` a label for each number: it stands for all with the same number
    in everything but the reasons. ``totals`` says how many rows each number has.
    """

    told: Labelled = Labelled()
    kind_of: Sequence[int] = ()
    kinds: tuple[Label, ...] = ()
    totals: tuple[int, ...] = ()

    @classmethod
    def of(cls, told: Labelled) -> "LabelRows":
        """Return the rows of an answer; made in the worker."""
        numbers: dict[tuple[object, ...], int] = {}
        kinds: list[Label] = []
        kind_of = array("L")
        known: dict[int, int] = {}  # classifiers give many cookies the same label
        for label in told.labels:
            number = known.get(id(label))
            if number is None:
                number = known[id(label)] = numbers.setdefault(_kind(label), len(numbers))
                if number == len(kinds):
                    kinds.append(label)
            kind_of.append(number)
        counted = Counter(kind_of)
        return cls(told, kind_of, tuple(kinds), tuple(counted[number] for number in range(len(kinds))))

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels by row."""
        return self.told.labels

    def kinds_where(self, holds: Callable[[Label], bool]) -> frozenset[int]:
        """Return the numbers of the kinds for which something holds."""
        return frozenset(number for number, label in enumerate(self.kinds) if holds(label))

    def counts(self, rows: Sequence[int]) -> tuple[tuple[Label, int], ...]:
        """Return how many of these rows, each of them once, are of each kind that there is among them."""
        if len(rows) == len(self.kind_of):
            return tuple(zip(self.kinds, self.totals, strict=True))
        counted = Counter(map(self.kind_of.__getitem__, rows))
        return tuple((self.kinds[number], count) for number, count in counted.items())


def _kind(label: Label) -> tuple[object, ...]:
    return (label.purpose, label.subtype, label.vendor, label.vendor_name, label.party, label.tracks, label.certainty)


class FieldTerm(NamedTuple):
    """One ``field:word`` of the filter line; ``wanted`` false for ``!field:word``."""

    field: str
    word: str
    wanted: bool = True


class Facets(NamedTuple):
    """What is switched on beside the table: any of the purposes and any of the reaches; none of one is all of it."""

    purposes: frozenset[Chip] = frozenset()
    tracks: frozenset[Tracks] = frozenset()


NO_FACETS: Final = Facets()


def _purpose_names(label: Label, told: Labelled) -> Names:
    return (purpose_words.purpose(label), label.purpose.value, label.subtype.value)


def _group_names(label: Label, told: Labelled) -> Names:
    return (words.word(purpose_words.GROUP, label.group), label.group.value)


def _tracks_names(label: Label, told: Labelled) -> Names:
    return (words.word(purpose_words.TRACKS, label.tracks), label.tracks.value)


def _sure_names(label: Label, told: Labelled) -> Names:
    return (purpose_words.certainty(label), label.certainty.value)


def _vendor_names(label: Label, told: Labelled) -> Names:
    """Names of whose it is, each word a beginning: ``vendor:doubleclick`` finds "Google (DoubleClick)"."""
    if label.vendor is None:
        return ("unknown",)
    company = told.vendors[label.vendor].company if label.vendor in told.vendors else ""
    names = (label.vendor, label.vendor_name or "", company)
    return tuple(name[at:] for name in names for at in _word_starts(name))


def _word_starts(text: str) -> Iterable[int]:
    return (at for at in range(len(text)) if text[at].isalnum() and not (at and text[at - 1].isalnum()))


FIELDS: Final[Mapping[str, Callable[[Label, Labelled], Names]]] = {
    "purpose": _purpose_names,
    "group": _group_names,
    "tracks": _tracks_names,
    "vendor": _vendor_names,
    "sure": _sure_names,
}
"""What can stand before a colon in the filter line, and the names that the word after it may begin."""


def matching_kinds(rows: LabelRows, term: FieldTerm) -> frozenset[int]:
    """Return the numbers of the kinds that a term lets through."""
    names, word = FIELDS[term.field], _folded(term.word)

    def holds(label: Label) -> bool:
        return any(_folded(name).startswith(word) for name in names(label, rows.told) if name)

    return rows.kinds_where(lambda label: holds(label) is term.wanted)


def _folded(text: str) -> str:
    """Return a name as it is compared: ``opt_out``, ``Opt-out`` and ``opt out`` are one."""
    return text.casefold().replace("_", " ").replace("-", " ")


def chosen_purposes(rows: LabelRows, facets: Facets) -> frozenset[int] | None:
    """Return the kinds of the purposes that are switched on, ``None`` where none is."""
    return rows.kinds_where(lambda label: purpose_chip(label) in facets.purposes) if facets.purposes else None


def chosen_tracks(rows: LabelRows, facets: Facets) -> frozenset[int] | None:
    """Return the kinds of the reaches that are switched on, ``None`` where none is."""
    return rows.kinds_where(lambda label: label.tracks in facets.tracks) if facets.tracks else None
