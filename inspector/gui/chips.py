# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The chips of purposes as data: a word, a shape and a colour each, so that no one of the three is needed to tell.

The colours start from the palette of Okabe and Ito (2008), which people with any kind of colour vision tell apart,
moved apart in lightness where being seen on a light or dark ground had brought two of them together. They are mixed
with the palette's ground and made stronger until the word on them is readable (tests measure both).
"""

from collections.abc import Mapping
from enum import Enum, StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtGui import QColor

from inspector.core.label import GROUP_OF, Group, Label, Purpose, Subtype, Tracks
from inspector.gui import purpose_words, theme
from inspector.gui.translation import translate

_ROUNDING: Final = 0.1  # colours are painted with eight bits a channel
_TINT_ON_LIGHT: Final = 0.11
_TINT_ON_DARK: Final = 0.22


class Chip(Enum):
    """Every chip, in the order of lists: what follows people first, what a site needs last.

    No ``StrEnum``, because its members would be equal to those of ``Tracks`` with the same value.
    """

    TRACKING = "tracking"
    TRACKING_HERE = "tracking_here"
    DART = "google_dart"
    AD = "advertising"
    SOCIAL = "social"
    ANALYTICS = "analytics"
    FUNCTIONAL = "functional"
    PREFERENCES = "preferences"
    CART = "cart"
    LOG_IN = "authentication"
    SESSION = "session"
    SECURITY = "security"
    TECHNICAL = "load_balancing"
    CONSENT = "consent"
    OPT_OUT = "opt_out"
    UNKNOWN = "unknown"


class Fill(StrEnum):
    """How strong a chip is: the tint of its colour, the whole colour, or an outline alone."""

    TINT = "tint"
    SOLID = "solid"
    OUTLINE = "outline"


class ChipLook(NamedTuple):
    """One chip: its ``word`` (to be translated), its colour's name in ``HUES``, the name of its shape."""

    word: str
    hue: str
    icon: str
    fill: Fill = Fill.TINT


class ChipColours(NamedTuple):
    """What a chip is painted with."""

    ground: QColor
    edge: QColor
    ink: QColor


#                        light      dark
HUES: Final[Mapping[str, tuple[str, str]]] = {
    "vermilion": ("#A83A00", "#DD6020"),
    "purple": ("#8E2F6A", "#E9A9CE"),
    "orange": ("#B27A00", "#F5BC3F"),
    "blue": ("#005A96", "#62BCF0"),
    "green": ("#008F69", "#0BA075"),
    "grey": ("#7B838E", "#878F9B"),
}
HUE_OF_GROUP: Final[Mapping[Group, str]] = {
    Group.MARKETING: "vermilion",
    Group.ANALYTICS: "orange",
    Group.PREFERENCES: "blue",
    Group.NECESSARY: "green",
    Group.UNKNOWN: "grey",
}


def _of(purpose: Purpose, icon: str, fill: Fill = Fill.TINT) -> ChipLook:
    return ChipLook(purpose_words.PURPOSE[purpose], HUE_OF_GROUP[GROUP_OF[purpose]], icon, fill)


LOOKS: Final[Mapping[Chip, ChipLook]] = {
    Chip.TRACKING: ChipLook(purpose_words.TRACKING, "purple", "eye", Fill.SOLID),
    Chip.TRACKING_HERE: ChipLook(purpose_words.TRACKING, "purple", "eye"),
    Chip.DART: ChipLook(purpose_words.DART, "vermilion", "dart", Fill.SOLID),
    Chip.AD: _of(Purpose.ADVERTISING, "megaphone"),
    Chip.SOCIAL: _of(Purpose.SOCIAL, "share"),
    Chip.ANALYTICS: _of(Purpose.ANALYTICS, "bars"),
    Chip.FUNCTIONAL: _of(Purpose.FUNCTIONAL, "bubble"),
    Chip.PREFERENCES: _of(Purpose.PREFERENCES, "sliders"),
    Chip.CART: _of(Purpose.CART, "cart"),
    Chip.LOG_IN: _of(Purpose.AUTHENTICATION, "key"),
    Chip.SESSION: _of(Purpose.SESSION, "clock"),
    Chip.SECURITY: _of(Purpose.SECURITY, "shield"),
    Chip.TECHNICAL: _of(Purpose.LOAD_BALANCING, "arrows"),
    Chip.CONSENT: _of(Purpose.CONSENT, "tick"),
    Chip.OPT_OUT: _of(Purpose.OPT_OUT, "stop"),
    Chip.UNKNOWN: _of(Purpose.UNKNOWN, "question", Fill.OUTLINE),
}
PURPOSE_CHIPS: Final = tuple(chip for chip in Chip if chip not in (Chip.TRACKING, Chip.TRACKING_HERE))
_RANKS: Final[Mapping[Chip, int]] = {chip: rank for rank, chip in enumerate(Chip)}


def purpose_chip(label: Label) -> Chip:
    """Return the chip of a label's purpose."""
    dart = label.purpose is Purpose.ADVERTISING and label.subtype is Subtype.GOOGLE_DART
    return Chip.DART if dart else Chip(label.purpose.value)


def tracking_chip(label: Label) -> Chip | None:
    """Return the chip of tracking, ``None`` where the headline is not given."""
    if not label.is_tracking:
        return None
    return Chip.TRACKING if label.tracks is Tracks.CROSS_SITE else Chip.TRACKING_HERE


def rank(chip: Chip) -> int:
    """Return the place of a chip in lists."""
    return _RANKS[chip]


def word(chip: Chip) -> str:
    """Return the word of a chip in the user's language."""
    return translate("words", LOOKS[chip].word)


def colours(look: ChipLook, ground: QColor) -> ChipColours:
    """Return the colours of a chip over a ground of the palette."""
    hue = hue_colour(look.hue, ground)
    if look.fill is Fill.SOLID:
        return ChipColours(hue, hue, on(hue))
    share = _TINT_ON_DARK if theme.is_dark(ground) else _TINT_ON_LIGHT
    tint = ground if look.fill is Fill.OUTLINE else theme.blended(hue, ground, share)
    return ChipColours(tint, hue, strong(hue, tint, theme.READABLE))


def hue_colour(hue: str, ground: QColor) -> QColor:
    """Return the colour of a shape or bar of this hue on a ground."""
    return strong(QColor(HUES[hue][theme.is_dark(ground)]), ground, theme.SEEN)


def strong(colour: QColor, ground: QColor, contrast: float) -> QColor:
    """Return the colour, moved towards black or white only as far as the contrast to its ground needs."""
    return QColor.fromRgb(_strong(colour.rgb(), ground.rgb(), contrast))


@lru_cache(maxsize=512)  # asked for each line of each frame
def _strong(rgb: int, ground_rgb: int, contrast: float) -> int:
    colour, ground = QColor.fromRgb(rgb), QColor.fromRgb(ground_rgb)
    end = QColor("white") if theme.is_dark(ground) else QColor("black")
    blends = (theme.blended(end, colour, share / 20) for share in range(21))
    return next((blend for blend in blends if theme.contrast(blend, ground) >= contrast + _ROUNDING), end).rgb()


def on(ground: QColor) -> QColor:
    """Return black or white, whichever is seen better on a ground."""
    return QColor("white") if theme.is_dark(ground) else QColor("black")
