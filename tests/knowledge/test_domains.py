# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Hosts and the domains of the tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.knowledge.domains import LONGEST_HOST, DomainIndex, ancestors, fold, lies_in


@pytest.mark.parametrize(
    ("host", "domain", "inside"),
    [
        ("doubleclick.net", "doubleclick.net", True),
        ("ad.doubleclick.net", "doubleclick.net", True),
        ("notdoubleclick.net", "doubleclick.net", False),
        ("doubleclick.net.evil.com", "doubleclick.net", False),
        ("google.de", "google.*", True),
        ("accounts.google.co.uk", "google.*", True),
        ("google.evil.com", "google.*", False),
        ("mygoogle.com", "google.*", False),
        ("google.com.evil.com", "google.*", False),
        ("", "google.*", False),
    ],
)
def test_lies_in(host: str, domain: str, inside: bool) -> None:
    assert lies_in(host, domain) is inside


def test_fold() -> None:
    assert fold(".WWW.Example.COM.") == "www.example.com"


def test_the_most_specific_domain_answers() -> None:
    index = DomainIndex([("google.*", "other"), ("analytics.google.com", "analytics"), ("b.com", "b")])
    assert index.find("x.analytics.google.com") == "analytics"
    assert index.find(".Google.De") == "other"
    assert index.find("a.b.com") == "b"
    assert index.find("com") is None
    assert index.find("google.evil.com") is None


def test_a_host_too_long_to_be_one_is_in_no_domain() -> None:
    host = "a." * LONGEST_HOST + "b.com"
    assert list(ancestors(host)) == []
    assert DomainIndex([("b.com", 1)]).find(host) is None


@given(st.text(alphabet="ab.", max_size=20))
def test_a_host_lies_in_each_of_its_ancestors(host: str) -> None:
    folded = fold(host)
    assert all(lies_in(folded, ancestor) for ancestor in ancestors(folded))
