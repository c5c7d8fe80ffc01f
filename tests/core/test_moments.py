# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.moments import DAY_US, from_datetime, to_datetime, to_iso

YEARS_400_US = 146_097 * DAY_US


@given(st.datetimes(timezones=st.just(UTC)))
def test_datetimes_go_there_and_back(moment: datetime) -> None:
    assert to_datetime(from_datetime(moment)) == moment


@given(st.datetimes(min_value=datetime(1000, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - the strategy adds it
def test_iso_text_is_what_python_reads_back(moment: datetime) -> None:
    text = to_iso(from_datetime(moment))
    assert text is not None
    assert len(text) == 27
    assert datetime.fromisoformat(text) == moment


@given(st.integers(-(2**63), 2**63))
def test_any_integer_has_a_text_and_400_years_later_only_the_year_differs(us: int) -> None:
    text, later = to_iso(us), to_iso(us + YEARS_400_US)
    assert text is not None
    assert later is not None
    assert text[-23:] == later[-23:]  # month, day and time of day
    assert int(later[:-23].rstrip("-")) - int(text[:-23].rstrip("-")) == 400


@pytest.mark.parametrize(
    ("us", "text"),
    [
        (0, "1970-01-01T00:00:00.000000Z"),
        (-11_644_473_600_000_000, "1601-01-01T00:00:00.000000Z"),
        (253_402_300_800_000_000, "+10000-01-01T00:00:00.000000Z"),
        (1_831_281_004_800_000_000, "+60000-12-26T00:00:00.000000Z"),
        (-62_135_596_800_000_000, "0001-01-01T00:00:00.000000Z"),
        (-62_135_596_800_000_001, "0000-12-31T23:59:59.999999Z"),
        (-62_167_219_200_000_001, "-0001-12-31T23:59:59.999999Z"),
        (None, None),
    ],
)
def test_iso_text(us: int | None, text: str | None) -> None:
    assert to_iso(us) == text


def test_a_moment_that_a_datetime_cannot_hold_is_none() -> None:
    assert to_datetime(2**63 - 1) is None
    assert to_datetime(-(2**63)) is None
    assert to_datetime(None) is None
