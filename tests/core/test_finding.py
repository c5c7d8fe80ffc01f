# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Findings and references: what is made for very many at once is what is made for each."""

from hypothesis import given
from hypothesis import strategies as st
from make.audits import cookie

from inspector.core.cookie import Cookie
from inspector.core.finding import ClaimRef, CookieRef, Finding, Level, in_order, refs_of, told_apart
from inspector.core.policy import Quote
from inspector.core.store import Family, StoreRef

STORES = (StoreRef("unknown", "", "a.json", Family.FILE), StoreRef("chrome", "Default", "Cookies", Family.CHROMIUM))
HOSTS = st.sampled_from(["shop.example", ".shop.example", "cdn.example", "\ud800"])
COOKIES = st.builds(
    lambda name, host, path, site, store, port: cookie(
        name, host, path=path, partition=site, store=store, source_port=port
    ),
    st.sampled_from(["a", "b", "\ud800", ""]),
    HOSTS,
    st.sampled_from(["/", "/a", None, "\udfff"]),
    st.sampled_from([None, "https://shop.example", "https://other.example"]),
    st.sampled_from(STORES),
    st.sampled_from([None, 80, 443]),
)
REFS = st.none() | st.builds(CookieRef, *[st.sampled_from(["", "a", "b"])] * 3, st.sampled_from([None, "", "a"]))
SENTENCES = [ClaimRef(f"c{at}", "cookies", Quote("text", at, at + 4, 1)) for at in (0, 7)]
FINDINGS = st.builds(
    lambda code, level, ref, claims: Finding(code, "x", level, "said", "", ref, claims),
    st.sampled_from(["CI101", "CI301"]),
    st.sampled_from(Level),
    REFS,
    st.lists(st.sampled_from(SENTENCES), max_size=2).map(tuple),
)


@given(st.lists(COOKIES, max_size=8))
def test_references_of_many_are_those_of_each(cookies: list[Cookie]) -> None:
    assert refs_of(cookies) == [CookieRef.of(held) for held in cookies]


@given(st.lists(COOKIES, max_size=8))
def test_no_two_records_go_by_one_id(cookies: list[Cookie]) -> None:
    assert len({ref.id for ref in told_apart(refs_of(cookies))}) == len(cookies)


@given(st.lists(FINDINGS, max_size=12))
def test_findings_are_put_in_their_order(findings: list[Finding]) -> None:
    assert in_order(findings) == tuple(sorted(findings, key=lambda finding: finding.order))
