# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A sentence with what it is and speaks of: the record that every finder of claims is handed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final

from inspector.core.policy import StatedPurpose as P
from inspector.policies.patterns import compiled, words
from inspector.policies.sentences import Sentence

_AFTER_BUT: Final = r"(\bbut\s+[ŋŏ]++\s+(?:(?:do|may|will|also)\s+)?ʋ++\s+)(them|these)\b"
_PRONOUN: Final = r"(?<=ʋ\s)(?:them|these|those|it|any)\b"  # "we use them": after a verb of use
_NONE_OF_THEM: Final = (
    r"((?:[ŋŏ]++\s+ɲ++|\b(?:nobody|no\s+one))\s+(?:\w+\s+)?ʋ++\s+)(any)(?=\W*$|\s+(?:at\s+all|here|ourselves)\W*$)"
)
# What is done instead of setting them, or is no cookie: none are spoken of.
_COMPARED: Final = (
    r"((?:\b(?:unlike|instead\s+of|rather\s+than|in\s+place\s+of|as\s+opposed\s+to"
    r"|(?:similar|different|distinct|separate|akin|alternative)\s+(?:\w+\s+)?(?:to|from|than))|[,(]\s*not|\bbut\s+not|\bis\s+ɲ++|ɲ++(?=\s+an?\s))"
    r"\s+(?:using\s+|ʋ++\s+)?(?:an?\s+|any\s+|(?:traditional|browser|http)\s+)?)(ĸ++)(?!\s+(?:to|for|that|which)\b)"
)
_COMPARING: Final = words("unli inst rath plac oppo simi diff dist sepa akin alte not isn aren")


class Frame(Enum):
    """The kinds of sentences that are told apart."""

    PRACTICE = auto()  # what this site, or a party on it, does
    DEFINITION = auto()  # what cookies are and can do in general
    OTHERS = auto()  # what other sites do
    HYPOTHETICAL = auto()  # "if we ever", "should we decide to"
    CONTROL = auto()  # what the reader can do
    CONSEQUENCE = auto()  # what refusing cookies costs
    FORMER = auto()  # what this site no longer does
    NONE = auto()  # nothing about cookies


class Section(Enum):
    """What a heading announces."""

    PRACTICE = auto()  # "How we use cookies"
    CATEGORY = auto()  # "Analytics cookies"
    EDUCATION = auto()  # "What are cookies?"
    CONTROL = auto()  # "Managing cookies"
    COOKIES = auto()  # "Cookies", nothing more
    OTHERS = auto()  # "Links to other sites"
    NONE = auto()


_THOSE_SITES: Final = r"(?:these|those|such)\s+(?:external\s+|third[\s-]party\s+|other\s+)?(?:web\s?)?sites\b"


def _sites_meant(before: "Statement") -> str:
    """The code of "these websites": third parties where their content is embedded here, else other sites."""
    if compiled(_THOSE_SITES).match(before.plain):
        return before.coded[0] if before.coded[0] in "ŧø" else ""
    if "ø" not in before.coded and "third" not in before.plain:
        return ""
    return "ŧ" if "embed" in before.plain else "ø"


@dataclass(slots=True)
class Statement:
    """A sentence with its frame.

    ``topic`` says that it speaks of cookies or a like technology, itself or through what it refers to; ``direct`` that
    it names the site or a party on it. ``leads`` is the statement that introduces the list it stands in, ``refers`` the
    one that "they" and "this information" speak of, ``asked`` a question after cookies that stands right before it,
    ``category`` the purpose that its heading or label announces.
    """

    sentence: Sentence
    section: Section
    frame: Frame = Frame.NONE
    topic: bool = False
    cookie: bool = False
    tech: bool = False
    direct: bool = False
    leads: "Statement | None" = None
    refers: "Statement | None" = None
    before: "Statement | None" = None
    asked: "Statement | None" = None
    category: P | None = None
    heading: str = ""
    header: str = ""
    row: str = ""
    coder: Callable[[Sentence], str] | None = None
    held: str = ""
    pronoun: bool = False
    hidden: int = 0  # characters before the sentence that stand for its list's "we do not:"
    denials: tuple[Any, Any] | None = None  # held by inspector.policies.denials

    @property
    def coded(self) -> str:
        """The sentence with its words coded; made when first asked for, since most sentences are never asked."""
        if not self.held and self.coder is not None:
            self.held = self.coder(self.sentence)
            if " but " in self.plain and "ĸ" in self.held:  # "no cookies to track you, but we use them to ..."
                self.held = compiled(_AFTER_BUT).sub(lambda match: match[1] + "ĸ" * len(match[2]), self.held)
            if "ĸ" in self.held and self.sentence.words & _COMPARING:  # "instead of cookies"
                self.held = compiled(_COMPARED).sub(lambda match: match[1] + "c" * len(match[2]), self.held)
            if "ĸ" in self.held and " any" in self.plain:  # "and we don't set any"
                self.held = compiled(_NONE_OF_THEM).sub(lambda match: match[1] + "ĸ" * len(match[2]), self.held)
            if self.before is not None and (those := compiled(_THOSE_SITES).match(self.plain)):
                # "Embedded content from other websites ... These websites may use cookies": those, not this one
                letter = _sites_meant(self.before)
                self.held = letter * those.end() + self.held[those.end() :] if letter else self.held
            if self.pronoun:  # "we use them": the cookies of the sentence before
                self.held = compiled(_PRONOUN).sub(lambda match: "ĸ" * len(match[0]), self.held)
        return self.held

    @property
    def plain(self) -> str:
        """The sentence as patterns see it."""
        return self.sentence.plain
