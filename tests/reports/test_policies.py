# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import json
import re

import pytest
from make.policies import policy

from inspector.core.policy import LifetimeFrom, StatedLifetime
from inspector.reports.policies.as_html import as_html
from inspector.reports.policies.as_json import as_json, as_jsonl
from inspector.reports.policies.as_table import as_table
from inspector.reports.policies.registry import POLICIES, PolicyLook
from inspector.reports.policies.words import lifetime_words

PAGE = (
    "<html lang=en><head><title>Cookies &lt;of&gt; Shop</title></head><body><h1>Cookies</h1>"
    "<p>We use cookies to remember the items in your shopping cart &amp; more.</p><ul><li>One</li><li>Two</li></ul>"
    "<p>We do not sell your personal information.</p><h2>Our cookies</h2><table>"
    "<tr><th>Cookie name</th><th>Purpose</th><th>Expires</th></tr>"
    "<tr><td>_ga</td><td>Statistics &lt;b&gt;</td><td>2 years</td></tr></table>"
)
KEYS = (
    "source title policy_date archived language cookies first_party_cookies third_party_cookies "
    "cross_site_tracking personal_data_in_cookies data_sale session_cookies persistent_cookies purposes "
    "anonymous_visit data_transfer children delegates enumerates complete states_purposes controls "
    "vendors dart_cookie opt_outs named_cookies storage conflicts claims "
)


def test_the_record_has_every_key_always_in_one_order() -> None:
    full, bare = json.loads(as_json([policy(PAGE)]))[0], json.loads(as_json([policy("<p>Hello there.</p>")]))[0]
    assert list(full) == list(bare) == KEYS.split()
    assert bare["cookies"] == "unstated"
    assert bare["named_cookies"] == []
    assert list(full["purposes"]) == [
        "cart",
        "authentication",
        "security",
        "preferences",
        "analytics",
        "advertising",
        "social",
        "necessary",
    ]


def test_every_quote_is_the_text_between_its_offsets() -> None:
    held = policy(PAGE)
    for claim in json.loads(as_jsonl([held]))["claims"]:
        assert held.document.text[claim["start"] : claim["end"]] == claim["quote"]


def test_an_unread_source_keeps_its_place() -> None:
    lines = as_jsonl(["lost.html", policy(PAGE)]).splitlines()
    assert json.loads(lines[0])["unread"] is True
    assert "could not be read" in as_table(["lost.html"])
    assert "could not be read" in as_html(["lost<.html"])


def test_the_page_shows_the_whole_text_escaped() -> None:
    held = policy(PAGE)
    page = as_html([held])
    body = re.sub(r"<[^>]+>", "", page[page.index("<section>") : page.index("</section>")])
    for part in (
        "We use cookies to remember the items in your shopping cart &amp; more.",
        "Statistics &lt;b&gt;",
        "One",
        "2 years",
    ):
        assert part in body
    assert "<title>" in page
    assert "Cookies &lt;of&gt; Shop" in page


def test_every_claim_in_the_list_leads_to_a_place_in_the_text() -> None:
    page = as_html([policy(PAGE)])
    wanted = set(re.findall(r'href="#([^"]+)"', page))
    assert wanted
    assert wanted <= set(re.findall(r'id="([^"]+)"', page))


def test_denials_and_declarations_look_different() -> None:
    page = as_html([policy(PAGE)])
    assert "<mark class=declared" in page
    assert "<mark class=denied" in page


@pytest.mark.parametrize("name", POLICIES)
def test_a_format_writes_the_same_each_time(name: str) -> None:
    held = policy(PAGE)
    write = POLICIES[name]()
    assert write([held], PolicyLook()) == write([held], PolicyLook())


@pytest.mark.parametrize(
    ("days", "basis", "words"),
    [
        (730, LifetimeFrom.SET, "2 years"),
        (390, LifetimeFrom.AT_MOST, "at most 13 months"),
        (1, LifetimeFrom.SET, "1 day"),
        (0.25, LifetimeFrom.SET, "6 hours"),
        (1 / 24, LifetimeFrom.SET, "1 hour"),
        (1 / 1440, LifetimeFrom.SET, "1 minute"),
        (0, LifetimeFrom.SET, "0 seconds"),
        (90, LifetimeFrom.LAST_VISIT, "after the last visit: 3 months"),
        (None, LifetimeFrom.PERSISTENT, "persistent, no number"),
        (None, LifetimeFrom.EVENT, "until something happens"),
    ],
)
def test_a_lifetime_is_said_in_words(days: float | None, basis: LifetimeFrom, words: str) -> None:
    assert lifetime_words(StatedLifetime(days, False, basis, 0, 1)) == words


def test_no_lifetime_has_no_words() -> None:
    assert lifetime_words(None) == ""
