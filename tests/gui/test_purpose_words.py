# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels in words: every member of every enumeration has one, and shares are not rounded to certainty."""

from collections.abc import Mapping
from enum import StrEnum

import pytest
from make import labels

from inspector.core.label import Certainty, Group, Party, Purpose, Subtype, Tracks
from inspector.gui import purpose_words


@pytest.mark.parametrize(
    ("table", "enumeration"),
    [
        (purpose_words.PURPOSE, Purpose),
        (purpose_words.PURPOSE_SAYS, Purpose),
        (purpose_words.SUBTYPE, Subtype),
        (purpose_words.GROUP, Group),
        (purpose_words.TRACKS, Tracks),
        (purpose_words.TRACKS_SAYS, Tracks),
        (purpose_words.PARTY, Party),
        (purpose_words.CERTAINTY, Certainty),
    ],
    ids=lambda given: given.__name__ if isinstance(given, type) else "",
)
def test_every_member_has_a_word(table: Mapping[StrEnum, str], enumeration: type[StrEnum]) -> None:
    assert set(table) == set(enumeration)
    assert all(text for member, text in table.items() if member is not Subtype.NONE)


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0 %"), (0.001, "1 %"), (0.5, "50 %"), (0.994, "99 %"), (0.999, "99 %"), (1, "100 %")],
)
def test_shares_are_not_rounded_to_nothing_or_all(share: float, text: str) -> None:
    assert purpose_words.percent(share) == text


def test_the_words_of_a_label() -> None:
    assert purpose_words.purpose(labels.DART) == "Ad / DART"
    assert purpose_words.tracks(labels.DART) == "Tracking across sites"
    assert purpose_words.tracks(labels.ANALYTICS) == "Tracking on one site"
    assert purpose_words.tracks(labels.LOG_IN) == "On one site"
    assert purpose_words.vendor(labels.UNKNOWN) is None
