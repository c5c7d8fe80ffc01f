# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Hosts in classes: what judges a cookie sees no difference between the hosts of one."""

import pytest
from make.traits import classifier

from inspector.classify.standing import Standings, is_dart
from inspector.core.label import Party


@pytest.mark.parametrize(
    ("host", "dart"),
    [("doubleclick.net", True), ("x.DoubleClick.net", True), ("notdoubleclick.net", False), (None, False)],
)
def test_dart_host(host: str | None, dart: bool) -> None:
    assert is_dart(host) is dart


def test_strangers_share_one_record_and_known_companies_have_their_own() -> None:
    standings = Standings(classifier().model)
    shop, other = (standings.of((f"www.{name}.example", Party.FIRST)) for name in ("lantern", "umbrella"))
    assert shop is other is standings.own
    assert standings.of(("ads.doubleclick.net", Party.THIRD)) is not standings.of(("www.lantern.example", Party.THIRD))
    assert standings.of(("doubleclick.net", Party.FIRST)) is not standings.own
