# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The audit as a whole: the same input gives the same report, and hostile names are harmless."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make.audits import NOW, cookie
from make.verdicts import judge, knowledge, policy

from inspector.core.cookie import Cookie, SameSite
from inspector.core.evidence import Evidence
from inspector.core.finding import Attribution, Verdict
from inspector.core.report import DISCLAIMER, Report
from inspector.engine import audit as audit_module
from inspector.engine.audit import AuditRequest, audit
from inspector.engine.auditing import labels
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case
from inspector.rules.registry import RULES

TEXT = """Last updated: 1 October 2026.

We use cookies to remember the items in your shopping cart. Google uses cookies to serve ads on our site.
You may visit our site anonymously. We do not use cookies for analytics.

| Cookie | Purpose | Duration |
|---|---|---|
| cart | Remembers your shopping cart | 7 days |
| `<b>x</b>` | Remembers your settings | Session |"""
HOSTILE = [
    "<script>alert(1)</script>",
    "\x1b[31mred\x1b[0m",
    "quo\"te's",
    "\u202etxet\u2066",
    "a\x00b\r\nSet-Cookie: x",
    "x" * 4096,
    "",
    "\ud800",
    "{{7*7}}",
    "=HYPERLINK(1)",
]


def run(cookies: list[Cookie], *, only: bool = True, text: str = TEXT) -> Report:
    return audit(
        AuditRequest("shop.example"),
        cookies,
        policy(text),
        knowledge(),
        labels(knowledge()),
        NOW,
        evidence=Evidence(only_this_site=only),
    )


def jar() -> list[Cookie]:
    return [
        cookie("cart", days=30),
        cookie("_ga", ".shop.example", days=390, value="GA1.1.1.1700000000"),
        cookie("IDE", ".doubleclick.net", days=390),
        cookie("fr", ".facebook.com", days=90, partition="https://shop.example"),
        cookie("PHPSESSID", days=None),
        cookie("old", days=900, set_days_ago=300),
        *[cookie(name, days=30, value="v" * 30) for name in HOSTILE],
    ]


def test_the_order_of_the_input_does_not_matter() -> None:
    report = run(jar())
    turned = run(jar()[::-1])
    assert [held.cookie.id for held in report.cookies] == [held.cookie.id for held in turned.cookies]
    assert [held.verdict for held in report.cookies] == [held.verdict for held in turned.cookies]
    assert report.findings == turned.findings
    assert report.headline == turned.headline


def test_twice_the_same_is_equal_to_the_last_field() -> None:
    first, second = run(jar()), run(jar())
    assert first.findings == second.findings
    assert (first.cookies, first.claims, first.not_judged) == (second.cookies, second.claims, second.not_judged)


def test_no_sentence_holds_a_control_character_or_a_value() -> None:
    report = run(jar())
    for text in sentences(report):
        assert not any(ord(character) < 32 or character in "\u202e\u2066\x7f" for character in text)
        assert "v" * 30 not in text
        assert len(text) < 4000


def sentences(report: Report) -> Iterator[str]:
    """Every sentence that the audit made up."""
    yield from (report.headline, *report.notices)
    for finding in report.findings:
        yield from (finding.message, finding.what_to_do, *finding.evidence)
    for held in (*report.cookies, *report.claims, *report.not_judged):
        yield held.why
    for judged in report.cookies:
        yield from (declared.how for declared in judged.declared_by)


def test_every_claim_and_every_cookie_has_an_answer_with_a_reason() -> None:
    report = run(jar())
    assert len(report.claims) == len(report.policy.claims)
    assert len(report.cookies) == len(jar())
    assert all(held.why for held in (*report.claims, *report.cookies, *report.not_judged))
    assert report.notices[-1] == DISCLAIMER
    by_name = {held.cookie.name: held for held in report.cookies}
    assert by_name["old"].verdict is Verdict.NOT_JUDGED
    assert by_name["cart"].verdict is Verdict.OUTLIVES
    assert by_name["_ga"].verdict is Verdict.CONTRADICTS
    assert by_name["IDE"].attribution is Attribution.TESTER


def test_a_rule_that_fails_costs_itself_and_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(case: Case) -> Iterator[Outcome]:
        raise KeyError(case.site)
        yield  # a generator, as every check is

    rules = (Rule("CI999", "broken-rule", RULES[0].level, "", broken), *RULES)
    monkeypatch.setattr(audit_module, "RULES", rules)
    report = run(jar())
    (problem,) = report.problems
    assert problem.code == "internal-error"
    assert "CI999" in problem.where
    assert report.findings


@pytest.mark.parametrize(
    ("case", "verified", "headline"),
    [
        ({"policy": "We do not use cookies.", "cookies": []}, False, "Could not be verified"),
        ({"policy": "We do not use cookies.", "cookies": [], "only_this_site": True}, True, "none was seen"),
        ({"policy": "We ship in three days.", "cookies": [{"name": "_ga"}]}, False, "says nothing of cookies"),
        (
            {"policy": "We use cookies for your shopping cart.", "cookies": [{"name": "cart"}]},
            True,
            "1 of 1 cookie is declared",
        ),
        (
            {"policy": "We use cookies for your shopping cart.", "cookies": [{"name": "_ga", "days": 90}]},
            True,
            "1 of 1 cookie is not in the policy",
        ),
        ({"policy": "We do not use cookies.", "cookies": [{"name": "_ga", "days": 9}]}, True, "1 contradicts it"),
        (
            {
                "policy": "Last updated: 1 November 2026. We use cookies for your shopping cart.",
                "cookies": [{"name": "cart", "days": 99, "set_days_ago": 90}],
            },
            False,
            "no cookie could be judged",
        ),
    ],
)
def test_the_answer_in_one_line(case: dict[str, Any], verified: bool, headline: str) -> None:
    report = judge(case)
    assert report.verified is verified, report.unverified_why
    assert headline in report.headline
    assert "\n" not in report.headline


def test_an_old_policys_day_comes_first() -> None:
    report = run(jar(), text=TEXT.replace("2026", "2019"))
    assert report.headline.startswith("Judged against the policy of 2019-10-01: ")
    assert all(finding.level.value == "note" for finding in report.findings)
    assert "notes" in report.notices[0]


def test_a_browsing_history_is_no_business_of_the_report() -> None:
    others = [cookie("sid", f"site{at}.example", days=30) for at in range(50)]
    report = run([cookie("cart"), cookie("IDE", ".doubleclick.net", days=390), *others], only=False)
    assert [held.cookie.name for held in report.aside] == ["IDE"]
    assert report.counts.aside == 51
    assert "site7.example" not in repr(report.not_judged)
    assert [ref.field for ref in report.aside[0].supports][:1] == ["vendors.google-ads"]


def test_a_vendors_cookie_on_another_site_is_counted_and_not_named() -> None:
    """ "_ga" on a clinic's domain tells where the visitor was, and nothing of this site."""
    others = [cookie("_ga", f".clinic{at}.example", days=30) for at in range(3)]
    others += [cookie("_fbp", ".clinic0.example", days=30, same_site=SameSite.NONE)]
    others += [cookie("sid", "someone.github.io", days=30)]
    text = "We use cookies for your cart. We use Google Analytics and the Meta pixel."
    report = run([cookie("cart"), *others], only=False, text=text)
    assert report.aside == ()
    assert report.counts.aside == 5
    assert "clinic" not in repr(report)
    assert "someone" not in repr(report)
    whys = [held.why for held in report.not_judged if held.cookie is None]
    assert "in this browser, site unknown (3 cookies of Google Analytics on other hosts)" in whys


def test_what_is_not_sure_is_said_to_be_likely() -> None:
    report = run([cookie("basket_items", days=3), cookie("_ga", days=30)], text="We do not use cookies.")
    told = {finding.cookie.name: finding.message for finding in report.findings if finding.cookie}
    assert "(likely cart)" in told["basket_items"]
    assert "(analytics, Google Analytics)" in told["_ga"]


def test_a_part_that_could_not_be_read_may_name_the_company() -> None:
    """CI102 is at least a warning, so it is not judged; CI101 is a note, as in every partial policy."""
    ide = cookie("IDE", ".doubleclick.net", days=390, partition="https://shop.example")
    text = "We use cookies only to remember your cart. That is all we use cookies for."

    def judged(whole: bool) -> Report:
        request = AuditRequest("shop.example", whole=whole)
        return audit(request, [ide], policy(text), knowledge(), labels(knowledge()), NOW)

    assert ("CI102", "error") in {(held.code, held.level.value) for held in judged(True).findings}
    report = judged(False)
    assert [(held.code, held.level.value) for held in report.findings if held.code in ("CI101", "CI102")] == [
        ("CI101", "note")
    ]
    assert any(held.code == "CI102" and "could not be read" in held.why for held in report.not_judged)


def test_two_pages_answer_a_reference_to_the_other() -> None:
    ide = cookie("IDE", ".doubleclick.net", days=390, partition="https://shop.example")
    text = "We use cookies to remember your cart. Please see our Cookie Policy for more information."
    levels = {}
    for parts in (1, 2):
        request = AuditRequest("shop.example", parts=parts)
        report = audit(request, [ide], policy(text), knowledge(), labels(knowledge()), NOW)
        levels[parts] = [held.level.value for held in report.findings if held.code == "CI102"]
    assert levels == {1: ["note"], 2: ["warning"]}


@pytest.mark.parametrize("moment", [datetime(2, 1, 1, tzinfo=UTC), datetime(9998, 1, 1, tzinfo=UTC)])
def test_any_moment_may_be_judged_at(moment: datetime) -> None:
    text = f"Last updated: 1 October 2026. {TEXT}"
    report = audit(AuditRequest("shop.example"), jar(), policy(text), knowledge(), labels(knowledge()), moment)
    assert not report.problems
    assert (report.standing.as_of is not None) is (moment.year > 2027)


NAMES = st.text(max_size=60)
HOSTS = st.sampled_from(["shop.example", ".shop.example", ".doubleclick.net", "x.test", "", "[::1]", "\u202e.example"])


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(NAMES, HOSTS, st.none() | st.floats(0, 5000), st.none() | st.floats(0, 5000), st.none() | st.text()),
        max_size=6,
    )
)
def test_no_cookie_makes_it_fall(rows: list[tuple[str, str, float | None, float | None, str | None]]) -> None:
    cookies = [cookie(name, host, days=days, set_days_ago=ago, value=value) for name, host, days, ago, value in rows]
    report = run(cookies)
    assert not report.problems
    assert len(report.cookies) == len(cookies)


def test_now_decides_and_nothing_else() -> None:
    later = audit(
        AuditRequest("shop.example"), jar(), policy(TEXT), knowledge(), labels(knowledge()), NOW + timedelta(days=800)
    )
    assert later.standing.as_of is not None
    assert later.measured.now == NOW + timedelta(days=800)


def undated(name: str, days: float) -> Cookie:
    """A cookie that only its expiry is recorded of."""
    return cookie(name, days=days, set_days_ago=None)._replace(created_us=None, updated_us=None, accessed_us=None)


def codes_of(report: Report, name: str) -> list[str]:
    return [finding.code for finding in report.findings if finding.cookie is not None and finding.cookie.name == name]


def test_a_clock_before_the_newest_date_of_the_jar_judges_no_lifetime_by_what_is_left() -> None:
    soon = run([undated("cart", 6), cookie("other", days=30, set_days_ago=0)])
    assert "CI301" not in codes_of(soon, "cart")
    behind = [undated("cart", 36), cookie("other", days=30, set_days_ago=-30)]  # thirty days later it has six left
    report = run(behind)
    assert "CI301" not in codes_of(report, "cart")
    told = [held.why for held in report.not_judged if held.code == "CI301" and held.cookie is not None]
    assert len(told) == 1
    assert "before the newest date in the input" in told[0]
    assert any("lies before the newest date in the cookies" in notice for notice in report.notices)


def test_a_clock_behind_takes_nothing_from_what_the_records_themselves_prove() -> None:
    report = run([cookie("cart", days=30, set_days_ago=-30), undated("_gid", 3)])
    assert codes_of(report, "cart") == ["CI301"]


def test_two_records_of_one_cookie_have_each_their_verdict() -> None:
    long, short = cookie("cart", days=30), cookie("cart", days=7)
    assert long.id == short.id
    report = run([long, short])
    assert sorted(held.verdict for held in report.cookies) == [Verdict.DECLARED, Verdict.OUTLIVES]
    outlives = next(held for held in report.cookies if held.verdict is Verdict.OUTLIVES)
    assert outlives.cookie == long
    assert [finding.cookie for finding in report.findings if finding.code == "CI301"] == [outlives.ref]
    assert {held.ref.id for held in report.cookies} == {long.id, f"{long.id}-2"}
