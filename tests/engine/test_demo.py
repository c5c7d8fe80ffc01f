# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The demonstration gives the right verdict for each cookie and each sentence, in every format."""

import io
import json
import re
from typing import Any

import pytest
from make import snapshots

from inspector.core.finding import ClaimVerdict, Level, Verdict
from inspector.core.label import Purpose
from inspector.core.moments import from_datetime
from inspector.core.report import Completeness, Report
from inspector.core.resources import resources_folder
from inspector.engine.demo import COOKIES, NOW, POLICY, audit_demo
from inspector.reports.api import Look
from inspector.reports.registry import AUDITS

CART = "We use cookies to remember the items in your shopping cart"
ADS = "Google, as a third-party vendor, uses cookies to serve ads on our site."
DART = "With the DART cookie, Google can serve ads"
OPT_OUT = "You may opt out of the use of the DART cookie"
VISIT = "You may, however, visit our site anonymously."
TRANSFER = "We do not transfer it to any other company"
SALE = "We do not sell, rent or trade your personal information."
COPPA = "We comply with the Children's Online Privacy Protection Act (COPPA)."
AGE = "at least 13 years old."
# cookie: purpose, verdict, rules that found something
COOKIE_VERDICTS = {
    "woocommerce_items_in_cart": (Purpose.CART, Verdict.DECLARED, set()),
    "IDE": (Purpose.ADVERTISING, Verdict.DECLARED, {"CI209", "CI504"}),
    "id": (Purpose.OPT_OUT, Verdict.NOT_STATED, {"CI504"}),
    "_ga": (Purpose.ANALYTICS, Verdict.UNDECLARED, {"CI101", "CI209", "CI303"}),
    "ahoy_visitor": (Purpose.ANALYTICS, Verdict.UNDECLARED, {"CI101", "CI209", "CI303"}),
    "fr": (Purpose.ADVERTISING, Verdict.UNDECLARED, {"CI101", "CI102", "CI209"}),
    "cookielawinfo-checkbox-necessary": (Purpose.CONSENT, Verdict.NOT_STATED, set()),
}
# sentence, field of the claim: verdict, a cookie that shows it
CLAIM_VERDICTS = [
    (CART, "purposes.cart", ClaimVerdict.KEPT, "woocommerce_items_in_cart"),
    (ADS, "vendors.google-ads", ClaimVerdict.KEPT, "IDE"),
    (ADS, "third_party_cookies", ClaimVerdict.IN_TENSION, None),
    (DART, "dart_cookie", ClaimVerdict.KEPT, "IDE"),
    (DART, "cross_site_tracking", ClaimVerdict.KEPT, "IDE"),
    (OPT_OUT, "opt_outs.google-ads", ClaimVerdict.NOT_TESTABLE, None),
    (VISIT, "anonymous_visit", ClaimVerdict.IN_TENSION, "ahoy_visitor"),
    (TRANSFER, "data_transfer", ClaimVerdict.IN_TENSION, "IDE"),
    (SALE, "data_sale", ClaimVerdict.NOT_TESTABLE, None),
    (COPPA, "children", ClaimVerdict.NOT_TESTABLE, None),
    (AGE, "children", ClaimVerdict.NOT_TESTABLE, None),
]


@pytest.fixture(scope="module")
def report() -> Report:
    return audit_demo("cookie-inspector 0.1.0")


def written(report: Report, name: str) -> str:
    out = io.StringIO()
    AUDITS[name]()(report, Look(from_datetime(NOW), lambda host: host), out)
    return out.getvalue()


def plain(text: str) -> str:
    """The text of a page without its tags and escapes, on one line."""
    without = re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL)
    without = without.replace("&#39;", "'").replace("&#34;", '"').replace("\\", "").replace("`", "")
    return " ".join(without.split())


def test_the_two_files_are_read_whole_and_the_policy_is_in_force(report: Report) -> None:
    assert report.complete
    assert report.verified
    assert report.standing.completeness is Completeness.PARTIAL
    assert report.standing.as_of is None
    assert str(report.standing.dated) == "2026-03-02"


@pytest.mark.parametrize(("name", "expected"), COOKIE_VERDICTS.items())
def test_each_cookie_gets_its_verdict(report: Report, name: str, expected: tuple[Purpose, Verdict, set[str]]) -> None:
    judged = next(held for held in report.cookies if held.cookie.name == name)
    assert (judged.label.purpose, judged.verdict, set(judged.codes)) == expected


def test_no_cookie_is_left_out(report: Report) -> None:
    assert {held.cookie.name for held in report.cookies} == set(COOKIE_VERDICTS)
    assert len(report.cookies) == len(COOKIE_VERDICTS)


@pytest.mark.parametrize(("sentence", "field", "verdict", "cookie"), CLAIM_VERDICTS)
def test_each_sentence_gets_its_verdict(
    report: Report, sentence: str, field: str, verdict: ClaimVerdict, cookie: str | None
) -> None:
    judged = next(
        held
        for held in report.claims
        if sentence in " ".join(held.claim.quote.text.split()) and held.claim.field == field
    )
    assert judged.verdict is verdict
    if cookie is not None:
        assert cookie in {ref.name for ref in judged.cookies}


def test_findings_are_these_and_no_graver(report: Report) -> None:
    found = sorted({(finding.code, finding.level) for finding in report.findings})
    assert found == [
        ("CI101", Level.NOTE),
        ("CI102", Level.WARNING),
        ("CI208", Level.NOTE),
        ("CI209", Level.NOTE),
        ("CI303", Level.NOTE),
        ("CI504", Level.NOTE),
    ]


def test_an_opt_out_beside_the_identifier_is_contradicted(report: Report) -> None:
    finding = next(held for held in report.findings if held.code == "CI504")
    assert finding.cookie is not None
    assert finding.cookie.name == "id"
    assert [other.name for other in finding.others] == ["IDE"]


@pytest.mark.parametrize("name", ["table", "markdown", "html"])
def test_every_page_shows_each_verdict(report: Report, name: str) -> None:
    text = plain(written(report, name))
    for sentence in (CART, ADS, DART, OPT_OUT, VISIT, TRANSFER, SALE, COPPA, AGE):
        assert sentence in text, sentence
    for cookie in COOKIE_VERDICTS:
        assert cookie in text
    assert "3 of 7 cookies are not in the policy." in text
    assert '"ahoy_visitor" of larkfield.example' in text
    assert '"id" records an opt-out, and "IDE" identifies this browser all the same' in text
    for word in ("in tension", "kept", "not testable", "undeclared", "declared", "not stated"):
        assert word in text


def test_the_json_report_has_each_verdict(report: Report) -> None:
    document: dict[str, Any] = json.loads(written(report, "json"))
    cookies = {held["name"]: (held["label"]["purpose"], held["verdict"]) for held in document["cookies"]}
    assert cookies == {name: (purpose, verdict) for name, (purpose, verdict, _) in COOKIE_VERDICTS.items()}
    claims = {(held["field"], held["verdict"]) for held in document["claims"]}
    assert {(field, verdict.value) for _, field, verdict, _ in CLAIM_VERDICTS} <= claims


@pytest.mark.parametrize("name", sorted(AUDITS))
def test_no_value_is_shown_and_no_path_of_this_computer(report: Report, name: str) -> None:
    text = written(report, name)
    jar = json.loads((resources_folder() / "demo" / COOKIES).read_text(encoding="utf-8"))
    values = [entry["value"] for entry in jar["cookies"] if len(entry["value"]) > 4 and entry["value"] != "OPT_OUT"]
    assert len(values) == 4
    assert not [value for value in values if value in text]
    assert "OPT_OUT" not in text
    assert str(resources_folder()) not in text


@pytest.mark.parametrize(("name", "ending"), [("table", "txt"), ("markdown", "md"), ("html", "html"), ("json", "json")])
def test_it_is_the_same_every_time(report: Report, name: str, ending: str) -> None:
    assert written(report, name) == written(audit_demo("cookie-inspector 0.1.0"), name)
    snapshots.check(f"audit/demo.{ending}", written(report, name))


def test_every_quote_is_in_the_policy_as_it_is_shown(report: Report) -> None:
    source = (resources_folder() / "demo" / POLICY).read_text(encoding="utf-8").splitlines()
    for judged in report.claims:
        quote = judged.claim.quote
        assert report.policy.document.text[quote.start : quote.end] == quote.text
        assert quote.text.split()[0] in source[quote.line - 1]
