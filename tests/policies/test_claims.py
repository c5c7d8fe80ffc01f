# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Claims and records of whole documents."""

from datetime import date
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make.lexicons import SmallLexicon
from make.policies import document

from inspector.core.policy import Claim, Policy, Scope, Stance, Subject
from inspector.core.policy import StatedPurpose as P
from inspector.engine.policy import understand
from inspector.policies.claims import read_claims

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "policies_dev"
SHOP = """# Privacy Policy of Lantern & Sons

Lantern & Sons (“we”) sells lanterns. You may visit our shop anonymously.

## Cookies

Cookies are small files. We use cookies only to remember your basket and to keep you logged in.
They are deleted when you close your browser.

We do not sell or transfer your personal information to outside parties.

Google, as a third-party vendor, uses cookies to serve ads in our shop. You can opt out of the DART cookie by visiting
the Google ad and content network privacy policy.

| Cookie name | Purpose | Expires |
| --- | --- | --- |
| basket | Your shopping basket | Session |
| seen | Whether you saw our notice | 1 year |

This policy was last updated on 3 May 2021.
"""
WORDS = (
    "we our site do not use set cookies third parties to for advertising personal data sell track , . ; : \n - you can "
    "or web beacons similar technologies pixels no analytics removed all any"
)


def read(text: str, name: str = "policy.md") -> Policy:
    policy, _ = understand(document(text, name), SmallLexicon())
    return policy


def said(policy: Policy, field: str) -> list[Claim]:
    return [claim for claim in policy.claims if claim.field == field]


def test_a_shop() -> None:
    policy = read(SHOP)
    record = policy.record
    assert record.stance("cookies") is Stance.DECLARED
    assert record.stance("purposes.cart") is Stance.DECLARED
    assert record.stance("purposes.authentication") is Stance.DECLARED
    assert record.stance("third_party_cookies") is Stance.DECLARED
    assert record.stance("session_cookies") is Stance.DECLARED
    assert record.stance("data_sale") is Stance.DENIED
    assert record.stance("anonymous_visit") is Stance.DECLARED
    assert record.stance("data_transfer") is Stance.DENIED
    assert record.dart_cookie
    assert record.complete
    assert record.enumerates
    assert record.states_purposes
    assert record.language == "en"
    assert record.policy_date is not None
    assert (record.policy_date.date, record.policy_date.basis) == (date(2021, 5, 3), "updated")
    assert [vendor.id for vendor in record.vendors] == ["google-ads"]
    assert [(offer.target, offer.url, offer.live_url) for offer in record.opt_outs] == [
        ("google-ads", None, "https://adssettings.google.com/partnerads")
    ]
    assert [cookie.name for cookie in record.named_cookies] == ["basket", "seen"]


def test_claims_are_numbered_in_the_order_of_the_text() -> None:
    claims = read(SHOP).claims
    assert [claim.id for claim in claims] == [f"c{number}" for number in range(1, len(claims) + 1)]
    assert [claim.quote.start for claim in claims] == sorted(claim.quote.start for claim in claims)


def test_the_same_document_gives_the_same_policy() -> None:
    assert read(SHOP) == read(SHOP)


def test_a_purpose_claim_knows_its_purpose_and_whose_it_is() -> None:
    ads = said(read(SHOP), "purposes.advertising")
    assert {(claim.purpose, claim.scope, claim.subject) for claim in ads} == {
        (P.ADVERTISING, Scope.PURPOSE, Subject.THIRD_PARTIES)
    }


def test_no_transfer_and_cookies_of_others_are_a_tension_with_both_quotes() -> None:
    policy = read(SHOP)
    conflict = next(held for held in policy.record.conflicts if held.field == "data_transfer")
    denial, cookies = (policy.claim(name) for name in conflict.claims)
    assert denial is not None
    assert cookies is not None
    assert denial.quote.text.startswith("We do not sell or transfer")
    assert cookies.quote.text.startswith("Google, as a third-party vendor")
    assert conflict.why


def test_a_contradiction_quotes_both_sentences() -> None:
    policy = read("We do not set any cookies. We use cookies to keep you logged in.", "policy.txt")
    assert policy.record.stance("first_party_cookies") is Stance.CONFLICTING
    conflict = next(held for held in policy.record.conflicts if held.field == "first_party_cookies")
    stances = [claim.stance for name in conflict.claims if (claim := policy.claim(name))]
    assert stances == [Stance.DENIED, Stance.DECLARED]


def test_own_cookies_denied_and_others_declared_is_no_contradiction_of_the_site() -> None:
    policy = read("We do not use cookies. Our advertisers may set cookies on your computer.", "policy.txt")
    record = policy.record
    assert record.stance("first_party_cookies") is Stance.DENIED
    assert record.stance("third_party_cookies") is Stance.DECLARED
    assert record.stance("cookies") is Stance.DECLARED
    assert [held.field for held in record.conflicts] == ["cookies"]


def test_another_language_is_recognised_and_said() -> None:
    text = (
        "Wir verwenden Cookies, um unsere Website für Sie zu verbessern und die Nutzung der Website zu messen. "
        "Sie können die Cookies in den Einstellungen des Browsers löschen. Wir geben die Daten nicht weiter.\n\n"
        "| Name | Zweck | Speicherdauer |\n| --- | --- | --- |\n| _ga | Statistik | 2 Jahre |\n"
    )
    policy, problems = understand(document(text, "policy.md"), SmallLexicon())
    assert policy.record.language == "de"
    assert [problem.code for problem in problems] == ["policy-language"]
    assert "German: tables are read, sentences are not" in problems[0].what
    assert policy.record.stance("purposes.analytics") is Stance.DECLARED  # from the table
    assert {claim.quote.text.split()[0] for claim in policy.claims if claim.field == "cookies"} == {"_ga"}


def test_opt_out_addresses_are_read_in_any_language() -> None:
    text = (
        "Sie können der Messung durch Google Analytics widersprechen, und zwar mit dem "
        "[Browser-Add-on](https://tools.google.com/dlpage/gaoptout), das Sie auf der Seite von Google laden. "
        "Wir verwenden die Daten nicht, um Sie zu identifizieren, und sie werden nicht mit anderen Daten verbunden."
    )
    record = read(text).record
    assert [(offer.target, offer.url) for offer in record.opt_outs] == [
        ("google-analytics", "https://tools.google.com/dlpage/gaoptout")
    ]


def test_without_a_lexicon_what_a_sentence_says_is_still_read() -> None:
    reading = read_claims(document("Our partners may set cookies. Cookies are set by Tinycount Inc.", "policy.txt"))
    assert "third_party_cookies" in {claim.field for claim in reading.claims}
    assert "vendors.tinycount" in {claim.field for claim in reading.claims}


def test_nothing_said_is_nothing_claimed() -> None:
    policy = read("Our shop is open from nine to five.", "policy.txt")
    assert policy.claims == ()
    assert policy.record.stances == {}


@pytest.mark.timeout(20)
def test_a_list_of_technologies_after_a_denial_is_read_at_once() -> None:
    """Each run of letters that stands for a word is one word: a pattern that could part it took minutes here."""
    text = "We do not use cookies, web beacons or similar technologies to collect personal information."
    assert read(text, "policy.txt").record.stance("cookies") is Stance.UNSTATED


@pytest.mark.parametrize("name", ["citp-tracknext.md", "tracknext-original.html"])
def test_the_old_tracknext_policy_reads_perfectly(name: str) -> None:
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"the reference policies are not here ({name})")
    policy, _ = understand(document(path.read_bytes(), name), SmallLexicon())
    record = policy.record
    declared = {field for field, stance in record.stances.items() if stance is Stance.DECLARED}
    assert declared == {
        "cookies",
        "first_party_cookies",
        "third_party_cookies",
        "purposes.cart",
        "purposes.advertising",
        "anonymous_visit",
    }
    assert {field for field, stance in record.stances.items() if stance is Stance.DENIED} == {
        "data_sale",
        "data_transfer",
    }
    assert record.dart_cookie
    assert [vendor.id for vendor in record.vendors] == ["google-ads"]
    assert [(offer.target, offer.url) for offer in record.opt_outs] == [("google-ads", None)]
    assert record.opt_outs[0].live_url == "https://adssettings.google.com/partnerads"
    assert record.children == ("coppa", "18")
    assert record.policy_date is not None
    assert (record.policy_date.date, record.policy_date.basis) == (date(2014, 12, 20), "archive")
    assert "data_transfer" in {held.field for held in record.conflicts}
    excepted = [claim for claim in said(policy, "data_transfer") if claim.stance is Stance.DECLARED]
    assert len(excepted) == 2
    assert {claim.scope for claim in excepted} == {Scope.CONDITION}


def test_both_copies_of_the_tracknext_policy_make_the_same_record() -> None:
    paths = [SHARED / name for name in ("citp-tracknext.md", "tracknext-original.html")]
    if not all(path.is_file() for path in paths):
        pytest.skip("the reference policies are not here")
    records = [understand(document(path.read_bytes(), path.name), SmallLexicon())[0].record for path in paths]
    assert records[0] == records[1]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=120))
def test_any_order_of_the_grammars_words_is_read(words: list[str]) -> None:
    policy = read("Our site. " + " ".join(words), "policy.txt")
    for claim in policy.claims:
        assert policy.document.text[claim.quote.start : claim.quote.end] == claim.quote.text


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), max_size=400))
def test_any_text_is_read(text: str) -> None:
    policy = read("We use cookies on this site. Read on.\n\n" + text, "policy.txt")
    assert policy.record.stance("cookies") is not Stance.UNSTATED


@pytest.mark.parametrize(
    "part",
    [
        "we do not use any cookies to track personal information of third parties and ",
        "cookies ", "not ", "third party ", "we ", "our our our ", "Google Analytics ", "opt out ", "((((", "a.b.c.d ", "http://",
        "if you do not accept cookies you ", "sell rent trade your personal information to ", "X", "\u0130",
    ],
)  # fmt: skip
def test_a_huge_sentence_costs_no_more_than_its_length(part: str) -> None:
    texts = [part * (size // len(part)) for size in (60_000, 240_000)]
    held = [document("We use cookies. " + text, "policy.txt") for text in texts]
    times = []
    for one in held:
        started = process_time()
        read_claims(one, SmallLexicon())
        times.append(process_time() - started)
    assert times[1] < 10 * times[0] + 2.0, times


def test_a_service_in_the_column_of_names_is_a_vendor_and_no_cookie() -> None:
    table = (
        "## Cookies\n\nCookie name | Purpose | Expiry\n---|---|---\n_lamp | Statistics | 2 years\n"
        "lamp_x | Statistics | 1 day\nfacebook | | \n"
    )
    record = understand(document(table, "policy.md"), SmallLexicon())[0].record
    assert [cookie.name for cookie in record.named_cookies] == ["_lamp", "lamp_x"]
    assert [vendor.id for vendor in record.vendors] == ["facebook"]
