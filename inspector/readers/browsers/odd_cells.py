# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cells that are not of the type their column should have: SQLite keeps any type in any column.

What makes no sense is unknown, and a :class:`RowProblem` says so; no message quotes the text of a cell.
"""

from collections.abc import Mapping
from typing import Any, Final

from inspector.core.cookie import RowProblem

NOT_TEXT: Final = "is not text"
NOT_UTF_8: Final = "is not UTF-8; its bytes are kept"


def code(table: Mapping[Any, Any], value: object, field: str, problems: list[RowProblem]) -> Any:
    """Return the meaning of a code; that of ``None``, "unknown", where it has none."""
    if value is None or (isinstance(value, int) and value in table):
        return table[value]
    problems.append(RowProblem(field, f"{shown(value)} is not a code that we know"))
    return table[None]


def text(value: object, field: str, problems: list[RowProblem]) -> str:
    """Return text whatever the cell holds; nothing is an empty text."""
    if isinstance(value, str):
        if not is_utf_8(value):
            problems.append(RowProblem(field, NOT_UTF_8))
        return value
    problems.append(RowProblem(field, NOT_TEXT))
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape")
    return "" if value is None else str(value)


def is_utf_8(value: str) -> bool:
    """Whether the text came from valid UTF-8; what did not holds surrogates."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def moment(value: object, field: str, problems: list[RowProblem]) -> int | None:
    """Return the number of a time, in its store's unit; 0 is what an unset one holds."""
    if isinstance(value, int):
        return value or None
    problems.append(RowProblem(field, "is missing" if value is None else f"{shown(value)} is not a time"))
    return None


def shown(value: object) -> str:
    """Return a number for a message, short; never the text of a cell."""
    return f"{value:.6g}" if isinstance(value, float) else f"{value}"[:40] if isinstance(value, int) else "text"
