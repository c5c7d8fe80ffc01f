# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The languages of the window, and how their files are brought up to date with its source.

Each ``.ts`` of ``resources/translations`` gets the texts that the source has now; translations that are there stay, and
those of texts that are gone go. Qt's ``lrelease`` compiles each into the ``.qm`` that the window loads. English has
plural forms only.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

from translating import extracting, sources

ROOT: Final = Path(__file__).resolve().parents[3]
SOURCE: Final = ROOT / "inspector" / "gui"
FOLDER: Final = ROOT / "resources" / "translations"
PLURALS: Final = ("en",)
COMPLETE: Final = ("de",)
FORMS: Final = sources.FORMS


def path_of(language: str) -> Path:
    """Return the ``.ts`` of a language."""
    return FOLDER / f"cookie_inspector_{language}.ts"


def texts_for(language: str) -> tuple[extracting.Text, ...]:
    """Return the texts of the source that a language translates."""
    return tuple(text for text in extracting.texts_of(SOURCE) if text.plural or language not in PLURALS)


def update(language: str) -> int:
    """Write a language's ``.ts`` anew, compile it, and return how many texts are not translated yet."""
    path, texts = path_of(language), texts_for(language)
    known = sources.read(path)
    sources.write(path, language, texts, known)
    subprocess.run([_lrelease(), "-silent", str(path), "-qm", str(path.with_suffix(".qm"))], check=True)  # noqa: S603
    return sum(not known.get(text) for text in texts)


def _lrelease() -> str:
    """Return the tool of the PySide6 that this Python has, where there is one: its version fits."""
    beside = Path(sys.executable).with_name("pyside6-lrelease")
    return str(beside) if beside.exists() else "pyside6-lrelease"
