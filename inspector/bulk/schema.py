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
    Column("input", WORD, "the file, database or folder that it was read from"),
    Column("row", pa.int64(), "the number of the row in its file; of visits, of the cookie in this file"),
    Column("visit", WORD, "names the visit, null for tables"),
    Column("site", pa.string(), "host, site or address of the page, as the input states it"),
    Column("host", pa.string(), "the cookie's host, as the input states it"),
    Column("name", pa.string(), "the cookie's name"),
)
"""Which row of the input is labelled, in the table that is written."""

RECORDS: Final = (
    Column("input", pa.string(), "the file, database or folder that it was read from"),
    Column("format", pa.string(), "what that was recognised as"),
    Column("visit", pa.string(), "names the visit: rows of one visit lie together"),
    Column("page", pa.string(), "the address of the visit's page, null where the record tells none"),
    Column("kind", pa.string(), "kept, refused (tried, not kept) or visit (a page, no cookie)"),
    Column("started_us", pa.int64(), "when the visit began, in microseconds since 1970"),
    Column("name", pa.string(), "the cookie's name"),
    Column("host", pa.string(), "its host, with a leading dot for a cookie of a whole domain"),
    Column("host_only", pa.bool_(), "whether it is for its host alone"),
    Column("path", pa.string(), "its path"),
    Column("created_us", pa.int64(), "when it was first set"),
    Column("updated_us", pa.int64(), "when it was last set"),
    Column("expires_us", pa.int64(), "when it ends"),
    Column("requested_us", pa.int64(), "the lifetime that was asked for, in microseconds"),
    Column("requested_basis", pa.string(), "what that rests on"),
    Column("session", pa.bool_(), "whether it ends with the session"),
    Column("secure", pa.bool_(), "the attribute"),
    Column("http_only", pa.bool_(), "the attribute"),
    Column("same_site", pa.string(), "the attribute"),
    Column("partition", pa.string(), "the top-level site of its partition"),
    Column("ancestor", pa.bool_(), "whether a frame between was of another site"),
    Column("container", pa.int64(), "Firefox's container"),
    Column("first_party", pa.string(), "the domain of Firefox's first-party isolation"),
    Column("isolation", pa.string(), "the store's own text of all that isolates it"),
    Column("partitioned_attribute", pa.bool_(), "the attribute"),
    Column("priority", pa.string(), "the attribute"),
    Column("source_scheme", pa.string(), "the scheme that it was set over"),
    Column("source_port", pa.int64(), "the port"),
    Column("source_type", pa.string(), "who wrote it: a header, a script"),
    Column("value", pa.string(), "its value: looked at in memory, written nowhere"),
    Column("seen_on", pa.list_(pa.string()), "the pages on which it was set; null where nothing tells of its setting"),
    Column("from_header", pa.bool_(), "whether its header is recorded"),
    Column("set_us", pa.int64(), "when it was seen being set"),
    Column("setter", pa.string(), "the address of the request or script that set it"),
    Column("sent_back", pa.bool_(), "whether a request carried it"),
    Column("why", pa.string(), "why it was not kept"),
)
"""A cookie as an audit takes it, with all that a recording of its visit proves. One row for each cookie."""

FINDINGS: Final = (
    Column("input", pa.string(), "the file, database or folder"),
    Column("site", pa.string(), "the site that was judged"),
    Column("page", pa.string(), "the page of the visit"),
    Column("code", pa.string(), "the rule"),
    Column("rule", pa.string(), "its name"),
    Column("level", pa.string(), "note, warning or error"),
    Column("message", pa.string(), "what was found, in words"),
    Column("cookie", pa.string(), "the cookie's name; null for a finding on the policy alone"),
    Column("host", pa.string(), "its host"),
    Column("others", pa.int32(), "how many further cookies show the same"),
    Column("sentence", pa.string(), "the sentence of the policy that decides, null where none does"),
    Column("start", pa.int64(), "where it begins in the policy, in characters"),
    Column("evidence", pa.list_(pa.string()), "what it rests on"),
    Column("cap_why", pa.string(), "why its level is no higher, where that is so"),
)
"""One row for each finding of each visit."""

AUDITS: Final = (
    Column("input", pa.string(), "the file, database or folder"),
    Column("visit", pa.string(), "names the visit"),
    Column("site", pa.string(), "the site of its page"),
    Column("page", pa.string(), "the page; null where the record tells none"),
    Column("cookies", pa.int64(), "how many cookies it has"),
    Column("judged", pa.int64(), "how many of them could be judged"),
    Column("state", pa.string(), "verified, unverified, or not judged at all"),
    Column("why", pa.string(), "why nothing could be verified or judged; null where something was"),
    Column("headline", pa.string(), "the answer in one line"),
    Column("errors", pa.int32(), "findings of this level"),
    Column("warnings", pa.int32(), "findings of this level"),
    Column("notes", pa.int32(), "findings of this level"),
    Column("policy", pa.list_(pa.string()), "the policy's parts"),
    Column("policy_sha256", pa.list_(pa.string()), "their hashes"),
)
"""One row for each visit, those that could not be judged too: no findings is not "fine"."""

FACTS_SCHEMA: Final = schema_of(FACTS)
LABELS_SCHEMA: Final = schema_of(LABELS)
LABELLED_SCHEMA: Final = schema_of((*PLACE, *LABELS))
RECORDS_SCHEMA: Final = schema_of(RECORDS)
FINDINGS_SCHEMA: Final = schema_of(FINDINGS)
AUDITS_SCHEMA: Final = schema_of(AUDITS)


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
