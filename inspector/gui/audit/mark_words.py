# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a person says of a finding, in words and looks."""

from collections.abc import Mapping
from typing import Final

from inspector.core.project import Assessment, Stance
from inspector.core.visible import visible
from inspector.gui.hues import Look
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate
from inspector.gui.verdict_words import Said

STANCES: Final[Mapping[Stance, Said]] = {
    Stance.AGREED: Said(QT_TRANSLATE_NOOP("audit", "Agreed"), Look.GOOD, QT_TRANSLATE_NOOP("audit", "it is right")),
    Stance.NOT_AGREED: Said(
        QT_TRANSLATE_NOOP("audit", "Not agreed"),
        Look.TENSE,
        QT_TRANSLATE_NOOP("audit", "it is not right, or is no matter here"),
    ),
    Stance.TO_DECIDE: Said(
        QT_TRANSLATE_NOOP("audit", "To be decided"),
        Look.OPEN,
        QT_TRANSLATE_NOOP("audit", "somebody has to look at it again"),
    ),
}
_LONGEST: Final = 120


def mark_text(mark: Assessment | None) -> str:
    """Return a mark with its comment on one line, empty where there is none."""
    if mark is None:
        return ""
    comment = visible(" ".join(mark.comment.split()), _LONGEST)
    if mark.stance is None:
        return comment
    word = STANCES[mark.stance].text
    return translate("audit", "{mark}: {comment}").format(mark=word, comment=comment) if comment else word


def mark_look(mark: Assessment | None) -> Look | None:
    """Return the look of a mark."""
    return None if mark is None or mark.stance is None else STANCES[mark.stance].look


def mark_order(mark: Assessment | None) -> int:
    """Return what marks are sorted by: what is open first, what is decided last."""
    if mark is None:
        return 1
    return {None: 2, Stance.TO_DECIDE: 0, Stance.AGREED: 3, Stance.NOT_AGREED: 4}[mark.stance]
