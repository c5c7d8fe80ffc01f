# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The rows of ``cookies``: every fact of a record, as much of each as is told, in an order that no input decides."""

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, Final

from inspector.core.cookie import Cookie
from inspector.core.evidence import Sighting
from inspector.core.frozen import frozen
from inspector.core.isolation import Isolation
from inspector.core.lifetime import Lifetime
from inspector.core.moments import DAY_US, SECOND_US, to_datetime, to_iso
from inspector.datasets.dataset import Row, row_of
from inspector.datasets.material import Held, Material
from inspector.datasets.telling import Telling, clean, clean_all
from inspector.datasets.values import Look, Shown, ValueMarks, classes_of, entropy_of

_ID_DIGITS: Final = 20
_KEY: Final = (  # what of a row makes its id: the key of the store, as it is told
    *("family", "browser", "profile", "store", "container", "first_party_domain", "private", "partition_site"),
    *("partition_port", "partition_cross_site", "host", "host_only", "name", "path", "source_scheme", "source_port"),
)


@frozen
class ValuesTold:
    """What is told of values. ``look`` is ``None`` where nothing is, ``marks`` where there is no key for them."""

    look: Look | None = None
    marks: ValueMarks | None = None
    raw: bool = False

    @property
    def word(self) -> str:
        """The word for it in ``runs``."""
        return "value" if self.raw else "nothing" if self.look is None else "shape"


@frozen
class CookieRows:
    """The rows, the cookies in the same order, and the id of each by the id that findings name it by."""

    rows: tuple[Row, ...]
    held: tuple[Held, ...]
    ids: Mapping[str, str]

    @property
    def by_id(self) -> Mapping[str, Held]:
        """The cookies by the ids of their rows."""
        return {row[1]: held for row, held in zip(self.rows, self.held, strict=True)}


def cookie_rows(run_id: str, material: Material, telling: Telling, values: ValuesTold) -> CookieRows:
    """Return the rows of a run's cookies, each with an id of its own."""
    seen = material.sightings
    made = [
        (_cells(held, seen.get(held.cookie.key) if seen else None, telling, values), held) for held in material.cookies
    ]
    made.sort(key=lambda pair: _order(pair[0]))
    rows, ids, numbers = [], {}, Counter[str]()
    for cells, held in made:
        name = _id_of([cells[column] for column in _KEY])
        numbers[name] += 1
        cookie_id = name if numbers[name] == 1 else f"{name}-{numbers[name]}"
        rows.append(row_of("cookies", {"run_id": run_id, "cookie_id": cookie_id, **cells}))
        ids[held.judged.ref.id if held.judged is not None else held.cookie.id] = cookie_id
    return CookieRows(tuple(rows), tuple(held for _, held in made), ids)


def _order(cells: Mapping[str, Any]) -> tuple[str, ...]:
    """Host and name first, then every other fact: cookies that are told alike may stand in any order."""
    return (cells["host"] or "", cells["name"] or "", *map(repr, cells.values()))


def _id_of(parts: Sequence[object]) -> str:
    text = "".join(f"{len(part)}:{part}" for part in map(str, parts))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_DIGITS]


def _cells(held: Held, seen: Sighting | None, telling: Telling, values: ValuesTold) -> dict[str, Any]:
    cookie = held.cookie
    store, name = cookie.store, telling.name(cookie.name)
    requested, stored = cookie.requested, cookie.stored_lifetime
    return {
        "family": store.family.value,
        "browser": clean(store.browser),
        "profile": telling.only_full(store.profile),
        "store": telling.only_full(store.file),
        **_isolation(cookie.isolation, telling),
        "host": telling.host(cookie.host) or None,
        "domain": clean(telling.domain_of(cookie.host)) if cookie.host else None,
        "host_only": cookie.host_only,
        "name": name or None,
        "name_collapsed": name != (clean(cookie.name) or ""),
        "path": telling.path(cookie.path),
        **_times(cookie, telling),
        "session": cookie.session,
        "requested_seconds": _seconds(requested, telling),
        "requested_basis": requested.basis.value,
        "stored_seconds": _seconds(stored, telling),
        "stored_basis": stored.basis.value,
        "lifetime_days": _days(cookie.lifetime, telling),
        "secure": cookie.secure,
        "http_only": cookie.http_only,
        "same_site": cookie.same_site.value,
        "partitioned_attribute": cookie.partitioned_attribute,
        "priority": cookie.priority.value,
        "source_scheme": cookie.source_scheme.value,
        "source_port": cookie.source_port,
        "source_type": cookie.source_type.value,
        "attribution": None if held.attribution is None else held.attribution.value,
        **_sighting(seen, telling),
        **_value(cookie, values),
        "problems": clean_all([*_odd(cookie, telling)]),
    }


def _isolation(isolation: Isolation, telling: Telling) -> dict[str, Any]:
    partition, container = isolation.partition, isolation.container
    inside = None if container is None else str(container.id)
    if container is not None and telling.full and container.name:
        inside = clean(container.name)
    return {
        "container": inside,
        "first_party_domain": clean(isolation.first_party_domain),
        "private": isolation.private,
        "partition_site": None if partition is None else clean(partition.site),
        "partition_port": None if partition is None else partition.port,
        "partition_cross_site": None if partition is None else partition.has_cross_site_ancestor,
    }


def _times(cookie: Cookie, telling: Telling) -> dict[str, Any]:
    return {
        "created": telling.moment(cookie.created_us),
        "updated": telling.moment(cookie.updated_us),
        "updated_is_real": cookie.updated_is_real,
        "accessed": telling.moment(cookie.accessed_us),
        "expires": telling.moment(cookie.expires_us),
    }


def _seconds(lifetime: Lifetime, telling: Telling) -> float | None:
    us = telling.span(lifetime.us)
    return None if us is None else us / SECOND_US


def _days(lifetime: Lifetime, telling: Telling) -> float | None:
    us = telling.span(lifetime.us)
    return None if us is None else us / DAY_US


def _sighting(seen: Sighting | None, telling: Telling) -> dict[str, Any]:
    if seen is None:
        return {"pages": ()}
    pages = [page for url in seen.pages if (page := telling.address(url)) is not None]
    return {
        "pages": tuple(dict.fromkeys(pages)),
        "set_by": telling.host_of(seen.setter),
        "set_by_header": True if seen.from_header else None,
        "sent_back": True if seen.sent_back else None,
        "before_choice": seen.before_choice,
        "after_refusal": None if seen.after_refusal is None else True,
    }


def _value(cookie: Cookie, told: ValuesTold) -> dict[str, Any]:
    cells: dict[str, Any] = {"value_state": cookie.value_state.value, "value_length": cookie.value_length}
    if cookie.value is None or told.look is None:
        return cells
    text = cookie.value.reveal()  # told as facts; itself only where it was asked for
    shown: Shown = told.look(cookie.name, cookie.host, text)
    cells |= {
        "value_kind": shown.kind,
        "value_classes": classes_of(text),
        "value_entropy": entropy_of(text),
        "value_identifies": shown.identifies,
        "value_opt_out": shown.opt_out,
        "value_has_address": shown.has_address,
        "value_is_identifier": shown.identifier is not None,
        "value_mark": None if told.marks is None else told.marks.of(text, shown),
    }
    return cells | {"value": clean(text)} if told.raw else cells


def _odd(cookie: Cookie, telling: Telling) -> Sequence[str]:
    """What is odd; the reasons may quote the record, so they are told with full detail only."""
    odd = [f"{field}: {why}" if telling.full else field for field, why in cookie.problems]
    for name in ("created", "updated", "accessed", "expires"):
        us = getattr(cookie, f"{name}_us")
        if us is not None and to_datetime(us) is None:
            odd.append(f"{name}: {to_iso(us)} is in no calendar" if telling.full else f"{name}: in no calendar")
    return odd
