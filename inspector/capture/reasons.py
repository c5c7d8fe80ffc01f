# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What browsers' reasons for refusing a cookie mean. The browser's own word stays, and stands first.

Source: Chrome DevTools Protocol, ``Network.SetCookieBlockedReason``; each is worded after its description there.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_CROSS_SITE: Final = "it is for its own site only, and came from another one"

REASONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "SecureOnly": "it is Secure and came over http",
        "SameSiteStrict": f"SameSite=Strict: {_CROSS_SITE}",
        "SameSiteLax": f"SameSite=Lax: {_CROSS_SITE}",
        "SameSiteUnspecifiedTreatedAsLax": f"it says nothing of SameSite, which is taken for Lax: {_CROSS_SITE}",
        "SameSiteNoneInsecure": "it says SameSite=None and is not Secure",
        "UserPreferences": "the browser's settings refuse it",
        "ThirdPartyPhaseout": "third parties' cookies are blocked",
        "ThirdPartyBlockedInFirstPartySet": "third parties' cookies are blocked, in a set of related sites, too",
        "SyntaxError": "it is no cookie that can be understood",
        "SchemeNotSupported": "addresses of this kind set no cookies",
        "OverwriteSecure": "it would take the place of a Secure cookie, over http",
        "InvalidDomain": "its Domain is not the host that set it, nor above it",
        "InvalidPrefix": "it breaks the promise of its name (__Host- or __Secure-)",
        "UnknownError": "the browser met an error that it does not name",
        "SchemefulSameSiteStrict": f"SameSite=Strict, counting http and https as two sites: {_CROSS_SITE}",
        "SchemefulSameSiteLax": f"SameSite=Lax, counting http and https as two sites: {_CROSS_SITE}",
        "SchemefulSameSiteUnspecifiedTreatedAsLax": (
            f"it says nothing of SameSite, and http and https count as two sites: {_CROSS_SITE}"
        ),
        "NameValuePairExceedsMaxSize": "name and value are longer than 4,096 octets",
        "DisallowedCharacter": "it holds a character that no cookie may",
        "NoCookieContent": "it has neither a name nor a value",
    }
)


def explained(reason: str) -> str:
    """Return a reason with what it means; one that we do not know stays as the browser said it."""
    meaning = REASONS.get(reason)
    return reason if meaning is None else f"{reason}: {meaning}"
