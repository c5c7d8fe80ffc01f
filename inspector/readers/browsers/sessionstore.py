# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Firefox's session cookies: they are in no database, but in the files that the session is restored from.

``browser/components/sessionstore/SessionFile.sys.mjs`` says which files there are, ``SessionCookies.sys.mjs`` what is
in them: only what differs from the default is written. What ``browser.sessionstore.privacy_level`` forbids is not
there, and cookies that were set in the last 15 seconds may not be there yet.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from inspector.core.cookie import Cookie, RowProblem, ValueState
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, StoreCount, Values
from inspector.core.secret import Secret
from inspector.core.store import StoreRef
from inspector.readers.api import FoundStore
from inspector.readers.browsers import origin_attributes
from inspector.readers.browsers.firefox_codes import SAME_SITE, SCHEME, UNSET_SAME_SITE
from inspector.readers.browsers.mozlz4 import read_json
from inspector.readers.browsers.odd_cells import NOT_UTF_8, code, is_utf_8
from inspector.readers.browsers.origin_attributes import Isolations
from inspector.readers.stable import Unreadable, fingerprint

CLEAN: Final = "sessionstore.jsonlz4"  # written when Firefox ends, and moved to PREVIOUS soon after it starts
RECOVERY: Final = ("sessionstore-backups/recovery.jsonlz4", "sessionstore-backups/recovery.baklz4")  # while it runs
PREVIOUS: Final = "sessionstore-backups/previous.jsonlz4"
LEGACY: Final = (  # before Firefox 56; where newer files exist these are left-overs of years ago
    "sessionstore.js",
    "sessionstore-backups/recovery.js",
    "sessionstore-backups/recovery.bak",
    "sessionstore-backups/previous.js",
)
OF_BEFORE: Final = frozenset({"previous.jsonlz4", "previous.js"})
MOST_COOKIES: Final = 50_000  # Firefox keeps 3,000 (network.cookie.maxNumber)
KEYS: Final = frozenset(
    {"cookies", "windows", "host", "name", "value", "path", "secure", "httponly", "originAttributes"}
    | {"sameSite", "schemeMap", "isPartitioned"}
    | origin_attributes.OBJECT_KEYS
)

Identity = tuple[str, str, str | None, str]


def read_session(found: FoundStore, values: Values, names: Mapping[int, str], table: Iterable[Cookie]) -> Reading:
    """Read the session cookies beside a store; none where only the store's file is known.

    A cookie that ``table`` holds too became persistent after the session was written; the table is newer.
    """
    problems: list[Problem] = []
    for path in candidates(found.profile_dir) if found.profile_dir is not None else ():
        store = replace(found.ref, file=str(path), schema_version=None, modified_us=None)
        try:
            content = read_json(path, KEYS)
            entries = tuple(_entries(content.value, path))
        except Unreadable as error:
            problems.append(_broken(error.problem))
            continue
        store = replace(store, modified_us=content.modified_us)
        cookies = _distinct(_cookies(store, entries, values, names, problems), table)
        if path.name in OF_BEFORE:
            problems.append(_of_before(path))
        return Reading(cookies, tuple(problems), (StoreCount(store, len(cookies)),))
    return Reading(problems=tuple(problems))


def candidates(profile: Path) -> tuple[Path, ...]:
    """Return the session files that are there, the one that tells the present first.

    While Firefox runs (and after a crash) that is recovery; after a clean end it is the file written then.
    """
    there = {name: mark[1] for name in (CLEAN, *RECOVERY, PREVIOUS) if (mark := fingerprint(profile / name))}
    if not there:
        return tuple(profile / name for name in LEGACY if fingerprint(profile / name))
    newest_recovery = max((there[name] for name in RECOVERY if name in there), default=-1)
    ended = there.get(CLEAN, -1) >= newest_recovery
    order = (CLEAN, *RECOVERY, PREVIOUS) if ended else (*RECOVERY, CLEAN, PREVIOUS)
    return tuple(profile / name for name in order if name in there)


def _entries(session: object, path: Path) -> Iterator[object]:
    """Yield the session's cookies. Before Firefox 53 each window had its own.

    A session that was not restored is kept inside under another key (``lastSessionState``): its cookies are gone.
    """
    if not isinstance(session, dict) or not session.keys() & {"cookies", "windows"}:
        raise Unreadable(Problem("session-unreadable", "is not a session", str(path), "", "", Severity.PARTIAL))
    windows = session.get("windows")
    for part in (session, *(windows if isinstance(windows, list) else ())):
        cookies = part.get("cookies") if isinstance(part, dict) else None
        yield from cookies if isinstance(cookies, list) else ()


def _cookies(
    store: StoreRef, entries: tuple[object, ...], values: Values, names: Mapping[int, str], problems: list[Problem]
) -> Iterator[Cookie]:
    isolations = Isolations(names, ancestor_known=True)
    bad = max(0, len(entries) - MOST_COOKIES)
    for entry in entries[:MOST_COOKIES]:
        if isinstance(entry, dict) and isinstance(entry.get("host"), str) and isinstance(entry.get("value"), str):
            yield _cookie(store, entry, isolations, values)
        else:
            bad += 1
    if bad:
        what = f"holds {bad} entries that are no cookies as Firefox writes them"
        problems.append(Problem("session-entries", what, store.file, "they lack a host or a value", "", count=bad))


def _cookie(store: StoreRef, entry: Mapping[str, Any], isolations: Isolations, values: Values) -> Cookie:
    """Return the record of one entry; what is not written has Firefox's default."""
    odd: list[RowProblem] = []
    host, value = entry["host"], entry["value"]
    isolation, more = _isolation(entry.get("originAttributes"), isolations, odd)
    octets = _octets(value)
    present = ValueState.PLAINTEXT if values is Values.READ else ValueState.NOT_READ
    cookie = Cookie(
        store,
        isolation,
        host,
        not host.startswith("."),
        _text(entry, "name", odd),
        _text(entry, "path", odd),
        session=True,
        secure=_flag(entry, "secure", odd),
        http_only=_flag(entry, "httponly", odd),
        same_site=code(SAME_SITE, entry.get("sameSite", 0), "sameSite", odd),
        partitioned_attribute=_partitioned(entry, isolation.partition is not None, odd),
        source_scheme=code(SCHEME, entry.get("schemeMap", 0), "schemeMap", odd),
        value_state=present if octets else ValueState.EMPTY,
        value_length=octets,
        value=Secret(value) if values is Values.READ else None,
    )
    for field, text in (("host", host), ("name", cookie.name), ("path", cookie.path or ""), ("value", value)):
        if not is_utf_8(text):
            odd.append(RowProblem(field, NOT_UTF_8))
    return cookie._replace(problems=(*odd, *more))


def _octets(value: str) -> int:
    """Return the value's length in bytes; JSON may hold half a surrogate pair, which a cookie's bytes cannot."""
    try:
        return len(value.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        return len(value.encode("utf-8", "surrogatepass"))


def _isolation(attributes: object, isolations: Isolations, odd: list[RowProblem]) -> origin_attributes.Decoded:
    if attributes is not None and not isinstance(attributes, dict):
        odd.append(RowProblem(origin_attributes.FIELD, "is not an object"))
    return isolations[origin_attributes.encode(attributes) if isinstance(attributes, dict) else ""]


def _text(entry: Mapping[str, Any], key: str, odd: list[RowProblem]) -> str:
    text = entry.get(key, "")
    if isinstance(text, str):
        return text
    odd.append(RowProblem(key, "is not text"))
    return ""


def _flag(entry: Mapping[str, Any], key: str, odd: list[RowProblem]) -> bool | None:
    flag = entry.get(key, False)
    if isinstance(flag, bool):
        return flag
    odd.append(RowProblem(key, "is neither true nor false"))
    return None


def _partitioned(entry: Mapping[str, Any], in_partition: bool, odd: list[RowProblem]) -> bool | None:
    """Return whether the attribute was set. Session files did not always tell it, and do not say when they do.

    So where a cookie has a partition, "not written" means "no" only beside a sameSite that files before wrote never.
    """
    if in_partition and "isPartitioned" not in entry and entry.get("sameSite") not in (0, UNSET_SAME_SITE):
        return None
    return _flag(entry, "isPartitioned", odd)


def _distinct(session: Iterable[Cookie], table: Iterable[Cookie]) -> tuple[Cookie, ...]:
    """Return the session's cookies by their identity in Firefox, without those that the table has."""
    distinct = {_identity(cookie): cookie for cookie in session}
    if distinct:
        names = {cookie.name for cookie in distinct.values()}
        for cookie in table:
            if cookie.name in names:
                distinct.pop(_identity(cookie), None)
    return tuple(distinct.values())


def _identity(cookie: Cookie) -> Identity:
    return cookie.host_key, cookie.name, cookie.path, cookie.isolation.raw


def _broken(problem: Problem) -> Problem:
    return replace(
        problem,
        what=f"{problem.what}; session cookies were looked for in the next older file",
        what_to_do=problem.what_to_do or "Firefox writes it anew while it runs; scan again then",
        severity=Severity.PARTIAL,
    )


def _of_before(path: Path) -> Problem:
    what = "is of the session before; its session cookies may be gone from the browser"
    return Problem("session-of-before", what, str(path), "no newer session file can be read", "", Severity.NOTE)
