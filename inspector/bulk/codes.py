# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Columns as small numbers: each different text of a batch is looked at once, and rows are compared as integers."""

from collections.abc import Callable, Hashable
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
ABSENT: Final = -1
NOT_KNOWN: Final = 2  # of an answer: 0 is no, 1 is yes


class Coded:
    """A column: of each row the place of its text among ``words``, :data:`ABSENT` where it has none."""

    def __init__(self, places: Ints, words: pa.Array) -> None:
        self.places = places
        self.words = words

    @cached_property
    def texts(self) -> list[Any]:
        """The words as texts of Python: made where each has to be looked at, for there are many."""
        return texts_of(self.words)

    @property
    def raw(self) -> pa.Array:
        """The words as bytes: expressions of Arrow take them whether or not they are UTF-8."""
        return self.words.view(pa.binary())

    def texts_at(self, rows: Ints) -> list[Any]:
        """Return the texts of these rows."""
        places = self.places[rows]
        return texts_of(self.words.take(pa.array(places, mask=places < 0)))

    def text(self, place: int) -> str | None:
        """Return the text at a place, ``None`` for :data:`ABSENT`."""
        return None if place < 0 else texts_of(self.words.slice(place, 1))[0]


def coded(column: pa.Array) -> Coded:
    """Return a column of texts by the places of its different ones."""
    found = column.dictionary_encode()
    return Coded(integers(found.indices.fill_null(ABSENT)), found.dictionary)


def recoded(column: Coded, plain: pa.Array, easy: pa.Array, rewrite: Callable[[Any], str | None]) -> Coded:
    """Return a column with its texts rewritten; those that become one share a place, and what is no text has none.

    ``easy`` are the rewritten words, as bytes, where ``plain`` says so; the others are rewritten one by one.
    """
    hard = np.flatnonzero(~bools(plain))
    if len(hard):
        texts = map(rewrite, texts_of(column.words.take(pa.array(hard))))
        raw = [None if text is None else text.encode("utf-8", "surrogateescape") for text in texts]
        easy = pc.replace_with_mask(easy, pc.invert(plain), pa.array(raw, pa.binary()))
    found = easy.dictionary_encode()
    places = taken(integers(found.indices.fill_null(ABSENT)), column.places)
    return Coded(places, found.dictionary.view(pa.string()))


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


def bools(column: pa.Array) -> Bools:
    """Return booleans without nulls."""
    return np.asarray(column.to_numpy(zero_copy_only=False))


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
        self._things: list[Any] = []

    def of(self, thing: Hashable) -> int:
        """Return the number of a thing."""
        number = self._numbers.setdefault(thing, len(self._things))
        if number == len(self._things):
            self._things.append(thing)
        return number

    def thing(self, number: int) -> Any:
        """Return what has a number."""
        return self._things[number]

    def __len__(self) -> int:
        return len(self._things)

    def clear(self) -> None:
        """Forget all numbers."""
        self._numbers.clear()
        self._things.clear()
