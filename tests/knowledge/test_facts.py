# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the tables say: spot checks of well-known facts, and that the gathered facts were all carried over."""

import csv
from pathlib import Path

import pytest

from inspector.core.label import Group, Purpose, Subtype
from inspector.knowledge.loader import load
from inspector.knowledge.records import LinkStatus, Mechanism, Sure

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"


def _rows(name: str) -> list[dict[str, str]]:
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"the reference table {name} is not beside the project")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FACTS = [
    ("IDE", ".doubleclick.net", Purpose.ADVERTISING, Subtype.GOOGLE_DART, "google-ads"),
    ("DSID", ".doubleclick.net", Purpose.ADVERTISING, Subtype.GOOGLE_DART, "google-ads"),
    ("test_cookie", ".doubleclick.net", Purpose.ADVERTISING, Subtype.GOOGLE_DART, "google-ads"),
    ("__gads", "www.paper.example", Purpose.ADVERTISING, Subtype.GOOGLE_DART, "google-ads"),
    ("_gcl_au", "shop.example", Purpose.ADVERTISING, Subtype.GOOGLE_DART, "google-ads"),
    ("_gac_UA-1234-1", "shop.example", Purpose.ADVERTISING, Subtype.GOOGLE_DART, "google-ads"),
    ("FPGCLAW", "shop.example", Purpose.ADVERTISING, Subtype.GOOGLE_DART, "google-ads"),
    ("SAPISID", ".google.fr", Purpose.AUTHENTICATION, Subtype.NONE, "google-other"),
    ("__Secure-3PSID", ".google.com", Purpose.AUTHENTICATION, Subtype.NONE, "google-other"),
    ("_ga", "shop.example", Purpose.ANALYTICS, Subtype.NONE, "google-analytics"),
    ("_ga_0ABCDEF123", "shop.example", Purpose.ANALYTICS, Subtype.NONE, "google-analytics"),
    ("_gat_gtag_UA_1", "shop.example", Purpose.ANALYTICS, Subtype.NONE, "google-analytics"),
    ("_fbp", "shop.example", Purpose.ADVERTISING, Subtype.NONE, "facebook"),
    ("c_user", ".facebook.com", Purpose.AUTHENTICATION, Subtype.NONE, "facebook"),
    ("MUID", ".bing.com", Purpose.ADVERTISING, Subtype.NONE, "microsoft-ads"),
    ("TOptOut", ".bing.com", Purpose.OPT_OUT, Subtype.NONE, "microsoft-ads"),
    ("li_at", ".www.linkedin.com", Purpose.AUTHENTICATION, Subtype.NONE, "linkedin"),
    ("auth_token", ".x.com", Purpose.AUTHENTICATION, Subtype.NONE, "twitter"),
    ("OptanonConsent", "shop.example", Purpose.CONSENT, Subtype.NONE, "onetrust"),
    ("cmplz_marketing", "blog.example", Purpose.CONSENT, Subtype.NONE, "complianz"),
    ("__cf_bm", "shop.example", Purpose.SECURITY, Subtype.NONE, "cloudflare"),
    ("_abck", "shop.example", Purpose.SECURITY, Subtype.NONE, "akamai"),
    ("AWSALBCORS", "shop.example", Purpose.LOAD_BALANCING, Subtype.NONE, "aws"),
    ("BIGipServerpool_web", "shop.example", Purpose.LOAD_BALANCING, Subtype.NONE, "f5"),
    ("PHPSESSID", "shop.example", Purpose.SESSION, Subtype.NONE, None),
    ("csrftoken", "shop.example", Purpose.SECURITY, Subtype.NONE, None),
    ("wordpress_logged_in_0a1b", "blog.example", Purpose.AUTHENTICATION, Subtype.NONE, None),
    ("_hjSessionUser_123456", "shop.example", Purpose.ANALYTICS, Subtype.NONE, "hotjar"),
    ("_vwo_uuid_v2", "shop.example", Purpose.ANALYTICS, Subtype.AB_TESTING, "vwo"),
    ("intercom-session-abc", "app.example", Purpose.FUNCTIONAL, Subtype.NONE, "intercom"),
    ("player", ".vimeo.com", Purpose.FUNCTIONAL, Subtype.MEDIA, "vimeo"),
    ("__atuvc", "blog.example", Purpose.SOCIAL, Subtype.NONE, "addthis"),
    ("_aw_m_1234", "shop.example", Purpose.ADVERTISING, Subtype.AFFILIATE, "awin"),
    ("TDID", ".adsrvr.org", Purpose.ADVERTISING, Subtype.NONE, "the-trade-desk"),
]


@pytest.mark.parametrize(("name", "host", "purpose", "subtype", "vendor"), FACTS, ids=lambda value: str(value))
def test_well_known_cookies(name: str, host: str, purpose: Purpose, subtype: Subtype, vendor: str | None) -> None:
    first = load().find(name, host)[0]
    assert (first.purpose, first.subtype, first.vendor) == (purpose, subtype, vendor)


@pytest.mark.parametrize("name", ["SID", "HSID", "SAPISID", "__Secure-1PSID"])
def test_log_ins_that_lists_call_marketing_are_disputed(name: str) -> None:
    first = load().find(name, ".google.com")[0]
    assert first.purpose is Purpose.AUTHENTICATION
    assert first.disputed


def test_an_opt_out_cookie_is_marketing_nowhere() -> None:
    knowledge = load()
    for way in knowledge.ways_out:
        for cookie in way.cookies:
            if cookie.dedicated:
                found = knowledge.find(cookie.name, cookie.domain or "shop.example")
                assert not found or found[0].purpose.group is not Group.MARKETING, cookie


def test_every_gathered_way_out_is_there_with_its_facts() -> None:
    knowledge = load()
    for row in _rows("optouts.csv"):
        way = knowledge.opt_out(row["vendor_id"])
        assert way is not None, row["vendor_id"]
        assert (way.url, way.scope, way.mechanism) == (row["opt_out_url"], row["scope"], Mechanism(row["mechanism"]))
        assert (way.status, way.last_known_year) == (LinkStatus(row["status"]), int(row["last_known_year"]))
        assert (way.url_confidence, way.requires_login) == (row["url_confidence"], row["requires_login"] == "y")
        assert way.replaced_by == (row["replaced_by"] or None)
        assert way.domains == tuple(filter(None, row["covered_domains"].split(";")))
        assert way.programme == (None if row["programme"] == "vendor" else row["programme"])
        assert (len(way.cookies) > 0) == bool(row["opt_out_cookie"])


def test_every_gathered_value_that_means_opted_out_is_recognised() -> None:
    knowledge = load()
    tried = 0
    for row in _rows("optouts.csv"):
        for part in filter(None, row["opt_out_cookie"].split(" | ")):
            name_value, _, domain = part.rpartition("@")
            name, _, value = name_value.partition("=")
            if name == "*" or set(value) & set("*?"):
                continue
            tried += 1
            match = knowledge.opt_out_state(name, None if domain == "(first-party)" else domain, value)
            assert match is not None, part
            assert (match.state.value, match.cookie and match.cookie.name) == ("opted_out", name), part
    assert tried > 90


def test_every_gathered_old_link_is_there() -> None:
    knowledge = load()
    for row in _rows("legacy_optout_urls.csv"):
        find = knowledge.legacy_link if row["kind"] == "url" else knowledge.legacy_phrase
        link = find(row["legacy_pattern"])
        assert link is not None, row
        assert (link.opt_out, link.replacement) == (row["vendor_id"], row["live_replacement"] or None), row
        assert link.status is LinkStatus(row["status"])


def test_every_vendor_of_the_policy_record_is_known_by_its_names_and_domains() -> None:
    knowledge = load()
    for row in _rows("vendor_ids.csv"):
        vendor = knowledge.vendor(row["id"])
        assert vendor is not None, row
        assert {
            name for name in row["names_in_policies"].split(";") if knowledge.vendor_by_alias(name) != vendor
        } == set()
        ways = {way.id for way in knowledge.opt_outs(row["id"])}
        assert set(filter(None, row["optout_rows"].split(";"))) <= ways


def test_gathered_facts_that_were_read_ship_and_unverified_ones_do_not() -> None:
    knowledge = load()
    read = {(cookie.match.value, cookie.name) for cookie in knowledge.cookies if cookie.sure is Sure.SOURCE_READ}
    rows = [row for row in _rows("known_cookies.csv") if row["match"] != "regex"]
    missing = {
        row["name_or_pattern"]
        for row in rows
        if row["evidence"] == "source-read" and (row["match"], row["name_or_pattern"]) not in read
    }
    assert missing == set()
    assert not [cookie for cookie in knowledge.cookies if "general knowledge, not" in cookie.source.lower()]


def test_the_closed_nai_page_and_all_below_it_are_retired() -> None:
    knowledge = load()
    for url in ("http://www.networkadvertising.org/choices/#completed", "https://optout.networkadvertising.org/x?y=1"):
        link = knowledge.legacy_link(url)
        assert link is not None
        assert (link.status, link.vendor) == (LinkStatus.RETIRED, "nai")


def test_programmes_are_vendors_of_their_own() -> None:
    knowledge = load()
    for vendor_id in ("nai", "daa", "edaa", "daac", "gpc"):
        vendor = knowledge.vendor(vendor_id)
        assert vendor is not None
        assert vendor.kinds == ("programme",)
        assert vendor.opt_outs
