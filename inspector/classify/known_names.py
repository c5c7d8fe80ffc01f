# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What names tell before anything else of a cookie is looked at: the facts that hold for them, and on which hosts."""

from typing import Final

from inspector.classify.names import collapse
from inspector.knowledge import optout_words
from inspector.knowledge.book import Knowledge
from inspector.knowledge.domains import ANY_SUFFIX
from inspector.knowledge.records import KnownCookie

NO_FACTS: Final = -1  # the number of no facts

NameFacts = tuple[str, tuple[KnownCookie, ...], int, tuple[str, ...], bool]
"""What a name alone tells: collapsed, the facts that hold on any host and their number, the endings of the hosts on
which others may hold, and whether its opt-out state has to be asked for. A plain tuple, because there is one for every
name."""

_ANY_ENDING: Final = ("",)  # of a name with facts for a company under any suffix: each host is looked up


class KnownNames:
    """Names looked up in the tables; equal facts have one number, so that classes of names are told by it."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._numbers: dict[tuple[int, ...], tuple[int, tuple[KnownCookie, ...]]] = {}
        self._out_names = knowledge.opt_out_names

    def learn(self, name: str) -> NameFacts:
        """Return what a name alone tells."""
        facts = self._knowledge.find(name, None)
        says_out = name in self._out_names or optout_words.may_say(name)
        if not facts:
            return collapse(name), facts, NO_FACTS, (), says_out
        anywhere = tuple([fact for fact in facts if fact.domain is None])
        ends = tuple([fact.domain for fact in facts if fact.domain is not None])
        if any(end.endswith(ANY_SUFFIX) for end in ends):
            ends = _ANY_ENDING
        return collapse(name), anywhere, self._number(anywhere), ends, says_out

    def find(self, asked: tuple[str, str | None]) -> tuple[tuple[KnownCookie, ...], int]:
        """Return the facts that hold for a name on a host, and their number."""
        facts = self._knowledge.find(*asked)
        return facts, self._number(facts)

    def _number(self, facts: tuple[KnownCookie, ...]) -> int:
        """Return a number for these facts. They are kept with it, so that no other fact can come to have their ids."""
        if not facts:
            return NO_FACTS
        return self._numbers.setdefault(tuple(map(id, facts)), (len(self._numbers), facts))[0]
