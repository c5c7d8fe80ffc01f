# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How an audit is arranged: the gravest first, sentences with all their claims, links only to rows that are there."""

from dataclasses import replace

import pytest
from make.audits import NOW_US, cookie, sample_report

from inspector.core.finding import ClaimRef, ClaimVerdict, CookieRef, DeclaredBy, Finding, Level, NotJudged, Verdict
from inspector.core.policy import PolicyDate, Stance, Vendor
from inspector.core.report import Declared, Report
from inspector.reports import audit_view
from inspector.reports.api import Look
from inspector.reports.audit_parts import safe, safe_name, sentence
from inspector.reports.audit_view import View, arrange


def view(report: Report) -> View:
    return arrange(report, Look(NOW_US, lambda host: host))


def test_sentences_come_gravest_first_and_then_in_the_policys_order() -> None:
    sentences = view(sample_report()).sentences.shown
    assert [(held.verdict, held.quote.line) for held in sentences] == [
        (ClaimVerdict.BROKEN, 4),
        (ClaimVerdict.BROKEN, 6),
        (ClaimVerdict.IN_TENSION, 3),
        (ClaimVerdict.KEPT, 1),
        (ClaimVerdict.KEPT, 2),
        (ClaimVerdict.NOT_TESTABLE, 5),
    ]


def test_claims_of_one_sentence_stand_together_and_only_what_is_alike_is_joined() -> None:
    report = sample_report()
    first = report.claims[1]
    alike = first._replace(claim=replace(first.claim, id="c7", field="third_party_cookies"))
    other = first._replace(claim=replace(first.claim, id="c8", field="cookies"), cookies=report.claims[0].cookies)
    broken = first._replace(claim=replace(first.claim, id="c9", field="data_sale"), verdict=ClaimVerdict.BROKEN)
    held = view(replace(report, claims=(first, alike, other, broken))).sentences.shown
    assert len(held) == 1
    assert held[0].verdict is ClaimVerdict.BROKEN
    assert [answer.topics for answer in held[0].answers] == [
        ("Sale of data",),
        ("Purpose: advertising", "Third parties' cookies"),
        ("Cookies",),
    ]


@pytest.mark.parametrize(
    ("field", "stance", "names", "expected"),
    [
        ("vendors.google-ads", Stance.DECLARED, (), "Company: Google"),
        ("opt_outs.google-ads", Stance.DECLARED, (), "Opt-out: Google"),
        ("opt_outs.nai", Stance.DECLARED, (), "Opt-out: nai"),
        ("third_party_cookies", Stance.DENIED, (), "Third parties' cookies (denied)"),
        ("named_cookies", Stance.DECLARED, ("_ga", "_gid"), "Cookies by name: _ga, _gid"),
        ("purposes.load_balancing", Stance.DECLARED, (), "Purpose: load balancing"),
        ("something_new.from_later", Stance.DECLARED, (), "Something new: from later"),
    ],
)
def test_a_claim_says_what_it_is_about(field: str, stance: Stance, names: tuple[str, ...], expected: str) -> None:
    report = sample_report()
    assert Vendor("google-ads", "Google") in report.policy.record.vendors
    claim = replace(report.claims[0].claim, field=field, stance=stance, names=names)
    held = view(replace(report, claims=(report.claims[0]._replace(claim=claim),)))
    assert held.sentences.shown[0].answers[0].topics == (expected,)


def test_the_policys_date_is_told_among_what_was_measured_and_not_as_a_claim() -> None:
    report = sample_report()
    assert report.policy.record.policy_date == PolicyDate(report.standing.dated, "updated")  # type: ignore[arg-type]
    dated = report.claims[0]._replace(claim=replace(report.claims[0].claim, field="policy_date"))
    unjudged = NotJudged("no cookie can show this", claim=ClaimRef.of(dated.claim))
    held = view(replace(report, claims=(dated,), not_judged=(unjudged,)))
    assert not held.sentences
    assert not held.not_judged


def test_findings_stand_under_their_rule_in_the_order_of_the_gravest() -> None:
    report = sample_report()
    note = Finding("CI202", "denied-third-party-cookies", Level.NOTE, "another")
    rules = view(replace(report, findings=(*report.findings, note))).rules
    assert [(rule.code, rule.level, rule.count) for rule in rules][:2] == [
        ("CI202", Level.ERROR, 2),
        ("CI101", Level.WARNING, 1),
    ]
    assert [item.level for item in rules[0].items.shown] == [Level.ERROR, Level.NOTE]


def test_a_name_leads_only_to_a_row_that_is_there() -> None:
    report = sample_report()
    elsewhere = CookieRef("0" * 20, "gone", "shop.example")
    finding = report.findings[0]._replace(others=(report.cookies[1].ref, elsewhere))
    item = view(replace(report, findings=(finding,))).rules[0].items.shown[0]
    assert item.cookie is not None
    assert item.cookie.id == report.cookies[0].cookie.id
    assert [cookie.id for cookie in item.others.shown] == [report.cookies[1].cookie.id, ""]


def test_a_cookie_quotes_each_sentence_once_with_its_strongest_declaration() -> None:
    report = sample_report()
    ads, days = report.cookies[0].declared_by[0], report.cookies[1].declared_by[0]
    again = Declared(DeclaredBy.PURPOSE, ads.claim, "advertising is stated")
    row = report.cookies[0]._replace(declared_by=(ads, again, days))
    shown = view(replace(report, cookies=(row,))).verdicts[0].rows.shown[0].declared_by
    assert [held.quote.line for held in shown.shown] == [2, 4]
    assert shown.shown[0].how == 'by its company: the policy names "Google" for advertising'


def test_what_the_verdict_says_already_is_not_said_again() -> None:
    report = sample_report()
    row = report.cookies[0]._replace(why=report.cookies[0].declared_by[0].how)
    shown = view(replace(report, cookies=(row,))).verdicts[0].rows.shown[0]
    assert shown.declared_by.shown[0].how == "by its company"


def test_verdicts_come_gravest_first_and_all_rows_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_view, "COOKIES", 1)
    report = sample_report()
    more = report.cookies[2]._replace(cookie=cookie("_gid"))
    held = view(replace(report, cookies=(*reversed(report.cookies), more)))
    assert [group.verdict for group in held.verdicts] == list(Verdict)
    undeclared = next(group for group in held.verdicts if group.verdict is Verdict.UNDECLARED)
    assert (undeclared.count, len(undeclared.rows.shown), undeclared.rows.more) == (2, 1, 1)


def test_reasons_are_told_once_with_all_that_they_concern() -> None:
    report = sample_report()
    refs = [CookieRef(str(number), f"c{number}", "h") for number in range(audit_view.NEARBY + 2)]
    unjudged = (*report.not_judged, *(NotJudged("no value", ref, code="CI701") for ref in refs))
    first = view(replace(report, not_judged=unjudged)).not_judged.shown[0]
    assert (first.why, first.count, first.codes) == ("No value", len(refs), ("CI701",))
    assert (len(first.cookies.shown), first.cookies.more) == (audit_view.NEARBY, 2)


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("two\n lines", 80, "two lines"),
        ("a\x1b[1m", 80, "a␛[1m"),
        ("x" * 30, 10, "x" * 9 + "…"),
        ("a" + " " * 60 + "b", 10, "a …"),
        ("", 10, ""),
    ],
)
def test_text_is_on_one_line_visible_and_bounded(text: str, limit: int, expected: str) -> None:
    assert safe(text, limit) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", "(no name)"),
        (" ", "(a blank for a name)"),
        ("   ", "(a name of 3 blanks)"),
        ("\t", "␉"),
        (" a ", " a "),
        ("x" * 4096, "x" * 120 + "… (4,096 characters)"),
    ],
)
def test_a_name_can_always_be_seen(name: str, expected: str) -> None:
    assert safe_name(name) == expected


def test_a_sentence_gets_its_capital_unless_a_cookies_name_begins_it() -> None:
    assert sentence("lives 30 days") == "Lives 30 days"
    assert sentence("cart lives 30 days", "cart") == "cart lives 30 days"
    assert sentence("") == ""


def test_a_sentence_begins_with_a_capital_and_an_address_stays_itself() -> None:
    assert sentence("it is there") == "It is there"
    assert sentence("ga is there", "ga") == "ga is there"
    assert sentence("https://shop.example/out") == "https://shop.example/out"
