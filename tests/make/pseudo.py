# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A language that is none: every text longer by 40 %, with accents and marks, so that one not translated is seen."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator

BEGIN, END = "‹", "›"
LONGER = 0.4
_ACCENTS = str.maketrans("aeiounscyAEIOUNSC", "àéîøüñšçýÀÉÎØÜÑŠÇ")
_HELD = re.compile(r"(%Ln|%n|%\d|\{\w*\}|&\w|<[^>]*>|\n)")  # what is filled in, a mnemonic, markup


class Pseudo(QTranslator):
    """Translates every text that is asked for, ours and Qt's own."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return pseudo(text)


def pseudo(text: str) -> str:
    """Return a text of the language; what is no word stays what it is."""
    if not re.search(r"[^\W\d_]", _HELD.sub("", text)):
        return text
    parts = _HELD.split(text)
    said = "".join(part if at % 2 else part.translate(_ACCENTS) for at, part in enumerate(parts))
    body, dots = (said[:-1], "…") if said.endswith("…") else (said, "")
    return f"{BEGIN}{body}{'~' * max(1, round(len(text) * LONGER) - 2)}{END}{dots}"


@contextmanager
def spoken(app: QCoreApplication) -> Iterator[None]:
    """Have the application speak it."""
    translator = Pseudo(app)
    app.installTranslator(translator)
    try:
        yield
    finally:
        app.removeTranslator(translator)
        translator.deleteLater()
