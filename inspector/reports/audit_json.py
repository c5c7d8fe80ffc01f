# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit as one JSON document, described by ``resources/schemas/audit.schema.json``.

No clock in it: the same report, the same bytes. Long lists are written item by item, a line each.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TextIO, TypeVar

from inspector.core.report import DISCLAIMER, Report
from inspector.reports import audit_objects as objects
from inspector.reports.api import Look
from inspector.reports.as_json import write_lines
from inspector.reports.audit_json_rows import AuditRows
from inspector.reports.json_text import as_text
from inspector.reports.objects import PROGRAM, narrowed_object, problem_object

T = TypeVar("T")
FORMAT: Final = {"name": "cookie-inspector-audit", "version": 1}


def write_audit(report: Report, look: Look, out: TextIO) -> None:
    """Write the document: the answer first, then what it rests on."""
    separator = "{"
    for key, value in _head(report).items():
        out.write(f'{separator}"{key}": {as_text(value)}')
        separator = ",\n"
    for key, lines in _lists(report, look.with_values):
        out.write(f',\n"{key}": ')
        write_lines(lines, out)
    out.write(f',\n"measured": {as_text(objects.measured_object(report.measured))}}}\n')


def _head(report: Report) -> dict[str, Any]:
    narrowed = {} if report.narrowed is None else {"filter": narrowed_object(report.narrowed)}
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
        **narrowed,
    }


def _lists(report: Report, with_values: bool) -> Iterable[tuple[str, Iterable[str]]]:
    rows = AuditRows(with_values)
    yield "findings", rows.findings(report.findings)
    yield "ignored", _texts(objects.ignored_object, report.ignored)
    yield "claims", rows.claims(report.claims)
    yield "cookies", rows.cookies(report.cookies)
    yield "not_judged", _texts(objects.not_judged_object, report.not_judged)
    yield "rules", _texts(objects.rule_object, report.rules)
    yield "aside", (as_text(objects.aside_cookie(aside, with_values)) for aside in report.aside)
    yield "consents", _texts(objects.consent_object, report.consents)
    yield "ways_out", _texts(objects.way_out_object, report.ways_out)
    yield "corrections", _texts(objects.correction_object, report.corrections)
    yield "visits", _visits(report)
    yield "problems", _texts(problem_object, report.problems)


def _visits(report: Report) -> Iterator[str]:
    if report.visits:  # most reports rest on none
        from inspector.reports.visit_objects import visit_object

        yield from (as_text(visit_object(visit, report.visit_labels)) for visit in report.visits)


def _texts(make: Callable[[T], Any], records: Iterable[T]) -> Iterator[str]:
    return (as_text(make(record)) for record in records)
