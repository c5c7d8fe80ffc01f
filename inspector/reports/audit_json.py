# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit as one JSON document, described by ``resources/schemas/audit.schema.json``.

No clock in it: the same report, the same bytes. Long lists are written item by item, a line each.
"""

from collections.abc import Iterable
from typing import Any, Final, TextIO

from inspector.core.report import DISCLAIMER, Report
from inspector.reports import audit_objects as objects
from inspector.reports.api import Look
from inspector.reports.as_json import write_list
from inspector.reports.json_text import as_text
from inspector.reports.objects import PROGRAM, problem_object

FORMAT: Final = {"name": "cookie-inspector-audit", "version": 1}


def write_audit(report: Report, look: Look, out: TextIO) -> None:
    """Write the document: the answer first, then what it rests on."""
    separator = "{"
    for key, value in _head(report).items():
        out.write(f'{separator}"{key}": {as_text(value)}')
        separator = ",\n"
    for key, items in _lists(report, look.with_values):
        out.write(f',\n"{key}": ')
        write_list(items, out)
    out.write(f',\n"measured": {as_text(objects.measured_object(report.measured))}}}\n')


def _head(report: Report) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "program": PROGRAM,
        "site": report.site,
        "domains": list(report.domains),
        "headline": report.headline,
        "disclaimer": DISCLAIMER,
        "verified": report.verified,
        "unverified_why": report.unverified_why or None,
        "complete": report.complete,
        "worst": report.worst,
        "notices": list(report.notices),
        "counts": objects.counts_object(report.counts),
        "policy": objects.policy_object(report),
        "baseline": objects.baseline_object(report.baseline),
    }


def _lists(report: Report, with_values: bool) -> Iterable[tuple[str, Iterable[dict[str, Any]]]]:
    yield "findings", map(objects.finding_object, report.findings)
    yield "ignored", map(objects.ignored_object, report.ignored)
    yield "claims", map(objects.judged_claim, report.claims)
    yield "cookies", (objects.judged_cookie(judged, with_values) for judged in report.cookies)
    yield "not_judged", map(objects.not_judged_object, report.not_judged)
    yield "aside", (objects.aside_cookie(aside, with_values) for aside in report.aside)
    yield "consents", map(objects.consent_object, report.consents)
    yield "ways_out", map(objects.way_out_object, report.ways_out)
    yield "corrections", map(objects.correction_object, report.corrections)
    yield "problems", map(problem_object, report.problems)
