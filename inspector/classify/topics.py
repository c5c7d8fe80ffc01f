# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the words of a name speak of: cart, login, language, statistics, ... by a list of words and parts of words."""

from collections.abc import Iterable, Mapping, Sequence
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

    def of(self, collapsed: str) -> tuple[str, ...]:
        """Return the topics of a collapsed name, in alphabetical order."""
        return self.of_words(cut(collapsed), collapsed.lower())

    def of_words(self, words: Iterable[str], folded: str) -> tuple[str, ...]:
        """Return the topics of a name whose words and lower-case form are known already."""
        found: set[str] = set()
        for word in words:
            found.update(self._words.get(word, ()))
        position = 0
        while position < len(folded):
            part, topics = self._part_at(folded, position)
            found.update(topics)
            position += max(len(part), 1)
        return tuple(sorted(found))

    def _part_at(self, folded: str, position: int) -> tuple[str, tuple[str, ...]]:
        for part, topics in self._parts.get(folded[position : position + _HEAD], ()):
            if folded.startswith(part, position):
                return part, topics
        return "", ()
