# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The details: every fact of the record, unknown told from no, hostile texts made visible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import records

from inspector.core.cookie import Cookie, RowProblem, SameSite, SourceScheme, SourceType, ValueState
from inspector.core.evidence import Sighting
from inspector.core.isolation import Container, Isolation, Partition
from inspector.core.lifetime import Lifetime, LifetimeBasis
from inspector.core.moments import DAY_US
from inspector.core.secret import Secret
from inspector.gui.facts import facts_of, plain_text

WHOLE = records.cookie(
    ".shop.test",
    "id",
    Isolation(Partition("https://news.test", True, 8443), Container(3, "Banking"), "first.test", False, "^raw"),
    store=records.store(profile_name="Ada", schema_version=17, modified_us=records.NOW_US),
    created_us=records.NOW_US - 9 * DAY_US,
    accessed_us=records.NOW_US - 2 * DAY_US,
    updated_us=records.NOW_US - 7 * DAY_US,
    expires_us=records.NOW_US + 393 * DAY_US,
    session=False,
    secure=True,
    http_only=False,
    same_site=SameSite.NONE,
    partitioned_attribute=True,
    source_scheme=SourceScheme.SECURE,
    source_port=443,
    source_type=SourceType.SCRIPT,
    value_state=ValueState.DECRYPTED,
    value_length=1234,
    encryption="v11",
    value=Secret("marker-5f1e"),
    problems=(RowProblem("expires", "before it was set"),),
)


def told(cookie: Cookie) -> dict[str, str]:
    """Label to text, over all groups but the exact times, whose labels repeat."""
    groups = [group for group in facts_of(cookie, records.NOW_US) if group.title != "Exact times (UTC)"]
    return {fact.label: f"{fact.text} | {fact.note}" for group in groups for fact in group.facts}


def test_every_fact_of_a_record_is_told() -> None:
    assert told(WHOLE) == {
        "Name": "id | ",
        "Host": "shop.test | ",
        "Sent to": "This host and all its subdomains | ",
        "Path": "/ | ",
        "expires": "before it was set | ",
        "Lives": "≥ 400 days (about 13 months) | at the browser's limit: the site asked for this or more",
        "Asked for": "Not recorded | ",
        "Stored": "≥ 400 days (about 13 months) | ",
        "Expires": "19/10/2027, 14:13 | in 393 days",
        "First set": "12/09/2026, 14:13 | 9 days ago",
        "Last set": "14/09/2026, 14:13 | 7 days ago",
        "Last used": "19/09/2026, 14:13 | 2 days ago",
        "Secure": "Yes | sent over https only",
        "HttpOnly": "No | scripts on a page can read it",
        "SameSite": "None | ",
        "Partitioned": "Yes | ",
        "Priority": "Unknown | ",
        "Only within": "https://news.test:8443 | kept apart for each site you visit",
        "Another site between": "Yes | ",
        "Container": "Banking (3) | ",
        "First-party domain": "first.test | ",
        "Private window": "No | ",
        "State": "•••••• (Decrypted, hidden) | ",
        "Length": "1,234 bytes | ",
        "Encryption": "v11 | ",
        "Set over": "A secure connection (https) | ",
        "Port": "443 | ",
        "Set by": "A script on a page | ",
        "On the page": "Not recorded | ",
        "By the address": "Not recorded | ",
        "Browser": "Firefox | ",
        "Profile": "Ada | ",
        "File": f"{records.STORE.file} | ",
        "Store version": "17 | ",
        "Store changed": "21/09/2026, 14:13 | 0 s ago",
        "Cookie id": f"{WHOLE.id} | the same in every export",
    }


def test_the_exact_times_are_told_to_the_microsecond() -> None:
    exact = facts_of(WHOLE._replace(expires_us=records.NOW_US + 1), records.NOW_US)[-1]
    assert exact.facts[0] == ("Expires", "2026-09-21T14:13:20.000001Z", "")


def test_what_a_store_does_not_tell_is_unknown_and_never_no() -> None:
    facts = told(records.cookie(host_only=None, path=None))
    unknown = ("Path", "Lives", "Expires", "First set", "Last set", "Last used", "Secure", "HttpOnly", "SameSite")
    assert all(facts[label].startswith("Unknown") for label in unknown)
    assert "unknown" in facts["Sent to"]
    assert not any(text.startswith("No |") for text in facts.values())


@pytest.mark.parametrize(
    ("facts", "label", "text"),
    [
        ({"session": True}, "Expires", "When the browser session ends | "),
        ({"session": True}, "Lives", "Session | ends with the browser session"),
        ({"source_port": -1}, "Port", "Not recorded when it was set | "),
        (
            {"updated_us": 3 * DAY_US, "expires_us": 0},
            "Lives",
            "−3 days | it ends before it was set: the times in the store contradict each other",
        ),
        ({"secure": False}, "Secure", "No | may travel over http too"),
        ({"http_only": True}, "HttpOnly", "Yes | hidden from scripts"),
        ({"value_length": 1}, "Length", "1 byte | "),
        ({"name": ""}, "Name", "(no name) | "),
    ],
)
def test_special_facts_have_their_own_words(facts: dict[str, object], label: str, text: str) -> None:
    assert told(records.cookie(**facts))[label] == text


def test_an_artefact_of_a_migration_is_not_told_as_a_renewal() -> None:
    cookie = records.lasting(5)._replace(updated_is_real=False)
    assert "upgraded" in told(cookie)["Last set"]


def test_the_copied_text_holds_no_value() -> None:
    text = plain_text(facts_of(WHOLE, records.NOW_US))
    assert "marker" not in text
    assert "  SameSite: None" in text.splitlines()


@given(st.text(), st.text(), st.none() | st.integers())
def test_any_text_and_moment_is_told_visibly(name: str, host: str, us: int | None) -> None:
    text = plain_text(facts_of(records.cookie(host, name, created_us=us, expires_us=us), records.NOW_US))
    assert not set(text.replace("\n", "")) & set(map(chr, range(32)))


def test_what_a_recording_saw_is_told_apart_from_what_is_stored() -> None:
    cookie = WHOLE._replace(requested=Lifetime(730 * DAY_US, LifetimeBasis.STATED))
    pages = tuple(f"https://shop.test/{number}" for number in range(7))
    seen = Sighting(pages[0], True, None, "https://ads.test/tag\u202e.js", pages[1:])
    groups = {group.title: group.facts for group in facts_of(cookie, records.NOW_US, seen)}
    lifetimes = {fact.label: fact.text for fact in groups["Lifetime"]}
    assert lifetimes["Lives"] == lifetimes["Asked for"] == "730 days (about 24 months)"
    assert lifetimes["Stored"] == "≥ 400 days (about 13 months)"
    origin = [(fact.label, fact.text, fact.note) for fact in groups["Origin"]]
    assert origin[3] == ("On the page", "https://shop.test/0", "")
    assert origin[7] == ("and", "https://shop.test/4", "and on 2 more pages")
    assert origin[8][0::2] == ("By the address", "its header was recorded")
    assert "\u202e" not in origin[8][1]
