# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The states of opt-outs in words and looks, the one that wants something done first."""

from collections.abc import Mapping
from typing import Final

from inspector.core.optout import OptOutState
from inspector.gui.audit.words import Said
from inspector.gui.hues import Look
from inspector.gui.translation import QT_TRANSLATE_NOOP

STATES: Final[Mapping[OptOutState, Said]] = {
    OptOutState.CONTRADICTED: Said(
        QT_TRANSLATE_NOOP("audit", "Contradicted"),
        Look.BAD,
        QT_TRANSLATE_NOOP("audit", "it is recorded, and the company identifies this browser all the same"),
    ),
    OptOutState.LAPSED: Said(
        QT_TRANSLATE_NOOP("audit", "Lapsed"), Look.LATE, QT_TRANSLATE_NOOP("audit", "it was there and is no more")
    ),
    OptOutState.EXPIRES_SOON: Said(
        QT_TRANSLATE_NOOP("audit", "Ends soon"),
        Look.DOUBTFUL,
        QT_TRANSLATE_NOOP("audit", "it is recorded, but not for long"),
    ),
    OptOutState.NOT_SEEN: Said(
        QT_TRANSLATE_NOOP("audit", "Not seen"), Look.QUIET, QT_TRANSLATE_NOOP("audit", "no opt-out is recorded here")
    ),
    OptOutState.CANNOT_REACH: Said(
        QT_TRANSLATE_NOOP("audit", "Cannot reach"),
        Look.TENSE,
        QT_TRANSLATE_NOOP("audit", "the company's cookies are kept apart, where an opt-out does not get"),
    ),
    OptOutState.CANNOT_TELL: Said(
        QT_TRANSLATE_NOOP("audit", "Cannot tell"),
        Look.OPEN,
        QT_TRANSLATE_NOOP("audit", "no cookie would show it, or the value that decides was not read"),
    ),
    OptOutState.RECORDED: Said(
        QT_TRANSLATE_NOOP("audit", "Recorded"),
        Look.GOOD,
        QT_TRANSLATE_NOOP("audit", "it is there; whether the company honours it cannot be seen"),
    ),
}
ORDER: Final = tuple(STATES)
