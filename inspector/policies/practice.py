# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What sentences about the site's practice declare: cookies, whose they are, what kind, and what for."""

from collections.abc import Iterator, Sequence
from typing import Final

from inspector.core.policy import BlockKind, Scope, Stance, Subject
from inspector.core.policy import StatedPurpose as P
from inspector.policies.analytics import COOKIELESS, find_analytics
from inspector.policies.beside import end_of_data, is_beside, limits_ads, lists_data
from inspector.policies.denial_words import NEGATED_VERB, NOT_OF_USE
from inspector.policies.denials import Denial, find_denials, is_negated_list, negated_spans, read_denials
from inspector.policies.found import Found
from inspector.policies.patterns import compiled, grammar_matches, words
from inspector.policies.purposes import purposes_in, states_necessity
from inspector.policies.signs import is_of_storage
from inspector.policies.statements import Frame, Section, Statement
from inspector.policies.terms import B, C, N, S, T, U, names_site
from inspector.policies.under_heading import find_by_heading

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
# Third parties act: they come before whoever else does; "our partners" are they.
_THIRD_SPEAKS: Final = r"^[^ŋŏŧø]*(?:[ŋŏ]++\s+(?:[a-z-]+\s+){0,2})?ŧ"
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
_NOT_NEEDED: Final = (
    r"(?:ɲ++|\bwithout)\s+(?:\w+\s+){0,2}?(?:requir|need|depend\s+on|have\s+to\s+accept)\w*\s+(?:\w+\s+){0,2}?ĸ"
    r"|ĸ++\s+ɲ++\s+(?:a\s+)?(?:requir|need|prerequisite)|\bno\s+ĸ++\s+(?:are|is)\s+(?:requir|need|necess)|\b(?:need|requir)\w*\s+no\s+ĸ"
)
# "Contextual ads that need no cookies": what is done without them is no purpose of theirs.
_NEEDS_NONE: Final = (
    r"^[^ĸŵ]*\b(?:which|that|and|they)\s+(?:\w+\s+)?(?:ɲ++\s+(?:need|requir\w*|rely\s+on|ʋ++)\s+(?:any\s+)?"
    r"|(?:needs?|requires?|rel(?:y|ies)\s+on|ʋ++)\s+no\s+|(?:works?|runs?|operates?|functions?)\s+without\s+)ĸ++"
    r"(?:\s+(?:or|and|nor)\s+(?:any\s+)?ŵ++)?[^ĸŵ]*$"
)
_WITHOUT: Final = r"\bwithout\s+(?:the\s+ʋ++\s+of\s+|ʋ++\s+|setting\s+)?(?:any\s+|\w+\s+)?ĸ++"
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
_COLLECTS_IT: Final = (
    r"\bto\s+(?:collect|gather|obtain|capture)\s+(?:this|that|such|these|all\s+of\s+this|the\s+above|the\s+foregoing)\s+"
    r"(?:types?\s+of\s+|\w+\s+)?(?:information|data)\b\W*$"
)
_DATA_USED: Final = r"\b(?:use|used|uses|using)\b[^.;]*\b(?:information|data)\b|\b(?:information|data)\b[^.;]*\bused?\b"
_BACK: Final = 2  # sentences
_OWN_PASSIVE: Final = (
    rf"{C}[^.;]{{0,60}}?\b(?:are|is|be)\b[^.;]{{0,30}}?{U}|{U}[^.;]{{0,40}}{C}|{C}\s+(?:help|allow"
    rf"|enable|let|make|remember|ensure|ʋ++|on\s+{S})"
)
_SESSION: Final = (
    r"\bsession(?:[\s-]?(?:id|based|only))?\W{0,2}\s*(?:(?:and|or|&|/"
    r"|,)\s*(?:[\w-]+\W{0,2}\s*){0,3}|(?:tracking|identifier)\s+|\(\w+\)\s*)?ĸ++|\b(?:temporary"
    r"|transient|per-session|non-persistent|in-memory)\s+(?:session\s+)?ĸ++"
    r"|ĸ++[^.;]{0,40}\btemporary\b|\bsession\s+(?:id|identifier)s?\b"
    r"|\b(?:expir|delet|remov|disappear|terminat|eras|destroy|end|discard|clear|disabled|cease"
    r"|gone|lost|forgot|vanish|go(?:es)?\b)\w*\s+(?:(?:automatically|from|your|the|computer|device|hard|drive|disk"
    r"|immediately|it|they|once|as|soon|and|permanently|are|is|or"
    r"|browser)\s+){0,6}(?:when(?:ever)?|once|after|as\s+soon\s+as|at\s+the\s+end|upon|on"
    r"|by(?=\s+(?:clos|exit|quit|shut|end|log|leav)))\b[^.;]{0,90}?\b(?:browsers?|(?:close|shut)\w*\s+(?:the|your)\s+window|session|log\s?out|leave\s+(?:the|our|this)|logout"
    r"|each\s+visit|every\s+visit)"
    r"|\b(?:only|just)\s+(?:lasts?|for(?!\s+\w+in\b|\s+\w+ing\b)|during|until|while)\b[^.;]{0,40}?\b(?:session"
    r"|clos\w+|visit)\b|\bonce\s+(?:you|(?:the\s+)?users?)\s+closes?\s+(?:your|the|their)\s+(?:web\s+)?browser\b"
    r"|\b(?:for|during)\s+(?:your|the|one|this)\s+(?:\w+\s+)?(?:session|visit)\s+only|\bonly\s+for\s+(?:your|the)\s+(?:session|visit)\b"
    r"|\bfor\s+the\s+(?:duration|length)\s+of\s+(?:your|the|a|each)\s+(?:\w+\s+)?(?:session|visit)"
    r"|\b(?:upon|on|at|with)\s+(?:the\s+)?(?:termination|end|close|expiry|conclusion)\s+of\s+(?:the\s+|your\s+|each\s+|a\s+)?(?:[\w']+\s+){0,2}"
    r"(?:browsing\s+)?session\b"
    r"|\buntil\s+(?:you\s+)?(?:close|exit|quit|end)\w*\s+(?:your|the)\s+(?:\w+\s+)?(?:browser"
    r"|session)|\bduring\s+(?:your|a|the|one)\s+(?:\w+\s+)?(?:session|visit)\s+only"
)
_PERSISTENT: Final = (
    r"\b(?:persistent|permanent|long-?lasting|long-?term|long-?lived"
    r"|non-session)\W{0,2}\s*(?:(?:and|or|&|/|,)\s*(?:[\w-]+\W{0,2}\s*){0,3}|(?:tracking"
    r"|identifier)\s+|\(\w+\)\s*)?ĸ++|ĸ++[^.;]{0,60}\b(?:persist(?:ent|s)?"
    r"|permanent(?:ly)?)\b(?!\s+disabled)|\bpersist\b[^.;]{0,30}\bfor\b|\b(?:are|is)\s+(?:(?:also"
    r"|generally|mostly|usually|both)\s+)?persistent\b"
    r"|\b(?:remain|stay|last|live|persist|kept|stor|retain|expir|valid|sav|exist|set|surviv|delet"
    r"|remov|keep|active|ʋ++)\w*\s+(?:(?:on|in|your|the|computer|computer's|hard|drive|disk|device"
    r"|browser|for|a|period|of|up|to|after|within|about|approximately|until|it|they|at|most"
    r"|maximum|automatically|no|more|not|than|between|and|be|with|are|is|cookies|cookie|ĸ++"
    r"|folder)\s+){0,10}(?:(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirteen|fifteen|eighteen|twenty|thirty"
    r"|ninety|several|many|a|an|next)[\s-]+(?:\(\d+\)\s*)?(?:calendar\s+)?(?:days?|weeks?|months?"
    r"|years?)\b|not\s+visiting)"
    r"|\b(?:remain|stay|stored|kept|last|ʋ++)s?\s+(?:for\s+)?(?:much\s+)?longer(?!\s+than\s+(?:\w+\s+)?(?:session|visit))\b|\bmaximum\s+(?:ĸ++|cookie)\s+(?:age|lifetime)\b"
    r"|\b(?:remain|stay|stored|left|kept)s?\s+(?:\w+\s+){0,7}?(?:after\s+(?:you\s+)?(?:close|leave"
    r"|end|the\s+(?:browser|session))|until\s+(?:you\s+(?:delete|remove|erase)|(?:it"
    r"|they)\s+(?:expire|are\s+deleted|is\s+deleted)|deleted|their\s+expir|its\s+expir)"
    r"|between\s+(?:visits|sessions)|beyond)|\bfor\s+(?:multiple|repeat|subsequent)\s+visits"
    r"|\b(?:for|of|than)\s+(?:up\s+to\s+)?(?:a\s+(?:period|maximum|duration)\s+of\s+)?(?:\d+|one"
    r"|two|three|four|five|six|seven|eight|nine|ten|twelve|thirteen)\s+(?:months?|years?)\b|\b(?:\d+|one|two|three|five|ten)[\s-](?:year"
    r"|month)\s+ĸ++|\bup\s+to\s+(?:\d+|one|two)\s+(?:days|months|years?)"
    r"|\bduration\s+of\s+\d+\s+(?:days|months|years?)"
)
_SESSION_WORDS: Final = words("sess temp tran clos brow memo exit quit visi wind log logo")
_PERSISTENT_WORDS: Final = words("pers perm long year mont days day week unti afte betw mult repe beyo visi non")
_LISTED_KIND: Final = (
    r"^\W*(?:\w{1,3}[.)]\s*|[\divx]+\W+)*(?:\"?)(session|temporary|persistent"
    r"|permanent)\W{0,2}\s+(?:\"?ĸ++|cookies?)"
)
# How long data is kept is not how long a cookie lasts.
_DATA_KEPT: Final = (
    r"(?<!\bno personal )(?<!\bno )\b(?:data|information|records|logs?|statistics)\b[^.;]{0,60}"
    r"\b(?:kept|retain\w*|stored|held|deleted)\b(?![^.;]*\b(?:expir|session\s+cookie|persistent\s+cookie))"
)
_NOT_LONGER: Final = (
    r"ɲ++\s+(?:be\s+)?(?:persist|remain|ʋ++|kept|last|stay|retained)\w*\s+(?:\w+\s+){0,4}?(?:more"
    r"|longer|beyond|later)\s+(?:than\s+)?(?:\w+\s+){0,2}?(?:\d+|one|two|three|six|twelve"
    r"|a)\s+(?:days?|weeks?|months?|years?)"
)
# Whoever or whatever the sentence before spoke of: its purpose is theirs.
_THESE_PARTIES: Final = (
    r"^\W*(?:these|those|such|they|some\s+of\s+(?:these|them)|each\s+of\s+(?:these"
    r"|them))\b(?:\s+(?:\w+\s+){0,2}?(?:compan\w+|part(?:y|ies)|providers?|networks?|advertisers?"
    r"|partners?|ads?|advertisements|features?|buttons?|plug-?ins?|widgets?|services?|vendors?"
    r"|videos?|content|may|also|use|set))\b"
)


def find_practice(statement: Statement, previous: Statement | None) -> Iterator[Found]:
    """Yield what a sentence declares of cookies and their purposes. ``previous`` is the sentence before."""
    if statement.frame is Frame.CONSEQUENCE:
        yield from _from_consequence(statement)
    elif statement.frame is Frame.PRACTICE and not is_negated_list(statement):
        negated = negated_spans(statement.coded)
        yield from _cookies(statement)
        yield from _kinds(statement, negated)
        yield from _purposes(statement, negated, previous)
    if statement.frame in (Frame.NONE, Frame.PRACTICE, Frame.CONTROL):
        yield from find_analytics(statement)


def _outside(at: int, spans: tuple[tuple[int, int], ...]) -> bool:
    return not any(start <= at < end for start, end in spans)


def _whole(statement: Statement, field: str, **more: object) -> Found:
    sentence = statement.sentence
    return Found(field, Stance.DECLARED, sentence.start, sentence.end, **more)  # type: ignore[arg-type]


def _cookies(statement: Statement) -> Iterator[Found]:
    coded = statement.coded
    denied = (*((denial.start, denial.end) for denial in read_denials(statement)), *_done_without(coded))
    third = (
        (("ŧ" in coded or "third" in coded) and _matches(_THIRD, coded, (*denied, *_unused(statement))))
        or _they_are_third(statement)
        or _set_by_name(statement)
    )
    if third and not statement.cookie and compiled(rf"{B}\s+{N}\s+(?:be\s+)?{U}").search(coded):
        return  # "that company's pixel is not used here"
    if third:
        scope = Scope.ALL if statement.cookie else Scope.KIND  # beacons alone are no cookies
        yield _whole(
            statement, "third_party_cookies", subject=Subject.THIRD_PARTIES, scope=scope, weak=not statement.direct
        )
    if not statement.cookie:
        yield from _of_definition(statement)
        yield from find_by_heading(statement)
        return
    if (not _cookie_outside(coded, denied) or compiled(_NOT_NEEDED).search(coded)) and not third:
        return
    first = (
        (names_site(coded) or "first" in coded)
        and _matches(_FIRST, coded, denied)
        and not (statement.sentence.words & _CONTROL_WORDS and compiled(_NO_CONTROL).match(coded))
    )
    subject = Subject.THIRD_PARTIES if third and not first else Subject.SITE
    yield _whole(statement, "cookies", subject=subject, weak=not (first or third))
    if first:
        yield _whole(statement, "first_party_cookies")
    elif statement.sentence.words & _CONTROL_WORDS and compiled(_NOT_OURS).search(coded):
        return
    elif (
        not third
        and "ŧ" not in coded
        and not compiled(r"\bthird[\s-]part").search(coded)
        and (
            names_site(coded)
            or statement.section in (Section.PRACTICE, Section.CATEGORY)
            or _matches(_OWN_PASSIVE, coded, denied)
            or compiled(r"^\W*(?:[a-z-]+\s+){0,2}ĸ++:\s").match(coded)
        )
    ):
        yield _whole(statement, "first_party_cookies", weak=not names_site(coded))


def _done_without(coded: str) -> tuple[tuple[int, int], ...]:
    """ "We count visits without cookies": none are spoken of; what does not work without them is another matter."""
    if "without" not in coded or compiled(r"\b(?:only|if|unless|limited|less)\b").search(coded):
        return ()
    return tuple(match.span() for match in compiled(_WITHOUT).finditer(coded) if "ɲ" not in coded[: match.start()])


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


def _matches(pattern: str, coded: str, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(_outside(match.end() - 1, spans) for match in grammar_matches(pattern, coded))


def _cookie_outside(coded: str, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(_outside(match.start(), spans) for match in compiled(C).finditer(coded))


def _stated(pattern: str, coded: str, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(_outside(match.end() - 1, spans) for match in compiled(pattern).finditer(coded))


def _kinds(statement: Statement, negated: tuple[tuple[int, int], ...]) -> Iterator[Found]:
    coded = statement.coded
    weak = not statement.direct
    if compiled(_DATA_KEPT).search(statement.plain):
        return
    if compiled(_NOT_LONGER).search(coded):
        yield _whole(statement, "persistent_cookies", scope=Scope.KIND, weak=weak)
    yield from _kind_of_referred(statement)
    words = statement.sentence.words
    for field, pattern, gate in (
        ("session_cookies", _SESSION, _SESSION_WORDS),
        ("persistent_cookies", _PERSISTENT, _PERSISTENT_WORDS),
    ):
        if not words & gate:
            continue
        if (statement.cookie or statement.refers is not None or statement.leads is not None) and _stated(
            pattern, coded, negated
        ):
            yield _whole(statement, field, scope=Scope.KIND, weak=weak)


def _kind_of_referred(statement: Statement) -> Iterator[Found]:
    """ "Persistent cookies last longer. These help you sign in to our site": the second sentence says who uses them."""
    referred = statement.refers
    if referred is None or referred.frame is not Frame.DEFINITION or not statement.direct:
        return
    kind = compiled(_LISTED_KIND).match(referred.coded)
    if kind is not None:
        field = "session_cookies" if kind[1] in {"session", "temporary"} else "persistent_cookies"
        yield Found(field, Stance.DECLARED, referred.sentence.start, statement.sentence.end, scope=Scope.KIND)


def _purposes(
    statement: Statement, negated: tuple[tuple[int, int], ...], previous: Statement | None
) -> Iterator[Found]:
    sentence = statement.sentence
    if not statement.cookie and is_of_storage(statement):
        return  # storage of its own: its purpose is not a cookie's
    if not statement.cookie and compiled(COOKIELESS).search(statement.heading):
        return
    without = _done_without(statement.coded)
    if without and not _cookie_outside(statement.coded, without) and not statement.tech:
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
        yield _whole(statement, f"purposes.{category.value}", scope=Scope.PURPOSE, purpose=category, weak=True)
    yield from _inherited_purposes(statement, previous, told)
    yield from _collected_for(statement, told)
    needless = compiled(_NOT_NEEDED).search(statement.coded) is not None  # "cookies are not required"
    if statement.cookie and states_necessity(sentence.plain, sentence.words) and not negated and not needless:
        yield _whole(statement, "purposes.necessary", scope=Scope.PURPOSE, purpose=P.NECESSARY)


def _denies_all(statement: Statement, denials: Sequence[Denial]) -> bool:
    """Whether the sentence only says that there are no cookies: its other words are no purposes of any."""
    spans = tuple((denial.start, denial.end) for denial in denials)
    if (
        statement.cookie
        and any(denial.subject is Subject.NAMED_THIRD_PARTY for denial in denials)
        and " but " not in statement.plain
        and not _cookie_outside(statement.coded, spans)
    ):
        return True  # "a service that sets no cookies": what it does is no purpose of any
    return (
        statement.cookie
        and "ŧ" not in statement.coded
        and any(denial.scope is Scope.ALL for denial in denials)
        and not _cookie_outside(statement.coded, spans)
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
        if hit.start >= others and (_outside(hit.start, negated) or limits_ads(sentence.plain, hit)):
            field = f"purposes.{hit.purpose.value}"
            weak = not statement.direct
            yield _whole(statement, field, subject=subject, scope=Scope.PURPOSE, purpose=hit.purpose, weak=weak)


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


def _from_consequence(statement: Statement) -> Iterator[Found]:
    """What refusing cookies costs is what they are used for; and that there are any."""
    sentence = statement.sentence
    if statement.cookie and states_necessity(sentence.plain, sentence.words):
        yield _whole(statement, "purposes.necessary", scope=Scope.PURPOSE, purpose=P.NECESSARY)
    if statement.cookie:
        yield _whole(statement, "cookies", weak=True, scope=Scope.CONDITION)
        yield _whole(statement, "first_party_cookies", weak=True, scope=Scope.CONDITION)
    told = set()
    for hit in purposes_in(sentence.plain, sentence.words):
        if is_beside(sentence.plain, hit):
            continue
        if (hit.purpose in (P.CART, P.AUTHENTICATION) and hit.purpose not in told) or (
            hit.purpose is P.PREFERENCES
            and hit.purpose not in told
            and compiled(r"\b(?:lose|lost|remember|re-?enter|again|personali[sz]\w+|reset|re-?state)\b").search(
                sentence.plain
            )
        ):
            told.add(hit.purpose)
            yield _whole(statement, f"purposes.{hit.purpose.value}", scope=Scope.PURPOSE, purpose=hit.purpose)
