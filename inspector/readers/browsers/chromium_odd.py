# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A Chromium row with something odd in it: each field is looked at by itself, so that one costs only itself."""

from collections.abc import Mapping
from typing import Any, Final

from inspector.core.cookie import Cookie, RowProblem
from inspector.core.moments import WEBKIT_EPOCH_US
from inspector.core.store import StoreRef
from inspector.readers.browsers.chromium_codes import FLAG, PRIORITY, SAME_SITE, SCHEME, SOURCE, isolate
from inspector.readers.browsers.odd_cells import code, moment, shown, text
from inspector.readers.decrypt import Opened
from inspector.readers.rows import Row

_BITS: Final[Mapping[Any, int | None]] = {0: 0, 1: 1, None: None}


def cookie(store: StoreRef, row: Row, opened: Opened) -> Cookie:
    """Return the record; a field that makes no sense is unknown, and ``problems`` says so."""
    problems: list[RowProblem] = []
    host = text(row[0], "host_key", problems)
    name = text(row[1], "name", problems)
    path = None if row[2] is None else text(row[2], "path", problems)
    site = None if row[3] is None else text(row[3], "top_frame_site_key", problems)
    session = _session(row)
    return Cookie(
        store,
        isolate(site, code(_BITS, row[4], "has_cross_site_ancestor", problems)),
        host,
        None if row[0] is None else not host.startswith("."),
        name,
        path,
        _moment(row[5], "creation_utc", problems),
        _moment(row[6], "last_access_utc", problems),
        _moment(row[7], "last_update_utc", problems),
        None if session else _moment(row[8], "expires_utc", problems),
        session,
        code(FLAG, row[11], "is_secure", problems),
        code(FLAG, row[12], "is_httponly", problems),
        code(SAME_SITE, row[13], "samesite", problems),
        None if site is None else site != "",
        code(PRIORITY, row[14], "priority", problems),
        code(SCHEME, row[15], "source_scheme", problems),
        _port(row[16], problems),
        code(SOURCE, row[17], "source_type", problems),
        *opened,
        True,
        tuple(problems),
    )


def _moment(value: object, field: str, problems: list[RowProblem]) -> int | None:
    since_1601 = moment(value, field, problems)
    return None if since_1601 is None else since_1601 - WEBKIT_EPOCH_US


def _port(value: object, problems: list[RowProblem]) -> int | None:
    if value is None or isinstance(value, int):
        return value
    problems.append(RowProblem("source_port", f"{shown(value)} is not a port"))
    return None


def _session(row: Row) -> bool | None:
    """Whether the cookie ends with the session; unknown where the expiry is no time and the flags do not say it."""
    if row[8] == 0 or not (row[9] and row[10]):
        return True
    return False if isinstance(row[8], int) else None
