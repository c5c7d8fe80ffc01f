# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The layout of website-evidence-collector's ``inspection.json``: its head, with nothing measured, and its cookies."""

from collections.abc import Iterator
from typing import Any, Final

from inspector.core.cookie import Cookie, Priority, SameSite, SourceScheme
from inspector.core.moments import to_iso

NOT_MEASURED: Final = (
    "localStorage",
    "beacons",
    "links",
    "unsafeForms",
    "websockets",
    "secure_connection",
    "testSSL",
    "hosts.requests",
    "hosts.beacons",
    "hosts.localStorage",
    "hosts.links",
    "browsing_history",
    "browser.extra_headers",
    "start_time",
    "end_time",
    "cookies.value",
    "cookies.log",
)
_SAME_SITE: Final = {SameSite.STRICT: "Strict", SameSite.LAX: "Lax", SameSite.NONE: "None"}
_PRIORITY: Final = {Priority.LOW: "Low", Priority.MEDIUM: "Medium", Priority.HIGH: "High"}
_SCHEME: Final = {SourceScheme.SECURE: "Secure", SourceScheme.NON_SECURE: "NonSecure", SourceScheme.UNSET: "Unset"}
HEAD: Final[dict[str, Any]] = {
    "title": "",
    "task_description": "",
    "uri_ins": "",
    "uri_refs": [],
    "uri_dest": "",
    "uri_redirects": [],
    "secure_connection": {"https_redirect": None, "redirects": [], "https_support": None},
    "testSSL": None,
    "host": "",
    "script": {
        "host": "",
        "version": {"npm": "", "commit": ""},
        "config": {},
        "cmd_args": "",
        "environment": {},
        "node_version": "",
    },
    "localStorage": {},
    "beacons": [],
    "links": {"firstParty": [], "thirdParty": [], "social": [], "keywords": []},
    "unsafeForms": [],
    "browser": {
        "name": "",
        "version": "unknown",
        "user_agent": "",
        "platform": {"name": "unknown", "version": "unknown"},
        "extra_headers": {},
        "preset_cookies": {},
    },
    "browsing_history": [],
    "websockets": {},
    "start_time": None,
    "end_time": None,
}
"""Every key in the collector's order, with what stands there where nothing was measured."""


def cookie_facts(cookie: Cookie) -> Iterator[tuple[str, Any]]:
    """Yield the facts of a cookie as the collector writes them; what is not known is left out, as it does itself."""
    yield "name", cookie.name
    yield "domain", cookie.host  # the collector takes the dot off, too
    yield "path", cookie.path if cookie.path is not None else "/"
    if cookie.session:
        yield from (("expires", -1), ("session", True))
    elif cookie.expires_us is not None:
        yield "expires", cookie.expires_us / 1_000_000
        yield "session", False
        yield "expiresUTC", to_iso(cookie.expires_us)
        if cookie.lifetime.days is not None:
            yield "expiresDays", round(cookie.lifetime.days, 2)
    for key, known in (("httpOnly", cookie.http_only), ("secure", cookie.secure)):
        if known is not None:
            yield key, known
    for key, word in (
        ("sameSite", _SAME_SITE.get(cookie.same_site)),
        ("priority", _PRIORITY.get(cookie.priority)),
        ("sourceScheme", _SCHEME.get(cookie.source_scheme)),
    ):
        if word is not None:
            yield key, word
    if cookie.source_port is not None:
        yield "sourcePort", cookie.source_port
    if cookie.isolation.partition is not None:
        yield "partitionKey", cookie.isolation.partition.site
