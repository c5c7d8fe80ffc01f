# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a recorded visit adds to the layout of website-evidence-collector's ``inspection.json``; or the whole of it.

The layout knows one browser: where a visit has several runs their cookies stand together, the head is the first run's,
and ``cookie_inspector.runs`` names them all. What nobody measured stays named in ``not_measured``.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TextIO

from inspector.core.cookie import Cookie
from inspector.core.moments import from_datetime, to_iso
from inspector.core.origin import origin_of
from inspector.core.report import DISCLAIMER
from inspector.core.visit import CookieStory, VisitRecord, VisitReport, VisitRun
from inspector.reports.api import Look
from inspector.reports.as_json import write_list
from inspector.reports.json_text import as_text
from inspector.reports.wec_parts import HEAD, NOT_MEASURED, cookie_facts

TITLE: Final = "Cookie Inspector: a visit with an installed browser"
MEASURED: Final = frozenset(
    {
        "localStorage",
        "hosts.requests",
        "hosts.localStorage",
        "browsing_history",
        "start_time",
        "end_time",
        "cookies.log",
    }
)


def write_visit(report: VisitReport, look: Look, out: TextIO) -> None:
    """Write the document of a visit without an audit, a cookie a line."""
    record = report.record
    program, _, version = report.program.partition(" ")
    head = HEAD | {
        "title": TITLE,
        "task_description": report.headline,
        "uri_ins": record.url,
        "uri_refs": [record.url],
        "host": _host(record.url),
        "script": HEAD["script"] | {"host": program, "version": {"npm": version, "commit": report.program}},
        **visit_head(record),
    }
    separator = "{\n"
    for key, value in head.items():
        out.write(f'{separator}"{key}": {as_text(value)}')
        separator = ",\n"
    logs, own = cookie_logs(record), _host(record.url)
    out.write(',\n"cookies": ')
    write_list((_cookie(cookie, logs, own, look) for cookie in report.cookies), out)
    hosts = visit_hosts(record) | {"cookies": _parted((held.host for held in report.cookies), own, look)}
    ours = {
        "program": report.program,
        "knowledge": report.knowledge,
        "judged_at": to_iso(from_datetime(report.now)),
        "disclaimer": DISCLAIMER,
        "not_measured": [name for name in NOT_MEASURED if name not in MEASURED],
        "runs": run_names(record),
    }
    out.write(f',\n"hosts": {as_text(hosts)},\n"cookie_inspector": {as_text(ours)}}}\n')


def _cookie(cookie: Cookie, logs: Mapping[str, Any], own: str, look: Look) -> dict[str, Any]:
    first = look.site_of(cookie.host) == look.site_of(own)
    log = {"log": logs[cookie.id]} if cookie.id in logs else {}
    return dict(cookie_facts(cookie)) | {"firstPartyStorage": first} | log


def _parted(hosts: Iterable[str], own: str, look: Look) -> dict[str, list[str]]:
    names = list(dict.fromkeys(hosts))
    site = look.site_of(own)
    first = [name for name in names if look.site_of(name) == site]
    return {"firstParty": first, "thirdParty": [name for name in names if name not in first]}


def visit_head(record: VisitRecord) -> dict[str, Any]:
    """Return what of the head a visit knows: addresses, times, the browser, pages, local storage."""
    run = record.runs[0] if record.runs else None
    if run is None:
        return {}
    page = next((page for page in run.pages if page.cause == "asked"), None)
    ended = max((held.ended_us for held in record.runs if held.ended_us is not None), default=None)
    return {
        "uri_dest": record.url if page is None or page.url is None else page.url,
        "uri_redirects": [] if page is None else list(page.redirects),
        "localStorage": _local_storage(record.runs, _host(record.url)),
        "browser": HEAD["browser"]
        | {"name": run.browser_name, "version": run.version or "unknown", "user_agent": run.user_agent},
        "browsing_history": _history(record.runs),
        "start_time": to_iso(record.started_us),
        "end_time": to_iso(ended),
    }


def _history(runs: Sequence[VisitRun]) -> list[str]:
    return list(dict.fromkeys(page.url or page.asked for run in runs for page in run.pages))


def _local_storage(runs: Sequence[VisitRun], own: str) -> dict[str, Any]:
    kept = [held for run in runs for held in run.storage if held.kind == "local"]
    return {
        held.origin: {key: {"firstPartyStorage": _host(held.origin) == own, "value": None} for key in held.keys}
        for held in kept
    }


def visit_hosts(record: VisitRecord) -> dict[str, Any]:
    """Return the lists of hosts, those that nobody measured empty."""
    nothing: dict[str, list[str]] = {"firstParty": [], "thirdParty": []}
    hosts = [host for run in record.runs for host in run.hosts]
    requests = {
        "firstParty": list(dict.fromkeys(host.host for host in hosts if host.third is False)),
        "thirdParty": list(dict.fromkeys(host.host for host in hosts if host.third is not False)),
    }
    own = _host(record.url)
    kept = list(dict.fromkeys(_host(held.origin) for run in record.runs for held in run.storage))
    return {
        "requests": requests,
        "beacons": nothing,
        "cookies": nothing,
        "localStorage": {
            "firstParty": [host for host in kept if host == own],
            "thirdParty": [host for host in kept if host != own],
        },
        "links": nothing,
        "contentSecurityPolicy": nothing,
    }


def cookie_logs(record: VisitRecord) -> dict[str, dict[str, Any]]:
    """Return who set each cookie first, in the collector's form, by the ids of the cookies' records."""
    logs: dict[str, dict[str, Any]] = {}
    for run in record.runs:
        for story in run.stories:
            found = None if story.id in logs else _log(story)
            if found is not None:
                logs[story.id] = found
    return logs


def _log(story: CookieStory) -> dict[str, Any] | None:
    step = next((step for step in story.steps if step.writer is not None), None)
    if step is None or step.writer is None:
        return None
    writer = step.writer
    first = {"fileName": writer.url or "", "lineNumber": writer.line, "columnNumber": writer.column, "source": ""}
    return {
        "stack": [first, *({"fileName": url} for url in writer.chain)],
        "type": "Cookie.JS" if writer.by_script else "Cookie.HTTP",
        "timestamp": to_iso(step.us),
        "location": writer.page or "",
    }


def run_names(record: VisitRecord) -> list[dict[str, Any]]:
    """Return the runs as programs find them in the JSON report."""
    return [
        {"id": run.id, "title": run.title, "mode": run.mode, "scenario": run.scenario, "outcome": run.outcome}
        for run in record.runs
    ]


def _host(url: str) -> str:
    origin = origin_of(url)
    return "" if origin is None else origin.host
