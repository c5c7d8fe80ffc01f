# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The evidence behind each row, in words."""

from make import audits

from inspector.core.finding import CookieRef
from inspector.gui.audit import facts
from inspector.gui.audit.rows import AuditRows, CookieRow, audit_rows
from inspector.gui.facts import FactGroup

MADE: AuditRows = audit_rows(audits.sample_report())


def told(groups: tuple[FactGroup, ...], title: str) -> list[tuple[str, str, str]]:
    return [tuple(fact) for group in groups if group.title == title for fact in group.facts]


def cookie(name: str) -> CookieRow:
    return next(row for row in MADE.cookies if row.judged.cookie.name == name)


def test_a_cookie_tells_its_verdict_its_tie_and_what_declares_it() -> None:
    groups = facts.cookie_details(cookie("cart"), MADE)
    assert told(groups, "Verdict") == [
        ("Outlives", "It lives longer than the policy says", ""),
        ("Why", "Lives 30 days; 7 days are declared", ""),
        ("Of this site", "Its host is the site's own", ""),
    ]
    assert told(groups, "Declared by") == [
        ("", "“Our cart cookie is kept for 7 days.”", 'The policy names "cart", by its name')
    ]
    assert told(groups, "Findings") == [("CI301, Warning", "Cart lives 30 days; the policy says 7 days", "")]


def test_a_correction_is_shown_as_a_person_s() -> None:
    groups = facts.cookie_details(cookie("old_one"), MADE)
    assert told(groups, "Corrected by a person") == [
        ("label", "old_one is preferences", "our developers say so, J. Doe")
    ]


def test_a_claim_tells_its_verdict_the_cookies_and_its_words() -> None:
    row = next(row for row in MADE.claims if row.judged.claim.field == "anonymous_visit")
    groups = facts.claim_details(row, MADE)
    assert told(groups, "Verdict")[1] == ("Why", "A persistent identifier is there", "")
    assert told(groups, "Cookies that show it") == [("_ga", "shop.example", "")]
    assert told(groups, "In its words")[0][1] == "“You may visit our site anonymously.”"
    assert [fact[0] for fact in told(groups, "Findings")] == ["CI209, Note"]


def test_a_finding_tells_what_it_rests_on_and_what_to_do() -> None:
    groups = facts.finding_details(MADE.findings[3], MADE)
    assert told(groups, "Found")[1] == ("Level", "Note", "The label is likely, not sure")
    assert told(groups, "What to do") == [("", "Say what is meant by anonymous", "")]
    assert told(groups, "The policy's words") == [("", "“You may visit our site anonymously.”", "")]
    assert told(facts.finding_details(MADE.findings[1], MADE), "Evidence") == [
        ("", "Looked for its name, Google Analytics, and analytics", "")
    ]


def test_a_partition_is_said_beside_its_cookie() -> None:
    assert told(facts.finding_details(MADE.findings[0], MADE), "Cookies") == [
        ("IDE", "doubleclick.net", "only within https://shop.example")
    ]


def test_what_was_not_judged_says_why_and_by_which_rule() -> None:
    groups = facts.open_details(MADE.open[1], MADE)
    assert told(groups, "Why it was not judged") == [("", "Its value was not read", ""), ("Rule", "CI701", "")]


def test_a_cookie_that_was_left_aside_is_no_accusation() -> None:
    groups = facts.aside_details(MADE.aside[0], MADE)
    assert "no finding here" in told(groups, "Why it was left aside")[0][1]
    assert told(groups, "Spoken of") == [("", "“Google uses cookies to serve ads on our site.”", "")]


def test_a_way_out_tells_where_and_what_it_takes() -> None:
    assert told(facts.way_details(MADE.ways[0], MADE), "Opt-out") == [
        ("Address", "https://adssettings.google.com/", "live"),
        ("In the policy", "No", ""),
        ("Needs an account", "No", ""),
    ]


def test_a_report_tells_what_it_was_measured_with() -> None:
    groups = facts.report_details(MADE.report)
    assert ("Of unknown site", "1", "") in told(groups, "Cookies by verdict")
    assert told(groups, "Choices that cookies record") == [
        ("OneTrust", "The visitor closed the banner after a choice", "cart")
    ]
    assert told(groups, "Measured with")[-1] == ("Program", "cookie-inspector 0.1.0", "")


def test_a_thousand_cookies_of_a_claim_are_counted_not_listed() -> None:
    row = MADE.claims[0]
    many = tuple(CookieRef(str(number), f"c{number}", "shop.example") for number in range(1000))
    crowded = row._replace(judged=row.judged._replace(cookies=many))
    shown = told(facts.claim_details(crowded, MADE), "Cookies that show it")
    assert len(shown) == 61
    assert shown[-1] == ("", "and 940 more", "")
