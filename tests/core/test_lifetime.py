# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import pytest

from inspector.core.lifetime import CAP_US, Lifetime, LifetimeBasis, lifetime
from inspector.core.moments import DAY_US

NOW = 1_795_000_000_000_000


@pytest.mark.parametrize(
    ("what", "session", "created", "updated", "expires", "real", "us", "basis"),
    [
        ("as set", False, NOW - DAY_US, NOW, NOW + 5 * DAY_US, True, 5 * DAY_US, "updated"),
        ("no update time", False, NOW, None, NOW + 5 * DAY_US, True, 5 * DAY_US, "created"),
        ("migrated update time", False, NOW, NOW + 3, NOW + 5 * DAY_US, False, 5 * DAY_US, "created"),
        ("at the cap", False, None, NOW, NOW + CAP_US, True, CAP_US, "browser_cap"),
        ("a second off the cap", False, None, NOW, NOW + CAP_US - 1_000_000, True, CAP_US - 1_000_000, "browser_cap"),
        ("a minute below the cap", False, None, NOW, NOW + CAP_US - 60_000_000, True, CAP_US - 60_000_000, "updated"),
        ("over the cap", False, NOW, NOW, NOW + 2 * CAP_US, True, 2 * CAP_US, "over_cap"),
        ("renewed for years", False, NOW - 3 * CAP_US, None, NOW, True, 3 * CAP_US, "created"),
        ("migrated and renewed", False, NOW - 3 * CAP_US, NOW, NOW, False, 3 * CAP_US, "created"),
        ("at the cap since its creation", False, NOW, None, NOW + CAP_US, True, CAP_US, "browser_cap"),
        ("already over when set", False, None, NOW, NOW - DAY_US, True, -DAY_US, "inconsistent"),
        ("session", True, NOW, NOW, None, True, None, "session"),
        ("session with an expiry all the same", True, NOW, NOW, NOW + 1, True, None, "session"),
        ("session unknown, expiry known", None, NOW, NOW, NOW + 7, True, 7, "updated"),
        ("no expiry known", None, NOW, NOW, None, True, None, "unknown"),
        ("no start known", False, None, None, NOW, True, None, "unknown"),
        ("only an artefact known", False, None, NOW, NOW + DAY_US, False, None, "unknown"),
    ],
)
def test_lifetime(
    what: str,
    session: bool | None,
    created: int | None,
    updated: int | None,
    expires: int | None,
    real: bool,
    us: int | None,
    basis: str,
) -> None:
    assert lifetime(session, created, updated, expires, real) == (us, LifetimeBasis(basis)), what


def test_in_days() -> None:
    assert Lifetime(36 * 3600 * 10**6, LifetimeBasis.UPDATED).days == 1.5
    assert Lifetime(None, LifetimeBasis.SESSION).days is None
