# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Playwright's storage state: what a browser context held, as ``context.storage_state()`` writes it.

It states no times but the expiry. ``sameSite`` "Lax" is also written for cookies that said nothing, so it proves
nothing; ``partitionKey`` is a plain text here (Playwright's types.d.ts).
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from inspector.core.cookie import Cookie, Priority, RowProblem, SameSite, SourceScheme, SourceType, ValueState
from inspector.core.isolation import NOT_ISOLATED, Isolation, Partition
from inspector.core.lifetime import UNKNOWN_LIFETIME
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, StoreCount
from inspector.core.secret import Secret
from inspector.core.store import StoreRef
from inspector.readers.files.api import FileFormat, OpenedFile, Skipped
from inspector.readers.files.entries import byte_length, no_host, number
from inspector.readers.files.lists import listed, share

TITLE: Final = "Playwright storage state"
_KEYS: Final = ("name", "domain", "path", "expires", "httpOnly", "secure", "sameSite")
_SECONDS_BELOW: Final = 100_000_000_000


def bid(file: OpenedFile) -> int:
    """Bid on a list of cookies beside a list of origins, or on cookies of this kind (``context.cookies()``)."""
    data = file.json
    if isinstance(data, dict) and isinstance(data.get("cookies"), list):
        if isinstance(data.get("origins"), list):
            return 95
        if not data["cookies"]:
            return 70
    found = listed(file)
    return 86 if share(found, *_KEYS) > 0.5 and not share(found, "size") else 0


def read(file: OpenedFile) -> Reading:
    """Read every entry that is a cookie, and say why the others are none."""
    skipped = Skipped(str(file.path), "an entry is not a cookie")
    store = file.store(TITLE)
    cookies: list[Cookie] = []
    texts: dict[str, str] = {}  # one text for equal names, and for equal domains: they are compared again and again
    hosts: dict[str, str] = {}  # why a domain is none
    for place, entry in enumerate(listed(file), 1):
        fault = _fault(entry, hosts)
        if fault:
            skipped.add(f"cookie {place}", fault)
        else:
            cookies.append(_cookie(entry, store, texts))
    problems = (*file.damage(), *skipped.problems(), *_local_storage(file))
    return Reading(tuple(cookies), problems, (StoreCount(store, len(cookies)),))


def _fault(entry: Any, hosts: dict[str, str]) -> str:
    if not isinstance(entry, dict):
        return "it is not an object"
    get = entry.get
    domain, value = get("domain"), get("value", "")
    if not isinstance(get("name"), str):
        return "its name is not a text"
    if not isinstance(domain, str):
        return "its domain is not a text"
    why = hosts.get(domain)
    if why is None:
        why = hosts[domain] = _no_domain(domain)
    return why if why or isinstance(value, str) else "its value is not a text"


def _no_domain(domain: str) -> str:
    if not domain.strip("."):
        return "it has no domain"
    return "its domain is not a host" if no_host(domain) else ""


def _cookie(entry: Mapping[str, Any], store: StoreRef, texts: dict[str, str]) -> Cookie:
    get = entry.get
    name, domain, path = entry["name"], entry["domain"], get("path")
    value, seconds, stated = get("value"), get("expires"), get("sameSite")
    name, domain = texts.setdefault(name, name), texts.setdefault(domain, domain)
    same_site, doubt = _SAME_SITES[stated] if type(stated) is str and stated in _SAME_SITES else _OTHER
    expires_us: int | None
    session: bool | None = False
    if type(seconds) is int and 0 <= seconds < _SECONDS_BELOW:  # the short way for what nearly all are
        expires_us, odd = seconds * 1_000_000, doubt
    else:
        expires_us, session, odd = _expiry(seconds)
        odd = odd + doubt if odd and doubt else odd or doubt
    secure, http_only = get("secure"), get("httpOnly")
    if value:
        state: ValueState = _PLAIN
        length: int | None = len(value) if value.isascii() else byte_length(value)
        secret: Secret | None = Secret(value)
    else:
        state, length, secret = _NO_VALUE if value is None else _EMPTY
    return tuple.__new__(  # as Cookie(...), without a step of Python: a file may hold a hundred thousand of them
        Cookie,
        (
            store,
            _isolation(entry) if get("partitionKey") else NOT_ISOLATED,
            domain,
            domain[0] != ".",
            name,
            path if isinstance(path, str) else None,
            None,
            None,
            None,
            expires_us,
            session,
            secure if secure is True or secure is False else None,
            http_only if http_only is True or http_only is False else None,
            same_site,
            *_NOT_IN_FILE,
            state,
            length,
            "",
            secret,
            True,
            odd,
            UNKNOWN_LIFETIME,
        ),
    )


_PLAIN: Final = ValueState.PLAINTEXT  # members of an enum are slow to ask for
_NO_VALUE: Final[tuple[ValueState, int | None, Secret | None]] = (ValueState.NOT_READ, None, None)
_EMPTY: Final[tuple[ValueState, int | None, Secret | None]] = (ValueState.EMPTY, 0, Secret(""))
# What comes between "same_site" and "value_state": partitioned, priority, scheme, port and type of the source.
_NOT_IN_FILE: Final = (None, Priority.UNKNOWN, SourceScheme.UNKNOWN, None, SourceType.UNKNOWN)
_Odd = tuple[RowProblem, ...]
_NOT_STATED: Final[_Odd] = (RowProblem("expires", "the file does not state it"),)
_NO_MOMENT: Final[_Odd] = (RowProblem("expires", "it is no number of seconds that a cookie can have"),)
_LAX: Final[_Odd] = (RowProblem("same_site", "Playwright writes Lax for cookies that said nothing, too"),)


_SAME_SITES: Final[Mapping[str, tuple[SameSite, _Odd]]] = {
    "Strict": (SameSite.STRICT, ()),
    "None": (SameSite.NONE, ()),
    "Lax": (SameSite.UNKNOWN, _LAX),
}
_OTHER: Final[tuple[SameSite, _Odd]] = (SameSite.UNKNOWN, ())


def _expiry(value: Any) -> tuple[int | None, bool | None, _Odd]:
    """Seconds since 1970, -1 for a session cookie; anything else is unknown, not a session."""
    seconds = number(value)
    if seconds is None:
        return None, None, _NOT_STATED
    if seconds == -1:
        return None, True, ()
    if not 0 <= seconds < _SECONDS_BELOW:
        return None, None, _NO_MOMENT
    return round(seconds * 1_000_000), False, ()


def _flag(entry: Mapping[str, Any], key: str) -> bool | None:
    value = entry.get(key)
    return value if isinstance(value, bool) else None


def _isolation(entry: Mapping[str, Any]) -> Isolation:
    site = entry.get("partitionKey")
    if not isinstance(site, str) or not site:
        return NOT_ISOLATED
    ancestor = _flag(entry, "_crHasCrossSiteAncestor")
    mark = {None: "", True: "1", False: "0"}[ancestor]
    return Isolation(Partition(site, ancestor), raw=f"{site}{mark}")


def _local_storage(file: OpenedFile) -> Iterator[Problem]:
    """Say that local storage is there: it is kept apart from cookies, and not judged with them."""
    origins = file.json.get("origins") if isinstance(file.json, dict) else None
    counts = [
        len(entry["localStorage"])
        for entry in (origins if isinstance(origins, list) else ())
        if isinstance(entry, dict) and isinstance(entry.get("localStorage"), list)
    ]
    if sum(counts):
        yield Problem(
            "local-storage-left",
            f"{sum(counts)} entries of local storage are in the file; only cookies are read",
            str(file.path),
            severity=Severity.NOTE,
            count=sum(counts),
        )


STORAGE_STATE: Final = FileFormat("storage-state", TITLE, bid, read)
