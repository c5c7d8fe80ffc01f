# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a policy says of the signals that browsers send: Do Not Track, Global Privacy Control."""

from collections.abc import Iterator
from typing import Final

from inspector.core.policy import Scope, Stance
from inspector.policies.found import Found
from inspector.policies.patterns import compiled, words
from inspector.policies.sentences import Sentence
from inspector.policies.statements import Statement

FIELD: Final = "controls.do_not_track"
_SIGNAL: Final = (
    r"(?:\bdo[\s-]?not[\s-]?track\b|\bdnt\b|\bdon't\s+track\b|\bglobal\s+privacy\s+control\b"
    r"|\bgpc\b)"
)
_IGNORED: Final = (
    r"(?:\b(?:not|unable|no|never|neither|cannot)|n't)\b\s*(?:[\w']+\s+){0,6}?(?:respond\w*|honou?r\w*"
    r"|recogni[sz]\w*|support\w*|react\w*|reply|process\w*|take\s+(?:any\s+)?action"
    r"|act\s+(?:up)?on|alter\w*|chang\w*|answer\w*|configur\w*|programm\w*|comply|observ\w*|follow\w*|monitor|address|obey|acknowledge"
    r"|act(?:s|ed|ing)?\s+(?:up)?on|listen|adhere|implement\w*|provide|respect\w*|response|action|behave|differently|treat\w*"
    r"|detect|interpret|standard|able|set\s+up|equipped|uniform|consistent|adopt\w*|finali[sz]ed"
    r"|consensus)\b|\bignore\w*|\bno\s+(?:\w+\s+){0,4}?(?:standard|action|response|consensus)"
    r"|\bdisregard|\bdecline[sd]?\s+to\s+(?:respond|honou?r|act)"
)
_EFFECT: Final = (
    r"\b(?:we\s+(?:\w+\s+){0,2}?(?:honou?r|respect|respond|answer|recogni[sz]e|support|comply|observe"
    r"|obey|adhere|follow|heed|treat)|(?:site|website|service|our\s+\w+"
    r"|company)\s+(?:\w+\s+){0,2}?(?:honou?rs|respects|responds|recogni[sz]es|supports|complies"
    r"|obeys|observes)|(?:sites|websites|services|companies|systems)\s+(?:\w+\s+){0,2}?(?:honou?r|respect|recogni[sz]e|support|comply|obey|observe)\b|(?:honou?r|respect|obey|compl(?:y|ies)\s+with|respond\s+to|recogni[sz]e"
    r"|support)\w*\s+(?:\w+\s+){0,4}?(?:do[\s-]not[\s-]track|dnt|gpc|global)|not\s+track"
    r"|won't\s+(?:count|track|collect|be)|will\s+not\s+(?:\w+\s+)?(?:track|collect|be\s+(?:tracked"
    r"|counted|recorded)|use|place|load|set)|(?:do\s+not|does\s+not|don't|doesn't)\s+(?:track|count|collect|use|plant|set"
    r"|place|load)|disable\w*\s+(?:\w+\s+){0,2}?(?:tracking|analytics|cookies)"
    r"|opt\s+out\s+of\s+this)\b"
)
# In a list of what a tool does, or passively: "respects Do Not Track", "Do Not Track signals are honoured".
_RESPECTED: Final = (
    rf"(?:^\W*|,\s+|\band\s+|\bwhich\s+|\bthat\s+)(?:\w+\s+)?(?:honou?rs?|respects?|obeys?|recogni[sz]es?|complies\s+with)\s+(?:the\s+|your\s+|browsers?'?s?'?\s+|\W){{0,3}}{_SIGNAL}"
    rf"|\brespect\s+for\s+(?:the\s+|your\s+|\W){{0,2}}{_SIGNAL}"
    rf"|{_SIGNAL}[^.;]{{0,60}}\b(?:is|are|will\s+be)\s+(?:\w+\s+)?(?:honou?red|respected|recogni[sz]ed|obeyed|observed|followed)\b"
)
_TREATED: Final = r"[ŋŏ]++\s+(?:\w+\s+){0,2}?(?:honou?r|respect|treat|recogni[sz]e|obey|observe|follow)s?\b"
_THOSE_SIGNALS: Final = (
    r"\b(?:we|our\s+\w+|this\s+(?:web\s?)?site)\b[^.;]{0,40}\b(?:those|these|such|this|the)\s+(?:\w+\s+)?"
    r"(?:signals?|headers?|requests?\s+from\s+\w+\s+browsers?)\b"
)
_SIGNAL_WORDS: Final = words("sign head requ")
_FAR: Final = 3  # sentences back
# What others do with the signal is theirs; how it is handled, and that the law asks for it, is no answer.
_OTHERS_MAY: Final = (
    r"\b(?:third\s+part\w+|partners|advertisers|providers|networks|they|companies)\b[^.;]{0,80}?\b(?:may|might|can)\b"
    r"(?!\s+not\s+be\b)"
)
_NO_CONTROL: Final = (
    r"\b(?:not|cannot|n't)\s+(?:\w+\s+){0,2}?(?:control|responsible|guarantee|aware|know)\b[^.;]{0,30}?"
    r"\b(?:whether|how|that|if)\s+(?:\w+\s+)?"
    r"(?:third|they|those|these|other|our\s+(?:\w+\s+)?(?:partners|providers|advertisers))"
)
_WE_DO_NOT: Final = (
    r"\b(?:we|(?:our|this|the)\s+(?:\w+\s+)?(?:web\s?)?(?:sites?|services?|systems?))\s+(?:\w+\s+)?"
    r"(?:(?:do|does|are|is|will|have|has|can)\s*(?:not|n't)|cannot)\b"
)
_HOW_ONLY: Final = (
    r"\b(?:disclose|explain|describe|tell|say|discuss|state|address|information\s+(?:about|on))\b[^.;]{0,60}?\bhow\s+(?:we|our|the|this)\b"
    r"|^\W*how\s+(?:do(?:es)?\s+)?(?:we|our|you|the|this)\b"
)
# Whatever the signal, the same is done.
_ALL_THE_SAME: Final = (
    r"\b(?:whether\s+or\s+not|regardless\s+of|irrespective\s+of|whatever)\b|\b(?:no|not\s+have\s+any|without\s+any)\s+(?:effect|impact|influence)\b"
    r"|\bnot\s+(?:\w+\s+)?(?:affect|impact|influence)\b|\bin\s+the\s+same\s+(?:way|manner)\b"
)
_OUR_PRACTICE: Final = r"\b(?:we|our|us|(?:this|the)\s+(?:web\s?)?(?:site|policy|notice|statement)|data|information)\b"
_STOPS: Final = (
    r"\b(?:we|our\s+(?:web\s?)?sites?|this\s+(?:web\s?)?site)\b[^.;]{0,80}?\b(?:stop|switch(?:es)?\s+off|turns?\s+off|suppress|block|cease)\w*\b"
    r"[^.;]{0,60}?\b(?:cookies|tracking|advert\w+|analytics|statistics)\b"
    r"|\bno\s+(?:cookies|statistics|data|information)\s+(?:is|are)\s+(?:\w+\s+)?(?:kept|set|collected|stored|gathered)\b"
    r"|\b(?:committed|pledge|aim|promise)\w*\s+to\s+(?:honou?r|respect|obey)\w*"
)
_BARE_NO: Final = (
    r"^\W*(?:(?:no|currently|presently|at\s+this\s+time|at\s+present|for\s+now)\W+){0,2}"
    r"(?:we|our\s+(?:web\s?)?sites?|this\s+(?:web\s?)?site|it)\s+(?:currently\s+)?(?:do(?:es)?\s+not|do(?:es)?n't)(?:\s+(?:currently|at\s+this\s+time))?\W*$"
)


def find_signals(statement: Statement) -> Iterator[Found]:
    """Yield what a sentence says of the signals: declared where they are honoured, denied where they are not."""
    held, plain = statement.sentence.words, statement.plain
    if held & {"trac", "dnt", "gpc", "glob"} and compiled(_SIGNAL).search(plain):
        yield from _signal(statement)
    elif (
        (held & _SIGNAL_WORDS and compiled(_THOSE_SIGNALS).search(plain)) or compiled(_BARE_NO).match(plain)
    ) and _spoke_of_signals(statement):
        yield from _answer_to_signals(statement)


def _signal(statement: Statement) -> Iterator[Found]:
    plain = statement.plain
    if not names_the_signal(statement.sentence) or _is_others(plain):
        return
    rest = compiled(_SIGNAL).sub(" ", plain)
    promise = compiled(
        r"\b(?:will\s+not|won't|do\s+not|don't|does\s+not|doesn't|never)\s+(?:\w+\s+)?(?:track|count|collect|plant"
        r"|load|set|place|be\s+(?:tracked|counted))\b"
    ).search(rest)
    same = compiled(_ALL_THE_SAME).search(rest) is not None and compiled(_OUR_PRACTICE).search(rest) is not None
    if same or (compiled(_IGNORED).search(rest) and promise is None):
        yield _found(statement, Stance.DENIED)
    elif _honours(statement, rest) and not compiled(r"\bhotjar|some\s+browsers|certain\s+browsers\b").search(plain):
        yield _found(statement, Stance.DECLARED)


def _is_others(plain: str) -> bool:
    if compiled(_NO_CONTROL).search(plain):
        return True
    return compiled(_OTHERS_MAY).search(plain) is not None and compiled(_WE_DO_NOT).search(plain) is None


def _honours(statement: Statement, rest: str) -> bool:
    if compiled(_HOW_ONLY).search(statement.plain):
        return False
    return bool(
        compiled(_EFFECT).search(rest)
        or compiled(_STOPS).search(rest)
        or compiled(_RESPECTED).search(statement.plain)
        or compiled(_TREATED).search(statement.coded)
    )


def _found(statement: Statement, stance: Stance) -> Found:
    return Found(FIELD, stance, statement.sentence.start, statement.sentence.end, scope=Scope.ALL)


def _spoke_of_signals(statement: Statement) -> bool:
    """Whether the heading or one of the last sentences names the signal that "those signals" are."""
    if compiled(_SIGNAL).search(statement.heading):
        return True
    earlier = statement.before
    for _ in range(_FAR):
        if earlier is None:
            return False
        if compiled(_SIGNAL).search(earlier.plain):
            return True
        earlier = earlier.before
    return False


def _answer_to_signals(statement: Statement) -> Iterator[Found]:
    """ "We do not currently respond to those signals"."""
    if compiled(_IGNORED).search(statement.plain) or compiled(_BARE_NO).match(statement.plain):
        yield _found(statement, Stance.DENIED)
    elif compiled(r"\bwe\s+(?:\w+\s+)?(?:honou?r|respect|respond|recogni[sz]e|comply)\b").search(statement.plain):
        yield _found(statement, Stance.DECLARED)


def names_the_signal(sentence: Sentence) -> bool:
    """ "Do Not Track" is a signal where it is written as a name or called one; "we do not track you" is a promise."""
    if compiled(r"Do[ -]Not[ -]Track|DO[ -]NOT[ -]TRACK|\bDNT\b|Don['’]t Track|\bGPC\b|Global Privacy Control").search(
        sentence.text
    ):
        return True
    return (
        compiled(
            r"\bdo[\s-]not[\s-]track\W{0,2}\s+(?:signals?|headers?|settings?|requests?|options?"
            r"|preferences?|browser|features?|mechanisms?|functionality|instructions?|disclosures?)"
            r"|\bglobal\s+privacy\s+control"
        ).search(sentence.plain)
        is not None
    )
