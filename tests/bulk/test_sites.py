# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A column of hosts has the sites, and the hosts of pages, that they have one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make.traits import classifier

pa = pytest.importorskip("pyarrow", reason="crawls need pyarrow (the extra research)")

from inspector.bulk.codes import coded
from inspector.bulk.hosts import host_of, hosts_of, page_host, page_hosts
from inspector.bulk.sites import Sites
from inspector.knowledge.domains import fold, lies_in
from inspector.knowledge.site import registrable, suffix_ends

ENDS = st.sampled_from(
    ["com", "co.uk", "uk", "ck", "www.ck", "foo.ck", "github.io", "io", "city.kawasaki.jp", "kawasaki.jp", "jp", "test",
     "s3.amazonaws.com", "xn--p1ai", "рф", "公司.cn", "xn--55qx5d.cn", "1", "0.0.1", "localhost", "google.de",
     "google.co.uk", "doubleclick.net", "blogspot.com", "", "[::1]"]
)  # fmt: skip
LABELS = st.lists(
    st.text("ab-_1x", min_size=1, max_size=5) | st.sampled_from(["", "www", "google", "xn--a"]), max_size=4
)
HOSTS = st.builds(lambda labels, end: ".".join([*labels, end]), LABELS, ENDS)
PAGES = HOSTS | st.text(max_size=20) | st.builds(
    lambda scheme, host, rest: scheme + host + rest,
    st.sampled_from(["http://", "https://", "HTTPS://", "//", "ftp://", ""]),
    HOSTS,
    st.sampled_from(["", "/", ":8443/cart?x=1", "?q", "#f", "/\n", "/é", "@b.com/", ":x/", "/" + "x" * 5000, "\\"]),
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(HOSTS, min_size=1, max_size=30))
def test_a_site_told_from_its_column_is_told_as_by_itself(hosts: list[str]) -> None:
    knowledge = classifier().knowledge
    column = coded(pa.array(hosts))
    found = Sites(classifier()).of(column)
    assert [site.decode() for site in found.sites.to_pylist()] == [registrable(host) for host in column.texts]
    for host, remarkable, known_as in zip(
        column.texts, found.remarkable.tolist(), found.known_as.tolist(), strict=True
    ):
        if remarkable:
            assert column.texts[known_as] == host
        else:
            assert knowledge.vendor_by_domain(host) is None
            assert not any(lies_in(fold(host), domain) for domain in knowledge.domains)
            assert not found.remarkable[known_as]


@given(st.lists(HOSTS | PAGES, min_size=1, max_size=20))
def test_hosts_are_read_from_a_column_as_one_by_one(texts: list[str]) -> None:
    rows = pa.array(list(range(len(texts)))).to_numpy()
    assert hosts_of(coded(pa.array(texts))).texts_at(rows) == [host_of(text) for text in texts]
    assert page_hosts(coded(pa.array(texts))).texts_at(rows) == [page_host(text) for text in texts]


def test_every_domain_that_somebody_is_known_by_is_remarkable() -> None:
    domains = [domain.replace("*", "co.uk") for domain in sorted(classifier().knowledge.domains)]
    assert Sites(classifier()).of(coded(pa.array([f"a.{domain}" for domain in domains]))).remarkable.all()


def test_suffixes_of_one_label_have_nothing_longer_unsaid() -> None:
    ends = suffix_ends()
    assert {"com", "de", "io"} <= ends.short
    assert not {"ck", "kawasaki.jp"} & ends.short
    assert {"co.uk", "github.io", "www.ck", "kawasaki.jp"} <= ends.longer
