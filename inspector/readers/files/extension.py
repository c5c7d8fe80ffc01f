# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies as browser extensions get them (``chrome.cookies.Cookie``): Cookie-Editor, EditThisCookie and others.

``sameSite`` is "unspecified" where the site said nothing; Cookie-Editor writes ``null`` for that. ``storeId`` names the
container in Firefox ("firefox-container-2"; mozIExtension's cookieStoreId).
"""

import re
from typing import Any, Final

from inspector.core.cookie import Cookie, RowProblem, SameSite
from inspector.core.isolation import Container, Isolation
from inspector.core.reading import Reading
from inspector.core.store import StoreRef
from inspector.readers.files import entries
from inspector.readers.files.api import FileFormat, OpenedFile
from inspector.readers.files.entries import Entry
from inspector.readers.files.lists import listed, share

TITLE: Final = "Cookies exported by a browser extension"
_CONTAINER: Final = re.compile(r"firefox-container-(\d{1,9})")


def bid(file: OpenedFile) -> int:
    """Bid on a list of cookies with what only the extensions' interface states."""
    found = listed(file)
    if share(found, "hostOnly") > 0.5 or share(found, "storeId") > 0.5:
        return 90
    return 75 if share(found, "expirationDate") > 0 else 0


def read(file: OpenedFile) -> Reading:
    """Read every entry that is a cookie."""
    return entries.read_entries(file, TITLE, listed(file), made)


def made(entry: Entry, store: StoreRef) -> Cookie:
    """Return the cookie of one entry."""
    odd: list[RowProblem] = []
    expires_us, session = entries.expiry(entry, "expirationDate", odd, absent_is_session=True)
    if entry.get("session") is False and session:
        session = None
        odd.append(RowProblem("expires", "it says that it is no session cookie, and states no expiry"))
    host, host_only = entry["domain"], entries.flag(entry, "hostOnly")
    value = entry.get("value")
    return entries.cookie(
        store,
        f".{host.lstrip('.')}" if host_only is False else host,
        entry["name"],
        entry.get("path"),
        value if isinstance(value, str) else None,
        _isolation(entry),
        host_only=not host.startswith(".") if host_only is None else host_only,
        expires_us=expires_us,
        session=session,
        secure=entries.flag(entry, "secure"),
        http_only=entries.flag(entry, "httpOnly"),
        same_site=_same_site(entry),
        problems=tuple(odd),
    )


def _same_site(entry: Entry) -> SameSite:
    """Cookie-Editor's null is "unspecified" rewritten; a key that is absent says nothing."""
    if "sameSite" in entry and entry["sameSite"] is None:
        return SameSite.UNSPECIFIED
    if str(entry.get("storeId")).startswith("firefox-"):
        return entries.firefox_same_site(entry.get("sameSite"))
    return entries.same_site(entry.get("sameSite"))


def _isolation(entry: Entry) -> Isolation:
    key: Any = entry.get("partitionKey")
    ancestor = entries.flag(key, "hasCrossSiteAncestor") if isinstance(key, dict) else None
    found = entries.partition(key.get("topLevelSite") if isinstance(key, dict) else key, ancestor)
    domain = entries.text(entry, "firstPartyDomain")
    store_id = entry.get("storeId")
    named = _CONTAINER.fullmatch(store_id) if isinstance(store_id, str) else None
    if domain is None and named is None and store_id != "firefox-private":
        return found
    container = Container(int(named[1])) if named else None
    private = True if store_id == "firefox-private" else None
    raw = f"{found.raw}^{domain or ''}^{store_id or ''}"
    return found._replace(container=container, first_party_domain=domain, private=private, raw=raw)


EXTENSION: Final = FileFormat("extension", TITLE, bid, read)
