# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What stands beside the verdict on a claim: a kept denial of tracking is no comfort where one site is watched."""

import pytest
from make.verdicts import judge

from inspector.core.finding import ClaimVerdict
from inspector.core.report import JudgedClaim

SID = {"name": "PHPSESSID", "host": "shop.example"}
GA = {"name": "_ga", "host": ".shop.example", "days": 390}
FBP = {"name": "_fbp", "host": ".shop.example", "days": 90}
OTHER = {"name": "_ga_ABCDE12345", "host": ".shop.example", "days": 390}


def judged(policy: str, *cookies: dict[str, object]) -> JudgedClaim:
    """The verdict on a denial of tracking, as a visit shows it."""
    report = judge({"policy": policy, "cookies": list(cookies), "visit": "recorded"})
    return next(held for held in report.claims if held.claim.field == "cross_site_tracking")


@pytest.mark.parametrize("policy", ["We do not use tracking cookies.", "We do not track you across other websites."])
def test_what_recognises_the_browser_on_this_site_is_said_beside_the_verdict(policy: str) -> None:
    held = judged(policy, SID, GA)
    assert held.verdict is ClaimVerdict.KEPT
    assert held.why == (
        'none among 2 cookies tracks across sites; on this site the browser is recognised by "_ga" of shop.example'
    )
    assert [ref.name for ref in held.cookies] == ["_ga"]


def test_several_are_counted() -> None:
    why = judged("We do not use tracking cookies.", GA, OTHER).why
    assert why.endswith('recognised by "_ga" of shop.example and others (2 cookies)')


def test_an_identifier_for_advertising_keeps_no_such_promise() -> None:
    held = judged("We do not use tracking cookies.", SID, GA, FBP)
    assert held.verdict is ClaimVerdict.NOT_MEASURED
    assert held.why == (
        'none among 3 cookies tracks across sites by itself; "_fbp" of shop.example recognises the browser on this '
        "site for advertising, and what is done with that elsewhere no cookie shows"
    )
    assert [ref.name for ref in held.cookies] == ["_fbp"]


def test_where_nothing_recognises_the_browser_nothing_is_added() -> None:
    held = judged("We do not use tracking cookies.", SID)
    assert (held.verdict, held.why, held.cookies) == (ClaimVerdict.KEPT, "none among 1 cookie", ())
