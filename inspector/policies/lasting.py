# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How long a practice lasts: session and persistent cookies in use."""

from collections.abc import Iterator
from typing import Final

from inspector.core.policy import Scope, Stance
from inspector.policies.found import Found
from inspector.policies.outside import states_outside, whole
from inspector.policies.patterns import compiled, words
from inspector.policies.statements import Frame, Statement

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


def find_kinds(statement: Statement, negated: tuple[tuple[int, int], ...]) -> Iterator[Found]:
    """Yield the kinds of cookies by how long they last that a sentence says are in use."""
    coded = statement.coded
    weak = not statement.direct
    if compiled(_DATA_KEPT).search(statement.plain):
        return
    if compiled(_NOT_LONGER).search(coded):
        yield whole(statement, "persistent_cookies", scope=Scope.KIND, weak=weak)
    yield from _kind_of_referred(statement)
    words = statement.sentence.words
    for field, pattern, gate in (
        ("session_cookies", _SESSION, _SESSION_WORDS),
        ("persistent_cookies", _PERSISTENT, _PERSISTENT_WORDS),
    ):
        if not words & gate:
            continue
        if (statement.cookie or statement.refers is not None or statement.leads is not None) and states_outside(
            pattern, coded, negated
        ):
            yield whole(statement, field, scope=Scope.KIND, weak=weak)


def _kind_of_referred(statement: Statement) -> Iterator[Found]:
    """ "Persistent cookies last longer. These help you sign in to our site": the second sentence says who uses them."""
    referred = statement.refers
    if referred is None or referred.frame is not Frame.DEFINITION or not statement.direct:
        return
    kind = compiled(_LISTED_KIND).match(referred.coded)
    if kind is not None:
        field = "session_cookies" if kind[1] in {"session", "temporary"} else "persistent_cookies"
        yield Found(field, Stance.DECLARED, referred.sentence.start, statement.sentence.end, scope=Scope.KIND)
