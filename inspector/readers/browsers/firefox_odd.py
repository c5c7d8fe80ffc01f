# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A Firefox row with something odd in it: each field is looked at by itself, so that one costs only itself."""

from inspector.core.cookie import Cookie, Priority, RowProblem, SourceType, ValueState
from inspector.core.frozen import frozen
from inspector.core.secret import Secret
from inspector.core.store import StoreRef
from inspector.readers.browsers import firefox_codes
from inspector.readers.browsers.firefox_times import expiry_us
from inspector.readers.browsers.odd_cells import code, moment, shown, text
from inspector.readers.browsers.origin_attributes import Isolations
from inspector.readers.rows import Row


@frozen
class Table:
    """What the rows of one store have in common. ``migrated_us`` is the update time that is an artefact, if any."""

    store: StoreRef
    isolations: Isolations
    version: int | None
    migrated_us: int | None
    with_values: bool


def cookie(table: Table, row: Row) -> Cookie:
    """Return the record; a field that makes no sense is unknown, and ``problems`` says so."""
    problems: list[RowProblem] = []
    host = text(row[0], "host", problems)
    name = text(row[1], "name", problems)
    path = None if row[2] is None else text(row[2], "path", problems)
    isolation, more = table.isolations[None if row[3] is None else text(row[3], "originAttributes", problems)]
    problems += more
    created = moment(row[4], "creationTime", problems)
    accessed = moment(row[5], "lastAccessed", problems)
    updated = moment(row[6], "updateTime", problems)
    expires = _expiry(table, row[7], created, max(accessed or 0, updated or 0), problems)
    state, length, value = (_value if table.with_values else _length)(row[13], problems)
    return Cookie(
        table.store,
        isolation,
        host,
        None if row[0] is None else not host.startswith("."),
        name,
        path,
        created,
        accessed,
        updated,
        expires,
        False,
        code(firefox_codes.FLAG, row[8], "isSecure", problems),
        code(firefox_codes.FLAG, row[9], "isHttpOnly", problems),
        code(firefox_codes.SAME_SITE, row[10], "sameSite", problems),
        code(firefox_codes.FLAG, row[12], "isPartitionedAttributeSet", problems),
        Priority.UNKNOWN,
        code(firefox_codes.SCHEME, row[11], "schemeMap", problems),
        None,
        SourceType.UNKNOWN,
        state,
        length,
        "",
        value,
        updated is None or updated != table.migrated_us or (created is not None and created >= updated),
        tuple(problems),
    )


def _expiry(table: Table, value: object, created: int | None, latest: int, problems: list[RowProblem]) -> int | None:
    if not isinstance(value, int):
        problems.append(RowProblem("expiry", "is missing" if value is None else f"{shown(value)} is not a time"))
        return None
    expires, doubt = expiry_us(value, table.version, created, latest)
    if doubt:
        problems.append(RowProblem("expiry", doubt))
    return expires


def _length(octets: object, problems: list[RowProblem]) -> tuple[ValueState, int | None, None]:
    """Return what the length alone tells, where values were not asked for."""
    if not isinstance(octets, int):
        problems.append(RowProblem("value", "is missing"))
        return ValueState.NOT_READ, None, None
    return ValueState.NOT_READ if octets else ValueState.EMPTY, octets, None


def _value(cell: object, problems: list[RowProblem]) -> tuple[ValueState, int | None, Secret | None]:
    if cell is None:
        problems.append(RowProblem("value", "is missing"))
        return ValueState.CORRUPT, None, None
    plain = text(cell, "value", problems)
    octets = len(plain.encode("utf-8", "surrogateescape"))
    return ValueState.PLAINTEXT if plain else ValueState.EMPTY, octets, Secret(plain)
