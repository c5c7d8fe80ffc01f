# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The jar that headers fill: kept, renewed, ended and refused as browsers do (RFC 6265bis, 5.7), each counted once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.records import NOW_US, STORE

from inspector.core.cookie import SameSite
from inspector.core.lifetime import LifetimeBasis
from inspector.core.set_cookie import NotACookieError, parse_set_cookie
from inspector.knowledge.site import browser_site
from inspector.readers.files.api import Asked
from inspector.readers.files.header_jar import HeaderJar
from inspector.readers.files.responses import Answer, default_path, domain_matches, origin_of

PAGE = "https://www.shop.co.uk/a/b"
ASKED = Asked(site_of=browser_site)


def answer(url: str = PAGE, page: str | None = PAGE, **facts: object) -> Answer:
    origin = origin_of(url)
    assert origin is not None
    return Answer(url, origin, NOW_US, page)._replace(**facts)


def jar_of(*headers: str, of: Answer | None = None) -> HeaderJar:
    jar = HeaderJar(STORE, ASKED)
    for header in headers:
        jar.receive(parse_set_cookie(header), of or answer())
    return jar


def refusals(*headers: str, of: Answer | None = None) -> list[str]:
    return [held.why for held in jar_of(*headers, of=of).evidence().refused]


@pytest.mark.parametrize(
    ("header", "url", "why"),
    [
        ("a=b; Domain=other.co.uk", PAGE, "not the host"),
        ("a=b; Domain=www.shop.co.uk.evil.com", PAGE, "not the host"),
        ("a=b; Domain=x.www.shop.co.uk", PAGE, "not the host"),
        ("a=b; Domain=co.uk", PAGE, "public suffix"),
        ("a=b; Domain=ü.com", PAGE, "ASCII"),
        ("a=b; Domain=2.1", "http://192.0.2.1/", "not the host"),
        ("a=b; Secure", "http://www.shop.co.uk/", "over http"),
        ("__Secure-a=b", PAGE, "__Secure-"),
        ("__SECURE-a=b", PAGE, "__Secure-"),
        ("__Host-a=b; Secure", PAGE, "__Host-"),
        ("__Host-a=b; Secure; Path=/; Domain=www.shop.co.uk", PAGE, "__Host-"),
        ("__Host-a=b; Path=/", PAGE, "__Host-"),
        ("a=b; SameSite=None", PAGE, "SameSite=None"),
        ("a=b; Partitioned; SameSite=Lax", PAGE, "Partitioned"),
    ],
)
def test_cookies_that_no_browser_keeps(header: str, url: str, why: str) -> None:
    (found,) = refusals(header, of=answer(url, url))
    assert why in found


@pytest.mark.parametrize(
    ("header", "url"),
    [
        ("a=b; Domain=shop.co.uk", PAGE),
        ("a=b; Domain=WWW.shop.co.uk", PAGE),
        ("a=b; Secure", "http://localhost:8000/"),
        ("__Secure-a=b; Secure; Domain=shop.co.uk", PAGE),
        ("__Host-a=b; Secure; Path=/", PAGE),
        ("a=b; SameSite=None; Secure", PAGE),
        ("a=b; Domain=192.0.2.1", "http://192.0.2.1/"),
        ("a=b; Domain=co.uk", "https://co.uk/"),
    ],
)
def test_cookies_that_browsers_keep(header: str, url: str) -> None:
    jar = jar_of(header, of=answer(url, url))
    assert (len(jar.cookies()), jar.tally.refused) == (1, 0)


@pytest.mark.parametrize(
    ("attributes", "lax_default", "refused"),
    [
        ("SameSite=Lax", None, 1),
        ("SameSite=Strict", False, 1),
        ("SameSite=None; Secure", True, 0),
        ("Secure", True, 1),
        ("Secure", False, 0),
        ("Secure", None, 0),
    ],
)
def test_another_sites_cookies_go_by_same_site(attributes: str, lax_default: bool | None, refused: int) -> None:
    of = answer("https://ads.com/p", PAGE, lax_default=lax_default)
    jar = jar_of(f"a=b; {attributes}", of=of)
    assert jar.tally.refused == refused
    odd = [field for cookie in jar.cookies() for field, _ in cookie.problems]
    assert odd == (["same_site"] if attributes == "Secure" and lax_default is None else [])


def test_a_page_of_its_own_and_a_sister_host_are_no_other_site() -> None:
    assert refusals("a=b; SameSite=Lax", of=answer("https://ads.com/", "https://ads.com/", top_level=True)) == []
    assert refusals("a=b; SameSite=Lax", of=answer("https://img.shop.co.uk/x")) == []


def test_every_field_of_one_header() -> None:
    (cookie,) = jar_of("a=bc; Domain=shop.co.uk; Max-Age=86400; Secure; HttpOnly; SameSite=Strict").cookies()
    assert (cookie.host_key, cookie.host_only, cookie.path) == (".shop.co.uk", False, "/a")
    assert (cookie.secure, cookie.http_only, cookie.same_site) == (True, True, SameSite.STRICT)
    assert (cookie.updated_us, cookie.expires_us) == (NOW_US, NOW_US + 86_400_000_000)
    assert cookie.requested == (86_400_000_000, LifetimeBasis.STATED)
    assert (cookie.value_length, cookie.source_port) == (2, 443)


def test_more_than_the_cap_is_requested_and_not_stored() -> None:
    (cookie,) = jar_of("a=b; Max-Age=63072000").cookies()
    assert cookie.requested.days == 730
    assert (cookie.expires_us, cookie.session) == (None, False)
    assert cookie.lifetime.days == 730
    assert "400 days" in cookie.problems[0].why


def test_a_partitioned_cookie_is_the_pages() -> None:
    of = answer("https://widget.com/", PAGE)
    (cookie,) = jar_of("a=b; Secure; Path=/; SameSite=None; Partitioned", of=of).cookies()
    assert cookie.isolation.partition is not None
    assert cookie.isolation.partition[:2] == ("https://shop.co.uk", True)


def test_set_again_ended_and_pages() -> None:
    jar = jar_of("a=1", "a=2", "b=1", "b=; Max-Age=0", "never=; Expires=Thu, 01 Jan 1970 00:00:00 GMT")
    jar.receive(parse_set_cookie("a=3"), answer(page="https://www.shop.co.uk/second"))
    (cookie,) = jar.cookies()
    assert cookie.value is not None
    assert cookie.value.reveal() == "3"
    assert jar.tally[:5] == (2, 2, 2, 0, 1)
    assert jar.evidence().sightings[cookie.key].pages == (PAGE, "https://www.shop.co.uk/second")
    assert [problem.code for problem in jar.notes()] == ["cookies-removed"]


def test_what_requests_carry() -> None:
    jar = jar_of("a=1; Domain=shop.co.uk; Path=/")
    for url in ("https://shop.co.uk/", "https://img.shop.co.uk/"):
        origin = origin_of(url)
        assert origin is not None
        jar.send("a", "1", origin)
        jar.send("script", "x", origin)
    assert [(cookie.name, cookie.session, cookie.host_only) for cookie in jar.cookies()] == [
        ("a", True, False),
        ("script", None, None),
    ]
    assert [seen.sent_back for seen in jar.evidence().sightings.values()] == [True]


@pytest.mark.parametrize(
    ("path", "default"), [("", "/"), ("/", "/"), ("/a", "/"), ("/a/", "/a"), ("/a/b", "/a"), ("x", "/")]
)
def test_default_paths(path: str, default: str) -> None:
    assert default_path(path) == default


@pytest.mark.parametrize(
    ("host", "domain", "matches"),
    [
        ("a.b", "a.b", True),
        ("x.a.b", "a.b", True),
        ("xa.b", "a.b", False),
        ("192.0.2.1", "2.1", False),
        ("192.0.2.1", "192.0.2.1", True),
    ],
)
def test_domain_match(host: str, domain: str, matches: bool) -> None:
    assert domain_matches(host, domain) is matches


@pytest.mark.parametrize(
    "url", ["", "x", "ftp://a/", "https://", "https://[", "https://a:99999/", "data:,x", "http:///"]
)
def test_addresses_that_set_no_cookies(url: str) -> None:
    assert origin_of(url) is None


HEADER = st.builds(
    "{}={}{}".format,
    st.sampled_from(["a", "b", "__Host-c", ""]),
    st.sampled_from(["", "1"]),
    st.sampled_from(["", "; Max-Age=0", "; Max-Age=9", "; Domain=shop.co.uk", "; Domain=evil.com", "; Secure; Path=/"]),
)


@given(st.lists(HEADER, max_size=12))
def test_every_header_is_counted_once(headers: list[str]) -> None:
    jar, none = HeaderJar(STORE, ASKED), 0
    for header in headers:
        try:
            jar.receive(parse_set_cookie(header), answer())
        except NotACookieError:
            none += 1
    assert jar.tally.headers + none == len(headers)
    assert jar.tally.cookies == len(jar.cookies())
