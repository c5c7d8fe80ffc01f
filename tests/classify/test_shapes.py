# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Shapes of values."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.classify.shapes import Kind, kind_of, kind_of_text
from inspector.core.secret import Secret


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", Kind.EMPTY),
        ('""', Kind.EMPTY),
        ("1", Kind.FLAG),
        ("TRUE", Kind.FLAG),
        ("-3", Kind.SMALL_NUMBER),
        ("1920", Kind.SMALL_NUMBER),
        ("1613227156", Kind.EPOCH),
        ("1613227156035", Kind.EPOCH),
        ("7170224013181201918", Kind.LONG_NUMBER),
        ("GA1.2.162712083.1613226783", Kind.GA_CLIENT),
        ("fb.1.1613226782706.1497060586", Kind.META_BROWSER),
        ("6792552e-2c22-4ee4-b6e2-dab57b704cb0", Kind.UUID),
        ("%226792552E-2C22-4EE4-B6E2-DAB57B704CB0%22", Kind.UUID),
        ("1ed349931cb5d00de8cb8a6f356e1cf9", Kind.HEX),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Kind.TEXT),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcDEF-123", Kind.JWT),
        ("CPZEsoAPZEsoAAHABBENDmCsAP_AAH_AAAAAJFNf_X__b39j-_59_9t0eY1f9_7_v20zjgeds-8Nyd_X_L8X4", Kind.TCF),
        ("1.1.794628419.1613227226", Kind.CLICK_ID),
        ("GCL.1613227226.Cj0KCQ", Kind.CLICK_ID),
        ("en", Kind.LANGUAGE),
        ("pt-BR", Kind.LANGUAGE),
        ("USD", Kind.COUNTRY),
        ("2021-02-13T14:33:42.382Z", Kind.DATE),
        ("Sat%2C 13 Feb 2021 14:00:00", Kind.DATE),
        ("web-12", Kind.SERVER),
        ("1677787402.36895.0000", Kind.SERVER),
        ("cookie", Kind.WORD),
        ("https%3A%2F%2Fexample.com%2F", Kind.ADDRESS),
        ("/", Kind.ADDRESS),
        ("%7B%7D", Kind.OBJECT),
        ('{"a":1}', Kind.OBJECT),
        ('{"items":[{"sku":"A1","qty":2}]}', Kind.CART_OBJECT),
        ("%5B1%2C2%5D", Kind.LIST),
        ("{necessary:true,preferences:false}", Kind.CONSENT),
        ("groups=C0001%3A1%2CC0002%3A0", Kind.CONSENT),
        ("AHWqTUl9VT2pkk2NJs_m8tUWIefFkrPymbJSf2wc", Kind.RANDOM),
        ("YQTyNyJJWiwhWsSb", Kind.RANDOM),
        ("187039031.1dfe5068087e3caf13e68f5c1d9b54.1613227228359", Kind.ID_AND_TIME),
        ("v=2&eacad244-d3e9-46a8-896e-e92e6efe4321", Kind.ID_AND_TIME),
        ("summer-sale-banner-top", Kind.TEXT),
        ("日本", Kind.TEXT),
    ],
)
def test_kind(text: str, kind: Kind) -> None:
    assert kind_of_text(text) is kind


def test_a_secret_is_looked_at_and_stays_one() -> None:
    secret = Secret("6792552e-2c22-4ee4-b6e2-dab57b704cb0")
    assert kind_of(secret) is Kind.UUID
    assert "6792552e" not in repr(secret)


@pytest.mark.parametrize(
    ("kind", "identifies"), [(Kind.UUID, True), (Kind.FLAG, False), (Kind.LANGUAGE, False), (Kind.TEXT, None)]
)
def test_what_identifies(kind: Kind, identifies: bool | None) -> None:
    assert kind.identifies is identifies


@given(st.text(max_size=200) | st.text(alphabet='0123456789abcdefABCDEF-{}[]%":.=_', max_size=200))
def test_any_text_has_a_kind(text: str) -> None:
    assert kind_of_text(text) in Kind


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000_000,
        "1" * 10_000_000,
        "a1" * 5_000_000,
        "aA" * 5_000_000,
        "%7B" * 3_000_000,
        "{" + '"a":' * 2_000_000,
        "A, " + "1234 " * 2_000_000,
        "https:" * 2_000_000,
        "0-" * 5_000_000,
        "_" * 10_000_000,
    ],
)
def test_ten_megabytes_take_no_time(text: str) -> None:
    started = time.process_time()
    assert kind_of_text(text) in Kind
    assert time.process_time() - started < 1
