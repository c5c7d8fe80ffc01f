# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A recorded visit is a cookie file like any other, and the best evidence that an audit can have."""

from pathlib import Path

import pytest
from make.audits import NOW
from make.events import asked, header_write
from make.visits import at, both_modes, default_run, refusing_run, visit_folder

from inspector.capture.events import Declaration
from inspector.capture.parts import Fate
from inspector.capture.reading import read_visit
from inspector.core.finding import Attribution, ClaimVerdict, Verdict
from inspector.core.problem import InspectorError
from inspector.core.report import Report
from inspector.engine.auditing import AuditSources, Judging, PolicyAccess, run_audit
from inspector.engine.cookie_files import holds_visit, read_cookies
from inspector.engine.visit_policy import policies_of

GOOGLE = "Google, as a third-party vendor, uses cookies to serve ads on our site."


def judged(folder: Path, policy: str = GOOGLE) -> Report:
    text = folder.parent / "privacy.md"
    text.write_text(policy)
    outcome = run_audit(Judging("shop.test"), AuditSources((folder,)), PolicyAccess((str(text),)), NOW)
    assert outcome.report is not None
    return outcome.report


def claim(report: Report, field: str) -> tuple[ClaimVerdict, str]:
    found = next(held for held in report.claims if held.claim.field == field)
    return found.verdict, found.why


def codes(report: Report, name: str) -> set[str]:
    return {found.code for found in report.findings if found.cookie is not None and found.cookie.name == name}


def test_a_visits_folder_is_recognised(tmp_path: Path) -> None:
    found = read_cookies(both_modes(tmp_path / "visit"))
    assert (found.kind, found.title, len(found.sha256 or "")) == ("visit", "Cookie Inspector visit", 64)
    assert found.recognised.endswith("recognised as Cookie Inspector visit, 3 cookies")


@pytest.mark.parametrize(
    ("name", "text"), [("a.json", "{}"), ("a.jsonl", ""), ("Cookies", "SQLite format 3"), ("b", "")]
)
def test_other_files_are_no_visits(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    assert not holds_visit(tmp_path / name)


def test_the_google_claim_is_kept_with_the_request_that_shows_it(tmp_path: Path) -> None:
    verdict, why = claim(judged(both_modes(tmp_path / "visit")), "vendors.google-ads")
    assert verdict is ClaimVerdict.KEPT
    assert "https://ad.doubleclick.net/pixel on https://shop.test/" in why
    assert "Chromium 156.0 with third parties allowed" in why
    assert "Chromium 156.0 as delivered: tried, refused" in why


def test_where_the_browser_refused_it_was_tried_and_nothing_more(tmp_path: Path) -> None:
    report = judged(visit_folder(tmp_path / "visit", default=default_run()))
    verdict, why = claim(report, "vendors.google-ads")
    assert verdict is ClaimVerdict.NOT_MEASURED
    assert why.startswith("tried, refused: IDE of doubleclick.net was asked for by https://ad.doubleclick.net/pixel")
    assert codes(report, "IDE") == {"CI604"}
    assert any("refused by every browser" in text for text in report.notices)


def test_a_third_party_is_judged_by_evidence(tmp_path: Path) -> None:
    report = judged(both_modes(tmp_path / "visit"))
    rows = {row.cookie.name: row for row in report.cookies}
    assert rows["IDE"].attribution is Attribution.EVIDENCE
    assert rows["IDE"].verdict is Verdict.DECLARED
    assert codes(report, "IDE") == {"CI401", "CI604"}
    assert [visit.url for visit in report.visits] == ["https://shop.test/"]


def test_set_before_a_choice_and_after_a_refusal(tmp_path: Path) -> None:
    report = judged(visit_folder(tmp_path / "visit", run=refusing_run()))
    assert {"CI401", "CI402"} <= codes(report, "_ga")
    assert "CI402" not in codes(report, "IDE")
    found = next(held for held in report.findings if held.code == "CI402")
    assert found.level.value == "error"
    assert "onetrust-reject-all-handler" in found.evidence[0]
    assert "https://stats.test/tag.js" in found.evidence[1]


def test_a_lifetime_is_judged_as_it_was_asked_for(tmp_path: Path) -> None:
    policy = "# Cookies\n\n| Cookie | Purpose | Duration |\n|---|---|---|\n| _ga | Statistics | 400 days |\n"
    report = judged(both_modes(tmp_path / "visit"), policy)
    assert "CI301" in codes(report, "_ga")
    assert "CI304" not in codes(report, "_ga")


def test_another_sites_visit_says_nothing_of_this_one(tmp_path: Path) -> None:
    folder = both_modes(tmp_path / "visit")
    text = tmp_path / "privacy.md"
    text.write_text(GOOGLE)
    outcome = run_audit(Judging("other.test"), AuditSources((folder,)), PolicyAccess((str(text),)), NOW)
    assert outcome.report is not None
    assert (outcome.report.visits, outcome.report.verified) == ((), False)


def test_a_broken_prefix_is_read_in_the_header_of_the_visit(tmp_path: Path) -> None:
    broken = header_write(
        at_us=at(1),
        cookie=asked("__Host-sid", path="/account", secure=True, session=True),
        fate=Fate.REFUSED,
        reasons=("InvalidPrefix",),
    )
    run = default_run()
    report = judged(visit_folder(tmp_path / "visit", run=(*run[:-1], broken, run[-1])))
    assert codes(report, "__Host-sid") == {"CI603", "CI604"}


@pytest.mark.parametrize("file", ["declaration-1-onetrust.json", "../declaration.json", "/etc/hostname"])
def test_a_declaration_that_was_kept_is_a_policy_and_a_log_leads_out_of_no_folder(tmp_path: Path, file: str) -> None:
    told = Declaration(at(2.2), "OneTrust", "https://cdn.test/en.json", file, "0" * 64)
    folder = visit_folder(tmp_path / "visit", run=(*default_run()[:-1], told, default_run()[-1]))
    (folder / "run" / "declaration-1-onetrust.json").write_text("{}")
    (folder / "declaration.json").write_text("{}")
    record = read_visit(folder, str).record
    assert record is not None
    sources = [found.source for found in policies_of(record, folder)]
    kept = [str(folder / "run" / file)] if file.startswith("declaration") else []
    assert sources == [*kept, "https://shop.test/privacy"]


def test_a_visit_without_any_policy_is_told(tmp_path: Path) -> None:
    record = read_visit(visit_folder(tmp_path / "visit", run=refusing_run()), str).record
    assert record is not None
    with pytest.raises(InspectorError, match="links to no policy"):
        policies_of(record, tmp_path)
