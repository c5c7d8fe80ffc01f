# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Opt-out cookies told by their words alone: what the tables have with the tables left out, and what must not be."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.knowledge import optout_words
from inspector.knowledge.loader import load
from inspector.knowledge.optouts import OptOutTable
from inspector.knowledge.records import OptOutMatch, OptOutSays

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
KNOWLEDGE = load()
WORDS = OptOutTable((), KNOWLEDGE._advertises)  # the tables' cookies left out
# The dev cookies that are called opt-outs, each looked at: all are opt-outs by their vendors' documentation.
DEV_OPT_OUTS = {
    ("ad-privacy", "amazon-adsystem.com"),
    ("OneTrustWPCCPAGoogleOptOut", ""),
    ("optout", "yahoo.com"),
    ("ab.optOut", ""),
    ("st_optout", "sharethis.com"),
}


def _rows(name: str) -> list[dict[str, str]]:
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"the reference table {name} is not beside the project")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_most_opt_outs_of_the_tables_are_told_with_the_tables_left_out() -> None:
    told = total = 0
    for way in KNOWLEDGE.ways_out:
        cookies = [cookie for cookie in way.cookies if not cookie.consent and cookie.name != "*"]
        total += bool(cookies)
        told += any(
            (match := WORDS.state(cookie.name, cookie.domain or "shop.example", _sample(cookie.values))) is not None
            and match.is_opt_out_cookie
            for cookie in cookies
        )
    assert total > 100
    assert told / total >= 0.85, f"{told} of {total}"


def _sample(values: tuple[str, ...]) -> str:
    return values[0].replace("*", "").replace("?", "Y") if values else "1"


def test_every_opt_out_of_the_tables_is_told_with_them() -> None:
    for way in KNOWLEDGE.ways_out:
        for cookie in way.cookies:
            match = KNOWLEDGE.opt_out_state(
                "x" if cookie.name == "*" else cookie.name, cookie.domain or "shop.example", _sample(cookie.values)
            )
            assert match is not None, cookie
            told = match.is_opt_out_cookie or cookie.consent or not (cookie.values or cookie.dedicated)
            assert told, cookie  # but for those of which nobody has said which value counts


@pytest.mark.parametrize(
    ("name", "host", "value"),
    [
        ("network_optout", "ads.example", "1"),
        ("OptOutChoice", "ads.example", "true"),
        ("oo_flag", "ads.example", "optout"),
        ("XYZOptOut", "ads.example", "1"),
        ("xyoptout", "ads.example", "true"),
        ("uuid", "ads.example", "OPTED-OUT"),
        ("visitor_id", "ads.example", "ignore"),
        ("zz_dnt", "ads.example", "1"),
        ("dnt", "ads.example", "true"),
        ("oo", "ads.example", "1"),
        ("NoTrack", "ads.example", "yes"),
        ("no_tracking", "ads.example", "1"),
        ("profile", "ads.example", "seg=0|optout=1|v=2"),
        ("id", "ads.example", "NO_TARGET"),
        ("uuid2", "criteo.com", "00000000-0000-0000-0000-000000000000"),
        ("zuid", "bidr.io", "-1"),
    ],
)
def test_what_is_an_opt_out_by_its_words(name: str, host: str, value: str) -> None:
    match = WORDS.state(name, host, value)
    assert match is not None
    assert match.is_opt_out_cookie


@pytest.mark.parametrize(
    ("name", "host", "value"),
    [
        ("cmplz_consenttype", "shop.example", "optout"),
        ("consent_mode", "shop.example", "opt-out"),
        ("cookie_law", "shop.example", "opt_out"),
        ("newsletter_optout", "shop.example", "1"),
        ("popup_opt_out", "shop.example", "1"),
        ("checkout", "shop.example", "true"),
        ("optoutput", "shop.example", "1"),
        ("layout_option", "shop.example", "out"),
        ("copyout", "shop.example", "1"),
        ("dnt", "shop.example", "0"),
        ("oo", "shop.example", "af31"),
        ("zoo", "shop.example", "panda"),
        ("user_id", "shop.example", "-1"),
        ("uuid", "shop.example", "00000000-0000-0000-0000-000000000000"),
        ("page", "criteo.com", "-1"),
        ("basket", "shop.example", "ignore"),
        ("nocookie", "shop.example", "a"),
        ("q", "shop.example", "how do I opt out of this, and of that, and of everything else here"),
    ],
)
def test_what_is_none(name: str, host: str, value: str) -> None:
    match = WORDS.state(name, host, value)
    assert match is None or not match.is_opt_out_cookie


def test_a_name_that_says_it_with_a_no_is_not_opted_out() -> None:
    assert _state("XYZOptOut", "false") is OptOutSays.NOT_OPTED_OUT
    assert _state("XYZOptOut", "17") is OptOutSays.UNCONFIRMED
    assert _state("XYZOptOut", None) is OptOutSays.NOT_READ


def _state(name: str, value: str | None) -> OptOutSays:
    match = WORDS.state(name, "ads.example", value)
    assert match is not None
    return match.state


def _called(row: dict[str, str]) -> OptOutMatch | None:
    match = KNOWLEDGE.opt_out_state(row["name"], row["domain"] or None, row.get("value"))
    return match if match is not None and match.is_opt_out_cookie else None


@pytest.mark.parametrize("name", ["cookieblock_dev.csv", "ocd_dev.csv"])
def test_every_dev_cookie_that_is_called_an_opt_out_is_one(name: str) -> None:
    called = {(row["name"].strip(), row["domain"]) for row in _rows(f"cookies_dev/{name}") if _called(row)}
    assert called <= DEV_OPT_OUTS


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_gets_an_answer_and_the_quick_look_misses_nothing(name: str, value: str) -> None:
    says = optout_words.name_says(name) or optout_words.both_say(name, value) or optout_words.value_says(name, value)
    if says:
        assert optout_words.may_say(name) or optout_words.value_may_say(value)
