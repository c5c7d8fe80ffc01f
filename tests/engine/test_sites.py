# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The sites that an audit can be asked for."""

from make import records

from inspector.core.isolation import Isolation, Partition
from inspector.engine.sites import FoundSite, found_sites


def within(site: str) -> Isolation:
    return Isolation(Partition(site), raw=site)


def test_hosts_of_one_site_are_counted_together() -> None:
    cookies = [records.cookie(host) for host in ("www.shop.com", ".shop.com", "a.co.uk", "pay.shop.com")]
    assert found_sites(cookies) == (FoundSite("a.co.uk", 1), FoundSite("shop.com", 3))


def test_third_parties_in_a_site_s_partition_count_for_it_and_its_own_only_once() -> None:
    cookies = [
        records.cookie("ads.com", isolation=within("https://www.shop.com")),
        records.cookie("www.shop.com", isolation=within("https://shop.com")),
    ]
    assert found_sites(cookies) == (FoundSite("ads.com", 1), FoundSite("shop.com", 1, 1))
    assert found_sites(cookies)[1].cookies == 2


def test_a_site_that_has_third_parties_only_is_found() -> None:
    assert found_sites([records.cookie("ads.com", isolation=within("https://news.com:8443"))]) == (
        FoundSite("ads.com", 1),
        FoundSite("news.com", 0, 1),
    )


def test_what_is_no_host_costs_nothing() -> None:
    hostile = ["", "[", "\x1b[31m", "x" * 5_000, "127.0.0.1", "localhost"]
    found = found_sites([records.cookie(host, isolation=within(f"https://{host}")) for host in hostile])
    assert {site.site for site in found} >= {"127.0.0.1", "localhost"}
    assert "" not in {site.site for site in found}
