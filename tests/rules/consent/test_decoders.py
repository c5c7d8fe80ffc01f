# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Consent cookies decoded, one table for each format: choices, time, and whether anybody chose."""

import base64
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.audits import cookie

from inspector.core.label import Group
from inspector.core.moments import to_iso
from inspector.rules.consent.api import Choice, UndecodableError, moment_of
from inspector.rules.consent.registry import DECODERS, read_choices

N, P, A, M = Group.NECESSARY, Group.PREFERENCES, Group.ANALYTICS, Group.MARKETING
COOKIEBOT = (
    "{stamp:'x=='%2Cnecessary:true%2Cpreferences:false%2Cstatistics:true%2Cmarketing:false%2Cmethod:'METHOD'"
    "%2Cver:1%2Cutc:1764000000000%2Cregion:'de'}"
)


def b64(data: Any) -> str:
    return base64.b64encode(json.dumps(data).encode()).decode()


def tcf(consents: int, days: int = 20_000) -> str:
    """A TCF core string: version 2, both times on a day, 24 purpose bits."""
    fields = [
        (2, 6),
        (days * 864_000, 36),
        (days * 864_000, 36),
        (10, 12),
        (1, 12),
        (1, 6),
        (263, 12),
        (48, 12),
        (4, 6),
    ]
    fields += [(1, 1), (0, 1), (0, 12), (consents, 24), (0, 24)]
    number = length = 0
    for value, bits in fields:
        number, length = (number << bits) | value, length + bits
    pad = -length % 8
    return base64.urlsafe_b64encode((number << pad).to_bytes((length + pad) // 8, "big")).decode().rstrip("=")


def decode(name: str, value: str, others: Mapping[str, str] | None = None) -> Choice:
    return DECODERS[name].decode(value, {name: value, **(others or {})})


CLOSED = {"OptanonAlertBoxClosed": "2025-11-20T10:00:00.000Z"}
ONETRUST = "isGpcEnabled=0&datestamp=Mon+Nov+23&groups=C0001%3A1%2CC0002%3A0%2CC0003%3A1%2CC0004%3A0&interactionCount="


@pytest.mark.parametrize(
    ("name", "value", "others", "choices", "active"),
    [
        ("OptanonConsent", ONETRUST + "1", CLOSED, {N: True, A: False, P: True, M: False}, True),
        ("OptanonConsent", ONETRUST + "0", CLOSED, {N: True, A: False, P: True, M: False}, False),
        ("OptanonConsent", ONETRUST + "1", {}, {N: True, A: False, P: True, M: False}, False),
        ("OptanonConsent", "groups=C0004%3A0%2CC0005%3A1&interactionCount=1", CLOSED, {}, True),  # both ways: not told
        ("CookieConsent", COOKIEBOT.replace("METHOD", "explicit"), {}, {N: True, P: False, A: True, M: False}, True),
        ("CookieConsent", COOKIEBOT.replace("METHOD", "implied"), {}, {N: True, P: False, A: True, M: False}, False),
        ("CookieConsent", "{necessary:true,statistics:false}", {}, {N: True, A: False}, None),
        ("CookieConsent", "-1", {}, {}, False),
        ("CookieConsent", "-3", {}, {}, False),
        ("CookieConsent", "0", {}, {}, False),
        (
            "didomi_token",
            b64(
                {
                    "updated": "2025-11-20T10:00:00.000Z",
                    "purposes": {"enabled": ["analytics"], "disabled": ["advertising_personalization"]},
                }
            ),
            {},
            {A: True, M: False},
            True,
        ),
        ("didomi_token", b64({"purposes": {"enabled": [], "disabled": []}}), {}, {}, False),
        (
            "uc_settings",
            json.dumps(
                {
                    "services": [
                        {"history": [{"action": "onDenyAllServices", "type": "explicit", "timestamp": 1764000000000}]}
                    ]
                }
            ),
            {},
            {P: False, A: False, M: False},
            True,
        ),
        (
            "ucData",
            quote(json.dumps({"gcm": {"analyticsStorage": "denied", "adStorage": "denied"}})),
            {"uc_user_interaction": "true"},
            {A: False, M: False},
            True,
        ),
        ("ucData", json.dumps({"gcm": {"adStorage": "granted"}}), {}, {M: True}, None),
        (
            "cookieyes-consent",
            "consentid:x,consent:no,action:yes,necessary:yes,functional:no,analytics:no,advertisement:no",
            {},
            {N: True, P: False, A: False, M: False},
            True,
        ),
        ("cookieyes-consent", "consentid:x,action:,necessary:yes,analytics:no", {}, {N: True, A: False}, False),
        (
            "cmplz_banner-status",
            "dismissed",
            {"cmplz_marketing": "deny", "cmplz_statistics": "allow"},
            {A: True, M: False},
            True,
        ),
        ("cmplz_banner-status", "show", {"cmplz_marketing": "deny"}, {M: False}, False),
        (
            "borlabs-cookie",
            quote(json.dumps({"consents": {"essential": ["borlabs-cookie"]}})),
            {},
            {N: True, A: False, M: False},
            True,
        ),
        (
            "borlabs-cookie",
            json.dumps({"consents": {"essential": ["x"], "statistics": ["matomo"], "marketing": []}}),
            {},
            {N: True, A: True, M: False},
            True,
        ),
        (
            "TERMLY_COOKIE_CONSENT",
            json.dumps({"value": json.dumps({"essential": True, "analytics": False, "advertising": False})}),
            {},
            {N: True, A: False, M: False},
            None,
        ),
        ("euconsent-v2", tcf(0), {}, {A: False, M: False}, True),
        ("euconsent-v2", tcf(0xFFFFFF), {}, {A: True, M: True}, True),
        ("euconsent-v2", tcf(0x7FFFFF), {}, {A: False, M: False}, True),  # without purpose 1 nothing may be stored
        ("usprivacy", "1YYN", {}, {}, None),
        ("__gpp", "DBABMA~CPXxRfAPXxRfAAfKABENB", {}, {}, None),
    ],
)
def test_choices(
    name: str, value: str, others: Mapping[str, str], choices: Mapping[Group, bool], active: bool | None
) -> None:
    found = decode(name, value, others)
    assert dict(found.choices) == choices
    assert found.active is active


def test_times() -> None:
    assert to_iso(decode("OptanonConsent", ONETRUST + "1", CLOSED).made_us) == "2025-11-20T10:00:00.000000Z"
    assert decode("OptanonConsent", ONETRUST + "1").made_us is None  # the date stamp is no time of a choice
    cookiebot = decode("CookieConsent", COOKIEBOT.replace("METHOD", "explicit"))
    assert to_iso(cookiebot.made_us) == "2025-11-24T16:00:00.000000Z"
    found = decode("euconsent-v2", tcf(0, 20_000))
    assert (to_iso(found.made_us), found.precision_us) == ("2024-10-04T00:00:00.000000Z", 86_400_000_000)


def test_signals_of_us_laws_refuse_no_purpose() -> None:
    assert decode("usprivacy", "1YYN").sale_opt_out is True
    assert decode("usprivacy", "1YNN").sale_opt_out is False
    assert decode("usprivacy", "1---").sale_opt_out is None
    assert decode("__gpp", "DBABMA~CPXxRfAPXxRfAAfKABENB").sections == (2,)
    assert decode("__gpp", "DBABTA~1YNN").sections == (6,)
    assert decode("__gpp", "DBABzw~1YNN~BVVqAAAAAmA").sections == (6, 7)  # a range


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1764000000", 1_764_000_000_000_000),
        (1764000000000, 1_764_000_000_000_000),
        ("2025-11-20T10:00:00+00:00", 1_763_632_800_000_000),
        ("12", None),
        ("soon", None),
        (True, None),
        (None, None),
        (float("1e300"), None),
    ],
)
def test_moments(text: object, expected: int | None) -> None:
    assert moment_of(text) == expected


JUNK = ["", "&" * 100, "x", "{", "[" * 9000, "null", "true", "{}", "eyJ9", "\x00", "%", "A" * 16_000, "1e999"]


@pytest.mark.parametrize("name", DECODERS)
@pytest.mark.parametrize("value", JUNK)
def test_what_is_not_of_the_format_refuses_nothing(name: str, value: str) -> None:
    """The message of what cannot be decoded goes into reports, so it holds nothing of the value."""
    choice, message = None, ""
    try:
        choice = decode(name, value)
    except UndecodableError as error:
        message = str(error)
    assert (choice is None) is bool(message)
    assert len(message) < 80
    assert choice is None or not choice.choices or name.startswith("eu")


@given(st.sampled_from(sorted(DECODERS)), st.text(max_size=400) | st.binary(max_size=300).map(lambda raw: raw.hex()))
def test_no_value_makes_a_decoder_fall(name: str, value: str) -> None:
    try:
        found = decode(name, value)
    except UndecodableError:
        return
    assert set(found.choices) <= set(Group)
    assert found.made_us is None or isinstance(found.made_us, int)


def test_the_consent_cookies_own_setting_is_a_time_by_which_the_choice_was_made() -> None:
    held = cookie("cookieyes-consent", value="action:yes,analytics:no", set_days_ago=3)
    (consent,), undecided = read_choices([held])
    assert consent.made_us == held.updated_us
    assert consent.made_why
    assert not undecided


def test_a_value_that_was_not_read_is_not_judged() -> None:
    consents, (undecided,) = read_choices([cookie("CookieConsent")])
    assert not consents
    assert (undecided.why, undecided.code) == ("value not read", "CI402")


def test_a_tcf_string_beside_an_unanswered_banner_is_no_choice() -> None:
    held = [cookie("OptanonConsent", value=ONETRUST + "0"), cookie("eupubconsent-v2", value=tcf(0))]
    consents, _ = read_choices(held)
    assert [consent.active for consent in consents] == [False, False]


def test_cookies_of_other_names_are_not_looked_at() -> None:
    assert read_choices([cookie("_ga", value="x")]) == ((), ())
