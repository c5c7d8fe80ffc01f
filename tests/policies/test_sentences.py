# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Sentences and what they state, from the tables in ``sentences/``; each case is read as a policy of its own."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from make.lexicons import SmallLexicon
from make.policies import document

from inspector.core.policy import Claim, Policy, Stance
from inspector.engine.policy import understand

FOLDER = Path(__file__).parent / "sentences"
WORDS = {
    "cookies": "cookies",
    "own cookies": "first_party_cookies",
    "third-party cookies": "third_party_cookies",
    "cross-site tracking": "cross_site_tracking",
    "personal data": "personal_data_in_cookies",
    "data sale": "data_sale",
    "session cookies": "session_cookies",
    "persistent cookies": "persistent_cookies",
    **{
        name: f"purposes.{name}"
        for name in ("cart", "authentication", "security", "preferences", "analytics", "advertising", "social")
    },
}
MORE = ("anonymous_visit", "data_transfer", "purposes.necessary")  # stances that only some tables list


def cases() -> list[Any]:
    """Every case of every table, with its file and number."""
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        found += [pytest.param(case, id=f"{path.stem}-{at}") for at, case in enumerate(table["case"], 1)]
    return found


def read(case: dict[str, str]) -> Policy:
    """Read a case; the text is put under its heading where it has one."""
    text = case["text"]
    if "under" in case:
        text = f"# {case['under']}\n\n{text}"
    held = document(text, "policy.md" if case.get("form") == "markdown" or "under" in case else "policy.txt")
    policy, _ = understand(held, SmallLexicon())
    return policy


def said(policy: Policy, stance: Stance) -> set[str]:
    """What the record declares or denies, in the words of the tables."""
    record = policy.record
    held = {word for word, field in WORDS.items() if record.stance(field) is stance}
    if stance is Stance.DECLARED:
        held |= {"browser settings"} if record.controls.browser_settings else set()
        held |= {"consent tool"} if record.controls.consent_tool else set()
        held |= {"elsewhere"} if record.delegates else set()
        held |= {"dart"} if record.dart_cookie else set()
        signal = record.controls.do_not_track
        held |= {f"{signal.replace('honoured', 'honours').replace('ignored', 'ignores')} do-not-track"} - {
            "unstated do-not-track"
        }
    return held


def more(policy: Policy) -> set[str]:
    """What the record holds beside stances and flags."""
    record = policy.record
    held = {"complete"} if record.complete else set()
    held |= {"anonymous visit"} if record.stance("anonymous_visit") is Stance.DECLARED else set()
    held |= {"no transfer"} if record.stance("data_transfer") is Stance.DENIED else set()
    held |= {"necessary"} if record.stance("purposes.necessary") is Stance.DECLARED else set()
    return held | ({"children"} if record.children else set())


def listed(text: str) -> set[str]:
    """The items of a comma-separated value."""
    return {item.strip() for item in text.split(",") if item.strip()}


@pytest.mark.parametrize("case", cases())
def test_a_sentence_states_what_it_states_and_nothing_more(case: dict[str, str]) -> None:
    policy = read(case)
    assert said(policy, Stance.DECLARED) == listed(case.get("declares", ""))
    assert said(policy, Stance.DENIED) == listed(case.get("denies", ""))
    assert said(policy, Stance.CONFLICTING) == listed(case.get("conflicts", ""))
    if "vendors" in case:
        assert {vendor.id for vendor in policy.record.vendors} == listed(case["vendors"])
    if "opt_outs" in case:
        offers = {" ".join(filter(None, (offer.target, offer.url))) for offer in policy.record.opt_outs}
        assert offers == listed(case["opt_outs"])
    if "more" in case:
        assert more(policy) == listed(case["more"])


@pytest.mark.parametrize("case", cases())
def test_every_claim_is_quoted_from_the_text(case: dict[str, str]) -> None:
    policy = read(case)
    for claim in policy.claims:
        assert_quoted(policy, claim)
    for field in policy.record.stances:
        assert any(claim.field == field for claim in policy.claims), field


def assert_quoted(policy: Policy, claim: Claim) -> None:
    """The quote is the text between its offsets, and is not empty."""
    quote = claim.quote
    assert policy.document.text[quote.start : quote.end] == quote.text
    assert quote.text.strip()
    assert quote.line == policy.document.line_at(quote.start)


def test_there_are_enough_cases() -> None:
    assert len(cases()) >= 300
