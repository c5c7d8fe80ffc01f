# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Reader of Safari's ``Cookies.binarycookies``: what it does not record (SameSite, last access, ...) is unknown."""

import math
from dataclasses import replace
from typing import Final

from inspector.core.computer import Platform
from inspector.core.cookie import Cookie, RowProblem, ValueState
from inspector.core.isolation import NOT_ISOLATED
from inspector.core.moments import COCOA_EPOCH_S, SECOND_US
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, StoreCount, Values
from inspector.core.secret import Secret
from inspector.core.store import Family, StoreRef
from inspector.readers.api import FoundStore, KeySource, StoreReader
from inspector.readers.browsers.binarycookies import HTTP_ONLY, KNOWN_FLAGS, SECURE, Parsed, Record, parse
from inspector.readers.profiles.safari import full_disk_access
from inspector.readers.stable import Unreadable, read_stable

LIMIT: Final = 32 * 1024 * 1024  # bytes; a Safari of many years has one or two megabytes
_LATEST_S: Final = 1e13  # the year 318,000; a number beyond it is no moment


def read_safari(found: FoundStore, values: Values, keys: KeySource) -> Reading:
    """Read one store. Nothing in it is encrypted, so ``keys`` is never asked."""
    try:
        file = read_stable(found.path, LIMIT)
    except Unreadable as error:
        guarded = found.platform is Platform.MACOS
        return _nothing(found, full_disk_access(error.problem) if guarded else error.problem)
    parsed = parse(file.data)
    if parsed is None:
        return _nothing(found, _foreign(found, empty=not file.data))
    store = replace(found.ref, modified_us=file.modified_us)
    cookies = tuple(
        _cookie(store, record.host, record.name, record, values)
        for record in parsed.records
        if record.host and record.name is not None
    )
    nameless = len(parsed.records) - len(cookies)
    return Reading(cookies, _problems(found, parsed, nameless, len(cookies)), (StoreCount(store, len(cookies)),))


def _cookie(store: StoreRef, host: str, name: str, record: Record, values: Values) -> Cookie:
    expires_us, no_expiry = _moment("expires", record.expires)
    created_us, no_creation = _moment("created", record.created)
    state, value, odd_value = _value(record, values)
    return Cookie(
        store=store,
        isolation=NOT_ISOLATED,
        host_key=host,
        host_only=not host.startswith("."),
        name=name,
        path=record.path,
        created_us=created_us,
        expires_us=expires_us,
        session=None if expires_us is None else False,
        secure=bool(record.flags & SECURE),
        http_only=bool(record.flags & HTTP_ONLY),
        value_state=state,
        value_length=record.value_length,
        value=value,
        problems=(*no_expiry, *no_creation, *odd_value, *_oddities(record)),
    )


def _moment(field: str, seconds: float) -> tuple[int | None, tuple[RowProblem, ...]]:
    """Convert seconds since 2001. Zero is what an unset field holds: no fact, rather than the first second of 2001."""
    if seconds == 0:
        return None, (RowProblem(field, "not set in the store (0)"),)
    if not math.isfinite(seconds) or abs(seconds) > _LATEST_S:
        return None, (RowProblem(field, "not a moment"),)
    return round(seconds * SECOND_US) + COCOA_EPOCH_S * SECOND_US, ()


def _value(record: Record, values: Values) -> tuple[ValueState, Secret | None, tuple[RowProblem, ...]]:
    missing = () if record.value is not None else (RowProblem("value", "its place in the record is wrong"),)
    if values is Values.NO:
        return ValueState.NOT_READ, None, missing
    if record.value is None:
        return ValueState.CORRUPT, None, missing
    return (ValueState.PLAINTEXT if record.value_length else ValueState.EMPTY), record.value, ()


def _oddities(record: Record) -> tuple[RowProblem, ...]:
    found = []
    if record.path is None:
        found.append(RowProblem("path", "its place in the record is wrong"))
    if record.flags & ~KNOWN_FLAGS:
        found.append(RowProblem("flags", f"unknown flags {record.flags & ~KNOWN_FLAGS:#x}"))
    for field, text in (("host", record.host), ("name", record.name), ("path", record.path)):
        if text is not None and not _is_utf8(text):
            found.append(RowProblem(field, "is not UTF-8"))
    return tuple(found)


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _problems(found: FoundStore, parsed: Parsed, nameless: int, kept: int) -> tuple[Problem, ...]:
    where = str(found.path)
    faults = (*parsed.faults, *(("a cookie has no host or no name",) if nameless else ()))
    problems = []
    if faults:
        advice = "Close Safari and scan again; if this stays, Safari's own file is broken"
        lost = max(1, parsed.lost + nameless)
        what = f"is damaged; {kept} cookies could be read"
        problems.append(Problem("store-damaged", what, where, ", ".join(faults), advice, Severity.PARTIAL, lost))
    if parsed.checksum_right is False:
        what = "has a checksum that does not match; its cookies were read all the same"
        problems.append(Problem("checksum-mismatch", what, where, severity=Severity.NOTE))
    if parsed.checksum_right is None and not faults:
        problems.append(Problem("checksum-missing", "ends without its checksum", where, severity=Severity.NOTE))
    return tuple(problems)


def _foreign(found: FoundStore, *, empty: bool) -> Problem:
    if empty:
        why = "the browser has not written to it yet"
        return Problem("empty-file", "is an empty file", str(found.path), why, severity=Severity.FAILED)
    why = 'it does not begin with "cook"'
    return Problem("not-binarycookies", "is not Safari's cookie file", str(found.path), why, severity=Severity.FAILED)


def _nothing(found: FoundStore, problem: Problem) -> Reading:
    return Reading(problems=(problem,), stores=(StoreCount(found.ref, None),))


SAFARI: Final = StoreReader(Family.SAFARI, read_safari)
