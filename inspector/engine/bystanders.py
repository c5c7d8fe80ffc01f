# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies of unknown site: which of them are named in a report, and which are only counted.

A third party's own host says that its cookie may have been used on this site. A cookie on any other host, a vendor's
too ("_ga" on another shop's domain), says which pages the visitor was on: that is a browsing history, no business of a
report on this site, and it proves nothing here. It is counted, by vendor where one is known.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from inspector.core.cookie import Cookie, SameSite
from inspector.core.finding import Attribution, CookieRef, NotJudged
from inspector.core.label import Label
from inspector.core.report import AsideCookie
from inspector.core.store import Family
from inspector.knowledge.book import Knowledge
from inspector.knowledge.site import registrable
from inspector.rules.attribution import WHY
from inspector.rules.words import count

if TYPE_CHECKING:
    from inspector.engine.audit_cookies import Prepared

_WHY: Final = WHY[Attribution.UNKNOWN]
_MOST_NAMED: Final = 500  # cookies that are named one by one; all are counted
_MOST_VENDORS: Final = 100

Pairs = Sequence[tuple[Cookie, Label]]


def parted(pairs: Pairs, knowledge: Knowledge) -> tuple[Pairs, Pairs]:
    """Return the cookies that may be named, and those that are only counted."""
    named: list[tuple[Cookie, Label]] = []
    counted: list[tuple[Cookie, Label]] = []
    for pair in pairs:
        (named if _may_be_named(*pair, knowledge) else counted).append(pair)
    return tuple(named), tuple(counted)


def _may_be_named(cookie: Cookie, label: Label, knowledge: Knowledge) -> bool:
    """Whether the host is a third party's: a vendor's domain, or one whose cookie was made to work on others' pages.

    That is what SameSite=None is for (RFC 6265bis, 5.7). What a file holds was handed in to be looked at.
    """
    if _is_vendors(cookie.host, knowledge):
        return True
    if label.vendor is not None:
        return False
    return cookie.store.family is Family.FILE or cookie.same_site is SameSite.NONE


def _is_vendors(host: str, knowledge: Knowledge) -> bool:
    """Whether a host is a vendor's own; below the domain of one that hosts sites (github.io) lie other people's."""
    vendor, site = knowledge.vendor_by_domain(host), registrable(host)
    return vendor is not None and any(site == domain or domain.endswith(f".{site}") for domain in vendor.domains)


def not_judged(prepared: "Prepared") -> Iterator[NotJudged]:
    """Yield what is said of them among what was not judged."""
    for cookie, _ in prepared.aside[:_MOST_NAMED]:
        yield NotJudged(_WHY, CookieRef.of(cookie))
    by_vendor = Counter(label.vendor_name or label.vendor or "" for _, label in prepared.bystanders)
    vendors = sorted((-number, name) for name, number in by_vendor.items() if name)
    for number, name in vendors[:_MOST_VENDORS]:
        yield NotJudged(f"{_WHY} ({count(-number, 'cookie')} of {name} on other hosts)")
    rest = len(prepared.aside[_MOST_NAMED:]) + by_vendor[""] + sum(-number for number, _ in vendors[_MOST_VENDORS:])
    if rest:
        yield NotJudged(f"{_WHY} ({count(rest, 'more cookie')} of other hosts)")


def aside_cookies(prepared: "Prepared") -> tuple[AsideCookie, ...]:
    """Return the cookies that are shown beside the audit."""
    return tuple(
        AsideCookie(cookie, label, _WHY, prepared.supports.get(cookie, ()))
        for cookie, label in prepared.aside[:_MOST_NAMED]
    )
