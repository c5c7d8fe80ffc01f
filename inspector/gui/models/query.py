# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The words of a filter line over a small table: all of the wanted, none of those behind a ``!``, quoted phrases."""

from typing import NamedTuple

from inspector.core.filter.scanning import LONGEST, scan


class Words(NamedTuple):
    """What a row must hold and what it must not."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether every row holds them."""
        return self == Words()


def parse(line: str) -> Words:
    """Return the words of a line. It is always valid; a colon or a comma in a word is a letter like any other."""
    terms = [(_text(line, raw.start, raw.end, raw.wanted), raw.wanted) for raw in scan(line[:LONGEST])]
    return Words(
        tuple(text for text, wanted in terms if wanted and text),
        tuple(text for text, wanted in terms if not wanted and text),
    )


def _text(line: str, start: int, end: int, wanted: bool) -> str:
    return line[start if wanted else start + 1 : end].replace('"', "").casefold()
