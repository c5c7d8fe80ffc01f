# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
from inspector.core.policy import Claim, LifetimeFrom, Quote, Stance, StatedLifetime
from inspector.core.policy import StatedPurpose as P
from inspector.policies.named import merge_named

YEAR = StatedLifetime(365, False, LifetimeFrom.SET, 0, 6)
SESSION = StatedLifetime(None, True, LifetimeFrom.SESSION, 0, 7)
UNKNOWN = StatedLifetime(None, False, LifetimeFrom.EVENT, 0, 5)


def claim(name: str, lifetime: StatedLifetime | None = None, **more: object) -> Claim:
    return Claim(
        "c1", "named_cookies", Stance.DECLARED, Quote(name, 0, len(name), 1), names=(name,), lifetime=lifetime, **more
    )  # type: ignore[arg-type]


def test_what_one_place_leaves_out_another_says() -> None:
    found = merge_named([claim("_ga", provider="Google"), claim("_ga", YEAR, purpose=P.ANALYTICS)])
    assert [(c.name, c.provider, c.purpose, c.lifetime) for c in found] == [("_ga", "Google", P.ANALYTICS, YEAR)]


def test_an_unknown_lifetime_yields_to_a_number() -> None:
    assert [c.lifetime for c in merge_named([claim("x", UNKNOWN), claim("x", YEAR)])] == [YEAR]
    assert [c.lifetime for c in merge_named([claim("x", YEAR), claim("x", UNKNOWN)])] == [YEAR]


def test_two_promises_are_both_kept() -> None:
    assert [c.lifetime for c in merge_named([claim("sgid", SESSION), claim("sgid", YEAR)])] == [SESSION, YEAR]


def test_anchors_of_patterns_do_not_make_another_name() -> None:
    assert [c.name for c in merge_named([claim("^_gid$"), claim("_gid", YEAR)])] == ["^_gid$"]


def test_a_key_of_storage_is_not_a_cookie_of_another_storage() -> None:
    assert len(merge_named([claim("a", storage="local_storage"), claim("a", storage="session_storage")])) == 2


def test_other_claims_name_nothing() -> None:
    assert merge_named([Claim("c", "cookies", Stance.DECLARED, Quote("", 0, 0, 1), names=("x",))]) == ()
