# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Many regular expressions over one sentence, at the price of the few that can match it.

Each pattern names its anchors: beginnings of words (at most four letters), one of which stands in everything that the
pattern matches. A sentence that holds none of them is never searched, and a pattern that no sentence called for is
never compiled. Patterns search :attr:`Sentence.plain`, so they are written in lower case with straight quotes.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Final, Generic, NamedTuple, TypeVar

from inspector.policies.gates import GatedPattern, gated
from inspector.policies.late_pattern import late as late

ANCHOR: Final = 4
_MOST_PARTS: Final = 32_768  # that are remembered
_LONG_PART: Final = 40  # longer ones do not come back
_STEM: Final = re.compile(r"([^\W\d_]{1,4})[^\W\d_]*")  # ANCHOR letters at most
# One character for one character, so that offsets stay: quotes and dashes straight, every kind of blank a blank.
_PLAIN: Final = {
        "’": "'", "‘": "'", "´": "'", "`": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "–": "-", "—": "-", "‑": "-", "‐": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\n": " ", "\t": " ",
        "\r": " ", "\u2028": " ", "\x0b": " ", "\x0c": " ",
}  # fmt: skip
_NOT_PLAIN: Final = re.compile("[" + "".join(_PLAIN) + "]")

T = TypeVar("T")


def plain(text: str) -> str:
    """Return ``text`` in lower case with straight quotes and plain blanks, character for character.

    >>> plain("Don’t\\nTrack")
    "don't track"
    """
    lowered = text.lower()
    if lowered.isascii() and lowered.isprintable() and "`" not in lowered:
        return lowered  # most texts
    if len(lowered) != len(text):  # "İ" becomes two characters
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return _NOT_PLAIN.sub(lambda match: _PLAIN[match[0]], lowered)


class _Held(dict[str, GatedPattern]):
    """The program's patterns by their sources, each made when it is first asked for."""

    def __missing__(self, source: str) -> GatedPattern:
        pattern = self[source] = gated(source)
        return pattern


_HELD: Final = _Held()
# Return a pattern of the program's, behind its gate (see :mod:`inspector.policies.gates`), held for good.
# Never ask for a pattern that holds words of a document: it would be held too.
compiled: Final[Callable[[str], GatedPattern]] = _HELD.__getitem__  # no function of ours: it is asked for so often


def held_patterns() -> tuple[str, ...]:
    """Return the sources of all patterns that were asked for: what the table of gates should know."""
    return tuple(_HELD)


# Where grammar can begin: at a coded word (see :mod:`inspector.policies.terms`), or at one of these.
_BEGINNINGS: Final = late(
    r"[ŋŏŧøĸŵʋɲ]+|\b(?:first|third|no|zero|without|there|with|are|has|have|find|see|get|free|cookie)"
)


def grammar_matches(source: str, coded: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern in a coded text, tried only where a coded word begins: most places are none."""
    pattern = compiled(source)
    if not pattern.may_match(coded):
        return
    match_at = pattern.ungated().match
    end = 0
    for beginning in _BEGINNINGS.finditer(coded):
        if beginning.start() >= end and (match := match_at(coded, beginning.start())) is not None:
            end = match.end()
            yield match


def words(text: str) -> frozenset[str]:
    """Return the words of a constant, written as running text because it is read that way."""
    return frozenset(text.split())


class _Stems(dict[str, tuple[str, ...]]):
    """The beginnings of the words of a text's parts between blanks; most parts come back in every sentence."""

    def __missing__(self, part: str) -> tuple[str, ...]:
        found = tuple(_STEM.findall(part))
        if len(part) <= _LONG_PART:
            if len(self) >= _MOST_PARTS:
                self.clear()
            self[part] = found
        return found


_STEMS: Final = _Stems()


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words of a plain text, as anchors are compared."""
    return frozenset(chain.from_iterable(map(_STEMS.__getitem__, text.split())))


class Row(NamedTuple, Generic[T]):
    """One pattern of a book: what it means, its anchors (separated by blanks), its source."""

    value: T
    anchors: str
    source: str


class PatternBook(Generic[T]):
    """Patterns that are looked up by the words of a sentence, each behind its gate."""

    def __init__(self, rows: Iterable[Row[T]]) -> None:
        self.rows = tuple(rows)
        self._by_anchor: dict[str, list[int]] = {}
        for at, row in enumerate(self.rows):
            for anchor in row.anchors.split():
                self._by_anchor.setdefault(anchor[:ANCHOR], []).append(at)

    def matches(self, text: str, stems: frozenset[str]) -> Iterator[tuple[T, re.Match[str]]]:
        """Yield every match in a plain text, pattern by pattern; ``stems`` are the beginnings of its words."""
        for at in self._called(stems):
            row = self.rows[at]
            for match in compiled(row.source).finditer(text):
                yield row.value, match

    def first(self, text: str, stems: frozenset[str]) -> tuple[T, re.Match[str]] | None:
        """Return the first match of the first pattern that matches."""
        for at in self._called(stems):
            match = compiled(self.rows[at].source).search(text)
            if match is not None:
                return self.rows[at].value, match
        return None

    def _called(self, stems: frozenset[str]) -> list[int]:
        words = self._by_anchor.keys() & stems
        return sorted({at for word in words for at in self._by_anchor[word]}) if words else []
