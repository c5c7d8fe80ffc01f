# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The words by which policies state a purpose: in a sentence about cookies, in a table's cell, in a heading.

The words alone do not make a statement about cookies ("to process your order"); whoever asks knows that the text
speaks of cookies. Tables are read in other languages too, so category names of those languages are here.
"""

from functools import cache, lru_cache
from typing import Final, NamedTuple

from inspector.core.policy import StatedPurpose as P
from inspector.policies.late_pattern import pattern_of
from inspector.policies.patterns import PatternBook, plain, stems
from inspector.policies.purpose_words.audience import AUDIENCE
from inspector.policies.purpose_words.rows import Word
from inspector.policies.purpose_words.service import NECESSARY, SERVICE

_LONGEST_TEXT: Final = 2000
# Where two purposes weigh the same: the narrower one tells more.
_PRECEDENCE: Final = (
    P.CART,
    P.SECURITY,
    P.AUTHENTICATION,
    P.SOCIAL,
    P.ADVERTISING,
    P.ANALYTICS,
    P.PREFERENCES,
    P.NECESSARY,
)
_SHORT: Final = 60
_SURE: Final = 3


class PurposeHit(NamedTuple):
    """A purpose and the place in the text that states it."""

    purpose: P
    start: int
    end: int


@cache
def _book() -> PatternBook[Word]:
    return PatternBook((*SERVICE, *AUDIENCE))


@cache
def _necessary() -> PatternBook[P]:
    return PatternBook(NECESSARY)


@lru_cache(maxsize=256)  # several claims about a sentence ask for them
def purposes_in(text: str, words: frozenset[str]) -> tuple[PurposeHit, ...]:
    """Return every purpose that a plain sentence states, with its place."""
    return tuple(
        PurposeHit(word.purpose, match.start(), match.end())
        for word, match in _book().matches(text, words)
        if not word.label
    )


def plain_purposes(text: str) -> tuple[P, ...]:
    """Return the purposes that a short description states by words that can mean little else."""
    lowered = plain(text[:_LONGEST_TEXT])
    negated = pattern_of(r"\b(?:not|n't|nor|never)\b|n't\b").search(lowered)
    end = negated.start() if negated else len(lowered)
    found = [
        word.purpose
        for word, match in _book().matches(lowered, stems(lowered))
        if word.weight >= _SURE and not word.label and match.start() < end
    ]
    return tuple(dict.fromkeys(found))


def purpose_of(text: str) -> P | None:
    """Return the purpose that a cell, a heading or a short description states above all, in any of our languages.

    >>> purpose_of("Marketing cookies").value, purpose_of("Used to distinguish users").value
    ('advertising', 'analytics')
    """
    lowered = plain(text[:_LONGEST_TEXT])
    return purpose_of_words(lowered, stems(lowered))


def purpose_of_words(lowered: str, words: frozenset[str]) -> P | None:
    """Return the same for a plain text whose words are known."""
    scores: dict[P, float] = {}
    for word, match in _book().matches(lowered, words):
        early = 1.0 if match.start() < _SHORT else 0.5
        scores[word.purpose] = scores.get(word.purpose, 0.0) + word.weight * early
    if scores:
        return max(scores, key=lambda purpose: (scores[purpose], -_PRECEDENCE.index(purpose)))
    return P.NECESSARY if len(lowered) <= 4 * _SHORT and states_necessity(lowered, words) else None


def states_necessity(text: str, words: frozenset[str]) -> bool:
    """Whether a plain text calls something necessary, essential or technically required."""
    return _necessary().first(text, words) is not None
