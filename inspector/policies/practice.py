# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501
"""What sentences about the site's practice declare: cookies, whose they are, what kind, and what for."""

from collections.abc import Iterator
from typing import Final

from inspector.core.policy import BlockKind, Scope, Stance, Subject
from inspector.core.policy import StatedPurpose as P
from inspector.policies.denials import find_denials, is_negated_list, negated_spans
from inspector.policies.found import Found
from inspector.policies.frames import Frame, Section, Statement, compiled
from inspector.policies.purposes import purposes_in, states_necessity
from inspector.policies.terms import B, C, S, T, U

_GAP: Final = r"(?:(?!ŧ|\b(?:that|which|who|whose|may)\b)[^.;:]){0,90}?"
_WORDS: Final = r"(?:(?!ŧ)[\w,\"'()/&-]+\s+){0,7}?"
_FIRST: Final = (
    rf"{S}\s+{_WORDS}{U}\b{_GAP}{C}|{S}(?:\s+and(?:/or)?|\s+or|\s+as\s+well\s+as|,)\s+(?:{S}\s+)?(?:[\w-]+\s+)?{T}\s+(?:\w+\s+){{0,3}}?{U}\b[^.;:]{{0,90}}?{C}"
    rf"|{T}\s+(?:and|or)\s+{S}\s+(?:\w+\s+){{0,2}}{U}\b[^.;:]{{0,90}}?{C}|(?<!\w){S}\s+(?:own\s+|ʋ+\s+of\s+)?(?:[a-z-]+,?\s+){{0,2}}?\"?{C}|{C}[^.;]{{0,80}}?\bby\s+(?:either\s+|both\s+)?{S}|\bfirst[\s-]party\s+(?:and\s+[\w-]+\s+)?{C}"
    rf"|{C}[^.;]{{0,40}}?(?:that\s+)?{S}\s+(?:(?:also|may|will|do|currently|have|our|partners|and)\s+){{0,3}}{U}"
)
_THIRD: Final = (
    rf"{T}[\s,]+(?:(?!ŋ)[\w,\"'()/&-]+\s+){{0,9}}?{U}\b(?:(?!ŋ\s+ʋ)[^.;:]){{0,110}}?(?:{C}|{B})|(?:{C}|{B})[^.;]{{0,90}}?\b(?:by|from|of)\s+(?:(?!ŋ+\s+(?:and|or))[\w,&/\"'-]+\s+){{0,5}}?{T}"
    rf"|\bthird[\s-]part(?:y|ies)'?\s+(?:[\w-]+,?\s+){{0,4}}?(?:{C}|{B})|{T}(?:'s?|s')?\s+(?:[a-z-]+\s+){{0,3}}?(?:\"?{C}|{B})|(?:{C}|{B})[^.;]{{0,30}}?\b(?:that|which)\s+{T}\s+(?:\w+\s+){{0,2}}{U}"
)
_OWN_PASSIVE: Final = rf"{C}[^.;]{{0,60}}?\b(?:are|is|be)\b[^.;]{{0,30}}?{U}|{U}[^.;]{{0,40}}{C}|{C}\s+(?:help|allow|enable|let|make|remember|ensure|ʋ+|on\s+{S})"
_SESSION: Final = (
    r"\bsession(?:[\s-]?(?:id|based|only))?\W{0,2}\s*(?:(?:and|or|&|/|,)\s*(?:[\w-]+\W{0,2}\s*){0,3}|(?:tracking|identifier)\s+|\(\w+\)\s*)?ĸ+|\b(?:temporary|transient|per-session|non-persistent|in-memory)\s+(?:session\s+)?ĸ+|ĸ+[^.;]{0,40}\btemporary\b|\bsession\s+(?:id|identifier)s?\b"
    r"|\b(?:expir|delet|remov|disappear|terminat|eras|destroy|end|discard|clear|disabled|cease|gone|lost)\w*\s+(?:(?:automatically|from|your|the|computer|device|hard|drive|disk|immediately|it|they|once|as|soon|and|permanently|are|is|or|browser)\s+){0,6}(?:when(?:ever)?|once|after|as\s+soon\s+as|at\s+the\s+end|upon|on|by)\b[^.;]{0,90}?\b(?:browsers?|session|log\s?out|leave\s+(?:the|our|this)|logout|each\s+visit|every\s+visit)"
    r"|\b(?:only|just)\s+(?:lasts?|(?:for|during|until|while|ʋ+))\b[^.;]{0,40}?\b(?:session|browser|visit)\b|\bonce\s+you\s+close\s+(?:your|the)\s+(?:web\s+)?browser\b|\bfor\s+the\s+(?:duration|length)\s+of\s+(?:your|the|a|each)\s+(?:\w+\s+)?(?:session|visit)|\buntil\s+(?:you\s+)?(?:close|exit|quit|end)\w*\s+(?:your|the)\s+(?:\w+\s+)?(?:browser|session)|\bduring\s+(?:your|a|the|one)\s+(?:\w+\s+)?(?:session|visit)\s+only"
)
_PERSISTENT: Final = (
    r"\b(?:persistent|permanent|long-?lasting|long-?term|long-?lived|non-session)\W{0,2}\s*(?:(?:and|or|&|/|,)\s*(?:[\w-]+\W{0,2}\s*){0,3}|(?:tracking|identifier)\s+|\(\w+\)\s*)?ĸ+|ĸ+[^.;]{0,60}\b(?:persist(?:ent|s)?|permanent(?:ly)?)\b(?!\s+disabled)|\bpersist\b[^.;]{0,30}\bfor\b"
    r"|\b(?:remain|stay|last|live|persist|kept|stor|retain|expir|valid|sav|exist|set|surviv|delet|remov|keep|active|ʋ+)\w*\s+(?:(?:on|in|your|the|computer|computer's|hard|drive|disk|device|browser|for|a|period|of|up|to|after|within|about|approximately|until|it|they|at|most|maximum|automatically|no|more|not|than|between|and|be|with|are|is|cookies|cookie|ĸ+|folder)\s+){0,10}(?:(?:\d[\d,.]*|one|two|three|six|twelve|thirteen|eighteen|twenty|thirty|ninety|several|many|a|an|next)[\s-]+(?:\(\d+\)\s*)?(?:calendar\s+)?(?:days?|weeks?|months?|years?)\b|not\s+visiting)"
    r"|\b(?:remain|stay|stored|left|kept)s?\s+(?:\w+\s+){0,7}?(?:after\s+(?:you\s+)?(?:close|leave|end|the\s+(?:browser|session))|until\s+(?:you\s+(?:delete|remove|erase)|(?:it|they)\s+(?:expire|are\s+deleted|is\s+deleted)|deleted|their\s+expir|its\s+expir)|between\s+(?:visits|sessions)|beyond)|\bfor\s+(?:multiple|repeat|subsequent)\s+visits|\b(?:for|of|than)\s+(?:up\s+to\s+)?(?:a\s+(?:period|maximum|duration)\s+of\s+)?(?:\d+|one|two|three|six|twelve|thirteen)\s+(?:months?|years?)\b|\b(?:\d+|one|two)[\s-](?:year|month)\s+ĸ+|\bup\s+to\s+(?:\d+|one|two)\s+(?:days|months|years?)|\bduration\s+of\s+\d+\s+(?:days|months|years?)"
)
_LISTED_KIND: Final = r"^\W*(?:\w{1,3}[.)]\s*|[\divx]+\W+)*(?:\"?)(session|temporary|persistent|permanent)\W{0,2}\s+(?:\"?ĸ+|cookies?)"
_NOT_LONGER: Final = r"ɲ+\s+(?:be\s+)?(?:persist|remain|ʋ+|kept|last|stay|retained)\w*\s+(?:\w+\s+){0,4}?(?:more|longer|beyond|later)\s+(?:than\s+)?(?:\w+\s+){0,2}?(?:\d+|one|two|three|six|twelve|a)\s+(?:days?|weeks?|months?|years?)"
_ANALYTICS_SERVICE: Final = (
    r"\b(?:google\s+analytics|universal\s+analytics|adobe\s+analytics|omniture|sitecatalyst|matomo|piwik|statcounter|webtrends|mixpanel|hotjar|quantcast|comscore|scorecardresearch|nielsen|netratings|chartbeat|kissmetrics|clicky|crazy\s+egg|yandex[\s.]metri[ck]a|coremetrics|flurry|optimizely|new\s+relic|amplitude|heap\s+analytics|fullstory|mouseflow|piwik\s+pro|parse\.?ly|at\s+internet|etracker|sitemeter|histats|woopra|gauges)\b"
)
_SITE_ANALYTICS: Final = frozenset(("matomo", "piwik"))  # usually run by the site itself
_ADS_NEARBY: Final = r"\b(?:advert\w+|ads?)\b"


def find_practice(statement: Statement, previous: Statement | None) -> Iterator[Found]:
    """Yield what a sentence declares of cookies and their purposes. ``previous`` is the sentence before."""
    if statement.frame is Frame.CONSEQUENCE:
        yield from _from_consequence(statement)
    elif statement.frame is Frame.PRACTICE and not is_negated_list(statement):
        negated = negated_spans(statement.coded)
        yield from _cookies(statement, negated)
        yield from _kinds(statement, negated)
        yield from _purposes(statement, negated, previous)
    if statement.frame in {Frame.NONE, Frame.PRACTICE, Frame.CONTROL}:
        yield from _named_analytics(statement)


def _outside(at: int, spans: tuple[tuple[int, int], ...]) -> bool:
    return not any(start <= at < end for start, end in spans)


def _whole(statement: Statement, field: str, **more: object) -> Found:
    sentence = statement.sentence
    return Found(field, Stance.DECLARED, sentence.start, sentence.end, **more)  # type: ignore[arg-type]


def _cookies(statement: Statement, negated: tuple[tuple[int, int], ...]) -> Iterator[Found]:
    coded = statement.coded
    third = _matches(_THIRD, coded, negated)
    if third and statement.sentence.kind is not BlockKind.HEADING:
        yield _whole(statement, "third_party_cookies", subject=Subject.THIRD_PARTIES, weak=not statement.direct)
    if not statement.cookie or not _cookie_outside(coded, negated):
        if third and statement.cookie:
            yield _whole(statement, "cookies", subject=Subject.THIRD_PARTIES)
        return
    first = _matches(_FIRST, coded, negated)
    weak = not (first or third)
    yield _whole(statement, "cookies", subject=Subject.THIRD_PARTIES if third and not first else Subject.SITE, weak=weak)
    if first:
        yield _whole(statement, "first_party_cookies")
    elif not third and "ŧ" not in coded and _matches(_OWN_PASSIVE, coded, negated):
        yield _whole(statement, "first_party_cookies", weak="ŋ" not in coded)


def _matches(pattern: str, coded: str, negated: tuple[tuple[int, int], ...]) -> bool:
    return any(_outside(match.end() - 1, negated) for match in compiled(pattern).finditer(coded))


def _cookie_outside(coded: str, negated: tuple[tuple[int, int], ...]) -> bool:
    return any(_outside(match.start(), negated) for match in compiled(C).finditer(coded))


def _kinds(statement: Statement, negated: tuple[tuple[int, int], ...]) -> Iterator[Found]:
    coded = statement.coded
    weak = not statement.direct
    if compiled(_NOT_LONGER).search(coded):
        yield _whole(statement, "persistent_cookies", scope=Scope.KIND, weak=weak)
    yield from _kind_of_referred(statement)
    for field, pattern in (("session_cookies", _SESSION), ("persistent_cookies", _PERSISTENT)):
        if (statement.cookie or statement.refers is not None or statement.leads is not None) and _matches(pattern, coded, negated):
            yield _whole(statement, field, scope=Scope.KIND, weak=weak)


def _kind_of_referred(statement: Statement) -> Iterator[Found]:
    """ "Persistent cookies last longer. These help you sign in to our site": the second sentence says that they are used."""
    referred = statement.refers
    if referred is None or referred.frame is not Frame.DEFINITION or not statement.direct:
        return
    kind = compiled(_LISTED_KIND).match(referred.coded)
    if kind is not None:
        field = "session_cookies" if kind[1] in {"session", "temporary"} else "persistent_cookies"
        yield Found(field, Stance.DECLARED, referred.sentence.start, statement.sentence.end, scope=Scope.KIND)


def _purposes(statement: Statement, negated: tuple[tuple[int, int], ...], previous: Statement | None) -> Iterator[Found]:
    sentence = statement.sentence
    third = "ŧ" in statement.coded and "ŋ" not in statement.coded
    subject = Subject.THIRD_PARTIES if third else Subject.SITE
    told: set[P] = set()
    denied = {found.purpose for found in find_denials(statement)} if negated else set()
    for hit in purposes_in(sentence.plain, sentence.words):
        if hit.purpose not in told and hit.purpose not in denied and _outside(hit.start, negated):
            told.add(hit.purpose)
            yield _whole(statement, f"purposes.{hit.purpose.value}", subject=subject, scope=Scope.PURPOSE, purpose=hit.purpose, weak=not statement.direct)
    if statement.category not in told and statement.category is not None and statement.section is Section.CATEGORY and not negated:
        yield _whole(statement, f"purposes.{statement.category.value}", scope=Scope.PURPOSE, purpose=statement.category, weak=True)
    if P.ADVERTISING not in told and third and previous is not None and statement.refers is previous and compiled(_ADS_NEARBY).search(previous.plain):
        place = (previous.sentence.start, sentence.end)
        yield Found("purposes.advertising", Stance.DECLARED, *place, Subject.THIRD_PARTIES, Scope.PURPOSE, P.ADVERTISING)
    if statement.cookie and states_necessity(sentence.plain, sentence.words) and not negated:
        yield _whole(statement, "purposes.necessary", scope=Scope.PURPOSE, purpose=P.NECESSARY)


def _from_consequence(statement: Statement) -> Iterator[Found]:
    """What refusing cookies costs is what they are used for; and that there are any."""
    sentence = statement.sentence
    if statement.cookie:
        yield _whole(statement, "cookies", weak=True, scope=Scope.CONDITION)
        yield _whole(statement, "first_party_cookies", weak=True, scope=Scope.CONDITION)
    told = set()
    for hit in purposes_in(sentence.plain, sentence.words):
        if hit.purpose in {P.CART, P.AUTHENTICATION} and hit.purpose not in told:
            told.add(hit.purpose)
            yield _whole(statement, f"purposes.{hit.purpose.value}", scope=Scope.PURPOSE, purpose=hit.purpose)
        elif hit.purpose is P.PREFERENCES and hit.purpose not in told and compiled(r"\b(?:lose|lost|remember|re-?enter|personali[sz]\w+|reset|re-?state)\b").search(sentence.plain):
            told.add(hit.purpose)
            yield _whole(statement, f"purposes.{hit.purpose.value}", scope=Scope.PURPOSE, purpose=hit.purpose)


def _named_analytics(statement: Statement) -> Iterator[Found]:
    """A named analytics service in use: it counts as analytics, and as a third party with cookies."""
    plain = statement.plain
    match = compiled(_ANALYTICS_SERVICE).search(plain)
    if match is None or statement.sentence.kind is BlockKind.HEADING:
        return
    coded = statement.coded
    if not compiled(r"ŋ+[^.;]{0,80}(?:ʋ+|\bworks?\b|analy)|\b(?:we|our|this\s+(?:web\s?)?site|us)\b[^.;]{0,80}\b(?:us(?:e|es|ed|ing)|utili[sz]\w+|employ\w*|work\w*|implement\w*|rel(?:y|ies)|partner\w*|engage\w*|contract\w*|through|via|by|analy\w+)|\b(?:used|provided|collected|set|placed|run|measured)\s+(?:\w+\s+)?(?:by|through|via)\b|\buses?\s+(?:\w+\s+)?cookies").search(coded):
        return
    if any(start <= match.start() < end for start, end in negated_spans(statement.coded)) or compiled(r"\b(?:opt[\s-]?out|not\s+use|don't\s+use)\b").search(plain):
        return
    yield _whole(statement, "purposes.analytics", subject=Subject.NAMED_THIRD_PARTY, scope=Scope.PURPOSE, purpose=P.ANALYTICS)
    if match[0] not in _SITE_ANALYTICS:
        yield _whole(statement, "third_party_cookies", subject=Subject.NAMED_THIRD_PARTY)
        yield _whole(statement, "cookies", subject=Subject.NAMED_THIRD_PARTY, weak=True)
