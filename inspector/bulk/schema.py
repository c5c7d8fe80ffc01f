# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The columns of the tables that go in and come out: names, types, and a line on each. Nothing else states them."""

from typing import Final, NamedTuple

import pyarrow as pa

WORD: Final = pa.dictionary(pa.int32(), pa.string())


class Column(NamedTuple):
    """A column: its name, its type, and what it holds."""

    name: str
    type: pa.DataType
    about: str


def schema_of(columns: tuple[Column, ...]) -> pa.Schema:
    """Return columns as Arrow has them; what they hold goes along as the description of each."""
    return pa.schema([pa.field(name, kind, metadata={"description": about}) for name, kind, about in columns])


FACTS: Final = (
    Column("name", pa.string(), "the cookie's name"),
    Column("host", pa.string(), "its host, with a leading dot for a cookie of a whole domain"),
    Column("site", pa.string(), "host, site or address of the page that it was found on"),
    Column("third_party", pa.bool_(), "what the record itself states, used where the site is not known"),
    Column("session", pa.bool_(), "whether it ends with the session"),
    Column("lifetime_days", pa.float64(), "its lifetime as set"),
    Column("http_only", pa.bool_(), "the attribute"),
    Column("partitioned", pa.bool_(), "whether it lives in a partition of its own for each top-level site"),
    Column("value", pa.string(), "its value: looked at in memory, written nowhere"),
)
"""All that a label depends on. Only ``name`` has to be there; what is missing or null is not known."""

LABELS: Final = (
    Column("purpose", WORD, "what it is for; null where the row is no cookie"),
    Column("group", WORD, "the group that banners speak of"),
    Column("subtype", WORD, "whose programme it belongs to, null for none"),
    Column("vendor", WORD, "the company's id in the tables, null where none is known"),
    Column("party", WORD, "whose it is, seen from the page"),
    Column("tracks", WORD, "whether it carries a persistent identifier, and over which reach"),
    Column("confidence", pa.float64(), "how sure the purpose is, calibrated"),
    Column("certainty", WORD, "the same in a word"),
    Column("disputed", pa.bool_(), "whether the ways of telling disagree"),
    Column("because", WORD, "why, the deciding sentence first, a line for each"),
)
"""What is said of each row."""

PLACE: Final = (
    Column("row", pa.int64(), "the number of the row in its input, from 0"),
    Column("site", pa.string(), "host, site or address of the page, as the input states it"),
    Column("host", pa.string(), "the cookie's host, as the input states it"),
    Column("name", pa.string(), "the cookie's name"),
)
"""Which row of the input is labelled, in the table that is written."""

FACTS_SCHEMA: Final = schema_of(FACTS)
LABELS_SCHEMA: Final = schema_of(LABELS)
LABELLED_SCHEMA: Final = schema_of((*PLACE, *LABELS))


def plain(schema: pa.Schema) -> pa.Schema:
    """Return a schema with words as plain texts, for programs that know no dictionaries of Arrow (Spark)."""
    fields = [field.with_type(pa.string()) if field.type == WORD else field for field in schema]
    return pa.schema(fields)


def facts_of(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Return the columns of :data:`FACTS`, each with its type; one that is missing is not known of any row."""
    there = frozenset(batch.schema.names)
    columns = [
        batch.column(name).cast(kind) if name in there else pa.nulls(batch.num_rows, kind) for name, kind, _ in FACTS
    ]
    return pa.record_batch(columns, schema=FACTS_SCHEMA)
