# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Columns as small numbers: each different text of a batch is looked at once, and rows are compared as integers."""

from collections.abc import Callable, Hashable
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Ints = npt.NDArray[np.int64]
ABSENT: Final = -1
NOT_KNOWN: Final = 2  # of an answer: 0 is no, 1 is yes


class Coded(NamedTuple):
    """A column: of each row the place of its text among ``texts``, :data:`ABSENT` where it has none."""

    places: Ints
    texts: list[Any]

    def each(self, answer: Callable[[Any], int]) -> Ints:
        """Return for each text what is answered of it."""
        return np.fromiter(map(answer, self.texts), np.int64, len(self.texts))


def coded(column: pa.Array) -> Coded:
    """Return a column of texts by the places of its different ones."""
    found = column.dictionary_encode()
    return Coded(integers(found.indices.fill_null(ABSENT)), texts_of(found.dictionary))


def recoded(column: Coded, rewrite: Callable[[Any], str | None]) -> Coded:
    """Return a column with its texts rewritten; those that become one share a place, and what is no text has none."""
    numbers = Numbers()
    places = [ABSENT if (text := rewrite(held)) is None else numbers.of(text) for held in column.texts]
    return Coded(taken(np.array(places, np.int64), column.places), numbers.things)


def texts_of(column: pa.Array) -> list[Any]:
    """Return the values of a column; bytes that are no UTF-8, which files may hold all the same, by surrogates."""
    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        raw = column.cast(pa.large_binary(), safe=False).to_pylist()
        return [None if held is None else held.decode("utf-8", "surrogateescape") for held in raw]


def integers(column: pa.Array) -> Ints:
    """Return a column without nulls as integers."""
    return np.asarray(column.to_numpy(zero_copy_only=False)).astype(np.int64, copy=False)


def taken(values: Ints, places: Ints) -> Ints:
    """Return the values at these places, ABSENT where there is none."""
    if not len(values):
        return np.full(len(places), ABSENT, np.int64)
    return np.where(places < 0, ABSENT, values[places])


def answers(column: pa.Array) -> Ints:
    """Return booleans as 0 and 1, and as :data:`NOT_KNOWN`."""
    return integers(column.cast(pa.int8()).fill_null(NOT_KNOWN))


def firsts(keys: Ints) -> tuple[Ints, Ints]:
    """Return the place of the first row of each different key, and for each row the number of its key."""
    found = pa.array(keys).dictionary_encode()
    numbers = integers(found.indices)
    first = np.empty(len(found.dictionary), np.int64)
    first[numbers[::-1]] = np.arange(len(keys) - 1, -1, -1, dtype=np.int64)
    return first, numbers


def paired(one: Ints, other: Ints) -> Ints:
    """Return one number for each two, different for different ones; both are small enough for that."""
    return (one + 1) * (int(other.max(initial=0)) + 2) + other + 1


class Numbers:
    """Gives each different thing a number, from 0; equal things have one number as long as none is forgotten."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}

    def of(self, thing: Hashable) -> int:
        """Return the number of a thing."""
        return self._numbers.setdefault(thing, len(self._numbers))

    def __len__(self) -> int:
        return len(self._numbers)

    @property
    def things(self) -> list[Any]:
        """The things in the order of their numbers."""
        return list(self._numbers)

    def clear(self) -> None:
        """Forget all numbers."""
        self._numbers.clear()
