# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Questions that a policy asks itself, and their bare answers: "Do you use cookies? No."

The answer alone names nothing, so its claims quote both; a sentence that answers in full needs none of this.
"""

from collections.abc import Iterator
from typing import Final

from inspector.core.policy import Scope, Stance, Subject
from inspector.policies.found import Found
from inspector.policies.patterns import compiled
from inspector.policies.statements import Statement

_ASKS: Final = (
    r"^\W*(?:[\divx]+[.)]\s*)?(?:(?:do|does|will)\s+(?:we|you|i|they|it|(?:this|our|your|the)\s+(?:web\s?)?(?:site|page|app|service|store|shop)"
    r"|[\w.-]+)\s+(?:use|set|place|store)\s+|(?:what\s+about|and|are\s+there)\s+)?(?:any\s+|the\s+)?"
    r"(?P<kind>third[\s-]party|tracking|advertising|analytics)?\s*cookies?(?:\s+(?:here|on\s+(?:this|our|your)\s+\w+))?\W*\?\W*$"
)
_NO: Final = r"^\W*(?:no|nope|none|never|not\s+at\s+all)\b(?:\W+(?:we|i|it)\s+(?:do|does|will)(?:\s+not|n't))?\W*$"
_YES: Final = r"^\W*(?:yes|yep|we\s+do|it\s+does)\b(?:\W+(?:we|i|it)\s+(?:do|does|will))?\W*$"
# "We don't use them", "we use none": the cookies that the question asked after.
THEM: Final = (
    r"^\W*(?:no\W+)?(?:we|i|this\s+(?:web\s?)?site|it)\s+(?:(?:do|does)\s*(?:not|n't)\s+|never\s+)?(?:use|set|place|store|need)s?"
    r"\s+(?:them|any|those|these|none)\b"
)
_FIELDS: Final = {
    None: ("cookies", "first_party_cookies"),
    "third": ("third_party_cookies",),
    "tracking": ("cross_site_tracking",),
    "advertising": ("purposes.advertising",),
    "analytics": ("purposes.analytics",),
}


def asks_for_cookies(statement: Statement) -> bool:
    """Whether a sentence or heading is a question after the site's cookies."""
    plain = statement.plain
    return "cook" in statement.sentence.words and plain.rstrip().endswith("?") and _asked(statement) is not None


def _asked(statement: Statement) -> str | None:
    match = compiled(_ASKS).match(statement.plain)
    return None if match is None else (match["kind"] or "").replace("-", " ").split(" ")[0]


def find_answer(statement: Statement) -> Iterator[Found]:
    """Yield what a bare "no" or "yes" to such a question says."""
    question = statement.asked
    if question is None:
        return
    denied = compiled(_NO).match(statement.plain) is not None
    if not denied and compiled(_YES).match(statement.plain) is None:
        return
    kind = _asked(question) or None
    for field in _FIELDS[kind]:
        stance = Stance.DENIED if denied else Stance.DECLARED
        subject = Subject.THIRD_PARTIES if kind == "third" else Subject.SITE
        scope = Scope.ALL if kind is None else Scope.KIND
        yield Found(field, stance, question.sentence.start, statement.sentence.end, subject, scope)
