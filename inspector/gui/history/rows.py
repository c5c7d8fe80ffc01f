# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The columns of the two tables: snapshots, and what differs."""

from typing import Final

from inspector.core.difference import Difference
from inspector.core.snapshot import SnapshotInfo
from inspector.core.visible import visible
from inspector.gui import words
from inspector.gui.history import words as history_words
from inspector.gui.hues import Look
from inspector.gui.models.table import Columns, TableColumn
from inspector.gui.translation import QT_TRANSLATE_NOOP

_LONGEST: Final = 300


def _taken(info: SnapshotInfo) -> str:
    return words.moment(info.taken_us)


def _missing_look(info: SnapshotInfo) -> Look | None:
    return Look.DOUBTFUL if history_words.missing(info) else None


def _partition(held: Difference) -> str:
    partition = held.cookie.isolation.partition
    return "" if partition is None else visible(partition.site, _LONGEST)


SNAPSHOTS: Final = Columns(
    "history",
    (
        TableColumn(
            QT_TRANSLATE_NOOP("history", "Taken"),
            QT_TRANSLATE_NOOP("history", "When the scan was made"),
            26,
            _taken,
            lambda info: info.id,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("history", "Cookies"),
            QT_TRANSLATE_NOOP("history", "How many cookies are kept of it"),
            12,
            lambda info: words.amount(info.cookies),
            lambda info: info.cookies,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("history", "Looked at"),
            QT_TRANSLATE_NOOP("history", "What the scan was asked for"),
            34,
            history_words.scope,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("history", "Missing"),
            QT_TRANSLATE_NOOP("history", "What could not be read, or was forgotten later"),
            30,
            history_words.missing,
            look=_missing_look,
        ),
    ),
)
DIFFERENCES: Final = Columns(
    "history",
    (
        TableColumn(
            QT_TRANSLATE_NOOP("history", "Change"),
            QT_TRANSLATE_NOOP("history", "How the cookie differs"),
            16,
            history_words.kind,
            look=history_words.look,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("history", "Name"),
            QT_TRANSLATE_NOOP("history", "The cookie's name"),
            20,
            lambda held: visible(held.cookie.name, _LONGEST),
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("history", "Host"),
            QT_TRANSLATE_NOOP("history", "The host that it belongs to"),
            24,
            lambda held: visible(held.cookie.host, _LONGEST),
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("history", "Browser"),
            QT_TRANSLATE_NOOP("history", "Browser and profile"),
            26,
            lambda held: visible(held.cookie.store.label, _LONGEST),
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("history", "Only within"),
            QT_TRANSLATE_NOOP("history", "The site under which it is kept apart"),
            18,
            _partition,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("history", "What"),
            QT_TRANSLATE_NOOP("history", "What is different"),
            50,
            history_words.what,
        ),
    ),
)
