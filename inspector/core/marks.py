# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Keyed hashes that stand for cookie values: they tell "the same" from "another", and nothing else."""

import hashlib
import hmac
from typing import Final, NoReturn

from inspector.core.cookie import Cookie
from inspector.core.secret import MASK

KEY_LENGTH: Final = 32
_MARK_LENGTH: Final = 16  # of the 32 bytes of HMAC-SHA256: RFC 2104, 5 allows to keep the half
_ID_LENGTH: Final = 8
_ID_OF: Final = b"cookie-inspector history key"


class Marks:
    """Makes marks of values with one key.

    Name and host go into the mark: equal values of two cookies have different marks, so that kept marks do not tell
    which sites share an identifier. Like :class:`~inspector.core.secret.Secret`, it never shows its key.
    """

    __slots__ = ("_key", "id")

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_LENGTH:
            raise ValueError(f"a key has {KEY_LENGTH} bytes, not {len(key)}")
        self._key = key
        self.id = hmac.digest(key, _ID_OF, "sha256")[:_ID_LENGTH]

    def of(self, cookie: Cookie) -> bytes | None:
        """Return the mark of a cookie's value, ``None`` where no value was read."""
        return None if cookie.value is None else self.of_text(cookie.host_key, cookie.name, cookie.value.reveal())

    def of_text(self, host_key: str, name: str, value: str) -> bytes:
        """Return the mark that this value of this cookie has."""
        parts = [part.encode("utf-8", "surrogatepass") for part in (host_key, name, value)]
        text = b"%d:%s%d:%s%s" % (len(parts[0]), parts[0], len(parts[1]), parts[1], parts[2])
        return hmac.digest(self._key, text, hashlib.sha256)[:_MARK_LENGTH]

    def __repr__(self) -> str:
        return f"Marks({MASK})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("the key of the history is never serialised as part of a record")
