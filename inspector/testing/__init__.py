# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""For tests of a site: the cookies that a test's browser holds against the site's policy.

Nothing is loaded until it is used: pytest imports this package at every start, also where no test asks for it.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from inspector.testing.checks import (
        CookieInspector,
        CookiesDoNotMatchError,
        CookiesNotVerifiedError,
        assert_cookies_match_policy,
    )

__all__ = [
    "CookieInspector",
    "CookiesDoNotMatchError",
    "CookiesNotVerifiedError",
    "assert_cookies_match_policy",
]


def __getattr__(name: str) -> Any:
    """Load what is asked for (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from inspector.testing import checks

    return getattr(checks, name)
