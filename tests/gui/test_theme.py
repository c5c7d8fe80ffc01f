# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Colours: readable in both themes, measured on the palettes."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.theme import Role

PAIRS = [
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.ButtonText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.PlaceholderText, Role.Base),
    (Role.Link, Role.Base),
    (Role.LinkVisited, Role.Base),
]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS, ids=lambda role: role.name)
def test_text_is_readable(qapp: QApplication, dark: bool, text: QPalette.ColorRole, ground: QPalette.ColorRole) -> None:
    palette = theme.own_palette(dark=dark)
    assert theme.contrast(palette.color(text), palette.color(ground)) >= theme.READABLE


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_of_second_rank_is_readable_and_fainter(qapp: QApplication, dark: bool) -> None:
    palette = theme.own_palette(dark=dark)
    for ground in (Role.Base, Role.AlternateBase, Role.Window):
        muted, text = theme.muted(palette, ground), palette.color(Role.Text)
        measured = theme.contrast(muted, palette.color(ground))
        assert theme.READABLE <= measured < theme.contrast(text, palette.color(ground))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_on_the_tint_of_a_chosen_store_is_readable(qapp: QApplication, dark: bool) -> None:
    palette = theme.own_palette(dark=dark)
    for share in (0.07, 0.15, 0.26):
        ground = theme.blended(palette.color(Role.Accent), palette.color(Role.Window), share)
        assert theme.contrast(palette.color(Role.WindowText), ground) >= theme.READABLE
        assert theme.contrast(theme.faded(palette.color(Role.WindowText), ground), ground) >= theme.READABLE


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
def test_a_box_that_is_not_ticked_is_seen(qtbot: QtBot, qapp: QApplication, scheme: theme.Scheme) -> None:
    before = qapp.palette()
    theme.apply(qapp, scheme)
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.setStyleSheet(theme.sheet())
    box, ticked = QCheckBox("Keep", frame), QCheckBox("Keep", frame)
    ticked.setChecked(True)
    frame.show()
    window = qapp.palette().color(Role.Window)
    for widget in (box, ticked):
        widget.resize(widget.sizeHint())
        picture = widget.grab(QRect(0, 0, 20, widget.height())).toImage()
        points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        seen = sum(theme.contrast(picture.pixelColor(x, y), window) >= theme.SEEN for x, y in points)
        assert seen >= 24  # most of the edge of a box of twelve pixels, or the tick in it
    qapp.setPalette(before)


def test_contrast_is_the_ratio_of_the_standard() -> None:
    assert theme.contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert theme.contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


def test_text_that_cannot_be_faded_stays() -> None:
    assert theme.faded(QColor("#777777"), QColor("#888888")) == QColor("#777777")


def test_a_theme_is_switched_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    before = qapp.palette()
    theme.apply(qapp, theme.Scheme.DARK)
    dark = qapp.palette().color(Role.Base).lightness()
    theme.apply(qapp, theme.Scheme.LIGHT)
    assert dark < 64 < 192 < qapp.palette().color(Role.Base).lightness()
    qapp.setPalette(before)


def test_fonts_scale_from_points_and_from_pixels() -> None:
    points, pixels = QFont(), QFont()
    points.setPointSizeF(10)
    pixels.setPixelSize(20)
    assert theme.sized(points, 1.5, bold=True).pointSizeF() == 15
    assert theme.sized(points, 1.5, bold=True).bold()
    assert theme.sized(pixels, 1.5).pixelSize() == 30
