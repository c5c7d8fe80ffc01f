# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the words of a name speak of: cart, login, language, statistics, ... by a list of words and parts of words."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from inspector.classify.names import cut

_HEAD: Final = 3  # parts are found by their first letters; the list has none that is shorter


class Topics:
    """The lists, ready for look-ups. ``words`` must equal a word of the name, ``parts`` may stand anywhere in it."""

    def __init__(self, words: Mapping[str, Sequence[str]], parts: Mapping[str, Sequence[str]]) -> None:
        self._words = dict(words)
        self._parts: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for part in sorted(parts, key=len, reverse=True):  # the longest first, so that it wins
            self._parts.setdefault(part[:_HEAD], []).append((part, tuple(parts[part])))
        self.of = lru_cache(maxsize=65_536)(self._of)

    def _of(self, collapsed: str) -> tuple[str, ...]:
        """Return the topics of a collapsed name, in alphabetical order."""
        words, folded = cut(collapsed), collapsed.lower()
        found: set[str] = set()
        of_word, of_head = self._words.get, self._parts.get
        for word in words:
            found.update(of_word(word, ()))
        position, last = 0, len(folded) - _HEAD
        while position <= last:
            for part, topics in of_head(folded[position : position + _HEAD], ()):
                if folded.startswith(part, position):
                    found.update(topics)
                    position += len(part) - 1
                    break
            position += 1
        return tuple(sorted(found))
