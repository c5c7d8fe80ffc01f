# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which purposes of cookies a purpose stated in a policy declares, and which groups are taken for the same."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from inspector.core.label import Group, Purpose
from inspector.core.policy import StatedPurpose

DECLARES: Final[Mapping[StatedPurpose, frozenset[Purpose]]] = MappingProxyType(
    {
        StatedPurpose.CART: frozenset({Purpose.CART}),
        StatedPurpose.AUTHENTICATION: frozenset({Purpose.AUTHENTICATION, Purpose.SESSION}),
        StatedPurpose.SECURITY: frozenset({Purpose.SECURITY, Purpose.LOAD_BALANCING}),
        StatedPurpose.PREFERENCES: frozenset({Purpose.PREFERENCES, Purpose.FUNCTIONAL}),
        StatedPurpose.ANALYTICS: frozenset({Purpose.ANALYTICS}),
        StatedPurpose.ADVERTISING: frozenset({Purpose.ADVERTISING}),
        StatedPurpose.SOCIAL: frozenset({Purpose.SOCIAL}),
        StatedPurpose.NECESSARY: frozenset(
            {
                Purpose.CART,
                Purpose.SESSION,
                Purpose.AUTHENTICATION,
                Purpose.SECURITY,
                Purpose.LOAD_BALANCING,
                Purpose.CONSENT,
            }
        ),
    }
)
# What remembers a choice, or only routes: never an undeclared finding; without a statement it is "not stated".
EXEMPT: Final = frozenset({Purpose.CONSENT, Purpose.OPT_OUT, Purpose.LOAD_BALANCING})
STATED_GROUP: Final[Mapping[StatedPurpose, Group]] = MappingProxyType(
    {
        StatedPurpose.CART: Group.NECESSARY,
        StatedPurpose.AUTHENTICATION: Group.NECESSARY,
        StatedPurpose.SECURITY: Group.NECESSARY,
        StatedPurpose.NECESSARY: Group.NECESSARY,
        StatedPurpose.PREFERENCES: Group.PREFERENCES,
        StatedPurpose.ANALYTICS: Group.ANALYTICS,
        StatedPurpose.ADVERTISING: Group.MARKETING,
        StatedPurpose.SOCIAL: Group.MARKETING,
    }
)
_BY_FIELD: Final = {f"purposes.{purpose.value}": purpose for purpose in StatedPurpose}
NON_NECESSARY: Final = frozenset({Group.PREFERENCES, Group.ANALYTICS, Group.MARKETING})


def stated_purpose(field_path: str) -> StatedPurpose | None:
    """Return the purpose of a field path such as ``purposes.cart``."""
    return _BY_FIELD.get(field_path)
