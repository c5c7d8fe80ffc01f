# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Help > About: what this is, in which versions, under which licences. Text that can be copied into a report."""

import platform
from importlib.metadata import PackageNotFoundError, version

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector import __version__
from inspector.core.labelling import Edition
from inspector.gui import theme
from inspector.gui.label_facts import edition_words
from inspector.gui.translation import translate
from inspector.gui.views.picture import CookiePicture

_PARTS = ("browser-cookie3", "tldextract", "pycryptodomex", "lz4")


class AboutDialog(QDialog):
    """A small dialog beside the window; it blocks nothing."""

    def __init__(self, edition: Edition | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Cookie Inspector"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QLabel(self.tr("Cookie Inspector {version}").format(version=__version__))
        title.setFont(theme.sized(self.font(), 1.5, bold=True))
        self.text = QLabel(_text(edition))
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
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
    own = (("Python", platform.python_version()), ("Qt", qVersion() or ""), ("PySide6", PySide6.__version__))
    return (*own, *((part, _version(part)) for part in _PARTS))


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
    licences = translate("about", "Licensed under Apache-2.0. Qt and PySide6: LGPL-3.0.")
    parts = "\n".join(f"{name} {number}" for name, number in versions())
    return f"{what}\n{promise}\n\n{_knowledge(edition)}\n\n{parts}\n\n{licences}\n"
