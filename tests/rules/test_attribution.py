# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What ties a cookie to a site, and what does not."""

import pytest
from make.audits import cookie

from inspector.core.evidence import Evidence, Sighting, Visit
from inspector.core.finding import Attribution
from inspector.core.isolation import Isolation, Partition
from inspector.rules.attribution import Attributor, top_level_host

NOBODY = Evidence()


@pytest.mark.parametrize(
    ("site", "host", "partition", "expected"),
    [
        ("shop.com", "shop.com", None, Attribution.OWN),
        ("shop.com", ".shop.com", None, Attribution.OWN),
        ("shop.com", "www.cdn.shop.com", None, Attribution.OWN),
        ("shop.com", "notshop.com", None, Attribution.UNKNOWN),
        ("shop.com", "shop.com.evil.com", None, Attribution.UNKNOWN),
        ("shop.com", ".doubleclick.net", None, Attribution.UNKNOWN),
        ("shop.com", ".doubleclick.net", "https://shop.com", Attribution.PARTITIONED),
        ("shop.com", ".doubleclick.net", "https://www.shop.com", Attribution.PARTITIONED),
        ("shop.com", ".doubleclick.net", "https://news.com", Attribution.ELSEWHERE),
        ("alice.github.io", "alice.github.io", None, Attribution.OWN),
        ("alice.github.io", "bob.github.io", None, Attribution.UNKNOWN),
        ("alice.github.io", "github.io", None, Attribution.UNKNOWN),
        ("localhost", "localhost", None, Attribution.OWN),
        ("127.0.0.1", "127.0.0.1", None, Attribution.OWN),
        ("127.0.0.1", "127.0.0.2", None, Attribution.UNKNOWN),
        ("shop.test", "api.shop.test", None, Attribution.OWN),
        ("www.shop.test", ".shop.test", None, Attribution.OWN),
        ("shop.test", "ads.test", None, Attribution.UNKNOWN),
        ("shop.test", "test", None, Attribution.UNKNOWN),
        ("shop.test", "myshop.test", None, Attribution.UNKNOWN),
    ],
)
def test_by_record(site: str, host: str, partition: str | None, expected: Attribution) -> None:
    attributor = Attributor((site,), NOBODY)
    assert attributor.attribute(cookie("a", host, partition=partition)) is expected


def test_the_operators_other_domains_are_own() -> None:
    attributor = Attributor(("shop.com", "shop-cdn.net"), NOBODY)
    assert attributor.attribute(cookie("a", "x.shop-cdn.net")) is Attribution.OWN


def test_the_testers_word_ties_third_parties_and_not_what_another_partition_holds() -> None:
    attributor = Attributor(("shop.com",), Evidence(only_this_site=True))
    assert attributor.attribute(cookie("a", ".ads.com")) is Attribution.TESTER
    assert attributor.attribute(cookie("a", ".ads.com", partition="https://news.com")) is Attribution.ELSEWHERE


def test_a_recording_names_the_page() -> None:
    held = cookie("a", ".ads.com")
    seen = Evidence((Visit("https://shop.com/"),), {held.key: Sighting("https://www.shop.com/cart")})
    assert Attributor(("shop.com",), seen).attribute(held) is Attribution.EVIDENCE
    assert Attributor(("news.com",), seen).attribute(held) is Attribution.UNKNOWN


def test_first_party_isolation_names_the_site() -> None:
    held = cookie("a", ".ads.com")._replace(isolation=Isolation(first_party_domain="shop.com"))
    assert Attributor(("shop.com",), NOBODY).attribute(held) is Attribution.PARTITIONED


@pytest.mark.parametrize(
    ("site", "host"),
    [
        ("https://shop.com", "shop.com"),
        ("shop.com", "shop.com"),
        ("https://[::1", None),
        ("", None),
        ("https://", None),
    ],
)
def test_hosts_of_partitions(site: str, host: str | None) -> None:
    held = cookie("a")._replace(isolation=Isolation(Partition(site)))
    assert top_level_host(held) == host
