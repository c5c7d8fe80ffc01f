# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Addresses: what is refused and why, and what is written out anew."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.optouts.addresses import LONGEST, Address, Fault, Refused, check_address


@pytest.mark.parametrize(
    ("text", "url", "host_text"),
    [
        ("https://adssettings.google.com", "https://adssettings.google.com/", "adssettings.google.com"),
        ("  HTTPS://Example.COM:443/A?b=C#d ", "https://example.com/A?b=C#d", "example.com"),
        ("https://example.com:/", "https://example.com/", "example.com"),
        ("https://example.com?x=1", "https://example.com/?x=1", "example.com"),
        (
            "https://bücher.de/ä?x=ü#ß",
            "https://xn--bcher-kva.de/%C3%A4?x=%C3%BC#%C3%9F",
            "bücher.de (xn--bcher-kva.de)",
        ),
        ("https://日本語.jp/", "https://xn--wgv71a119e.jp/", "日本語.jp (xn--wgv71a119e.jp)"),
        ("https://example.com/<'\"`{|}^>", "https://example.com/%3C'%22%60%7B%7C%7D%5E%3E", "example.com"),
        ("https://example.com/%2e%00", "https://example.com/%2e%00", "example.com"),
    ],
)
def test_what_is_safe_is_written_anew(text: str, url: str, host_text: str) -> None:
    checked = check_address(text)
    assert isinstance(checked, Address)
    assert (checked.url, checked.host_text) == (url, host_text)


@pytest.mark.parametrize(
    ("text", "fault", "said"),
    [
        ("https://a.com/" + "x" * LONGEST, Fault.MALFORMED, "longer"),
        ("https://a.com/" + "é" * 1000, Fault.MALFORMED, "longer"),
        ("http://example.com/", Fault.NOT_HTTPS, "not encrypted"),
        ("http://user@example.com/", Fault.UNSAFE, "before its host"),
        ("https://example.com:99999999/", Fault.UNSAFE, "port"),
        ("https://1.2.3.4/", Fault.UNSAFE, "number"),
        ("https://1.2.3.4./", Fault.UNSAFE, "number"),
        ("https://example.com/\u00ad", Fault.UNSAFE, "invisible"),
        ("https://example.com/\ud800", Fault.UNSAFE, "U+D800"),
        ("https://example.com/\u2028", Fault.UNSAFE, "U+2028"),
        ("https://exa\u00a0mple.com/", Fault.MALFORMED, "blank"),
        ("https://" + "a." * 130 + "com/", Fault.MALFORMED, "no host name"),
        ("https://" + "a" * 64 + ".com/", Fault.MALFORMED, "no host name"),
        ("https://localhost/", Fault.MALFORMED, "no dot"),
        ("https://shop.test/", Fault.MALFORMED, "no public host"),
    ],
)
def test_what_is_refused(text: str, fault: Fault, said: str) -> None:
    refused = check_address(text)
    assert isinstance(refused, Refused)
    assert refused.fault is fault
    assert said in refused.why


PLAIN = re.compile(r"https://[a-z0-9.-]+/[!-~]*")


@given(st.one_of(st.text(max_size=200), st.text(max_size=80).map("https://".__add__)))
def test_an_address_is_plain_and_stays_itself(text: str) -> None:
    checked = check_address(text)
    if isinstance(checked, Address):
        assert PLAIN.fullmatch(checked.url)
        assert len(checked.url) <= LONGEST
        assert check_address(checked.url) == checked
    else:
        assert checked.why
