# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whether a cookie tracks, apart from what it is for."""

from typing import Any

import pytest
from make.traits import classifier, sight, traits

from inspector.classify import tracking
from inspector.core.label import Purpose, Subtype, Tracks

UUID = "6792552e-2c22-4ee4-b6e2-dab57b704cb0"


@pytest.mark.parametrize(
    ("name", "host", "site", "value", "more", "tracks"),
    [
        ("qq", "ads.example", "example.com", UUID, {"lifetime_days": 365.0}, Tracks.CROSS_SITE),
        ("qq", "example.com", "example.com", UUID, {"lifetime_days": 365.0}, Tracks.WITHIN_SITE),
        ("qq", "ads.example", "example.com", UUID, {"session": True}, Tracks.NO),
        ("qq", "ads.example", "example.com", UUID, {"lifetime_days": 0.02}, Tracks.NO),
        ("qq", "ads.example", "example.com", "1", {"lifetime_days": 365.0}, Tracks.NO),
        ("qq", "ads.example", "example.com", UUID, {"lifetime_days": 365.0, "partitioned": True}, Tracks.WITHIN_SITE),
        ("qq", "ads.example", "example.com", UUID, {}, Tracks.UNKNOWN),
        ("qq", "ads.example", "example.com", None, {"lifetime_days": 365.0}, Tracks.UNKNOWN),
        ("qq_uid", "ads.example", "example.com", None, {"lifetime_days": 365.0}, Tracks.CROSS_SITE),
        ("_ga", "example.com", "example.com", None, {}, Tracks.WITHIN_SITE),
        ("IDE", "doubleclick.net", "example.com", None, {}, Tracks.CROSS_SITE),
        ("IDE", "doubleclick.net", None, None, {}, Tracks.CROSS_SITE),
    ],
)
def test_tracks(
    name: str, host: str, site: str | None, value: str | None, more: dict[str, Any], tracks: Tracks
) -> None:
    label = classifier().classify(traits(name, host, site, value, **more))
    assert label.tracks is tracks
    assert label.tracks_because
    assert not any(UUID in why for why in label.tracks_because)


def test_an_opt_out_does_not_track() -> None:
    seen = sight("optout", "ads.example", "example.com", UUID, lifetime_days=3650.0)
    assert tracking.judge(seen, Purpose.OPT_OUT, Subtype.NONE, None).tracks is Tracks.NO


def test_matching_ids_is_across_sites_wherever_it_lives() -> None:
    seen = sight("qq", "example.com", "example.com", UUID, lifetime_days=90.0)
    assert tracking.judge(seen, Purpose.ADVERTISING, Subtype.ID_SYNC, None).tracks is Tracks.CROSS_SITE
