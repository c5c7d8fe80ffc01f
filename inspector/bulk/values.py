# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the values of a batch look like, and what names and values say about opting out. No value leaves this module."""

from typing import Final

import numpy as np
import pyarrow as pa

from inspector.bulk.codes import ABSENT, Coded, Ints, Numbers, coded, taken
from inspector.classify.classifier import Classifier, value_may_say_out
from inspector.classify.shapes import Kind, kind_of_text

_KINDS: Final = {kind: number for number, kind in enumerate(Kind)}


class Values:
    """Tells shapes as numbers, and opt-outs as numbers of what is said."""

    def __init__(self, classifier: Classifier) -> None:
        self._classifier = classifier
        self._said = Numbers()

    def __len__(self) -> int:
        return len(self._said)

    def clear(self) -> None:
        """Forget the numbers."""
        self._said.clear()

    def heard(self, column: pa.Array, name: Coded, host: Coded, says_out: Ints) -> tuple[Ints, Ints]:
        """Return the shape of each row's value and what it says; ``says_out`` are rows whose name may say it."""
        rows = len(name.places)
        if column.null_count == rows:
            value, shapes = (
                Coded(np.full(rows, ABSENT, np.int64), pa.array([], pa.string())),
                np.full(rows, ABSENT, np.int64),
            )
            asked = says_out == 1
        else:
            value = coded(column)
            kinds = [kind_of_text(text) for text in value.texts]
            hints = np.array([value_may_say_out(*pair) for pair in zip(value.texts, kinds, strict=True)], np.int64)
            shapes = taken(np.array([_KINDS[kind] for kind in kinds], np.int64), value.places)
            asked = (says_out == 1) | (taken(hints, value.places) == 1)
        return shapes, self._asked(np.flatnonzero(asked & (name.places >= 0)), name, host, value)

    def _asked(self, rows: Ints, name: Coded, host: Coded, value: Coded) -> Ints:
        """Ask these rows, each different one once."""
        said = np.full(len(name.places), ABSENT, np.int64)
        known: dict[tuple[int, int, int], int] = {}
        for row, *key in zip(
            rows.tolist(), *(column.places[rows].tolist() for column in (name, host, value)), strict=True
        ):
            places = key[0], key[1], key[2]
            found = known.get(places)
            if found is None:
                texts = [held.text(place) for held, place in zip((name, host, value), places, strict=True)]
                out = self._classifier.knowledge.opt_out_state(texts[0] or "", texts[1], texts[2])
                found = known[places] = ABSENT if out is None else self._said.of(out)
            said[row] = found
        return said
