# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The registrable domain, with tldextract itself as the judge."""

import os
import subprocess
import sys

import pytest
import tldextract
from hypothesis import given
from hypothesis import strategies as st

from inspector.knowledge import site
from inspector.knowledge.site import belongs_to, registrable

# A suffix list that is never fetched and never cached, as ours.
ORACLE = tldextract.TLDExtract(cache_dir=None, suffix_list_urls=())


def by_tldextract(host: str, private: bool = True) -> str:
    found = ORACLE(host, include_psl_private_domains=private)
    return found.top_domain_under_public_suffix or host


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("example.com", "example.com"),
        ("www.shop.example.com", "example.com"),
        (".example.com", "example.com"),
        ("..example.com.", "example.com"),
        ("WWW.Example.COM", "example.com"),
        (" www.example.com ", "example.com"),
        ("a.b.example.co.uk", "example.co.uk"),
        ("user.github.io", "user.github.io"),
        ("x.user.github.io", "user.github.io"),
        ("github.io", "github.io"),
        ("com", "com"),
        ("co.uk", "co.uk"),
        ("foo.ck", "foo.ck"),
        ("a.b.foo.ck", "b.foo.ck"),
        ("x.www.ck", "www.ck"),
        ("x.city.kawasaki.jp", "city.kawasaki.jp"),
        ("x.y.other.kawasaki.jp", "y.other.kawasaki.jp"),
        ("bucket.s3.amazonaws.com", "bucket.s3.amazonaws.com"),
        ("localhost", "localhost"),
        ("app.localhost", "app.localhost"),
        ("shop.dev.test", "shop.dev.test"),
        ("printer.local", "printer.local"),
        ("intranet", "intranet"),
        ("wiki.corp.internal", "wiki.corp.internal"),
        ("host.nosuchtld", "host.nosuchtld"),
        ("127.0.0.1", "127.0.0.1"),
        ("192.168.1.20", "192.168.1.20"),
        ("::1", "[::1]"),
        ("[::1]", "[::1]"),
        ("[2001:DB8:0:0:0:0:0:1]", "[2001:db8::1]"),
        ("www.münchen.de", "xn--mnchen-3ya.de"),
        ("www.xn--mnchen-3ya.de", "xn--mnchen-3ya.de"),
        ("www.straße.de", "xn--strae-oqa.de"),
        ("shop.例子。公司。cn", "xn--fsqu00a.xn--55qx5d.cn"),
        ("a.b.xn--55qx5d.cn", "b.xn--55qx5d.cn"),
        ("", ""),
        (".", ""),
        ("a..com", "a..com"),
        ("not:a:host", "not:a:host"),
        ("xn--\udcff.com", "xn--\udcff.com"),
        ("xn--99999999999.com", "xn--99999999999.com"),
    ],
)
def test_registrable_domain(host: str, expected: str) -> None:
    assert registrable(host) == expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [("user.github.io", "github.io"), ("a.blogspot.com", "blogspot.com"), ("a.example.co.uk", "example.co.uk")],
)
def test_without_the_private_section(host: str, expected: str) -> None:
    assert registrable(host, private=False) == expected


@pytest.mark.parametrize(
    ("host", "asked", "expected"),
    [
        (".www.example.com", "example.com", True),
        ("example.com", "www.example.com", True),
        ("EXAMPLE.com.", "example.com", True),
        ("notexample.com", "example.com", False),
        ("example.com.evil.net", "example.com", False),
        ("example.co", "example.com", False),
        ("me.github.io", "me.github.io", True),
        ("neighbour.github.io", "me.github.io", False),
        ("neighbour.github.io", "github.io", False),
        ("bbc.co.uk", "co.uk", False),
        ("localhost", "localhost", True),
        ("app.localhost", "localhost", False),
        ("shop.dev.test", "shop.dev.test", True),
        ("other.dev.test", "shop.dev.test", False),
        ("127.0.0.1", "127.0.0.1", True),
        ("127.0.0.11", "127.0.0.1", False),
        ("1.127.0.0.1", "127.0.0.1", False),
        ("::1", "[0:0:0:0:0:0:0:1]", True),
        ("xn--mnchen-3ya.de", "München.de", True),
        ("example.com", "", False),
    ],
)
def test_belonging_to_a_site(host: str, asked: str, expected: bool) -> None:
    assert belongs_to(host, asked) is expected


def test_every_rule_of_the_list_as_tldextract_has_it() -> None:
    rules = site._rules(True).plain
    assert len(rules) > 9_000
    hosts = [f"{prefix}{rule.lstrip('*.!')}" for rule in sorted(rules) for prefix in ("", "www.", "a.b.c.")]
    other = [h for h in hosts if h.isascii() and registrable(h) != by_tldextract(h)]
    # Beside "*.futurecms.at" the list has "*.ex.futurecms.at", and tldextract's trie then forgets that the first rule
    # makes "ex.futurecms.at" a public suffix.
    assert [h for h in other if f"*.{h.partition('.')[2]}" not in rules or f"*.{h}" not in rules] == []
    assert [h for h in hosts if not h.isascii() and registrable(h) != registrable(by_tldextract(h))] == []


WORDS = (
    "com",
    "co",
    "uk",
    "github",
    "io",
    "ck",
    "www",
    "jp",
    "kawasaki",
    "city",
    "s3",
    "test",
    "xn--p1ai",
    "xn--55qx5d",
    "cn",
)
LABELS = st.sampled_from(WORDS) | st.text("abcxyz0189-", min_size=1, max_size=8)


@given(st.lists(LABELS, min_size=1, max_size=8).map(".".join), st.booleans())
def test_any_host_as_tldextract_has_it(host: str, private: bool) -> None:
    assert registrable(host, private=private) == by_tldextract(host, private)


@given(st.text(max_size=60))
def test_any_text_has_a_site_that_is_its_own_site(text: str) -> None:
    once = registrable(text)
    assert registrable(once) == once


HOSTILE = ("a." * 500_000 + "com", "é" * 100_000, "." * 1_000_000, "xn--" + "z" * 100_000)


@pytest.mark.timeout(60)  # what grows faster than the length takes hours here; nothing is said about how fast it is
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda host: host[:4])
def test_of_a_hostile_length_no_more_labels_are_looked_at_than_a_suffix_has(
    hostile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[str] = []
    real = site._unicode

    def counted(label: str) -> str:
        looked_at.append(label)
        return real(label)

    monkeypatch.setattr(site, "_unicode", counted)
    assert len(registrable(hostile)) <= len(hostile)
    assert len(looked_at) <= site._rules(True).longest < 10


def test_imports_neither_tldextract_nor_requests() -> None:
    program = """
import sys
from inspector.knowledge.site import registrable
assert registrable("www.shop.example.co.uk") == "example.co.uk"
assert "tldextract" not in sys.modules and "requests" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True, env=os.environ, timeout=60)
