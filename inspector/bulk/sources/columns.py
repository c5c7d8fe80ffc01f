# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Tables of any writer as facts: columns are told by their names as in every other table, and turned as a whole."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from inspector.bulk.codes import Ints, coded
from inspector.bulk.records import KEPT, column_of
from inspector.bulk.schema import FACTS_SCHEMA, RECORDS_SCHEMA
from inspector.core.lifetime import LifetimeBasis
from inspector.core.moments import DAY_US
from inspector.readers.files import entries
from inspector.readers.files.tables import column as meaning_of
from inspector.readers.files.tables import letters

_OWN: Final = {
    "page": "page", "pageurl": "page", "visit": "visit", "visitid": "visit", "host": "domain",
    "lifetimedays": "days", "partitioned": "partitioned", "thirdparty": "third_party", "issession": "session",
}  # fmt: skip
_YES: Final = frozenset({"true", "yes", "1"})
_NO: Final = frozenset({"false", "no", "0"})
_SESSION: Final = -1
Facts = Mapping[str, pa.Array]


def meanings_of(names: list[str]) -> dict[str, str]:
    """Return for each fact the column that holds it; of two the first counts."""
    found: dict[str, str] = {}
    for name in names:
        fact = _OWN.get(letters(name)) or meaning_of(name)
        if fact:
            found.setdefault(fact, name)
    return found


def facts_from(batch: pa.RecordBatch, meanings: Mapping[str, str]) -> pa.RecordBatch:
    """Return what labels depend on; a cell that means nothing is not known."""
    held = _Table(batch, meanings)
    partition = held.texts("partition")
    named = (
        pc.greater(pc.utf8_length(partition), 0).fill_null(False) if "partition" in meanings else held.none(pa.bool_())
    )
    found: Facts = {
        "name": held.texts("name"),
        "host": held.texts("domain"),
        "site": held.texts("page") if "page" in meanings else held.texts("site"),
        "third_party": held.flags("third_party"),
        "session": held.session,
        "lifetime_days": held.days,
        "http_only": held.flags("http_only"),
        "partitioned": held.flags("partitioned") if "partitioned" in meanings else named,
        "value": held.texts("value"),
    }
    return pa.record_batch([found[name] for name in FACTS_SCHEMA.names], schema=FACTS_SCHEMA)


def records_from(batch: pa.RecordBatch, meanings: Mapping[str, str], name: str, title: str) -> pa.RecordBatch:
    """Return cookies as audits take them. Only a column of pages tells on which page a cookie was set."""
    held = _Table(batch, meanings)
    rows = batch.num_rows
    page = held.texts("page") if "page" in meanings else held.texts("site")
    asked = held.stated_days
    host = pc.utf8_lower(pc.utf8_trim_whitespace(held.texts("domain")))
    only = pc.coalesce(held.flags("host_only"), pc.invert(pc.starts_with(host, ".")))
    dotted = pc.if_else(
        pc.equal(only, False).fill_null(False), pc.binary_join_element_wise("", pc.utf8_ltrim(host, "."), "."), host
    )
    partition = held.texts("partition")
    found: dict[str, pa.Array] = {
        "input": pa.array([name] * rows, pa.string()),
        "format": pa.array([title] * rows, pa.string()),
        "visit": held.texts("visit") if "visit" in meanings else page,
        "page": page,
        "kind": pa.array([KEPT] * rows, pa.string()),
        "name": held.texts("name"),
        "host": dotted,
        "host_only": only,
        "path": held.texts("path"),
        "created_us": held.moments("created"),
        "updated_us": held.moments("updated"),
        "expires_us": held.expires,
        "requested_us": _rounded(pc.multiply(asked, float(DAY_US))),
        "requested_basis": pc.if_else(asked.is_valid(), LifetimeBasis.STATED.value, LifetimeBasis.UNKNOWN.value),
        "session": held.session,
        "secure": held.flags("secure"),
        "http_only": held.flags("http_only"),
        "same_site": held.each("same_site", lambda text: entries.same_site(text).value, pa.string()),
        "partition": pc.if_else(pc.greater(pc.utf8_length(partition), 0), partition, pa.scalar(None, pa.string())),
        "ancestor": held.flags("ancestor"),
        "value": held.texts("value"),
    }
    if "page" in meanings:
        found["seen_on"] = column_of(
            [None if held is None else [held] for held in page.to_pylist()], pa.list_(pa.string())
        )
    columns = [found.get(field.name, pa.nulls(rows, field.type)) for field in RECORDS_SCHEMA]
    return pa.record_batch(columns, schema=RECORDS_SCHEMA)


def _rounded(column: pa.Array) -> pa.Array:
    return pc.round(column).cast(pa.int64(), safe=False)


class _Table:
    """A batch, its columns by what they mean."""

    def __init__(self, batch: pa.RecordBatch, meanings: Mapping[str, str]) -> None:
        self._batch = batch
        self._meanings = meanings
        self.expires, ends = self._expires()
        stated = self.flags("session")
        self.session = pc.coalesce(stated, pa.array(ends == 1, mask=ends == 0)) if len(ends) else stated
        self.stated_days = self._days()
        self.days = pc.coalesce(self.stated_days, self._span())

    def none(self, kind: pa.DataType) -> pa.Array:
        """Return a column of nothing."""
        return pa.nulls(self._batch.num_rows, kind)

    def column(self, fact: str) -> pa.Array | None:
        """Return the column of a fact, dictionaries unpacked."""
        name = self._meanings.get(fact)
        if name is None:
            return None
        found = self._batch.column(name)
        return found.dictionary_decode() if pa.types.is_dictionary(found.type) else found

    def texts(self, fact: str) -> pa.Array:
        """Return texts; numbers are written out, of bytes those that are text count."""
        found = self.column(fact)
        if found is None or pa.types.is_nested(found.type):
            return self.none(pa.string())
        if pa.types.is_string(found.type):
            try:
                found.validate(full=True)
            except pa.ArrowInvalid:
                return _readable(found)
            return found
        try:
            return found.cast(pa.string())
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
            return _readable(found) if _is_bytes(found.type) else self.none(pa.string())

    def each(self, fact: str, answer: Callable[[str], Any], kind: pa.DataType) -> pa.Array:
        """Return what is answered of each text, asked once of each different one."""
        found = coded(self.texts(fact))
        places = pa.array(found.places, mask=found.places < 0)
        return pa.array([answer(text) for text in found.texts], kind).take(places)

    def flags(self, fact: str) -> pa.Array:
        """Return answers: booleans, 1 and 0, or the words for them."""
        found = self.column(fact)
        if found is None:
            return self.none(pa.bool_())
        if pa.types.is_boolean(found.type):
            return found
        return self.each(fact, _answer, pa.bool_())

    def moments(self, fact: str) -> pa.Array:
        """Return microseconds since 1970 of time stamps, of ISO 8601 with a zone, or of numbers by their size."""
        found = self.column(fact)
        if found is None:
            return self.none(pa.int64())
        if pa.types.is_temporal(found.type):
            return _temporal(found)
        if pa.types.is_integer(found.type) or pa.types.is_floating(found.type):
            return _by_size(found)
        return self.each(fact, entries.iso_us, pa.int64())

    def _expires(self) -> tuple[pa.Array, Ints]:
        """Return the ends, and of each row 1 where it ends with the session, 2 where not, 0 where nobody knows."""
        column = self.column("expires")
        if column is None:
            return self.none(pa.int64()), np.zeros(self._batch.num_rows, np.int64)
        found = self.moments("expires")
        marks = np.where(np.asarray(found.is_valid()), 2, 0).astype(np.int64)
        if pa.types.is_integer(column.type) or pa.types.is_floating(column.type):
            is_session = np.asarray(pc.equal(column, _SESSION).fill_null(False))
        else:
            is_session = np.asarray(
                self.each("expires", lambda text: text.strip().lower() in ("session", "-1"), pa.bool_()).fill_null(
                    False
                )
            )
        return found, np.where(is_session, 1, marks)

    def _days(self) -> pa.Array:
        found = self.column("days")
        if found is None:
            return self.none(pa.float64())
        try:
            days = found.cast(pa.float64())
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
            return self.each("days", _number, pa.float64())
        fine = pc.and_(pc.is_finite(days), pc.less_equal(pc.abs(days), 1e8))
        return pc.if_else(fine, days, pa.scalar(None, pa.float64()))

    def _span(self) -> pa.Array:
        """Return the days from the last setting, else from the first, to the end."""
        start = pc.coalesce(self.moments("updated"), self.moments("created"))
        span = pc.subtract(self.expires.cast(pa.float64(), safe=False), start.cast(pa.float64(), safe=False))
        return pc.divide(span, float(DAY_US))


def _answer(text: str) -> bool | None:
    word = text.strip().lower()
    return True if word in _YES else False if word in _NO else None


def _number(text: str) -> float | None:
    try:
        found = float(text)
    except ValueError:
        return None
    return found if abs(found) <= 1e8 else None


def _is_bytes(kind: pa.DataType) -> bool:
    return bool(pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or pa.types.is_large_string(kind))


def _readable(column: pa.Array) -> pa.Array:
    raw = column.cast(pa.large_binary(), safe=False).to_pylist()
    return pa.array([None if held is None else held.decode("utf-8", "replace") for held in raw], pa.string())


def _temporal(column: pa.Array) -> pa.Array:
    if not (pa.types.is_timestamp(column.type) or pa.types.is_date(column.type)):
        return pa.nulls(len(column), pa.int64())
    return column.cast(pa.timestamp("us"), safe=False).cast(pa.int64())


def _by_size(column: pa.Array) -> pa.Array:
    """Seconds, milliseconds or microseconds, as everywhere: by the size of the number."""
    numbers = np.asarray(column.cast(pa.float64(), safe=False).fill_null(np.nan).to_numpy(zero_copy_only=False))
    with np.errstate(invalid="ignore"):
        unit = np.where(numbers < entries.SECONDS_BELOW, 1e6, np.where(numbers < entries.MILLISECONDS_BELOW, 1e3, 1.0))
        known = (numbers >= 0) & (numbers < 9e18 / unit)
        us = np.where(known, np.rint(np.where(known, numbers, 0) * unit), 0).astype(np.int64)
    return pa.array(us, mask=~known)


__all__ = ["facts_from", "meanings_of", "records_from"]
