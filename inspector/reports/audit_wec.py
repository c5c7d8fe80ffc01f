# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit's cookies in the layout of website-evidence-collector's ``inspection.json``, which EDPB's tool opens.

Only cookies are ours to tell. Every list that the layout needs is there; those that nobody measured are empty, and
``cookie_inspector.not_measured`` names them, so that empty is not read as none. Values are never written.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, TextIO

from inspector.core.finding import Attribution
from inspector.core.moments import from_datetime, to_iso
from inspector.core.report import DISCLAIMER, JudgedCookie, Report
from inspector.reports.api import Look
from inspector.reports.as_json import write_list
from inspector.reports.audit_objects import finding_object
from inspector.reports.audit_sections import browsers
from inspector.reports.json_text import as_text
from inspector.reports.visit_wec import MEASURED, cookie_logs, run_names, visit_head, visit_hosts
from inspector.reports.wec_parts import HEAD, NOT_MEASURED, cookie_facts

TITLE: Final = "Cookie Inspector: cookies only, nothing else was measured"  # a reader shows it above empty lists


def write_audit(report: Report, look: Look, out: TextIO) -> None:
    """Write the document, a cookie a line."""
    separator = "{\n"
    for key, value in _head(report).items():
        out.write(f'{separator}"{key}": {as_text(value)}')
        separator = ",\n"
    out.write(',\n"cookies": ')
    logs = cookie_logs(report.visits[0]) if report.visits else {}
    write_list((_cookie(judged, logs) for judged in report.cookies), out)
    out.write(f',\n"hosts": {as_text(_hosts(report))},\n"cookie_inspector": {as_text(_ours(report))}}}\n')


def _head(report: Report) -> dict[str, Any]:
    address = f"https://{report.site}/"
    moment = to_iso(from_datetime(report.measured.now))
    program, _, version = report.measured.program.partition(" ")
    head = HEAD | {
        "title": TITLE,
        "task_description": report.headline,
        "uri_ins": address,
        "uri_refs": [f"https://{domain}/" for domain in report.domains] or [address],
        "uri_dest": address,
        "host": report.site,
        "script": HEAD["script"] | {"host": program, "version": {"npm": version, "commit": report.measured.program}},
        "browser": HEAD["browser"] | {"name": browsers(report)},
        "start_time": moment,
        "end_time": moment,
    }
    return head | visit_head(report.visits[0]) if report.visits else head


def _cookie(judged: JudgedCookie, logs: Mapping[str, Any]) -> dict[str, Any]:
    """Return a cookie as the collector writes one: what is not known is left out, as it does itself."""
    facts = dict(cookie_facts(judged.cookie)) | {"firstPartyStorage": judged.attribution is Attribution.OWN}
    return facts | {"log": logs[judged.cookie.id]} if judged.cookie.id in logs else facts


def _hosts(report: Report) -> dict[str, dict[str, list[str]]]:
    nothing: dict[str, list[str]] = {"firstParty": [], "thirdParty": []}
    own = _names(judged for judged in report.cookies if judged.attribution is Attribution.OWN)
    others = _names(judged for judged in report.cookies if judged.attribution is not Attribution.OWN)
    if report.visits:
        return visit_hosts(report.visits[0]) | {"cookies": {"firstParty": own, "thirdParty": others}}
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
        "not_measured": [name for name in NOT_MEASURED if not (report.visits and name in MEASURED)],
        **({"runs": run_names(report.visits[0])} if report.visits else {}),
        "policy": {"location": report.policy.document.source.location, "sha256": report.policy.document.source.sha256},
        "findings": [finding_object(finding) for finding in report.findings],
    }
