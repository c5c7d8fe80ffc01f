# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Selenium's ``driver.get_cookies()`` saved as JSON: the WebDriver standard's serialized cookies (WebDriver, 14).

``expiry`` are seconds; it is absent for a session cookie. Drivers write Lax or None for cookies that said nothing, so
neither proves anything. A driver gives the cookies of the page that is open, and no others.
"""

from typing import Final

from inspector.core.cookie import Cookie, RowProblem, SameSite
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading
from inspector.core.store import StoreRef
from inspector.readers.files import entries
from inspector.readers.files.api import FileFormat, OpenedFile
from inspector.readers.files.entries import Entry
from inspector.readers.files.lists import listed, sample, share

TITLE: Final = "Selenium cookies"
_OTHERS: Final = ("expires", "expirationDate", "hostOnly", "storeId", "size", "session")


def bid(file: OpenedFile) -> int:
    """Bid on a list of cookies with the standard's keys and none of the other formats'."""
    found = listed(file)
    if any(key in entry for entry in sample(found) for key in _OTHERS):
        return 0
    if any(isinstance(entry.get("value"), dict) for entry in sample(found)):
        return 0
    return 80 if share(found, "value") > 0.5 and (share(found, "expiry") or share(found, "httpOnly")) else 0


def read(file: OpenedFile) -> Reading:
    """Read every entry that is a cookie."""
    return entries.read_entries(file, TITLE, listed(file), made, problems=(_one_site(file),))


def made(entry: Entry, store: StoreRef) -> Cookie:
    """Return the cookie of one entry."""
    odd: list[RowProblem] = []
    expires_us, session = entries.expiry(entry, "expiry", odd, absent_is_session=True)
    value = entry.get("value")
    return entries.cookie(
        store,
        entry["domain"],
        entry["name"],
        entry.get("path"),
        value if isinstance(value, str) else None,
        expires_us=expires_us,
        session=session,
        secure=entries.flag(entry, "secure"),
        http_only=entries.flag(entry, "httpOnly"),
        same_site=_same_site(entry, odd),
        problems=tuple(odd),
    )


def _same_site(entry: Entry, odd: list[RowProblem]) -> SameSite:
    stated = entries.same_site(entry.get("sameSite"))
    if stated in (SameSite.LAX, SameSite.NONE):
        odd.append(RowProblem("same_site", "drivers write Lax or None for cookies that said nothing, too"))
        return SameSite.UNKNOWN
    return stated


def _one_site(file: OpenedFile) -> Problem:
    return Problem(
        "current-site-only",
        "holds the cookies of the page that was open, and not those of other sites",
        str(file.path),
        "a driver gives no others",
        "To see third parties, record a HAR or take the browser's profile",
        Severity.NOTE,
    )


SELENIUM: Final = FileFormat("selenium", TITLE, bid, read)
