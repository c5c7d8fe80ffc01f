# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Visits as record batches and back: what an audit takes of a reading goes through Arrow without a loss.

Left behind is what no rule asks for: the notes on single rows, and the problems, which whoever reads the visit has told
already. Marks of a visitor's choice come from recordings of this program, which are audited one by one.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import pyarrow as pa

from inspector.bulk.codes import texts_of
from inspector.bulk.schema import FACTS_SCHEMA, RECORDS_SCHEMA
from inspector.core.cookie import Cookie, CookieKey, Priority, SameSite, SourceScheme, SourceType, ValueState
from inspector.core.evidence import NO_EVIDENCE, Evidence, Refusal, Sighting, Visit
from inspector.core.isolation import NOT_ISOLATED, Container, Isolation, Partition
from inspector.core.lifetime import UNKNOWN_LIFETIME, Lifetime, LifetimeBasis
from inspector.core.reading import Reading
from inspector.core.secret import Secret
from inspector.core.store import Family, StoreRef
from inspector.core.traits import traits_of

KEPT: Final = "kept"
REFUSED: Final = "refused"
VISIT: Final = "visit"
_LARGEST: Final = 2**63 - 1
Row = Mapping[str, Any]


class VisitReading(NamedTuple):
    """What one visit gave: ``input`` and ``visit`` name it, ``page`` is its address (``None``: the record has none)."""

    input: str
    visit: str
    page: str | None
    reading: Reading


def batch_of(held: VisitReading, format_title: str) -> pa.RecordBatch:
    """Return a visit as :data:`~inspector.bulk.schema.RECORDS`; a row for each cookie and each recorded page."""
    evidence, shared = held.reading.evidence, (held.input, format_title, held.visit, held.page)
    rows = [(*shared, VISIT, seen.started_us, *_NOTHING, [seen.page], *_NOTHING_SEEN) for seen in evidence.visits]
    rows += [
        (*shared, KEPT, None, *_facts(one), *_seen(evidence.sightings.get(one.key)), None)
        for one in held.reading.cookies
    ]
    rows += [(*shared, REFUSED, None, *_facts(one.cookie), *_seen(one.sighting), one.why) for one in evidence.refused]
    columns = list(zip(*rows, strict=True)) or [()] * len(RECORDS_SCHEMA)
    return pa.record_batch(
        [column_of(cells, field.type) for cells, field in zip(columns, RECORDS_SCHEMA, strict=True)],
        schema=RECORDS_SCHEMA,
    )


def column_of(cells: Iterable[Any], kind: pa.DataType) -> pa.Array:
    """Return cells as a column; what of a text is no character is replaced."""
    if kind != pa.string():
        return pa.array(cells, kind)
    try:
        return pa.array(cells, kind)
    except UnicodeEncodeError:  # bytes that were no text
        return pa.array([None if cell is None else cell.encode("utf-8", "replace").decode() for cell in cells], kind)


_FACT_COLUMNS: Final = RECORDS_SCHEMA.names[6:30]
_NOTHING: Final = (None,) * len(_FACT_COLUMNS)
_NOTHING_SEEN: Final = (None,) * 5


def _facts(cookie: Cookie) -> tuple[Any, ...]:
    partition, container = cookie.isolation.partition, cookie.isolation.container
    return (
        cookie.name,
        cookie.host_key,
        cookie.host_only,
        cookie.path,
        _bounded(cookie.created_us),
        _bounded(cookie.updated_us),
        _bounded(cookie.expires_us),
        _bounded(cookie.requested.us),
        cookie.requested.basis.value,
        cookie.session,
        cookie.secure,
        cookie.http_only,
        cookie.same_site.value,
        None if partition is None else partition.site,
        None if partition is None else partition.has_cross_site_ancestor,
        None if container is None else container.id,
        cookie.isolation.first_party_domain,
        cookie.isolation.raw,
        cookie.partitioned_attribute,
        cookie.priority.value,
        cookie.source_scheme.value,
        cookie.source_port,
        cookie.source_type.value,
        None if cookie.value is None else cookie.value.reveal(),
    )


def _bounded(us: int | None) -> int | None:
    """Moments that no column holds lie three hundred thousand years ahead: the farthest stands for them."""
    return None if us is None else max(-_LARGEST, min(us, _LARGEST))


def _seen(seen: Sighting | None) -> tuple[Any, ...]:
    if seen is None:
        return (None,) * 5
    return (list(seen.pages), seen.from_header, _bounded(seen.set_us), seen.setter, seen.sent_back)


def facts_of_records(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Return what labels depend on of the kept cookies, as ``classify`` takes it: the page is where it was seen set."""
    cookies = [_cookie(row, _store(row)) for row in rows_of(batch)]
    pages = [held[0] if held else None for held in batch.column("seen_on").to_pylist()]
    cells = [
        (
            one.name,
            held.host,
            held.site if page is None else page,
            None,
            one.session,
            held.lifetime_days,
            one.http_only,
            held.partitioned,
            _revealed(one),
        )
        for one, page in zip(cookies, pages, strict=True)
        for held in (traits_of(one),)
    ]
    columns = list(zip(*cells, strict=True)) or [()] * len(FACTS_SCHEMA)
    return pa.record_batch(
        [column_of(held, field.type) for held, field in zip(columns, FACTS_SCHEMA, strict=True)], schema=FACTS_SCHEMA
    )


def _revealed(cookie: Cookie) -> str | None:
    return None if cookie.value is None else cookie.value.reveal()


def rows_of(batch: pa.RecordBatch) -> Iterator[Row]:
    """Yield the rows; a column that is missing is not known of any."""
    names = [name for name in RECORDS_SCHEMA.names if name in batch.schema.names]
    missing = dict.fromkeys(RECORDS_SCHEMA.names)
    for cells in zip(*(texts_of(batch.column(name)) for name in names), strict=True):
        yield {**missing, **dict(zip(names, cells, strict=True))}


def visits_of(batches: Iterable[pa.RecordBatch]) -> Iterator[VisitReading]:
    """Yield the visits of batches in which the rows of each lie together, also over the seam of two batches."""
    held: list[Row] = []
    last: tuple[Any, Any] | None = None
    for batch in batches:
        for row in rows_of(batch):
            key = row["input"], row["visit"]
            if held and key != last:
                yield _reading(held)
                held = []
            held.append(row)
            last = key
    if held:
        yield _reading(held)


def _reading(rows: list[Row]) -> VisitReading:
    cookies: list[Cookie] = []
    visits: list[Visit] = []
    sightings: dict[CookieKey, Sighting] = {}
    refused: list[Refusal] = []
    first = rows[0]
    store = _store(first)
    for row in rows:
        if row["kind"] == VISIT:
            visits.append(
                Visit((row["seen_on"] or [row["page"] or ""])[0], row["started_us"], None, store.browser_name)
            )
            continue
        if not row["name"] and not row["host"]:
            continue
        cookie, seen = _cookie(row, store), _sighting(row)
        if row["kind"] == REFUSED:
            refused.append(Refusal(cookie, row["why"] or "", seen or Sighting(None)))
            continue
        cookies.append(cookie)
        if seen is not None:
            sightings[cookie.key] = sightings[cookie.key].joined(seen) if cookie.key in sightings else seen
    evidence = NO_EVIDENCE
    if visits or sightings or refused:
        evidence = Evidence(tuple(visits), MappingProxyType(sightings), refused=tuple(refused))
    return VisitReading(
        first["input"] or "", first["visit"] or "", first["page"], Reading(tuple(cookies), evidence=evidence)
    )


def _store(row: Row) -> StoreRef:
    return StoreRef("unknown", "", row["input"] or "", Family.FILE, row["format"] or "")


def _sighting(row: Row) -> Sighting | None:
    pages = row["seen_on"]
    if pages is None:
        return None
    page = pages[0] if pages else None
    return Sighting(
        page, bool(row["from_header"]), row["set_us"], row["setter"], tuple(pages[1:]), bool(row["sent_back"])
    )


def _cookie(row: Row, store: StoreRef) -> Cookie:
    value = row["value"]
    asked = LifetimeBasis(row["requested_basis"] or LifetimeBasis.UNKNOWN)
    return Cookie(
        store,
        _isolation(row),
        host_key=row["host"] or "",
        host_only=row["host_only"],
        name=row["name"] or "",
        path=row["path"],
        created_us=row["created_us"],
        updated_us=row["updated_us"],
        expires_us=row["expires_us"],
        session=row["session"],
        secure=row["secure"],
        http_only=row["http_only"],
        same_site=SameSite(row["same_site"] or SameSite.UNKNOWN),
        partitioned_attribute=row["partitioned_attribute"],
        priority=Priority(row["priority"] or Priority.UNKNOWN),
        source_scheme=SourceScheme(row["source_scheme"] or SourceScheme.UNKNOWN),
        source_port=row["source_port"],
        source_type=SourceType(row["source_type"] or SourceType.UNKNOWN),
        value_state=ValueState.NOT_READ if value is None else ValueState.PLAINTEXT if value else ValueState.EMPTY,
        value=None if value is None else Secret(value),
        requested=UNKNOWN_LIFETIME if asked is LifetimeBasis.UNKNOWN else Lifetime(row["requested_us"], asked),
    )


def _isolation(row: Row) -> Isolation:
    site, container, domain = row["partition"], row["container"], row["first_party"]
    if site is None and container is None and domain is None and not row["isolation"]:
        return NOT_ISOLATED
    return Isolation(
        None if site is None else Partition(site, row["ancestor"]),
        None if container is None else Container(container),
        domain,
        raw=row["isolation"] or site or "",
    )
