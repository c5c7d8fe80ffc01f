# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Lines that say one thing of what stands above them: "Administered by: third parties".

Generators of policies write so, or "Personal data processed: trackers"; the line alone names neither a cookie of this
site nor who sets it.
"""

from collections.abc import Iterator
from typing import Final

from inspector.core.policy import Scope, Stance, Subject
from inspector.core.policy import StatedPurpose as P
from inspector.policies.found import Found
from inspector.policies.patterns import compiled, words
from inspector.policies.purposes import purposes_in
from inspector.policies.statements import Frame, Statement

_ADMINISTERED: Final = r"^\W*(?:administered|managed|set|provided)\s+by\s*:\s*third[\s-]part"
_PROCESSED: Final = r"\bpersonal\s+data\s+(?:processed|collected)\s*:[^.]*\b(?:trackers?|cookies?)\b"
_TRACKER_WORDS: Final = words("trac cook")
_FAR: Final = 3  # lines back


def find_particulars(statement: Statement) -> Iterator[Found]:
    """Yield what such a line says."""
    if statement.frame in (Frame.NONE, Frame.PRACTICE, Frame.CONTROL):
        yield from _administered(statement)
    if statement.frame in (Frame.NONE, Frame.PRACTICE, Frame.DEFINITION):
        yield from _processed(statement)


def _administered(statement: Statement) -> Iterator[Found]:
    """ "Administered by: third parties", a line of what is said of each kind of cookies."""
    if compiled(_ADMINISTERED).match(statement.plain) is None:
        return
    earlier, spoken = statement.before, "cookie" in statement.heading
    for _ in range(_FAR):
        if not spoken and earlier is not None:
            spoken = earlier.cookie
            earlier = earlier.before
    for field in ("third_party_cookies", "cookies") if spoken else ():
        yield Found(field, Stance.DECLARED, statement.sentence.start, statement.sentence.end, Subject.THIRD_PARTIES)


def _processed(statement: Statement) -> Iterator[Found]:
    """ "X is a remarketing service. Personal data processed: trackers": what the service does, it does with them."""
    match = compiled(_PROCESSED).search(statement.plain) if statement.sentence.words & _TRACKER_WORDS else None
    if match is None:
        return
    earlier: Statement | None = statement
    told: set[P] = set()
    for _ in range(_FAR):
        if earlier is None:
            return
        for hit in purposes_in(earlier.plain, earlier.sentence.words):
            if earlier is statement and hit.start >= match.start():
                continue
            if hit.purpose in (P.ADVERTISING, P.ANALYTICS, P.SOCIAL) and hit.purpose not in told:
                told.add(hit.purpose)
                place = (earlier.sentence.start, statement.sentence.end, Subject.NAMED_THIRD_PARTY, Scope.PURPOSE)
                yield Found(f"purposes.{hit.purpose.value}", Stance.DECLARED, *place, hit.purpose)
        earlier = earlier.before
