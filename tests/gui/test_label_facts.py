# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the details tell of a label: what for, why, who says otherwise, how to opt out."""

from typing import Any

import pytest
from make import labels

from inspector.core.label import Label, Purpose
from inspector.engine.purposes import Labelled, LinkStatus, Mechanism, VendorFacts
from inspector.gui.facts import Fact, plain_text
from inspector.gui.label_facts import MECHANISM, NOTHING_TOLD, Told, label_facts


def groups(label: Label, **answer: Any) -> dict[str, list[Fact]]:
    told = Told(label, labels.told(label, **answer))
    return {group.title: list(group.facts) for group in label_facts(told)}


def test_everything_that_is_known_is_told() -> None:
    told = groups(labels.DART)
    assert list(told) == ["What it is for", "Why we think so", "How to opt out"]
    assert told["What it is for"] == [
        Fact("Purpose", "Ad / DART", "serves, chooses, limits or measures ads; Google's DART and DoubleClick family"),
        Fact("Group", "Marketing"),
        Fact("Vendor", "Google advertising (DoubleClick)", "Google LLC"),
        Fact("Party", "A third party on the visited site"),
        Fact("Tracks", "Tracking across sites", "can recognise the browser on more than one site"),
    ]
    assert told["Why we think so"] == [
        Fact("How sure", "Sure", "confidence 99 %"),
        Fact("Because", "IDE is known"),
        Fact("and", "Its host is a host for advertising"),
        Fact("Tracking", "It holds an identifier"),
        Fact("and", "It is sent from every site"),
        Fact("Disputed", "A list calls it analytics"),
        Fact("Knowledge", "Version 2026.11", "of 24/11/2026"),
    ]
    assert told["How to opt out"] == [
        Fact(
            "By a cookie",
            "Google ads on partner sites – https://ads.test/optout",
            "Stops: Ads chosen by interests. Does not stop: Ads as such. As of 2026",
        )
    ]


def test_what_is_unknown_is_said_so() -> None:
    told = groups(labels.UNKNOWN)
    assert told["What it is for"][0] == Fact("Purpose", "Unknown", "nothing is known that would tell")
    assert Fact("Vendor", "Not known") in told["What it is for"]
    assert told["Why we think so"][:2] == [Fact("How sure", "Not known"), Fact("Because", "Nothing is known")]
    assert "How to opt out" not in told


def test_nobody_needs_to_opt_out_of_a_cart_and_an_opt_out_is_kept() -> None:
    assert "How to opt out" not in groups(labels.CART)
    assert groups(labels.OPT_OUT)["How to opt out"] == [Fact("", "This cookie is your opt-out. Keep it.")]


def test_a_vendor_without_a_way_out_has_none_known_to_us() -> None:
    told = groups(labels.ANALYTICS)["How to opt out"]
    assert told == [Fact("", "No way out of this vendor is known to us.")]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"requires_login": True}, "You must be signed in"),
        ({"status": LinkStatus.MOVED}, "The address has moved before"),
        ({"url_confidence": "C"}, "Nobody has confirmed the address to us"),
    ],
)
def test_what_may_go_wrong_with_a_way_out_is_said(facts: dict[str, Any], said: str) -> None:
    vendors = {"google-ads": VendorFacts("Google LLC", (labels.way_out(**facts),))}
    assert said in groups(labels.DART, vendors=vendors)["How to opt out"][0].note


def test_a_retired_way_out_is_no_way_out() -> None:
    retired = labels.way_out(status=LinkStatus.RETIRED, last_known_year=2020)
    told = groups(labels.DART, vendors={"google-ads": VendorFacts("Google LLC", (retired,))})["How to opt out"]
    assert told == [Fact("By a cookie", "Google ads on partner sites", "retired: it was last known to work in 2020")]


def test_every_mechanism_has_a_word() -> None:
    assert set(MECHANISM) == set(Mechanism)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (Told(waiting=True), "This is being found out…"),
        (Told(None, Labelled()), "Could not be told; the issues say why."),
    ],
)
def test_what_is_not_told_yet_or_failed_is_said(told: Told, sentence: str) -> None:
    (group,) = label_facts(told)
    assert group.facts == (Fact("", sentence),)
    assert plain_text((group,)) == f"What it is for\n  {sentence}"


def test_nothing_asked_nothing_told() -> None:
    assert label_facts(NOTHING_TOLD) == ()


def test_texts_of_hostile_lists_are_made_visible_and_few() -> None:
    label = Label(
        purpose=Purpose.SOCIAL, vendor_name="\x1b[31mV", because=("\u202egood",) * 100, disputed=("x" * 99_999,)
    )
    text = plain_text(label_facts(Told(label, labels.told(label))))
    assert "␛[31mV" in text
    assert "\\u{202e}good" in text
    assert text.count("good") == 8
    assert len(text) < 6000
