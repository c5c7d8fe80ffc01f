# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Judging what was read before: the same answer as reading and judging in one go."""

from pathlib import Path

from make import audits, recordings

from inspector.core.reading import Reading, StoreCount
from inspector.engine.auditing import AuditSources, Judging, PolicyAccess, judge_reading, run_audit
from inspector.engine.cookie_files import read_cookies
from inspector.engine.lexicon import KnowledgeLexicon
from inspector.engine.policy import PolicyOptions, read_policies
from inspector.knowledge.loader import load
from inspector.readers.files.registry import read_file

JAR = Path(__file__).parents[2] / "resources" / "demo" / "cookies.json"
POLICY = JAR.with_name("policy.md")
SITE = "larkfield.example"


def test_it_finds_what_an_audit_of_the_same_files_finds() -> None:
    book = load()
    judging = Judging(SITE, only_this_site=True)
    whole = run_audit(judging, AuditSources((JAR,)), PolicyAccess((str(POLICY),)), audits.NOW, knowledge=book).report
    (read,) = read_policies((str(POLICY),), PolicyOptions(audits.NOW, lexicon=KnowledgeLexicon(book)))
    assert read.policy is not None
    report = judge_reading(judging, read_file(JAR).reading, read.policy, audits.NOW, knowledge=book)
    assert whole is not None
    assert report.headline == whole.headline
    assert report.findings == whole.findings
    assert [judged.verdict for judged in report.cookies] == [judged.verdict for judged in whole.cookies]
    assert report.measured.inputs[0].sha256 == whole.measured.inputs[0].sha256


def test_problems_of_reading_are_in_the_report() -> None:
    problem = audits.sample_report().problems[0]
    reading = Reading((audits.cookie("cart"),), (problem,), (StoreCount(audits.STORE, 1),))
    report = judge_reading(
        Judging("shop.example"), reading, audits.sample_policy(), audits.NOW, problems=(problem,), knowledge=load()
    )
    assert report.problems == (problem, problem)
    assert not report.complete


def test_what_a_recording_proves_is_judged_like_in_an_audit_of_the_file(tmp_path: Path) -> None:
    har, policy = tmp_path / "visit.har", tmp_path / "policy.md"
    har.write_bytes(recordings.har())
    policy.write_text("We use cookies to keep you logged in. We do not use third-party cookies.", encoding="utf-8")
    book, judging = load(), Judging("shop.example")
    whole = run_audit(judging, AuditSources((har,)), PolicyAccess((str(policy),)), audits.NOW, knowledge=book).report
    (read,) = read_policies((str(policy),), PolicyOptions(audits.NOW, lexicon=KnowledgeLexicon(book)))
    assert read.policy is not None
    assert whole is not None
    report = judge_reading(judging, read_cookies(har).reading, read.policy, audits.NOW, knowledge=book)
    assert report.findings == whole.findings
    assert {held.cookie.name: held.verdict.value for held in report.cookies}["IDE"] == "contradicts"
