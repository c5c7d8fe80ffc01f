# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a cookie says about opting out."""

import pytest

from inspector.knowledge.loader import load
from inspector.knowledge.records import OptOutSays

KNOWLEDGE = load()
OUT, NOT, MAYBE, UNREAD = (
    OptOutSays.OPTED_OUT,
    OptOutSays.NOT_OPTED_OUT,
    OptOutSays.UNCONFIRMED,
    OptOutSays.NOT_READ,
)


@pytest.mark.parametrize(
    ("name", "host", "value", "state", "is_opt_out"),
    [
        ("id", ".doubleclick.net", "OPT_OUT", OUT, True),
        ("id", ".doubleclick.net", "22f4c1a0b2000041||t=1", NOT, False),
        ("id", ".doubleclick.net", None, UNREAD, False),
        ("uuid2", ".adnxs.com", "-1", OUT, True),
        ("uuid2", ".adnxs.com", "5518231472239", NOT, False),
        ("demdex", ".demdex.net", "NOTARGET", OUT, True),
        ("TTDOptOut", ".adsrvr.org", "anything", MAYBE, True),
        ("TTDOptOut", ".adsrvr.org", "0", NOT, True),
        ("TTDOptOut", None, None, UNREAD, True),
        ("__gpi_optout", "paper.example", "1", OUT, True),
        ("DNP", "exelator.com", "eXelate OptOut", OUT, True),
        ("DNP", "exelator.com", "eXelate%20OptOut", OUT, True),
        ("CMO", ".casalemedia.com", "2", OUT, True),
        ("whatever", ".imrworldwide.com", "TOTAL_OPTOUT", OUT, True),
        ("optout", "unknown.example", "1", MAYBE, True),
        ("optout", "unknown.example", "false", NOT, True),
        ("userOptOut", "unknown.example", None, UNREAD, True),
        ("uid", "unknown.example", "OPT_OUT", OUT, True),
        ("OptanonConsent", "shop.example", "isGpcEnabled=1&x=y", OUT, False),
        ("usprivacy", "shop.example", "1YYN", OUT, False),
        ("usprivacy", "shop.example", "1YNN", NOT, False),
    ],
)
def test_states(name: str, host: str | None, value: str | None, state: OptOutSays, is_opt_out: bool) -> None:
    match = KNOWLEDGE.opt_out_state(name, host, value)
    assert match is not None
    assert (match.state, match.is_opt_out_cookie) == (state, is_opt_out)


@pytest.mark.parametrize(
    ("name", "host", "value"),
    [
        ("_ga", "shop.example", "GA1.2.3.4"),
        ("logout", "shop.example", "1"),
        ("layout", "shop.example", "wide"),
        ("checkout", "shop.example", "1"),
        ("knockout", "shop.example", "1"),
        ("id", "shop.example", "7"),
        ("uuid2", None, None),
        ("id", "doubleclick.net.evil.example", "x"),
    ],
)
def test_what_has_nothing_to_do_with_it(name: str, host: str | None, value: str | None) -> None:
    assert KNOWLEDGE.opt_out_state(name, host, value) is None


def test_no_sentence_holds_the_value() -> None:
    for name, host in (("id", "doubleclick.net"), ("optout", "x.example"), ("TTDOptOut", "adsrvr.org")):
        match = KNOWLEDGE.opt_out_state(name, host, "s3cr3t-value")
        assert match is not None
        assert "s3cr3t" not in repr(match)
