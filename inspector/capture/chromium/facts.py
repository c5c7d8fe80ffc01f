# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the DevTools protocol tells, as parts of our events. Absent is unknown, but for what the protocol says of it."""

from collections.abc import Mapping
from typing import Any, Final

from inspector.capture.parts import Caller, HeldCookie, PartitionKey
from inspector.capture.traces import Traces
from inspector.core.cookie import SameSite

_SAME_SITE: Final = {"Strict": SameSite.STRICT, "Lax": SameSite.LAX, "None": SameSite.NONE}
_SCHEMES: Final = {"Secure": "secure", "NonSecure": "non_secure", "Unset": "unset"}
_LONGEST_CHAIN: Final = 20


def held_cookie(told: Mapping[str, Any], traces: Traces) -> HeldCookie:
    """Return a ``Network.Cookie``. The protocol leaves ``sameSite`` out for a cookie that said nothing."""
    session = told.get("session")
    port = told.get("sourcePort")
    return HeldCookie(
        name=str(told.get("name", "")),
        domain=str(told.get("domain", "")),
        path=told.get("path"),
        partition=partition_key(told),
        expires_us=None if session or "expires" not in told else round(told["expires"] * 1_000_000),
        session=session,
        secure=told.get("secure"),
        http_only=told.get("httpOnly"),
        same_site=_SAME_SITE.get(told.get("sameSite", ""), SameSite.UNSPECIFIED),
        source_scheme=_SCHEMES.get(told.get("sourceScheme", "")),
        source_port=port if isinstance(port, int) else None,
        value=traces.of_value(str(told.get("value", ""))),
    )


def partition_key(told: Mapping[str, Any], field: str = "partitionKey") -> PartitionKey | None:
    """Return the partition of a cookie or a response. Older browsers tell the site alone, as a text."""
    key = told.get(field)
    if isinstance(key, dict):
        return PartitionKey(key.get("topLevelSite"), key.get("hasCrossSiteAncestor"))
    if isinstance(key, str):
        return PartitionKey(key)
    return PartitionKey(None) if told.get(f"{field}Opaque") else None


def initiator_chain(initiator: Mapping[str, Any], traces: Traces) -> tuple[Caller, ...]:
    """Return who asked for a request, the nearest first: the frames of its stack, or the place in the document."""
    kind = str(initiator.get("type", "other"))
    links: list[Caller] = []
    stack: Any = initiator.get("stack")
    while isinstance(stack, dict) and len(links) < _LONGEST_CHAIN:
        links.extend(_frame(frame, traces) for frame in stack.get("callFrames", ()))
        stack = stack.get("parent")
    if not links and ("url" in initiator or kind != "script"):
        line, column = _from_one(initiator.get("lineNumber")), _from_one(initiator.get("columnNumber"))
        links.append(Caller(kind, traces.of_url(str(initiator.get("url", ""))), line, column))
    return tuple(links[:_LONGEST_CHAIN])


def _frame(frame: Mapping[str, Any], traces: Traces) -> Caller:
    return Caller(
        "script",
        traces.of_url(str(frame.get("url", ""))),
        _from_one(frame.get("lineNumber")),
        _from_one(frame.get("columnNumber")),
        str(frame.get("functionName", ""))[:80],
    )


def _from_one(number: Any) -> int | None:
    """The protocol counts from 0, people and stacks from 1."""
    return int(number) + 1 if isinstance(number, int | float) else None
