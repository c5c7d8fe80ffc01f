# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a check says of the opt-out whose page was opened: recorded, not seen, contradicted, and why."""

from typing import Final

from inspector.core.optout import OptOutLook, OptOutState
from inspector.core.visible import visible
from inspector.gui.audit.words import sentence
from inspector.gui.optouts.rows import OptOutRow, rows_of
from inspector.gui.optouts.words import STATES
from inspector.gui.translation import translate

_LONGEST: Final = 300


def result_of(opened: OptOutRow, found: OptOutLook) -> str:
    """Return the sentences for the company and profile of a row, as they are now; the graver answer first."""
    first = opened.first
    rows = [row for row in rows_of(found) if (row.first.vendor, row.first.store) == (first.vendor, first.store)]
    if not rows:
        none = translate("audit", "{company} in {profile}: no cookie of it is there now, and no opt-out.")
        return none.format(company=opened.name, profile=opened.where)
    said = translate("audit", "{company} in {profile}: {state}. {why}")
    texts = [
        said.format(company=row.name, profile=row.where, state=STATES[row.first.state].text, why=_why(row))
        for row in rows[:3]
    ]
    return "\n".join(texts)


def _why(row: OptOutRow) -> str:
    why = sentence(visible(row.why, _LONGEST))
    if row.first.state is OptOutState.CANNOT_TELL and "was not read" in row.first.why:
        return translate("audit", "{why} Check again, reading values.").format(why=why)
    return why
