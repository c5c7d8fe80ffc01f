# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The record of one cookie: every fact that a store holds, and what it does not hold as "unknown".

A named tuple, because there are many: it is the cheapest immutable form measured (see ARCHITECTURE.md). Moments are
integers (microseconds since 1970-01-01 UTC) and become datetimes on demand.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import Final, NamedTuple

from inspector.core.isolation import Isolation
from inspector.core.lifetime import UNKNOWN_LIFETIME, Lifetime, LifetimeBasis, lifetime
from inspector.core.moments import to_datetime
from inspector.core.secret import Secret
from inspector.core.store import Family, StoreRef


class SameSite(StrEnum):
    """The attribute as set. ``UNSPECIFIED`` is a site that said nothing; ``UNKNOWN`` is a store that cannot tell."""

    STRICT = "strict"
    LAX = "lax"
    NONE = "none"
    UNSPECIFIED = "unspecified"
    UNKNOWN = "unknown"


class Priority(StrEnum):
    """Chromium's eviction priority (``net/cookies/cookie_constants.h``)."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    UNKNOWN = "unknown"


class SourceScheme(StrEnum):
    """The scheme a cookie was set over. Firefox keeps a set of them: ``MIXED`` is http and https both."""

    SECURE = "secure"
    NON_SECURE = "non_secure"
    MIXED = "mixed"
    FILE = "file"
    UNSET = "unset"
    UNKNOWN = "unknown"


class SourceType(StrEnum):
    """Who wrote the cookie: an HTTP header, a script (``document.cookie``), or something else (Chromium >= v22)."""

    HTTP = "http"
    SCRIPT = "script"
    OTHER = "other"
    UNSET = "unset"
    UNKNOWN = "unknown"


class ValueState(StrEnum):
    """What became of the value. ``LOCKED`` is encrypted with a key that we may not or cannot have."""

    NOT_READ = "not_read"
    PLAINTEXT = "plaintext"
    DECRYPTED = "decrypted"
    EMPTY = "empty"
    LOCKED = "locked"
    CORRUPT = "corrupt"
    DIGEST_MISMATCH = "digest_mismatch"


class RowProblem(NamedTuple):
    """What is odd about one row: the ``field`` and why its fact is unknown or suspect."""

    field: str
    why: str


class CookieKey(NamedTuple):
    """A cookie's identity: the store and the whole unique key that the store itself uses.

    Chromium: host_key, top_frame_site_key, has_cross_site_ancestor, name, path, source_scheme, source_port.
    Firefox: name, host, path, originAttributes. Two records with equal keys are the same cookie.
    """

    store: StoreRef
    host_key: str
    name: str
    path: str | None
    isolation: str
    source_scheme: SourceScheme | None
    source_port: int | None

    @property
    def id(self) -> str:
        """A stable id: 20 hexadecimal digits of SHA-256 over the whole key."""
        return _id_of(*self)


ID_DIGITS: Final = 20
SHORTENED_US: Final = 120_000_000  # clocks of server, page and browser differ; less than this is no shorter life


def _id_of(
    store: StoreRef,
    host: str,
    name: str,
    path: str | None,
    isolation: str,
    scheme: SourceScheme | None,
    port: int | None,
) -> str:
    where, path = _parts(store.browser, store.profile, store.file), str(path)
    text = (  # every part behind its length, so that no two keys make the same text; written out, for it is hot
        f"{where}{len(host)}:{host}{len(name)}:{name}{len(path)}:{path}{len(isolation)}:{isolation}"
        f"{_NO_SOURCE if scheme is None and port is None else _parts(str(scheme), str(port))}"
    )
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]


def ids_of(cookies: "Iterable[Cookie]") -> list[str]:
    """Return the id of each cookie, for very many: what neighbours share (store, compartment, host, name) is once."""
    texts: list[str] = []
    start = end = ""
    store = isolation = scheme = port = host = name = None
    for cookie in cookies:
        if (
            cookie.name != name
            or cookie.host_key != host
            or cookie.store is not store
            or cookie.isolation is not isolation
            or cookie.source_scheme is not scheme
            or cookie.source_port != port
        ):
            store, isolation, host, name = cookie.store, cookie.isolation, cookie.host_key, cookie.name
            scheme, port = cookie.source_scheme, cookie.source_port
            start, end = _ends(cookie)
            start = f"{start}{len(host)}:{host}{len(name)}:{name}"
        path = str(cookie.path)
        texts.append(f"{start}{len(path)}:{path}{end}")
    return [sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS] for text in texts]


def _ends(cookie: "Cookie") -> tuple[str, str]:
    """Return what of the text that an id is made of comes before the host and behind the path."""
    store, isolation = cookie.store, cookie.isolation.raw
    source = _NO_SOURCE
    if store.family is Family.CHROMIUM:
        source = _parts(str(cookie.source_scheme), str(cookie.source_port))
    return _parts(store.browser, store.profile, store.file), f"{len(isolation)}:{isolation}{source}"


@lru_cache(maxsize=1024)  # few stores and schemes, many cookies
def _parts(*texts: str) -> str:
    return "".join([f"{len(text)}:{text}" for text in texts])


_NO_SOURCE = _parts("None", "None")


class Cookie(NamedTuple):
    """One cookie as its store has it. ``None`` means that the store does not tell; it never means "no".

    ``host_key`` is the store's text, with a leading dot for domain cookies where the store writes one. ``source_port``
    -1 is Chromium's "unspecified". ``value_length`` counts bytes of the plain value (``None`` while unknown).
    ``encryption`` is the scheme's tag (``v10``, ``v11``, ``v12``, ``v20``, ``dpapi``), empty where not encrypted.
    ``updated_is_real`` is false where the update time is known to be an artefact of a migration. ``requested`` is the
    lifetime that a ``Set-Cookie`` header asked for, which no store keeps: browsers cap what they store.
    """

    store: StoreRef
    isolation: Isolation
    host_key: str
    host_only: bool | None
    name: str
    path: str | None
    created_us: int | None = None
    accessed_us: int | None = None
    updated_us: int | None = None
    expires_us: int | None = None
    session: bool | None = None
    secure: bool | None = None
    http_only: bool | None = None
    same_site: SameSite = SameSite.UNKNOWN
    partitioned_attribute: bool | None = None
    priority: Priority = Priority.UNKNOWN
    source_scheme: SourceScheme = SourceScheme.UNKNOWN
    source_port: int | None = None
    source_type: SourceType = SourceType.UNKNOWN
    value_state: ValueState = ValueState.NOT_READ
    value_length: int | None = None
    encryption: str = ""
    value: Secret | None = None
    updated_is_real: bool = True
    problems: tuple[RowProblem, ...] = ()
    requested: Lifetime = UNKNOWN_LIFETIME

    @property
    def host(self) -> str:
        """The host without the leading dot of a domain cookie."""
        return self.host_key[1:] if self.host_key.startswith(".") else self.host_key

    @property
    def key(self) -> CookieKey:
        """The identity; a cookie that differs only by partition or container is another cookie.

        Scheme and port are part of Chromium's unique key alone; elsewhere they are facts that may change.
        """
        chromium = self.store.family is Family.CHROMIUM
        return CookieKey(
            self.store,
            self.host_key,
            self.name,
            self.path,
            self.isolation.raw,
            self.source_scheme if chromium else None,
            self.source_port if chromium else None,
        )

    @property
    def id(self) -> str:
        """The stable id of :class:`CookieKey`, without making the key: it is asked of every cookie."""
        store, isolation = self.store, self.isolation.raw
        if store.family is Family.CHROMIUM:
            scheme, port = self.source_scheme, self.source_port
            return _id_of(store, self.host_key, self.name, self.path, isolation, scheme, port)
        return _id_of(store, self.host_key, self.name, self.path, isolation, None, None)

    @property
    def created(self) -> datetime | None:
        """When it was first set (aware UTC), carried forward over renewals with the same value."""
        return to_datetime(self.created_us)

    @property
    def accessed(self) -> datetime | None:
        """When it was last read or sent (aware UTC); browsers write it with a granularity of a minute or coarser."""
        return to_datetime(self.accessed_us)

    @property
    def updated(self) -> datetime | None:
        """When it was last set (aware UTC)."""
        return to_datetime(self.updated_us)

    @property
    def expires(self) -> datetime | None:
        """When it ends (aware UTC). ``None`` for session cookies, unknown ones and years past 9999: see ``session``."""
        return to_datetime(self.expires_us)

    @property
    def lifetime(self) -> Lifetime:
        """The lifetime as set, with its basis: as asked for where that is recorded, else told from what is stored."""
        asked = self.requested
        if asked is not UNKNOWN_LIFETIME and asked.basis is not LifetimeBasis.UNKNOWN:
            return asked
        return lifetime(self.session, self.created_us, self.updated_us, self.expires_us, self.updated_is_real)

    @property
    def stored_lifetime(self) -> Lifetime:
        """The lifetime that the moments of the record give."""
        return lifetime(self.session, self.created_us, self.updated_us, self.expires_us, self.updated_is_real)

    @property
    def shortened_us(self) -> int | None:
        """What the browser keeps of a lifetime that was asked for; ``None`` where it is no less, or not known."""
        asked, basis = self.requested
        us, stored = self.stored_lifetime
        if asked is None or us is None or basis is not LifetimeBasis.STATED:
            return None
        told = stored in (LifetimeBasis.UPDATED, LifetimeBasis.CAP) and us > 0
        return us if told and asked - us > SHORTENED_US else None


def is_timeless(cookie: Cookie) -> bool:
    """Whether a record holds no moment of setting and no lifetime that was asked for, as of files without times.

    Such a cookie's lifetime is unknown; asked first, this spares the way there for very many of them.
    """
    return cookie[6] is None and cookie[8] is None and cookie[25] is UNKNOWN_LIFETIME
