# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Pages from an archive: recognised by their address, the archive's toolbar or a notice; with the day of the snapshot.

Wayback addresses are ``/web/<timestamp><modifier>/<original address>``; the modifier (``id_``, ``if_``) says how the
page was rewritten (Internet Archive, "Wayback Machine APIs").
"""

import re
from datetime import date
from typing import Final, NamedTuple

from inspector.policies.patterns import late

_WAYBACK: Final = late(
    r"(?:https?:)?//(?:web\.archive\.org|web-beta\.archive\.org|wayback\.archive-it\.org/\d{1,9}|arquivo\.pt|"
    r"webarchive\.nationalarchives\.gov\.uk|www\.webarchive\.org\.uk/wayback/archive)"
    r"(?:/web|/wayback|/ukgwa)?/(\d{4,14})(?:[a-z]{2}_)?/([^\s\"'<>)\]]{1,2000})",
    re.I,
)
_RELATIVE: Final = late(r"^/web/(\d{4,14})(?:[a-z]{2}_)?/(\S{1,2000})")
_STAMPED: Final = late(
    r"FILE ARCHIVED ON \d\d:\d\d:\d\d ([A-Z][a-z]{2}) (\d{1,2}), (\d{4}) AND RETRIEVED FROM THE INTERNET ARCHIVE"
)
_NOTICE_DAY: Final = late(r"\b(?:archived|snapshot|captured|saved)\b[^.\n]{0,60}?\b(\d{4})-(\d\d)-(\d\d)\b", re.I)
_NOTICE: Final = late(
    r"\b(?:text|html|source|page|document|copy|version)\b.{0,200}?\barchived\b.{0,600}?"
    r"(?:wayback machine|web\.archive\.org|internet archive)|^this is an archived (?:copy|version|page)\b",
    re.I | re.S,
)
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Archive(NamedTuple):
    """A snapshot: its day, and the address it was taken of (``None`` where the page does not say)."""

    day: date
    original_url: str | None = None


def archived_address(url: str) -> Archive | None:
    """Return what an archive's address says, ``None`` for any other address."""
    found = _WAYBACK.match(url) or _RELATIVE.match(url)
    if found is None:
        return None
    day = _day(found[1])
    return Archive(day, _whole(found[2])) if day else None


def without_archive(url: str) -> str:
    """Return the address that an archived link pointed to when it was live; other addresses as they are."""
    found = archived_address(url)
    return found.original_url if found and found.original_url else url


def is_notice(text: str) -> bool:
    """Whether a first paragraph or comment is an archive's or a collection's notice, and so no part of the policy."""
    return len(text) < 1500 and _NOTICE.search(text) is not None


def archive_in(text: str) -> Archive | None:
    """Return the snapshot that a notice, a toolbar or an archive's comment speaks of."""
    linked = _WAYBACK.search(text)
    if linked:
        day = _day(linked[1])
        if day:
            return Archive(day, _whole(linked[2]))
    stamped = _STAMPED.search(text)
    if stamped and stamped[1] in _MONTHS:
        day = _made(int(stamped[3]), _MONTHS.index(stamped[1]) + 1, int(stamped[2]))
        return Archive(day) if day else None
    said = _NOTICE_DAY.search(text)
    day = _made(int(said[1]), int(said[2]), int(said[3])) if said else None
    return Archive(day) if day else None


def _whole(address: str) -> str:
    address = re.sub(r"^(https?)%3A", r"\1:", address, flags=re.I)
    return address if re.match(r"[a-z][a-z0-9+.-]*:", address, re.I) else "http://" + address.lstrip("/")


def _day(stamp: str) -> date | None:
    """A timestamp may be cut short: ``2014`` is any time in that year, and the archive shows the first."""
    padded = stamp + "00000101"[len(stamp) :] if len(stamp) < 8 else stamp
    return _made(int(padded[:4]), int(padded[4:6]) or 1, int(padded[6:8]) or 1)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made if 1990 <= year <= 2200 else None
