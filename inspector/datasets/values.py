# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is told of a value instead of the value: its length, its characters, how random they are, and a keyed hash.

The hash is HMAC-SHA256 of the value alone, so that equal values of different cookies have equal marks: a shared
identifier can be found by anybody, and guessed by nobody who has not the key. Values that cannot identify ("true", a
language, a date) have no mark: there are so few of them that the mark would tell the value.
"""

import hashlib
import hmac
import math
from collections import Counter
from collections.abc import Callable
from typing import Final, NamedTuple, NoReturn

from inspector.core.secret import MASK, Secret

KEY_LENGTH: Final = 32
_MARK_DIGITS: Final = 32  # of 64: RFC 2104, 5 allows to keep the half
_ID_DIGITS: Final = 8
_ID_OF: Final = b"cookie-inspector dataset key"
_LEAST: Final = 8  # characters; what is shorter is found by trying
_CLASSES: Final = (
    ("digits", str.isdecimal),
    ("lower", lambda one: "a" <= one <= "z"),
    ("upper", lambda one: "A" <= one <= "Z"),
    ("space", str.isspace),
    ("beyond ascii", lambda one: ord(one) > 126),
)


class Shown(NamedTuple):
    """What the classifier and the rules saw in a value: told instead of it, so that both can be asked again.

    ``kind`` is its shape, ``identifies`` whether that can tell one browser from others, ``opt_out`` what name and value
    say of opting out. ``identifier`` is the text in it that rules take for an identifier and compare between companies.
    """

    kind: str | None = None
    identifies: bool | None = None
    opt_out: str | None = None
    has_address: bool | None = None
    identifier: Secret | None = None


Look = Callable[[str, str, str], Shown]
"""From name, host and value to what was seen in it; handed in by who may know the classifier and the rules."""


class ValueMarks:
    """Makes marks of values with one key, which it never shows."""

    __slots__ = ("_key", "id")

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_LENGTH:
            raise ValueError(f"a key has {KEY_LENGTH} bytes, not {len(key)}")
        self._key = key
        self.id = hmac.new(key, _ID_OF, hashlib.sha256).hexdigest()[:_ID_DIGITS]

    def of(self, text: str, shown: Shown) -> str | None:
        """Return the mark of a value; null where it cannot identify anybody."""
        if shown.identifier is not None:
            text = shown.identifier.reveal()
        elif shown.identifies is False or len(text) < _LEAST:
            return None
        octets = text.encode("utf-8", "surrogatepass")
        return hmac.new(self._key, octets, hashlib.sha256).hexdigest()[:_MARK_DIGITS]

    def __repr__(self) -> str:
        return f"ValueMarks({MASK})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("the key of the marks is never serialised as part of a record")


def classes_of(text: str) -> tuple[str, ...]:
    """Return the classes of characters that a text holds.

    >>> classes_of("GA1.2-é")
    ('digits', 'upper', 'beyond ascii', 'signs')
    """
    found = [name for name, test in _CLASSES if any(map(test, text))]
    if any(not any(test(one) for _, test in _CLASSES) for one in set(text)):
        found.append("signs")
    return tuple(found)


def entropy_of(text: str) -> float:
    """Return Shannon's entropy of a text's own characters in bits for each, to a tenth: finer would be a mark itself.

    >>> entropy_of("aaaa"), entropy_of("abcd")
    (0.0, 2.0)
    """
    total = len(text)
    if not total:
        return 0.0
    bits = -sum(number / total * math.log2(number / total) for number in Counter(text).values())
    return abs(round(bits, 1))
