# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The lines that are written without an object in between are, character by character, those of the objects."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make.audits import sample_report
from make.hostile_audits import hostile_report

from inspector.core.cookie import Cookie, Priority, RowProblem, SameSite, SourceScheme, SourceType, ValueState
from inspector.core.finding import BaselineState
from inspector.core.isolation import NOT_ISOLATED, Container, Isolation, Partition
from inspector.core.lifetime import Lifetime, LifetimeBasis
from inspector.core.report import Correction, Report
from inspector.core.secret import Secret
from inspector.core.store import Family, StoreRef
from inspector.reports import audit_objects as objects
from inspector.reports.audit_json_rows import AuditRows
from inspector.reports.json_text import as_text
from inspector.reports.objects import cookie_object
from inspector.reports.record_text import RecordText, safe

TEXTS = st.text(st.characters(codec=None), max_size=12)
ANSWERS = st.sampled_from([True, False, None])
MOMENTS = st.none() | st.integers(-(2**63), 2**63)
ISOLATIONS = st.just(NOT_ISOLATED) | st.builds(
    Isolation,
    st.none() | st.builds(Partition, TEXTS, ANSWERS),
    st.none() | st.builds(Container, st.integers(0, 9), st.none() | TEXTS),
    st.none() | TEXTS,
    ANSWERS,
    TEXTS,
)
COOKIES = st.builds(
    Cookie,
    st.builds(StoreRef, TEXTS, TEXTS, TEXTS, st.sampled_from(list(Family))),
    ISOLATIONS,
    TEXTS,
    ANSWERS,
    TEXTS,
    st.none() | TEXTS,
    MOMENTS,
    MOMENTS,
    MOMENTS,
    MOMENTS,
    ANSWERS,
    ANSWERS,
    ANSWERS,
    st.sampled_from(list(SameSite)),
    ANSWERS,
    st.sampled_from(list(Priority)),
    st.sampled_from(list(SourceScheme)),
    st.none() | st.integers(-1, 65_535),
    st.sampled_from(list(SourceType)),
    st.sampled_from(list(ValueState)),
    st.none() | st.integers(0, 5000),
    st.just(""),
    st.none() | st.builds(Secret, TEXTS),
    st.booleans(),
    st.lists(st.builds(RowProblem, TEXTS, TEXTS), max_size=2).map(tuple),
    st.builds(Lifetime, st.none() | st.integers(-(2**63), 2**63), st.sampled_from(list(LifetimeBasis))),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a cookie has twenty-six fields
@given(st.lists(COOKIES, min_size=1, max_size=3), st.booleans())
def test_a_record_is_the_object_s_text(cookies: list[Cookie], with_values: bool) -> None:
    records = RecordText()
    for cookie in [*cookies, *cookies]:  # the second time from what is remembered
        expected = as_text(cookie_object(cookie, with_values))
        assert safe(records.record(cookie, cookie.id, with_values)) == expected


def corrected() -> Report:
    """The sample with a correction, and with a finding that rests on no cookie and no sentence."""
    report = sample_report()
    first = report.cookies[0]._replace(corrections=(Correction("label", "it is\x7f", "so", ""),), named=None)
    bare = report.findings[0]._replace(cookie=None, claims=(), what_to_do="", evidence=("\x7f", "\x7f"))
    bare = bare._replace(baseline=BaselineState.NEW)
    return replace(report, cookies=(first, *report.cookies[1:]), findings=(*report.findings, bare))


@pytest.mark.parametrize("make", [sample_report, hostile_report, corrected])
@pytest.mark.parametrize("with_values", [False, True])
def test_the_lines_of_a_report_are_its_objects(make: type[Report], with_values: bool) -> None:
    report = make()
    rows = AuditRows(with_values)
    assert report.cookies
    assert report.findings
    expected = [as_text(objects.judged_cookie(row, with_values)) for row in report.cookies]
    assert list(rows.cookies(report.cookies)) == expected
    assert list(rows.claims(report.claims)) == [as_text(objects.judged_claim(held)) for held in report.claims]
    assert list(rows.findings(report.findings)) == [as_text(objects.finding_object(held)) for held in report.findings]
