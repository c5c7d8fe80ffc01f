# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What Firefox holds, and in which partition each cookie lies."""

import base64
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from inspector.capture.firefox.jar import Identity, entries_of, held_cookies, value_of
from inspector.capture.parts import PartitionKey
from inspector.capture.traces import Traces
from inspector.core.cookie import SameSite

TRACES = Traces(b"k")
SHOP, NEWS = "https://shop.test", "https://news.test"
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


def entry(name: str = "a", domain: str = "shop.test", **fields: Any) -> dict[str, Any]:
    made = {"name": name, "domain": domain, "path": "/", "httpOnly": False, "secure": True, "sameSite": "none"}
    return made | {"value": {"type": "string", "value": "1"}} | fields


def test_every_field() -> None:
    (cookie,) = held_cookies([entry(expiry=1_790_000_000, sameSite="default", domain=".shop.test")], {}, {}, TRACES)
    assert (cookie.name, cookie.domain, cookie.path, cookie.partition) == ("a", ".shop.test", "/", None)
    assert (cookie.expires_us, cookie.session) == (1_790_000_000_000_000, False)
    assert (cookie.secure, cookie.http_only, cookie.same_site) == (True, False, SameSite.UNSPECIFIED)
    assert cookie.value == TRACES.of_value("1")


def test_no_expiry_is_a_session() -> None:
    (cookie,) = held_cookies([entry()], {}, {}, TRACES)
    assert (cookie.expires_us, cookie.session) == (None, True)


def test_the_log_names_the_partition() -> None:
    logged = {Identity("a", "ads.test", "/"): ["^partitionKey=%28https%2Cshop.test%29"]}
    (cookie,) = held_cookies([entry(domain="ads.test")], {}, logged, TRACES)
    assert cookie.partition == PartitionKey(SHOP, False)


def test_without_the_log_a_foreign_cookie_lies_in_the_jar_of_the_site_whose_answer_has_it() -> None:
    foreign, own, open_one = entry(domain="ads.test"), entry("own"), entry("b", domain="ads.test")
    found = held_cookies([foreign, own, open_one], {SHOP: [own, foreign], NEWS: []}, {}, TRACES)
    assert [cookie.partition for cookie in found] == [PartitionKey(SHOP, False), None, None]


def test_one_cookie_in_two_jars() -> None:
    first, second = entry(domain="ads.test"), entry(domain="ads.test", value={"type": "string", "value": "2"})
    logged = {
        Identity("a", "ads.test", "/"): [
            "^partitionKey=%28https%2Cshop.test%29",
            "^partitionKey=%28https%2Cnews.test%29",
        ]
    }
    found = held_cookies([first, second], {SHOP: [first], NEWS: [second]}, logged, TRACES)
    assert [cookie.partition for cookie in found] == [PartitionKey(SHOP, False), PartitionKey(NEWS, False)]


def test_one_cookie_in_a_jar_and_in_none() -> None:
    inside, outside = entry(domain="ads.test"), entry(domain="ads.test", value={"type": "string", "value": "2"})
    logged = {Identity("a", "ads.test", "/"): ["", "^partitionKey=%28https%2Cshop.test%29"]}
    found = held_cookies([outside, inside], {SHOP: [inside]}, logged, TRACES)
    assert [cookie.partition for cookie in found] == [None, PartitionKey(SHOP, False)]


def test_octets_as_base64() -> None:
    assert value_of({"value": {"type": "base64", "value": base64.b64encode(b"a\xff").decode()}}) == "a\udcff"
    assert value_of({"value": {"type": "base64", "value": "?"}}) == ""


@given(st.lists(st.dictionaries(st.sampled_from(["name", "domain", "path", "value", "expiry", "sameSite"]), JSON)))
def test_no_answer_makes_it_fail(cookies: list[dict[str, Any]]) -> None:
    entries = entries_of({"cookies": [*cookies, None, 1]})
    assert len(held_cookies(entries, {SHOP: entries}, {}, TRACES)) == len(entries)
