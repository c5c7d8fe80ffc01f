# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Parties that are named by headings alone: "These services may place cookies:", and below a heading for each.

Pages made of cards, and converters of lists, write the members of a list as headings. A heading is a member where it
is nothing but a name, and the sentence with the colon, or the heading above it, says what such parties do here.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from inspector.core.policy import BlockKind, Document
from inspector.policies import vendor_words as says
from inspector.policies.found import Found, found_vendor
from inspector.policies.lexicon import Mention
from inspector.policies.patterns import compiled
from inspector.policies.statements import Statement
from inspector.policies.vendor_names import is_bare_google, is_operator, vendor_id

_DOES_WHAT: Final = r"\bcookies?\b|\btrack|\badvertis|\banalytics\b|\banaly[sz]e\s+(?:the\s+)?us"


class Announced:
    """What was announced last, and whether the headings that follow are its members."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lead: Statement | None = None
        self._above: tuple[int, ...] = ()  # the headings that stand over the members, and
        self._level = 0  # the members' own level
        self._last: Statement | None = None

    def see(self, statement: Statement) -> None:
        """Take note of a statement, in reading order."""
        self._last = statement

    def says_of(self, heading: Statement) -> str:
        """Return the words that say what the parties under such headings do, nothing where none are announced."""
        block = self._document.blocks[heading.sentence.block]
        above = tuple(index for index in block.headings if index != heading.sentence.block)
        last = self._last
        if last is not None and last.sentence.kind is not BlockKind.HEADING and last.plain.rstrip().endswith(":"):
            self._lead, self._above, self._level = last, above, block.level
        if self._lead is not None and (self._above, self._level) != (above, block.level):
            self._lead = None
        if self._lead is not None:
            before = self._lead.before.plain + " " if self._lead.before is not None else ""
            return before + self._lead.plain
        return self._document.block_text(above[-1]).lower() if above else ""


def find_announced(
    heading: Statement, mentions: Sequence[Mention], announced: str, operator: tuple[str, ...]
) -> Iterator[Found]:
    """Yield the party that a heading names, if the announcement says that such parties have a role on the site."""
    sentence = heading.sentence
    named = [mention for mention in mentions if not is_operator(mention.name, operator)]
    others = [m for m in named[1:] if m.id != named[0].id and not is_bare_google(m.name)]
    if not named or others or is_bare_google(named[0].name) or not _is_only_name(sentence.text, named[0]):
        return
    if not _tells_role(announced):
        return
    vendor = vendor_id(named[0].id, named[0].name, ads=compiled(says.ADS).search(announced) is not None)
    if vendor in says.PROGRAMMES:
        return
    yield found_vendor(vendor, named[0].name, sentence.start, sentence.end)


def _is_only_name(text: str, mention: Mention) -> bool:
    """Whether a heading is a name and at most one word or a bracket more."""
    bare = compiled(r"\s*\([^()]*\)\s*$|^\s*[\d.]+\s+").sub("", text)
    return len(bare.split()) <= len(mention.name.split()) + 1


def _tells_role(announced: str) -> bool:
    text = compiled(r"\bnot\s+limited\s+to\b").sub("", announced)
    return (
        compiled(says.LIST_OF_SERVICES).search(text) is not None
        and compiled(_DOES_WHAT).search(text) is not None
        and compiled(says.LISTS_OTHERS).search(text) is None
        and compiled(r"\b(?:not|no|never|without)\b|n't\b").search(text) is None
    )
