# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is written as ``inspection.json`` is recognised and read back by our own reader of the collector's files."""

from pathlib import Path

from make.audits import sample_report
from make.written import written

from inspector.readers.files.registry import read_file


def test_our_inspection_is_read_back_as_the_collector_s(tmp_path: Path) -> None:
    report = sample_report()
    path = tmp_path / "inspection.json"
    path.write_text(written(report, "wec"), encoding="utf-8")
    found = read_file(path)
    assert found.format is not None
    assert found.format.id == "website-evidence-collector"
    ours = [(held.cookie.name, held.cookie.host, held.cookie.session, held.cookie.secure) for held in report.cookies]
    assert [(held.name, held.host, held.session, held.secure) for held in found.reading.cookies] == ours
    ends = [(held.cookie.expires_us or 0) // 1000 for held in report.cookies]
    assert [(held.expires_us or 0) // 1000 for held in found.reading.cookies] == ends
    partitions = [held.isolation.partition.site if held.isolation.partition else None for held in found.reading.cookies]
    assert partitions == ["https://shop.example", *[None] * (len(ours) - 1)]
    assert not any(held.value for held in found.reading.cookies)


def test_an_audit_that_is_read_back_proves_no_visit(tmp_path: Path) -> None:
    path = tmp_path / "inspection.json"
    path.write_text(written(sample_report(), "wec"), encoding="utf-8")
    reading = read_file(path).reading
    assert not reading.evidence.proves_visit
