# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Who does not do what a negation denies. Only the site itself can deny the site's cookies.

"A service that does not use cookies", "our newsletter tool does not", a name that nobody has introduced: these are
others, and their sentences deny nothing of the site.
"""

import re
from typing import Final

from inspector.core.policy import Subject
from inspector.policies import denial_words as says
from inspector.policies.patterns import compiled
from inspector.policies.statements import Frame, Statement

_ADVERBS: Final = (
    r"currently|presently|also|itself|ourselves|myself|ever|therefore|thus|hence|do|does|generally"
    r"|itself|here|at\s+present|web|site|site's|pages?|servers?|homepage|and\s+[ŋŏ]++|,"
)
_ONE_PRODUCT: Final = r"\b(?:mobile|ios|android|desktop|phone|tablet)\s+(?:apps?|applications?|software)\b"
# "The app itself uses no cookies": its website may.
_ITSELF: Final = (
    r"^\W*(?:the|our|this)\s+(?:mobile\s+)?(?:apps?|applications?|software|extension|add-?on|plug-?in|program)"
    r"\s+itself\b"
)
# "Our support portal": a place of its own beside the site.
_ONE_PART: Final = (
    r"\W*(?:our|the|this|my|its)\s+(?:public\s+|own\s+)?(?:(?:support|help|developers?|partners?|investors?|careers?|jobs?"
    r"|press|status|staging|test|demo|legacy|old|former|mobile|api|payments?|downloads?|internal|admin\w*|supplier|vendor"
    r"|documentation|docs|todo|kiosk|beta|onion)\s+(?:web\s?)?(?:sites?|pages?|portals?|cent(?:re|er)|apps?|applications?|platform"
    r"|servers?|system|forum|blog|wiki|desk|subdomain|section|experience)|apis?\b|documentation\b|docs\b|help\s+desk\b)"
)
_THIS_TOOL: Final = (
    r"^\W*(?:this|the|these)\s+(?:\w+\s+)?(?:services?|tools?|software|products?|scripts?|systems?|applications?)\b"
)
_TOOL: Final = r"\b(?:analytics|service|tool|software|provider|product|script|statistics)\b"


def subject_at(statement: Statement, start: int) -> Subject:
    """Return who does not do what is denied from ``start`` on; "and does not" has the subject of what came before."""
    coded = statement.coded
    before = coded[:start]
    clause = before[_clause_start(before) :].strip(" \"',")
    if compiled(r"^(?:and|or|but|nor)?$").match(clause) and 0 <= (first := coded.find("ɲ")) < start:
        return subject_at(statement, first)
    if not clause or compiled(r"\b(?:there|you\s+will|here|and|so|but|i)\W*$").search(clause):
        return nearest_actor(before)
    if compiled(r"\b(?:which|that|who)\s+(?:\w+\s+){0,2}$").search(before):
        return Subject.NAMED_THIRD_PARTY
    if "ø" in clause:
        return Subject.OTHER_SITES
    if "ŧ" in clause and not compiled(r"[ŋŏ]++\W*(?:\w+\W+)?$").search(clause):
        return Subject.THIRD_PARTIES
    return Subject.SITE if _is_the_site(statement, clause, before) else Subject.NAMED_THIRD_PARTY


def _clause_start(before: str) -> int:
    """Where the clause begins that the negation stands in."""
    ends = [
        match.end()
        for match in compiled(
            r"[.;:!?]\s|,\s+(?:and|but|so|while|because|as)\s|\b(?:and|but|because|while|since|although"
            r"|whether|that|so)\s+(?=[ŋŏŧ]|it\b|they\b)|\)\s"
        ).finditer(before)
    ]
    comma = before.rfind(", ")
    if comma > 0 and compiled(r"^\W*(?:[ŋŏ]++)\b").match(before[comma + 2 :]):
        ends.append(comma + 2)
    return max(ends, default=0)


def _is_the_site(statement: Statement, clause: str, before: str) -> bool:
    """Whether a clause's subject is the site and nothing of the site's only: "our site", not "our newsletter tool"."""
    actors = list(compiled(r"[ŋŏ]++").finditer(clause))
    if compiled(r"^\W*(?:these|those|the|such)\s+(?:[a-z-]+\s+)?ĸ++\W*$").match(clause):
        return statement.frame is Frame.PRACTICE
    if not actors:
        if compiled(r"^\W*(?:because\s+)?it\W*$").match(clause) and compiled(
            r"^\W*(?:none\W+)?(?:[ŋŏ]++(?!\w)|this\s+is\s+an?\s+(?:[\w-]+\s+){0,4}(?:site|website|page|blog|app|shop)\b)(?:(?!ŧ|ø)[^.;])*$"
        ).match(before):
            return True  # "this site shows no banner because it sets no cookies"
        return (
            compiled(r"^\W*(?:it|they|the\s+author|the\s+owner)\W*$").match(clause) is not None
            and statement.refers is not None
            and statement.refers.direct
        )
    if compiled(_ONE_PART).match(statement.plain[statement.coded.find(clause) if clause else 0 :]):
        return False
    if compiled(_ITSELF).match(statement.plain):
        return False
    if compiled(_ONE_PRODUCT).search(statement.plain) or compiled(
        r"^\W*(?:our|my|the|this)\s+(?:\w+\s+)?newsletters?\b"
    ).match(statement.plain):
        return False
    if compiled(r"\b(?:version|edition|tier|plan|part|section|area)s?\s+of\s+[ŋŏ]++").search(clause):
        return False  # one of the site's parts
    rest = clause[actors[-1].end() :]
    if compiled(r"^\W*(?:[a-z-]+\s+)?ĸ++\W*$").match(rest):  # "our cookies do not track you"
        return True
    if compiled(rf"^\W*(?:(?:{_ADVERBS})\W*)*$").match(rest) is None:
        return False
    return not _is_a_tool(statement)


def _is_a_tool(statement: Statement) -> bool:
    """ "We use an analytics service. This service sets no cookies": the service is not the site."""
    referred = statement.refers or statement.before
    return (
        referred is not None
        and compiled(_THIS_TOOL).match(statement.plain) is not None
        and compiled(_TOOL).search(referred.plain) is not None
    )


def nearest_actor(before: str) -> Subject:
    """Return who is named last before a place; where nobody is, the site speaks of itself."""
    actors = compiled(r"[ŋŏ]++|ŧ++|ø++").ungated().findall(before)
    return (
        {"ŧ": Subject.THIRD_PARTIES, "ø": Subject.OTHER_SITES}.get(actors[-1][0], Subject.SITE)
        if actors
        else Subject.SITE
    )


def denier(statement: Statement, match: re.Match[str], number: str) -> Subject:
    """Who does not: only the site itself can deny the site's cookies.

    "A service that does not use cookies", "our newsletter tool", a name that nobody has introduced: these are others.
    """
    coded = statement.coded
    start = match.start()
    end = match.start(f"kind{number}") if f"kind{number}" in match.re.groupindex else match.end()
    if "ŧ" in coded[start:end] or compiled(says.LETS_ANYONE).search(coded, start, end):
        # "we do not allow third parties to set cookies"
        return Subject.THIRD_PARTIES if is_general(statement.plain[start:end]) else Subject.NAMED_THIRD_PARTY
    if compiled(r"ɲ++\s+(?:find|see|encounter)\b").match(coded, start):
        return nearest_actor(coded[:start])  # "you will not find any cookies here"
    subject = nearest_actor(coded[:start]) if coded[start] not in "ɲʋ" else subject_at(statement, start)
    if subject is Subject.THIRD_PARTIES:
        last = max(compiled(r"ŧ++").finditer(coded, 0, start), key=lambda found: found.end(), default=None)
        if last is not None and not is_general(statement.plain[last.start() : last.end()]):
            return Subject.NAMED_THIRD_PARTY
    return subject


def is_general(plain: str) -> bool:
    """Whether words speak of third parties as such: "our hosting provider" or a name is one of them only."""
    return compiled(says.IN_GENERAL).search(plain) is not None


def only_advertisers(statement: Statement) -> bool:
    """Whether the third parties spoken of are advertisers: those who count visits may yet set cookies."""
    plain = statement.plain
    return compiled(says.ADVERTISERS).search(plain) is not None and compiled(says.ANYBODY).search(plain) is None
