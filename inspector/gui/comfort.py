# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is chosen for the whole application at once: the size of text, whether things move, language and direction.

Qt keeps the state: a property of the application, and on each bar without end that it is one.
"""

from typing import Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from inspector.core.resources import resources_folder
from inspector.gui import theme
from inspector.gui.language import speak
from inspector.gui.preferences import Language, Motion, Preferences

_PERCENT: Final = "textPercent"
_CALM: Final = "calm"
_ENDLESS: Final = "endless"
_EFFECTS: Final = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)
_LOCALES: Final = {Language.ENGLISH: QLocale.Language.English, Language.GERMAN: QLocale.Language.German}


def apply(app: QApplication, preferences: Preferences) -> None:
    """Bring the application in line with what was chosen, at once."""
    _scale_text(app, preferences.text_percent)
    _calm(app, calm=preferences.motion is Motion.LESS or _asks_for_less())


def use_language(language: Language) -> None:
    """Have texts, numbers, dates and the direction of the layout follow a language; before anything is shown."""
    chosen = QLocale(_LOCALES[language]) if language in _LOCALES else None
    if chosen:
        QLocale.setDefault(chosen)
    elif QLocale().language() == QLocale.Language.C:
        QLocale.setDefault(QLocale(QLocale.Language.English))  # "C" has no separators for thousands
    QGuiApplication.setLayoutDirection(QLocale().textDirection())
    if app := QApplication.instance():
        speak(app, chosen or QLocale.system(), resources_folder() / "translations")


def show_endless(bar: QProgressBar) -> None:
    """Have a bar say that work goes on without an end in sight: by moving, or by standing empty where less may move."""
    bar.setProperty(_ENDLESS, True)
    _set_endless(bar)


def show_steps(bar: QProgressBar, done: int, total: int) -> None:
    """Have a bar say how much of something is done; without a total it has no end in sight."""
    if total <= 0:
        show_endless(bar)
        return
    bar.setProperty(_ENDLESS, False)
    bar.setRange(0, total)
    bar.setValue(done)


def is_calm() -> bool:
    """Whether nothing is to move by itself."""
    app = QApplication.instance()
    return app is not None and bool(app.property(_CALM))


def _asks_for_less() -> bool:
    """Whether the system asks for less motion; a Qt that cannot tell (before 6.12) is no wish."""
    hints = QGuiApplication.styleHints().accessibility()
    preference = getattr(hints, "motionPreference", None)
    return preference is not None and "Reduce" in str(preference())


def _set_endless(bar: QProgressBar) -> None:
    bar.setRange(0, 1 if is_calm() else 0)
    bar.setValue(0)


def _calm(app: QApplication, *, calm: bool) -> None:
    if calm == is_calm():
        return
    app.setProperty(_CALM, calm)
    for effect in _EFFECTS:
        QApplication.setEffectEnabled(effect, not calm)
    for widget in app.allWidgets():
        if isinstance(widget, QProgressBar) and widget.property(_ENDLESS):
            _set_endless(widget)


def _scale_text(app: QApplication, percent: int) -> None:
    """Scale the font of the application, and with it the titles that widgets made from it."""
    before = app.property(_PERCENT) or 100
    if percent == before:
        return
    app.setProperty(_PERCENT, percent)
    own = [(widget, QFont(widget.font())) for widget in app.allWidgets() if _has_own_size(widget)]
    app.setFont(theme.sized(app.font(), percent / before, bold=app.font().bold()))
    for widget, font in own:
        widget.setFont(theme.sized(font, percent / before, bold=font.bold()))


def _has_own_size(widget: QWidget) -> bool:
    return widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)
