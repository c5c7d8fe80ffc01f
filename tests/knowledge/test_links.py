# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Addresses and phrases of old policies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.knowledge.links import fold_url
from inspector.knowledge.loader import load

KNOWLEDGE = load()


@pytest.mark.parametrize(
    ("url", "opt_out"),
    [
        ("http://www.google.com/privacy_ads.html", "google_partner_ads"),
        ("HTTPS://Google.com/privacy_ads.html#x", "google_partner_ads"),
        ("http: //www.google.com/settings/ads/plugin", "google_iba_plugin"),
        ("//www.google.com/settings/ads/", "google_ads"),
        ("ih.adscale.de/adscale-ih/oo", "stroeer_ssp"),
        ("https://www.facebook.com/settings?tab=ads", "meta_ads"),
        ("http://optout.aboutads.info/?c=2&lang=EN#!/", "daa_webchoices"),
        ("https://imagesrv.adition.com/1x1.gif", "adition"),
        ("https://www.google.com/", None),
        ("javascript:alert(1)", None),
        ("https://networkadvertising.org.evil.example/choices", None),
    ],
)
def test_addresses_as_policies_print_them(url: str, opt_out: str | None) -> None:
    link = KNOWLEDGE.legacy_link(url)
    assert (link and link.opt_out) == opt_out


def test_phrases() -> None:
    link = KNOWLEDGE.legacy_phrase("doubleclick  DART cookie")
    assert link is not None
    assert (link.opt_out, link.vendor) == ("google_partner_ads", "google-ads")
    assert KNOWLEDGE.legacy_phrase("some other cookie") is None


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once_for_plain_addresses(text: str) -> None:
    folded = fold_url("https://www.example.com/" + text.replace("\n", ""))
    assert folded.startswith("example.com")
