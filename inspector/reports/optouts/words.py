# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""States and classes in the words that people read."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from inspector.core.optout import LinkClass, OptOutState

STATES: Final[Mapping[OptOutState, str]] = MappingProxyType(
    {
        OptOutState.RECORDED: "recorded",
        OptOutState.CONTRADICTED: "contradicted",
        OptOutState.LAPSED: "lapsed",
        OptOutState.EXPIRES_SOON: "ends soon",
        OptOutState.NOT_SEEN: "not seen",
        OptOutState.CANNOT_REACH: "cannot reach",
        OptOutState.CANNOT_TELL: "cannot tell",
    }
)
CLASSES: Final[Mapping[LinkClass, str]] = MappingProxyType(
    {
        LinkClass.LIVE: "live",
        LinkClass.MOVED: "moved",
        LinkClass.RETIRED: "retired",
        LinkClass.WRONG_VENDOR: "wrong vendor",
        LinkClass.NOT_AN_OPT_OUT: "not an opt-out",
        LinkClass.MALFORMED: "malformed",
        LinkClass.UNSAFE: "unsafe",
        LinkClass.SITE_ONLY: "on the site only",
        LinkClass.UNKNOWN: "unknown",
    }
)
