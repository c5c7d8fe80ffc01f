# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels in the words of tables."""

from typing import Final

from inspector.core.label import Label, Purpose, Subtype, Tracks

WORDS: Final = {
    Purpose.CART: "Cart",
    Purpose.SESSION: "Session",
    Purpose.AUTHENTICATION: "Log-in",
    Purpose.SECURITY: "Security",
    Purpose.LOAD_BALANCING: "Technical",
    Purpose.CONSENT: "Consent",
    Purpose.OPT_OUT: "Opt-out",
    Purpose.PREFERENCES: "Preferences",
    Purpose.FUNCTIONAL: "Functional",
    Purpose.ANALYTICS: "Analytics",
    Purpose.ADVERTISING: "Ad",
    Purpose.SOCIAL: "Social",
    Purpose.UNKNOWN: "Unknown",
}
TRACKS: Final = {
    Tracks.CROSS_SITE: "across sites",
    Tracks.WITHIN_SITE: "within the site",
    Tracks.NO: "no",
    Tracks.UNKNOWN: "?",
}


def purpose_word(label: Label) -> str:
    """Return a purpose in the user's words: ``Ad / DART``."""
    word = WORDS[label.purpose]
    return f"{word} / DART" if label.subtype is Subtype.GOOGLE_DART else word
