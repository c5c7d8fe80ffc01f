# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A label in words: purposes and groups, tracking, party, how sure. What is not known is said so, never left blank."""

from collections.abc import Mapping
from typing import Final

from inspector.core.label import Certainty, Group, Label, Party, Purpose, Subtype, Tracks
from inspector.gui import words
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate

PURPOSE: Final[Mapping[Purpose, str]] = {
    Purpose.CART: QT_TRANSLATE_NOOP("words", "Cart"),
    Purpose.SESSION: QT_TRANSLATE_NOOP("words", "Session"),
    Purpose.AUTHENTICATION: QT_TRANSLATE_NOOP("words", "Log-in"),
    Purpose.SECURITY: QT_TRANSLATE_NOOP("words", "Security"),
    Purpose.LOAD_BALANCING: QT_TRANSLATE_NOOP("words", "Technical"),
    Purpose.CONSENT: QT_TRANSLATE_NOOP("words", "Consent"),
    Purpose.OPT_OUT: QT_TRANSLATE_NOOP("words", "Opt-out"),
    Purpose.PREFERENCES: QT_TRANSLATE_NOOP("words", "Preferences"),
    Purpose.FUNCTIONAL: QT_TRANSLATE_NOOP("words", "Functional"),
    Purpose.ANALYTICS: QT_TRANSLATE_NOOP("words", "Analytics"),
    Purpose.ADVERTISING: QT_TRANSLATE_NOOP("words", "Ad"),
    Purpose.SOCIAL: QT_TRANSLATE_NOOP("words", "Social"),
    Purpose.UNKNOWN: QT_TRANSLATE_NOOP("words", "Unknown"),
}
DART: Final = QT_TRANSLATE_NOOP("words", "Ad / DART")
TRACKING: Final = QT_TRANSLATE_NOOP("words", "Tracking")
PURPOSE_SAYS: Final[Mapping[Purpose, str]] = {
    Purpose.CART: QT_TRANSLATE_NOOP("words", "keeps a shopping cart, an order or a checkout"),
    Purpose.SESSION: QT_TRANSLATE_NOOP("words", "keeps the state of a visit"),
    Purpose.AUTHENTICATION: QT_TRANSLATE_NOOP("words", "keeps you signed in to an account"),
    Purpose.SECURITY: QT_TRANSLATE_NOOP("words", "protects against forged requests, bots or fraud"),
    Purpose.LOAD_BALANCING: QT_TRANSLATE_NOOP("words", "sends you to the same server each time"),
    Purpose.CONSENT: QT_TRANSLATE_NOOP("words", "remembers what you chose about cookies"),
    Purpose.OPT_OUT: QT_TRANSLATE_NOOP("words", "records that you opted out; deleting it takes that back"),
    Purpose.PREFERENCES: QT_TRANSLATE_NOOP("words", "remembers language, layout and other choices"),
    Purpose.FUNCTIONAL: QT_TRANSLATE_NOOP("words", "serves something you asked for, such as a chat or a video"),
    Purpose.ANALYTICS: QT_TRANSLATE_NOOP("words", "counts and measures visits"),
    Purpose.ADVERTISING: QT_TRANSLATE_NOOP("words", "serves, chooses, limits or measures ads"),
    Purpose.SOCIAL: QT_TRANSLATE_NOOP("words", "belongs to share buttons or embedded social networks"),
    Purpose.UNKNOWN: QT_TRANSLATE_NOOP("words", "nothing is known that would tell"),
}
SUBTYPE: Final[Mapping[Subtype, str]] = {
    Subtype.NONE: "",
    Subtype.GOOGLE_DART: QT_TRANSLATE_NOOP("words", "Google's DART and DoubleClick family"),
    Subtype.AFFILIATE: QT_TRANSLATE_NOOP("words", "affiliate programme: who sent the buyer"),
    Subtype.ID_SYNC: QT_TRANSLATE_NOOP("words", "matches ids between advertising companies"),
    Subtype.AB_TESTING: QT_TRANSLATE_NOOP("words", "tests variants of a page"),
    Subtype.MEDIA: QT_TRANSLATE_NOOP("words", "embedded video or sound"),
}
GROUP: Final[Mapping[Group, str]] = {
    Group.NECESSARY: QT_TRANSLATE_NOOP("words", "Necessary"),
    Group.PREFERENCES: QT_TRANSLATE_NOOP("words", "Preferences"),
    Group.ANALYTICS: QT_TRANSLATE_NOOP("words", "Analytics"),
    Group.MARKETING: QT_TRANSLATE_NOOP("words", "Marketing"),
    Group.UNKNOWN: QT_TRANSLATE_NOOP("words", "Unknown"),
}
TRACKS: Final[Mapping[Tracks, str]] = {
    Tracks.CROSS_SITE: QT_TRANSLATE_NOOP("words", "Across sites"),
    Tracks.WITHIN_SITE: QT_TRANSLATE_NOOP("words", "On one site"),
    Tracks.NO: QT_TRANSLATE_NOOP("words", "No"),
    Tracks.UNKNOWN: QT_TRANSLATE_NOOP("words", "Unknown"),
}
TRACKING_WHERE: Final[Mapping[Tracks, str]] = {  # after the word "Tracking"
    Tracks.CROSS_SITE: QT_TRANSLATE_NOOP("words", "across sites"),
    Tracks.WITHIN_SITE: QT_TRANSLATE_NOOP("words", "on one site"),
}
TRACKS_SAYS: Final[Mapping[Tracks, str]] = {
    Tracks.CROSS_SITE: QT_TRANSLATE_NOOP("words", "can recognise the browser on more than one site"),
    Tracks.WITHIN_SITE: QT_TRANSLATE_NOOP("words", "can recognise the browser, on one site only"),
    Tracks.NO: QT_TRANSLATE_NOOP("words", "does not recognise the browser"),
    Tracks.UNKNOWN: QT_TRANSLATE_NOOP("words", "whether it can recognise the browser is not known"),
}
PARTY: Final[Mapping[Party, str]] = {
    Party.FIRST: QT_TRANSLATE_NOOP("words", "The visited site itself"),
    Party.SAME_COMPANY: QT_TRANSLATE_NOOP("words", "Another site of the same company"),
    Party.THIRD: QT_TRANSLATE_NOOP("words", "A third party on the visited site"),
    Party.UNKNOWN: QT_TRANSLATE_NOOP("words", "Unknown"),
}
CERTAINTY: Final[Mapping[Certainty, str]] = {
    Certainty.SURE: QT_TRANSLATE_NOOP("words", "Sure"),
    Certainty.LIKELY: QT_TRANSLATE_NOOP("words", "Likely"),
    Certainty.GUESS: QT_TRANSLATE_NOOP("words", "Guess"),
    Certainty.NONE: QT_TRANSLATE_NOOP("words", "Not known"),
}


def purpose(label: Label) -> str:
    """Return the headline of a label: "Cart", "Ad", "Ad / DART"."""
    if label.purpose is Purpose.ADVERTISING and label.subtype is Subtype.GOOGLE_DART:
        return translate("words", DART)
    return words.word(PURPOSE, label.purpose)


def tracks(label: Label) -> str:
    """Return whether and how far it tracks: "Tracking across sites", "On one site", "No"."""
    if not label.is_tracking:
        return words.word(TRACKS, label.tracks)
    return f"{translate('words', TRACKING)} {words.word(TRACKING_WHERE, label.tracks)}"


def vendor(label: Label) -> str | None:
    """Return whose cookie it is, ``None`` where no vendor is known."""
    return label.vendor_name or label.vendor


def certainty(label: Label) -> str:
    """Return how sure the purpose is, in a word."""
    return words.word(CERTAINTY, label.certainty)


def percent(share: float) -> str:
    """Return a share as whole percent, never rounded up to certainty or down to nothing."""
    rounded = round(share * 100)
    if 0 < share < 1:
        rounded = min(99, max(1, rounded))
    return translate("words", "{number} %").format(number=words.amount(rounded))
