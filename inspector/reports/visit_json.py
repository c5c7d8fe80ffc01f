# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit as one JSON document, described by ``resources/schemas/visit.schema.json``. No clock in it."""

from typing import Any, Final, TextIO

from inspector.core.moments import from_datetime, to_iso
from inspector.core.visit import VisitReport
from inspector.reports.api import Look
from inspector.reports.json_text import as_text
from inspector.reports.objects import PROGRAM, problem_object
from inspector.reports.visit_objects import visit_object

FORMAT: Final = {"name": "cookie-inspector-visit-report", "version": 1}


def write_visit(report: VisitReport, look: Look, out: TextIO) -> None:
    """Write the document, a key a line."""
    separator = "{"
    for key, value in _keys(report).items():
        out.write(f'{separator}"{key}": {as_text(value)}')
        separator = ",\n"
    out.write("}\n")


def _keys(report: VisitReport) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "program": PROGRAM,
        "headline": report.headline,
        "said": list(report.said),
        "measured": report.record.measured,
        "knowledge": report.knowledge or None,
        "now": to_iso(from_datetime(report.now)),
        "visit": visit_object(report.record, report.labels),
        "problems": [problem_object(problem) for problem in report.problems],
    }
