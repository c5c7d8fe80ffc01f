# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the reader can do: browser settings, the site's own consent tool, Do Not Track; and where else to read on."""

from collections.abc import Iterator
from typing import Final

from inspector.core.policy import BlockKind, Scope, Stance
from inspector.policies.found import Found
from inspector.policies.patterns import compiled
from inspector.policies.signals import find_signals, names_the_signal
from inspector.policies.statements import Frame, Section, Statement

_REFUSE: Final = (
    r"(?:refus\w+|reject\w*|block\w*|disabl\w+|delet\w+|declin\w+|remov\w+|deactivat\w+|turn(?:ed"
    r"|ing)?\s+(?:\w+\s+)?off|switch\w*\s+(?:\w+\s+)?off|clear\w*|prevent\w*|restrict\w*|limit\w*"
    r"|not\s+(?:to\s+)?accept\w*|stop\w*|erase\w*|control\w*|manag\w+|opt[\s-]+out|disallow\w*"
    r"|disenabl\w+|accept\s+or|warn\w*|notif\w+|alert\w*|prompt\w*|ask\w*\s+you|inform\s+you"
    r"|tell\s+you|choose|choice)"
)
_BROWSER: Final = (
    r"(?:browsers?(?:'s?)?\b(?!\s+(?:add-?on|plug-?in|extension|opt(?:[\s-]?out)?\b|type|and\s+operating|version|technolog))"
    r"|internet\s+explorer|firefox|\bchrome\b|safari|netscape|\bopera\b|microsoft\s+edge)"
)
_BROWSER_CONTROL: Final = (
    rf"\b{_BROWSER}[^.;]{{0,140}}?\b{_REFUSE}[^.;]{{0,60}}?"
    rf"|\b{_REFUSE}\b[^.;]{{0,140}}?\b{_BROWSER}|\b(?:settings?|options|preferences|help\W{{0,2}}\s+(?:menu"
    rf"|function|section|files?|pages?|feature|system|option|button|tab)|tools"
    rf"|configur\w+)\b[^.;]{{0,60}}?\b(?:of|in|on|from)\s+(?:\w+\s+){{0,3}}?{_BROWSER}"
    rf"|\b{_BROWSER}(?:'s)?\)?\s+[\"']?(?:cookie\s+)?(?:settings?|options|preferences|controls?|help)\b"
    rf"|\b(?:set|tell|instruct|ask|program|configure|adjust|customi[sz]e)\s+(?:your|their|the|up)\s+(?:\w+\s+)?{_BROWSER}"
)
# "For Firefox: ..." under "How do I refuse cookies?"
_BROWSER_LINK: Final = (
    r"^\W*(?:(?:for|in|on|with|using)\s+)?(?:mozilla|google|microsoft|apple|internet|safari"
    r"|firefox|chrome|opera|edge|android|ie)\b[^.]{0,60}?(?:$|:|http)"
)
# The browser as where something is, not as what the reader sets: "ads on your mobile browser".
_READER_SETS: Final = (
    rf"^\W*you\s+(?:can|may|could)\s+(?:\w+\s+)?(?:set|tell|instruct|ask|program|configure|adjust)\s+your\s+{_BROWSER}"
)
_BROWSER_IS_A_PLACE: Final = (
    r"\b(?:recogni[sz]|identif)\w*\s+(?:your|the|a)\s+browser\b(?![^.;]*\b(?:refus|block|disabl|reject|settings?)\w*)|"
    r"\b(?:advertis\w+|ads)\s+on\s+(?:your|the)\s+(?:[\w-]+\s+){0,3}browsers?\b"
    r"|\b(?:associat|link|connect|combin|match|recogni[sz])\w*\s+(?:\w+\s+){0,3}browsers?\s+and\s+(?:\w+\s+)?devices\b"
    r"|^\W*(?:the|your)\s+browser\s+(?:keeps|stores|remembers|saves)\b"
    r"|\b[\"']?(?:set|placed|stored)[\"']?\s+(?:with)?in\s+(?:your|the)\s+browser\s+(?:to|so|in\s+order)\b"
    r"|\b(?:stored|kept|placed)\s+by\s+(?:your|a|the)\s+(?:web\s+)?browser\b[^.;]{0,80}\bunless\b"
    r"|\b(?:deleted|removed|erased)\s+by\s+(?:your|a|the|the\s+user's)\s+(?:web\s+)?browser\b(?![^.;]*\bsettings)"
    r"|\bads?\s+settings\s+(?:on|in)\s+your\s+browser\b"
    r"|\b(?:chang|switch|us)\w*\s+(?:to\s+)?(?:a\s+)?(?:(?:different|another|new|other|several)\s+)?(?:web\s+)?browsers?\s+or\s+"
    r"|\bper\s+browser\b|\bbrowser'?s?\s+(?:local|session|web)\s?storage\b"
    r"|\brequests?\s[^.;]{0,60}?\bfrom\s+(?:your|the)\s+browser\b|\bextensions?\s+for\s+(?:your|the)\s+browsers?\b(?![^.;]*\bcookies?\b)"
)
# "You can delete cookies", "set your computer to refuse cookies": where, if not in the browser?
_READER_REFUSES: Final = (
    r"^\W*(?:(?:of\s+course|also|however|alternatively|at\s+any\s+time|if\s+you\s+(?:wish|prefer|like|want)),?\s+){0,2}"
    r"(?:you|users?|visitors?)\s+(?:(?:may|can|could|are\s+(?:able|free)\s+to|have\s+the\s+(?:\w+\s+)?(?:ability|option"
    r"|opportunity|right|possibility|choice)\s+(?:to|of)|always|also|choose\s+to|of\s+course|at\s+any\s+time|easily)\s+){1,3}"
    r"(?:(?:set|configure|adjust)\s+your\s+(?:computers?|devices?|systems?|software)\s+(?:to|so)\b[^.;]{0,60}?"
    r"|(?:accept\s+or\s+)?(?:disable|delete|block|refuse|reject|decline|remove|erase|clear|turn\s+off|switch\s+off)\s+)"
    r"(?:(?:all|any|the|these|our|such|existing|stored|of|use|some)\s+){0,3}cookies\b(?!\s+(?:settings|preferences)\b)"
)
_ONLY_ACCEPT: Final = r"(?<!\bnot\s)\bto\s+accept\b(?!\s+or)"
# A tool by its name; settings need somebody who sets them; consent needs somebody who asks for it.
_TOOL: Final = (
    r"\bcookies?[\s-]+(?:consent\s+)?(?:banner|bar|pop-?up|panel|tool|manager|wall"
    r"|consent\s+(?:tool|manager|banner|form|solution|platform|notice|message|pop-?up|layer)"
    r"|preference\s+cent(?:re|er)|management\s+(?:platform|tool|panel|system|page)"
    r"|settings?\s+(?:panel|cent(?:re|er)|tool|page|button|link|menu|dialog|module|window)"
    r"|preferences?\s+(?:panel|cent(?:re|er)|tool|page|button|link|manager|menu))\b"
    r"|\b(?:through|in|via|using|with|by|use|open|visit)\s+(?:our|the\s+site's|this\s+site's)\s+(?:\w+\s+){0,2}cookie\s+(?:settings|preferences|options)\b"
    r"|\bcookies?\s+(?:configurator|configuration\s+(?:panel|tool|page)|control\s+(?:panel|tool))\b"
    r"|\b(?:toggle|switch)\s+(?:them|these|those|it)\s+\W?(?:on|off)\b"
    r"|\bconsent\s+(?:management|manager|banner|platform|window|layer|tool|pop-?up|notification|dialog(?:ue)?)\b"
    r"|\bpreference\s+(?:cent(?:re|er)|manager|panel)\b|\bprivacy\s+(?:preference\s+)?(?:manager"
    r"|cent(?:re|er)\s+tool)\b|\bcmp\b|\bcookiebot\b|\bonetrust\b|\b(?:toggle|switch"
    r"|slider)s?\s+(?:features?|buttons?|off|on)\b"
)
_SETTINGS: Final = (
    r"\b(?:chang|adjust|updat|manag|set|setting|withdraw|modif|review|edit|configur|revok|control"
    r"|customi[sz]|select|choos|open|access|visit|click"
    r"|reset)\w*\b[^.;]{0,90}?\b(?:cookies?\s+(?:settings?|preferences?|choices|selections?)"
    r"|cookie\s+consent|consent\s+(?:settings|preferences|choices)|(?:preferences|choices"
    r"|consent)\s+(?:regarding|for|about|on|concerning|to)\s+(?:\w+\s+)?cookies)\b"
    r"|\b(?:via|through|using|click\w*|select\w*|use|on|with|under|in)\s+(?:on\s+)?(?:the\s+|our\s+)?[\"']?manage\s+cookies[\"']?"
    r"(?=\s+(?:link|button|in|at|on|tool|option|panel|page)\b|\W*$)"
    r"|\bopen\s+cookies?\s+settings\b|\bmanage\s+(?:\w+\s+){0,2}?consent\b"
)
_ASKED: Final = (
    r"\b(?:pop-?up|banner|message|notice|notification|window|box)\b[^.;]{0,100}?\b(?:accept"
    r"|consent|agree|choice|choose|asking|asks?\b|decline|reject)|\b(?:accept|consent|agree"
    r"|decline|reject|choice|response|choose|select)\w*\b[^.;]{0,80}?\b(?:pop-?up|(?:cookie|consent|our|the|a"
    r"|this)\s+banner|bar\s+(?:which|that)\s+\w+|message\s+(?:which|that)\s+appear\w*|(?:on|during)\s+(?:your"
    r"|the)\s+first\s+visit)"
    r"|\b(?:ask|request|obtain|seek|require)\w*\s+(?:you\s+)?(?:for\s+)?(?:\w+\s+){0,3}?(?:consent"
    r"|permission|authori[sz]ation|approval|acceptance)\b[^.;]{0,90}?\b(?:cookies?|before|plac"
    r"|stor|set|us(?:e|ing)|implant)|\bask\w*[^.;]{0,60}?\b(?:consent\s+to|accept"
    r"|decline)\b[^.;]{0,60}?\bcookies?|\bonly\b[^.;]{0,80}?\bcookies?\b[^.;]{0,80}?\b(?:you(?:'ve"
    r"|\s+have)?\s+(?:\w+\s+)?(?:accept|consent|agree|allow|permi|given|click|select)\w*"
    r"|with\s+your\s+(?:\w+\s+)?(?:consent|permission)|after\s+you\s+(?:\w+\s+)?(?:accept|consent"
    r"|agree|click)|if\s+you\s+(?:accept|consent|agree))"
    r"|\bcookies?\b[^.;]{0,100}?\b(?:only\s+)?(?:with|upon|after|on\s+the\s+basis\s+of|based\s+on"
    r"|subject\s+to|without)\s+(?:\w+\s+){0,2}?(?:your|the\s+user's|users?'?"
    r"|the\s+visitor's)\s+(?:(?:prior|explicit|express|previous|consent|free|active|specific"
    r"|informed|opt-in)\s+){0,2}(?:consent|permission|agreement|approval)\b"
    r"|\bcookies?\b[^.;]{0,60}?\bonly\s+(?:\w+\s+){0,3}?(?:if|when|once|after)\s+you\s+(?:\w+\s+){0,2}?(?:accept|consent"
    r"|agree|allow|permit|provide|give|opt)|\b(?:select|click|press|tap|choos)\w*\s+(?:on\s+)?(?:the\s+)?[\"'“(]"
    r"(?:accept|allow|reject|decline|agree|deny)\b"
    r"|^\W*if\s+you\s+(?:consent|agree|opt\s+in)(?:\s+to\s+\w+)?,\s+we\s+(?:\w+\s+)?(?:use|set|place)\b[^.;]{0,60}\bcookies?"
    r"|\bwithdraw\w*\s+(?:your\s+)?(?:\w+\s+)?consent\b[^.;]{0,80}?\b(?:cookie|click|setting|tool"
    r"|banner|button|link)|\bcookies?\s+(?:[\w ]{0,60}?)(?:before|until"
    r"|unless)\s+you\s+(?:\w+\s+){0,3}?(?:accept|consent|agree|click|opt)"
    r"|\b(?:set|use|place|load|activate)\s+(?:these|them|those|it|any\s+of\s+(?:these|them))\s+(?:until|unless|before)\s+you\s+"
    r"(?:\w+\s+){0,3}?(?:accept|consent|agree|opt)|\b(?:until|unless|before)\s+you\s+(?:have\s+)?(?:given|give)\s+(?:\w+\s+)?consent\b"
    r"|\b(?:when|once|if|where|after|until|unless)\s+(?:\w+\s+){0,2}?consent\s+(?:is|has\s+been|was)\s+(?:granted|given|obtained)\b"
    r"|\bcookies\b[^.;]{0,60}?\b(?:when|once|where|if)\s+we\s+have\s+your\s+(?:\w+\s+)?consent\b"
    r"|\bsay\s+(?:no|yes)\s+to\s+[^.;]{1,40}?\bwhen\s+you\s+first\s+(?:arrive|visit|come|open)\b"
    r"|\bclick\w*\s+(?:on\s+)?(?:the\s+)?\W{0,2}(?:\w+\s+)?(?:accept|agree|ok\b|allow|reject"
    r"|i\s+agree)[^.;]{0,90}\bcookies?|\b(?:happy|willing|agreed?|choose"
    r"|chosen)\s+to\s+accept\s+cookies\b[^.;]{0,80}\b(?:message|banner|notice|first\s+visit)"
)
_NOT_A_TOOL: Final = (
    r"\b(?:configure|set|adjust|instruct|tell)\s+(?:your|their|the)\s+(?:web\s+)?browsers?\b[^.;]*\b(?:notif\w+|requir\w+|ask\w*|prompt\w*)\b|"
    r"\bflash\s+(?:player|cookies?)\s+settings?\b|\bads?\s+preferences?\s+manager\b|"
    r"^\W*(?:some|most|many)\s+(?:\w+\s+)?browsers\b|\b(?:browser|browsers|chrome|firefox|safari"
    r"|explorer)(?:'s)?\b[^.;]{0,40}\bcookies?\s+(?:settings?|preferences?|control|management)"
    r"|\bcookies?\s+(?:settings?|preferences|options)\s+(?:\w+\s+){0,4}?(?:of|in|on|within|by"
    r"|through)\s+(?:\w+\s+){0,3}?(?:browser|chrome|firefox|device)|\b(?:privacy"
    r"|cookie)?\s*(?:settings?|preferences|options)\s+(?:of|in|on"
    r"|within)\s+(?:\w+\s+){0,3}?(?:firefox|chrome|safari|edge|opera|explorer|browser)\b"
    r"|\b(?:introduce|would|will\s+be\s+requested|if\s+we)\b"
)
_FOREWORD: Final = (
    r"^\W*(?:this|the\s+following|our|in\s+this)\s+(?:(?:\w+\s+){0,3}?(?:policy|notice|statement|page|document|section)"
    r"|cookies?\s+\w+),?\s+(?:(?:also|will|we|is\s+(?:intended|designed)\s+to|aims\s+to)\s+){0,2}"
    r"(?:explains?|describes?|provides?|sets?\s+out|informs?|tells?|outlines?|covers?|gives?)\b"
)
_CONTINUED: Final = (
    r"\bby\s+(?:continuing|using|browsing|visiting|accessing)\b|\bcontinued\s+use\b"
    r"|\bif\s+you\s+continue\b"
)
_OWN_PAGE: Final = r"(?:our|the|their|full|separate|detailed|entire|complete|\w+'s)\s+(?:[\w-]+\s+){0,3}?"
_DELEGATES: Final = (
    rf"\b(?:see|view|read|refer(?:ring)?\s+to|visit\w*|consult\w*|review\w*"
    rf"|check(?:ing)?(?:\s+out)?|find|found|go\s+to|available|described|set\s+out|explained"
    rf"|detailed|provided|outlined|contained|details|information|learn|click|please|access|under"
    rf"|in)\b[^.;]{{0,120}}?\b(?:{_OWN_PAGE}|(?:a|an)\s+)?(?:cookies?|tracking(?:\s+technolog\w+)?"
    rf"|cookies?\s+and\s+(?:\w+\s+){{1,3}})(?:\s+(?:and\s+\w+\s+)?(?:use|usage))?\s+(?:polic(?:y"
    rf"|ies)|notices?|statements?|declarations?|page|guide|information\s+page|faq)\b"
    rf"|\b(?:see|view|read|visit|consult)\b[^.;]{{0,60}}?\b(?:frequently\s+asked\s+questions|faqs?)\s+(?:about|on|regarding)\s+cookies\b"
)
_DELEGATES_PRIVACY: Final = (
    r"\b(?:more|further|additional|detailed|full|details|learn)\b[^.;]{0,60}?\b(?:about|on"
    r"|regarding|of|concerning)\s+(?:\w+\s+){0,5}?cookies\b[^.;]{0,120}?\b(?:privacy\s+(?:policy"
    r"|notice|statement)|our\s+(?:\w+\s+)?(?:policy|page|statement))\b|\b(?:privacy\s+(?:policy"
    r"|notice|statement))\b[^.;]{0,60}?\b(?:more|further)\s+(?:information|details)\s+(?:about"
    r"|on)\s+(?:\w+\s+){0,3}?cookies"
    r"|\bfor\s+(?:more|further)\s+(?:details"
    r"|information)\s+on\s+(?:the\s+)?cookies\b[^.;]{0,60}\b(?:please\s+)?(?:see|visit)\s+\S+"
)
_OTHER_PARTY: Final = (
    r"\b(?:google|facebook|twitter|microsoft|paypal|stripe|linkedin|youtube|adobe|third[\s-]part"
    r"|their\s+(?:own\s+)?(?:\w+\s+)?(?:cookie|privacy)|provider|partner|vendor|advertiser"
    r"|icc\b|individual|respective|allaboutcookies|aboutcookies|those\s+(?:sites|companies))\w*"
)
_PARTYS_PAGE: Final = (
    r"ŧ++(?:'s?)?\W+(?:[\w-]+\s+){0,3}?cookies?\s+(?:polic|notice|statement|page)"
    r"|\bcookies?\s+(?:polic\w+|notices?|statements?)\s+of\s+(?:\w+\s+)?ŧ"
)
_THIS_PAGE: Final = (
    r"\b(?:this|in\s+the\s+present(?!\s+document\s+and\b)|changes?\s+to|updates?\s+to|updat\w+|amend\w*|revis\w+|modif\w+"
    r"|questions?\s+about|part\s+of|forms?\s+part|accept|agree\w*\s+to|by\s+using|supplement\w*"
    r"|below|above)\s+(?:\w+\s+){0,3}?cookies?\s+(?:polic|notice|statement|declar)"
)


def find_controls(statement: Statement) -> Iterator[Found]:
    """Yield the choices that a sentence offers, and whether it sends the reader elsewhere for its cookies."""
    sentence = statement.sentence
    held, plain = sentence.words, sentence.plain
    if sentence.kind is BlockKind.HEADING:
        return
    if held & {"brow", "expl", "fire", "chro", "safa", "nets", "oper"}:
        yield from _browser(statement)
    elif "cook" in held and statement.frame is not Frame.OTHERS and compiled(_READER_REFUSES).match(plain):
        yield _whole(statement, "controls.browser_settings")
    if "cook" in held or held & {"cons", "bann", "cmp", "togg", "pref", "trac", "firs"} or _answers_banner(statement):
        yield from _tool(statement)
    yield from find_signals(statement)
    if "cook" in held or held & {"trac"}:
        yield from _delegation(statement)


def is_foreword(plain: str) -> bool:
    """ "This policy explains how you can manage your preferences": what follows may offer it, this does not."""
    return compiled(_FOREWORD).match(plain) is not None


def _answers_banner(statement: Statement) -> bool:
    """ "We use cookies. Click "Accept all" or choose": the sentence before says what is accepted."""
    return "acce" in statement.sentence.words and statement.before is not None and statement.before.cookie


def _whole(statement: Statement, field: str, stance: Stance = Stance.DECLARED) -> Found:
    return Found(field, stance, statement.sentence.start, statement.sentence.end, scope=Scope.ALL)


def _browser(statement: Statement) -> Iterator[Found]:
    plain = compiled(r"(?<=\w)\.(?=\w)").sub("-", statement.plain)  # "www.example.org" ends no clause
    about = (
        statement.topic
        or _follows_topic(statement)
        or "cook" in statement.sentence.words
        or statement.section in (Section.CONTROL, Section.COOKIES, Section.CATEGORY)
    )
    if not about or (statement.frame is Frame.OTHERS and not compiled(_READER_SETS).match(plain)):
        return
    if "cook" not in statement.sentence.words and names_the_signal(statement.sentence):
        return
    if (
        statement.section is Section.CONTROL
        and compiled(_BROWSER_LINK).match(plain)
        and compiled(r"cookie|browser").search(statement.heading)
    ):
        yield _whole(statement, "controls.browser_settings")
    elif compiled(_BROWSER_CONTROL).search(plain):
        accepts_only = compiled(_ONLY_ACCEPT).search(plain) and not compiled(
            r"\b(?:refus|reject|block|disabl|delet|declin|remov|off|not\s+(?:to\s+)?accept|prevent|manag|warn|notif"
            r"|alert|approv)\w*"
        ).search(plain)
        mere = compiled(r"\b(?:stores?|stored|placed|sent|transfer\w*|kept|saved)\b").search(plain) and not compiled(
            r"\b(?:you|users?|visitors?|most|control|manage|how\s+to|set\s+your|by\s+(?:your|chang|adjust|set"
            r"|follow))\b"
        ).search(plain)
        closing = compiled(
            r"\b(?:deleted|erased|removed|expires?|disabled|destroyed|lasts?|until)\b[^.]*?\b(?:close"
            r"|closed|exit|quit|end|shut|closing)\w*\b"
        ).search(plain) and not compiled(
            r"\b(?:you|users?|visitors?)\s+(?:\w+\s+)?(?:can|may|could)\b|\b(?:settings?|options)\b"
        ).search(plain)
        if not accepts_only and not mere and not closing and not compiled(_BROWSER_IS_A_PLACE).search(plain):
            yield _whole(statement, "controls.browser_settings")


def _follows_topic(statement: Statement) -> bool:
    """Whether cookies were spoken of in one of the two sentences before."""
    before = statement.before
    return before is not None and (before.topic or (before.before is not None and before.before.topic))


def _tool(statement: Statement) -> Iterator[Found]:
    plain = statement.plain
    if statement.frame in (Frame.OTHERS, Frame.HYPOTHETICAL) or is_foreword(plain):
        return
    offered = compiled(_TOOL).search(plain) or compiled(_ASKED).search(plain)
    if offered is None and compiled(_SETTINGS).search(plain):
        offered = compiled(
            r"\b(?:you|users?|visitors?)\s+(?:\w+\s+){0,2}?(?:can|may|could|are\s+able|have)\b"
            r"|^\W*(?:to\s+)?(?:please\s+)?(?:click|open|use|go\s+to|visit|manage|change|adjust|update"
            r"|head|set)\b|\bat\s+any\s+time\b|\bclicking\b"
        ).search(plain)
    if offered is not None and not (_near_cookies(statement) or compiled(_TOOL).search(plain)):
        return  # consent to something else
    if (
        offered is None
        or compiled(_NOT_A_TOOL).search(plain)
        or compiled(r"(?:\bnot|n't|\bnever)\s+(?:\w+\s+)?(?:ask|request|seek|require|need)\b").search(plain)
        or compiled(r"\b(?:no|not|n't|never|without)\b[^.;]{0,30}?\b(?:banners?|notices?|pop-?ups?)\b").search(plain)
    ):
        return
    if compiled(_CONTINUED).search(plain) and not compiled(
        r"\b(?:banner|pop-?up|settings|preferences|tool|panel|manager|cent(?:re|er)|management)\b"
    ).search(plain):
        return
    yield _whole(statement, "controls.consent_tool")


def _near_cookies(statement: Statement) -> bool:
    """Whether cookies are spoken of in the sentence, in the two before it, or by its heading."""
    return (
        statement.topic
        or "cook" in statement.sentence.words
        or "cookie" in statement.heading
        or _follows_topic(statement)
        or (statement.leads is not None and statement.leads.topic)
    )


def _delegation(statement: Statement) -> Iterator[Found]:
    plain = statement.plain
    if compiled(
        r"\b(?:not|no|n't|never|without)\b[^.;]{0,30}?\bcookies?\s+(?:notice|banner|polic)"
        r"|\bnotice\s+or\s+banner"
    ).search(plain):
        return
    if compiled(_THIS_PAGE).search(plain) or compiled(_OTHER_PARTY).search(plain):
        return
    if "ŧ" in statement.coded and compiled(_PARTYS_PAGE).search(statement.coded):
        return
    if compiled(_DELEGATES).search(plain) or compiled(_DELEGATES_PRIVACY).search(plain):
        yield _whole(statement, "delegates")
