# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One value on demand: what came of asking for it, and what its scheme of encryption says before anything is read."""

from typing import Final

from inspector.core.cookie import Cookie
from inspector.core.frozen import frozen
from inspector.core.problem import Problem
from inspector.core.secret import Secret

WHY_LOCKED: Final = {
    "v20": "protected by the browser's app-bound encryption, which only the browser itself may open",
    "v12": "encrypted with a key that the desktop portal keeps for the browser alone",
    "v11": "encrypted with a key from the desktop's keyring that could not be had",
    "v10": "encrypted with a key that could not be had",
    "dpapi": "encrypted by Windows for its user",
    "unknown": "encrypted in a way that this program does not know",
}
_ASKS_KEYRING: Final = frozenset({"v10", "v11"})
_NEVER: Final = frozenset({"v12", "v20", "dpapi", "unknown"})


@frozen
class Revealed:
    """The value, or why there is none."""

    value: Secret | None
    problem: Problem | None = None


def asks_keyring(cookie: Cookie) -> bool:
    """Whether showing a value takes a key that is the system's to give, which may ask its user for a password."""
    return cookie.value is None and cookie.encryption in _ASKS_KEYRING


def why_locked(cookie: Cookie) -> str:
    """Return why no other program than the browser gets a value, empty where one may try."""
    return WHY_LOCKED[cookie.encryption] if cookie.value is None and cookie.encryption in _NEVER else ""
