# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Names of cookies as text: folded so that ids in them do not matter, cut into words."""

import re
from typing import Final

LONGEST: Final = 80  # characters of a name that are looked at; what comes later tells nothing more
_SHORTEST_ID: Final = 16
_ID: Final = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}|[0-9a-f]{16,}", re.IGNORECASE)
_ENDING: Final = re.compile(r"(?<=[_.-])(?:[0-9]+[a-f]|[a-f]+[0-9]+[a-f]|[a-f]{2,}[0-9]{2}|[a-f]{3,}[0-9])[0-9a-f]*$")
_DIGITS: Final = re.compile(r"[0-9]+")
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
    if head.isalpha():
        return head
    return _DIGITS.sub("0", _ENDING.sub("#", head))


def cut(collapsed: str) -> list[str]:
    """Return the words of a collapsed name in lower case, cut at punctuation and changes of case.

    >>> cut("ASP.NET_SessionId"), cut("wooCartHASH")
    (['asp', 'net', 'session', 'id'], ['woo', 'cart', 'hash'])
    """
    return [word.lower() for word in _SEAMS.split(collapsed) if word]
