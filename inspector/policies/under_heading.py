# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What stands under a heading such as "How we use cookies" and speaks of cookies by its form alone.

"Security: to detect fraud" says neither who nor what; its heading does. The same words under "What are cookies?" say
nothing of this site.
"""

from collections.abc import Iterator
from typing import Final

from inspector.core.policy import BlockKind, Stance
from inspector.policies import cues
from inspector.policies.found import Found
from inspector.policies.patterns import compiled, stems
from inspector.policies.purposes import purpose_of_words, purposes_in
from inspector.policies.statements import Section, Statement

# A heading that says that this site uses cookies, and a label before what they are for.
_OURS_BY_HEADING: Final = (
    r"\b(?:how|why|what|which|when|ways|purposes?|reasons?|our|we)\b.*\bcookies\b|\bcookies\b.*\b(?:we|our|us|this\s+(?:web\s?)?site)\b"
    r"|\buse\s+of\s+cookies\b"
)
_LABEL: Final = r"^\W*(?:\d{1,2}[.)]\s*)?((?:[\w'&/-]+\s+){0,4}[\w'&/-]+)(?:\s*\([^)]{1,40}\))?\s*(?::|\s-)\s+(?=\w)"
_SITE_WILL: Final = (
    r"^\W*(?:[ŋŏ]++|they|these|cookies)\s+"
    r"(?:(?:will|may|can|also|are|do|then|ʋ++\s+them|help\s+[ŋŏ]++|allow\s+[ŋŏ]++|to|for)\s*){1,4}:\W*$"
)
_THESE: Final = (
    r"^\W*(?:these|they|those)\s+(?:(?:also|only|simply)\s+)?(?:are\s+used|help|tell|let|allow|keep|remember|count|show"
    r"|make|enable|store|measure|improve|protect|secure)\b"
)
_USED_BY_US: Final = (
    r"\b(?:we|this\s+(?:web\s?)?site)\s+(?:\w+\s+)?use\w*\s+(?:\w+\s+)?cookies\b"
    r"|\bcookies\s+(?:that\s+|which\s+)?(?:do\s+)?we\s+use|\bour\s+(?:use\s+of\s+)?cookies\b"
)


def is_described(statement: Statement) -> bool:
    """Return whether "How we use cookies" stands above, and "Security: to detect fraud" or such a list here."""
    if statement.section is not Section.PRACTICE or compiled(_OURS_BY_HEADING).search(statement.heading) is None:
        return False
    label = compiled(_LABEL).match(statement.plain)
    if label is not None and purpose_of_words(label[1], stems(label[1])) is not None:
        return True
    if compiled(cues.USES_THEM).match(statement.plain.lstrip("\"' ")):
        return True
    led = statement.leads
    return (
        led is not None
        and statement.sentence.kind is BlockKind.LIST_ITEM
        and compiled(_SITE_WILL).match(led.coded) is not None
    )


def stands_behind_label(statement: Statement) -> bool:
    """Return whether "Analytics." is the label right before "These tell us which pages are read"."""
    before = statement.before
    return (
        before is not None
        and before.sentence.block == statement.sentence.block
        and compiled(_THESE).match(statement.plain) is not None
        and compiled(cues.KIND_HEADING).match(before.plain) is not None
    )


def find_by_heading(statement: Statement) -> Iterator[Found]:
    """Yield what the heading says: "How we use cookies", and below "Analytics: to count visits"."""
    if (
        statement.section is Section.PRACTICE
        and not statement.tech
        and "ŧ" not in statement.coded
        and statement.refers is None
        and compiled(_USED_BY_US).search(statement.heading)
        and next(iter(purposes_in(statement.plain, statement.sentence.words)), None) is not None
    ):
        for field in ("cookies", "first_party_cookies"):
            yield Found(field, Stance.DECLARED, statement.sentence.start, statement.sentence.end, weak=True)
