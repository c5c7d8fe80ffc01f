# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The look: the system's palette and fonts, and a calm palette of our own where the system offers none.

Views take colours from palette roles only, so that both themes, high contrast and live switches reach everything.
Where Qt draws with its own Fusion style (Linux without a desktop's theme), Qt's grey palette gives way to ours.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from inspector.gui.preferences import Scheme as Scheme

Role = QPalette.ColorRole

READABLE: Final = 4.5  # contrast of text, WCAG 2.2, 1.4.3
SEEN: Final = 3.0  # contrast of a line, shape or edge that tells something against its ground, WCAG 2.2, 1.4.11


QT_SCHEMES: Final[Mapping[Scheme, Qt.ColorScheme]] = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}

#                              light      dark
_COLOURS: Final[Mapping[QPalette.ColorRole, tuple[str, str]]] = {
    Role.Window: ("#f3f4f6", "#25282e"),
    Role.WindowText: ("#1a1e24", "#e6e8eb"),
    Role.Base: ("#ffffff", "#181a1e"),
    Role.AlternateBase: ("#f8f9fb", "#1d1f24"),
    Role.Text: ("#1a1e24", "#e6e8eb"),
    Role.PlaceholderText: ("#5b6470", "#9aa3af"),
    Role.Button: ("#fbfbfc", "#343840"),
    Role.ButtonText: ("#1a1e24", "#e6e8eb"),
    Role.BrightText: ("#ffffff", "#ffffff"),
    Role.ToolTipBase: ("#262b33", "#e6e8eb"),
    Role.ToolTipText: ("#f5f6f8", "#1a1e24"),
    Role.Highlight: ("#1f5fbf", "#2a63bb"),
    Role.HighlightedText: ("#ffffff", "#ffffff"),
    Role.Accent: ("#1f5fbf", "#4f8fe6"),
    Role.Link: ("#1a56b0", "#86b7ff"),
    Role.LinkVisited: ("#6a45a8", "#c2a6f5"),
    Role.Light: ("#ffffff", "#454a54"),
    Role.Midlight: ("#e2e5ea", "#34383f"),
    Role.Mid: ("#c9ced6", "#4a505a"),
    Role.Dark: ("#aab1bc", "#0f1114"),
    Role.Shadow: ("#6f7782", "#08090a"),
}
_DISABLED: Final = (Role.WindowText, Role.Text, Role.ButtonText)
_DISABLED_COLOURS: Final = ("#8b929c", "#747c87")


# Flat headers, where the style is Fusion; native styles know better what belongs to them.
FUSION_SHEET: Final = """
QHeaderView { background: palette(base); border: none }
QHeaderView::section {
    background: palette(base); color: palette(text); border: none; border-bottom: 1px solid palette(mid);
    padding: 5px 8px;
}
IssuesPanel QTableView::item, RowTable::item { padding-left: 5px; padding-right: 5px; border: none }
PageBar { background: palette(window) }
PageBar::tab {
    background: transparent; color: palette(window-text); border: none; border-bottom: 2px solid transparent;
    padding: 7px 16px 6px 16px;
}
PageBar::tab:hover { background: palette(midlight) }
PageBar::tab:selected { border-bottom-color: palette(highlight); font-weight: 600 }
PageBar::tab:focus { background: palette(midlight) }
QTabWidget::pane { border: none }
QTabWidget > QTabBar::tab {
    background: transparent; border: none; border-bottom: 2px solid transparent; padding: 6px 12px 4px 12px;
}
QTabWidget > QTabBar::tab:selected { border-bottom-color: palette(highlight) }
QTabWidget > QTabBar::tab:hover { background: palette(midlight) }
QSplitter::handle { background: palette(mid) }
"""


def sheet() -> str:
    """Return the style sheet for the window, empty where the style is the system's own."""
    return FUSION_SHEET + _boxes() if QApplication.style().name().lower() == "fusion" else ""


def _boxes() -> str:
    """Return the look of boxes that are not ticked, and of marks that are pressed: Fusion draws both unseen if dark."""
    palette = QApplication.palette()
    edge = palette.color(Role.PlaceholderText).name()
    side = max(12, QFontMetrics(QApplication.font()).height() - 4)
    return f"""
QCheckBox::indicator:unchecked {{
    width: {side}px; height: {side}px; border: 1px solid {edge}; border-radius: 3px; background: palette(base);
}}
QCheckBox::indicator:unchecked:focus {{ border-color: palette(highlight) }}
MarkBar QPushButton:checked {{
    background: palette(highlight); color: palette(highlighted-text); border: 1px solid palette(highlight);
    border-radius: 3px; padding: 3px 8px;
}}
MarkBar QPushButton:checked:focus {{ border-color: palette(highlighted-text) }}
"""


def own_palette(*, dark: bool) -> QPalette:
    """Return our palette, light or dark."""
    palette = QPalette()
    for role, colours in _COLOURS.items():
        palette.setColor(role, QColor(colours[dark]))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_DISABLED_COLOURS[dark]))
    return palette


def apply(app: QApplication, scheme: Scheme) -> None:
    """Switch to a scheme at once. Native styles follow Qt's hint; Fusion gets our palette."""
    hints = app.styleHints()
    hints.setColorScheme(QT_SCHEMES[scheme])
    if app.style().name().lower() == "fusion":
        system_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        app.setPalette(own_palette(dark=scheme is Scheme.DARK or (scheme is Scheme.SYSTEM and system_dark)))


def muted(palette: QPalette, ground: QPalette.ColorRole = Role.Base) -> QColor:
    """Return the colour of text of second rank: the text faded into its ground as far as it stays readable."""
    return faded(palette.color(Role.Text), palette.color(ground))


def faded(text: QColor, ground: QColor) -> QColor:
    """Return the faintest of some blends that is still readable, the text's own colour where none is."""
    return QColor.fromRgb(_faded(text.rgb(), ground.rgb()))


@lru_cache(maxsize=512)  # asked for each line of each frame
def _faded(text_rgb: int, ground_rgb: int) -> int:
    text, ground = QColor.fromRgb(text_rgb), QColor.fromRgb(ground_rgb)
    blends = (blended(text, ground, share / 100) for share in range(60, 101, 5))
    return next((colour for colour in blends if contrast(colour, ground) >= READABLE + 0.4), text).rgb()


def blended(top: QColor, ground: QColor, share: float) -> QColor:
    """Return ``share`` of one colour over another."""
    red, green, blue = (a * share + b * (1 - share) for a, b in zip(_channels(top), _channels(ground), strict=True))
    return QColor.fromRgbF(red, green, blue)


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _channels(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def sized(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """Return a font scaled from another, so that the user's font size reaches titles too."""
    scaled = QFont(font)
    if font.pointSizeF() > 0:
        scaled.setPointSizeF(font.pointSizeF() * factor)
    else:
        scaled.setPixelSize(max(1, round(font.pixelSize() * factor)))
    scaled.setBold(bold)
    return scaled


def is_dark(colour: QColor) -> bool:
    """Whether white is seen better on a colour than black."""
    return _is_dark(colour.rgb())


@lru_cache(maxsize=512)  # asked for each line of each frame
def _is_dark(rgb: int) -> bool:
    colour = QColor.fromRgb(rgb)
    return contrast(colour, QColor("white")) > contrast(colour, QColor("black"))
