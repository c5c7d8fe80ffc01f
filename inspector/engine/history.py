# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Earlier scans: remembers them where the user wants it, finds them again, compares them. What the faces call."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from inspector import __version__
from inspector.core.difference import Comparison
from inspector.core.moments import from_datetime
from inspector.core.problem import InspectorError
from inspector.core.reading import Reading, Values
from inspector.core.snapshot import (
    Remembered,
    Scope,
    ScopeKind,
    SeenCookie,
    SeenOptOut,
    Snapshot,
    SnapshotInfo,
    SnapshotList,
)
from inspector.engine.domains import checked_domain
from inspector.engine.own_folders import config_folder, data_folder
from inspector.engine.request import ScanRequest
from inspector.history import archive
from inspector.history.archive import Allowance, Forgotten, Usage
from inspector.history.comparing import compare as _compare
from inspector.history.consent import Consent, read_consent, write_consent
from inspector.history.files import HistoryPlaces, exists
from inspector.history.forgetting import Limits
from inspector.history.writing import Stamp
from inspector.knowledge.site import belongs_to

__all__ = [
    "Comparison",
    "Consent",
    "Forgotten",
    "HistoryPlaces",
    "Remembered",
    "ScopeKind",
    "Snapshot",
    "SnapshotList",
    "Usage",
    "compare",
    "compare_with",
    "consent",
    "forget_all",
    "forget_before",
    "forget_one",
    "forget_site",
    "history_places",
    "is_kept",
    "is_wanted",
    "keep_consent",
    "narrowed",
    "remember",
    "request_of",
    "scope_of",
    "snapshot",
    "snapshots",
    "tidy",
    "usage",
]

PROGRAM: Final = f"cookie-inspector {__version__}"
NOTHING_KEPT: Final = "Nothing is remembered yet"
_HOW: Final = "Remember a scan: cookie-inspector scan --remember"
_LAST: Final = re.compile(r"last(?:-(\d{1,6}))?")


def history_places() -> HistoryPlaces:
    """Return this user's places by the system's convention."""
    return HistoryPlaces(data_folder() / "history", config_folder() / "history.toml")


def is_kept(places: HistoryPlaces) -> bool:
    """Whether anything was remembered ever; asked before what would read it is loaded."""
    return exists(places)


def consent(places: HistoryPlaces) -> Consent:
    """Return the user's answer; no answer is no."""
    return read_consent(places.consent)


def keep_consent(places: HistoryPlaces, *, remember: bool, now: datetime, days: int | None = None) -> Consent:
    """Write the user's answer down; without ``days`` what was chosen before stays."""
    kept = read_consent(places.consent).days if days is None else days
    return write_consent(places.consent, remember=remember, days=kept, now=now)


def is_wanted(flag: bool | None, request: ScanRequest | None, answer: Consent) -> bool:
    """Whether a scan is remembered: on the user's word for this one, else by the answer that was given for all.

    Without a word only scans of this computer's browsers with all their sites are: a look at a backup, or at one site,
    is no state of the browsers that later ones could be compared with.
    """
    if flag is not None:
        return flag
    return answer.is_yes and request is not None and not request.stores and request.site is None


def scope_of(request: ScanRequest, kind: ScopeKind = ScopeKind.SCAN) -> Scope:
    """Return what a scan was asked for, as a snapshot keeps it."""
    stores = tuple(str(path.absolute()) for path in request.stores)
    return Scope(kind, request.browsers, request.profiles, stores, request.site, request.values is Values.READ)


def request_of(scope: Scope, *, values: bool = False) -> ScanRequest:
    """Return the request that looks at the same again; values only where the user asks for them anew."""
    stores = tuple(map(Path, scope.stores))
    return ScanRequest(scope.browsers, scope.profiles, stores, scope.site, Values.READ if values else Values.NO)


def remember(
    reading: Reading,
    scope: Scope,
    places: HistoryPlaces,
    now: datetime,
    *,
    clock: datetime | None = None,
    opt_outs: Sequence[SeenOptOut] = (),
) -> Remembered:
    """Keep a reading as of ``now``. What is too old goes where ``clock``, the computer's own now, is given.

    Never raises for the user's world. A reading in which no store could be read is not kept: it says nothing.
    """
    stamp = Stamp(from_datetime(now), PROGRAM, scope)
    limits = Limits(days=read_consent(places.consent).days)
    return archive.remember(places, reading, stamp, Allowance(limits, clock), opt_outs)


def snapshots(places: HistoryPlaces) -> SnapshotList:
    """Return what is remembered, the newest last, without the cookies."""
    return archive.snapshots(places)


def snapshot(which: str, places: HistoryPlaces) -> Snapshot:
    """Return one snapshot: by its number, ``last``, ``last-1`` (the one before), or the last one up to a time."""
    found = archive.snapshots(places).snapshots
    if not found:
        raise InspectorError(NOTHING_KEPT, _HOW)
    return archive.load(places, _meant(which, found).id)


def _meant(which: str, found: tuple[SnapshotInfo, ...]) -> SnapshotInfo:
    text = which.strip()
    last = _LAST.fullmatch(text.lower())
    if last:
        back = int(last[1] or 0)
        if back < len(found):
            return found[-1 - back]
        raise InspectorError(
            f"There is no {text}: {len(found)} snapshots are kept", "See: cookie-inspector history list"
        )
    if text.isascii() and text.isdigit():
        number = next((info for info in found if str(info.id) == text.lstrip("0")), None)
        if number is not None:
            return number
        raise InspectorError(f"There is no snapshot {text[:20]}", "See: cookie-inspector history list")
    moment = from_datetime(_moment(text))
    until = [info for info in found if info.taken_us <= moment]
    if until:
        return until[-1]
    raise InspectorError(f"No snapshot was taken up to {text}", "See: cookie-inspector history list")


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        what_to_do = "Give a number, last, last-1, or a time such as 2026-11-24T12:00"
        raise InspectorError(f'"{text[:60]}" names no snapshot', what_to_do) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def narrowed(snapshot: Snapshot, site: str | None) -> Snapshot:
    """Return a snapshot with the cookies of one site only; as it is without a site."""
    if site is None:
        return snapshot
    hosts = {host for host in {seen.cookie.host_key for seen in snapshot.cookies} if belongs_to(host, site)}
    return replace(snapshot, cookies=tuple(seen for seen in snapshot.cookies if seen.cookie.host_key in hosts))


def compare(before: Snapshot, after: Snapshot) -> Comparison:
    """Return what differs between two snapshots."""
    return _compare(before, after, belongs_to)


def compare_with(before: Snapshot, reading: Reading, scope: Scope, now: datetime) -> Comparison:
    """Return what differs between a snapshot and a reading that is not kept; values only where both were read."""
    marks = before.marks
    reads = marks is not None and any(cookie.value is not None for cookie in reading.cookies)
    info = SnapshotInfo(
        0,
        from_datetime(now),
        PROGRAM,
        reading.knowledge,
        scope,
        reading.stores,
        reading.problems,
        len(reading.cookies),
        marks.id if marks is not None and reads else None,
    )
    seen = tuple(
        SeenCookie(cookie._replace(value=None), marks.of(cookie) if marks else None) for cookie in reading.cookies
    )
    return compare(before, Snapshot(info, seen, (), marks))


def forget_before(moment: datetime, places: HistoryPlaces, now: datetime) -> Forgotten:
    """Forget every snapshot that was taken before a moment."""
    return archive.forget_before(places, from_datetime(moment), now)


def forget_one(number: int, places: HistoryPlaces, now: datetime) -> Forgotten:
    """Forget one snapshot."""
    return archive.forget_one(places, number, now)


def forget_site(site: str, places: HistoryPlaces, now: datetime) -> Forgotten:
    """Take a site out of every snapshot: its cookies, and those that others set under it."""
    domain = checked_domain(site)
    return archive.forget_site(places, lambda host: belongs_to(host, domain), now)


def forget_all(places: HistoryPlaces) -> Forgotten:
    """Delete every file of the history: database, log, key, and what was set aside."""
    return archive.forget_all(places)


def tidy(places: HistoryPlaces, clock: datetime) -> Forgotten:
    """Forget what is older than is kept."""
    return archive.tidy(places, Limits(days=read_consent(places.consent).days), clock)


def usage(places: HistoryPlaces) -> Usage:
    """Return how much room the history takes."""
    return archive.usage(places)
