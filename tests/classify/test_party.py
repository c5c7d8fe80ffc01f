# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whose cookie it is."""

import pytest
from make.traits import knowledge

from inspector.classify.features import place_of
from inspector.classify.party import Parties
from inspector.core.label import Party


@pytest.mark.parametrize(
    ("host", "site", "stated", "party", "place"),
    [
        ("www.example.com", "example.com", None, Party.FIRST, "1"),
        ("example.com", "www.example.com", True, Party.FIRST, "1"),
        ("doubleclick.net", "example.com", False, Party.THIRD, "3"),
        ("doubleclick.net", "youtube.com", None, Party.SAME_COMPANY, "3"),
        ("a.github.io", "b.github.io", None, Party.THIRD, "3"),
        ("example.com", None, True, Party.THIRD, "3"),
        ("example.com", None, False, Party.FIRST, "1"),
        ("example.com", None, None, Party.UNKNOWN, "d"),
        (None, "example.com", None, Party.UNKNOWN, "-"),
        (None, None, None, Party.UNKNOWN, "-"),
    ],
)
def test_party(host: str | None, site: str | None, stated: bool | None, party: Party, place: str) -> None:
    assert Parties(knowledge()).of(host, site, stated) is party
    assert place_of(party, host) == place
