# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Colours that mean something. Each comes with the look of a line and a shape, because colour alone tells not all.

A look is a ground for text and a line on that ground. The ground is laid over the palette's own, so that it fits both
themes, and is thinned until the text on it stays readable in any palette.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QPalette, QTextCharFormat

from inspector.gui import theme

Line = QTextCharFormat.UnderlineStyle


class Look(StrEnum):
    """What a colour means."""

    YES = "yes"  # the text says so
    NO = "no"  # the text says that it is not so
    BOTH = "both"  # it says both
    GOOD = "good"  # kept, declared
    BAD = "bad"  # broken, contradicted
    DOUBTFUL = "doubtful"  # undeclared: a warning
    LATE = "late"  # outlives what was said
    TENSE = "tense"  # hard to square
    NOTE = "note"  # worth knowing
    OPEN = "open"  # not measured, not judged
    QUIET = "quiet"  # nothing follows from it


class _Hue(NamedTuple):
    """The line's colour on light and on dark ground, what tints the ground and by how much, and the line's style."""

    on_light: str
    on_dark: str
    tint: str
    share: float
    line: Line


_HUES: Final[Mapping[Look, _Hue]] = {
    Look.YES: _Hue("#a87400", "#e3b341", "#f5c211", 0.26, Line.SingleUnderline),
    Look.NO: _Hue("#1f5fbf", "#79b0ff", "#3584e4", 0.22, Line.DashUnderline),
    Look.BOTH: _Hue("#a0267f", "#f08fd0", "#d13fa8", 0.20, Line.WaveUnderline),
    Look.GOOD: _Hue("#1a7f37", "#5fcf80", "#2ec27e", 0.22, Line.SingleUnderline),
    Look.BAD: _Hue("#b3261e", "#ff9088", "#e01b24", 0.20, Line.WaveUnderline),
    Look.DOUBTFUL: _Hue("#9a5b00", "#e3a341", "#ff7800", 0.24, Line.DashUnderline),
    Look.LATE: _Hue("#9a5b00", "#e3a341", "#ff7800", 0.24, Line.DashDotLine),
    Look.TENSE: _Hue("#7a3fb5", "#c9a0f5", "#9141ac", 0.20, Line.DashDotDotLine),
    Look.NOTE: _Hue("#1f5fbf", "#79b0ff", "#3584e4", 0.20, Line.DashUnderline),
    Look.OPEN: _Hue("#5b6470", "#9aa3af", "#77808c", 0.14, Line.SpellCheckUnderline),
    Look.QUIET: _Hue("#5b6470", "#9aa3af", "#77808c", 0.14, Line.DotLine),
}


def ground(look: Look, palette: QPalette, role: QPalette.ColorRole = theme.Role.Base) -> QColor:
    """Return the tint of a look over a ground of the palette, on which the palette's text stays readable."""
    base, text = palette.color(role), palette.color(theme.Role.Text)
    hue = _HUES[look]
    shares = (hue.share * step / 4 for step in (4, 3, 2, 1))
    tints = (theme.blended(QColor(hue.tint), base, share) for share in shares)
    return next((tint for tint in tints if theme.contrast(text, tint) >= theme.READABLE), base)


def ink(look: Look, ground_colour: QColor) -> QColor:
    """Return the colour of a look's line or shape on a ground, made stronger where it would not be seen."""
    colour = _strong(look, ground_colour)
    end = QColor("white") if theme.is_dark(ground_colour) else QColor("black")
    blends = (theme.blended(end, colour, share / 10) for share in range(11))
    return next((blend for blend in blends if theme.contrast(blend, ground_colour) >= theme.SEEN), end)


def line(look: Look) -> Line:
    """Return the style of a look's line."""
    return _HUES[look].line


def mark(look: Look, palette: QPalette) -> QTextCharFormat:
    """Return the format of marked text."""
    tint = ground(look, palette)
    made = QTextCharFormat()
    made.setBackground(tint)
    made.setForeground(palette.color(theme.Role.Text))
    made.setUnderlineStyle(line(look))
    made.setUnderlineColor(ink(look, tint))
    return made


def _strong(look: Look, ground_colour: QColor) -> QColor:
    hue = _HUES[look]
    return QColor(hue.on_dark if theme.is_dark(ground_colour) else hue.on_light)
