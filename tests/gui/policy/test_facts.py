# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The facts of a claim and of a policy, as the pane shows them."""

from dataclasses import replace
from datetime import date

from make import quoted

from inspector.core.policy import Claim, Conflict, LifetimeFrom, OptOut, Policy, StatedLifetime, StatedPurpose
from inspector.gui.facts import Fact, FactGroup
from inspector.gui.policy.facts import claim_facts, live_address, policy_facts

POLICY = quoted.example()


def claim_of(field: str, policy: Policy = POLICY) -> Claim:
    return next(claim for claim in policy.claims if claim.field == field)


def group(groups: tuple[FactGroup, ...], title: str) -> dict[str, str]:
    return {fact.label: fact.text for held in groups if held.title == title for fact in held.facts}


def test_a_claim_is_told_with_its_words_its_reach_and_its_cookie() -> None:
    lifetime = StatedLifetime(390.0, False, LifetimeFrom.AT_MOST, 0, 9)
    claim = replace(
        claim_of("named_cookies"), lifetime=lifetime, purpose=StatedPurpose.ANALYTICS, purpose_text="Counts"
    )
    told = claim_facts(claim, POLICY)
    assert told[0].facts[0] == Fact("", "“_ga Google Analytics Counts 🍪 visits 13 months”", "line 5 of its source")
    assert group(told, "What it says") == {
        "Says": "Declared",
        "About": "Google",
        "How far": "Without limits",
        "Purpose": "Analytics",
        "As printed": "Counts",
        "Field": "named_cookies",
    }
    assert group(told, "Cookie") == {"Cookies": "_ga", "Lifetime": "390 days", "Set by": "Google"}


def test_storage_that_is_no_cookie_is_called_by_its_name() -> None:
    claim = replace(claim_of("named_cookies"), storage="local_storage")
    assert group(claim_facts(claim, POLICY), "Cookie")["Kept in"] == "local storage"


def test_an_opt_out_is_told_as_printed_and_as_it_is_today() -> None:
    claim = claim_of("opt_outs.google")
    known = OptOut("google", claim.url, live_url="https://today.example/")
    policy = replace(POLICY, record=replace(POLICY.record, opt_outs=(known,)))
    assert group(claim_facts(claim, policy), "Opt-out") == {
        "Out of": "google",
        "Address": "https://ads.example/\\u{202e}out",
        "Address today": "https://today.example/",
    }
    assert live_address(claim, policy) == "https://today.example/"
    assert live_address(claim, POLICY) == claim.url
    assert live_address(claim_of("cookies"), POLICY) is None


def test_a_claim_that_the_text_contradicts_shows_the_other_sentence() -> None:
    conflict = Conflict("data_sale", ("c1", "c2"), "it says both")
    policy = replace(POLICY, record=replace(POLICY.record, conflicts=(conflict,)))
    told = claim_facts(claim_of("cookies"), policy)
    assert told[-1].facts == (Fact("", "“We do not sell your \\u{202e}data.”", "it says both"),)


def test_a_policy_tells_where_it_came_from() -> None:
    source = replace(
        POLICY.document.source,
        redirects=("https://a.example/",),
        original_url="https://shop.example/privacy",
        archived=date(2014, 12, 20),
    )
    told = group(policy_facts(replace(POLICY, document=replace(POLICY.document, source=source))), "Source")
    assert told["Read from"] == "/made/policy.html"
    assert told["By way of"] == "https://a.example/"
    assert told["Copy of"] == "https://shop.example/privacy"
    assert told["Read on"] == "24/11/2026, 12:00"
    assert told["SHA-256"] == "0" * 64


def test_pasted_text_has_no_dash_for_a_place() -> None:
    source = replace(POLICY.document.source, location="-", retrieved=None, media_type="")
    told = group(policy_facts(replace(POLICY, document=replace(POLICY.document, source=source))), "Source")
    assert told == {"Read from": "Pasted text", "SHA-256": "0" * 64}
