# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A finding keeps its fingerprint while what it is about stays, and gets another one when that changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.finding import ClaimRef, CookieRef, Finding, Level
from inspector.core.fingerprint import fingerprint, fingerprints
from inspector.core.policy import Quote

CLAIM = ClaimRef("c1", "purposes.cart", Quote("We use cookies for the cart.", 10, 38, 3))
COOKIE = CookieRef("0" * 20, "_ga_ABC", "shop.example", "https://shop.example")
FINDING = Finding("CI101", "undeclared-cookie", Level.WARNING, "found", "do", COOKIE, (CLAIM,), evidence=("1 day",))
ALONE = FINDING._replace(cookie=None)
MOVED = ClaimRef("c9", "purposes.cart", Quote("We use cookies  for\nthe cart.", 99, 128, 30))
REWORDED = ClaimRef("c1", "purposes.cart", Quote("Cookies hold your cart.", 10, 33, 3))


@pytest.mark.parametrize(
    "same",
    [
        FINDING._replace(cookie=COOKIE._replace(name="_ga_DEF")),
        FINDING._replace(cookie=COOKIE._replace(id="1" * 20)),
        FINDING._replace(cookie=COOKIE._replace(host="SHOP.example")),
        FINDING._replace(message="other words", evidence=("2 days",), level=Level.NOTE),
        FINDING._replace(claims=(MOVED,)),
        FINDING._replace(claims=(REWORDED,)),
        FINDING._replace(claims=(CLAIM, REWORDED)),
    ],
)
def test_the_next_run_s_finding_is_the_same(same: Finding) -> None:
    assert fingerprint(same, "shop.example") == fingerprint(FINDING, "shop.example")


@pytest.mark.parametrize(
    "other",
    [
        FINDING._replace(code="CI102"),
        FINDING._replace(cookie=COOKIE._replace(name="_ga")),
        FINDING._replace(cookie=COOKIE._replace(host="ads.example")),
        FINDING._replace(cookie=COOKIE._replace(partition=None)),
        FINDING._replace(claims=(ClaimRef("c1", "complete", CLAIM.quote),)),
        FINDING._replace(claims=()),
        ALONE,
    ],
)
def test_another_finding_is_another_one(other: Finding) -> None:
    assert fingerprint(other, "shop.example") != fingerprint(FINDING, "shop.example")


def test_a_finding_with_a_subject_goes_by_it_and_not_by_its_cookies() -> None:
    one = FINDING._replace(subject="Google")
    other = one._replace(cookie=COOKIE._replace(name="IDE", host="ads.example", partition=None), others=(COOKIE,))
    assert fingerprint(one, "a") == fingerprint(other, "a")
    assert fingerprint(one, "a") != fingerprint(one._replace(subject="Meta"), "a")
    assert fingerprint(one, "a") != fingerprint(FINDING, "a")


def test_a_finding_without_a_cookie_goes_by_the_words_of_its_sentence() -> None:
    assert fingerprint(ALONE._replace(claims=(MOVED,)), "a") == fingerprint(ALONE, "a")
    assert fingerprint(ALONE._replace(claims=(REWORDED,)), "a") != fingerprint(ALONE, "a")


def test_another_site_is_another_finding() -> None:
    assert fingerprint(FINDING, "a.example") != fingerprint(FINDING, "b.example")


def test_findings_that_are_alike_are_numbered_in_their_order() -> None:
    alike = FINDING._replace(cookie=COOKIE._replace(name="_ga_DEF"))
    first, second, third = fingerprints((FINDING, ALONE, alike), "shop.example")
    assert first == fingerprint(FINDING, "shop.example") + ":1"
    assert second.endswith(":1")
    assert third == fingerprint(FINDING, "shop.example") + ":2"


@given(st.text(), st.text(), st.text(), st.text())
def test_any_text_has_a_fingerprint_of_32_digits(name: str, host: str, partition: str, quote: str) -> None:
    claim = ClaimRef("c1", "f", Quote(quote, 0, len(quote), 1))
    held = FINDING._replace(cookie=CookieRef("", name, host, partition), claims=(claim,))
    for finding in (held, held._replace(cookie=None)):
        assert int(fingerprint(finding, host), 16) >= 0
        assert len(fingerprint(finding, host)) == 32
