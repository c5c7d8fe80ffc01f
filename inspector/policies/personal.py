# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whether cookies hold, or are linked to, data that identify a person.

Only sentences about cookies are looked at: "we collect your name when you register" says nothing of cookies.
"""

import re
from collections.abc import Iterator
from typing import Final

from inspector.core.policy import Scope, Stance, Subject
from inspector.policies.denials import is_negated_list
from inspector.policies.found import Found
from inspector.policies.patterns import compiled, words
from inspector.policies.signs import is_of_storage
from inspector.policies.statements import Frame, Section, Statement
from inspector.policies.subjects import subject_at
from inspector.policies.terms import PERSONAL, C, N, names_site

FIELD: Final = "personal_data_in_cookies"
_WORDS: Final = words("pers iden pii anon name emai priv indi addr comb link acco who gree cust memb subs")
_YOU: Final = (
    r"(?:you|users?|visitors?|any(?:one|body)|(?:any|an|the|specific|particular|single"
    r"|individual)\s+(?:\w+\s+)?(?:individuals?|persons?|users?|visitors?)|individuals?|who\s+you"
    r"|(?:the\s+)?data\s+subjects?|your\s+(?:identity|name|personal\s+identity)|people|individual\s+(?:users?|visitors?))"
)
_DENIED: Final = (
    # "do not contain any personal information"
    rf"{N}\s+(?:[\w,/-]+\s+){{0,5}}?(?:ʋ++|contain\w*|stor\w*|collect\w*|hold\w*|includ\w*|carr\w+"
    rf"|record\w*|captur\w*|gather\w*|reveal\w*|disclos\w*|provid\w*|giv\w*|link\w*|ti(?:e|ed)\b"
    rf"|associat\w*|obtain\w*|retriev\w*|have|has|know|track\w*|pass\w*|tell|receive|access\w*"
    rf"|specif\w*|refer\w*|pertain\w*|correspond|constitute|attach|combin\w*|connect\w*|relat\w*"
    rf"|transmit\w*|share|save|extract|supply)\b(?:(?!\b(?:but"
    rf"|however)\b)[^.;:]){{0,70}}?(?:{PERSONAL}|identit(?:y|ies)\b|\bpersonal(?:ly)?\b)"
    rf"|\bno\s+{C}\s+(?:of\s+ours\s+)?(?:\w+\s+){{0,2}}?(?:linked|tied|connected|related|combined|associated)\s+(?:to|with)\b[^.;]{{0,60}}?{PERSONAL}"
    # "contain no personal information", "no personally identifiable information is collected"
    rf"|\b(?:no|neither|nor\s+any)\s+(?:\w+\s+){{0,2}}?{PERSONAL}[^.;]{{0,50}}?\b(?:ʋ++|collected"
    rf"|stored|contained|gathered|recorded|saved|held|linked|connected|shared|obtained|kept"
    rf"|included|in|on|from|within|via)|(?:ʋ++|contains?|stores?|collects?|holds?|includes?"
    rf"|records?)\s+no\s+(?:\w+\s+)?{PERSONAL}|\bfree\s+of\s+{PERSONAL}"
    rf"|{PERSONAL}\s+{N}\s+(?:be\s+)?(?:ʋ++|collected|stored|contained|gathered)\b"
    rf"|\bno\s+personal\s+(?:identif\w+|data|info\w*)"
    # "no information by which you could be identified"
    rf"|\bnothing\s+in\s+(?:them|it|these\s+{C}|{C})\s+(?:that|which|by\s+which)\s+(?:\w+\s+){{0,3}}?identif\w+"
    rf"|\bno\s+(?:information|data|details)\s+(?:by\s+which|from\s+which|that|which)\s+(?:\w+\s+){{0,4}}?identif\w+"
    rf"|\bin\s+no\s+way\s+(?:be\s+)?(?:linked|tied|connected|associated|related)\s+(?:to|with)[^.;]{{0,30}}?{PERSONAL}"
    rf"|{N}\s+(?:\w+\s+)?(?:contain|hold|store|ʋ++)\s+any\s+(?:information|data)\s+(?:about|on|of)\s+(?:you|(?:the\s+|our\s+)?(?:users?|visitors?))\b"
    # "cannot identify you"
    rf"|{N}\s+(?:[\w,-]+\s+){{0,6}}?(?:identif(?:y|ies|ied|ying|iable)|recogni[sz]e|specify"
    rf"|pertain\w*|relate)\b[^.;]{{0,25}}?\b{_YOU}"
    rf"|{N}\s+(?:\w+\s+){{0,3}}?(?:be\s+)?(?:ʋ++\s+)?(?:to\s+)?(?:personally\s+identif\w+"
    rf"|identify\s+you)|{N}\s+(?:be\s+)?personally[\s-]identif\w+|(?:\bneither\s+of|ɲ++)\s+(?:this"
    rf"|these|the|which)[^.;]{{0,40}}?(?:personal|identif)\w*"
    rf"|\bwithout\s+(?:\w+\s+)?(?:identif\w+|revealing|disclosing|collecting|storing"
    rf"|recording)\s+(?:\w+\s+){{0,2}}?(?:{_YOU}|{PERSONAL}|individual)"
    # "are anonymous"
    r"|(?:ĸ++|\bthey|\bit|\binformation|\bdata|\bthese|\bthis|\bstatistics"
    r"|\bit's)\s+(?:[\w-]+\s+){0,6}?(?:is|are|be|remains?|'s"
    r"|it's)\s+(?:[\w-]+\s+(?:and\s+)?){0,3}?(?:anonymous(?:ly)?|anonymi[sz]ed|non-?personal\w*"
    r"|non-?identif\w+|not\s+personal)\b|\bit's\s+completely\s+anonymous"
    r"|\bonly\s+(?:\w+\s+){0,3}?(?:non-?personal\w*|non-?identif\w+|anonymous|anonymi[sz]ed)\b"
    r"|ĸ++\s+(?:\w+\s+)?(?:collect|gather|store|contain|record|ʋ++)\s+(?:\w+\s+){0,2}?(?:anonymous"
    r"|anonymi[sz]ed|non-?personal\w*)\b|\banonymous\s+ĸ++"
)
_DENIED_VERBS_ONLY_ELSEWHERE: Final = r"\b(?:ip\s+address|e-?mail\s+you|your\s+comment)\b"
# An item of "We do not use cookies to:"
_LISTED_NOT: Final = (
    rf"^\W*(?:collect|store|gather|record|hold|obtain|access|keep|save)\s+(?:or\s+\w+\s+)?(?:any\s+|your\s+)?{PERSONAL}"
    r"|^\W*(?:personally\s+)?identify\s+you\b"
)
_TO_SELL: Final = r"ɲ++\s+ʋ++\s+(?:\w+\s+)?ĸ++\s+to\s+(?:sell|rent|trade|share|exchange|monetize)\b"
_CAPABLE_OF: Final = (
    r"(?:\bcannot\b|\bcan\s+not\b|\bcan't\b|\bunable\b)[^.;]*"
    r"\b(?:hard\s+(?:drive|disk)|virus(?:es)?|malware|run\s+programs?|other\s+files)\b"
)
_HEDGED: Final = (
    r"\b(?:usually|generally|typically|normally|most(?:ly)?|often|in\s+most\s+cases|may\s+not"
    r"|might\s+not)\b"
)
_EXCEPTED: Final = r"\b(?:unless|except|until|without\s+(?:your|first|obtaining)|if\s+you|other\s+than|beyond)\b"
_SERVICE: Final = (
    r"\b(?:services?|tools?|software|solutions?|provider|analytics|plug-?ins?|ŧ++)\s+(?:provided\s+by\s+[^.;,]{1,40}\s)?"
    r"(?:(?:that|which)\s+)?$"
)
_SERVICE_THAT: Final = r"\b(?:services?|tools?|software|provider|plug-?ins?)\s+(?:that|which)\b[^.;]*$"
_THIS_SERVICE: Final = (
    r"^\W*(?:this|the|these)\s+(?:\w+\s+)?(?:services?|tools?|software|plug-?ins?|scripts?|provider)\b"
)
_SERVICE_NAMED: Final = r"ŧ++|\b(?:services?|tools?|software|plug-?ins?|analytics)\b"
# A name, not "Cookies" or "This": "Tinycount is small and does not ..."
_NAMED: Final = (
    r"(?!(?:Cookies|This|These|That|Those|It|They|Information|Data|All|No|None|Our|The|An?|We|I|Such|Session|Persistent"
    r"|Both|Most|Some|Each|However|You|If|When)\b)([A-Z]\w+)\s+(?:(?:Web\s+)?Analytics\s+)?(?:is|does|will|uses?|collects?)\b"
)
_LIMITED: Final = (
    r"\b(?:alone|by\s+(?:itself|themselves)|in\s+(?:itself|themselves)|on\s+(?:its|their)\s+own"
    r"|some|certain|many|most|these\s+(?:types|kinds)|this\s+(?:type|kind)|directly)\b"
)
_DECLARED: Final = (
    rf"(?:{C}|\b(?:they|it|this|these|which|others|some(?!\s+of\b))\b)[^.;]{{0,60}}?\b(?:ʋ++|contain\w*|stor\w*"
    rf"|collect\w*|hold\w*|includ\w*|record\w*|gather\w*"
    rf"|captur\w*)\s+(?:[\w,-]+\s+){{0,6}}?{PERSONAL}|{PERSONAL}[^.;]{{0,50}}\b(?:is|are|be|been"
    rf"|may)\s+(?:\w+\s+){{0,2}}?(?:ʋ++|stored|contained|collected|held|kept|recorded|gathered"
    rf"|included)\s+(?:\w+\s+){{0,3}}?(?:in|by|through|via|using|with"
    rf"|from)\s+(?:[\w-]+\s+){{0,3}}?{C}"
    rf"|\b(?:link|combin|associat|ti(?:e|ed)|connect(?!ion)|match|merg|correlat|relat"
    rf"|cross-referenc|attach|integrat|join)\w*\b[^.;]{{0,110}}?(?:\b(?:to|with"
    rf"|and)\b)\s+(?:[\w'-]+\s+){{0,5}}?(?:{PERSONAL}|personal|account|profile|other\s+(?:data"
    rf"|information)|earlier\s+purchases|purchases|member|registration|identity|name"
    rf"|such\s+(?:personal\s+)?information)\b"
    rf"|{PERSONAL}\s+(?:that\s+is\s+|which\s+is\s+)?(?:ʋ++|contained|held|kept|saved)\s+in\s+(?:\w+\s+)?{C}"
    rf"|{PERSONAL}[^.;]{{0,60}}\b(?:link|combin|associat|connect)\w*\s+(?:to|with)\b[^.;]{{0,60}}{C}"
    rf"|\bcollect\w*\s+(?:\w+\s+){{0,4}}?{PERSONAL}[^.;]{{0,40}}\b(?:by|through|using|via"
    rf"|with)\s+(?:[\w-]+\s+){{0,3}}?{C}|{C}\s+to\s+(?:\w+\s+){{0,3}}?(?:collect|store|gather"
    rf"|obtain)\s+(?:\w+\s+){{0,3}}?{PERSONAL}"
    rf"|{C}\s+(?:\w+\s+){{0,3}}?ʋ++\s+(?:\w+\s+){{0,2}}?(?:your|the\s+user's|users?')\s+(?:\w+\s+)?(?:name|e-?mail|password)\b"
    rf"|\b(?:associat|link|combin|connect|ti)\w*\s+(?:\w+\s+){{0,2}}?{PERSONAL}\s+(?:\w+\s+){{0,4}}?(?:with|to)\s+(?:\w+\s+){{0,3}}?{C}"
    rf"|\b(?:greet|address|welcome|call)\w*\s+you\s+(?:\w+\s+)?by\s+(?:\w+\s+)?name"
    rf"|\bassociat\w*\s+(?:individual\s+|our\s+)?(?:customers|users|visitors|members)\s+with\s+their\s+(?:\w+\s+)?(?:profiles?|accounts?|records?)\b"
    rf"|\bpersonal(?:ly)?[\s-]+identif\w+\s+(?:you|users?|visitors?)|\b(?:remember|stor|sav|retain"
    rf"|record|contain|recall)\w*\s+(?:\w+\s+){{0,3}}?(?:your|users?'?s?|the"
    rf"|visitor's)\s+(?:(?!(?:screen|user|nick|domain|display)\b)\w+\s+)?(?:name|e-?mail|address|(?:delivery|shipping|contact|billing)\s+(?:information|details)|password|telephone|personal\s+\w+"
    rf"|billing)\b(?!\s+(?:server|book))|\b(?:remember|stor|sav|record|contain)\w*\s+(?:\w+\s+){{0,4}}?and\s+(?:other|certain|some)\s+{PERSONAL}|\brecording\s+your\s+personal|\b(?:e-?mail|name)\s+field\b"
    rf"|\b(?:customer|member|subscriber)\s+(?:id|number|name)\b|\bidentif\w+\s+you\s+personally"
    rf"|\byour\s+(?:name|e-?mail|ip\s+address)[^.;]{{0,40}}\bin\s+(?:(?:a|the|our|your)\s+)?{C}"
    rf"|{C}\s+(?:may|can|could)\s+(?:\w+\s+){{0,4}}?identif(?:y|ies)\s+(?:you|individual|users?|visitors?)\b"
    rf"|\b(?:know|recogni[sz]e)\s+who\s+you\s+are|\bpersonal\s+(?:data"
    rf"|information)\s+(?:\w+\s+){{0,3}}?(?:collected|obtained|gathered|processed"
    rf"|stored)\s+(?:\w+\s+)?(?:by|through|via|using|with|in)\s+(?:\w+\s+){{0,2}}?{C}"
    rf"|{C}[^.;]{{0,20}}\bmay\s+(?:\w+\s+){{0,3}}personal\s+identif"
)

_BEACONS: Final = r"\b(?:beacons?|gifs?|pixels?|web\s+bugs?|action\s+tags)\b"


def find_personal(statement: Statement) -> Iterator[Found]:
    """Yield what a sentence about cookies says of personal data in them."""
    sentence = statement.sentence
    if not statement.topic or statement.frame in (Frame.OTHERS, Frame.HYPOTHETICAL, Frame.CONSEQUENCE):
        return
    if is_negated_list(statement) and compiled(_LISTED_NOT).match(sentence.plain):
        yield Found(FIELD, Stance.DENIED, sentence.start, sentence.end)
        return
    if not statement.cookie and is_of_storage(statement):
        return
    about_you = not sentence.words & _WORDS
    if (about_you and " about " not in sentence.plain) or (
        statement.section is Section.EDUCATION and not statement.direct
    ):
        return
    coded = statement.coded
    turned = "ɲ" in coded or any(
        word in coded for word in ("no ", "anonym", "neither", "nor ", "none", "nothing", "free", "only", "non-")
    )
    denied = compiled(_DENIED).search(coded) if turned else None
    if denied is not None and statement.frame is not Frame.CONTROL:
        yield from _denial(statement, coded, denied.start(), denied.end())
        turn = compiled(r"\b(?:but|while|whereas|however)\b").search(coded, denied.end())
        if turn is None or not compiled(_DECLARED).search(coded[turn.end() :]):
            return
        yield Found(FIELD, Stance.DECLARED, sentence.start, sentence.end, _subject(coded))
        return
    if (
        denied is None
        and not about_you
        and statement.frame in (Frame.PRACTICE,)
        and compiled(_DECLARED).search(coded)
        and not _is_negated(coded)
    ):
        yield Found(FIELD, Stance.DECLARED, sentence.start, sentence.end, _subject(coded), weak=not statement.direct)


def _denial(statement: Statement, coded: str, start: int, end: int) -> Iterator[Found]:
    sentence = statement.sentence
    around = coded[max(0, start - 60) : end + 60]
    if compiled(_HEDGED).search(coded[max(0, start - 40) : end]) or compiled(_EXCEPTED).search(coded[start : end + 60]):
        return
    third_only = "ŧ" in coded[:end] and not names_site(coded)
    if compiled(_TO_SELL).match(coded, start):
        return  # "no cookies to sell personal data" tells what is not done with data, not what cookies hold
    if coded[start:].startswith("ɲ") and compiled(_CAPABLE_OF).search(statement.plain):
        return  # what cookies as such cannot do
    if _is_service(statement, start) or third_only or (coded[start] == "ɲ" and _is_company(statement, start)):
        return  # what one company does not know says nothing of the cookies
    one = compiled(r"^\W*(?:it\b|it's|this\s+ĸ|ĸ++\s+(?:which|that)\b|the\s+[\w-]+\s+ĸ)").search(coded)
    limited = (
        one is not None
        or _only_beacons(statement)
        or not (statement.cookie or statement.tech or _they(statement))
        or bool(compiled(_LIMITED).search(around))
    )
    scope = Scope.KIND if limited else Scope.ALL
    yield Found(FIELD, Stance.DENIED, sentence.start, sentence.end, _subject(coded), scope)


def _only_beacons(statement: Statement) -> bool:
    """Whether the sentence speaks of beacons by name and of no cookies: "our clear GIFs collect no names"."""
    return not statement.cookie and compiled(_BEACONS).search(statement.plain) is not None


def _is_service(statement: Statement, start: int) -> bool:
    """Whether a service, and not the site's cookies, is what holds no such data: "a tool that stores no names"."""
    coded = statement.coded
    first = coded.find("ɲ")
    before = coded[: first if 0 <= first < start else start]
    if compiled(_SERVICE).search(before) and not compiled(r"ĸ").search(before):
        return True
    if compiled(_SERVICE_THAT).search(before):
        return True
    if compiled(_THIS_SERVICE).match(statement.plain) and not statement.cookie:
        return True
    if (
        compiled(r"^\W*it\s+(?:does|doesn't|will|won't)\b").match(statement.plain)
        and statement.before is not None
        and not statement.before.cookie
        and compiled(_SERVICE_NAMED).search(statement.before.coded)
    ):
        return True
    named = compiled(_NAMED).match(statement.sentence.text)
    return (
        named is not None
        and statement.before is not None
        and re.search(rf"\b{named[1]}\b", statement.before.sentence.text) is not None
    )


def _is_company(statement: Statement, start: int) -> bool:
    return "ŧ" in statement.coded[:start] and subject_at(statement, start) is Subject.THIRD_PARTIES


def _they(statement: Statement) -> bool:
    """Whether the sentence speaks of the cookies themselves without the word, not of some data."""
    return compiled(r"^\W*(?:they|these|none\s+of)\b").search(statement.plain) is not None


def _is_negated(coded: str) -> bool:
    match = compiled(_DECLARED).search(coded)
    return (
        match is not None
        and compiled(rf"{N}|\bno\b").search(coded, max(0, match.start() - 60), match.end()) is not None
    )


def _subject(coded: str) -> Subject:
    return Subject.THIRD_PARTIES if "ŧ" in coded and not names_site(coded) else Subject.SITE
