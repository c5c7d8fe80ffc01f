# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where a finding stands: relative to the root where it is under it, an honest address everywhere else."""

from dataclasses import replace

import pytest
from make.audits import NOW_US, sample_report

from inspector.core.place import Region
from inspector.core.policy import Part
from inspector.reports.api import Look
from inspector.reports.audit_places import place_of, policy_place, source_places


@pytest.mark.parametrize(
    ("location", "root", "inside", "path", "uri"),
    [
        ("policy.md", "", "", "policy.md", "policy.md"),
        ("./legal/../policy.md", "/r", "", "policy.md", "policy.md"),
        ("policy.md", "/r", "shop/web", "shop/web/policy.md", "shop/web/policy.md"),
        ("../policy.md", "/r", "shop", "policy.md", "policy.md"),
        ("../policy.md", "/r", "", "", "../policy.md"),
        ("/r/legal/policy.md", "/r", "", "legal/policy.md", "legal/policy.md"),
        ("/other/policy.md", "/r", "", "", "file:///other/policy.md"),
        ("/rr/policy.md", "/r", "", "", "file:///rr/policy.md"),
        ("/r/policy.md", "", "", "", "file:///r/policy.md"),
        ("https://shop.example/privacy?a=1#x", "/r", "", "", "https://shop.example/privacy?a=1#x"),
        ("-", "/r", "", "", "stdin"),
        ("a b%20#é.md", "/r", "", "a b%20#é.md", "a%20b%2520%23%C3%A9.md"),
        ("a:b.md", "/r", "", "a:b.md", "a%3Ab.md"),
    ],
)
def test_a_location_has_its_address(location: str, root: str, inside: str, path: str, uri: str) -> None:
    report = sample_report()
    source = replace(report.policy.document.source, location=location)
    policy = replace(report.policy, document=replace(report.policy.document, source=source))
    place = policy_place(replace(report, policy=policy), Look(NOW_US, str, root=root, inside=inside))
    assert (place.path, place.uri, place.relative) == (path, uri, bool(path))


def test_each_part_of_a_policy_is_its_own_file() -> None:
    report = sample_report()
    document = report.policy.document
    page = document.source
    data = replace(page, location="cookies.yml", media_type="application/yaml")
    start = report.findings[2].claims[0].quote.start
    parts = (Part(0, page), Part(start, data))
    report = replace(report, policy=replace(report.policy, document=replace(document, parts=parts)))
    look = Look(NOW_US, str)
    assert place_of(report.findings[2], report, look).path == "cookies.yml"
    assert policy_place(report, look).path == "cookies.yml"  # a cookie is declared there, not in prose
    assert [place.path for _, place in source_places(report, look)] == ["policy.md", "cookies.yml"]


def test_a_pdf_has_no_lines_that_a_tool_could_show() -> None:
    report = sample_report()
    source = replace(report.policy.document.source, media_type="application/pdf")
    policy = replace(report.policy, document=replace(report.policy.document, source=source))
    place = place_of(report.findings[2], replace(report, policy=policy), Look(NOW_US, str))
    assert place.region == Region(1, 1, 1, 1)
