# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Snapshots and differences in a few words, for tables and the window."""

from collections.abc import Mapping
from typing import Final

from inspector.core.difference import Aspect, Comparison, Difference, Ended, Kind
from inspector.core.lifetime import LifetimeBasis
from inspector.core.snapshot import Scope, SnapshotInfo
from inspector.reports.words import many, span

KIND: Final[Mapping[Kind, str]] = {
    Kind.NEW: "new",
    Kind.GONE: "gone",
    Kind.CHANGED: "changed",
    Kind.RENEWED: "set again",
}
ASPECT: Final[Mapping[Aspect, str]] = {
    Aspect.VALUE: "another value",
    Aspect.LONGER_LIVED: "lives longer",
    Aspect.SHORTER_LIVED: "lives shorter",
    Aspect.PROLONGED: "ends later",
    Aspect.SHORTENED: "ends sooner",
    Aspect.ATTRIBUTES: "attributes",
    Aspect.RENEWED: "set again",
}
ENDED: Final[Mapping[Ended, str]] = {
    Ended.RAN_OUT: "its end had come",
    Ended.BEFORE_TIME: "before its end: removed or cleared",
    Ended.SESSION: "a session cookie: the session ended, or it was removed",
    Ended.UNKNOWN: "its end was not known",
}


def scope_word(scope: Scope) -> str:
    """Return what was asked for: "all browsers", "firefox, site shop.test, values read"."""
    parts = [*scope.browsers, *(f"profile {name}" for name in scope.profiles), *scope.stores]
    parts = parts or ["all browsers"]
    parts += [f"site {scope.site}"] if scope.site is not None else []
    parts += ["values read"] if scope.values else []
    return ", ".join(parts)


def missed_word(info: SnapshotInfo) -> str:
    """Return what is missing of a snapshot; "" where nothing is."""
    unread = sum(count.cookies is None for count in info.stores)
    parts = [f"{many(unread, 'store')} not read"] if unread else []
    parts += ["not everything was read"] if not info.complete and not unread else []
    parts += ["a site was forgotten"] if info.trimmed else []
    return "; ".join(parts)


def what_word(held: Difference) -> str:
    """Return what is different of a cookie in words: ``lives longer (30 days, was 1 day), SameSite``."""
    if held.kind is Kind.NEW:
        return held.why
    if held.kind is Kind.GONE:
        ended = "" if held.ended is None else ENDED[held.ended]
        return "; ".join(filter(None, (ended, held.why)))
    return ", ".join(_aspect(aspect, held) for aspect in held.aspects)


def _aspect(aspect: Aspect, held: Difference) -> str:
    word = ASPECT[aspect]
    if aspect is Aspect.ATTRIBUTES:
        names = (change for change in held.changes if change.field in _NAMES)
        return ", ".join(f"{_NAMES[field]} {_said(after)}, was {_said(before)}" for field, before, after in names)
    if aspect in (Aspect.LONGER_LIVED, Aspect.SHORTER_LIVED) and held.before is not None and held.after is not None:
        before, after = held.before.cookie.lifetime, held.after.cookie.lifetime
        return f"{word} ({_lifetime(after.us, after.basis)}, was {_lifetime(before.us, before.basis)})"
    return word


def _lifetime(us: int | None, basis: LifetimeBasis) -> str:
    if us is None:
        return "a session" if basis is LifetimeBasis.SESSION else "unknown"
    return span(us)


_NAMES: Final[Mapping[str, str]] = {
    "session": "session cookie",
    "secure": "Secure",
    "http_only": "HttpOnly",
    "same_site": "SameSite",
    "host_only": "host only",
    "partitioned_attribute": "Partitioned",
    "priority": "priority",
    "source_scheme": "set over",
    "source_port": "port",
    "source_type": "set by",
}


def _said(fact: str | int | bool | None) -> str:
    return str(fact) if not isinstance(fact, bool) else "yes" if fact else "no"


def summary(comparison: Comparison) -> str:
    """Return the comparison in one sentence."""
    counts = {kind: len(comparison.of_kind(kind)) for kind in Kind}
    parts = [f"{counts[kind]:,} {KIND[kind]}" for kind in (Kind.NEW, Kind.GONE, Kind.CHANGED)]
    longer = sum(Aspect.LONGER_LIVED in held.aspects for held in comparison.differences)
    parts += [f"{longer:,} of them live longer"] if longer else []
    parts += [f"{counts[Kind.RENEWED]:,} only set again"] if counts[Kind.RENEWED] else []
    return f"{', '.join(parts)}; {many(comparison.same, 'cookie')} the same."
