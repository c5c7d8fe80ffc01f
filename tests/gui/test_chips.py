# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Chips: each has a word, a shape and a colour; words are readable in both themes; colours differ for every eye."""

import itertools

import pytest
from make import labels
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from inspector.core.label import Label, Purpose, Subtype, Tracks
from inspector.gui import chips, theme
from inspector.gui.chips import HUE_OF_GROUP, HUES, LOOKS, PURPOSE_CHIPS, Chip, Fill
from inspector.gui.theme import Role
from inspector.gui.views.facet_list import bar_colour
from inspector.gui.views.icons import GRID, ICONS, Kind

THEMES = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])

# What is left of colours with one kind of cone missing: linear RGB, Viénot, Brettel and Mollon (1999), and for the
# rare third kind the matrix of the same method.
EYES = {
    "trichromat": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanope": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deuteranope": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
    "tritanope": ((1, 0.14461, -0.14461), (0, 0.85924, 0.14076), (0, 0.85924, 0.14076)),
}


def lab(colour: QColor, eye: str) -> tuple[float, float, float]:
    """A colour as an eye sees it, in CIE L*a*b* (D65)."""
    rgb = [theme._linear(channel) for channel in (colour.redF(), colour.greenF(), colour.blueF())]
    red, green, blue = (max(0.0, sum(a * b for a, b in zip(row, rgb, strict=True))) for row in EYES[eye])
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: QColor, other: QColor, eye: str) -> float:
    return sum((a - b) ** 2 for a, b in zip(lab(one, eye), lab(other, eye), strict=True)) ** 0.5


@pytest.mark.parametrize("chip", Chip, ids=lambda chip: chip.name)
@THEMES
def test_the_word_and_the_edge_of_a_chip_are_seen(qapp: QApplication, dark: bool, chip: Chip) -> None:
    base = theme.own_palette(dark=dark).color(Role.Base)
    painted = chips.colours(LOOKS[chip], base)
    assert theme.contrast(painted.ink, painted.ground) >= theme.READABLE
    if LOOKS[chip].fill is not Fill.SOLID:
        assert theme.contrast(painted.edge, base) >= theme.SEEN


@pytest.mark.parametrize("hue", HUES)
@THEMES
def test_text_on_the_bars_of_the_switches_is_readable(qapp: QApplication, dark: bool, hue: str) -> None:
    palette = theme.own_palette(dark=dark)
    window, text = palette.color(Role.Window), palette.color(Role.WindowText)
    for share in (0, 0.07, 0.18):  # as it lies, under the mouse, switched on
        ground = theme.blended(palette.color(Role.Accent), window, share)
        assert theme.contrast(text, bar_colour(hue, ground)) >= theme.READABLE
        assert theme.contrast(chips.hue_colour(hue, ground), ground) >= theme.SEEN


@pytest.mark.parametrize("eye", EYES)
@THEMES
def test_the_colours_differ_for_every_eye(qapp: QApplication, dark: bool, eye: str) -> None:
    """A distance of 2.3 is just noticed; groups lie side by side in the overview, so theirs are wider."""
    window = theme.own_palette(dark=dark).color(Role.Window)
    seen = {hue: chips.hue_colour(hue, window) for hue in HUES}
    for one, other in itertools.combinations(HUES, 2):
        assert distance(seen[one], seen[other], eye) > 9, (one, other)
    for one, other in itertools.combinations(set(HUE_OF_GROUP.values()), 2):
        assert distance(seen[one], seen[other], eye) > 14, (one, other)


def test_no_two_chips_look_the_same_without_their_colour() -> None:
    shapes = [(look.word, look.icon, look.fill) for look in LOOKS.values()]
    assert len(set(shapes)) == len(Chip) == len(LOOKS)
    assert len({LOOKS[chip].icon for chip in PURPOSE_CHIPS}) == len(PURPOSE_CHIPS)
    assert len({LOOKS[chip].word for chip in PURPOSE_CHIPS}) == len(PURPOSE_CHIPS)


def test_shapes_lie_on_their_grid() -> None:
    assert {look.icon for look in LOOKS.values()} <= set(ICONS)
    for part in itertools.chain.from_iterable(ICONS.values()):
        points = part.points[:1] if part.kind in (Kind.RING, Kind.DISC) else part.points
        assert all(0 <= x <= GRID and 0 <= y <= GRID for x, y in points)


@pytest.mark.parametrize("purpose", Purpose)
def test_every_purpose_has_a_chip(purpose: Purpose) -> None:
    assert chips.purpose_chip(Label(purpose=purpose)) in PURPOSE_CHIPS
    assert chips.word(chips.purpose_chip(Label(purpose=purpose)))


def test_the_headlines_of_the_taxonomy() -> None:
    words = [chips.word(chips.purpose_chip(label)) for label in (labels.DART, labels.CART, labels.UNKNOWN)]
    assert words == ["Ad / DART", "Cart", "Unknown"]
    plain = Label(purpose=Purpose.ADVERTISING, subtype=Subtype.AFFILIATE)
    assert chips.word(chips.purpose_chip(plain)) == "Ad"


@pytest.mark.parametrize(
    ("label", "chip"),
    [
        (labels.DART, Chip.TRACKING),
        (labels.ANALYTICS, Chip.TRACKING_HERE),
        (labels.LOG_IN, None),
        (Label(tracks=Tracks.CROSS_SITE), Chip.TRACKING),
        (labels.UNKNOWN, None),
    ],
)
def test_tracking_is_a_chip_where_it_is_a_headline(label: Label, chip: Chip | None) -> None:
    assert chips.tracking_chip(label) is chip


def test_a_colour_that_nothing_makes_readable_ends_at_black_or_white() -> None:
    assert chips.strong(QColor("#808080"), QColor("#808080"), 21) in (QColor("white"), QColor("black"))
