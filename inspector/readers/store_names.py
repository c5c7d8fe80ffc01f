# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What browsers call their cookie stores. Apart from what finds them, which much more hangs on."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from inspector.core.store import Family

CHROMIUM: Final = "Cookies"
FIREFOX: Final = "cookies.sqlite"
SAFARI: Final = "Cookies.binarycookies"
FAMILY_BY_NAME: Final[Mapping[str, Family]] = MappingProxyType(
    {CHROMIUM: Family.CHROMIUM, FIREFOX: Family.FIREFOX, SAFARI: Family.SAFARI}
)
