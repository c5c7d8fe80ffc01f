# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What of a sentence stands outside its denied parts."""

from typing import Final

from inspector.core.policy import Stance
from inspector.policies.found import Found
from inspector.policies.patterns import compiled, grammar_matches
from inspector.policies.statements import Statement
from inspector.policies.terms import C

NOT_NEEDED: Final = (
    r"(?:ɲ++|\bwithout)\s+(?:\w+\s+){0,2}?(?:requir|need|depend\s+on|have\s+to\s+accept)\w*\s+(?:\w+\s+){0,2}?ĸ"
    r"|ĸ++\s+ɲ++\s+(?:a\s+)?(?:requir|need|prerequisite)|\bno\s+ĸ++\s+(?:are|is)\s+(?:requir|need|necess)|\b(?:need|requir)\w*\s+no\s+ĸ"
)


_WITHOUT: Final = r"\bwithout\s+(?:the\s+ʋ++\s+of\s+|ʋ++\s+|setting\s+)?(?:any\s+|\w+\s+)?ĸ++"


def is_outside(at: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether a place lies in none of the spans."""
    return not any(start <= at < end for start, end in spans)


def whole(statement: Statement, field: str, **more: object) -> Found:
    """Return a declaration that rests on the whole sentence."""
    sentence = statement.sentence
    return Found(field, Stance.DECLARED, sentence.start, sentence.end, **more)  # type: ignore[arg-type]


def done_without(coded: str) -> tuple[tuple[int, int], ...]:
    """ "We count visits without cookies": none are spoken of; what does not work without them is another matter."""
    if "without" not in coded or compiled(r"\b(?:only|if|unless|limited|less)\b").search(coded):
        return ()
    return tuple(match.span() for match in compiled(_WITHOUT).finditer(coded) if "ɲ" not in coded[: match.start()])


def matches_outside(pattern: str, coded: str, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether a pattern of the grammar ends outside the spans anywhere; ``coded`` is the coded sentence."""
    return any(is_outside(match.end() - 1, spans) for match in grammar_matches(pattern, coded))


def cookie_outside(coded: str, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether cookies are named outside the spans."""
    return any(is_outside(match.start(), spans) for match in compiled(C).finditer(coded))


def states_outside(pattern: str, coded: str, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether a pattern ends outside the spans anywhere."""
    return any(is_outside(match.end() - 1, spans) for match in compiled(pattern).finditer(coded))
