# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What Firefox holds, with the partition of each cookie.

``storage.getCookies`` without a partition returns all of them and says of none where it lies. Asked for the partition
of a site it returns that site's own jar and its unpartitioned cookies together, so each site is asked for and the
answers are told apart by the log of cookies, which names the jar of each; where the log was not heard, by elimination.
"""

import base64
import binascii
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from inspector.capture.firefox.partitions import partition_of
from inspector.capture.parts import HeldCookie, PartitionKey
from inspector.capture.traces import Traces
from inspector.capture.verdicts import host_of
from inspector.core.cookie import SameSite

_SAME_SITE: Final = {
    "strict": SameSite.STRICT,
    "lax": SameSite.LAX,
    "none": SameSite.NONE,
    "default": SameSite.UNSPECIFIED,
}
Entry = Mapping[str, Any]


class Identity(NamedTuple):
    """What tells a cookie of Firefox's from the others of one partition."""

    name: str
    host: str
    path: str


def identity(entry: Entry) -> Identity:
    """Return the identity of an entry."""
    return Identity(str(entry.get("name", "")), str(entry.get("domain", "")), str(entry.get("path", "/")))


def held_cookies(
    everything: Sequence[Entry],
    by_site: Mapping[str, Sequence[Entry]],
    logged: Mapping[Identity, Sequence[str]],
    traces: Traces,
) -> tuple[HeldCookie, ...]:
    """Return all cookies. ``by_site`` are the answers for the partition of each site, ``logged`` the origin attributes
    with which the log told of each cookie, the latest last."""
    open_places = {key: list(dict.fromkeys(reversed(places))) for key, places in logged.items()}
    many = Counter(map(identity, everything))
    found = []
    for entry in everything:
        key = identity(entry)
        places = open_places.get(key, [])
        if len(places) == 1 and many[key] == 1:
            partition = partition_of(places[0])
        else:
            partition = _eliminated(entry, key, by_site, places)
        found.append(_cookie(entry, partition, traces))
    return tuple(found)


def _eliminated(
    entry: Entry, key: Identity, by_site: Mapping[str, Sequence[Entry]], places: list[str]
) -> PartitionKey | None:
    """A cookie of a foreign host in a site's answer lies in that site's jar; one in no answer lies in no partition."""
    for site, answer in by_site.items():
        host = host_of(site)
        own = key.host.removeprefix(".")
        if entry in answer and not (host == own or host.endswith(f".{own}") or own.endswith(f".{host}")):
            return PartitionKey(site, False)
    named = [place for place in places if partition_of(place) is None]
    if places and not named:
        return partition_of(places.pop(0)) if len(places) > 1 else partition_of(places[0])
    return None


def value_of(entry: Entry) -> str:
    """Return the value of an entry: a text, or bytes as base64."""
    value = entry.get("value")
    held = value.get("value") if isinstance(value, dict) else None
    if not isinstance(held, str):
        return ""
    if isinstance(value, dict) and value.get("type") == "base64":
        try:
            return base64.b64decode(held, validate=True).decode("utf-8", "surrogateescape")
        except (binascii.Error, ValueError):
            return ""
    return held


def _cookie(entry: Entry, partition: PartitionKey | None, traces: Traces) -> HeldCookie:
    expiry = entry.get("expiry")
    ends = expiry if isinstance(expiry, (int, float)) and not isinstance(expiry, bool) else None
    secure, http_only = entry.get("secure"), entry.get("httpOnly")
    return HeldCookie(
        name=str(entry.get("name", "")),
        domain=str(entry.get("domain", "")),
        path=str(entry.get("path", "/")),
        partition=partition,
        expires_us=None if ends is None else int(ends * 1_000_000),
        session=ends is None,
        secure=secure if isinstance(secure, bool) else None,
        http_only=http_only if isinstance(http_only, bool) else None,
        same_site=_SAME_SITE.get(str(entry.get("sameSite")), SameSite.UNKNOWN),
        value=traces.of_value(value_of(entry)),
    )


def entries_of(answer: Mapping[str, Any]) -> list[Entry]:
    """Return the entries of an answer that are cookies."""
    found: Iterable[Any] = answer.get("cookies") or ()
    return [entry for entry in found if isinstance(entry, dict) and isinstance(entry.get("name"), str)]
