# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The keys are a promise to programs; ``null`` is not "no"."""

import pytest
from make.records import NOW_US, cookie, problem, store

from inspector.core.cookie import Priority, RowProblem, SameSite, SourceScheme, SourceType, ValueState
from inspector.core.isolation import Container, Isolation, Partition
from inspector.core.moments import DAY_US
from inspector.core.reading import StoreCount
from inspector.core.secret import Secret
from inspector.core.survey import Sighting
from inspector.reports.objects import cookie_object, problem_object, sighting_object, store_object

KEYS = [
    *("id", "browser", "profile", "container", "first_party_domain", "store", "host", "host_only", "name", "path"),
    *("partition", "partitioned_attribute", "same_site", "secure", "http_only", "session"),
    *("created", "accessed", "updated", "expires", "lifetime_days", "lifetime_basis"),
    *("priority", "source_scheme", "source_port", "source_type", "value_state", "value_length", "problems"),
]


def test_every_fact_of_a_cookie() -> None:
    full = cookie(
        ".shop.test",
        "cart",
        Isolation(Partition("https://top.test", True), Container(3, "Work"), "first.test"),
        path="/basket",
        created_us=NOW_US - DAY_US,
        accessed_us=NOW_US + 1,
        updated_us=NOW_US,
        expires_us=NOW_US + 30 * DAY_US,
        session=False,
        secure=True,
        http_only=False,
        same_site=SameSite.NONE,
        partitioned_attribute=True,
        priority=Priority.HIGH,
        source_scheme=SourceScheme.SECURE,
        source_port=443,
        source_type=SourceType.SCRIPT,
        value_state=ValueState.DECRYPTED,
        value_length=5,
        value=Secret("12345"),
        problems=(RowProblem("priority", "is odd"),),
    )
    assert cookie_object(full) == {
        "id": full.id,
        "browser": "firefox",
        "profile": "default",
        "container": "Work",
        "first_party_domain": "first.test",
        "store": "/made/firefox/default/cookies.sqlite",
        "host": "shop.test",
        "host_only": False,
        "name": "cart",
        "path": "/basket",
        "partition": {"site": "https://top.test", "has_cross_site_ancestor": True},
        "partitioned_attribute": True,
        "same_site": "none",
        "secure": True,
        "http_only": False,
        "session": False,
        "created": "2026-09-20T14:13:20.000000Z",
        "accessed": "2026-09-21T14:13:20.000001Z",
        "updated": "2026-09-21T14:13:20.000000Z",
        "expires": "2026-10-21T14:13:20.000000Z",
        "lifetime_days": 30.0,
        "lifetime_basis": "updated",
        "priority": "high",
        "source_scheme": "secure",
        "source_port": 443,
        "source_type": "script",
        "value_state": "decrypted",
        "value_length": 5,
        "problems": ["priority: is odd"],
    }


def test_what_a_store_does_not_tell_is_null_and_the_keys_stay() -> None:
    bare = cookie_object(cookie(host_only=None, path=None))
    assert list(bare) == KEYS
    unknown = {key for key, value in bare.items() if value is None}
    assert unknown == {
        *("container", "first_party_domain", "host_only", "path", "partition", "partitioned_attribute", "secure"),
        *("http_only", "session", "created", "accessed", "updated", "expires", "lifetime_days", "source_port"),
        "value_length",
    }
    assert {bare[key] for key in ("same_site", "priority", "source_scheme", "source_type")} == {"unknown"}


@pytest.mark.parametrize(("value", "shown"), [(Secret("s3cret"), "s3cret"), (Secret(""), ""), (None, None)])
def test_the_value_is_there_only_where_it_was_asked_for(value: Secret | None, shown: str | None) -> None:
    made = cookie(value=value)
    assert "value" not in cookie_object(made)
    assert list(cookie_object(made, with_value=True)) == [*KEYS, "value"]
    assert cookie_object(made, with_value=True)["value"] == shown


def test_a_container_without_a_name_is_its_number() -> None:
    assert cookie_object(cookie(isolation=Isolation(container=Container(7))))["container"] == "7"


def test_a_problem_says_everything() -> None:
    assert problem_object(problem()) == {
        "code": "store-locked",
        "severity": "failed",
        "what": "It is locked",
        "where": "/made/firefox/default/cookies.sqlite",
        "why": "another program holds it",
        "what_to_do": "Close the browser.",
        "count": 1,
    }


def test_a_store_that_was_not_read_has_no_count() -> None:
    unread = store_object(StoreCount(store(schema_version=17, modified_us=NOW_US), None))
    assert (unread["cookies"], unread["schema_version"]) == (None, 17)
    assert unread["modified"] == "2026-09-21T14:13:20.000000Z"


def test_a_profile_without_a_store_keeps_all_keys() -> None:
    with_store = sighting_object(Sighting("firefox", "Firefox", "snap", "default", "Me", store(), 4))
    without = sighting_object(Sighting("firefox", "Firefox", "", "default", None))
    assert list(with_store) == list(without)
    assert {key for key, value in without.items() if value is not None} == {"browser", "browser_name", "profile"}
