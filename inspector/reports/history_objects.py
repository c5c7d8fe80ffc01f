# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Snapshots and their differences as plain objects with stable keys. Marks of values are never among them."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from inspector.core.difference import Comparison, Difference
from inspector.core.disclosure import Disclosure
from inspector.core.moments import DAY_US, to_iso
from inspector.core.name_pattern import name_pattern
from inspector.core.snapshot import SeenCookie, SeenLabel, SnapshotInfo
from inspector.core.store import StoreRef
from inspector.reports.objects import cookie_object, problem_object, store_object

_TIMES: Final = ("created", "updated", "expires")
_NOT_KEPT: Final = ("accessed", "value")
_TRACES: Final = ("id", "profile", "store", "container")  # what tells this computer, its user and one browser apart


def snapshot_object(info: SnapshotInfo) -> dict[str, Any]:
    """Return a snapshot without its cookies. ``id`` is ``None`` for a look that is not kept."""
    scope = info.scope
    return {
        "id": info.id or None,
        "taken": to_iso(info.taken_us),
        "program": info.program,
        "knowledge": info.knowledge or None,
        "scope": {
            "kind": scope.kind,
            "browsers": list(scope.browsers),
            "profiles": list(scope.profiles),
            "stores": list(scope.stores),
            "site": scope.site,
            "values": scope.values,
        },
        "complete": info.complete,
        "site_forgotten": info.trimmed,
        "cookies": info.cookies,
        "stores": [store_object(count) for count in info.stores],
        "problems": [problem_object(problem) for problem in info.problems],
    }


def seen_object(seen: SeenCookie) -> dict[str, Any]:
    """Return a cookie as it was seen; ``value_marked`` is whether its value can be compared."""
    fields = {name: value for name, value in cookie_object(seen.cookie).items() if name not in _NOT_KEPT}
    return {**fields, "value_marked": seen.mark is not None, **_label(seen.label)}


def difference_object(held: Difference) -> dict[str, Any]:
    """Return one difference: what, of which cookie, which facts before and after, and how sure."""
    cookie = held.cookie
    fields = cookie_object(cookie)
    kept = ("id", "browser", "profile", "container", "store", "host", "name", "path", "partition")
    return {
        "kind": held.kind,
        "aspects": list(held.aspects),
        **{name: fields[name] for name in kept},
        "changes": [{"field": field, "before": before, "after": after} for field, before, after in held.changes],
        "ended": held.ended,
        "lifetime_days_before": None if held.before is None else held.before.cookie.lifetime.days,
        "lifetime_days_after": None if held.after is None else held.after.cookie.lifetime.days,
        "sure": held.sure,
        "why": held.why or None,
    }


def comparison_head(comparison: Comparison) -> dict[str, Any]:
    """Return everything of a comparison but its differences."""
    return {
        "before": snapshot_object(comparison.before),
        "after": snapshot_object(comparison.after),
        "site": comparison.site,
        "same": comparison.same,
        "values_unknown": comparison.values_unknown,
        "whole": comparison.whole,
        "compared": list(map(_place, comparison.compared)),
        "not_compared": [{**_place(held.store), "why": held.why} for held in comparison.not_compared],
        "problems": [problem_object(problem) for problem in comparison.problems],
    }


def exported(info: SnapshotInfo, cookies: tuple[SeenCookie, ...], disclosure: Disclosure) -> Iterator[dict[str, Any]]:
    """Yield the cookies of a snapshot as an export has them, each with the snapshot's number and moment."""
    taken = to_iso(info.taken_us)
    for seen in cookies:
        fields = {"snapshot": info.id, "taken": taken, **seen_object(seen)}
        yield fields if disclosure is Disclosure.FULL else _reduced(fields, seen, info.taken_us)


def exported_head(info: SnapshotInfo, disclosure: Disclosure) -> dict[str, Any]:
    """Return a snapshot as an export has it."""
    fields = snapshot_object(info)
    if disclosure is Disclosure.FULL:
        return fields
    site, values = info.scope.site, info.scope.values
    kept = {name: fields[name] for name in ("id", "program", "knowledge", "complete", "site_forgotten", "cookies")}
    return {**kept, "taken": _day(info.taken_us), "scope": {"site": site, "values": values}}


def _reduced(fields: dict[str, Any], seen: SeenCookie, taken_us: int) -> dict[str, Any]:
    cookie = seen.cookie
    days = {"created": cookie.created_us, "updated": cookie.updated_us, "expires": cookie.expires_us}
    kept = {name: value for name, value in fields.items() if name not in _TRACES}
    return {
        **kept,
        "taken": _day(taken_us),
        "name": name_pattern(cookie.name),
        **{name: _day(us) for name, us in days.items()},
    }


def _day(us: int | None) -> str | None:
    text = to_iso(None if us is None else us // DAY_US * DAY_US)
    return None if text is None else text.partition("T")[0]


def _label(label: SeenLabel | None) -> Mapping[str, Any]:
    if label is None:
        return dict.fromkeys(("purpose", "subtype", "vendor_id", "tracks", "certainty"))
    return {
        "purpose": label.purpose,
        "subtype": label.subtype.value or None,
        "vendor_id": label.vendor,
        "tracks": label.tracks,
        "certainty": label.certainty,
    }


def _place(store: StoreRef) -> dict[str, Any]:
    return {"browser": store.browser, "profile": store.profile, "store": store.file}
