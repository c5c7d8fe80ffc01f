# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies in rows and columns, whoever wrote them: columns are told by the names in the first line.

The same for every table: what a scan takes for a cookie is what is classified, with the same facts.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from inspector.core.cookie import Cookie, Priority, RowProblem, SameSite
from inspector.core.cookie_date import parse_cookie_date
from inspector.core.lifetime import UNKNOWN_LIFETIME, Lifetime, LifetimeBasis
from inspector.core.moments import DAY_US
from inspector.core.secret import Secret
from inspector.core.store import StoreRef
from inspector.core.traits import Traits
from inspector.readers.files import entries
from inspector.readers.files.table_rows import Header, broken

_YES: Final = frozenset({"✓", "✔", "true", "yes", "1", "x"})
_NO: Final = frozenset({"false", "no", "0", "-", "–"})
_SESSION: Final = frozenset({"session", "-1"})
_PRIORITY: Final = {"low": Priority.LOW, "medium": Priority.MEDIUM, "high": Priority.HIGH}
_LONGEST_LIFE: Final = 1e8  # days; what is larger is no lifetime
_LONGEST_HOST: Final = 1024  # four times what DNS allows, and room for the rest of an address
_FLAG: Final = "1, 0, true or false"

# A column's names, in small letters and without signs, and the fact that is in it.
NAMES: Final[Mapping[str, str]] = {
    "name": "name", "cookie": "name", "cookiename": "name", "key": "name",
    "value": "value", "cookievalue": "value",
    "domain": "domain", "host": "domain", "hostkey": "domain", "cookiedomain": "domain",
    "path": "path",
    "expires": "expires", "expiresmaxage": "expires", "expiry": "expires", "expirationdate": "expires",
    "expiresutc": "expires",
    "expirydays": "days", "lifetimedays": "days", "requesteddays": "days",
    "created": "created", "updated": "updated",
    "session": "session",
    "httponly": "http_only", "ishttponly": "http_only",
    "secure": "secure", "issecure": "secure",
    "hostonly": "host_only",
    "samesite": "same_site",
    "partitionkey": "partition", "partitionkeysite": "partition", "partition": "partition",
    "partitionsite": "partition", "partitionhascrosssiteancestor": "ancestor",
    "crosssite": "ancestor", "hascrosssiteancestor": "ancestor",
    "priority": "priority",
    "site": "site", "thirdparty": "third_party", "wildcard": "wildcard",
}  # fmt: skip
Cells = Mapping[str, str]


def column(title: str) -> str:
    """Return the fact that a column's title means; empty for one that means nothing here.

    >>> column("Expires / Max-Age"), column("HttpOnly"), column("Size")
    ('expires', 'http_only', '')
    """
    return NAMES.get(letters(title), "")


def letters(title: str) -> str:
    """Return a title's letters and digits, all small."""
    return "".join(sign for sign in title.lower() if sign.isalnum())


def facts_of(header: Header) -> Header:
    """Return a header whose columns are what they mean together.

    A scan's own table has a lifetime and what it rests on, and beside it what was asked for: only that was stated.
    """
    named = [letters(title) for title in header.titles]
    if "lifetimebasis" not in named:
        return header
    asked = {"lifetimedays": "", "requesteddays": "days"}
    facts = (asked.get(title, fact) for title, fact in zip(named, header.facts, strict=True))
    return header._replace(facts=tuple(facts))


def cells_of(header: Header, cells: tuple[str, ...]) -> Cells:
    """Return the cells that mean something, by what they mean."""
    return {fact: cell for fact, cell in zip(header.facts, cells, strict=False) if fact}


def fault(cells: Cells, *, needs_domain: bool = True) -> str:
    """Return why a row is no cookie; empty where it is one."""
    if any(broken(cells.get(key, "").strip()) for key in ("name", "domain", "path")):
        return "its name, domain or path goes over several lines"
    if not cells.get("name", "").strip() and not cells.get("value", "").strip():
        return "it has no name"
    domain = cells.get("domain", "").strip(" .")
    if len(domain) > _LONGEST_HOST:
        return "its domain is longer than any"
    if entries.no_host(domain):
        return "its domain is not a host"
    return "it has no domain" if needs_domain and not domain else ""


class Facts(NamedTuple):
    """What the cells of a row say; ``None`` and unknown where they say nothing. ``odd`` is what was not understood."""

    session: bool | None
    expires_us: int | None
    requested: Lifetime
    secure: bool | None
    http_only: bool | None
    host_only: bool | None
    same_site: SameSite
    odd: tuple[RowProblem, ...]


def facts(cells: Cells, *, devtools: bool = False) -> Facts:
    """Return the facts of a row. In DevTools' table a cell without a check mark is a no, elsewhere it is not known."""
    odd: list[RowProblem] = []
    expires_us, session, requested = _times(cells, odd)
    secure, http_only, host_only = (_flag(cells, key, odd, devtools) for key in ("secure", "http_only", "host_only"))
    found = _same_site(cells, odd, devtools)
    return Facts(session, expires_us, requested, secure, http_only, host_only, found, tuple(odd))


def cookie(cells: Cells, store: StoreRef, *, devtools: bool = False) -> Cookie:
    """Return the cookie of a row; a column that is not there is unknown, and so is a cell that means nothing."""
    odd: list[RowProblem] = []
    held = facts(cells, devtools=devtools)
    host, host_only = cells["domain"].strip(), held.host_only
    isolation = entries.partition(cells.get("partition", "").strip(), _flag(cells, "ancestor", odd, devtools))
    created_us, updated_us = (entries.iso_us(cells.get(key, "").strip()) for key in ("created", "updated"))
    return entries.cookie(
        store,
        f".{host.lstrip('.')}" if host_only is False else host,
        cells["name"].strip(),
        cells.get("path", "").strip() or None,
        cells.get("value"),
        isolation,
        host_only=not host.startswith(".") if host_only is None else host_only,
        created_us=created_us,
        updated_us=updated_us,
        expires_us=held.expires_us,
        session=held.session,
        secure=held.secure,
        http_only=held.http_only,
        same_site=held.same_site,
        priority=_PRIORITY.get(cells.get("priority", "").strip().lower(), Priority.UNKNOWN),
        problems=(*held.odd, *odd),
        requested=held.requested,
    )


def traits(cells: Cells) -> tuple[Traits, tuple[RowProblem, ...]]:
    """Return what of a row tells a cookie's purpose, and what was not understood. A table may do without domains."""
    held = facts(cells)
    odd = list(held.odd)
    days = held.requested.days
    made = Traits(
        name=cells.get("name", "").strip(),
        host=cells.get("domain", "").strip().lstrip(".").lower() or None,
        site=_site(cells.get("site", ""), odd),
        third_party=_flag(cells, "third_party", odd),
        path=cells.get("path", "").strip() or None,
        value=Secret(cells["value"]) if "value" in cells else None,
        session=held.session,
        lifetime_days=days,
        http_only=held.http_only,
        secure=held.secure,
        host_only=held.host_only,
        same_site=held.same_site,
        wildcard=_flag(cells, "wildcard", odd) or False,
    )
    return made, tuple(odd)


def _times(cells: Cells, odd: list[RowProblem]) -> tuple[int | None, bool | None, Lifetime]:
    told = _flag(cells, "session", odd)
    if told:
        return None, True, UNKNOWN_LIFETIME
    requested = _days(cells.get("days", ""), odd)
    known = told if told is not None else False if requested.us is not None else None
    written = cells.get("expires", "").strip()
    if not written:
        if "expires" in cells and known is None:
            odd.append(RowProblem("expires", "the row does not state it"))
        return None, known, requested
    if written.lower() in _SESSION:
        return None, True, UNKNOWN_LIFETIME
    us = _moment(written)
    if us is None:
        odd.append(RowProblem("expires", "it is no moment that a cookie can have"))
        return None, known, requested
    return us, False, requested


def _days(written: str, odd: list[RowProblem]) -> Lifetime:
    if not written.strip():
        return UNKNOWN_LIFETIME
    try:
        days = float(written)
    except ValueError:
        days = -1.0
    if not 0 <= days < _LONGEST_LIFE:
        odd.append(RowProblem("days", "it is no number of days"))
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


def _flag(cells: Cells, key: str, odd: list[RowProblem], devtools: bool = False) -> bool | None:
    word = cells.get(key, "").strip().lower()
    if not word:
        return False if devtools and key in cells else None
    if word in _YES or word in _NO:
        return word in _YES
    odd.append(RowProblem(key, f"it is not {_FLAG}"))
    return None


def _same_site(cells: Cells, odd: list[RowProblem], devtools: bool) -> SameSite:
    word = cells.get("same_site", "").strip().lower()
    if not word:
        return SameSite.UNSPECIFIED if devtools and "same_site" in cells else SameSite.UNKNOWN
    found = entries.same_site(word)
    if found is SameSite.UNKNOWN and word != "unknown":
        odd.append(RowProblem("same_site", "it is not none, lax, strict or no_restriction"))
    return found


def _site(cell: str, odd: list[RowProblem]) -> str | None:
    """Return the host of a site; whole addresses are common in such columns."""
    if len(cell) > _LONGEST_HOST:
        odd.append(RowProblem("site", "it is no site"))
        return None
    text = cell.strip().lower()
    if "://" in text:
        text = text.split("://", 1)[1].split("/", 1)[0].rsplit("@", 1)[-1].split(":", 1)[0]
    return text.lstrip(".") or None
