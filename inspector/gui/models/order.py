# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The orders of a table's rows, worked out beside the window's thread before anybody asks for one.

Sorting a hundred thousand rows takes longer than a press may. Python's sort never lets another thread run, so it is
done in pieces that are merged: none of them holds the window up for longer than a frame.
"""

import threading
import time
from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Final

SortKey = str | float | None
SortKeys = Sequence[SortKey]
_PIECE: Final = 8_192
_PAUSE_S: Final = 0.0005  # after each piece: the window's thread takes its turn


def ordered(keys: SortKeys, *, descending: bool = False) -> list[int]:
    """Return all row numbers by their keys. Equal ones keep the rows' first order; unknown ones come last, always."""
    unknown = [row for row, key in enumerate(keys) if key is None]
    known: list[int] = [row for row, key in enumerate(keys) if key is not None] if unknown else list(range(len(keys)))
    by_key: Callable[[int], str | float] = keys.__getitem__  # type: ignore[assignment]  # the unknown ones are out
    known.sort(key=by_key, reverse=descending)
    return known + unknown


def order_in_pieces(keys: SortKeys, *, descending: bool, pause: Callable[[], None]) -> Sequence[int]:
    """Return the same order, sorted in pieces; ``pause`` is called between two."""
    return _compact(_merged(keys, descending=descending, pause=pause))


def _compact(order: list[int]) -> Sequence[int]:
    """Return an order in little room; the rows' first order needs none, and is looked through the fastest."""
    rows = range(len(order))
    return rows if order == list(rows) else array("I", order)


def _merged(keys: SortKeys, *, descending: bool, pause: Callable[[], None]) -> list[int]:
    known = [row for row, key in enumerate(keys) if key is not None]
    by_key: Callable[[int], str | float] = keys.__getitem__  # type: ignore[assignment]  # the unknown ones are out
    runs = []
    for start in range(0, len(known), _PIECE):
        runs.append(sorted(known[start : start + _PIECE], key=by_key, reverse=descending))
        pause()
    while len(runs) > 1:  # Python's sort sees that the two halves are in order and only merges them
        pairs = [runs[at] + runs[at + 1] if at + 1 < len(runs) else runs[at] for at in range(0, len(runs), 2)]
        runs = []
        for pair in pairs:
            pair.sort(key=by_key, reverse=descending)
            runs.append(pair)
            pause()
    pause()
    return (runs[0] if runs else []) + [row for row, key in enumerate(keys) if key is None]


class Orders:
    """Orders by column over one set of rows. Those asked for in advance are made by a thread of its own."""

    def __init__(self, rows: int, keys_of: Callable[[int, Callable[[], None]], SortKeys]) -> None:
        self.rows = rows
        self._keys_of = keys_of
        self._made: dict[tuple[int, bool], Sequence[int]] = {}
        self._stop = threading.Event()

    def prepare(self, columns: Iterable[int]) -> None:
        """Work out the orders of these columns, one after the other."""
        wanted = [column for column in columns if not self.ready(column)]
        if wanted and self.rows > _PIECE:  # below that a press does not notice
            threading.Thread(target=self._run, args=(wanted, self._stop), name="orders", daemon=True).start()

    def forget(self, columns: Iterable[int] | None = None) -> None:
        """Stop working; drop the orders of these columns, of all where none is named."""
        self._stop.set()
        self._stop = threading.Event()
        gone = None if columns is None else frozenset(columns)
        self._made = {} if gone is None else {key: order for key, order in self._made.items() if key[0] not in gone}

    def of(self, column: int, *, descending: bool) -> Sequence[int]:
        """Return an order, now; it is kept."""
        if column < 0:
            return range(self.rows)
        made = self._made.get((column, descending))
        if made is None:
            keys = self._keys_of(column, lambda: None)
            made = self._made[column, descending] = _compact(ordered(keys, descending=descending))
        return made

    def ready(self, column: int) -> bool:
        """Whether both orders of a column are there without work."""
        return (column, False) in self._made and (column, True) in self._made

    def _run(self, columns: list[int], stop: threading.Event) -> None:
        def pause() -> None:
            time.sleep(_PAUSE_S)

        for column in columns:
            keys: SortKeys | None = None
            for descending in (False, True):
                if stop.is_set():
                    return
                if keys is None:
                    keys = self._keys_of(column, pause)
                order = order_in_pieces(keys, descending=descending, pause=pause)
                if not stop.is_set():
                    self._made[column, descending] = order
