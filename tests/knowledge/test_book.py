# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Asking the knowledge."""

import datetime
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.problem import InspectorError
from inspector.core.resources import resources_folder
from inspector.knowledge.loader import load
from inspector.knowledge.records import LinkStatus, Match

KNOWLEDGE = load()


def test_version_and_date_are_told() -> None:
    assert KNOWLEDGE.version
    assert KNOWLEDGE.date >= datetime.date(2026, 11, 24)


def test_an_entry_for_the_domain_comes_before_one_for_any() -> None:
    domains = [cookie.domain for cookie in KNOWLEDGE.find("NID", "www.google.de")]
    assert domains == ["google.*", None]


def test_without_a_host_entries_for_any_domain_come_first_and_particular_ones_follow() -> None:
    domains = [cookie.domain for cookie in KNOWLEDGE.find("NID", None)]
    assert domains == [None, "google.*"]
    assert [cookie.domain for cookie in KNOWLEDGE.find("IDE", None)] == ["doubleclick.net"]


def test_an_entry_for_another_domain_is_not_given() -> None:
    assert KNOWLEDGE.find("IDE", "shop.example") == ()


def test_a_whole_name_comes_before_a_prefix_and_the_longer_prefix_before_the_shorter() -> None:
    found = KNOWLEDGE.find("AWSELBAuthSessionCookie-0", "shop.example")
    assert [cookie.name for cookie in found][:2] == ["AWSELBAuthSessionCookie-", "AWSELB"]
    exact = KNOWLEDGE.find("_vwo_sn", "shop.example")
    assert [cookie.match for cookie in exact][:2] == [Match.EXACT, Match.PREFIX]


def test_a_vague_pattern_comes_after_a_prefix() -> None:
    found = KNOWLEDGE.find("_privy_something_session", "shop.example")
    assert [cookie.match for cookie in found] == [Match.PREFIX, Match.PATTERN]


def test_names_are_compared_with_their_case() -> None:
    assert KNOWLEDGE.find("_GA", "shop.example") == ()


@given(st.text(max_size=40), st.none() | st.text(max_size=40), st.none() | st.text(max_size=40))
def test_any_text_gets_an_answer(name: str, host: str | None, value: str | None) -> None:
    assert isinstance(KNOWLEDGE.find(name, host), tuple)
    KNOWLEDGE.opt_out_state(name, host, value)
    KNOWLEDGE.vendor_by_domain(host or "")
    KNOWLEDGE.vendor_by_alias(name)
    KNOWLEDGE.legacy_link(name)
    KNOWLEDGE.legacy_phrase(name)


@pytest.mark.parametrize("name", ["a" * 10_000_000, "_ga_" + "\0" * 1_000_000, "_" * 5_000_000 + "_session"])
def test_a_giant_name_is_answered(name: str) -> None:
    assert KNOWLEDGE.find(name, "shop.example") == ()
    KNOWLEDGE.opt_out_state(name, name, name)
    assert KNOWLEDGE.vendor_by_domain(name) is None
    assert KNOWLEDGE.legacy_link(name) is None


@pytest.mark.parametrize(
    ("host", "vendor"),
    [
        ("stats.g.doubleclick.net", "google-ads"),
        (".google.co.uk", "google-other"),
        ("analytics.google.com", "google-analytics"),
        ("bat.bing.com", "microsoft-ads"),
        ("px.ads.linkedin.com", "linkedin"),
        ("secure.adnxs.com", "xandr"),
        ("shop.example", None),
        ("adnxs.com.evil.example", None),
    ],
)
def test_vendor_by_domain(host: str, vendor: str | None) -> None:
    found = KNOWLEDGE.vendor_by_domain(host)
    assert (found and found.id) == vendor


@pytest.mark.parametrize(
    ("text", "vendor"),
    [
        ("DoubleClick", "google-ads"),
        ("google adsense", "google-ads"),
        ("Google, Inc.", "google-other"),
        ("Google Ireland Limited", "google-other"),
        ("Yahoo!", "yahoo"),
        ("The Rubicon Project, Inc.", "magnite"),
        ("Omniture", "adobe"),
        ("AppNexus Inc.", "xandr"),
        ("Facebook Ireland Ltd", "facebook"),
        ("a company of nobody", None),
        ("", None),
    ],
)
def test_vendor_by_alias(text: str, vendor: str | None) -> None:
    found = KNOWLEDGE.vendor_by_alias(text)
    assert (found and found.id) == vendor


def test_companies_join_their_vendors() -> None:
    ids = ("google-ads", "google-analytics", "youtube")
    assert {vendor.company for vendor in KNOWLEDGE.vendors if vendor.id in ids} == {"Google LLC"}


def test_ways_out_come_live_first_and_may_be_shared() -> None:
    order = [way.status for way in KNOWLEDGE.opt_outs("facebook")]
    assert order == sorted(order, key=tuple(LinkStatus).index)
    assert [way.id for way in KNOWLEDGE.opt_outs("instagram")] == [way.id for way in KNOWLEDGE.opt_outs("facebook")]
    assert KNOWLEDGE.opt_outs("nobody") == ()


def test_one_click_needs_a_live_link_that_is_well_known() -> None:
    ways = {way.id: way for way in KNOWLEDGE.ways_out}
    assert ways["google_partner_ads"].one_click  # A
    assert ways["hubspot"].one_click  # B, 2026
    assert not ways["comscore_voicefive"].one_click  # B, 2012
    assert not ways["scorecardresearch"].one_click  # C
    assert not ways["nai"].one_click  # retired


def test_platforms_know_their_cookies() -> None:
    platforms = {platform.id: platform for platform in KNOWLEDGE.platforms}
    names = {cookie.name for cookie in platforms["woocommerce"].cookies}
    assert "woocommerce_cart_hash" in names
    assert all(platform.cookies for platform in platforms.values())
    assert sum(platform.kind == "shop" for platform in platforms.values()) >= 20
    shops = {platform.id for platform in platforms.values() if platform.kind == "shop"}
    assert KNOWLEDGE.platforms_of_kind("shop") == shops


@pytest.mark.parametrize("content", [b"", b"not json", b"[]", b"{}"])
def test_damaged_tables_are_the_user_s_sentence_not_a_traceback(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "compiled.json").write_bytes(content)
    with pytest.raises(InspectorError, match="Reinstall the program"):
        load(tmp_path)


def test_missing_tables_are_told(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="cannot be read"):
        load(tmp_path)


def test_the_compiled_file_is_plain_json() -> None:
    tables = json.loads((resources_folder() / "knowledge" / "compiled.json").read_text(encoding="utf-8"))
    assert len(tables["cookies"]) == len(KNOWLEDGE.cookies)
