# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What sentences about the site's practice declare: cookies, whose they are, what kind, and what for."""

from collections.abc import Iterator
from typing import Final

from inspector.core.policy import BlockKind, Scope, Stance, Subject
from inspector.policies import cues
from inspector.policies.analytics import find_analytics
from inspector.policies.denial_words import NEGATED_VERB, NOT_OF_USE
from inspector.policies.denials import is_negated_list, negated_spans, read_denials
from inspector.policies.found import Found
from inspector.policies.lasting import find_kinds
from inspector.policies.outside import (
    NOT_NEEDED,
    cookie_outside,
    done_without,
    matches_outside,
    whole,
)
from inspector.policies.patterns import compiled, words
from inspector.policies.statements import Frame, Section, Statement
from inspector.policies.terms import B, C, N, S, T, U, names_site
from inspector.policies.under_heading import find_by_heading
from inspector.policies.used_for import find_in_consequence, find_purposes

_GAP: Final = r"(?:(?!ŧ|\b(?:that|which|who|whose|may)\b)[^.;:]){0,90}?"
_WORDS: Final = r"(?:(?!ŧ|\b(?:which|who|whose|show|display|link|feature|visit)\w*\b)[\w,\"'()/&-]+\s+){0,7}?"
# The site as the one who acts, not as the place: "buttons on our site set cookies".
_ACTS_HERE: Final = (
    r"(?<!\bon\s)(?<!\bin\s)(?<!\bof\s)(?<!\bto\s)(?<!\bat\s)(?<!from\s)(?<!with\s)(?<!through\s"
    r")(?<!visit\s)(?<!using\s)(?<!across\s)(?<![ŋŏ])"
)
_FIRST: Final = (
    rf"{_ACTS_HERE}{S}\s+{_WORDS}{U}\b{_GAP}{C}|{S}(?:\s+and(?:/or)?|\s+or"
    rf"|\s+as\s+well\s+as)\s+(?:{S}\s+|its\s+|their\s+)?(?:[\w-]+\s+){{0,2}}?{T}\s+(?:\w+\s+){{0,3}}?{U}\b"
    rf"[^.;:]{{0,90}}?{C}"
    rf"|^\W*{S},\s+(?:{S}\s+)?{T},?\s+(?:and|or)\s+(?:{S}\s+)?{T}\s+(?:\w+\s+){{0,3}}?{U}\b[^.;:]{{0,90}}?{C}"
    rf"|{T}\s+(?:and|or)\s+{S}\s+(?:\w+\s+){{0,2}}{U}\b[^.;:]{{0,90}}?{C}|(?<!\w){S}\s+(?:own\s+"
    rf"|ʋ++\s+of\s+)?(?:[a-z-]+,?\s+){{0,2}}?\"?{C}|{C}[^.;]{{0,80}}?\bby\s+(?:either\s+"
    rf"|both\s+)?{S}(?!\s+(?:[a-z-]+\s+){{0,2}}ŧ)|\bfirst[\s-]party\s+(?:and\s+[\w-]+\s+)?{C}"
    rf"|{C}[^.;]{{0,40}}?(?:that\s+)?{S}\s+(?:(?:also|may|will|do|currently|have|our|partners"
    rf"|and)\s+){{0,3}}{U}"
)
_THIRD: Final = (
    rf"{T}[\s,]+(?:{S}\s+(?:have\s+|has\s+)?(?:hired|engaged|chosen|selected|contracted|work\s+with|employed)\s+)?(?:(?:whose|who|that|which|with\s+wh\w+)\s+(?:[\w-]+\s+){{1,5}})?(?:(?:(?:on|in|of"
    rf"|for|with|by)\s+[ŋŏ]++\s+(?:site\s+)?)|[ŋŏ]++\s+(?:traffic|audience|visitors?|users?|readers|customers|pages?|content|behalf)\b,?\s+"
    rf"|(?![ŋŏ])[\w,\"'()/&-]+\s+){{0,9}}?{U}\b(?:(?![ŋŏ]\s+ʋ)[^.;:]){{0,110}}?(?:{C}|{B})|(?:{C}"
    rf"|{B})[^.;]{{0,90}}?\bby\s+{S}\s+(?:and(?:/or)?|or)\s+(?:{S}\s+)?(?:[a-z-]+\s+)?{T}|(?:{C}"
    rf"|{B})[^.;]{{0,90}}?\b(?:by|from|of)\s+(?:(?![ŋŏ]++\s+(?:and|or))[\w,&/\"'-]+\s+){{0,5}}?{T}"
    rf"|\bembed\w*\s+(?:content|videos?|media|posts|maps)\b[^.;]{{0,60}}?(?:{U}|\bpresents?)\s+(?:\w+\s+){{0,2}}?{C}"
    rf"|{T}\s+they\s+(?:(?:may|can|will)\s+)?(?:recogni[sz]e|identify|know|track)\w*\s+[^.;:]{{0,30}}?\b(?:by|with|through)"
    rf"\s+(?:\w+\s+)?{C}"
    rf"|\bthird[\s-]part(?:y|ies)'?\s+(?:[\w-]+,?\s+){{0,4}}?(?:{C}|{B})|{T}(?:'s?"
    rf"|s')?\s+(?:[a-z-]+\s+){{0,3}}?(?:\"?{C}|{B})|(?:{C}|{B})[^.;]{{0,30}}?\b(?:that"
    rf"|which)\s+(?:{S}\s+)?{T}\s+(?:\w+\s+){{0,2}}{U}|{C}[^.;]{{0,120}}?{T}\s+(?:\w+\s+){{0,3}}{U}\s+(?:them"
    rf"|some|their\s+own|these|those|one)\b"
)
# "They set cookies", "to do so it uses cookies", "they recognise you by a cookie".
_THEY_SET: Final = (
    rf"^\W*(?:to\s+do\s+(?:so|this|that),?\s+)?(?:they|these|those|it)\b\s+(?:\w+\s+){{0,3}}?{U}\b[^.;]{{0,60}}?(?:{C}|{B})"
    rf"|^\W*they\s+(?:\w+\s+)?(?:recogni[sz]e|identify|know|track)\b[^.;]{{0,40}}?\b(?:by|with|through)\s+(?:\w+\s+)?{C}"
)
# Who "they" of the next sentence are: third parties that the site works with, or that act in the sentence.
_ARE_THEY: Final = (
    rf"ŧ++\W*$|{S}\s+(?:\w+\s+){{0,3}}?(?:contract|partner|work|engag|hir|cooperat)\w*\s+(?:with\s+)?(?:\w+\s+)?{T}"
    r"|^[^ŋŏ]*ŧ|(?:^|,\s+)ŧ++(?:\s+(?:and|or)\s+ŧ++)?\s+(?:may|will|can|show|serve|ʋ)"
)
_ARE_SET_BY: Final = rf"^\W*(?:they|these|those)\s+(?:are|may\s+be|can\s+be)\s+(?:\w+ly\s+)?{U}\s+by\s+(?:{S}\s+)?{T}"
_WHICH_SETS: Final = (
    r"([A-Z][\w.]+),?\s+(?:which|who)\s+(?:may|will|can|also)?\s*(?:sets?|uses?|places?)\s+"
    r"(?!no\b)[\w\s]{0,20}?cookies?\b"
)
_NOT_OURS: Final = (
    r"(?:\bno|ɲ)\b[^.;]{0,40}?\b(?:control|access|responsib|liab)\w*[^.;]*ĸ|\b(?:control|access"
    r"|responsib|liab)\w*\s+(?:over|to|for)\s+(?:\w+\s+)?ĸ"
)
_NO_CONTROL: Final = r"^[^.;ĸ]*[ŋŏ]++\s+(?:ɲ++\s+(?:have\s+)?|have\s+no\s+|has\s+no\s+)control\w*\b[^.;]*ĸ++[^ĸ]*$"
_CONTROL_WORDS: Final = words("cont acce resp liab")
# What is not done with cookies that may yet be there: "we cannot read cookies set by others".
_USED_NOT: Final = (
    r"\b(?:us(?:e|es|ed|ing)|set|sets|setting|plac\w+|employ\w*|deploy\w*|embed\w*|includ\w+|contain\w*|serve\w*|install\w*|load\w*"
    r"|allow\w*|permit\w*|host|run|carry|show\w*|display\w*)$"
)
_OWN_PASSIVE: Final = (
    rf"{C}[^.;]{{0,60}}?\b(?:are|is|be)\b[^.;]{{0,30}}?{U}|{U}[^.;]{{0,40}}{C}|{C}\s+(?:help|allow"
    rf"|enable|let|make|remember|ensure|ʋ++|on\s+{S})"
)


_ANY_SITES: Final = r"\b(?:sites|websites|web\s+sites|(?:some|many|most|certain)\s+(?:online\s+)?services)\b"


def find_practice(statement: Statement, previous: Statement | None) -> Iterator[Found]:
    """Yield what a sentence declares of cookies and their purposes. ``previous`` is the sentence before."""
    if statement.frame is Frame.CONSEQUENCE:
        yield from find_in_consequence(statement)
    elif statement.frame is Frame.PRACTICE and not is_negated_list(statement):
        negated = negated_spans(statement.coded)
        yield from _cookies(statement)
        yield from find_kinds(statement, negated)
        yield from find_purposes(statement, negated, previous)
    elif statement.frame is Frame.CONTROL and (cost := _cost_from(statement)) is not None:
        yield from find_in_consequence(statement, cost)
    if statement.frame in (Frame.NONE, Frame.PRACTICE, Frame.CONTROL):
        yield from find_analytics(statement)


def _cost_from(statement: Statement) -> int | None:
    """Where a sentence about refusing goes on to what that costs here: "..., but the basket will not work"."""
    cost = compiled(cues.COSTS).search(statement.plain)
    if cost is None or compiled(cues.EFFECT).search(statement.plain, cost.end()) is None:
        return None
    elsewhere = "ø" in statement.coded[cost.end() :] or compiled(_ANY_SITES).search(statement.plain, cost.end())
    return None if elsewhere else cost.end()


def _cookies(statement: Statement) -> Iterator[Found]:
    coded = statement.coded
    denied = (*((denial.start, denial.end) for denial in read_denials(statement)), *done_without(coded))
    third = (
        (("ŧ" in coded or "third" in coded) and matches_outside(_THIRD, coded, (*denied, *_unused(statement))))
        or _they_are_third(statement)
        or _set_by_name(statement)
    )
    if third and not statement.cookie and compiled(rf"{B}\s+{N}\s+(?:be\s+)?{U}").search(coded):
        return  # "that company's pixel is not used here"
    if third:
        scope = Scope.ALL if statement.cookie else Scope.KIND  # beacons alone are no cookies
        yield whole(
            statement, "third_party_cookies", subject=Subject.THIRD_PARTIES, scope=scope, weak=not statement.direct
        )
    if not statement.cookie:
        yield from _of_definition(statement)
        yield from find_by_heading(statement)
        return
    if (not cookie_outside(coded, denied) or compiled(NOT_NEEDED).search(coded)) and not third:
        return
    first = (
        (names_site(coded) or "first" in coded)
        and matches_outside(_FIRST, coded, denied)
        and not (statement.sentence.words & _CONTROL_WORDS and compiled(_NO_CONTROL).match(coded))
    )
    subject = Subject.THIRD_PARTIES if third and not first else Subject.SITE
    yield whole(statement, "cookies", subject=subject, weak=not (first or third))
    if first:
        yield whole(statement, "first_party_cookies")
    elif statement.sentence.words & _CONTROL_WORDS and compiled(_NOT_OURS).search(coded):
        return
    elif (
        not third
        and "ŧ" not in coded
        and not compiled(r"\bthird[\s-]part").search(coded)
        and (
            names_site(coded)
            or statement.section in (Section.PRACTICE, Section.CATEGORY)
            or matches_outside(_OWN_PASSIVE, coded, denied)
            or compiled(r"^\W*(?:[a-z-]+\s+){0,2}ĸ++:\s").match(coded)
        )
    ):
        yield whole(statement, "first_party_cookies", weak=not names_site(coded))


def _unused(statement: Statement) -> tuple[tuple[int, int], ...]:
    """What is said not to be used or set; "we cannot read cookies set by others" leaves those of others."""
    spans = []
    for start, end in negated_spans(statement.coded):
        verb = compiled(NEGATED_VERB).match(statement.coded, start)
        if verb is None and compiled(NOT_OF_USE).match(statement.plain, start):
            continue
        if verb is None or compiled(_USED_NOT).search(statement.plain[start : verb.end()]):
            spans.append((start, end))
    return tuple(spans)


def _of_definition(statement: Statement) -> Iterator[Found]:
    """ "Cookies are small files. They help us ...": the first sentence says what, the second that we do."""
    referred = statement.refers
    if referred is not None and referred.cookie and referred.frame is Frame.DEFINITION and "ŋ" in statement.coded:
        for field in ("cookies", "first_party_cookies"):
            yield Found(field, Stance.DECLARED, referred.sentence.start, statement.sentence.end, weak=True)


def _they_are_third(statement: Statement) -> bool:
    """ "Our partners are X and Y. They set cookies": they are the partners. So are cookies that "are set by" them."""
    referred = statement.refers
    if referred is None:
        return False
    spoke = referred.cookie or (referred.topic and statement.section is Section.CATEGORY)
    if spoke and compiled(_ARE_SET_BY).search(statement.coded):
        return True
    if "ŧ" not in referred.coded or compiled(_THEY_SET).search(statement.coded) is None:
        return False
    return referred.sentence.kind is BlockKind.LIST_ITEM or compiled(_ARE_THEY).search(referred.coded) is not None


def _set_by_name(statement: Statement) -> bool:
    """ "Cookies are set by Blue Meadow", "Blue Meadow, which may set cookies": a name that is not the site's."""
    relative = compiled(_WHICH_SETS).search(statement.sentence.text)
    if relative is not None and statement.coded[relative.start(1)] not in "ŋŏø" and relative.start() > 0:
        return True
    if "by " not in statement.plain:
        return False
    match = compiled(
        r"[Cc]ookies?\b[^.;]{0,50}?\b(?:set|placed|used|dropped|served|installed|issued"
        r"|stored)\s+by\s+(?:the\s+)?([A-Z][\w.]+)"
    ).search(statement.sentence.text)
    return (
        match is not None
        and statement.coded[match.start(1)] not in "ŋŏŧø"
        and match[1].lower() not in {"us", "our", "you", "your", "javascript", "php", "html"}
    )
