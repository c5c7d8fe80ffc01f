# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What every list of cookies in JSON has in common: entries, flags, moments, values; and one loop that reads them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from inspector.core.cookie import Cookie, RowProblem, SameSite, SourceScheme, ValueState
from inspector.core.evidence import NO_EVIDENCE, Evidence
from inspector.core.isolation import NOT_ISOLATED, Isolation, Partition
from inspector.core.moments import from_datetime
from inspector.core.problem import Problem
from inspector.core.reading import Reading, StoreCount
from inspector.core.secret import Secret
from inspector.core.store import StoreRef
from inspector.readers.files.api import OpenedFile, Skipped
from inspector.readers.files.json_text import BROKEN_LINE

Entry = Mapping[str, Any]
SECONDS_BELOW: Final = 1e11  # the year 5138; what is larger is counted in another unit
MILLISECONDS_BELOW: Final = 1e14
_SESSION: Final = -1
_NO_HOST: Final = re.compile(r"[\s/\\?#@<>]")

SAME_SITE: Final[Mapping[str, SameSite]] = {
    "strict": SameSite.STRICT,
    "lax": SameSite.LAX,
    "none": SameSite.NONE,
    "no_restriction": SameSite.NONE,
    "unspecified": SameSite.UNSPECIFIED,
}


def read_entries(
    file: OpenedFile,
    title: str,
    entries: Iterable[Any],
    make: Callable[[Entry, StoreRef], Cookie],
    *,
    host: str = "domain",
    evidence: Callable[[Sequence[tuple[Entry, Cookie]]], Evidence] | None = None,
    problems: Iterable[Problem] = (),
) -> Reading:
    """Read every entry that is a cookie, say why the others are none, and what was wrong with the file itself."""
    store = file.store(title)
    skipped = Skipped(str(file.path), "an entry is not a cookie")
    pairs: list[tuple[Entry, Cookie]] = []
    for number, entry in enumerate(entries, 1):
        why = fault(entry, host)
        if why:
            skipped.add(f"cookie {number}", why)
        else:
            pairs.append((entry, make(entry, store)))
    told = (*file.damage(), *skipped.problems(), *problems)
    proven = NO_EVIDENCE if evidence is None else evidence(pairs)
    cookies = tuple(cookie for _, cookie in pairs)
    return Reading(cookies, told, (StoreCount(store, len(cookies)),), evidence=proven)


def fault(entry: Any, host: str = "domain") -> str:
    """Return why an entry is no cookie; empty where it is one."""
    if not isinstance(entry, dict):
        return "the line is no JSON" if entry is BROKEN_LINE else "it is not an object"
    for key in ("name", host):
        if not isinstance(entry.get(key), str):
            return f"its {key} is not a text"
    if not entry[host].strip(". "):
        return f"it has no {host}"
    if no_host(entry[host]):
        return f"its {host} is not a host"
    if not isinstance(entry.get("value", ""), str | dict | None):
        return "its value is not a text"
    return ""


def no_host(text: str) -> bool:
    """Whether a text is no host: an address with a path, say, which no browser keeps as a cookie's domain."""
    return _NO_HOST.search(text.strip()) is not None


def cookie(
    store: StoreRef,
    host_key: str,
    name: str,
    path: Any,
    value: str | None,
    isolation: Isolation = NOT_ISOLATED,
    **facts: Any,
) -> Cookie:
    """Return a cookie; the value goes into a secret, and a host says by its dot whether it is for that host alone."""
    host_key = host_key.strip().lower()
    facts.setdefault("host_only", not host_key.startswith("."))
    state = ValueState.NOT_READ if value is None else ValueState.PLAINTEXT if value else ValueState.EMPTY
    return Cookie(
        store,
        isolation,
        host_key=host_key,
        name=name,
        path=path if isinstance(path, str) else None,
        value_state=state,
        value_length=None if value is None else byte_length(value),
        value=None if value is None else Secret(value),
        **facts,
    )


def byte_length(text: str) -> int:
    """Return how many bytes a value takes in UTF-8; plain ASCII, which nearly all are, is not encoded to count."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def flag(entry: Entry, key: str) -> bool | None:
    """Return what an entry says with ``true`` or ``false``, and nothing else."""
    value = entry.get(key)
    return value if isinstance(value, bool) else None


def text(entry: Entry, key: str) -> str | None:
    """Return a text that an entry states."""
    value = entry.get(key)
    return value if isinstance(value, str) and value else None


def same_site(value: Any) -> SameSite:
    """Return the attribute as written, in any case; nothing written is unknown."""
    return SAME_SITE.get(value.lower(), SameSite.UNKNOWN) if isinstance(value, str) else SameSite.UNKNOWN


def firefox_same_site(value: Any) -> SameSite:
    """Return the attribute as Firefox's extensions see it: "no_restriction" is None, or nothing said at all.

    (toolkit/components/extensions/parent/ext-cookies.js: both were one number in the store until Firefox knew "unset".)
    """
    found = same_site(value)
    return SameSite.UNKNOWN if found is SameSite.NONE else found


def source_scheme(value: Any) -> SourceScheme:
    """Return the scheme that the DevTools protocol states."""
    known = {"Secure": SourceScheme.SECURE, "NonSecure": SourceScheme.NON_SECURE, "Unset": SourceScheme.UNSET}
    return known.get(value, SourceScheme.UNKNOWN) if isinstance(value, str) else SourceScheme.UNKNOWN


def number(value: Any) -> int | float | Decimal | None:
    """Return a number that can be a moment; ``true``, texts, NaN and numbers without end are none."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return value if -1e18 < value < 1e18 else None


def seconds_us(value: Any) -> int | None:
    """Return microseconds of a number of seconds; larger numbers are milliseconds, then microseconds."""
    found = number(value)
    if found is None or found < 0:
        return None
    unit = 1_000_000 if found < SECONDS_BELOW else 1000 if found < MILLISECONDS_BELOW else 1
    return round(found * unit)


def iso_us(value: Any) -> int | None:
    """Return microseconds of a moment in ISO 8601 with its zone; without one it is not known."""
    if not isinstance(value, str) or not 16 <= len(value) <= 40:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return from_datetime(moment) if moment.tzinfo is not None else None


def expiry(entry: Entry, key: str, odd: list[RowProblem], *, absent_is_session: bool) -> tuple[int | None, bool | None]:
    """Return the moment of expiry and whether it is a session cookie; what is not understood is not a session."""
    value = entry.get(key)
    if value is None:
        if not absent_is_session:
            odd.append(RowProblem("expires", "the file does not state it"))
        return None, True if absent_is_session else None
    if number(value) == _SESSION:
        return None, True
    us = seconds_us(value)
    if us is None:
        odd.append(RowProblem("expires", "it is no moment that a cookie can have"))
        return None, None
    return us, False


def partition(site: Any, ancestor: bool | None = None) -> Isolation:
    """Return the partition that a text names; nothing named is no partition."""
    if not isinstance(site, str) or not site:
        return NOT_ISOLATED
    mark = {None: "", True: "1", False: "0"}[ancestor]
    return Isolation(Partition(site, ancestor), raw=f"{site}{mark}")
