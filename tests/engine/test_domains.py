# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What ``--site`` takes, and what it means."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.records import cookie

from inspector.core.problem import InspectorError, Severity
from inspector.engine.domains import checked_domain, none_of_site, of_site, site_of


@pytest.mark.parametrize(
    "domain",
    [
        "example.com",
        " example.com ",
        ".example.com",
        "Example.COM.",
        "localhost",
        "127.0.0.1",
        "::1",
        "[::1]",
        "bücher.de",
    ],
)
def test_domains_and_addresses_are_taken(domain: str) -> None:
    assert checked_domain(domain) == domain.strip()


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("https://www.example.com/shop?a=1", "www.example.com"),
        ("example.com/", "example.com"),
        ("example.com:8080", "example.com"),
        ("*.example.com", "example.com"),
        ("user@example.com", "example.com"),
        ("http://[::1]:80/", "::1"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(slip: str, meant: str) -> None:
    with pytest.raises(InspectorError, match="is not a domain") as raised:
        checked_domain(slip)
    assert f'--site "{meant}"' in raised.value.what_to_do


@pytest.mark.parametrize("text", ["", " ", ".", "a b", "a,b", "x" * 300, "http://[", "\x00", "*", "/"])
def test_what_is_no_domain_is_refused(text: str) -> None:
    with pytest.raises(InspectorError, match="is not a domain"):
        checked_domain(text)


@given(st.text())
def test_no_text_does_anything_else(text: str) -> None:
    with suppress(InspectorError):
        assert checked_domain(text) == text.strip()


@pytest.mark.parametrize(
    ("site", "mine", "others"),
    [
        (
            "example.com",
            ["example.com", ".example.com", "a.b.example.com"],
            ["notexample.com", "example.com.evil.test"],
        ),
        ("www.example.com", ["example.com", "shop.example.com"], ["example.org"]),
        ("me.github.io", ["me.github.io", ".x.me.github.io"], ["you.github.io", "github.io"]),
        ("example.co.uk", ["www.example.co.uk"], ["other.co.uk", "co.uk"]),
        ("localhost", ["localhost"], ["a.localhost"]),
        ("127.0.0.1", ["127.0.0.1"], ["127.0.0.2", "7.0.0.1"]),
        ("shop.test", ["shop.test"], ["www.shop.test", "test"]),
        ("intranet", ["intranet"], ["wiki.intranet"]),
        ("EXAMPLE.com", ["example.com"], ["example.org"]),
    ],
)
def test_a_site_is_the_registrable_domain_and_nothing_else(site: str, mine: list[str], others: list[str]) -> None:
    cookies = tuple(cookie(host) for host in (*mine, *others))
    assert [kept.host_key for kept in of_site(cookies, site)] == mine


def test_the_note_of_an_empty_site_says_where_its_names_went() -> None:
    assert "site of its own" in none_of_site("github.io").why
    assert "site of its own" in none_of_site("shop.test").why
    assert none_of_site("example.com").why == none_of_site("10.0.0.1").why == none_of_site("[::1]").why == ""
    assert none_of_site("example.com").severity is Severity.NOTE


def test_site_of_is_the_registrable_domain() -> None:
    assert site_of(".www.shop.example.co.uk") == "example.co.uk"
