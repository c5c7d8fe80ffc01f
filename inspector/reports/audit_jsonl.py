# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit's findings as JSON Lines: an object for each, and nothing else. Ignored ones are among them, and say so.

No line is not the same as no fault: whether it could be verified is in the exit code, and in every other format.
"""

from collections.abc import Iterator
from typing import Any, TextIO

from inspector.core.fingerprint import fingerprints
from inspector.core.report import Report
from inspector.reports.api import Look
from inspector.reports.audit_objects import finding_object
from inspector.reports.audit_places import place_of
from inspector.reports.json_text import as_text


def write_audit(report: Report, look: Look, out: TextIO) -> None:
    """Write a line for each finding, the gravest first."""
    for held in _objects(report, look):
        out.write(as_text(held) + "\n")


def _objects(report: Report, look: Look) -> Iterator[dict[str, Any]]:
    findings = [*report.findings, *(ignored.finding for ignored in report.ignored)]
    reasons = [None] * len(report.findings) + [ignored.reason for ignored in report.ignored]
    marks = fingerprints(findings, report.site)
    for finding, reason, mark in zip(findings, reasons, marks, strict=True):
        place = place_of(finding, report, look)
        yield {
            "site": report.site,
            "fingerprint": mark,
            **finding_object(finding),
            "ignored": reason,
            "file": place.path or place.uri,
            "line": place.region.line,
        }
