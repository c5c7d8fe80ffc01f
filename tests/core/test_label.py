# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels: every purpose has a group, certainty is a word, and the headline "Tracking" is given where it is due."""

import pytest

from inspector.core.label import GROUP_OF, Certainty, Group, Label, Purpose, Tracks


def test_every_purpose_has_a_group() -> None:
    assert set(GROUP_OF) == set(Purpose)
    assert Label().group is Group.UNKNOWN


@pytest.mark.parametrize(
    ("purpose", "confidence", "certainty"),
    [
        (Purpose.CART, 1.0, Certainty.SURE),
        (Purpose.CART, 0.9, Certainty.SURE),
        (Purpose.CART, 0.899, Certainty.LIKELY),
        (Purpose.CART, 0.6, Certainty.LIKELY),
        (Purpose.CART, 0.599, Certainty.GUESS),
        (Purpose.CART, 0.0, Certainty.GUESS),
        (Purpose.UNKNOWN, 0.0, Certainty.NONE),
        (Purpose.UNKNOWN, 1.0, Certainty.NONE),
    ],
)
def test_certainty_is_a_word(purpose: Purpose, confidence: float, certainty: Certainty) -> None:
    assert Label(purpose=purpose, confidence=confidence).certainty is certainty


@pytest.mark.parametrize(
    ("tracks", "purpose", "tracking"),
    [
        (Tracks.CROSS_SITE, Purpose.UNKNOWN, True),
        (Tracks.CROSS_SITE, Purpose.AUTHENTICATION, True),
        (Tracks.WITHIN_SITE, Purpose.ANALYTICS, True),
        (Tracks.WITHIN_SITE, Purpose.ADVERTISING, True),
        (Tracks.WITHIN_SITE, Purpose.SOCIAL, True),
        (Tracks.WITHIN_SITE, Purpose.SESSION, False),
        (Tracks.WITHIN_SITE, Purpose.UNKNOWN, False),
        (Tracks.NO, Purpose.ADVERTISING, False),
        (Tracks.UNKNOWN, Purpose.ADVERTISING, False),
    ],
)
def test_tracking_is_said_where_the_taxonomy_says_so(tracks: Tracks, purpose: Purpose, tracking: bool) -> None:
    assert Label(purpose=purpose, tracks=tracks).is_tracking is tracking
