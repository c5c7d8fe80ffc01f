# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Qt's translation functions under the names that ``pyside6-lupdate`` looks for in the source."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text of a table for translation; ``translate(context, text)`` turns it over when it is shown.

    Qt's own marker does the same, but its type says ``object``.
    """
    return text
