# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit's findings as JSON Lines: an object for each. Ignored ones are among them, and say so.

Where nothing could be verified, or a part was lost, the first line says it, under the name "not-verified" and without a
code: so an empty file is a clean result, and never "not measured". For that there is no header, and every line says
itself that it is evidence, not legal advice.
"""

from collections.abc import Iterator
from typing import Any, Final, TextIO

from inspector.core.finding import Level
from inspector.core.fingerprint import fingerprints
from inspector.core.problem import Severity
from inspector.core.report import DISCLAIMER, Report
from inspector.reports.api import Look
from inspector.reports.audit_objects import finding_object
from inspector.reports.audit_places import place_of
from inspector.reports.json_text import as_text

UNVERIFIED: Final = "not-verified"
KEYS: Final = (  # of every line, so that what reads findings reads this one, too
    "site", "fingerprint", "code", "name", "level", "message", "what_to_do", "cookie", "claim", "claims", "others",
    "evidence", "cap", "cap_why", "baseline", "subject", "ignored", "file", "line", "disclaimer",
)  # fmt: skip


def write_audit(report: Report, look: Look, out: TextIO) -> None:
    """Write a line for each finding, the gravest first."""
    for held in _objects(report, look):
        out.write(as_text(held) + "\n")


def _objects(report: Report, look: Look) -> Iterator[dict[str, Any]]:
    why = _unmeasured(report)
    if why:
        told = {"site": report.site, "name": UNVERIFIED, "level": Level.WARNING, "message": why}
        yield dict.fromkeys(KEYS) | told | {"disclaimer": DISCLAIMER}
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
            "disclaimer": DISCLAIMER,
        }


def _unmeasured(report: Report) -> str:
    if not report.verified:
        return f"Could not be verified: {report.unverified_why}"
    lost = [problem for problem in report.problems if problem.severity is not Severity.NOTE]
    return f"A part could not be read: {lost[0].what}" if lost else ""
