# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The translations that the application speaks: our own, and those of Qt's dialogs."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_OURS: Final = "cookie_inspector"
_QTS: Final = "qtbase"
_FALLBACK: Final = QLocale(QLocale.Language.English)  # whose plural forms are in a file, too
_HELD: Final = "translators"


def speak(app: QCoreApplication, locale: QLocale, folder: Path) -> tuple[str, ...]:
    """Have the application speak a locale, or English where we have no translation; return the files that say how.

    Texts that widgets show already stay as they are. Qt's own dialogs follow only where we have the language, too:
    a French "Cancel" below an English question would be worse than either.
    """
    be_silent(app)
    ours = _loaded(app, locale, _OURS, folder) or _loaded(app, _FALLBACK, _OURS, folder)
    if ours is None:
        return ()
    spoken = QLocale(ours.language())
    qts = _loaded(app, spoken, _QTS, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))
    found = [translator for translator in (qts, ours) if translator is not None]
    for translator in found:
        app.installTranslator(translator)
    app.setProperty(_HELD, found)
    return tuple(Path(translator.filePath()).name for translator in found)


def be_silent(app: QCoreApplication) -> None:
    """Take back every translation that :func:`speak` installed."""
    for translator in app.property(_HELD) or ():
        app.removeTranslator(translator)
        translator.deleteLater()
    app.setProperty(_HELD, [])


def _loaded(app: QCoreApplication, locale: QLocale, name: str, folder: Path) -> QTranslator | None:
    translator = QTranslator(app)
    return translator if translator.load(locale, name, "_", str(folder)) else None
