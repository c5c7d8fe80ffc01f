# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Names of cookies as text: folded so that ids in them do not matter, cut into words."""

import re
from collections.abc import Callable
from functools import lru_cache
from operator import itemgetter
from typing import Final

LONGEST: Final = 80  # characters of a name that are looked at; what comes later tells nothing more
_SHORTEST_ID: Final = 16
_HEX: Final = "[0-9a-fA-F]"
_ID: Final = re.compile(f"(?={_HEX}{{8}})(?:{_HEX}{{8}}-?(?:{_HEX}{{4}}-?){{3}}{_HEX}{{12}}|{_HEX}{{16,}})")
_ENDING: Final = re.compile(r"(?<=[_.-])(?:[0-9]+[a-f]|[a-f]+[0-9]+[a-f]|[a-f]{2,}[0-9]{2}|[a-f]{3,}[0-9])[0-9a-f]*$")
_ENDS: Final = "0123456789abcdef\n"  # what the last character of such an ending is, or of one before a line's end
_DIGITS: Final = re.compile(r"[0-9]+")
_GAPS: Final = re.compile(r"[^a-z0#]+")  # the seams of a name without capital letters
_SEAMS: Final = re.compile(r"(?<=[a-z0])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0#]+")


def collapse(name: str) -> str:
    """Return a name with ids as ``#`` and every other number as ``0``, its case kept.

    An id is a long hexadecimal text, or an ending in which digits and the letters a to f alternate.

    >>> collapse("_gat_UA-64768501-1"), collapse("sess_0123456789abcdef0123456789abcdef"), collapse("cart_4f2b")
    ('_gat_UA-0-0', 'sess_#', 'cart_#')
    """
    head = name[:LONGEST]
    if len(head) >= _SHORTEST_ID:
        head = _ID.sub("#", head)
    if _DIGITS.search(head) is None:  # an ending of an id has a digit too
        return head
    if head[-1] in _ENDS:
        head = _ENDING.sub("#", head)
    return _DIGITS.sub("0", head)


def cut(collapsed: str) -> list[str]:
    """Return the words of a collapsed name in lower case, cut at punctuation and changes of case.

    >>> cut("ASP.NET_SessionId"), cut("wooCartHASH")
    (['asp', 'net', 'session', 'id'], ['woo', 'cart', 'hash'])
    """
    if collapsed.isascii() and collapsed.islower():
        return [word for word in _GAPS.split(collapsed) if word]
    return [word.lower() for word in _SEAMS.split(collapsed) if word]


def slices(text: str, size: int) -> tuple[str, ...]:
    """Return all pieces of ``size`` letters in their order.

    >>> slices("cart", 3), slices("ca", 3)
    (('car', 'art'), ())
    """
    count = len(text) - size + 1
    if count > 1:
        return _cutter(count, size)(text)
    return (text,) if count == 1 else ()


@lru_cache(maxsize=512)
def _cutter(count: int, size: int) -> Callable[[str], tuple[str, ...]]:
    """Return what cuts without a step of Python for each piece; there are few lengths of names."""
    return itemgetter(*[slice(start, start + size) for start in range(count)])
