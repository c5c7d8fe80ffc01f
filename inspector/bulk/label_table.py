# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels by number, and as columns: what many rows share is written once, as dictionaries of Arrow."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from inspector.bulk.codes import Ints
from inspector.bulk.schema import LABELS, LABELS_SCHEMA, WORD
from inspector.core.label import Label, Subtype

Cells = tuple[str | float | bool | None, ...]


def cells_of(label: Label) -> Cells:
    """Return what is said of a cookie, in the order of :data:`~inspector.bulk.schema.LABELS`."""
    return (
        label.purpose.value,
        label.group.value,
        None if label.subtype is Subtype.NONE else label.subtype.value,
        label.vendor,
        label.party.value,
        label.tracks.value,
        label.confidence,
        label.certainty.value,
        bool(label.disputed),
        "\n".join(label.because),
    )


class LabelTable:
    """The labels that were given so far. They are held, so that one that is forgotten elsewhere keeps its number."""

    def __init__(self) -> None:
        self._labels: list[Label] = []
        self._cells: list[Cells] = []
        self._numbers: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._labels)

    def clear(self) -> None:
        """Forget all labels."""
        self._labels.clear()
        self._cells.clear()
        self._numbers.clear()

    def number(self, label: Label) -> int:
        """Return the number of a label."""
        number = self._numbers.setdefault(id(label), len(self._labels))
        if number == len(self._labels):
            self._labels.append(label)
            self._cells.append(cells_of(label))
        return number

    def batch(self, numbers: Ints) -> pa.RecordBatch:
        """Return the columns for rows with these labels, null for rows without one."""
        used, places = np.unique(numbers, return_inverse=True)
        absent = int(len(used) > 0 and used[0] < 0)
        index = pa.array((places - absent).astype(np.int32), mask=places < absent)
        rows = [self._cells[number] for number in used[absent:]]
        cells = list(zip(*rows, strict=True)) or [()] * len(LABELS)
        columns = []
        for (_, kind, _), held in zip(LABELS, cells, strict=True):
            if kind != WORD:
                columns.append(pa.array(held, kind).take(index))
                continue
            columns.append(_words(pa.array(held, pa.string()), index))
        return pa.record_batch(columns, schema=LABELS_SCHEMA)


def _words(held: pa.Array, index: pa.Array) -> pa.DictionaryArray:
    """Return these texts at these places, its dictionary sorted: in the order of no labels that were judged before."""
    found = held.dictionary_encode()
    order = pc.sort_indices(found.dictionary)
    ranks = np.empty(len(order), np.int32)
    ranks[order.to_numpy()] = np.arange(len(order), dtype=np.int32)
    indices = pa.array(ranks).take(found.indices).take(index)
    return pa.DictionaryArray.from_arrays(indices, found.dictionary.take(order))
