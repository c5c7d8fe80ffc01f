# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Following people across sites, and advertisements chosen by what they did elsewhere."""

import re
from collections.abc import Iterator
from typing import Final

from inspector.core.policy import BlockKind, Scope, Stance, Subject
from inspector.core.policy import StatedPurpose as P
from inspector.policies.denial_words import IN_GENERAL
from inspector.policies.denials import is_negated_list
from inspector.policies.found import Found
from inspector.policies.patterns import PatternBook, Row, compiled, words
from inspector.policies.signals import names_the_signal
from inspector.policies.statements import Frame, Section, Statement
from inspector.policies.subjects import subject_at
from inspector.policies.terms import names_site

FIELD: Final = "cross_site_tracking"
_ADS: Final = r"(?:ads?|advert\w*|advertising|commercials|banners?|promotions)"
# "We place our advertisements on other sites" tells nothing of who sees them there.
_SERVES: Final = r"(?:show|serv|deliver|display|present)\w*\b"
_CHOSEN: Final = (
    r"\b(?:you|your|users?|visitors?|customers?|people|they|their|interest\w*|relevant|target\w*|tailor\w*|based)\b"
)
_AN_AD: Final = r"\b(?:ads?|advert\w*|re-?(?:market|target)\w*|interest-based|behaviou?ral)\b"
_SITES: Final = (
    r"(?:web\s?sites?|sites?|web\s?pages?|pages\s+on\s+the\s+(?:web|internet)|domains|properties"
    r"|services|platforms|internet|the\s+web|apps|places\s+on)"
)
_DECLARED: Final = PatternBook(
    (
        Row(
            2,
            "inte",
            (
                rf"\b(?:online\s+)?interest[\s-]based\s+(?:content\s+and\s+)?(?:online\s+)?(?:\w+\s+)?{_ADS}"
                rf"|\binterest[\s-]based\b"
            ),
        ),
        Row(
            2,
            "beha",
            (
                rf"\bbehaviou?r\w*[\s-](?:based\s+|targeted\s+|online\s+)?(?:and\s+\w+\s+)?(?:{_ADS}|target\w*"
                rf"|retarget\w*)"
            ),
        ),
        Row(2, "rema reta re", r"\bre-?(?:market|target)\w*"),
        Row(
            2,
            "brow onli inte",
            (
                rf"\b{_ADS}\b[^.;]{{0,60}}?\b(?:target\w*|tailor\w*|personali[sz]\w*|based|select\w*|customi[sz]\w*)\b[^.;]{{0,160}}?"
                r"\b(?:your|their|users?'?|visitors?'?)\s+(?:(?:past|previous|prior|recent)\s+)?(?:internet|online|web|browsing)\s+"
                r"(?:browsing\s+)?(?:activit(?:y|ies)|history|behaviou?rs?|habits|patterns)\b"
            ),
        ),
        Row(
            2,
            "visi brow acti navi use reco iden trac foll",
            (
                rf"\b(?:recogni[sz]|identif|track|follow)\w*\s+(?:\w+\s+){{1,4}}?on\s+(?:our|this|the)\s+(?:\w+\s+)?(?:web\s?)?(?:sites?|pages)\s+and\s+(?:on\s+)?(?:others?|elsewhere)\b"
                rf"|\b(?:visits?|activit(?:y|ies)|browsing|behaviou?r)\b[^.;]{{0,40}}?\bon\s+(?:our|this|the)\s+(?:\w+\s+)?(?:web\s?)?(?:sites?|pages|services)\s+and\s+elsewhere\b"
                rf"|\b(?:visits?|use(?=\s+of\s+(?:the|our|this)\s)|browsing|activit(?:y|ies)|navigation|history|behaviou?r)\b[^.;]{{0,40}}?\b(?:to"
                rf"|on|at|of|across|from|in)\s+(?:[\w'’.-]+\s+){{0,4}}?(?:and|or|as\s+well\s+as|and/or"
                rf"|&)\s+(?:(?:\w+\s+){{0,3}}?(?:other|various|third[\s-]party|different)\s+(?:\w+\s+)?{_SITES}"
                rf"|others(?=\s*(?:$|[.,;)]|that\s+you\s+visit|on\s+the\s+(?:internet|web))))"
                rf"|\bhow\s+you\s+use\s+[\w.' -]{{1,40}}?\s(?:and|or)\s+other\s+(?:\w+\s+)?{_SITES}"
            ),
        ),
        Row(
            2,
            "read do look view",
            (
                rf"\bwhat\s+(?:you|they|users|visitors)\s+(?:\w+\s+){{1,3}}?(?:here|on\s+(?:this|our|the)\s+(?:web\s?)?site)\b"
                rf"[^.;]{{0,20}}?\b(?:and|or)\s+(?:on\s+)?other\s+(?:[\w'’]+\s+)?{_SITES}"
            ),
        ),
        Row(
            2,
            "whil when anot visi",
            (
                rf"\b{_ADS}\b[^.;]{{0,60}}?\b(?:while|when|as)\s+(?:you|they)\s+(?:are\s+on|visit|browse|use)\s+(?:another|other"
                rf"|different)\s+(?:\w+\s+)?{_SITES}"
                r"|\bshow\w*\b[^.;]{0,60}?\bto\s+(?:people|users|visitors|those)\s+who\s+(?:have\s+)?visited\s+(?:our|this|the)\b"
            ),
        ),
        Row(2, "else", rf"\b{_ADS}\b[^.;]{{0,60}}?\bhere\s+and\s+elsewhere\b"),
        Row(
            2,
            "acro over from",
            (
                r"\bfrom\s+(?:one\s+)?(?:web\s?)?sites?\s+to\s+(?:another|the\s+next|(?:web\s?)?sites?)\b|"
                r"\b(?:across|over\s+time\s+(?:and|&)\s+(?:across|on))\s+(?:\w+\s+){0,2}?(?:other|different"
                r"|multiple|various|third[\s-]party|several|unaffiliated|many|non-affiliated|websites|sites"
                r"|the\s+(?:internet|web))\b"
            ),
        ),
        Row(
            2,
            "othe",
            (
                rf"\b(?:track(?!\w*\s+(?:the\s+)?(?:effectiveness|performance|success)\b)|follow(?!\w*\s+(?:[\w-]+\s+){{0,2}}links?\b)|monitor|recogni[sz]|profil|collect|know|build|record|identif"
                rf"|show|serv(?!ic|er|e\s+as)|deliver|display|present|creat)\w*\b[^.;]{{0,90}}?\b(?:on|to|at|through|when\s+(?:you"
                rf"|they)\s+(?:visit|browse)|visit\w*|around|of)\s+(?:the\s+)?(?:other|third[\s-]party"
                rf"|unrelated|different)\s+(?:\w+\s+)?{_SITES}"
            ),
        ),
        Row(
            2,
            "othe visi",
            (
                rf"\b(?:identif|determin|learn|know|see|record|track|collect|tell)\w*\s+(?:\w+\s+){{0,5}}?other\s+(?:\w+\s+)?{_SITES}"
                rf"\s+(?:that\s+|which\s+)?(?:you|users|visitors|they)(?:\s+have|'ve)?\s+visit"
            ),
        ),
        Row(
            2,
            "inte",
            (
                rf"\b(?:tailor|target|personali[sz]|customi[sz]|relevant|match|select|choos|based|show|serv|deliver"
                rf"|display|provid|direct|suit|appeal|adapt)\w*\b[^.;]{{0,80}}?\b{_ADS}\b[^.;]{{0,90}}?\b"
                rf"interest(?:s|ed)?\b|\b{_ADS}\b[^.;]{{0,90}}?\b(?:tailored|targeted|relevant|based|of|likely"
                rf"|suited|match\w*|appeal\w*|according|personali[sz]ed|customi[sz]ed|directed|may"
                rf"|might)\b[^.;]{{0,50}}?\binterest(?:s|ed)?\b"
            ),
        ),
        Row(
            2,
            "good prod",
            (
                rf"\b{_ADS}\b[^.;]{{0,120}}?\b(?:goods|products|services)\b[^.;]{{0,30}}?\b(?:of|may|likely|that"
                rf"|which)\s+(?:\w+\s+)?(?:be\s+of\s+)?interest\b"
                rf"|\b(?:goods|products|services)\b[^.;]{{0,30}}?\b(?:of|may|likely|that"
                rf"|which)\s+(?:\w+\s+)?(?:be\s+of\s+)?interest\b(?=[^.;]*\b{_ADS}\b)"
            ),
        ),
        Row(
            1,
            "pers cust",
            (
                rf"\b(?:personali[sz]|customi[sz])\w*\s+(?:(?:and|or|content|the|their|its|those|these|\w+ing|our|your"
                rf"|marketing|online|in|any|targeted)\s+){{0,4}}{_ADS}\b|\b{_ADS}\s+(?:that\s+(?:is"
                rf"|are)\s+)?(?:more\s+)?(?:personali[sz]ed|customi[sz]ed)"
            ),
        ),
        Row(
            1,
            "targ",
            (
                rf"\btarget(?:ed|ing)\s+(?:(?:and|or|our|online|third-party|relevant|you|users|visitors"
                rf"|internet|of|the)\s+){{0,3}}(?:with\s+)?{_ADS}\b|\b{_ADS}\s+(?:more\s+)?(?:targeted"
                rf"|targeting)\b"
            ),
        ),
        Row(
            1,
            "rele",
            (
                rf"\b{_ADS}\b[^.;]{{0,40}}?\b(?:more\s+)?relevant\s+to\s+(?:you|the\s+(?:user|visitor"
                rf"|individual)|them|users?|visitors?|individual|our)"
                rf"|\bmak\w+\s+(?:the\s+)?{_ADS}[^.;]{{0,30}}\brelevant"
            ),
        ),
        Row(1, "prof", r"\bprofiles?\b[^.;]{0,60}?\b(?:interests?|browsing|behaviou?r|preferences\s+and)\b"),
        Row(
            2,
            "devi",
            (
                r"\btracks?\s+(?:the\s+)?(?:visitors?|users?|you)\s+across\b|\bcross-(?:site|domain"
                r"|context)\s+(?:behaviou?r\w*|track\w*|advert\w*)"
            ),
        ),
    )
)
_DNT: Final = r"\bdo[\s-]not[\s-]track\b|\bdnt\b"
_DENIED: Final = (
    r"ɲ++\s+(?:(?:currently|ever|also|knowingly|use\s+\w+\s+to|ʋ++\s+ĸ++\s+to|allow\s+ŧ++\s+to"
    r"|permit\s+ŧ++\s+to|ʋ++\s+\w+\s+to|itself|ourselves|otherwise|attempt|try|seek|to"
    r"|in\s+any\s+way|individually|personally)\s+){0,4}(?:track|follow|monitor|ʋ++"
    r"|collect\s+(?:\w+\s+){0,3}?about)\s+(?:[\w']+\s+){0,6}?(?:across|to\s+(?:\w+\s+){0,2}?(?:ø++|other|another)|on\s+(?:\w+\s+){0,2}?(?:ø++"
    r"|other|third|unaffiliated|unrelated|different)|over\s+time|beyond|through\s+ø++"
    r"|when\s+you\s+(?:leave|visit\s+(?:other|ø))|elsewhere|outside|after\s+you\s+leave|around)"
    r"|ɲ++\s+(?:currently\s+|in\s+any\s+way\s+)?(?:track|ʋ++)\s+(?:you|our\s+(?:users|visitors"
    r"|customers|readers)|[ŋŏ]++\s+(?:users|visitors|customers|readers)|users|visitors|people"
    r"|your\s+(?:\w+\s+)?activit(?:y|ies)|anyone|individuals|individual\s+(?:users|visitors))\s*(?:$|[.;,!]|\s+(?:in\s+any\s+way"
    r"|at\s+all|and\b|or\b|individually|(?:with|using)\s+ĸ++\W*$))"
    r"|ɲ++\s+ʋ++\s+(?:any\s+)?ĸ++\s+to\s+(?:[\w-]+,\s+){0,3}track(?:,\s+[\w-]+){0,3},?(?:\s+(?:or|and)\s+[\w-]+(?:\s+to)?)?\s+"
    r"(?:you|(?:[ŋŏ]++\s+)?(?:users|visitors|readers|customers)|people|anyone|individuals)\W*$"
    r"|(?:ɲ++\s+(?:\w+\s+){0,2}?ʋ++|\bno|ʋ++\s+no)\s+(?:any\s+)?(?:kind\s+of\s+)?(?:third[\s-]party\s"
    r"+)?(?:tracking|identifying|profiling|spy|behaviou?r\w*|retargeting|remarketing"
    r"|targeting)(?:\s+(?:or|and)\s+[\w-]+)?\s+(?:ĸ++|ŵ++|advertis\w+|ads)(?!\s+(?:without|unless"
    r"|until|before|if|to\b|for\b))"
    r"|ɲ++\s+(?:\w+\s+)?ʋ++\s+(?:[\w-]+\s+)?ĸ++[^.;]{0,60}?\b(?:for|or|and"
    r"|,)\s+(?:[\w-]+\s+)?tracking\b(?!\s+(?:orders|your\s+order|parcels|errors|purposes\s+on))"
    r"|ɲ++\s+(?:\w+\s+){0,3}?(?:engage|participate|take\s+part|support|ʋ++|conduct|do|show|display"
    r"|serve)\s+(?:in\s+)?(?:any\s+)?(?:online\s+)?(?:behaviou?r\w*|interest[\s-]based"
    r"|personali[sz]ed|targeted|retargeting|remarketing|cross-site)(?:\s+(?:or"
    r"|and)\s+[\w-]+)?\s*(?:advert\w*|ads|tracking|target\w*)(?!\s+(?:without|unless|until|before"
    r"|if|to\b|in\s+(?:our\s+)?e-?mail))"
    r"|ɲ++\s+(?:\w+\s+){0,2}?(?:engage|participate|take\s+part)\s+in\s+ŧ++\s+(?:that|which)\s+(?:engage|participate|ʋ++)\s+(?:in\s+)?"
    r"(?:behaviou?r\w*|interest[\s-]based|cross-(?:context|site)|targeted)"
    r"|\b(?:no|ɲ++)\s+(?:cross-site|cross-domain|third[\s-]party)\s+tracking"
    r"|ɲ++\s+(?:be\s+)?ʋ++\s+to\s+[^.;]{1,60}?,?\s+(?:or|nor)\s+(?:to\s+)?(?:track|follow|monitor)\s+[^.;]{1,40}?"
    r"\b(?:outside|beyond|elsewhere|across\s+other|on\s+(?:ø|other))"
    r"|ɲ++\s+(?:\w+\s+)?ʋ++\s+(?:[^.;:]{1,60},?\s+(?:or|nor)\s+)?(?:any\s+)?(?:behaviou?ral|cross-site|cross-domain)\s+(?:trackers|tracking|ŵ++)"
    r"(?!\s+(?:without|unless|until|before|if|to\b|for\b))"
    r"|(?:^\W*|\bthere\s+is\s+|,\s+)no\s+tracking(?:\s+(?:at\s+all|whatsoever|on\s+[ŋŏ]++))?\W*(?:$|[.;])"
    r"|\b(?:visitors|users|your\s+(?:visits|activity|activities|browsing))\s+ɲ++\s+(?:be\s+)?tracked(?=\W*$|\s+across\b)"
)
_WEAKENED: Final = r"\b(?:unless|except|without\s+your|until|if\s+you|by\s+name|personally)\b"
# Advice to the reader, not a statement.
_DIRECTS: Final = (
    r"^\W*(?:to\s+(?:opt|learn|find|manage|limit)|visit|click|please\s+visit|go\s+to|for\s+more"
    r"|you\s+(?:can|may)\s+opt)"
)
# One company's several sites: nothing crosses to anybody else's.
# What one does not do with cookies to: "show relevant ads" is no following of anybody yet.
_FOLLOWS: Final = (
    r"\b(?:track|follow|monitor|profil|re-?target|re-?market|behaviou?r)\w*|\bacross\b|\b(?:other|different|third[\s-]party)\s+(?:web\s?)?sites"
    r"|\binterest[\s-]based\b"
)
_OUT_OF: Final = (
    r"\bopt(?:ing|ed)?[\s-]+out\s+(?:of\s+(?:[\w-]+\s+){1,4})?$"  # "of Google Analytics across all websites"
)
_RATHER_NOT: Final = (
    r"\bif\s+you\s+(?:(?:would|'d)\s+)?(?:prefer|rather|wish|choose|want|like|decide|do)\s+(?:rather\s+)?not(?:\s+(?:wish|want|like))?"
    r"\s+(?:to\s+)?(?:receive|get|see|be\s+shown|have)\b"
)
_OWN_SITES: Final = (
    r"^(?:(?!\bother\b|third).)*\bacross\s+(?:all\s+(?:of\s+)?)?our\s+(?:\w+\s+)?(?:web\s?)?(?:sites|pages|services)$"
)
_SAYS_ADS: Final = rf"\b{_ADS}\b"
_NO_ADS: Final = r"(?:\b(?:not|nor|no)|n't)\b[^.;]{0,40}\b(?:advert|ads\b)"
_GATE: Final = words("trac foll moni prof targ beha reta rema coll inte iden")


def find_tracking(statement: Statement) -> Iterator[Found]:
    """Yield what a sentence says of tracking across sites."""
    sentence = statement.sentence
    if statement.frame in (Frame.OTHERS, Frame.HYPOTHETICAL, Frame.FORMER) or sentence.kind is BlockKind.HEADING:
        return
    if is_negated_list(statement):
        if _DECLARED.first(sentence.plain, sentence.words) is not None and compiled(_FOLLOWS).search(sentence.plain):
            yield Found(FIELD, Stance.DENIED, sentence.start, sentence.end, scope=Scope.PURPOSE)
        return
    if sentence.words & _GATE and compiled(r"\b(?:not|n't|no|never|nor)\b|n't\b").search(sentence.plain):
        yield from _denial(statement)
    found = _DECLARED.first(sentence.plain, sentence.words)
    if found is not None:
        yield from _declared(statement, *found)


def _declared(statement: Statement, weight: int, match: re.Match[str]) -> Iterator[Found]:
    sentence = statement.sentence
    if (
        compiled(_OWN_SITES).search(match[0])
        or (
            match[0].startswith("across")
            and compiled(_OUT_OF).search(sentence.plain[max(0, match.start() - 60) : match.start()])
        )
        or _offers_goods(statement)
        or (compiled(_SERVES).match(match[0]) and not statement.cookie and not compiled(_CHOSEN).search(sentence.plain))
        or _is_denied(sentence.plain, match.start(), match.end())
        or not _speaks_of_here(statement, weight)
    ):
        return
    weak = weight < 2 or _only_in_passing(statement)
    coded = statement.coded
    subject = Subject.THIRD_PARTIES if "ŧ" in coded and not names_site(coded) else Subject.SITE
    yield Found(FIELD, Stance.DECLARED, sentence.start, sentence.end, subject, weak=weak)
    states_ads = compiled(_SAYS_ADS).search(sentence.plain) and not compiled(_NO_ADS).search(sentence.plain)
    tells = statement.frame not in (Frame.DEFINITION, Frame.CONTROL) and not compiled(_DIRECTS).search(sentence.plain)
    if weight >= 2 and states_ads and tells:
        place = (sentence.start, sentence.end, subject, Scope.PURPOSE, P.ADVERTISING)
        yield Found("purposes.advertising", Stance.DECLARED, *place, weak=weak)


def _speaks_of_here(statement: Statement, weight: int) -> bool:
    """Whether the sentence is about this site or those who advertise on it; weak words count outside education only."""
    plain = statement.plain
    if weight < 2 and (_educates(statement) or compiled(_DNT).search(plain)):
        return False
    return (
        statement.topic
        or statement.direct
        or (
            weight >= 2
            and ("ŧ" in statement.coded or "ŋ" in statement.coded)
            and statement.frame is not Frame.DEFINITION
        )
        or statement.section in (Section.PRACTICE, Section.CATEGORY, Section.COOKIES)
        or "third" in plain
        or "these compan" in plain
        or compiled(_SAYS_ADS).search(plain) is not None
    )


def _offers_goods(statement: Statement) -> bool:
    """ "We may write to you about promotions of interest": offers, not advertisements, and no cookies."""
    if statement.cookie or statement.tech or compiled(_AN_AD).search(statement.plain):
        return False
    return compiled(r"\b(?:promotions|commercials|banners?)\b").search(statement.plain) is not None


def _educates(statement: Statement) -> bool:
    return statement.frame is Frame.DEFINITION or (statement.section is Section.EDUCATION and not statement.direct)


def _only_in_passing(statement: Statement) -> bool:
    """Whether tracking is only named: in education, in advice, in a sentence that hangs on nothing."""
    held = statement.direct or statement.refers or statement.leads
    return (
        _educates(statement)
        or statement.frame in (Frame.CONTROL, Frame.CONSEQUENCE)
        or compiled(_DIRECTS).search(statement.plain) is not None
        or not (held or statement.section in (Section.PRACTICE, Section.CATEGORY))
    )


def _denial(statement: Statement) -> Iterator[Found]:
    sentence = statement.sentence
    if names_the_signal(sentence) or statement.frame is Frame.CONTROL:
        return
    coded = statement.coded
    match = compiled(_DENIED).search(coded)
    if match is None or compiled(_WEAKENED).search(coded[match.start() : match.end() + 40]):
        return
    if coded[match.start()] == "ɲ" and _is_one_party(statement, match.start()):
        return
    if compiled(r"(?:ø++|ŧ++|\byou)\s+(?:\w+\s+)?$").search(coded[: match.start()]):
        return
    yield Found(FIELD, Stance.DENIED, sentence.start, sentence.end)


def _is_one_party(statement: Statement, start: int) -> bool:
    """Whether what does not track is one company or another site, not this site or those on it in general."""
    if "ĸ" in statement.coded[:start] and compiled(r"[ŧø]").search(statement.coded[:start]) is None:
        return False  # "data from our cookies are not used to follow you elsewhere"
    subject = subject_at(statement, start)
    if subject is Subject.THIRD_PARTIES:
        last = max(compiled(r"ŧ++").finditer(statement.coded, 0, start), key=lambda found: found.end(), default=None)
        return last is not None and not compiled(IN_GENERAL).search(statement.plain[last.start() : last.end()])
    return subject in {Subject.NAMED_THIRD_PARTY, Subject.OTHER_SITES}


def _is_denied(plain: str, start: int, end: int) -> bool:
    before = compiled(r"\([^)]*\)").sub(" ", plain[max(0, start - 140) : start])
    before = compiled(_RATHER_NOT).sub(" ", before)[-70:]
    last = max(before.rfind(mark) for mark in (".", ";", " but ", " however"))
    return compiled(r"\b(?:not|never|no|neither|nor|without|cannot|incapable|unable|impossible)\b|n't\b").search(
        before[last + 1 :] + plain[start:end].split(" ")[0]
    ) is not None and not compiled(r"\bnot\s+(?:limited|only)\b|\bdoes\s+not\s+mean\b").search(before)
