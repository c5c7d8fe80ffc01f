# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Firefox's own log of its cookies: each one that it takes, from any frame or worker, with the jar that it went to.

``MOZ_LOG=cookie:5`` makes it write to its standard error (``netwerk/cookie/CookieLogging.cpp``); measured with 153 ESR:

    ===== COOKIE ACCEPTED =====
    request URL: https://ads.test/pixel
    cookie string: IDE=...; Secure; SameSite=None        (empty where a script wrote it)
    replaces existing cookie: false
    ... name: value: host: path: ... origin attributes: ^partitionKey=%28https%2Cshop.test%29

Each line stands behind the process and the name of the module, so nothing that a site writes can begin one. What the
lines say is held in memory only: they hold the values.
"""

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from inspector.capture.firefox.partitions import partition_of
from inspector.capture.parts import HeldCookie
from inspector.capture.traces import Traces
from inspector.core.cookie import SameSite
from inspector.core.cookie_date import parse_cookie_date

MODULES: Final = "sync,cookie:5"
"""What the environment variable ``MOZ_LOG`` is set to."""

_LINE: Final = re.compile(r"\[[^\]]{1,200}\]: [A-Z]/cookie ?(?P<text>.*)", re.DOTALL)
_TITLE: Final = re.compile(r"===== COOKIE (ACCEPTED|NOT ACCEPTED|SENT|NOT SENT) =====")
_REJECTED: Final = "rejected because "
_SESSION: Final = "(at end of session)"
_TRUTH: Final = {"true": True, "false": False}
_SAME_SITE: Final = {
    "strict": SameSite.STRICT,
    "lax": SameSite.LAX,
    "none": SameSite.NONE,
    "unset": SameSite.UNSPECIFIED,
}
_FIELDS: Final = (
    "request URL",
    "cookie string",
    "replaces existing cookie",
    "name",
    "value",
    "host",
    "domain",
    "path",
    "expires",
    "is secure",
    "is httpOnly",
    "sameSite",
    "origin attributes",
)


class Kept(NamedTuple):
    """A cookie that Firefox took. ``line`` is the header's text, empty where a script wrote it."""

    url: str
    line: str
    name: str
    value: str
    host: str
    path: str
    attributes: str  # the origin attributes: "" or "^partitionKey=..."
    replaces: bool | None
    expires: str = ""
    secure: bool | None = None
    http_only: bool | None = None
    same_site: SameSite = SameSite.UNKNOWN
    at_us: int = 0  # when it was heard, and the one page that it may belong to
    page: str | None = None

    def held(self, traces: Traces) -> HeldCookie:
        """Return the cookie as it was held at that moment."""
        ends = None if self.expires.endswith(_SESSION) else parse_cookie_date(self.expires)
        session = True if self.expires.endswith(_SESSION) else None if ends is None else False
        return HeldCookie(
            self.name,
            self.host,
            self.path,
            partition_of(self.attributes),
            ends,
            session,
            self.secure,
            self.http_only,
            self.same_site,
            value=traces.of_value(self.value),
        )


class Turned(NamedTuple):
    """A cookie that Firefox did not take, or an older one that it ended, and why in its own words."""

    url: str
    line: str
    why: str


class Sent(NamedTuple):
    """The names of the cookies that went with a request, which no other interface tells of a worker's."""

    url: str
    names: tuple[str, ...]


Told = Kept | Turned | Sent


@dataclass
class CookieLog:
    """Puts the lines together. ``feed`` returns what became whole with a line."""

    seen: bool = False
    _title: str = ""
    _held: dict[str, str] = field(default_factory=dict)
    _why: str = ""

    def feed(self, line: str) -> Told | None:
        """Take one line of standard error."""
        found = _LINE.search(line)
        if found is None:
            return None
        self.seen = True
        text = found["text"].rstrip("\n")
        title = _TITLE.fullmatch(text)
        if title is not None:
            self._title, self._held, self._why = title[1], {}, ""
            return None
        if not text:
            return self._end()
        if text.startswith(_REJECTED):
            self._why = text.removeprefix(_REJECTED)
            return None
        name, mark, value = text.partition(": ")
        if mark and name in _FIELDS:
            self._held.setdefault(name, value)
        return None

    def _end(self) -> Told | None:
        title, held, why = self._title, self._held, self._why
        self._title, self._held, self._why = "", {}, ""
        url, line = held.get("request URL", ""), held.get("cookie string", "")
        if title == "ACCEPTED" and ("host" in held or "domain" in held):
            return _kept(url, line, held)
        if title == "NOT ACCEPTED":
            return Turned(url, line, why)
        if title == "SENT":
            return Sent(url, tuple(pair.partition("=")[0].strip() for pair in line.split(";")))
        return None


def _kept(url: str, line: str, held: dict[str, str]) -> Kept:
    attributes = held.get("origin attributes", "")
    return Kept(
        url,
        line,
        held.get("name", ""),
        held.get("value", ""),
        held.get("host") or held.get("domain", ""),
        held.get("path", "/"),
        "" if attributes == "{empty}" else attributes,
        _TRUTH.get(held.get("replaces existing cookie", "")),
        held.get("expires", ""),
        _TRUTH.get(held.get("is secure", "")),
        _TRUTH.get(held.get("is httpOnly", "")),
        _SAME_SITE.get(held.get("sameSite", ""), SameSite.UNKNOWN),
    )
