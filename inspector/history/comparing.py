# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Compares two looks. Only what both looked at is compared: a store that was not read lost no cookie and gained none.

What was unknown before or after did not change; a value that was not read both times, or was marked with another key,
is not said to have changed.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from inspector.core.cookie import Cookie
from inspector.core.difference import (
    Comparison,
    Difference,
    Ended,
    Kind,
    NotCompared,
)
from inspector.core.problem import Problem, Severity
from inspector.core.reading import StoreCount
from inspector.core.snapshot import Compared, SeenCookie, Snapshot, SnapshotInfo
from inspector.core.store import Family, StoreRef
from inspector.history.changes import compared_values, difference_of

IsOfSite = Callable[[str, str], bool]  # whether a host belongs to the site of a domain
_Key = tuple[str | int | None, ...]
_Cookies = dict[_Key, list[SeenCookie]]


class _Reach(NamedTuple):
    """What can be compared: the stores that both read, and the site, if one of them looked at a single one.

    Each store has the reason why a cookie may have been missed, before and after; "" where none was.
    """

    doubts_before: dict[StoreRef, str]
    doubts_after: dict[StoreRef, str]
    left_out: tuple[NotCompared, ...]
    site: str | None
    possible: bool


def compare(before: Snapshot, after: Snapshot, is_of_site: IsOfSite) -> Comparison:
    """Return what differs, in the order of stores, hosts and names."""
    reach = _reach(before.info, after.info, is_of_site)
    by_mark = before.info.key_id is not None and before.info.key_id == after.info.key_id
    old, new = _by_store(before, reach, is_of_site), _by_store(after, reach, is_of_site)
    found = [_compare_store(old[store], new[store], store, reach, by_mark, after.info) for store in reach.doubts_before]
    return Comparison(
        before.info,
        after.info,
        tuple(difference for part in found for difference in sorted(part.differences, key=_order)),
        sum(part.same for part in found),
        sum(part.unknown for part in found),
        tuple(reach.doubts_before),
        reach.left_out,
        reach.site,
        tuple(dict.fromkeys((*before.problems, *after.problems, *_notes(before.info, after.info, reach)))),
    )


class _Part(NamedTuple):
    """What was found in one store."""

    differences: list[Difference]
    same: int
    unknown: int


def _compare_store(
    old: _Cookies, new: _Cookies, store: StoreRef, reach: _Reach, by_mark: bool, after: SnapshotInfo
) -> _Part:
    differences: list[Difference] = []
    same = unknown = 0
    for key, was in old.items():
        now = new.get(key, ())
        for one, other in zip(was, now, strict=False):
            value = compared_values(one, other, by_mark)
            found = difference_of(one, other, value)
            unknown += value is Compared.UNKNOWN
            same += found is None
            differences += () if found is None else (found,)
        differences += [_gone(seen, reach.doubts_after[store], after) for seen in was[len(now) :]]
    for key, now in new.items():
        differences += [_new(seen, reach.doubts_before[store]) for seen in now[len(old.get(key, ())) :]]
    return _Part(differences, same, unknown)


def _reach(before: SnapshotInfo, after: SnapshotInfo, is_of_site: IsOfSite) -> _Reach:
    old, new = _counts(before), _counts(after)
    sites = (before.scope.site, after.scope.site)
    possible = None in sites or _alike(str(sites[0]), str(sites[1]), is_of_site)
    both = [store for store in old if store in new and _was_read(old, store) and _was_read(new, store)]
    both = both if possible else []
    left_out = [
        NotCompared(store, _why(old.get(store), new.get(store), possible))
        for store in dict.fromkeys((*old, *new))
        if store not in both
    ]
    return _Reach(
        {store: _doubt(before, old[store], "before: it may have been there") for store in both},
        {store: _doubt(after, new[store], "afterwards: it may still be there") for store in both},
        tuple(left_out),
        sites[0] or sites[1],
        possible,
    )


def _doubt(info: SnapshotInfo, count: StoreCount, when: str) -> str:
    if info.trimmed:
        return f"a site was forgotten from the scan {when}"
    return "" if info.read_whole(count) else f"the store was read only in part {when}"


def _alike(one: str, other: str, is_of_site: IsOfSite) -> bool:
    return is_of_site(one, other) or is_of_site(other, one)


def _counts(info: SnapshotInfo) -> dict[StoreRef, StoreCount]:
    return {count.store: count for count in info.stores}


def _was_read(counts: dict[StoreRef, StoreCount], store: StoreRef) -> bool:
    """A store without a count that gave cookies was read in part; one without either was not read."""
    return counts[store].cookies is not None


def _why(old: StoreCount | None, new: StoreCount | None, possible: bool) -> str:
    if not possible:
        return "each of the two looked at another site"
    if old is None or new is None:
        return "it was not looked at before" if old is None else "it was not looked at afterwards"
    return "it could not be read before" if old.cookies is None else "it could not be read afterwards"


def _by_store(snapshot: Snapshot, reach: _Reach, is_of_site: IsOfSite) -> dict[StoreRef, _Cookies]:
    """Return the cookies that can be compared, by store and then by the rest of their key."""
    found: dict[StoreRef, _Cookies] = {store: {} for store in reach.doubts_before}
    held: dict[int, _Cookies | None] = {}  # by the store's object: looking a store up by its texts for each is slow
    hosts: dict[str, bool] = {}
    for seen in snapshot.cookies:
        cookie = seen.cookie
        number = id(cookie.store)
        if number not in held:
            held[number] = found.get(cookie.store)
        group = held[number]
        if group is None or not _is_meant(cookie.host_key, reach.site, hosts, is_of_site):
            continue
        group.setdefault(_rest_of_key(cookie), []).append(seen)
    return found


def _is_meant(host: str, site: str | None, known: dict[str, bool], is_of_site: IsOfSite) -> bool:
    if site is None:
        return True
    if host not in known:
        known[host] = is_of_site(host, site)
    return known[host]


def _rest_of_key(cookie: Cookie) -> _Key:
    """Return what tells a cookie from the others of its store: its key without the store."""
    if cookie.store.family is not Family.CHROMIUM:
        return (cookie.host_key, cookie.name, cookie.path, cookie.isolation.raw)
    place = (cookie.source_scheme, cookie.source_port)
    return (cookie.host_key, cookie.name, cookie.path, cookie.isolation.raw, *place)


def _order(held: Difference) -> tuple[str, ...]:
    cookie = held.cookie
    return cookie.host, cookie.name, str(cookie.path), cookie.isolation.raw, str(cookie.source_port)


def _new(seen: SeenCookie, doubt: str) -> Difference:
    return Difference(Kind.NEW, None, seen, sure=not doubt, why=doubt)


def _gone(seen: SeenCookie, doubt: str, after: SnapshotInfo) -> Difference:
    ended = _ended(seen.cookie, after.taken_us)
    return Difference(Kind.GONE, seen, None, ended=ended, sure=not doubt, why=doubt)


def _ended(cookie: Cookie, now_us: int) -> Ended:
    if cookie.session:
        return Ended.SESSION
    if cookie.expires_us is None:
        return Ended.UNKNOWN
    return Ended.RAN_OUT if cookie.expires_us <= now_us else Ended.BEFORE_TIME


def _notes(before: SnapshotInfo, after: SnapshotInfo, reach: _Reach) -> Sequence[Problem]:
    found: list[Problem] = []
    if before.trimmed or after.trimmed:
        what = "a site was forgotten from one of the two: its cookies look new or gone"
        found.append(_note("history-site-forgotten", what))
    if not reach.possible:
        what = f"one looked at {before.scope.site}, the other at {after.scope.site}: there is nothing to compare"
        found.append(_note("history-other-site", what))
    if before.key_id is not None and after.key_id is not None and before.key_id != after.key_id:
        what = "the two were marked with different keys: whether values changed cannot be told"
        found.append(_note("history-key-differs", what))
    if before.taken_us > after.taken_us:
        found.append(_note("clock-went-back", "the earlier one is dated later: the clock went back in between"))
    return found


def _note(code: str, what: str) -> Problem:
    return Problem(code, what, "The comparison", severity=Severity.NOTE)
