# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which of many words a text holds, as the bits of a number: asking for any of some of them is then one step.

A word holds no blank space, or it is looked for by itself; so what a text holds is what its parts between blanks hold,
and most of those come back in every sentence. A part is looked through once, for all words together: they are one
expression, a tree of their letters, that gives at each place the longest word that begins there; the shorter ones that
begin there are its beginnings.
"""

from collections.abc import Iterable
from typing import Final

from inspector.policies.late_pattern import late

# Bounds on what is remembered of texts: that of a long policy fits.
_MOST_TEXTS: Final = 8_192
_MOST_PARTS: Final = 32_768
_LONG_PART: Final = 40  # no word of a language: it does not come back
_SYNTAX: Final = frozenset(r"\.^$*+?{}[]()|")


class HeldWords:
    """The words that are asked for. :attr:`texts` holds what is known of texts; it may be read, never written to."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.texts: dict[str, int] = {}
        self._bits: dict[str, int] = {}
        self._spaced: tuple[tuple[str, int], ...] = ()  # words with a blank inside
        self._late: tuple[tuple[str, int], ...] = ()  # words that were taken up later
        self._parts: dict[str, int] = {}
        self._begun: dict[str, int] = {}  # the bits of a word and of those that it begins with
        self._take_up(dict.fromkeys(words))
        whole = [word for word in self._bits if not _has_blank(word)]
        self._beginning = late(f"(?=({tree_of(whole)}))") if whole else None

    def _take_up(self, words: Iterable[str]) -> None:
        self._bits |= {word: 1 << at for at, word in enumerate(words, len(self._bits))}
        self._spaced = tuple(row for row in self._bits.items() if _has_blank(row[0]))
        self._parts.clear()
        self.texts.clear()

    def mask(self, words: tuple[str, ...]) -> int:
        """Return the bits of any of the words; words not met before are taken up."""
        new = [word for word in dict.fromkeys(words) if word not in self._bits]
        if new:
            self._take_up(new)
            self._late += tuple((word, self._bits[word]) for word in new if not _has_blank(word))
        mask = 0
        for word in words:
            mask |= self._bits[word]
        return mask

    def look(self, text: str) -> int:
        """Return the bits of the words that a text holds, and remember them."""
        bits, known = 0, self._parts
        for part in text.split():
            if (held := known.get(part)) is None:
                held = self._look_at(part)
            bits |= held
        for word, bit in self._spaced:
            if word in text:
                bits |= bit
        if len(self.texts) >= _MOST_TEXTS:
            self.texts.clear()
        self.texts[text] = bits
        return bits

    def _look_at(self, part: str) -> int:
        bits = 0
        if self._beginning is not None:
            for found in self._beginning.finditer(part):
                if (held := self._begun.get(found[1])) is None:
                    held = self._begins_with(found[1])
                bits |= held
        for word, bit in self._late:
            if word in part:
                bits |= bit
        if len(part) <= _LONG_PART:
            if len(self._parts) >= _MOST_PARTS:
                self._parts.clear()
            self._parts[part] = bits
        return bits

    def _begins_with(self, word: str) -> int:
        bits = 0
        for end in range(1, len(word) + 1):
            bits |= self._bits.get(word[:end], 0)
        self._begun[word] = bits
        return bits


def _has_blank(word: str) -> bool:
    return word.split() != [word]


def tree_of(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the words that begins at a place, letter by letter.

    >>> tree_of(["cook", "cookies", "ads"])
    '(?:ads|cook(?:ies)?)'
    """
    return _branches(sorted(set(words)), 0)


def _branches(words: list[str], start: int) -> str:
    """The pattern for the rest of some sorted words, which are the same up to ``start``."""
    ends = len(words[0]) == start
    first = 1 if ends else 0
    found: list[str] = []
    while first < len(words):
        last = first + 1
        while last < len(words) and words[last][start] == words[first][start]:
            last += 1
        found.append(_branch(words[first:last], start))
        first = last
    if not found:
        return ""
    return f"(?:{'|'.join(found)}){'?' if ends else ''}"


def _branch(words: list[str], start: int) -> str:
    """The pattern for some words whose next letter is the same: what all share, then what sets them apart."""
    end = start + 1
    shortest, longest = words[0], words[-1]  # of sorted words, what these two share all share
    while end < len(shortest) and end < len(longest) and shortest[end] == longest[end]:
        end += 1
    letters = "".join(f"\\{letter}" if letter in _SYNTAX else letter for letter in shortest[start:end])
    return letters + _branches(words, end)
