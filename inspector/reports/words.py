# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Facts of a record in a few words, for tables. Nothing unknown is worded as "no"."""

from collections.abc import Mapping
from typing import Final

from inspector.core.cookie import Cookie, SameSite, ValueState
from inspector.core.isolation import Isolation
from inspector.core.moments import DAY_US, SECOND_US

MINUTE_US: Final = 60 * SECOND_US
HOUR_US: Final = 60 * MINUTE_US

_SPANS: Final = (
    (2 * MINUTE_US, SECOND_US, "s"),
    (2 * HOUR_US, MINUTE_US, "min"),
    (2 * DAY_US, HOUR_US, "h"),
    (None, DAY_US, "days"),
)
SAME_SITE: Final[Mapping[SameSite, str]] = {
    SameSite.STRICT: "strict",
    SameSite.LAX: "lax",
    SameSite.NONE: "none",
    SameSite.UNSPECIFIED: "not set",
    SameSite.UNKNOWN: "?",
}
VALUE: Final[Mapping[ValueState, str]] = {
    ValueState.NOT_READ: "not read",
    ValueState.PLAINTEXT: "read",
    ValueState.DECRYPTED: "decrypted",
    ValueState.EMPTY: "empty",
    ValueState.LOCKED: "locked",
    ValueState.CORRUPT: "damaged",
    ValueState.DIGEST_MISMATCH: "another host's",
}


def span(us: int) -> str:
    """Return a length of time in its natural unit, rounded; whole days from two days on, as lifetimes are promised."""
    size = abs(us)
    unit, name = next((unit, name) for below, unit, name in _SPANS if below is None or size < below)
    return f"{(size + unit // 2) // unit:,} {name}"


def distance(us: int, now_us: int) -> str:
    """Return how far a moment is from now: ``in 29 days``, ``3 h ago``."""
    return f"in {span(us - now_us)}" if us > now_us else f"{span(now_us - us)} ago"


def ends(cookie: Cookie, now_us: int) -> str:
    """Return when a cookie ends."""
    if cookie.session:
        return "session"
    if cookie.expires_us is None:
        return "unknown"
    return ("" if cookie.expires_us > now_us else "ended ") + distance(cookie.expires_us, now_us)


def yes_no(answer: bool | None) -> str:
    """Return yes, no, or a question mark where the store does not tell."""
    if answer is None:
        return "?"
    return "yes" if answer else "no"


def apart(isolation: Isolation) -> str:
    """Return what keeps a cookie apart from its namesakes: the site it is partitioned under, its container."""
    partition, container = isolation.partition, isolation.container
    parts = []
    if partition is not None:
        port = "" if partition.port is None else f":{partition.port}"
        parts.append(f"under {partition.site.removeprefix('https://')}{port}")
    if container is not None:
        parts.append(f"container {container.id if container.name is None else container.name}")
    if isolation.first_party_domain:
        parts.append(f"first party {isolation.first_party_domain}")
    if isolation.private:
        parts.append("private")
    return ", ".join(parts)


def value_word(cookie: Cookie) -> str:
    """Return what became of a value, never the value."""
    word = VALUE[cookie.value_state]
    return f"{word} ({cookie.encryption})" if cookie.value_state is ValueState.LOCKED and cookie.encryption else word


def many(count: int, one: str, more: str | None = None) -> str:
    """Return ``1 cookie`` or ``5,214 cookies``."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"
