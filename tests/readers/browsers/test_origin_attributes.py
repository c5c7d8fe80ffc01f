# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.isolation import NOT_ISOLATED, Container, Isolation, Partition
from inspector.readers.browsers.origin_attributes import (
    LIMIT,
    NO_ATTRIBUTES,
    Isolations,
    decode,
    encode,
    parse_partition_key,
)

NAMES = {1: "Personal", 6: "Mine"}


@pytest.mark.parametrize(
    ("raw", "isolation"),
    [
        (None, NOT_ISOLATED),
        ("", NO_ATTRIBUTES),
        ("^userContextId=1", Isolation(container=Container(1, "Personal"), private=False)),
        ("^userContextId=5", Isolation(container=Container(5, None), private=False)),
        ("^userContextId=0", NO_ATTRIBUTES),
        ("^privateBrowsingId=1", Isolation(private=True)),
        ("^firstPartyDomain=shop.test", Isolation(first_party_domain="shop.test", private=False)),
        ("^firstPartyDomain=%5B%2B%2B1%5D", Isolation(first_party_domain="[::1]", private=False)),
        ("^firstPartyDomain=[++1]", Isolation(first_party_domain="[::1]", private=False)),
        ("^partitionKey=%28https%2Cshop.test%29", Isolation(Partition("https://shop.test", False), private=False)),
        (
            "^userContextId=6&partitionKey=%28http%2Cshop.test%2C8080%2Cf%29",
            Isolation(Partition("http://shop.test", True, 8080), Container(6, "Mine"), private=False),
        ),
        ("^partitionKey=%28http%2C%5B%2B%2B1%5D%29", Isolation(Partition("http://[::1]", False), private=False)),
        ("^partitionKey=shop.test", Isolation(Partition("shop.test"), private=False)),
        ("^inBrowser=1&addonId=a%40b&appId=7&geckoViewUserContextId=x&disableJit=1", NO_ATTRIBUTES),
    ],
)
def test_decodes_what_firefox_writes(raw: str | None, isolation: Isolation) -> None:
    assert decode(raw, NAMES, ancestor_known=True) == (isolation._replace(raw=raw or ""), ())


def test_an_absent_ancestor_bit_says_nothing_in_an_old_store() -> None:
    raw = "^partitionKey=%28https%2Cshop.test%29"
    assert decode(raw, {}, ancestor_known=False)[0].partition == Partition("https://shop.test", None)
    assert decode(raw.replace("%29", "%2Cf%29"), {}, ancestor_known=False)[0].partition == Partition(
        "https://shop.test", True
    )


@pytest.mark.parametrize(
    "raw",
    [
        "userContextId=1",
        "^",
        "^userContextId=",
        "^userContextId=one",
        "^userContextId=-1",
        "^userContextId=4294967296",
        "^userContextId=99999999999999999999999",
        "^userContextId=%EF%BC%91",
        "^userContextId=1&userContextId=2",
        "^privateBrowsingId=x",
        "^firstPartyDomain=",
        "^firstPartyDomain=a%00b",
        "^firstPartyDomain=%FF",
        "^firstPartyDomain=a%1B%5B31m",
        "^partitionKey=",
        "^partitionKey=%28https%2Cshop.test",
        "^partitionKey=%28https%29",
        "^partitionKey=%28%2Cshop.test%29",
        "^partitionKey=%28https%2C%29",
        "^partitionKey=%28https%2Cshop.test%2C0%29",
        "^partitionKey=%28https%2Cshop.test%2C65536%29",
        "^partitionKey=%28https%2Cshop.test%2Cf%2C80%29",
        "^partitionKey=%28https%2Cshop.test%2C80%2Cf%2Cf%29",
        "^partitionKey=https%3A//shop.test",
        "^partitionKey=%28javascript%3Aalert%281%29%2Cshop.test%29",
        "^newThing=1",
        "^" + "&" * 1000,
        "^firstPartyDomain=" + "a" * LIMIT,
    ],
)
def test_what_firefox_would_not_write_is_unknown_and_said(raw: str) -> None:
    isolation, problems = decode(raw, NAMES, ancestor_known=True)
    assert problems
    assert {problem.field for problem in problems} == {"originAttributes"}
    assert isolation.raw == raw
    assert isolation[:3] == (None, None, None)


def test_one_bad_part_leaves_the_others() -> None:
    isolation, problems = decode("^userContextId=x&privateBrowsingId=1&partitionKey=shop.test", {}, True)
    assert (isolation.container, isolation.private, isolation.partition) == (None, True, Partition("shop.test"))
    assert len(problems) == 1


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    for raw in (text, "^" + text, "^partitionKey=" + text, "^userContextId=" + text, "^firstPartyDomain=" + text):
        isolation, problems = decode(raw, NAMES, ancestor_known=True)
        assert isolation.raw == raw
        assert problems or isolation != Isolation(raw=raw)


@given(st.text())
def test_a_partition_key_is_a_site_or_nothing(text: str) -> None:
    for key in (text, f"({text})", f"(https,{text})"):
        partition = parse_partition_key(key, ancestor_known=True)
        assert partition is None or (partition.site and not any(character.isspace() for character in partition.site))


hosts = st.from_regex(r"[a-z0-9-]{1,20}(\.[a-z]{2,5}){0,2}|\[[0-9a-f:]{2,20}\]", fullmatch=True)


@given(st.integers(0, 2**32 - 1), hosts, hosts, st.none() | st.integers(1, 65535), st.booleans(), st.booleans())
def test_what_a_session_file_says_comes_back_from_the_text(
    container: int, first: str, top: str, port: int | None, foreign: bool, private: bool
) -> None:
    key = f"(https,{top}{'' if port is None else f',{port}'}{',f' if foreign else ''})"
    text = encode(
        {
            "userContextId": container,
            "firstPartyDomain": first,
            "privateBrowsingId": int(private),
            "partitionKey": key,
            "geckoViewSessionContextId": "",
            "inIsolatedMozBrowser": False,
        }
    )
    isolation, problems = decode(text, {}, ancestor_known=True)
    assert problems == ()
    assert isolation == Isolation(
        Partition(f"https://{top}", foreign, port), Container(container) if container else None, first, private, text
    )


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ({}, ""),
        ({"userContextId": 0, "partitionKey": ""}, ""),
        (
            {"partitionKey": "(https,shop.test)", "userContextId": 2},
            "^userContextId=2&partitionKey=%28https%2Cshop.test%29",
        ),
        ({"firstPartyDomain": "[::1]"}, "^firstPartyDomain=%5B%2B%2B1%5D"),
        ({"inIsolatedMozBrowser": True, "privateBrowsingId": 1}, "^inBrowser=1&privateBrowsingId=1"),
        ({"geckoViewSessionContextId": "gv"}, "^geckoViewUserContextId=gv"),
        ({"firstPartyDomain": "a b~*"}, "^firstPartyDomain=a+b%7E%2A"),
        ({"userContextId": "2", "privateBrowsingId": True, "partitionKey": 7}, ""),
    ],
)
def test_encodes_as_firefox_does(attributes: dict[str, Any], text: str) -> None:
    assert encode(attributes) == text


def test_half_a_surrogate_pair_is_survived() -> None:
    isolation, problems = decode(encode({"firstPartyDomain": "a\ud800"}), {}, ancestor_known=True)
    assert isolation.first_party_domain is None
    assert problems


def test_each_text_is_decoded_once_and_shared() -> None:
    isolations = Isolations(NAMES, ancestor_known=True)
    assert isolations["^userContextId=1"] is isolations["^userContextId=1"]
    assert isolations[None] == (NOT_ISOLATED, ())
    with pytest.raises(TypeError):
        isolations[b"^userContextId=1"]  # type: ignore[index]


def test_a_hostile_text_takes_no_time() -> None:
    start = time.perf_counter()
    decode("^partitionKey=" + "(" * 10_000_000, {}, ancestor_known=True)
    decode("^partitionKey=(a," + "%2C" * 1300 + ")", {}, ancestor_known=True)
    assert time.perf_counter() - start < 1
