# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels beside the rows of the table: one for each, and columns that make filters on them as fast as on words.

Many cookies have few kinds of label, so what a filter asks is asked once for each kind and then looked up by number.
"""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from inspector.core.filter.subject import Around
from inspector.core.label import Label
from inspector.engine.purposes import Labelled
from inspector.gui.models.keys import OF_LABELS, KeyColumn, column_of_kinds, fields_named


class LabelRows(NamedTuple):
    """What classification gave, parallel to ``Rows.cookies``.

    ``kind_of`` has a number for each row, ``kinds`` a label for each number: it stands for all with the same number
    in everything but the reasons. ``totals`` says how many rows each has, ``keys`` what fields of the filter say.
    """

    told: Labelled = Labelled()
    kind_of: Sequence[int] = ()
    kinds: tuple[Label, ...] = ()
    totals: tuple[int, ...] = ()
    keys: Mapping[str, KeyColumn] = MappingProxyType({})

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
        around = around_of(told)
        return cls(
            told,
            kind_of,
            tuple(kinds),
            tuple(counted[number] for number in range(len(kinds))),
            {field.name: column_of_kinds(field, kinds, kind_of, around) for field in fields_named(OF_LABELS)},
        )

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels by row."""
        return self.told.labels


def _kind(label: Label) -> tuple[object, ...]:
    return (label.purpose, label.subtype, label.vendor, label.vendor_name, label.party, label.tracks, label.certainty)


def around_of(told: Labelled, now_us: int = 0) -> Around:
    """Return what the fields of a filter need beside the records: the companies above vendors, and the moment."""
    return Around(now_us, lambda label: company(label, told))


def company(label: Label, told: Labelled) -> str | None:
    """Return the company that a cookie belongs to, ``None`` where none is known; DoubleClick is Google's."""
    known = told.vendors.get(label.vendor or "")
    return known.company if known is not None else label.vendor_name or label.vendor
