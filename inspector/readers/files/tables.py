# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies in rows and columns, whoever wrote them: columns are told by the names in the first line."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from inspector.core.cookie import Cookie, Priority, RowProblem, SameSite
from inspector.core.cookie_date import parse_cookie_date
from inspector.core.lifetime import UNKNOWN_LIFETIME, Lifetime, LifetimeBasis
from inspector.core.moments import DAY_US
from inspector.core.store import StoreRef
from inspector.readers.files import entries
from inspector.readers.files.api import Skipped

_YES: Final = frozenset({"✓", "✔", "true", "yes", "1", "x"})
_NO: Final = frozenset({"", "false", "no", "0", "-", "–"})
_SESSION: Final = frozenset({"session", "-1"})
_PRIORITY: Final = {"low": Priority.LOW, "medium": Priority.MEDIUM, "high": Priority.HIGH}
_LONGEST_LIFE: Final = 1e8  # days; what is larger is no lifetime

# A column's names, in small letters and without signs, and the fact that is in it.
NAMES: Final[Mapping[str, str]] = {
    "name": "name", "cookie": "name", "cookiename": "name", "key": "name",
    "value": "value", "cookievalue": "value",
    "domain": "domain", "host": "domain", "hostkey": "domain", "cookiedomain": "domain",
    "path": "path",
    "expires": "expires", "expiresmaxage": "expires", "expiry": "expires", "expirationdate": "expires",
    "expiresutc": "expires",
    "expirydays": "days", "lifetimedays": "days",
    "session": "session",
    "httponly": "http_only", "ishttponly": "http_only",
    "secure": "secure", "issecure": "secure",
    "hostonly": "host_only",
    "samesite": "same_site",
    "partitionkey": "partition", "partitionkeysite": "partition", "partition": "partition",
    "crosssite": "ancestor", "hascrosssiteancestor": "ancestor",
    "priority": "priority",
}  # fmt: skip
Cells = Mapping[str, str]


def column(title: str) -> str:
    """Return the fact that a column's title means; empty for one that means nothing here.

    >>> column("Expires / Max-Age"), column("HttpOnly"), column("Size")
    ('expires', 'http_only', '')
    """
    letters = "".join(sign for sign in title.lower() if sign.isalnum())
    return NAMES.get(letters, "")


def titles(line: str, delimiter: str) -> list[str]:
    """Return the cells of a first line; none where it cannot be understood."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def rows(text: str, delimiter: str, header: Sequence[str], skipped: Skipped, first: int) -> Iterator[tuple[int, Cells]]:
    """Yield each row as facts with its line; a row with more cells than the header, or a broken one, is skipped."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    number = 0
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            skipped.add(f"line {line}", f"it is no row: {error}")
            continue
        number += 1
        if number < first or not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(header):
            skipped.add(f"line {line}", f"it has {len(cells)} cells where the header has {len(header)}")
            continue
        yield line, {fact: cell for fact, cell in zip(header, cells, strict=False) if fact}


def fault(cells: Cells) -> str:
    """Return why a row is no cookie; empty where it is one."""
    if any("\n" in cell or "\r" in cell for cell in cells.values()):
        return "a cell of it goes over several lines: a quotation mark is not closed, and hides the rows after it"
    if not cells.get("name", "").strip() and not cells.get("value", "").strip():
        return "it has no name"
    if not cells.get("domain", "").strip(" ."):
        return "it has no domain"
    return ""


def cookie(cells: Cells, store: StoreRef, *, blank_is_unspecified: bool = False) -> Cookie:
    """Return the cookie of a row; a column that is not there is unknown, and so is a cell that means nothing."""
    odd: list[RowProblem] = []
    host, host_only = cells["domain"].strip(), _flag(cells, "host_only", odd)
    expires_us, session, requested = _times(cells, odd)
    return entries.cookie(
        store,
        f".{host.lstrip('.')}" if host_only is False else host,
        cells["name"].strip(),
        cells.get("path", "").strip() or None,
        cells.get("value"),
        entries.partition(cells.get("partition", "").strip(), _flag(cells, "ancestor", odd)),
        host_only=not host.startswith(".") if host_only is None else host_only,
        expires_us=expires_us,
        session=session,
        secure=_flag(cells, "secure", odd),
        http_only=_flag(cells, "http_only", odd),
        same_site=_same_site(cells, blank_is_unspecified),
        priority=_PRIORITY.get(cells.get("priority", "").strip().lower(), Priority.UNKNOWN),
        problems=tuple(odd),
        requested=requested,
    )


def _times(cells: Cells, odd: list[RowProblem]) -> tuple[int | None, bool | None, Lifetime]:
    if _flag(cells, "session", odd):
        return None, True, UNKNOWN_LIFETIME
    requested = _days(cells.get("days", ""), odd)
    known = True if requested.us is not None else None
    if "expires" not in cells:
        return None, False if known else None, requested
    written = cells["expires"].strip()
    if written.lower() in _SESSION:
        return None, True, UNKNOWN_LIFETIME
    us = _moment(written)
    if us is None and not known:
        odd.append(RowProblem("expires", "it is no moment that a cookie can have"))
        return None, None, requested
    return us, False, requested


def _days(written: str, odd: list[RowProblem]) -> Lifetime:
    if not written.strip():
        return UNKNOWN_LIFETIME
    try:
        days = float(written)
    except ValueError:
        days = -1.0
    if not 0 <= days < _LONGEST_LIFE:
        odd.append(RowProblem("lifetime", "it is no number of days"))
        return UNKNOWN_LIFETIME
    return Lifetime(round(days * DAY_US), LifetimeBasis.STATED)


def _moment(written: str) -> int | None:
    """ISO 8601, a number of seconds (or smaller units), or a date as headers have it."""
    found = entries.iso_us(written)
    if found is not None:
        return found
    try:
        return entries.seconds_us(float(written)) or None
    except ValueError:
        return parse_cookie_date(written)


def _flag(cells: Cells, key: str, odd: list[RowProblem]) -> bool | None:
    if key not in cells:
        return None
    word = cells[key].strip().lower()
    if word in _YES or word in _NO:
        return word in _YES
    odd.append(RowProblem(key, "it is neither yes nor no"))
    return None


def _same_site(cells: Cells, blank_is_unspecified: bool) -> SameSite:
    written = cells.get("same_site")
    if written is not None and not written.strip() and blank_is_unspecified:
        return SameSite.UNSPECIFIED
    return entries.same_site(written.strip()) if written is not None else SameSite.UNKNOWN
