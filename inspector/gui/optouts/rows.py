# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The rows of the page: a company in a profile, answers that differ by their partition only in one row."""

from typing import Final, NamedTuple

from inspector.core.optout import OptOutLook, OptOutStanding
from inspector.core.visible import visible
from inspector.gui.audit.words import sentence
from inspector.gui.models.table import Columns, TableColumn
from inspector.gui.optouts.words import ORDER, STATES
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate
from inspector.reports.optouts.folding import folded

_LONGEST: Final = 400


class OptOutRow(NamedTuple):
    """One company's opt-out in one profile; ``standings`` are the places that have this answer."""

    standings: tuple[OptOutStanding, ...]
    name: str
    where: str
    why: str

    @property
    def first(self) -> OptOutStanding:
        """The answer that stands for all."""
        return self.standings[0]


def rows_of(found: OptOutLook) -> tuple[OptOutRow, ...]:
    """Return the rows, those that want something done first."""
    rows = [_row(tuple(group)) for group in folded(found.standings)]
    return tuple(sorted(rows, key=lambda row: (ORDER.index(row.first.state), row.name.casefold(), row.where)))


def _row(group: tuple[OptOutStanding, ...]) -> OptOutRow:
    first = group[0]
    why = sentence(visible(first.why, _LONGEST))
    if len(group) > 1:
        why = translate("audit", "In {count} partitions. Such as: {why}").format(count=len(group), why=why)
    return OptOutRow(group, visible(first.name, 120), visible(first.store.label, 120), why)


COLUMNS: Final = Columns(
    "audit",
    (
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Opt-out"),
            QT_TRANSLATE_NOOP("audit", "What the cookies show of it"),
            21,
            lambda row: STATES[row.first.state].text,
            lambda row: ORDER.index(row.first.state),
            lambda row: STATES[row.first.state].look,
            lambda row: STATES[row.first.state].explanation,
            lambda: [said.text for said in STATES.values()],
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Company"),
            QT_TRANSLATE_NOOP("audit", "Whose cookies were found"),
            32,
            lambda row: row.name,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Profile"),
            QT_TRANSLATE_NOOP("audit", "The browser and profile that hold them"),
            32,
            lambda row: row.where,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Why"), QT_TRANSLATE_NOOP("audit", "Why it is so"), 60, lambda row: row.why
        ),
    ),
)
