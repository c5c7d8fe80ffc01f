# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A Chromium row with something odd in it: each field is looked at by itself, so that one costs only itself."""

from collections.abc import Mapping
from typing import Any, Final

from inspector.core.cookie import Cookie, RowProblem
from inspector.core.moments import WEBKIT_EPOCH_US
from inspector.core.store import StoreRef
from inspector.readers.browsers import chromium_codes
from inspector.readers.decrypt import Opened
from inspector.readers.rows import Row

_BITS: Final[Mapping[Any, int | None]] = {0: 0, 1: 1, None: None}


def cookie(store: StoreRef, row: Row, opened: Opened) -> Cookie:
    """Return the record; a field that makes no sense is unknown, and ``problems`` says so."""
    problems: list[RowProblem] = []

    def code(table: Mapping[Any, Any], index: int, field: str) -> Any:
        if row[index] in table:
            return table[row[index]]
        problems.append(RowProblem(field, f"{_shown(row[index])} is not a code that we know"))
        return table[None]

    def moment(index: int, field: str) -> int | None:
        value = row[index]
        if isinstance(value, int):
            return value - WEBKIT_EPOCH_US if value else None
        problems.append(RowProblem(field, f"{_shown(value)} is not a time"))
        return None

    def port() -> int | None:
        if row[16] is None or isinstance(row[16], int):
            return row[16]
        problems.append(RowProblem("source_port", f"{_shown(row[16])} is not a port"))
        return None

    def text(index: int, field: str) -> str:
        value = row[index]
        if isinstance(value, str):
            return value
        problems.append(RowProblem(field, "is not text"))
        if isinstance(value, bytes):
            return value.decode("utf-8", "surrogateescape")
        return "" if value is None else str(value)

    host, name = text(0, "host_key"), text(1, "name")
    site = None if row[3] is None else text(3, "top_frame_site_key")
    session = _session(row)
    return Cookie(
        store,
        chromium_codes.isolate(site, code(_BITS, 4, "has_cross_site_ancestor")),
        host,
        None if row[0] is None else not host.startswith("."),
        name,
        None if row[2] is None else text(2, "path"),
        moment(5, "creation_utc"),
        moment(6, "last_access_utc"),
        moment(7, "last_update_utc"),
        None if session else moment(8, "expires_utc"),
        session,
        code(chromium_codes.FLAG, 11, "is_secure"),
        code(chromium_codes.FLAG, 12, "is_httponly"),
        code(chromium_codes.SAME_SITE, 13, "samesite"),
        None if site is None else site != "",
        code(chromium_codes.PRIORITY, 14, "priority"),
        code(chromium_codes.SCHEME, 15, "source_scheme"),
        port(),
        code(chromium_codes.SOURCE, 17, "source_type"),
        opened[0],
        opened[1],
        opened[2],
        opened[3],
        True,
        tuple(problems),
    )


def _session(row: Row) -> bool | None:
    """Whether the cookie ends with the session; unknown where the expiry is no time and the flags do not say it."""
    if row[8] == 0 or not (row[9] and row[10]):
        return True
    return False if isinstance(row[8], int) else None


def _shown(value: object) -> str:
    return f"{value:.6g}" if isinstance(value, float) else f"{value}"[:40] if isinstance(value, int) else "text"
