# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every reader of browser stores, on one page. A reader is imported when its first store is read, not at the start."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from inspector.core.store import Family
from inspector.readers.api import StoreReader


def _chromium() -> StoreReader:
    from inspector.readers.browsers.chromium import CHROMIUM

    return CHROMIUM


def _firefox() -> StoreReader:
    from inspector.readers.browsers.firefox import FIREFOX

    return FIREFOX


def _safari() -> StoreReader:
    from inspector.readers.browsers.safari import SAFARI

    return SAFARI


READERS: Final[Mapping[Family, Callable[[], StoreReader]]] = MappingProxyType(
    {Family.CHROMIUM: _chromium, Family.FIREFOX: _firefox, Family.SAFARI: _safari}
)


def reader_for(family: Family) -> StoreReader:
    """Return the reader of a kind of store; there is one for each."""
    return READERS[family]()
