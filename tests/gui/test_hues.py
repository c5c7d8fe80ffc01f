# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Colours that mean something: text on them is readable, lines and signs are seen, in any palette."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from inspector.gui import hues, theme
from inspector.gui.hues import Look
from inspector.gui.theme import Role
from inspector.gui.views.signs import sign


def garish() -> QPalette:
    palette = QPalette()
    palette.setColor(Role.Base, QColor("#ffff66"))
    palette.setColor(Role.Text, QColor("#6b5a00"))
    return palette


PALETTES = {
    "light": lambda: theme.own_palette(dark=False),
    "dark": lambda: theme.own_palette(dark=True),
    "garish": garish,
}


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("look", Look)
def test_marked_text_is_readable_and_its_line_is_seen(qapp: QApplication, look: Look, palette: str) -> None:
    colours = PALETTES[palette]()
    mark = hues.mark(look, colours)
    ground = mark.background().color()
    assert theme.contrast(mark.foreground().color(), ground) >= theme.READABLE
    assert theme.contrast(mark.underlineColor(), ground) >= theme.SEEN


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_two_looks_of_a_page_share_the_line(qapp: QApplication, dark: bool) -> None:
    palette = theme.own_palette(dark=dark)
    for page in ((Look.YES, Look.NO, Look.BOTH), (Look.GOOD, Look.BAD, Look.DOUBTFUL, Look.QUIET)):
        assert len({hues.line(look) for look in page}) == len(page)
        assert len({hues.ground(look, palette).rgb() for look in page}) == len(page)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_signs_differ_in_shape_and_not_in_colour_alone(qapp: QApplication, dark: bool) -> None:
    ground = theme.own_palette(dark=dark).color(Role.Base)
    pictures = [sign(look, 16, ground, QColor("black")).toImage() for look in Look]
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])
