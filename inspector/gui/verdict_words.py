# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit's verdicts on cookies in words, with looks and shapes; the cookie page needs them before any audit."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from inspector.core.finding import Verdict
from inspector.gui.hues import Look
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate


class Said(NamedTuple):
    """A word, its look, and what it means."""

    word: str
    look: Look
    meaning: str = ""

    @property
    def text(self) -> str:
        """The word in the user's language."""
        return translate("audit", self.word)

    @property
    def explanation(self) -> str:
        """What it means, in the user's language."""
        return translate("audit", self.meaning)


VERDICTS: Final[Mapping[Verdict, Said]] = {
    Verdict.CONTRADICTS: Said(
        QT_TRANSLATE_NOOP("audit", "Contradicts"),
        Look.BAD,
        QT_TRANSLATE_NOOP("audit", "the policy says that such a cookie is not used"),
    ),
    Verdict.OUTLIVES: Said(
        QT_TRANSLATE_NOOP("audit", "Outlives"),
        Look.LATE,
        QT_TRANSLATE_NOOP("audit", "it lives longer than the policy says"),
    ),
    Verdict.UNDECLARED: Said(
        QT_TRANSLATE_NOOP("audit", "Undeclared"),
        Look.DOUBTFUL,
        QT_TRANSLATE_NOOP("audit", "nothing in the policy declares it"),
    ),
    Verdict.DECLARED: Said(
        QT_TRANSLATE_NOOP("audit", "Declared"), Look.GOOD, QT_TRANSLATE_NOOP("audit", "the policy declares it")
    ),
    Verdict.NOT_STATED: Said(
        QT_TRANSLATE_NOOP("audit", "Not stated"),
        Look.QUIET,
        QT_TRANSLATE_NOOP("audit", "the policy does not speak of it, or too little to judge it"),
    ),
    Verdict.NOT_JUDGED: Said(
        QT_TRANSLATE_NOOP("audit", "Not judged"), Look.OPEN, QT_TRANSLATE_NOOP("audit", "it could not be judged")
    ),
}
VERDICT_ICONS: Final[Mapping[Verdict, tuple[str, str]]] = {  # a shape and the name of a hue, for the switches
    Verdict.CONTRADICTS: ("cross", "vermilion"),
    Verdict.OUTLIVES: ("clock", "orange"),
    Verdict.UNDECLARED: ("warning", "orange"),
    Verdict.DECLARED: ("tick", "green"),
    Verdict.NOT_STATED: ("question", "grey"),
    Verdict.NOT_JUDGED: ("question", "grey"),
}
