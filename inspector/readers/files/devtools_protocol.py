# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies as the DevTools protocol gives them (``Network.getAllCookies``, ``Storage.getCookies``): Chromium's own view.

``expires`` are seconds, -1 for a session cookie. The key ``sameSite`` is absent where the site said nothing.
``partitionKey`` was a text (Chromium 121) and is an object now (browser_protocol.pdl, Network.CookiePartitionKey).
"""

from typing import Any, Final

from inspector.core.cookie import Cookie, Priority, RowProblem, SameSite
from inspector.core.isolation import Isolation
from inspector.core.reading import Reading
from inspector.core.store import StoreRef
from inspector.readers.files import entries
from inspector.readers.files.api import FileFormat, OpenedFile
from inspector.readers.files.entries import Entry
from inspector.readers.files.lists import listed, share

TITLE: Final = "DevTools protocol cookies"
_PRIORITY: Final = {"Low": Priority.LOW, "Medium": Priority.MEDIUM, "High": Priority.HIGH}
_NO_PORT: Final = -1


def bid(file: OpenedFile) -> int:
    """Bid on a list of cookies with a size, and with what only the protocol states."""
    found = listed(file)
    if isinstance(file.json, dict) and "origins" in file.json:
        return 0
    return 90 if share(found, "size", "session", "priority") > 0.5 else 0


def read(file: OpenedFile) -> Reading:
    """Read every entry that is a cookie."""
    return entries.read_entries(file, TITLE, listed(file), made)


def made(entry: Entry, store: StoreRef) -> Cookie:
    """Return the cookie of one entry."""
    odd: list[RowProblem] = []
    expires_us, session = entries.expiry(entry, "expires", odd, absent_is_session=False)
    value = entry.get("value")
    port = entry.get("sourcePort")
    return entries.cookie(
        store,
        entry["domain"],
        entry["name"],
        entry.get("path"),
        value if isinstance(value, str) else None,
        isolation(entry),
        expires_us=expires_us,
        session=session,
        secure=entries.flag(entry, "secure"),
        http_only=entries.flag(entry, "httpOnly"),
        same_site=entries.same_site(entry["sameSite"]) if "sameSite" in entry else SameSite.UNSPECIFIED,
        partitioned_attribute=isinstance(entry.get("partitionKey"), str | dict),
        priority=_PRIORITY.get(str(entry.get("priority")), Priority.UNKNOWN),
        source_scheme=entries.source_scheme(entry.get("sourceScheme")),
        source_port=port if isinstance(port, int) and not isinstance(port, bool) and abs(port) <= 65_535 else None,
        problems=tuple(odd),
    )


def isolation(entry: Entry) -> Isolation:
    """Return the partition, in either form; an opaque one is told apart from none."""
    key: Any = entry.get("partitionKey")
    if isinstance(key, dict):
        return entries.partition(key.get("topLevelSite"), entries.flag(key, "hasCrossSiteAncestor"))
    if entry.get("partitionKeyOpaque") is True:
        return entries.partition("opaque")
    return entries.partition(key)


DEVTOOLS_PROTOCOL: Final = FileFormat("cdp", TITLE, bid, read)
