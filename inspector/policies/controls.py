# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501
"""What the reader can do: browser settings, the site's own consent tool, Do Not Track; and where else to read on."""

from collections.abc import Iterator
from typing import Final

from inspector.core.policy import BlockKind, Scope, Stance
from inspector.policies.found import Found
from inspector.policies.frames import Frame, Section, Statement, compiled

_REFUSE: Final = r"(?:refus\w+|reject\w*|block\w*|disabl\w+|delet\w+|declin\w+|remov\w+|deactivat\w+|turn(?:ed|ing)?\s+(?:\w+\s+)?off|switch\w*\s+(?:\w+\s+)?off|clear\w*|prevent\w*|restrict\w*|limit\w*|not\s+(?:to\s+)?accept\w*|stop\w*|erase\w*|control\w*|manag\w+|opt[\s-]+out|disallow\w*|disenabl\w+|accept\s+or|warn\w*|notif\w+|alert\w*|prompt\w*|ask\w*\s+you|inform\s+you|tell\s+you|choose|choice)"
_BROWSER: Final = r"(?:browsers?(?:'s?)?\b|internet\s+explorer|firefox|\bchrome\b|safari|netscape|\bopera\b|microsoft\s+edge)"
_BROWSER_CONTROL: Final = (
    rf"\b{_BROWSER}[^.;]{{0,140}}?\b{_REFUSE}[^.;]{{0,60}}?|\b{_REFUSE}\b[^.;]{{0,140}}?\b{_BROWSER}|\b(?:settings?|options|preferences|help|tools|configur\w+)\b[^.;]{{0,60}}?\b(?:of|in|on|from)\s+(?:\w+\s+){{0,3}}?{_BROWSER}|\b{_BROWSER}(?:'s)?\s+(?:cookie\s+)?(?:settings?|options|preferences|controls?)|\bset\s+(?:your|their|the|up)\s+(?:\w+\s+)?{_BROWSER}"
)
_ONLY_ACCEPT: Final = r"\bto\s+accept\b(?!\s+or)"
_CONSENT: Final = (
    r"\bcookies?[\s-]+(?:consent|banner|notice\s+(?:banner|pop)|pop-?up|settings?|preferences?|control|management|manager|choices|preference|selection|consent\s+\w+|bar|message)\s*(?:panel|cent(?:re|er)|tool|banner|manager|platform|link|page|button|icon|pop-?up|dashboard|menu|module|window|preferences|settings|bar|section)?\b"
    r"|\b(?:consent|privacy|preference)\s+(?:management|manager|preferences?|banner|cent(?:re|er)|tool|settings|pop-?up|choices)\b|\bcookie\s+(?:banner|bar|pop-?up|wall)\b|\bconsent\s+(?:banner|platform|window|layer|tool)|\bcmp\b|\bcookiebot\b|\bonetrust\b|\bmanage\s+(?:your\s+)?(?:cookies?|consent)\s+(?:settings|preferences|button|link)"
    r"|\b(?:pop-?up|banner|message|notice|notification|window|box)\b[^.;]{0,100}?\b(?:accept|consent|agree|choice|choose|informs?\s+you|asking|asks?\b|decline|reject)|\b(?:accept|consent|agree|decline|reject|choice)\w*\b[^.;]{0,80}?\b(?:pop-?up|(?:cookie|consent|our|the|a|this)\s+banner|message\s+(?:which|that)\s+appear\w*|first\s+visit)"
    r"|\b(?:ask|request|obtain|seek|require|need|requir)\w*\s+(?:for\s+)?(?:\w+\s+){0,3}?(?:consent|permission|authori[sz]ation|approval|acceptance)\b[^.;]{0,90}?\b(?:cookies?|before|plac|stor|set|us(?:e|ing)|implant)|\bonly\b[^.;]{0,80}?\bcookies?\b[^.;]{0,80}?\b(?:you(?:'ve|\s+have)?\s+(?:\w+\s+)?(?:accept|consent|agree|opt|allow|permi|given|click|select)\w*|with\s+your\s+(?:\w+\s+)?(?:consent|permission)|after\s+(?:you|your)|if\s+you\s+(?:accept|consent|agree))"
    r"|\bcookies?\b[^.;]{0,100}?\b(?:only\s+)?(?:with|upon|after|on\s+the\s+basis\s+of|based\s+on|subject\s+to|without)\s+(?:\w+\s+){0,2}?your\s+(?:\w+\s+){0,2}?(?:consent|permission|agreement|approval)\b|\bwithdraw\w*\s+(?:your\s+)?(?:\w+\s+)?consent\b[^.;]{0,80}?\b(?:cookie|click|setting|tool|banner|button|link)|\b(?:toggle|switch|slider)s?\s+(?:feature|button|off|on)|\byou\s+(?:can|may)\b[^.;]{0,100}?\b(?:cookie\s+(?:preferences?|settings)|your\s+(?:cookie\s+|consent\s+|privacy\s+)?(?:preferences|consent|choices)\s+(?:regarding|for|about|on|concerning)\s+cookies)|\bcookies?\s+(?:\w+\s+){0,4}?(?:before|until|unless)\s+you\s+(?:\w+\s+){0,3}?(?:accept|consent|agree|click|opt)"
)
_NOT_A_TOOL: Final = r"^\W*(?:some|most|many)\s+(?:\w+\s+)?browsers\b|\b(?:browser|browsers|chrome|firefox|safari|explorer)(?:'s)?\b[^.;]{0,40}\bcookies?\s+(?:settings?|preferences?|control|management)|\bcookies?\s+(?:settings?|preferences|options)\s+(?:\w+\s+){0,4}?(?:of|in|on|within|by|through)\s+(?:\w+\s+){0,3}?(?:browser|chrome|firefox|device)|\b(?:introduce|would|will\s+be\s+requested|if\s+we)\b"
_CONTINUED: Final = r"\bby\s+(?:continuing|using|browsing|visiting|accessing)\b|\bcontinued\s+use\b|\bif\s+you\s+continue\b"
_SIGNAL: Final = r"(?:\bdo[\s-]?not[\s-]?track\b|\bdnt\b|\bdon't\s+track\b|\bglobal\s+privacy\s+control\b|\bgpc\b)"
_IGNORED: Final = (
    r"\b(?:not|n't|unable|no|never|neither|cannot)\b\s*(?:[\w']+\s+){0,6}?(?:respond\w*|honou?r\w*|recogni[sz]\w*|support\w*|react\w*|reply|process\w*|take\s+(?:any\s+)?action|act\s+(?:up)?on|alter|change|comply|observ\w*|follow\w*|monitor|address|obey|acknowledge|listen|adhere|implement\w*|provide|respect\w*|response|action|behave|differently|treat\w*|detect|interpret|standard|able|set\s+up|equipped|uniform|consistent|adopt\w*|finali[sz]ed|consensus)\b|\bignore\w*|\bno\s+(?:\w+\s+){0,4}?(?:standard|action|response|consensus)|\bdisregard"
)
_HONOURED: Final = r"\b(?:honou?r\w*|respect\w*|respond\w*|recogni[sz]\w*|support\w*|comply|compl(?:y|ies)|observe\w*|obey\w*|adher\w*|follow\w*|heed|accommodat\w*|in\s+place|enable\w*|turn\s+on|set|use|enabled|activat\w*|detect\w*|treat\w*)\b"
_EFFECT: Final = r"\b(?:we\s+(?:\w+\s+){0,2}?(?:honou?r|respect|respond|recogni[sz]e|support|comply|observe|obey|adhere|follow|heed|treat)|(?:site|website|service|our\s+\w+|company)\s+(?:\w+\s+){0,2}?(?:honou?rs|respects|responds|recogni[sz]es|supports|complies|obeys|observes)|(?:honou?r|respect|obey|compl(?:y|ies)\s+with|respond\s+to|recogni[sz]e|support)\w*\s+(?:\w+\s+){0,4}?(?:do[\s-]not[\s-]track|dnt|gpc|global)|not\s+track|won't\s+(?:count|track|collect|be)|will\s+not\s+(?:\w+\s+)?(?:track|collect|be\s+(?:tracked|counted|recorded)|use|place|load|set)|(?:do|does)\s+not\s+(?:track|collect|use|plant|set|place|load)|disable\w*\s+(?:\w+\s+){0,2}?(?:tracking|analytics|cookies)|opt\s+out\s+of\s+this)\b"
_OWN_PAGE: Final = r"(?:our|the|their|full|separate|detailed|entire|complete|\w+'s)\s+(?:[\w-]+\s+){0,3}?"
_DELEGATES: Final = (
    rf"\b(?:see|view|read|refer(?:ring)?\s+to|visit\w*|consult\w*|review\w*|check(?:ing)?(?:\s+out)?|find|found|go\s+to|available|described|set\s+out|explained|detailed|provided|outlined|contained|details|information|learn|click|please|access|under|in)\b[^.;]{{0,120}}?\b(?:{_OWN_PAGE}|(?:a|an)\s+)?(?:cookies?|tracking(?:\s+technolog\w+)?|cookies?\s+and\s+(?:\w+\s+){{1,3}})(?:\s+(?:and\s+\w+\s+)?(?:use|usage))?\s+(?:polic(?:y|ies)|notices?|statements?|declarations?|page|guide|information\s+page|faq)\b"
)
_DELEGATES_PRIVACY: Final = (
    r"\b(?:more|further|additional|detailed|full|details|learn)\b[^.;]{0,60}?\b(?:about|on|regarding|of|concerning)\s+(?:\w+\s+){0,5}?cookies\b[^.;]{0,120}?\b(?:privacy\s+(?:policy|notice|statement)|our\s+(?:\w+\s+)?(?:policy|page|statement))\b|\b(?:privacy\s+(?:policy|notice|statement))\b[^.;]{0,60}?\b(?:more|further)\s+(?:information|details)\s+(?:about|on)\s+(?:\w+\s+){0,3}?cookies"
    r"|\bfor\s+(?:more|further)\s+(?:details|information)\s+on\s+(?:the\s+)?cookies\b[^.;]{0,60}\b(?:please\s+)?(?:see|visit)\s+\S+"
)
_OTHER_PARTY: Final = r"\b(?:google|facebook|twitter|microsoft|paypal|stripe|linkedin|youtube|adobe|third[\s-]part|their\s+(?:own\s+)?(?:\w+\s+)?(?:cookie|privacy)|provider|partner|vendor|advertiser|individual|respective|allaboutcookies|aboutcookies|those\s+(?:sites|companies))\w*"
_THIS_PAGE: Final = r"\b(?:this|in\s+the\s+present|changes?\s+to|updates?\s+to|updat\w+|amend\w*|revis\w+|modif\w+|questions?\s+about|part\s+of|forms?\s+part|accept|agree\w*\s+to|by\s+using|supplement\w*|below|above)\s+(?:\w+\s+){0,3}?cookies?\s+(?:polic|notice|statement|declar)"


def find_controls(statement: Statement) -> Iterator[Found]:
    """Yield the choices that a sentence offers, and whether it sends the reader elsewhere for its cookies."""
    sentence = statement.sentence
    words, plain = sentence.words, sentence.plain
    if sentence.kind is BlockKind.HEADING:
        return
    if words & {"brow", "expl", "fire", "chro", "safa", "nets", "oper"}:
        yield from _browser(statement)
    if "cook" in words or words & {"cons", "bann", "cmp", "togg", "pref", "trac"}:
        yield from _tool(statement)
    if words & {"trac", "dnt", "gpc", "glob"} and compiled(_SIGNAL).search(plain):
        yield from _signal(statement)
    if "cook" in words or words & {"trac"}:
        yield from _delegation(statement)


def _whole(statement: Statement, field: str, stance: Stance = Stance.DECLARED) -> Found:
    return Found(field, stance, statement.sentence.start, statement.sentence.end, scope=Scope.ALL)


def _browser(statement: Statement) -> Iterator[Found]:
    plain = statement.plain
    about = statement.topic or "cook" in statement.sentence.words or statement.section in {Section.CONTROL, Section.COOKIES, Section.CATEGORY}
    if not about or statement.frame is Frame.OTHERS:
        return
    if compiled(_BROWSER_CONTROL).search(plain):
        accepts_only = compiled(_ONLY_ACCEPT).search(plain) and not compiled(r"\b(?:refus|reject|block|disabl|delet|declin|remov|off|not\s+accept|prevent|manag|warn|notif|alert)\w*").search(plain)
        mere = compiled(r"\b(?:stored|placed|sent|transfer\w*|kept|saved)\b").search(plain) and not compiled(r"\b(?:you|users?|visitors?|settings?|most|control|manage|set\s+your|by\s+(?:your|chang|adjust|set|follow))\b").search(plain)
        closing = compiled(r"\b(?:deleted|erased|removed|expires?|disabled|destroyed|lasts?|until)\b[^.]*?\b(?:close|closed|exit|quit|end|shut|closing)\w*\b").search(plain) and not compiled(r"\b(?:can|may|settings?|could|options)\b").search(plain)
        if not accepts_only and not mere and not closing:
            yield _whole(statement, "controls.browser_settings")


def _tool(statement: Statement) -> Iterator[Found]:
    plain = statement.plain
    if statement.frame in {Frame.OTHERS, Frame.HYPOTHETICAL}:
        return
    match = compiled(_CONSENT).search(plain)
    if match is None or compiled(_NOT_A_TOOL).search(plain):
        return
    if compiled(_CONTINUED).search(plain) and not compiled(r"\b(?:banner|pop-?up|settings|preferences|tool)\b").search(plain):
        return
    yield _whole(statement, "controls.consent_tool")


def _signal(statement: Statement) -> Iterator[Found]:
    plain = statement.plain
    signal = compiled(_SIGNAL).search(plain)
    if signal is None:
        return
    rest = plain[: signal.start()] + " " + plain[signal.end() :]
    if compiled(_IGNORED).search(rest) and not compiled(r"\b(?:not|won't|never)\s+(?:\w+\s+)?(?:track|count|collect|plant|be\s+(?:tracked|counted))").search(rest):
        yield _whole(statement, "controls.do_not_track", Stance.DENIED)
    elif compiled(_EFFECT).search(plain) and not compiled(r"\bhotjar|some\s+browsers|certain\s+browsers\b").search(plain):
        yield _whole(statement, "controls.do_not_track")


def _delegation(statement: Statement) -> Iterator[Found]:
    plain = statement.plain
    if compiled(_THIS_PAGE).search(plain) or compiled(_OTHER_PARTY).search(plain):
        return
    if compiled(_DELEGATES).search(plain) or compiled(_DELEGATES_PRIVACY).search(plain):
        yield _whole(statement, "delegates")
