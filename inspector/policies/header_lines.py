# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Header rows of tables that have lost their walls: "Cookie name Purpose Expires", "NamePurposeExpires".

Text copied from a page, or extracted from one, keeps the words of a table and not its cells. A line of nothing but
columns' names, one of which is the name of a cookie, says where they stood.
"""

from collections.abc import Sequence
from typing import Final

from inspector.core.short_memory import short_memory
from inspector.policies.headers import Column, column_of
from inspector.policies.patterns import late

_LONGEST: Final = 90  # characters of a header line
_LONGEST_HEADER: Final = 40
_MOST_WORDS: Final = 3  # of one header
_JOINT: Final = late(r"(?<=[a-z)])(?=[A-Z])")
NAMING: Final = (Column.NAME, Column.COOKIE)


@short_memory(512)
def header_columns(line: str) -> tuple[Column, ...]:
    """Return the columns that a line names, nothing where it is no line of headers.

    >>> [str(column) for column in header_columns("Cookie Name Used by Description Expiration")]
    ['name', 'provider', 'purpose', 'lifetime']
    """
    text = line.strip(" \t*:")
    if not 8 <= len(text) <= _LONGEST or text[-1] in ".,;!?" or "|" in text or not text[0].isupper():
        return ()
    words = (_JOINT.sub(" ", text) if is_glued(text) else text).split()
    found = _split(tuple(words)) if len(words) <= 4 * _MOST_WORDS else None
    return found if found is not None and len(found) > 1 and found[0] in NAMING else ()


def is_glued(line: str) -> bool:
    """Whether the headers of a line stand without a space between them: "CookieDurationDescription"."""
    return len(line.split()) <= _MOST_WORDS and _JOINT.search(line) is not None


def header_run(lines: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns that the first of the lines name, one header to a line; nothing where they name none."""
    found: list[Column] = []
    for line in lines:
        column = column_of(line.strip(" \t|")) if len(line) <= _LONGEST_HEADER else Column.OTHER
        if column is Column.OTHER or _again(column, found):
            break
        found.append(column)
    return tuple(found) if len(found) > 1 and any(column in NAMING for column in found) else ()


def _split(words: tuple[str, ...]) -> tuple[Column, ...] | None:
    """The most columns that the words can be, each once, all words taken."""
    if not words:
        return ()
    best: tuple[Column, ...] | None = None
    for taken in range(1, min(_MOST_WORDS, len(words)) + 1):
        column = column_of(" ".join(words[:taken]))
        if column is Column.OTHER:
            continue
        rest = _split(words[taken:])
        if rest is None or _again(column, rest) or (best is not None and len(rest) + 1 < len(best)):
            continue
        best = (column, *rest)
    return best


def _again(column: Column, others: Sequence[Column]) -> bool:
    return column in others or (column in NAMING and any(other in NAMING for other in others))
