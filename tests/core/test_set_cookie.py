# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A Set-Cookie header is understood as RFC 6265bis has it, section by section."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.cookie import Priority, SameSite
from inspector.core.cookie_date import parse_cookie_date
from inspector.core.set_cookie import NotACookieError, parse_set_cookie

DAY_US = 86_400_000_000


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("a=b", "a", "b"),
        ("  a \t=  b c  ; x", "a", "b c"),
        ("a=b=c", "a", "b=c"),
        ("a=", "a", ""),
        ("=b", "", "b"),
        ("b", "", "b"),
        ('a="q"', "a", '"q"'),
        ("a\t=\tb", "a", "b"),
        ("ключ=знач", "ключ", "знач"),
    ],
)
def test_name_and_value(text: str, name: str, value: str) -> None:
    assert parse_set_cookie(text)[:2] == (name, value)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "neither"),
        ("=", "neither"),
        (" ; Path=/", "neither"),
        ("a=b\x00c", "control"),
        ("a=b\nc", "control"),
        ("a=\x7f", "control"),
        ("a" * 4097, "4096"),
        ("a=" + "é" * 2048, "4096"),
        ("__Host-x; Path=/", "prefix"),
        ("=__secure-x", "prefix"),
        ("a=" + "b" * 2_000_000, "longer"),
    ],
)
def test_headers_that_browsers_ignore(text: str, why: str) -> None:
    with pytest.raises(NotACookieError, match=why):
        parse_set_cookie(text)


@pytest.mark.parametrize(
    ("attributes", "facts"),
    [
        ("Max-Age=60", {"max_age_s": 60}),
        ("Max-Age=-1", {"max_age_s": -1}),
        ("Max-Age=+1", {"max_age_s": None}),
        ("Max-Age=1.5", {"max_age_s": None}),
        ("Max-Age=", {"max_age_s": None}),
        ("Max-Age=" + "9" * 300, {"max_age_s": 10**15}),
        ("Max-Age=٣", {"max_age_s": None}),
        ("Max-Age=60; Max-Age=70", {"max_age_s": 70}),
        ("Max-Age=60; Max-Age=x", {"max_age_s": 60}),
        ("Expires=Thu, 01 Jan 1970 00:00:10 GMT", {"expires_us": 10_000_000}),
        ("Expires=never", {"expires_us": None}),
        ("Domain=.Shop.Example", {"domain": "shop.example"}),
        ("Domain=", {"domain": None}),
        ("Domain=a.example; Domain=", {"domain": None}),
        ("Domain=..a", {"domain": ".a"}),
        ("Path=/a", {"path": "/a"}),
        ("Path=a", {"path": None}),
        ("Path=/a; Path=", {"path": None}),
        ("Secure", {"secure": True}),
        ("Secure=false", {"secure": True}),
        (" httponly ", {"http_only": True}),
        ("SameSite=None", {"same_site": SameSite.NONE}),
        ("SameSite=LAX", {"same_site": SameSite.LAX}),
        ("SameSite=x", {"same_site": SameSite.UNSPECIFIED}),
        ("SameSite=Lax; SameSite=x", {"same_site": SameSite.UNSPECIFIED}),
        ("Partitioned", {"partitioned": True}),
        ("Priority=High", {"priority": Priority.HIGH}),
        ("Comment=x; Version=1; ;", {"unknown": ("comment", "version")}),
        ("Path=/" + "a" * 1024, {"path": None}),
        ("Path=/" + "a" * 1023, {"path": "/" + "a" * 1023}),
    ],
)
def test_attributes(attributes: str, facts: dict[str, Any]) -> None:
    cookie = parse_set_cookie(f"a=b; {attributes}")
    assert {key: getattr(cookie, key) for key in facts} == facts


@pytest.mark.parametrize(
    ("attributes", "session", "lifetime_us"),
    [
        ("", True, None),
        ("Max-Age=86400", False, DAY_US),
        ("Expires=Fri, 02 Jan 1970 00:00:00 GMT", False, DAY_US),
        ("Expires=Fri, 02 Jan 1970 00:00:00 GMT; Max-Age=60", False, 60_000_000),
        ("Max-Age=60; Expires=Fri, 02 Jan 1970 00:00:00 GMT", False, 60_000_000),
        ("Max-Age=x; Expires=x", True, None),
    ],
)
def test_max_age_goes_before_expires(attributes: str, session: bool, lifetime_us: int | None) -> None:
    cookie = parse_set_cookie(f"a=b; {attributes}")
    assert (cookie.session, cookie.lifetime_us(0)) == (session, lifetime_us)


def test_a_date_without_the_time_of_the_answer_is_no_lifetime() -> None:
    assert parse_set_cookie("a=b; Expires=Fri, 02 Jan 1970 00:00:00 GMT").lifetime_us(None) is None
    assert parse_set_cookie("a=b; Max-Age=60").lifetime_us(None) == 60_000_000


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Thu, 01 Jan 1970 00:00:01 GMT", 1),
        ("Thu, 01-Jan-1970 00:00:01 GMT", 1),
        ("Thu Jan  1 00:00:01 1970", 1),
        ("1 jan 70 0:0:1", 1),
        ("00:00:01 1970 January 1", 1),
        ("Tue, 19 Jan 2038 03:14:07 GMT", 2**31 - 1),
        ("Thu, 01 Jan 1970 00:00:01 PST", 1),  # zones are not looked at
        ("01 Jan 69 00:00:00", 3_124_224_000),  # 69 is 2069
        ("01 Jan 1970 00:00:01.5x", 1),
        ("01 Jan 1970 00:00:01x", 1),
        ("01 Jan 1600 00:00:00", None),
        ("31 Feb 2026 00:00:00", None),
        ("01 Jan 2026 24:00:00", None),
        ("01 Jan 2026", None),
        ("2026-01-01T00:00:00Z", None),
        ("", None),
    ],
)
def test_dates_by_the_rfcs_algorithm(text: str, seconds: int | None) -> None:
    assert parse_cookie_date(text) == (None if seconds is None else seconds * 1_000_000)


@given(st.text(max_size=300))
def test_any_text_is_a_cookie_or_says_why_not(text: str) -> None:
    said = ""
    try:
        cookie = parse_set_cookie(text)
    except NotACookieError as error:
        said = str(error)
    assert said or cookie.name or cookie.value


@given(st.text(max_size=80))
def test_any_text_is_a_date_or_none(text: str) -> None:
    us = parse_cookie_date(text)
    assert us is None or -11_644_473_600_000_000 <= us < 253_402_300_800_000_000


@given(
    st.integers(min_value=-11_000_000_000, max_value=250_000_000_000),
)
def test_every_moment_survives_the_format_of_headers(second: int) -> None:
    from datetime import UTC, datetime, timedelta

    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=second)
    text = f"{moment.day:02} {moment.strftime('%b')} {moment.year:04} {moment.strftime('%H:%M:%S')} GMT"
    assert parse_cookie_date(text) == second * 1_000_000
