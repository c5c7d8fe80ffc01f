# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Claims and cookies lead to each other, whichever side the report tells it from."""

from dataclasses import replace

from make import audits

from inspector.core.finding import CookieRef
from inspector.gui.audit.links import Linked, Links

REPORT = audits.sample_report()
NAMES = [judged.cookie.name for judged in REPORT.cookies]
FIELDS = [judged.claim.field for judged in REPORT.claims]


def named(numbers: tuple[int, ...]) -> set[str]:
    return {NAMES[number] for number in numbers}


def fields(numbers: tuple[int, ...]) -> set[str]:
    return {FIELDS[number] for number in numbers}


def test_a_claim_leads_to_what_shows_it_what_it_declares_and_what_goes_against_it() -> None:
    links = Links(REPORT)
    assert named(links.of_claim(FIELDS.index("named_cookies"))) == {"cart"}
    assert named(links.of_claim(FIELDS.index("complete"))) == {"_ga", "IDE"}
    assert named(links.of_claim(FIELDS.index("purposes.cart"))) == {"basket_id"}
    assert links.of_claim(FIELDS.index("children")) == ()


def test_a_cookie_leads_back_to_the_same_claims() -> None:
    links = Links(REPORT)
    assert fields(links.of_cookie(NAMES.index("IDE"))) == {"purposes.advertising", "complete"}
    assert fields(links.of_cookie(NAMES.index("_ga"))) == {"anonymous_visit", "complete"}
    for claim in range(len(FIELDS)):
        assert all(claim in links.of_cookie(cookie) for cookie in links.of_claim(claim))
    for cookie in range(len(NAMES)):
        assert all(cookie in links.of_claim(claim) for claim in links.of_cookie(cookie))


def test_a_finding_leads_to_both() -> None:
    linked = Links(REPORT).of_finding(REPORT.findings[2])
    assert (fields(linked.claims), named(linked.cookies)) == ({"named_cookies"}, {"cart"})


def test_what_is_not_in_the_report_leads_nowhere() -> None:
    links = Links(replace(REPORT, claims=()))
    assert links.of_finding(REPORT.findings[0]).claims == ()
    assert links.of_refs(CookieRef("gone", "x", "y"), None) == Linked()
    assert links.of_cookie(99) == links.of_claim(99) == ()
