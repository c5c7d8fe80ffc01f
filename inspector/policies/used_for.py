# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What cookies in use are for, stated or taken over from the sentence before."""

from collections.abc import Iterator, Sequence
from typing import Final

from inspector.core.policy import Scope, Stance, Subject
from inspector.core.policy import StatedPurpose as P
from inspector.policies.analytics import COOKIELESS
from inspector.policies.beside import end_of_data, is_beside, limits_ads, lists_data
from inspector.policies.denial import Denial
from inspector.policies.denials import negated_spans, read_denials
from inspector.policies.denied import find_denials
from inspector.policies.found import Found
from inspector.policies.outside import NOT_NEEDED, cookie_outside, done_without, is_outside, whole
from inspector.policies.patterns import compiled
from inspector.policies.purposes import purposes_in, states_necessity
from inspector.policies.signs import is_of_storage
from inspector.policies.statements import Section, Statement

# Third parties act: they come before whoever else does; "our partners" are they.
_THIRD_SPEAKS: Final = r"^[^ŋŏŧø]*(?:[ŋŏ]++\s+(?:[a-z-]+\s+){0,2})?ŧ"


# "Contextual ads that need no cookies": what is done without them is no purpose of theirs.
_NEEDS_NONE: Final = (
    r"^[^ĸŵ]*\b(?:which|that|and|they)\s+(?:\w+\s+)?(?:ɲ++\s+(?:need|requir\w*|rely\s+on|ʋ++)\s+(?:any\s+)?"
    r"|(?:needs?|requires?|rel(?:y|ies)\s+on|ʋ++)\s+no\s+|(?:works?|runs?|operates?|functions?)\s+without\s+)ĸ++"
    r"(?:\s+(?:or|and|nor)\s+(?:any\s+)?ŵ++)?[^ĸŵ]*$"
)


_COLLECTS_IT: Final = (
    r"\bto\s+(?:collect|gather|obtain|capture)\s+(?:this|that|such|these|all\s+of\s+this|the\s+above|the\s+foregoing)\s+"
    r"(?:types?\s+of\s+|\w+\s+)?(?:information|data)\b\W*$"
)


_DATA_USED: Final = r"\b(?:use|used|uses|using)\b[^.;]*\b(?:information|data)\b|\b(?:information|data)\b[^.;]*\bused?\b"


_BACK: Final = 2  # sentences


# Whoever or whatever the sentence before spoke of: its purpose is theirs.
_THESE_PARTIES: Final = (
    r"^\W*(?:these|those|such|they|some\s+of\s+(?:these|them)|each\s+of\s+(?:these"
    r"|them))\b(?:\s+(?:\w+\s+){0,2}?(?:compan\w+|part(?:y|ies)|providers?|networks?|advertisers?"
    r"|partners?|ads?|advertisements|features?|buttons?|plug-?ins?|widgets?|services?|vendors?"
    r"|videos?|content|may|also|use|set))\b"
)


def find_purposes(
    statement: Statement, negated: tuple[tuple[int, int], ...], previous: Statement | None
) -> Iterator[Found]:
    """Yield the purposes that a sentence gives the cookies in use, or takes over from the one before."""
    sentence = statement.sentence
    if not statement.cookie and is_of_storage(statement):
        return  # storage of its own: its purpose is not a cookie's
    if not statement.cookie and compiled(COOKIELESS).search(statement.heading):
        return
    without = done_without(statement.coded)
    if without and not cookie_outside(statement.coded, without) and not statement.tech:
        return
    denials = read_denials(statement)
    if _denies_all(statement, denials) or compiled(_NEEDS_NONE).search(statement.coded):
        return
    denied = {found.purpose for found in find_denials(statement)} if negated or denials else set()
    told: set[P | None] = set()
    for found in _stated_purposes(statement, negated, denials):
        if found.purpose not in told and found.purpose not in denied:
            told.add(found.purpose)
            yield found
    category = statement.category if statement.section is Section.CATEGORY and not denials else None
    if category is not None and category not in told and category not in denied:
        yield whole(statement, f"purposes.{category.value}", scope=Scope.PURPOSE, purpose=category, weak=True)
    yield from _inherited_purposes(statement, previous, told)
    yield from _collected_for(statement, told)
    needless = compiled(NOT_NEEDED).search(statement.coded) is not None  # "cookies are not required"
    if statement.cookie and states_necessity(sentence.plain, sentence.words) and not negated and not needless:
        yield whole(statement, "purposes.necessary", scope=Scope.PURPOSE, purpose=P.NECESSARY)


def _denies_all(statement: Statement, denials: Sequence[Denial]) -> bool:
    """Whether the sentence only says that there are no cookies: its other words are no purposes of any."""
    spans = tuple((denial.start, denial.end) for denial in denials)
    if (
        statement.cookie
        and any(denial.subject is Subject.NAMED_THIRD_PARTY for denial in denials)
        and " but " not in statement.plain
        and not cookie_outside(statement.coded, spans)
    ):
        return True  # "a service that sets no cookies": what it does is no purpose of any
    return (
        statement.cookie
        and "ŧ" not in statement.coded
        and any(denial.scope is Scope.ALL for denial in denials)
        and not cookie_outside(statement.coded, spans)
    )


def _stated_purposes(
    statement: Statement, negated: tuple[tuple[int, int], ...], denials: Sequence[Denial]
) -> Iterator[Found]:
    """The purposes that the words of a sentence state, outside its negations and the subjects of others' denials."""
    sentence = statement.sentence
    third = compiled(_THIRD_SPEAKS).match(statement.coded) is not None
    subject = Subject.THIRD_PARTIES if third else Subject.SITE
    if lists_data(statement):
        return
    others = max((denial.start for denial in denials if denial.subject is not Subject.SITE), default=0)
    others = max(others, end_of_data(statement))
    for hit in purposes_in(sentence.plain, sentence.words):
        if is_beside(sentence.plain, hit):
            continue
        if hit.start >= others and (is_outside(hit.start, negated) or limits_ads(sentence.plain, hit)):
            field = f"purposes.{hit.purpose.value}"
            weak = not statement.direct
            yield whole(statement, field, subject=subject, scope=Scope.PURPOSE, purpose=hit.purpose, weak=weak)


def _inherited_purposes(statement: Statement, previous: Statement | None, told: set[P | None]) -> Iterator[Found]:
    """ "Companies serve ads here. These companies use cookies": the purpose stands in the first sentence."""
    if previous is None or statement.refers is not previous or not statement.cookie:
        return
    means = compiled(r"^\W*to\s+do\s+(?:so|this|that)\b").match(statement.plain)
    if not (means or compiled(_THESE_PARTIES).search(statement.plain)) or negated_spans(previous.coded):
        return
    place = (previous.sentence.start, statement.sentence.end, Subject.THIRD_PARTIES, Scope.PURPOSE)
    for hit in purposes_in(previous.plain, previous.sentence.words):
        if (means or hit.purpose in (P.ADVERTISING, P.SOCIAL)) and hit.purpose not in told:
            told.add(hit.purpose)
            start, end, subject, scope = place
            yield Found(f"purposes.{hit.purpose.value}", Stance.DECLARED, start, end, subject, scope, hit.purpose)


def _collected_for(statement: Statement, told: set[P | None]) -> Iterator[Found]:
    """ "We use this data to serve ads. We use cookies to collect it": the purposes stand before."""
    earlier = statement.before
    for _ in range(_BACK if statement.cookie and not told and compiled(_COLLECTS_IT).search(statement.plain) else 0):
        if earlier is None or compiled(_DATA_USED).search(earlier.plain) is None or negated_spans(earlier.coded):
            return
        for hit in purposes_in(earlier.plain, earlier.sentence.words):
            if hit.purpose not in told:
                told.add(hit.purpose)
                place = (earlier.sentence.start, statement.sentence.end, Subject.SITE, Scope.PURPOSE, hit.purpose)
                yield Found(f"purposes.{hit.purpose.value}", Stance.DECLARED, *place, weak=True)
        earlier = earlier.before


def find_in_consequence(statement: Statement, start: int = 0) -> Iterator[Found]:
    """What refusing cookies costs is what they are used for; and that there are any. It is told from ``start`` on."""
    sentence = statement.sentence
    if statement.cookie and states_necessity(sentence.plain, sentence.words):
        yield whole(statement, "purposes.necessary", scope=Scope.PURPOSE, purpose=P.NECESSARY)
    if statement.cookie:
        yield whole(statement, "cookies", weak=True, scope=Scope.CONDITION)
        yield whole(statement, "first_party_cookies", weak=True, scope=Scope.CONDITION)
    told = set()
    for hit in purposes_in(sentence.plain, sentence.words):
        if hit.start < start or is_beside(sentence.plain, hit):
            continue
        if (hit.purpose in (P.CART, P.AUTHENTICATION) and hit.purpose not in told) or (
            hit.purpose is P.PREFERENCES
            and hit.purpose not in told
            and compiled(r"\b(?:lose|lost|remember|re-?enter|again|personali[sz]\w+|reset|re-?state)\b").search(
                sentence.plain
            )
        ):
            told.add(hit.purpose)
            yield whole(statement, f"purposes.{hit.purpose.value}", scope=Scope.PURPOSE, purpose=hit.purpose)
