# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""When a cookie was last set, at the earliest: by the store, else by what well-known values carry."""

import pytest
from make.audits import NOW_US, cookie

from inspector.core.moments import DAY_US
from inspector.rules.set_times import earliest_setting


def test_the_stores_time_comes_first() -> None:
    found = earliest_setting(cookie("_ga", set_days_ago=3, value="GA1.1.1.1700000000"))
    assert found is not None
    assert found.us == NOW_US - 3 * DAY_US


@pytest.mark.parametrize(
    ("name", "value", "us"),
    [
        ("_ga", "GA1.1.1234567890.1764000000", 1_764_000_000_000_000),
        ("_ga", "GA1.2-2.1234567890.1764000000", 1_764_000_000_000_000),
        ("_gid", "GA1.2.5.1764000000", 1_764_000_000_000_000),
        ("_fbp", "fb.1.1764000000123.99", 1_764_000_000_123_000),
        ("_gcl_au", "1.1.555.1764000000", 1_764_000_000_000_000),
        ("_ga", "GA1.1.1234567890.0000000005", None),  # no time
        ("_ga", "something else", None),
        ("_ga", "GA1.1.1234567890.1764000000" + "x" * 600, None),
        ("other", "GA1.1.1234567890.1764000000", None),
        ("_ga", None, None),
    ],
)
def test_times_in_values(name: str, value: str | None, us: int | None) -> None:
    found = earliest_setting(cookie(name, set_days_ago=None, value=value))
    assert (None if found is None else found.us) == us
    assert found is None or found.why


def test_creation_is_the_last_resort() -> None:
    found = earliest_setting(cookie("x", set_days_ago=3, updated_is_real=False))
    assert found is not None
    assert "creation" in found.why
