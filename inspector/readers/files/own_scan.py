# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What ``cookie-inspector scan`` wrote as JSON or JSON Lines, read back: the one format that has every fact of a store.

What a key does not state is unknown here, too. The store that a cookie was scanned from is not this file, so the file
is where it was found now, and the browser is told by its title.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, TypeVar

from inspector.core.cookie import (
    Cookie,
    CookieKey,
    Priority,
    RowProblem,
    SameSite,
    SourceScheme,
    SourceType,
    ValueState,
)
from inspector.core.evidence import Evidence, Refusal, Sighting
from inspector.core.isolation import NOT_ISOLATED, Isolation, Partition
from inspector.core.lifetime import SESSION_LIFETIME, UNKNOWN_LIFETIME, Lifetime, LifetimeBasis
from inspector.core.moments import DAY_US, from_datetime
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, StoreCount
from inspector.core.secret import Secret
from inspector.core.store import StoreRef
from inspector.core.visible import visible
from inspector.readers.files.api import FileFormat, OpenedFile, Skipped
from inspector.readers.files.entries import number, text
from inspector.readers.files.json_text import BROKEN_LINE

TITLE: Final = "Cookie Inspector scan"
_OURS: Final = frozenset({"name", "host", "value_state", "lifetime_basis"})  # what no other program's lines have
_SAMPLE: Final = 20
_PROGRAM: Final = "cookie-inspector"
_ISO_LENGTH: Final = len("2026-11-24T12:00:00.000000Z")
E = TypeVar("E", bound=StrEnum)


def bid(file: OpenedFile) -> int:
    """Bid on a document that names this program as its writer and has a list of cookies, or on lines of its cookies."""
    data = file.json
    if isinstance(data, dict) and isinstance(data.get("cookies"), list):
        program = data.get("program")
        return 99 if isinstance(program, dict) and program.get("name") == _PROGRAM else 0
    lines = [data] if isinstance(data, dict) else data if isinstance(data, list) else []
    return 99 if any(isinstance(entry, dict) and entry.keys() >= _OURS for entry in lines[:_SAMPLE]) else 0


def read(file: OpenedFile) -> Reading:
    """Read every entry that is a cookie, and say why the others are none."""
    skipped = Skipped(str(file.path), "an entry is not a cookie")
    store, data = file.store(TITLE), file.json
    under = data.get("cookies") if isinstance(data, dict) else data
    listed = under if isinstance(under, list) else [data]
    cookies: list[Cookie] = []
    sightings: dict[CookieKey, Sighting] = {}
    for place, entry in enumerate(listed, 1):
        fault = _fault(entry)
        if fault:
            skipped.add(f"cookie {place}", fault)
            continue
        cookie, seen = _cookie(entry, store), _sighting(entry)
        cookies.append(cookie)
        if seen is not None:
            sightings[cookie.key] = seen
    evidence = Evidence(sightings=MappingProxyType(sightings), refused=tuple(_refused(data, store, skipped)))
    problems = (*file.damage(), *skipped.problems(), *_narrowed(file))
    return Reading(tuple(cookies), problems, (StoreCount(store, len(cookies)),), evidence=evidence)


def _refused(data: Any, store: StoreRef, skipped: Skipped) -> Iterator[Refusal]:
    """Yield the cookies that the scan lists as tried and not kept."""
    listed = data.get("refused") if isinstance(data, dict) else None
    for place, entry in enumerate(listed if isinstance(listed, list) else (), 1):
        fault = _fault(entry)
        if fault:
            skipped.add(f"refused cookie {place}", fault)
        else:
            why = text(entry, "why") or "the scan says so"
            yield Refusal(_cookie(entry, store), why, _sighting(entry) or Sighting(None))


def _sighting(entry: Mapping[str, Any]) -> Sighting | None:
    """Who set it on which pages, as the scan says; ``None`` where it says neither."""
    listed = entry.get("pages")
    pages = tuple(page for page in listed if isinstance(page, str)) if isinstance(listed, list) else ()
    setter = text(entry, "set_by")
    if not pages and setter is None:
        return None
    header, sent_back = (entry.get(key) is True for key in ("set_by_header", "sent_back"))
    return Sighting(pages[0] if pages else None, header, None, setter, pages[1:], sent_back)


def _narrowed(file: OpenedFile) -> tuple[Problem, ...]:
    """A scan that a filter was laid over is a part: that a cookie is not in it says nothing."""
    listed = file.json if isinstance(file.json, list) else [file.json]  # JSON Lines say it in each line
    parts = (entry.get("filter") for entry in listed if isinstance(entry, dict))
    told = next((part for part in parts if isinstance(part, dict)), None)
    if told is None:
        return ()
    why = f"it was written with a filter, and holds {told.get('cookies')} of {told.get('of_cookies')} cookies"
    return (
        Problem(
            "scan-narrowed",
            "only a part of a scan",
            str(file.path),
            visible(why, 200),
            "Scan again without --filter",
            Severity.PARTIAL,
        ),
    )


def cookie_of(entry: Any, store: StoreRef) -> Cookie | None:
    """Return the cookie of one object as scans and audits write it, ``None`` where it is none."""
    return None if _fault(entry) else _cookie(entry, store)


def _fault(entry: Any) -> str:
    if not isinstance(entry, dict):
        return "the line is no JSON" if entry is BROKEN_LINE else "it is not an object"
    for key in ("name", "host"):
        if not isinstance(entry.get(key), str):
            return f"its {key} is not a text"
    if not entry["host"].strip("."):
        return "it has no host"
    if not isinstance(entry.get("value"), str | None):
        return "its value is not a text"
    return ""


def _cookie(entry: Mapping[str, Any], store: StoreRef) -> Cookie:
    odd: list[RowProblem] = []
    host, host_only, value, path = entry["host"], _flag(entry, "host_only"), entry.get("value"), entry.get("path")
    return Cookie(
        store,
        _isolation(entry),
        host if host_only is not False else f".{host.lstrip('.')}",
        host_only,
        entry["name"],
        path if isinstance(path, str) else None,
        created_us=_moment(entry, "created", odd),
        accessed_us=_moment(entry, "accessed", odd),
        updated_us=_moment(entry, "updated", odd),
        expires_us=_moment(entry, "expires", odd),
        session=_flag(entry, "session"),
        secure=_flag(entry, "secure"),
        http_only=_flag(entry, "http_only"),
        same_site=_one_of(SameSite, entry.get("same_site")) or SameSite.UNKNOWN,
        partitioned_attribute=_flag(entry, "partitioned_attribute"),
        priority=_one_of(Priority, entry.get("priority")) or Priority.UNKNOWN,
        source_scheme=_one_of(SourceScheme, entry.get("source_scheme")) or SourceScheme.UNKNOWN,
        source_type=_one_of(SourceType, entry.get("source_type")) or SourceType.UNKNOWN,
        value_state=_state(entry, value),
        value_length=None if value is None else len(value.encode("utf-8", "surrogatepass")),
        value=None if value is None else Secret(value),
        # The scan found the update time to be an artefact of a migration, and so told the lifetime from the creation.
        updated_is_real=entry.get("stored_basis", entry.get("lifetime_basis")) != LifetimeBasis.CREATED,
        problems=tuple(odd),
        requested=_requested(entry),
    )


def _state(entry: Mapping[str, Any], value: str | None) -> ValueState:
    """What became of the value: of what this file has, else what the scan said of it."""
    if value is not None:
        return ValueState.PLAINTEXT if value else ValueState.EMPTY
    said = _one_of(ValueState, entry.get("value_state"))
    return said if said in (ValueState.LOCKED, ValueState.CORRUPT, ValueState.EMPTY) else ValueState.NOT_READ


def _moment(entry: Mapping[str, Any], key: str, odd: list[RowProblem]) -> int | None:
    """Microseconds of a moment as the scan writes it; years past 9999 are told as odd rather than misread."""
    text = entry.get(key)
    if text is None:
        return None
    if isinstance(text, str) and len(text) == _ISO_LENGTH and text.endswith("Z"):
        try:
            return from_datetime(datetime.fromisoformat(text))
        except ValueError:
            pass  # told below, like every other text that is no moment
    odd.append(RowProblem(key, "it is no moment that can be read"))
    return None


def _requested(entry: Mapping[str, Any]) -> Lifetime:
    """The lifetime that a header asked for, which is a fact of its own beside the moments."""
    days, basis = number(entry.get("requested_days")), entry.get("requested_basis")
    if basis is None:  # of a scan before there were two, or of an audit
        days, basis = number(entry.get("lifetime_days")), entry.get("lifetime_basis")
    elif basis == LifetimeBasis.SESSION:
        return SESSION_LIFETIME
    if basis != LifetimeBasis.STATED or days is None:
        return UNKNOWN_LIFETIME
    return Lifetime(round(days * DAY_US), LifetimeBasis.STATED)


def _flag(entry: Mapping[str, Any], key: str) -> bool | None:
    value = entry.get(key)
    return value if isinstance(value, bool) else None


def _one_of(kind: type[E], value: Any) -> E | None:
    return next((member for member in kind if member.value == value), None)


def _isolation(entry: Mapping[str, Any]) -> Isolation:
    stated, domain = entry.get("partition"), entry.get("first_party_domain")
    partition: Mapping[str, Any] = stated if isinstance(stated, dict) else {}
    first_party = domain if isinstance(domain, str) and domain else None
    site = partition.get("site")
    if not isinstance(site, str) or not site:
        return NOT_ISOLATED if first_party is None else Isolation(first_party_domain=first_party, raw=first_party)
    ancestor = _flag(partition, "has_cross_site_ancestor")
    mark = {None: "", True: "1", False: "0"}[ancestor]
    return Isolation(Partition(site, ancestor), None, first_party, raw=f"{site}{mark}{first_party or ''}")


OWN_SCAN: Final = FileFormat("scan", TITLE, bid, read)
