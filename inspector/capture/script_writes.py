# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the hook told of a script's write, as an event. The page could have told it too, so nothing in it is trusted."""

import json
import math
from collections.abc import Mapping
from typing import Any, Final, NamedTuple, TypeGuard

from inspector.capture.events import ScriptWrite
from inspector.capture.hook import LONGEST_TEXT
from inspector.capture.parts import AskedCookie, Basis, Fate
from inspector.capture.stacks import callers
from inspector.capture.traces import Traces
from inspector.capture.verdicts import is_removal
from inspector.core.cookie import SameSite
from inspector.core.moments import SECOND_US

APIS: Final = frozenset({"document.cookie", "cookieStore.set", "cookieStore.delete"})
_SAME_SITE: Final = {"strict": SameSite.STRICT, "lax": SameSite.LAX, "none": SameSite.NONE}
_LATEST_MS: Final = 8.64e15  # of a JavaScript date
_FAR_US: Final = 60 * SECOND_US  # by which a page's clock may differ from ours before it is not believed


class Told(NamedTuple):
    """A write, whether it is sure without a look into the jar, and the address of the document or worker that wrote."""

    write: ScriptWrite
    sure: bool
    url: str


def told_write(payload: object, traces: Traces, now_us: int) -> Told | None:
    """Return the write that a message of the hook tells, ``None`` where it is none of the hook's."""
    record = _record(payload)
    if record is None or (api := record.get("api")) not in APIS:
        return None
    at_us = _moment(record.get("at"), now_us)
    stack = callers(_text(record.get("stack"), 20_000), traces.of_url)
    cookie = traces.of_header(_text(record.get("line"))) if api == "document.cookie" else _asked(record, traces, api)
    write = ScriptWrite(at_us, str(api), cookie, script=stack[0] if stack else None, stack=stack)
    if record.get("settled") is False:
        reason = _text(record.get("error"), 300)
        return Told(write._replace(fate=Fate.REFUSED, basis=Basis.BROWSER, reasons=(reason,)), True, _url(record))
    return Told(write, _appeared(record, cookie, at_us), _url(record))


def _record(payload: object) -> Mapping[str, Any] | None:
    if isinstance(payload, str):
        try:
            payload = json.loads(payload)
        except (ValueError, RecursionError):
            return None
    return payload if isinstance(payload, dict) else None


def _appeared(record: Mapping[str, Any], cookie: AskedCookie, at_us: int) -> bool:
    """Whether the page read back more cookies of this name and value after the write than before it."""
    before, after = record.get("before"), record.get("after")
    counted = isinstance(before, int) and isinstance(after, int) and 0 <= before < after
    return counted and not is_removal(cookie, at_us)


def _asked(record: Mapping[str, Any], traces: Traces, api: object) -> AskedCookie:
    """Return what the Cookie Store API was asked for; what it was not told has the API's own defaults."""
    asked = record.get("asked")
    held: Mapping[str, Any] = asked if isinstance(asked, dict) else {}
    expires, age, domain = held.get("expires"), held.get("maxAge"), _text(held.get("domain"), 300)
    ends = round(expires * 1000) if _is_number(expires) and abs(expires) <= _LATEST_MS else None
    cookie = AskedCookie(
        name=_text(held.get("name")),
        domain=domain.removeprefix(".").lower() or None,
        path=_text(held.get("path"), 1024) or "/",
        expires_us=ends,
        max_age_s=round(age) if _is_number(age) and abs(age) <= _LATEST_MS else None,
        session=ends is None and age is None,
        secure=True,
        http_only=False,
        same_site=_SAME_SITE.get(_text(held.get("sameSite"), 10).lower(), SameSite.STRICT),
        partitioned=held.get("partitioned") is True,
        value=traces.of_value(_text(held.get("value"))),
    )
    return cookie._replace(max_age_s=0, session=False, value=None) if api == "cookieStore.delete" else cookie


def _is_number(held: object) -> TypeGuard[float]:
    return isinstance(held, int | float) and not isinstance(held, bool) and not math.isnan(held)


def _moment(at: object, now_us: int) -> int:
    """Return the moment that the page's clock gave, or ours where that is not to be believed."""
    if isinstance(at, int | float) and abs(at) < _LATEST_MS and abs(round(at * 1000) - now_us) <= _FAR_US:
        return round(at * 1000)
    return now_us


def _url(record: Mapping[str, Any]) -> str:
    return _text(record.get("url"), 4_000)


def _text(held: object, most: int = LONGEST_TEXT) -> str:
    return held[:most] if isinstance(held, str) else ""
