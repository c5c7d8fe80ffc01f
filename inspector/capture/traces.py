# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What of values and addresses goes into a log: facts and marks, never the thing itself unless the user wants it."""

import hmac
import re
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from inspector.capture.parts import AskedCookie, ValueFacts
from inspector.core.frozen import frozen
from inspector.core.set_cookie import NotACookieError, SetCookie, parse_set_cookie, split_set_cookie

HIDDEN: Final = "…"
_LONGEST_URL: Final = 2_000
_MARK_DIGITS: Final = 16
_DATA: Final = re.compile(r"data:([\w.+/-]{0,60})", re.IGNORECASE)


@frozen
class Traces:
    """Turns values into facts. ``key`` is random, one for each run, and is never written down.

    ``kind_of`` names the shape of a value; it is handed in because the classifier knows the shapes.
    """

    key: bytes
    keep_values: bool = False
    kind_of: Callable[[str], str] | None = None

    def of_value(self, text: str) -> ValueFacts:
        """Return what may be told of a value."""
        octets = text.encode("utf-8", "surrogatepass")
        mark = hmac.new(self.key, octets, "sha256").hexdigest()[:_MARK_DIGITS]
        kind = None if self.kind_of is None else self.kind_of(text)
        return ValueFacts(len(octets), mark, kind, text if self.keep_values else None)

    def of_header(self, line: str) -> AskedCookie:
        """Return what a ``Set-Cookie`` header, or the text given to ``document.cookie``, asks for."""
        why = ""
        try:
            cookie = parse_set_cookie(line)
        except NotACookieError as error:
            cookie, why = split_set_cookie(line), str(error)
        return self._asked(cookie, why)

    def _asked(self, cookie: SetCookie, why: str) -> AskedCookie:
        return AskedCookie(
            name=cookie.name,
            domain=cookie.domain,
            path=cookie.path,
            expires_us=cookie.expires_us,
            max_age_s=cookie.max_age_s,
            session=cookie.session,
            secure=cookie.secure,
            http_only=cookie.http_only,
            same_site=cookie.same_site,
            partitioned=cookie.partitioned,
            value=self.of_value(cookie.value),
            invalid=why,
        )

    def of_url(self, url: str) -> str:
        """Return an address as it is logged: the values of its query hidden, without fragment, user and password."""
        return url[:_LONGEST_URL] if self.keep_values else bare_url(url)


def bare_url(url: str) -> str:
    """Return an address with the names of its query only. Values there are as personal as cookies are.

    >>> bare_url("https://user:pw@ads.test/sync?uid=123&flag#top")
    'https://ads.test/sync?uid=…&flag'
    """
    if (data := _DATA.match(url)) is not None:
        return f"data:{data[1]},{HIDDEN}"
    if url.startswith("blob:"):
        return f"blob:{bare_url(url[5:]).rpartition('/')[0]}/{HIDDEN}"
    try:
        parts = urlsplit(url)
    except ValueError:  # an address that is none: nothing of it is sure to be harmless
        return HIDDEN
    host = parts.netloc.rpartition("@")[2]
    start = f"{parts.scheme}:" if parts.scheme else ""
    bare = f"{start}//{host}{parts.path}" if host or "://" in url else f"{start}{parts.path}"
    query = "&".join(_named(part) for part in parts.query.split("&")) if parts.query else ""
    return (f"{bare}?{query}" if query else bare)[:_LONGEST_URL]


def _named(part: str) -> str:
    """Return one part of a query. A word alone may be a value as well as a name, so it stays only where it is short."""
    name, mark, _ = part.partition("=")
    if mark:
        return f"{name}={HIDDEN}"
    return name if len(name) <= 12 and not any(letter.isdigit() for letter in name) else HIDDEN
