# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Help > About: what this is, in which versions, under which licences. Text that can be copied into a report."""

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import Final

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector import __version__
from inspector.core.labelling import Edition
from inspector.gui import theme
from inspector.gui.label_facts import edition_words
from inspector.gui.translation import translate
from inspector.gui.views.picture import CookiePicture

# What the program is made of, with the licence that each distribution declares (a test compares them).
PARTS: Final = (
    ("PySide6-Essentials", "LGPL-3.0-only"),
    ("shiboken6", "LGPL-3.0-only"),
    ("browser-cookie3", "LGPL-3.0"),
    ("click", "BSD-3-Clause"),
    ("idna", "BSD-3-Clause"),
    ("ijson", "BSD-3-Clause AND ISC"),
    ("jinja2", "BSD-3-Clause"),
    ("lz4", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("pycryptodomex", "BSD-2-Clause AND public domain"),
    ("pypdf", "BSD-3-Clause"),
    ("pyyaml", "MIT"),
    ("rich", "MIT"),
    ("tldextract", "BSD-3-Clause"),
    ("websockets", "BSD-3-Clause"),
)


class AboutDialog(QDialog):
    """A small dialog beside the window; it blocks nothing."""

    def __init__(self, edition: Edition | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Cookie Inspector"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QLabel(self.tr("Cookie Inspector {version}").format(version=__version__))
        title.setFont(theme.sized(self.font(), 1.5, bold=True))
        self.text = QPlainTextEdit(_text(edition))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Versions and licences"))
        one = self.fontMetrics()
        self.text.setMinimumSize(one.averageCharWidth() * 60, one.lineSpacing() * 18)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy: QPushButton = buttons.addButton(self.tr("&Copy all"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout()
        for widget in (title, self.text, buttons):
            column.addWidget(widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(24)
        layout.addWidget(CookiePicture(), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column)


def versions() -> tuple[tuple[str, str], ...]:
    """Return the parts that matter for a report of a fault, with their versions."""
    own = (
        ("Cookie Inspector", __version__),
        ("Python", platform.python_version()),
        ("Qt", qVersion() or ""),
        ("PySide6", PySide6.__version__),
    )
    return (*own, (translate("about", "System"), platform.platform()))


def licences() -> tuple[str, ...]:
    """Return a line for each thing that the program uses: its name, its version, its licence."""
    return (
        "Cookie Inspector: Apache-2.0",
        f"Python {platform.python_version()}: PSF-2.0",
        f"Qt {qVersion()}: LGPL-3.0-only",
        *(f"{name} {_version(name)}: {licence}" for name, licence in PARTS),
        translate("about", "Public Suffix List (Mozilla Foundation): MPL-2.0"),
    )


def _version(part: str) -> str:
    try:
        return version(part)
    except PackageNotFoundError:
        return translate("about", "not installed")


def _knowledge(edition: Edition | None) -> str:
    """Return which knowledge the labels rest on; before the first label none is loaded."""
    told = translate("about", "not loaded yet") if edition is None else " ".join(edition_words(edition))
    return translate("about", "Knowledge of cookies: {version}").format(version=told)


def _text(edition: Edition | None) -> str:
    what = translate("about", "Reads the cookies that browsers hold and says what each is for.")
    promise = translate("about", "It changes nothing, sends nothing, and keeps values hidden.")
    parts = "\n".join(f"{name} {number}" for name, number in versions())
    used = "\n".join(licences())
    title = translate("about", "Licences of what it is made of:")
    evidence = translate("about", "What it says is evidence, and no legal advice.")
    return f"{what}\n{promise}\n{evidence}\n\n{_knowledge(edition)}\n\n{parts}\n\n{title}\n{used}\n"
