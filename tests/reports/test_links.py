# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Only plain https to a named host may become a link."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.hostile_audits import HOSTILE_URLS

from inspector.reports.links import LONGEST, linkable


@pytest.mark.parametrize(
    "url",
    [
        "https://adssettings.google.com/partnerads",
        "https://adssettings.google.com",
        "https://www.facebook.com/ads/preferences?entry=a&b=c#d",
        "HTTPS://OptOut.Example/",
        "https://xn--dssettings-yqi.google.com/",
        "https://example.com/(a)'!*,;:@%20[]",
    ],
)
def test_plain_addresses_may(url: str) -> None:
    assert linkable(url)


@pytest.mark.parametrize(
    "url",
    [
        *HOSTILE_URLS,
        "https://localhost/",
        "https://-a.example/",
        "https://a-.example/",
        "https://a..example/",
        "https://example.com:8443/",
        "https://example.com:443/",
        "https://0x7f.0x1/",
        "https://[::1]/",
        "https://example.com/a b",
        "https://example.com/\u202e",
        "https://example.com/`",
        "https://example.com/<b>",
        " https://example.com/",
        "https://example.com/" + "a" * LONGEST,
        "https://" + "a" * 64 + ".example/",
    ],
)
def test_everything_else_may_not(url: str) -> None:
    assert not linkable(url)


@given(st.text(max_size=40).map("https://example.com".__add__) | st.text(max_size=60))
def test_what_may_is_read_alike_by_pythons_parser(url: str) -> None:
    if linkable(url):
        parts = urlsplit(url)
        assert parts.scheme == "https"
        assert parts.username is None
        assert parts.port is None
        assert parts.hostname == url.lower().removeprefix("https://").split("/")[0].split("?")[0].split("#")[0]
        assert url.isascii()
