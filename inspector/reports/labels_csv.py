# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels as CSV for spreadsheets; see :mod:`inspector.reports.as_csv` for what is made safe and how."""

from typing import Any, Final, TextIO

from inspector.core.labelling import Labelling
from inspector.reports.api import Look
from inspector.reports.as_csv import END, cell
from inspector.reports.label_objects import label_object

COLUMNS: Final = (
    *("name", "domain", "purpose", "group", "subtype", "tracks", "vendor", "party", "confidence"),
    *("disputed", "because", "knowledge"),
)


def write_labels(labelling: Labelling, look: Look, out: TextIO) -> None:
    """Write a header and a line for each cookie; several reasons stand in one cell, with a semicolon between."""
    out.write(",".join(COLUMNS) + END)
    for cookie in labelling.cookies:
        fields = label_object(cookie, labelling.edition)
        out.write(",".join([cell(_flat(fields[name])) for name in COLUMNS]) + END)


def _flat(value: Any) -> Any:
    return ("; ".join(value) or None) if isinstance(value, list) else value
