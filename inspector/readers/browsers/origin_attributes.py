# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Firefox's ``originAttributes``: the text that keeps container, partition and first-party isolation apart.

``caps/OriginAttributes.cpp``: empty, or ``^`` and URL-encoded ``key=value`` pairs, with ``:`` in a value written as
``+``. ``urllib.parse.parse_qs`` would make a space of that ``+``; each value is unquoted by itself instead.
"""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote_plus, unquote

from inspector.core.cookie import RowProblem
from inspector.core.isolation import NOT_ISOLATED, Container, Isolation, Partition

FIELD: Final = "originAttributes"
LIMIT: Final = 4096  # characters; a host name has at most 253
MOST_PARTS: Final = 16
_LARGEST_ID: Final = 0xFFFF_FFFF

# What Firefox reads or passes over (PopulateFromSuffix); only the first four tell something that the record keeps.
KNOWN: Final = frozenset(
    {
        "userContextId",
        "privateBrowsingId",
        "firstPartyDomain",
        "partitionKey",
        "geckoViewUserContextId",
        "inBrowser",
        "addonId",
        "appId",
        "disableJit",
    }
)

# The order of CreateSuffix: the key in a session file's object, and the key in the text.
_IDS: Final = (("userContextId", "userContextId"), ("privateBrowsingId", "privateBrowsingId"))
_TEXTS: Final = (
    ("firstPartyDomain", "firstPartyDomain"),
    ("geckoViewSessionContextId", "geckoViewUserContextId"),
    ("partitionKey", "partitionKey"),
)
OBJECT_KEYS: Final = frozenset({"inIsolatedMozBrowser", *(key for key, _ in (*_IDS, *_TEXTS))})

NO_ATTRIBUTES: Final = Isolation(private=False)
_LAST_PORT: Final = 0xFFFF
_HOST: Final = re.compile(r"[^\s/()\\,]+\Z")
_PARTITION_KEY: Final = re.compile(r"\(([a-z][a-z0-9.-]*),([^\s/()\\,]+)(?:,([0-9]{1,5}))?(,f)?\)\Z")

Decoded = tuple[Isolation, tuple[RowProblem, ...]]


class Isolations(dict[str | None, Decoded]):
    """The isolations of one store by text, each decoded when it is first asked for: a store has few, its rows many."""

    def __init__(self, names: Mapping[int, str], ancestor_known: bool) -> None:
        super().__init__()
        self._names = names
        self._ancestor_known = ancestor_known

    def __missing__(self, raw: str | None) -> Decoded:
        if raw is not None and raw.__class__ is not str:
            raise TypeError(raw.__class__)  # a cell of another type; SQLite keeps any type in any column
        self[raw] = decoded = decode(raw, self._names, self._ancestor_known)
        return decoded


def decode(raw: str | None, names: Mapping[int, str], ancestor_known: bool) -> Decoded:
    """Return what the text says, and what of it makes no sense; ``names`` are those of the containers.

    ``None`` is a store without such a column. ``ancestor_known`` tells whether the store's Firefox wrote the
    ancestor bit ``f`` at all: without it its absence says nothing.
    """
    if not raw:
        return (NOT_ISOLATED if raw is None else NO_ATTRIBUTES), ()
    if not raw.startswith("^") or len(raw) > LIMIT or raw.count("&") >= MOST_PARTS:
        return Isolation(raw=raw), (RowProblem(FIELD, "is not a list of attributes as Firefox writes it"),)
    problems: list[RowProblem] = []
    parts = _parts(raw, problems)
    container = _number(parts, "userContextId", problems)
    private = _number(parts, "privateBrowsingId", problems)
    isolation = Isolation(
        _partition(parts, ancestor_known, problems),
        Container(container, names.get(container)) if container else None,
        _text(parts, "firstPartyDomain", problems),
        None if private is None else private > 0,
        raw,
    )
    return isolation, tuple(problems)


def encode(attributes: Mapping[str, object]) -> str:
    """Return the text for a session file's ``originAttributes`` object, as ``CreateSuffix`` would write it.

    Keys of the wrong type are left out; a reader that cares compares with :data:`OBJECT_KEYS` and types itself.
    """
    pairs = [("inBrowser", "1")] if attributes.get("inIsolatedMozBrowser") is True else []
    for key, name in _IDS:
        number = attributes.get(key)
        if isinstance(number, int) and not isinstance(number, bool) and number:
            pairs.append((name, str(number)))
    for key, name in _TEXTS:
        text = attributes.get(key)
        if isinstance(text, str) and text:
            pairs.append((name, _quoted(text.replace(":", "+"))))
    return "^" + "&".join(f"{name}={value}" for name, value in pairs) if pairs else ""


def _quoted(text: str) -> str:
    """Encode as Firefox's URLParams does: everything but letters, digits, ``-``, ``.`` and ``_``."""
    return quote_plus(text, safe="", errors="surrogatepass").replace("~", "%7E")


def _parts(raw: str, problems: list[RowProblem]) -> dict[str, str]:
    parts: dict[str, str] = {}
    repeated = set()
    for piece in raw[1:].split("&"):
        name, _, value = piece.partition("=")
        if name not in KNOWN:
            problems.append(RowProblem(FIELD, "has an attribute that we do not know"))
        elif name in parts:
            repeated.add(name)
            problems.append(RowProblem(FIELD, f"has {name} more than once"))
        else:
            parts[name] = unquote(value, errors="surrogateescape")
    return {name: "" if name in repeated else value for name, value in parts.items()}


def _number(parts: Mapping[str, str], name: str, problems: list[RowProblem]) -> int | None:
    text = parts.get(name, "0")
    if text.isascii() and text.isdigit() and len(text) <= 10 and int(text) <= _LARGEST_ID:
        return int(text)
    problems.append(RowProblem(FIELD, f"its {name} is not a number that Firefox would write"))
    return None


def _text(parts: Mapping[str, str], name: str, problems: list[RowProblem]) -> str | None:
    text = parts.get(name)
    if text is None:
        return None
    if text and text.isprintable():
        return text.replace("+", ":")
    problems.append(RowProblem(FIELD, f"its {name} is empty, repeated or not printable"))
    return None


def _partition(parts: Mapping[str, str], ancestor_known: bool, problems: list[RowProblem]) -> Partition | None:
    text = _text(parts, "partitionKey", problems)
    if text is None:
        return None
    partition = parse_partition_key(text, ancestor_known)
    if partition is None:
        problems.append(RowProblem(FIELD, "its partitionKey does not have Firefox's form"))
    return partition


def parse_partition_key(text: str, ancestor_known: bool) -> Partition | None:
    """Return the partition for ``(scheme,baseDomain[,port][,f])`` or a bare host; ``None`` for anything else.

    The bare host is written where ``privacy.dynamic_firstparty.use_site`` is off; it never carries the bit.
    """
    if _HOST.match(text):
        return Partition(text)
    match = _PARTITION_KEY.match(text)
    if match is None:
        return None
    scheme, host, port, foreign = match.groups()
    if port is not None and not 0 < int(port) <= _LAST_PORT:
        return None
    known = True if foreign else False if ancestor_known else None
    return Partition(f"{scheme}://{host}", known, None if port is None else int(port))
