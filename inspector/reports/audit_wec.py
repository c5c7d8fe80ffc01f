# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit's cookies in the layout of website-evidence-collector's ``inspection.json``, which EDPB's tool opens.

Only cookies are ours to tell. Every list that the layout needs is there; those that nobody measured are empty, and
``cookie_inspector.not_measured`` names them, so that empty is not read as none. Values are never written.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final, TextIO

from inspector.core.cookie import Cookie, Priority, SameSite, SourceScheme
from inspector.core.finding import Attribution
from inspector.core.moments import from_datetime, to_iso
from inspector.core.report import DISCLAIMER, JudgedCookie, Report
from inspector.reports.api import Look
from inspector.reports.as_json import write_list
from inspector.reports.audit_objects import finding_object
from inspector.reports.audit_sections import browsers
from inspector.reports.json_text import as_text

TITLE: Final = "Cookie Inspector: cookies only, nothing else was measured"  # a reader shows it above empty lists
_NOT_MEASURED: Final = (
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


def write_audit(report: Report, look: Look, out: TextIO) -> None:
    """Write the document, a cookie a line."""
    separator = "{\n"
    for key, value in _head(report).items():
        out.write(f'{separator}"{key}": {as_text(value)}')
        separator = ",\n"
    out.write(',\n"cookies": ')
    write_list(map(_cookie, report.cookies), out)
    out.write(f',\n"hosts": {as_text(_hosts(report))},\n"cookie_inspector": {as_text(_ours(report))}}}\n')


def _head(report: Report) -> dict[str, Any]:
    address = f"https://{report.site}/"
    moment = to_iso(from_datetime(report.measured.now))
    program, _, version = report.measured.program.partition(" ")
    return {
        "title": TITLE,
        "task_description": report.headline,
        "uri_ins": address,
        "uri_refs": [f"https://{domain}/" for domain in report.domains] or [address],
        "uri_dest": address,
        "uri_redirects": [],
        "secure_connection": {"https_redirect": None, "redirects": [], "https_support": None},
        "testSSL": None,
        "host": report.site,
        "script": {
            "host": program,
            "version": {"npm": version, "commit": report.measured.program},
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
            "name": browsers(report),
            "version": "unknown",
            "user_agent": "",
            "platform": {"name": "unknown", "version": "unknown"},
            "extra_headers": {},
            "preset_cookies": {},
        },
        "browsing_history": [],
        "websockets": {},
        "start_time": moment,
        "end_time": moment,
    }


def _cookie(judged: JudgedCookie) -> dict[str, Any]:
    """Return a cookie as the collector writes one: what is not known is left out, as it does itself."""
    return dict(_facts(judged.cookie)) | {"firstPartyStorage": judged.attribution is Attribution.OWN}


def _facts(cookie: Cookie) -> Iterator[tuple[str, Any]]:
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


def _hosts(report: Report) -> dict[str, dict[str, list[str]]]:
    nothing: dict[str, list[str]] = {"firstParty": [], "thirdParty": []}
    own = _names(judged for judged in report.cookies if judged.attribution is Attribution.OWN)
    others = _names(judged for judged in report.cookies if judged.attribution is not Attribution.OWN)
    return {
        "requests": nothing,
        "beacons": nothing,
        "cookies": {"firstParty": own, "thirdParty": others},
        "localStorage": nothing,
        "links": nothing,
        "contentSecurityPolicy": nothing,
    }


def _names(cookies: Iterable[JudgedCookie]) -> list[str]:
    return list(dict.fromkeys(judged.cookie.host for judged in cookies))


def _ours(report: Report) -> dict[str, Any]:
    """Return what the layout has no place for; programs that do not know it pass it over."""
    return {
        "program": report.measured.program,
        "knowledge": report.measured.knowledge,
        "judged_at": to_iso(from_datetime(report.measured.now)),
        "disclaimer": DISCLAIMER,
        "verified": report.verified,
        "unverified_why": report.unverified_why or None,
        "not_measured": list(_NOT_MEASURED),
        "policy": {"location": report.policy.document.source.location, "sha256": report.policy.document.source.sha256},
        "findings": [finding_object(finding) for finding in report.findings],
    }
