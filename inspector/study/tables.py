# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The tables that a study adds to those of a dataset: its rows, what each method examined, and the declared names."""

from enum import StrEnum
from typing import Final

from inspector.core.finding import Level
from inspector.core.label import Group
from inspector.datasets.column import Column, Kind, Reference, Table
from inspector.study.methods import OUTLIER, WORDS

_TEXT, _INTEGER, _BOOLEAN = Kind.TEXT, Kind.INTEGER, Kind.BOOLEAN


class RowState(StrEnum):
    """What became of a row of the list."""

    JUDGED = "judged"
    UNVERIFIED = "unverified"  # it was read, and nothing of it could be compared
    FAILED = "failed"  # it could not be read


_ROW: Final = Column("row", _INTEGER, "The row of the list, from 1.", True)
_SITE: Final = Column("site", _TEXT, "The site that it is about.", True)
_OF_ROW: Final = Reference(("row",), "study_rows")
_METHOD: Final = Column("method", _TEXT, "The method.", True, tuple(word for word in WORDS if word != OUTLIER))

STUDY_ROWS: Final = Table(
    "study_rows",
    "One row for each row of the study's list, with what became of it.",
    (
        _ROW,
        Column("run_id", _TEXT, "Its run in the other tables; null where it could not be read."),
        Column("site", _TEXT, "The registrable domain; null where the row names none."),
        Column("condition", _TEXT, "What was done there, in the researcher's word."),
        Column("state", _TEXT, "What became of it.", True, tuple(RowState)),
        Column("complete", _BOOLEAN, "Whether everything that it names could be read.", True),
        Column("why", _TEXT, "Why it failed, or why nothing could be verified."),
    ),
    ("row",),
)
STUDY_ASKED: Final = Table(
    "study_asked",
    "Which methods could find anything in which row; 'outlier_label' is about all rows together and is not here.",
    (
        _ROW,
        _SITE,
        _METHOD,
        Column("measured", _BOOLEAN, "Whether it could: where not, that nothing was found means nothing.", True),
        Column("why_not", _TEXT, "Why it could not."),
    ),
    ("row", "method"),
    (_OF_ROW,),
)
STUDY_ITEMS: Final = Table(
    "study_items",
    "Everything that a method examined in a row, a cookie or a declared name, with what it found of it.",
    (
        _ROW,
        _SITE,
        _METHOD,
        Column("position", _INTEGER, "The order of the items of a method in a row, from 1.", True),
        Column("name", _TEXT, "The cookie's name, identifiers in it as *; null for a cookie without a name."),
        Column("host", _TEXT, "Its host, identifiers in it as *; null for a declared name."),
        Column("partition", _TEXT, "The site that it is partitioned under."),
        Column("group", _TEXT, "What it is for; of a declared name, what it is declared for.", False, tuple(Group)),
        Column("level", _TEXT, "How grave what was found of it is; null: nothing was found.", False, tuple(Level)),
        Column("finding_id", _TEXT, "The finding in the table of findings of the same run."),
    ),
    ("row", "method", "position"),
    (_OF_ROW,),
)
STUDY_NAMES: Final = Table(
    "study_names",
    "Every cookie that a policy names, with whose it is and the group that it is filed under.",
    (
        _ROW,
        _SITE,
        Column("position", _INTEGER, "The order of the names in the policy, from 1.", True),
        Column("claim_id", _TEXT, "The claim in the table of claims of the same run.", True),
        Column("name", _TEXT, "The name, identifiers in it as *.", True),
        Column("vendor", _TEXT, "The vendor's id, or domain:DOMAIN; null: not known, and compared with no other site."),
        Column("group", _TEXT, "The group that it is filed under; null: under none.", False, tuple(Group)),
        Column("unclassified", _BOOLEAN, "Whether the policy itself lists it as unclassified.", True),
    ),
    ("row", "position"),
    (_OF_ROW,),
)
OF_RECORDS: Final = (STUDY_ASKED, STUDY_ITEMS, STUDY_NAMES)
"""Those whose rows are made with a row's judgement: but for ``row`` and ``site``, which the list says."""

STUDY_TABLES: Final = (STUDY_ROWS, *OF_RECORDS)
