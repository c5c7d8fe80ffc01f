# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The key of the marks: 32 random bytes in a file of their own, so that the database alone tells nothing of values."""

import secrets

from inspector.core.marks import KEY_LENGTH, Marks
from inspector.history.files import HistoryPlaces, unwritable, write_new


def known(places: HistoryPlaces) -> Marks | None:
    """Return the marks' maker where its key is there and whole; ``None`` where it is lost."""
    try:
        return _read(places)
    except OSError:
        return None


def _read(places: HistoryPlaces) -> Marks | None:
    try:
        with places.key.open("rb") as file:
            key = file.read(KEY_LENGTH + 1)
    except FileNotFoundError:
        return None
    return Marks(key) if len(key) == KEY_LENGTH else None


def known_or_new(places: HistoryPlaces) -> Marks:
    """Return the marks' maker, with a new key where there is none. Called while the database is locked for writing."""
    try:
        there = _read(places)  # one that may not be read is no reason to replace it
        if there is None:
            key = secrets.token_bytes(KEY_LENGTH)
            write_new(places.key, key)
            there = Marks(key)
    except OSError as error:
        raise unwritable(places, error) from error
    return there
