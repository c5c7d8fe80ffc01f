# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0

from dataclasses import replace

import pytest
from make.audits import sample_report

from inspector.core.finding import BaselineState, Finding, Level
from inspector.core.report import Report
from inspector.engine.threshold import FailOn


def report_of(*findings: Finding) -> Report:
    return replace(sample_report(), findings=findings)


NOTE = Finding("CI103", "declared-cookie-not-seen", Level.NOTE, "a note")
ERROR = Finding("CI202", "denied-third-party-cookies", Level.ERROR, "an error")
KNOWN = ERROR._replace(message="a known error", baseline=BaselineState.KNOWN)


@pytest.mark.parametrize(
    ("threshold", "failing"),
    [
        (FailOn(), (ERROR,)),
        (FailOn(Level.NOTE), (NOTE, ERROR)),
        (FailOn(None, frozenset({"CI103"})), (NOTE,)),
        (FailOn(None), ()),
        (FailOn(max_new=1), ()),  # one may be new, so none makes it fail
    ],
)
def test_what_makes_a_report_fail(threshold: FailOn, failing: tuple[Finding, ...]) -> None:
    report = report_of(NOTE, ERROR, KNOWN)
    fails = threshold.failing_in(report)
    assert tuple(filter(fails, report.findings)) == failing
    assert threshold.holds(report) is bool(failing)
