# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.moments import DAY_US, SECOND_US, to_iso
from inspector.readers.browsers.firefox_times import AMBIGUOUS, BORDER, expiry_us, migration_us

NOW = 1_795_000_000 * SECOND_US
SET = NOW - 10 * DAY_US + 123_456  # a creation as Firefox writes it, with microseconds
MIGRATION = NOW - 5 * DAY_US
UPDATE = NOW - DAY_US + 654_321


@pytest.mark.parametrize(
    ("updated", "moment"),
    [
        ([], None),
        ([0], None),
        ([UPDATE], None),
        ([UPDATE, UPDATE], None),  # two cookies of one response
        ([MIGRATION], MIGRATION),
        ([MIGRATION, MIGRATION], MIGRATION),
        ([MIGRATION, UPDATE, UPDATE + 1, 0], MIGRATION),
        ([MIGRATION, MIGRATION, UPDATE], MIGRATION),
        ([MIGRATION, MIGRATION, NOW], MIGRATION),  # one real update in a whole second
    ],
)
def test_the_moment_of_the_migration(updated: list[int], moment: int | None) -> None:
    assert migration_us([SET] * len(updated), updated) == moment


def test_a_whole_second_after_older_updates_is_not_the_migration() -> None:
    assert migration_us([SET, SET], [UPDATE - 3 * DAY_US, UPDATE - UPDATE % SECOND_US]) is None


def test_a_store_of_whole_seconds_proves_nothing() -> None:
    updated = [NOW + number // 2 * SECOND_US for number in range(100)]  # each value twice
    assert migration_us([SET] * 100, updated) is None
    assert migration_us([NOW - 5 * SECOND_US], [NOW]) is None  # alone, and its creation is whole too


def test_cookies_set_in_a_whole_second_were_not_migrated() -> None:
    assert migration_us([NOW, NOW], [NOW, NOW]) is None


moments = st.integers(-(2**63), 2**63 - 1)


@given(st.lists(st.tuples(moments, moments)))
def test_any_times_give_one_of_them_or_none(times: list[tuple[int, int]]) -> None:
    created, updated = [pair[0] for pair in times], [pair[1] for pair in times]
    moment = migration_us(created, updated)
    assert moment is None or (moment in updated and moment % SECOND_US == 0)


@given(
    st.sets(st.integers(0, 300 * DAY_US).map(lambda us: MIGRATION - us - 1), min_size=1),
    st.sets(st.integers(1, 5 * DAY_US)),
)
def test_finds_the_migration_beside_any_real_updates(before: set[int], after: set[int]) -> None:
    later = [MIGRATION + us for us in after if us % SECOND_US]
    created = [*before, *before, *(moment - 1 for moment in later)]
    assert migration_us(created, [MIGRATION] * (2 * len(before)) + later) == MIGRATION


@given(st.integers(-(2**63), 2**63 - 1), st.none() | st.integers(1, 20), st.none() | moments, st.none() | moments)
def test_an_expiry_is_exact_in_one_of_the_two_units(
    expiry: int, version: int | None, created: int | None, latest: int | None
) -> None:
    us, doubt = expiry_us(expiry, version, created, latest)
    assert us in (expiry * SECOND_US, expiry * 1000)
    assert to_iso(us)
    if abs(expiry) < BORDER:
        assert (us, doubt) == (expiry * SECOND_US, "")
    elif version is None or version >= 16:
        assert (us, doubt) == (expiry * 1000, "")
    else:
        assert doubt == (AMBIGUOUS if us == expiry * 1000 else "")


@pytest.mark.parametrize("version", [1, 13, 15])
def test_an_old_schema_is_believed_unless_the_row_contradicts_it(version: int) -> None:
    year_9999 = 253_402_300_799
    assert expiry_us(year_9999, version, SET, UPDATE) == (year_9999 * SECOND_US, "")
    assert expiry_us(NOW // 1000, version, SET, UPDATE) == (NOW, AMBIGUOUS)
    assert expiry_us(NOW // 1000, 16, SET, UPDATE) == (NOW, "")
