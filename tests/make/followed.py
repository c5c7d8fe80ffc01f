# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A made report that was followed up: compared with a baseline, and with a finding that the settings set aside."""

from dataclasses import replace
from datetime import date

from make.audits import sample_report

from inspector.core.finding import BaselineState, Level
from inspector.core.report import BaselineCheck, IgnoredFinding, KnownFinding, Report

REASON = "the tag goes out in March <b>"
GONE = KnownFinding(
    "0" * 32, "CI101", "undeclared-cookie", Level.WARNING, "shop.example", "_gone_*", "shop.example", ""
)


def followed_report() -> Report:
    """Return the sample with its first finding ignored, its second known, and the others new."""
    report = sample_report()
    first, second, *others = report.findings
    findings = (
        second._replace(baseline=BaselineState.KNOWN),
        *(finding._replace(baseline=BaselineState.NEW) for finding in others),
    )
    return replace(
        report,
        findings=findings,
        ignored=(IgnoredFinding(first, REASON, date(2027, 3, 31)),),
        baseline=BaselineCheck("baseline.json", len(others), 1, (GONE,)),
    )
