# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Compares two looks. Only what both looked at is compared: a store that was not read lost no cookie and gained none.

What was unknown before or after did not change; a value that was not read both times, or was marked with another key,
is not said to have changed.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from inspector.core.cookie import Cookie, ValueState
from inspector.core.difference import (
    Aspect,
    Comparison,
    Difference,
    Ended,
    FieldChange,
    Kind,
    NotCompared,
)
from inspector.core.lifetime import LifetimeBasis
from inspector.core.moments import SECOND_US, to_iso
from inspector.core.problem import Problem, Severity
from inspector.core.reading import StoreCount
from inspector.core.snapshot import Compared, SeenCookie, Snapshot, SnapshotInfo
from inspector.core.store import Family, StoreRef

IsOfSite = Callable[[str, str], bool]  # whether a host belongs to the site of a domain
_Key = tuple[str | int | None, ...]
_Cookies = dict[_Key, list[SeenCookie]]
_TOLERANCE_US: Final = 60 * SECOND_US  # lifetimes that differ by less are the same one, set at another moment
_AS_SET: Final = (LifetimeBasis.UPDATED, LifetimeBasis.CAP, LifetimeBasis.STATED)
_ATTRIBUTES: Final = (
    *("session", "secure", "http_only", "same_site", "host_only", "partitioned_attribute", "priority"),
    *("source_scheme", "source_port", "source_type"),
)
_READ: Final = (ValueState.PLAINTEXT, ValueState.DECRYPTED, ValueState.EMPTY)


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
            found = _difference(one, other, value)
            unknown += value is Compared.UNKNOWN
            same += found is None
            differences += () if found is None else (found,)
        differences += [_gone(seen, reach.doubts_after[store], after) for seen in was[len(now) :]]
    for key, now in new.items():
        differences += [_new(seen, reach.doubts_before[store]) for seen in now[len(old.get(key, ())) :]]
    return _Part(differences, same, unknown)


def compared_values(before: SeenCookie, after: SeenCookie, by_mark: bool) -> Compared:
    """Return whether two values are the same. Other lengths prove a change; without marks nothing proves the same."""
    one, other = before.cookie, after.cookie
    if one.value_state is ValueState.EMPTY and other.value_state is ValueState.EMPTY:
        return Compared.SAME
    if by_mark and before.mark is not None and after.mark is not None:
        return Compared.SAME if before.mark == after.mark else Compared.CHANGED
    if _is_empty(one) is not None and _is_empty(other) is not None and _is_empty(one) != _is_empty(other):
        return Compared.CHANGED
    lengths = (one.value_length, other.value_length)
    return Compared.CHANGED if None not in lengths and lengths[0] != lengths[1] else Compared.UNKNOWN


def _is_empty(cookie: Cookie) -> bool | None:
    if cookie.value_state is ValueState.EMPTY:
        return True
    return False if cookie.value_state in _READ or cookie.value_length else None


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


def _difference(before: SeenCookie, after: SeenCookie, value: Compared) -> Difference | None:
    old, new = before.cookie, after.cookie
    if value is not Compared.CHANGED and old[2:] == new[2:]:  # all but store and isolation, which are of the key
        return None
    changes = tuple(_changes(old, new))
    aspects = [Aspect.VALUE] if value is Compared.CHANGED else []
    aspects += _of_lifetime(old, new)
    aspects += [Aspect.ATTRIBUTES] if any(change.field in _ATTRIBUTES for change in changes) else []
    if not aspects and not any(change.field in ("updated", "created") for change in changes):
        return None
    if not aspects:
        return Difference(Kind.RENEWED, before, after, (Aspect.RENEWED,), changes)
    return Difference(Kind.CHANGED, before, after, tuple(aspects), changes)


def _of_lifetime(old: Cookie, new: Cookie) -> Iterator[Aspect]:
    """Yield what became of the lifetime as set, and of the moment when it ends."""
    if old.session and new.session is False:
        yield Aspect.LONGER_LIVED
        return
    if old.session is False and new.session:
        yield Aspect.SHORTER_LIVED
        return
    before, after = old.lifetime, new.lifetime
    if before.us is not None and after.us is not None and before.basis in _AS_SET and after.basis in _AS_SET:
        longer = after.us - before.us
        if abs(longer) > _TOLERANCE_US:
            yield Aspect.LONGER_LIVED if longer > 0 else Aspect.SHORTER_LIVED
    if old.expires_us is not None and new.expires_us is not None and old.expires_us != new.expires_us:
        yield Aspect.PROLONGED if new.expires_us > old.expires_us else Aspect.SHORTENED


def _changes(old: Cookie, new: Cookie) -> Iterator[FieldChange]:
    for name, before, after in _facts(old, new):
        if before is not None and after is not None and before != after:
            yield FieldChange(name, before, after)


def _facts(old: Cookie, new: Cookie) -> Iterator[tuple[str, str | int | bool | None, str | int | bool | None]]:
    for name in ("expires", "updated", "created"):
        yield name, to_iso(getattr(old, f"{name}_us")), to_iso(getattr(new, f"{name}_us"))
    for name in _ATTRIBUTES:
        if name == "source_port" and new.store.family is Family.CHROMIUM:
            continue  # part of the identity there
        yield name, _known(getattr(old, name)), _known(getattr(new, name))
    yield "value_length", old.value_length, new.value_length


def _known(fact: str | int | bool | None) -> str | int | bool | None:
    """Return a fact, ``None`` where it is unknown."""
    if isinstance(fact, str):
        return None if str(fact) == "unknown" else str(fact)
    return fact


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
