# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the words of a name speak of: cart, login, language, statistics, ... by a list of words and parts of words."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from inspector.classify.names import cut, slices

_HEAD: Final = 3  # parts are found by their first letters; the list has none that is shorter


class Text(NamedTuple):
    """A collapsed name as text: in lower case, its words, their topics, and whether three letters come twice in it."""

    folded: str
    words: tuple[str, ...]
    topics: tuple[str, ...]
    repeats: bool


class Topics:
    """The lists, ready for look-ups. ``words`` must equal a word of the name, ``parts`` may stand anywhere in it."""

    def __init__(self, words: Mapping[str, Sequence[str]], parts: Mapping[str, Sequence[str]]) -> None:
        self._words = dict(words)
        self._parts: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for part in sorted(parts, key=len, reverse=True):  # the longest first, so that it wins
            self._parts.setdefault(part[:_HEAD], []).append((part, tuple(parts[part])))
        self.read = lru_cache(maxsize=65_536)(self._read)

    def of(self, collapsed: str) -> tuple[str, ...]:
        """Return the topics of a collapsed name, in alphabetical order."""
        return self.read(collapsed).topics

    def _read(self, collapsed: str) -> Text:
        words, folded = cut(collapsed), collapsed.lower()
        thirds = slices(folded, _HEAD)
        found: set[str] = set()
        for topics in filter(None, map(self._words.get, words)):
            found.update(topics)
        free = 0  # where the next part may begin: parts do not overlap
        heads = self._parts
        for position in [start for start, third in enumerate(thirds) if third in heads]:
            if position < free:
                continue
            for part, topics in heads[thirds[position]]:
                if folded.startswith(part, position):
                    found.update(topics)
                    free = position + len(part)
                    break
        return Text(folded, tuple(words), tuple(sorted(found)), len(set(thirds)) < len(thirds))
