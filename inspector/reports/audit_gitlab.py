# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit as GitLab's code quality report: a list of issues, each with a fingerprint of its own and a line.

The subset of Code Climate's format that GitLab's documentation names ("Code Quality", custom tools): ``description``,
``check_name``, ``fingerprint``, ``severity``, ``location.path`` and ``location.lines.begin``. Beside it
``content.body`` of Code Climate's own specification ("Issues"), which GitLab passes over and other readers show. A
person's correction that a finding rests on stands in its description: the one text that GitLab shows.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, TextIO

from inspector.core.finding import Finding, Level
from inspector.core.fingerprint import fingerprints
from inspector.core.report import DISCLAIMER, Correction, Report
from inspector.core.visible import visible
from inspector.reports.api import Look
from inspector.reports.as_json import write_list
from inspector.reports.audit_parts import TEXT, correction_text
from inspector.reports.audit_places import place_of, policy_place

_MOST_COOKIES: Final = 20
_MOST_CORRECTIONS: Final = 3
_SEVERITIES: Final = {Level.NOTE: "info", Level.WARNING: "minor", Level.ERROR: "major"}


def write_audit(report: Report, look: Look, out: TextIO) -> None:
    """Write the list. Ignored findings are no issues; that nothing could be verified is one."""
    write_list(_issues(report, look), out)
    out.write("\n")


def _issues(report: Report, look: Look) -> Iterator[dict[str, Any]]:
    if not report.verified:
        place = policy_place(report, look)
        yield {
            "description": visible(f"Could not be verified: {report.unverified_why}", TEXT),
            "check_name": "not-verified",
            "fingerprint": f"not-verified {visible(report.site, TEXT)}",
            "severity": "info",
            "content": {"body": DISCLAIMER},
            "location": {"path": place.path or place.uri, "lines": {"begin": 1}},
        }
    corrected = {row.cookie.id: row.corrections for row in report.cookies if row.corrections}
    for finding, mark in zip(report.findings, fingerprints(report.findings, report.site), strict=True):
        place = place_of(finding, report, look)
        yield {
            "description": _description(finding, corrected),
            "check_name": f"{finding.code} {finding.name}",
            "fingerprint": mark,
            "severity": _SEVERITIES[finding.level],
            "content": {"body": DISCLAIMER},
            "location": {"path": place.path or place.uri, "lines": {"begin": place.region.line}},
        }


def _description(finding: Finding, corrected: Mapping[str, tuple[Correction, ...]]) -> str:
    """What was found, and the corrections of the cookies that it is about."""
    about = (*([finding.cookie] if finding.cookie else []), *finding.others[:_MOST_COOKIES])
    made = dict.fromkeys(correction_text(one) for ref in about for one in corrected.get(ref.id, ()))
    said = visible(f"{finding.code} {finding.message}", TEXT)
    return " ".join((f"{said}." if made else said, *(f"{text}." for text in list(made)[:_MOST_CORRECTIONS])))
